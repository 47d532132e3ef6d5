#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/score_context.h"
#include "core/base/time_text.h"
#include "core/quality/context/context.h"
#include "core/quality/score.h"
#include "core/wire/source_terms.h"
#include "nodes/files/files.h"
#include "nodes/json/json.h"
#include "nodes/mapping/arrival.h"
#include "nodes/mapping/mapper.h"
#include "nodes/rules/rules_json.h"

/// `aurigraph score`: a provider's raw answer from a file through mapping and scorer, without a cluster.
namespace aurigraph::cli {
namespace {

namespace form = wire::form;

struct Options {
  std::string category;
  std::string provider;
  std::string file;
  std::string retrievedAt;
  std::string now;
  std::string transport = "configured";
  std::string purpose = "live";
  std::string context;      ///< File; empty: nothing was said before, and nothing is known.
  std::uint32_t rules = 0;  ///< 0: the newest.
  bool json = false;
};

struct Scored {
  const mapping::MappedRecord* mapped = nullptr;
  wire::ScoreInputs inputs;
  quality::ScoreResult result;
};

/// A time with offset, or a date.
Result<Nanoseconds> timeOption(const std::string& name, const std::string& text, Nanoseconds otherwise) {
  if (text.empty()) return otherwise;
  if (const auto time = parseRfc3339(text)) return time->utc;
  if (const auto day = parseDate(text)) return *day;
  return fail("usage.bad_time", name + " \"" + text.substr(0, 64) + "\" is no time.",
              "Write it as 2026-11-23T10:00:00Z.");
}

Nanoseconds clockNow() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return Nanoseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(since).count());
}

/// A value as JSON: decimals as text, times as RFC 3339, digests as hex.
boost::json::object valueJson(const wire::FieldValue& value) {
  static constexpr std::string_view kReasons[] = {"absent",   "null_by_source", "sentinel",
                                                  "redacted", "not_applicable", "unreadable"};
  struct Visitor {
    boost::json::object operator()(const wire::NoValue& none) const {
      return {{"value", nullptr}, {"null_reason", kReasons[static_cast<std::size_t>(none.reason)]}};
    }
    boost::json::object operator()(const wire::Quantity& quantity) const {
      boost::json::object out{{"value", quantity.value.toText()}};
      if (!quantity.unit.empty()) out["unit"] = quantity.unit;
      return out;
    }
    boost::json::object operator()(const std::string& text) const { return {{"value", text}}; }
    boost::json::object operator()(const Nanoseconds& time) const { return {{"value", timeText(time)}}; }
    boost::json::object operator()(const Digest& digest) const { return {{"value", toHex(digest.view())}}; }
    boost::json::object operator()(bool flag) const { return {{"value", flag}}; }
  };
  return std::visit(Visitor{}, value);
}

boost::json::object canonicalJson(const wire::Record& record) {
  static constexpr std::string_view kParse[] = {"exact", "normalized", "failed"};
  boost::json::object fields;
  for (const wire::Field& field : record.fields) {
    boost::json::object one = valueJson(field.value);
    one["parse"] = kParse[static_cast<std::size_t>(field.parse)];
    one["pointer"] = field.pointer;
    fields[field.name] = std::move(one);
  }
  boost::json::object out;
  out["category"] = wire::nameOf(record.category);
  out["kind"] = wire::nameOf(record.kind);
  out["origin"] = wire::nameOf(record.origin);
  out["tier"] = "T" + std::to_string(static_cast<int>(record.tier));
  out["asset_key"] = record.assetKey;
  out["source_id"] = record.sourceId;
  out["connector_version"] = record.connectorVersion;
  out["observed_at"] = nullptr;
  if (record.observedAt) out["observed_at"] = timeText(*record.observedAt);
  out["published_at"] = nullptr;
  if (record.publishedAt) out["published_at"] = timeText(*record.publishedAt);
  out["retrieved_at"] = timeText(record.retrievedAt);
  out["raw_sha256"] = toHex(record.rawDigest.view());
  out["revision"] = record.revision;
  out["fields"] = std::move(fields);
  return out;
}

boost::json::object findingJson(const quality::Finding& finding) {
  return {{"rule", finding.rule},
          {"field", finding.field},
          {"pointer", finding.pointer},
          {"observed", finding.observed},
          {"expected", finding.expected},
          {"severity", finding.severity},
          {"verdict", quality::nameOf(finding.verdict)},
          {"words", finding.words}};
}

boost::json::object reasonJson(const Error& reason) {
  return {{"code", reason.code}, {"message", reason.message}, {"remedy", reason.remedy}};
}

/// What the score counted with beside the record.
boost::json::object contextJson(const wire::ScoreInputs& inputs) {
  static constexpr std::string_view kSeen[] = {"new", "supersedes", "conflict", "stuck", "serial_overlap"};
  static constexpr std::string_view kOutcomes[] = {"resolved", "unreachable", "dangling"};
  boost::json::object facts;
  for (const wire::RuleFact& fact : inputs.facts) facts[fact.name] = valueJson(fact.value);
  boost::json::object references;
  for (const wire::ReferenceLookup& lookup : inputs.references)
    references[lookup.name] = kOutcomes[static_cast<std::size_t>(lookup.outcome)];
  boost::json::object history;
  for (const wire::FieldHistory& field : inputs.history) history[field.field] = field.values.size();
  boost::json::object out;
  out["seen"] = kSeen[static_cast<std::size_t>(inputs.seen)];
  out["independent_sources"] = inputs.independentSources;
  out["asset_stopped"] = inputs.assetStopped;
  out["facts"] = std::move(facts);
  out["references"] = std::move(references);
  out["history_values"] = std::move(history);
  return out;
}

boost::json::object recordJson(const Scored& scored) {
  const wire::Record& record = scored.mapped->record;
  boost::json::array checks;
  for (std::size_t i = 0; i < scored.result.checks.size(); ++i) {
    const quality::CheckResult& check = scored.result.checks[i];
    boost::json::array reasons;
    for (const quality::Finding& finding : check.findings) reasons.push_back(findingJson(finding));
    checks.push_back({{"name", quality::nameOf(static_cast<quality::Check>(i))},
                      {"q", check.q},
                      {"lost_ppm", check.lostPpm},
                      {"reasons", std::move(reasons)}});
  }
  boost::json::array caps;
  for (const quality::AppliedCap& cap : scored.result.caps)
    caps.push_back({{"code", quality::nameOf(cap.code)}, {"rule", cap.rule}});
  boost::json::object out;
  out["record_id"] = toHex(record.id().view());
  out["kind"] = wire::nameOf(record.kind);
  out["band"] = quality::nameOf(scored.result.band);
  out["score_ppm"] = scored.result.score.value;
  out["purpose"] = form::nameIn(wire::kPurposes, record.fetch.purpose);
  out["checks"] = std::move(checks);
  out["caps"] = std::move(caps);
  boost::json::array unreadable;
  for (const mapping::UnreadableField& one : scored.mapped->unreadable)
    unreadable.push_back(
        {{"field", one.field}, {"pointer", one.pointer}, {"reason", reasonJson(one.reason)}});
  out["unreadable"] = std::move(unreadable);
  out["context"] = contextJson(scored.inputs);
  out["content"] = toHex(record.content().view());
  out["canonical"] = canonicalJson(record);
  return out;
}

boost::json::object refusedJson(const mapping::RefusedItem& item) {
  return {{"index", item.index}, {"field", item.field}, {"reason", reasonJson(item.reason)}};
}

/// 950,000 ppm → "0.95"; cut off, never rounded up (domain §3).
std::string shownScore(Ppm score) {
  const int hundredths = score.value / 10'000;
  return hundredths >= 100 ? "1.00" : (hundredths < 10 ? "0.0" : "0.") + std::to_string(hundredths);
}

/// The heaviest reason of all checks, or the cap that binds.
std::string mainReason(const Scored& scored) {
  const quality::Finding* heaviest = nullptr;
  for (const quality::CheckResult& check : scored.result.checks)
    for (const quality::Finding& finding : check.findings)
      if (heaviest == nullptr || finding.cap > heaviest->cap ||
          (finding.cap == heaviest->cap && finding.severity > heaviest->severity))
        heaviest = &finding;
  if (heaviest == nullptr) return "nothing lost";
  const std::string cap = scored.result.capBinds
                              ? "cap " + std::string(quality::nameOf(scored.result.caps.front().code)) + ": "
                              : "";
  return cap + (heaviest->words.empty() ? heaviest->rule : heaviest->words);
}

void printTable(const std::vector<Scored>& scored, const mapping::MappedAnswer& answer, bool history) {
  if (scored.empty() && answer.refused.empty()) {
    std::printf("The answer was understood and holds no record.\n");
    return;
  }
  std::vector<std::vector<std::string>> rows;
  if (!scored.empty()) rows.push_back({"KIND", "ASSET", "SCORE", "BAND", "WHY"});
  for (const Scored& one : scored)
    rows.push_back({std::string(wire::nameOf(one.mapped->record.kind)), one.mapped->record.assetKey,
                    shownScore(one.result.score), std::string(quality::nameOf(one.result.band)),
                    mainReason(one)});
  std::printf("%s", table(rows).c_str());
  if (history) std::printf("Scored as history: only the retrieval clock was judged; this never mints.\n");
  for (const Scored& one : scored)
    for (const mapping::UnreadableField& field : one.mapped->unreadable)
      std::printf("%s: %s at %s cannot be read and counts as missing: %s [%s]\n",
                  std::string(wire::nameOf(one.mapped->record.kind)).c_str(), field.field.c_str(),
                  field.pointer.c_str(), field.reason.message.c_str(),
                  std::string(field.reason.code).c_str());
  for (const mapping::RefusedItem& item : answer.refused)
    std::printf("Item %zu refused at %s: %s [%s]\n", item.index,
                item.field.empty() ? "the item" : item.field.c_str(), item.reason.message.c_str(),
                std::string(item.reason.code).c_str());
}

/// Our own failure, not the file's.
bool isOurs(const Error& error) {
  return error.code.starts_with("rules.malformed") || error.code.starts_with("rule_set.") ||
         error.code == "preset.malformed" || error.code == "mapper.no_mapping";
}

/// A past that no file speaks of is empty.
Result<std::unique_ptr<quality::Past>> pastOf(const Options& options, const quality::RuleSet& rules) {
  if (options.context.empty()) return std::make_unique<quality::NoPast>();
  const auto text = files::readFile(options.context, json::kMaxBytes);
  if (!text) return propagate(text);
  auto past = FilePast::parse(*text, rules);
  if (!past && past.error().code.starts_with("json."))  // its words are about a provider's answer
    return fail("context.malformed", "The context file " + options.context + ": " + past.error().message,
                "Correct the file; docs/formats/record.md says what it holds.");
  if (!past) return propagate(past);
  return std::make_unique<FilePast>(std::move(*past));
}

int scoreFile(const Options& options) {
  const auto failed = [&](const Error& error) {
    return report(error, options.json, isOurs(error) ? kFailed : kUsage);
  };
  const auto preset = rules::shippedPreset(options.provider);
  if (!preset) return failed(preset.error());
  if (wire::nameOf(preset->category) != options.category)
    return failed({"usage.wrong_category",
                   "The provider " + preset->name + " serves the category " +
                       std::string(wire::nameOf(preset->category)) + ", not " + options.category + ".",
                   "Pass --category " + std::string(wire::nameOf(preset->category)) + "."});
  const auto rules = options.rules == 0 ? rules::newestRuleSet() : rules::shippedRuleSet(options.rules);
  if (!rules) return failed(rules.error());
  const auto now = timeOption("--now", options.now, clockNow());
  if (!now) return failed(now.error());
  const auto retrievedAt = timeOption("--retrieved-at", options.retrievedAt, *now);
  if (!retrievedAt) return failed(retrievedAt.error());
  const auto raw = files::readFile(options.file, json::kMaxBytes);
  if (!raw) return failed(raw.error());

  const auto past = pastOf(options, *rules);
  if (!past) return failed(past.error());

  mapping::MapContext request;
  request.retrievedAt = *retrievedAt;
  auto answer = mapping::map(*preset, asBytes(*raw), request);
  if (!answer) return failed(answer.error());

  const bool history = options.purpose == "history";
  const auto fetched = options.transport == "none" ? wire::TransportFacts{} : preset->transport;
  std::vector<Scored> scored;
  for (mapping::MappedRecord& mapped : answer->records) {
    mapping::noteArrival(*preset, fetched, history ? wire::Purpose::kHistory : wire::Purpose::kLive, mapped);
    auto inputs = quality::contextOf(mapped.record, wire::asStated(mapped.record), *rules, **past, *now);
    if (!inputs) return failed(inputs.error());
    auto result = quality::score(mapped.record, *inputs, *rules);
    scored.push_back({&mapped, std::move(*inputs), std::move(result)});
  }

  if (!options.json) {
    printTable(scored, *answer, history);
    return kDone;
  }
  boost::json::array records;
  for (const Scored& one : scored) records.push_back(recordJson(one));
  boost::json::array refused;
  for (const mapping::RefusedItem& item : answer->refused) refused.push_back(refusedJson(item));
  printJson({{"records", std::move(records)}, {"refused", std::move(refused)}});
  return kDone;
}

}  // namespace

void addScoreCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("score", "Scores a provider's raw answer from a file, without a cluster");
  command->add_option("--category", options->category, "market, property, carbon, supply or weather")
      ->required()
      ->check(CLI::IsMember({"market", "property", "carbon", "supply", "weather"}));
  command->add_option("--provider", options->provider, "Whose answer it is, e.g. alpaca")->required();
  command->add_option("file", options->file, "The raw answer, as fetched")->required();
  command->add_option("--retrieved-at", options->retrievedAt, "When it was fetched (default: --now)");
  command->add_option("--now", options->now, "The moment to score for (default: the clock)");
  command
      ->add_option("--transport", options->transport,
                   "configured: fetched as the preset says; none: from anywhere")
      ->check(CLI::IsMember({"none", "configured"}));
  command->add_option("--purpose", options->purpose, "live, or history: only the retrieval clock counts")
      ->check(CLI::IsMember({"live", "history"}));
  command->add_option("--context", options->context,
                      "A JSON file: what was said before and what is known (docs/formats/record.md)");
  command->add_option("--rules", options->rules, "Version of the rule set (default: the newest)")
      ->check(CLI::PositiveNumber);
  command->add_flag("--json", options->json, "One JSON object on stdout");
  command->footer(
      "Example:\n  aurigraph score --category property --provider attom answer.json --retrieved-at "
      "2026-11-23T10:00:00Z\n"
      "Exit codes: 0 understood (also without a record, also with refused items), 1 our own failure,\n"
      "2 wrong usage, unknown provider, a context that cannot be read, or no answer of this category.");
  command->callback([options, &exitCode] { exitCode = scoreFile(*options); });
}

}  // namespace aurigraph::cli
