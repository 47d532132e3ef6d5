#include "app/training/story.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <memory>
#include <thread>
#include <tuple>

#include "app/training/person.h"
#include "app/training/terms.h"
#include "core/base/decimal.h"
#include "core/proof/verifier.h"
#include "core/wire/record.h"
#include "nodes/providers/simulator.h"

namespace aurigraph::training {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kSealTimeout{12};
constexpr std::chrono::seconds kRecordTimeout{12};
constexpr std::chrono::milliseconds kPoll{50};
constexpr std::chrono::seconds kCheckpointTimeout{30};
constexpr std::chrono::milliseconds kCheckpointPause{50};
constexpr std::uint64_t kUnitsSold = 25;
const std::string kCreditRegistry = "VERRA:";
const std::string kPriceClass = "forestry:";
constexpr std::uint16_t kReasonSecondSourceSeen = 1;

struct RecordView {
  Digest id;
  std::string category;
  std::string kind;
  std::string assetKey;
  std::string band;
  std::string decision;
  std::int32_t scorePpm = 0;
};

struct Holding {
  std::string symbol;
  Person* holder = nullptr;
};

/// Until when an approval is good.
Nanoseconds tomorrow() {
  const auto then = std::chrono::system_clock::now() + std::chrono::hours(24);
  return Nanoseconds(then.time_since_epoch() / std::chrono::nanoseconds(1));
}

std::string scoreText(std::int32_t ppm) {
  std::string digits = std::to_string(1'000'000 + ppm);
  return digits.front() == '2' ? "1.00" : "0." + digits.substr(1, 2);
}

std::string textOf(const boost::json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

class Story {
 public:
  Story(embedded::EmbeddedCluster& cluster, const DemoOptions& options, DemoReport& report)
      : cluster_(cluster), options_(options), report_(report) {
    const auto world = providers::demoWorld(options.seed);
    // Asset keys of parcels (docs/records.md): the county's code and the parcel's number, digits only.
    std::string number = world.apn;
    std::erase(number, '-');
    parcel_ = "US-" + world.fips + "-" + number;
  }

  void tell() {
    const auto step = [this](const char* name, Status (Story::*act)()) {
      if (!report_.failedStep.empty()) return;
      options_.progress(name);
      if (options_.cancel.stop_requested()) {
        report_.failedStep = name;
        report_.failure = Error{"demo.cancelled", "It was cancelled.", ""};
        return;
      }
      if (auto status = (this->*act)(); !status) {
        report_.failedStep = name;
        report_.failure = status.error();
      }
    };
    step("people", &Story::peopleArrive);
    step("seal", &Story::clusterSeals);
    step("provider", &Story::recordsArrive);
    step("property", &Story::propertyBecomesUnits);
    step("refusal", &Story::doubtfulPriceIsRefused);
    step("review", &Story::reviewerApproves);
    step("carbon", &Story::projectBecomesCredits);
    step("batch", &Story::shipmentBecomesBatch);
    step("transfer", &Story::holderReceivesUnits);
    step("proof", &Story::proofsHoldOffline);
    step("conservation", &Story::nothingWasCreatedOrLost);
    for (const auto& [name, person] : people_)
      report_.finalityMicroseconds.insert(report_.finalityMicroseconds.end(),
                                          person->finalityMicroseconds().begin(),
                                          person->finalityMicroseconds().end());
  }

 private:
  Person& person(const std::string& name) { return *people_.at(name); }

  Status peopleArrive() {
    for (const char* name : {"issuer", "compliance", "reviewer", "holder", "auditor"}) {
      const auto key = cluster_.key(name);
      if (!key) return propagate(key);
      auto arrived = Person::arrive(name, cluster_.gateway(), *key, cluster_.genesis());
      if (!arrived) return propagate(arrived);
      people_[name] = std::move(*arrived);
    }
    return {};
  }

  Result<std::uint64_t> certifiedHeight() {
    const auto status = person("auditor").api().get("/query/status");
    if (!status) return propagate(status);
    return status->as_object().at("certified").to_number<std::uint64_t>();
  }

  /// The certified history grows: a majority of validators executes and signs.
  Status clusterSeals() {
    const auto before = certifiedHeight();
    if (!before) return propagate(before);
    for (const auto deadline = Clock::now() + kSealTimeout; Clock::now() < deadline;
         std::this_thread::sleep_for(kPoll)) {
      const auto now = certifiedHeight();
      if (!now) return propagate(now);
      if (*now <= *before) continue;
      options_.say("The validators elected a leader and seal what they execute (block " +
                   std::to_string(*now) + ").");
      return {};
    }
    return fail("demo.no_certificate", "No majority of validators sealed a new block within 12 s.",
                "A certificate needs two of three, each signing with the key that the genesis names for it.");
  }

  // ---- records ----

  Result<std::vector<RecordView>> records() {
    const auto items = person("auditor").api().list("/query/records");
    if (!items) return propagate(items);
    std::vector<RecordView> out;
    for (const auto& item : *items) {
      const auto& object = item.as_object();
      const auto id = fixedFromHex<Digest>(textOf(object, "id"));
      if (!id) return propagate(id);
      out.push_back({*id, textOf(object, "category"), textOf(object, "kind"), textOf(object, "asset_key"),
                     textOf(object, "band"), textOf(object, "decision"),
                     static_cast<std::int32_t>(object.at("score_ppm").to_number<std::int64_t>())});
    }
    return out;
  }

  /// What the keys of the story's own records of a kind begin with; other records are there as well.
  std::string prefixOf(const std::string& kind) const {
    if (kind == "title" || kind == "valuation") return parcel_;
    if (kind == "project") return kCreditRegistry;
    return kind == "price" ? kPriceClass : "";
  }

  /// The story's usable record of a kind with the highest score.
  const RecordView* usable(const std::string& kind) const {
    const std::string prefix = prefixOf(kind);
    const RecordView* best = nullptr;
    for (const RecordView& record : records_) {
      if (record.kind != kind || record.band == "REJECT" || !record.assetKey.starts_with(prefix)) continue;
      if (best == nullptr || record.scorePpm > best->scorePpm) best = &record;
    }
    return best;
  }

  /// What the asset is registered on: one record of each kind that the template wants, and all of the
  /// project's blocks of credits.
  std::vector<const RecordView*> recordsFor(const IssueTerms& terms) const {
    std::vector<const RecordView*> out;
    for (const std::string& kind : terms.recordKinds) {
      if (kind == "block") {
        for (const RecordView& record : records_)
          if (record.kind == kind && record.assetKey.starts_with(kCreditRegistry)) out.push_back(&record);
      } else if (const RecordView* record = usable(kind)) {
        out.push_back(record);
      }
    }
    return out;
  }

  /// How many records the sources of the demo give soon, by kind (nodes/cluster/slim_setup.cpp). Two sources
  /// speak of the story's parcel; the credits lie in two registries, 10,000 of them in two blocks of the
  /// first. What a county says of the disputed parcel comes later, and the story does without.
  std::string missingRecords() const {
    static const std::vector<std::pair<std::string, std::size_t>> kWanted = {
        {"title", 2}, {"valuation", 4}, {"project", 2},  {"block", 3},
        {"price", 2}, {"sensor", 3},    {"snapshot", 2}, {"observation", 2}};
    std::string missing;
    for (const auto& [kind, count] : kWanted)
      if (static_cast<std::size_t>(std::ranges::count(records_, kind, &RecordView::kind)) < count)
        missing += (missing.empty() ? "" : ", ") + kind;
    return missing;
  }

  /// Every category's records are on the ledger, the doubtful price and the refused shipment among them.
  Status recordsArrive() {
    std::string missing;
    for (const auto deadline = Clock::now() + kRecordTimeout; Clock::now() < deadline;
         std::this_thread::sleep_for(kPoll)) {
      auto found = records();
      if (!found) return propagate(found);
      records_ = std::move(*found);
      missing = missingRecords();
      if (missing.empty()) break;
    }
    if (!missing.empty())
      return fail("demo.records_missing",
                  "These records did not reach the ledger within 12 s: " + missing + ".",
                  "Look at the slim node's sources: a provider is down or answers something else.");
    if (std::ranges::none_of(records_, [](const auto& record) { return record.band == "REJECT"; }))
      return fail("demo.nothing_refused", "The shipment record of 0.41 was not refused.",
                  "Check the provider simulator's carrier and the rule set.");
    for (const RecordView& record : records_) {
      ++report_.fetched;
      if (record.band == "ACCEPT") ++report_.accepted;
      if (record.band == "REVIEW") ++report_.waiting;
      if (record.band == "REJECT") ++report_.rejected;
      options_.say("  " + record.category + "/" + record.kind + " " + scoreText(record.scorePpm) + " " +
                   record.band);
    }
    return {};
  }

  // ---- tokenizing ----

  Status registerAsset(const IssueTerms& terms, const std::string& assetKey, const std::string& name) {
    wire::RegisterAsset asset;
    asset.assetTemplate = terms.assetTemplate;
    asset.assetKey = assetKey;
    asset.name = name;
    for (const RecordView* record : recordsFor(terms)) asset.recordIds.push_back(record->id);
    std::ranges::sort(asset.recordIds);
    return person("issuer").doFinal(asset);
  }

  Result<boost::json::object> assetKeyed(const std::string& assetKey) {
    for (const auto deadline = Clock::now() + kRecordTimeout; Clock::now() < deadline;
         std::this_thread::sleep_for(kPoll)) {
      const auto items = person("issuer").api().list("/query/assets");
      if (!items) return propagate(items);
      for (const auto& item : *items)
        if (textOf(item.as_object(), "asset_key") == assetKey) return item.as_object();
    }
    return fail("demo.asset_missing", "The asset " + assetKey + " was registered but is not on the list.",
                "See the gateway's log.");
  }

  /// Registers and issues with compliance's approval; the lowest record decides what the report shows.
  Status tokenize(const std::string& templateName, IssueTerms terms, const std::string& assetKey,
                  const std::string& name) {
    if (auto status = registerAsset(terms, assetKey, name); !status) return status;
    const auto asset = assetKeyed(assetKey);
    if (!asset) return propagate(asset);
    terms.issue.asset = AssetId(asset->at("id").to_number<std::uint64_t>());
    terms.issue.approvals.until = tomorrow();
    wire::addApproval(terms.issue, cluster_.genesis(), person("issuer").key().publicKey(),
                      person("compliance").key());
    if (auto status = person("issuer").doFinal(terms.issue); !status) return status;

    DemoAsset line;
    line.assetTemplate = templateName;
    line.assetId = std::to_string(terms.issue.asset.value);
    line.scorePpm = 1'000'000;
    for (const RecordView* record : recordsFor(terms)) {
      if (record->scorePpm >= line.scorePpm) continue;
      line.scorePpm = record->scorePpm;
      line.band = record->band;
      line.decision = record->band == "REVIEW" ? "APPROVED" : "AUTO";
    }
    line.token = terms.issue.symbol;
    line.supply = aurigraph::toText(terms.issue.supply);
    line.height = person("issuer").lastHeight().value;
    options_.say("Issued " + line.supply + " " + line.token + " on " + name + " in block " +
                 std::to_string(line.height) + ".");
    report_.assets.push_back(line);
    holdings_.push_back({terms.issue.symbol, &person("issuer")});
    return {};
  }

  std::string number() const { return std::to_string(options_.seed); }

  Status propertyBecomesUnits() {
    const std::string key = usable("title")->assetKey;
    auto terms = loadTerms("property", number(), key);
    if (!terms) return propagate(terms);
    return tokenize("property", *terms, key, "Property " + key);
  }

  /// "Nothing unreviewed reaches a contract": the same registration that will succeed is refused first.
  Status doubtfulPriceIsRefused() {
    const RecordView* price = usable("price");
    if (price->band != "REVIEW" || price->decision != "WAITING")
      return fail("demo.price_not_doubtful",
                  "The demo's carbon price should wait for a reviewer and does not.",
                  "Check the provider simulator's price page and the rule set.");
    auto terms = loadTerms("carbon", number(), usable("project")->assetKey);
    if (!terms) return propagate(terms);
    auto status = registerAsset(*terms, usable("project")->assetKey, "Carbon project");
    if (status)
      return fail("demo.refusal_missing", "An asset was registered on a price that nobody reviewed.",
                  "This must never happen: stop the cluster and report it.");
    if (status.error().code != "record.not_usable") return status;
    options_.say("Tokenizing on the price of " + scoreText(price->scorePpm) +
                 " was refused: " + status.error().message);
    return {};
  }

  Status reviewerApproves() {
    Person& reviewer = person(options_.fault == FaultInjection::kReview ? "issuer" : "reviewer");
    const RecordView* price = usable("price");
    if (auto status = reviewer.doFinal(wire::ClaimReview{price->id}); !status) return status;
    wire::DecideReview decision;
    decision.recordId = price->id;
    decision.decision = wire::ReviewDecision::kApprove;
    decision.reasonCode = kReasonSecondSourceSeen;
    decision.note = "Compared with two recent trades of the same project class; plausible.";
    if (auto status = reviewer.doFinal(decision); !status) return status;
    ++report_.reviewed;
    --report_.waiting;
    options_.say("The reviewer approved it: " + decision.note);
    return {};
  }

  Status projectBecomesCredits() {
    const std::string key = usable("project")->assetKey;
    auto terms = loadTerms("carbon", number(), key);
    if (!terms) return propagate(terms);
    for (const RecordView* record : recordsFor(*terms)) {
      if (record->kind != "block") continue;
      auto range = serialsOf(record->id);
      if (!range) return propagate(range);
      terms->issue.serials.push_back(std::move(*range));
    }
    std::ranges::sort(terms->issue.serials, {}, [](const wire::SerialRange& range) {
      return std::tie(range.registry, range.series, range.first);
    });
    return tokenize("carbon", *terms, key, "Carbon project " + key);
  }

  Result<wire::SerialRange> serialsOf(const Digest& blockRecord) {
    const auto detail = person("auditor").api().get("/query/records/" + toHex(blockRecord.view()));
    if (!detail) return propagate(detail);
    wire::SerialRange range;
    for (const auto& item : detail->as_object().at("fields").as_array()) {
      const auto& field = item.as_object();
      const std::string name = textOf(field, "name");
      const auto& shown = field.at("value");
      const std::string value =
          shown.is_object() ? textOf(shown.get_object(), "value") : textOf(field, "value");
      if (name == "registry") range.registry = value;
      if (name == "series") range.series = value;
      if (name != "first" && name != "last") continue;
      const auto serial = parseU128(value);
      if (!serial) return propagate(serial);
      (name == "first" ? range.first : range.last) = static_cast<std::uint64_t>(*serial);
    }
    return range;
  }

  Status shipmentBecomesBatch() {
    const std::string key = usable("sensor")->assetKey;
    auto terms = loadTerms("batch", number(), key);
    if (!terms) return propagate(terms);
    return tokenize("batch", *terms, key, "Pharma shipment " + key);
  }

  // ---- holding ----

  Status holderReceivesUnits() {
    const std::string symbol = report_.assets.front().token;
    Person& holder = person("holder");
    Person& issuer = person("issuer");
    const auto token = holder.api().tokenId(symbol);
    if (!token) return propagate(token);
    if (auto status = holder.doFinal(wire::OpenAccount{holder.identity(), *token}); !status) return status;
    const auto from = issuer.api().account(issuer.identity(), *token);
    const auto to = holder.api().account(holder.identity(), *token);
    if (!from) return propagate(from);
    if (!to) return propagate(to);
    wire::Transfer transfer;
    transfer.debit = from->value;
    transfer.credit = to->value;
    transfer.amount = kUnitsSold;
    transfer.token = token->value;
    if (auto status = issuer.transferFinal(transfer); !status) return status;
    holdings_.push_back({symbol, &holder});
    options_.say("The holder received " + std::to_string(kUnitsSold) + " " + symbol + ".");
    return {};
  }

  /// A proof speaks of the last checkpoint, which may be older than what was just done: asks again until it
  /// covers `height`.
  Result<Bytes> proofCovering(const Holding& holding, Height height) {
    const auto deadline = std::chrono::steady_clock::now() + kCheckpointTimeout;
    for (;;) {
      auto bytes = holding.holder->api().proof(holding.symbol, holding.holder->identity());
      if (!bytes) return bytes;
      const proof::Report report = proof::verify(*bytes, cluster_.genesis());
      const bool covers = report.summary.checkpoint >= height.value;
      if (report.verdict != proof::Verdict::kValid || covers) return bytes;  // the caller looks at it again
      if (std::chrono::steady_clock::now() > deadline)
        return fail("demo.no_checkpoint",
                    "No checkpoint came that covers block " + std::to_string(height.value) + ".",
                    "See the validators' logs.");
      std::this_thread::sleep_for(kCheckpointPause);
    }
  }

  Status proofsHoldOffline() {
    const Height last = std::max(person("issuer").lastHeight(), person("holder").lastHeight());
    for (const Holding& holding : holdings_) {
      const auto bytes = proofCovering(holding, last);
      if (!bytes) return propagate(bytes);
      const bool issuers = holding.holder == &person("issuer");
      const auto path = options_.out / (holding.symbol + (issuers ? "" : "-holder") + ".rwaproof");
      std::ofstream file(path, std::ios::binary);
      file.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
      if (!file.flush())
        return fail("file.unwritable", "The proof could not be written to " + path.string() + ".",
                    "Choose another folder with --out.");
      for (DemoAsset& asset : report_.assets)
        if (asset.token == holding.symbol && issuers) asset.proof = path.string();
      const proof::Report result = proof::verify(*bytes, cluster_.genesis());
      if (result.verdict != proof::Verdict::kValid) {
        ++report_.proofsFailed;
        const proof::Link* link = result.failed();
        return fail(
            "demo.proof_invalid",
            path.string() + ": " + (link == nullptr ? "unknown cluster" : link->name + ": " + link->words),
            "Run aurigraph verify on it for the whole chain.");
      }
      ++report_.proofsVerified;
      const auto balance = parseU128(result.summary.balance);
      if (!balance) return propagate(balance);
      certified_[holding.symbol] += *balance;
      certifiedOf_[{holding.symbol, holding.holder->identity().value}] = *balance;
    }
    return {};
  }

  /// What the gateway says everybody holds is what was certified, and sums to what was minted.
  Status nothingWasCreatedOrLost() {
    bool lie = options_.fault == FaultInjection::kConservation;
    for (const DemoAsset& asset : report_.assets) {
      const auto items = person("auditor").api().list("/query/holders?token=" + asset.token);
      if (!items) return propagate(items);
      U128 sum = 0;
      for (const auto& item : *items) {
        const auto& object = item.as_object();
        auto balance = parseU128(textOf(object, "balance"));
        if (!balance) return propagate(balance);
        if (std::exchange(lie, false)) *balance += 1;
        sum += *balance;
        const auto identity = object.at("identity").to_number<std::uint32_t>();
        const auto proven = certifiedOf_.find({asset.token, identity});
        if (proven != certifiedOf_.end() && proven->second != *balance)
          return fail("demo.balance_differs",
                      "The gateway says identity " + std::to_string(identity) + " holds " +
                          aurigraph::toText(*balance) + " " + asset.token + ", certified are " +
                          aurigraph::toText(proven->second) + ".",
                      "Believe the proof, not the gateway.");
      }
      const auto supply = parseU128(asset.supply);
      if (!supply) return propagate(supply);
      if (sum != *supply || certified_[asset.token] != *supply)
        return fail("demo.not_conserved",
                    "The balances of " + asset.token + " sum to " + aurigraph::toText(sum) +
                        ", minted were " + asset.supply + ".",
                    "Stop the cluster and report it.");
    }
    report_.conservationOk = true;
    return {};
  }

  embedded::EmbeddedCluster& cluster_;
  const DemoOptions& options_;
  DemoReport& report_;
  std::string parcel_;
  std::map<std::string, std::unique_ptr<Person>> people_;
  std::vector<RecordView> records_;
  std::vector<Holding> holdings_;
  std::map<std::string, U128> certified_;
  std::map<std::pair<std::string, std::uint32_t>, U128> certifiedOf_;
};

}  // namespace

void tellStory(embedded::EmbeddedCluster& cluster, const DemoOptions& options, DemoReport& report) {
  Story(cluster, options, report).tell();
}

}  // namespace aurigraph::training
