// DESIGN §5, "Reading a provider's answer": a value in a form that the mapping does not know costs its field,
// and the row only where the field makes the record what it is. Each value that a mapping reads is exchanged
// for each other form, in one good answer per shape (good_answers.h).

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <map>
#include <set>

#include "core/quality/context/context.h"
#include "core/quality/score.h"
#include "core/wire/source_terms.h"
#include "nodes/mapping/arrival.h"
#include "nodes/mapping/csv.h"
#include "nodes/mapping/record_builder.h"
#include "nodes/rules/rules_json.h"
#include "tests/unit/mapping/good_answers.h"
#include "tests/unit/mapping/provider_files.h"

namespace aurigraph::mapping {
namespace {

namespace bj = boost::json;

constexpr std::size_t kLongTextBytes = 5'000;  // a record's text holds 4,096

struct Form {
  std::string name;
  bj::value value;
  bj::kind kind;
};

std::vector<Form> oddForms() {
  std::vector<Form> out;
  const auto add = [&](std::string name, bj::value value) {
    const bj::kind kind = value.kind();
    out.push_back(Form{std::move(name), std::move(value), kind});
  };
  add("list", bj::parse(R"([1,{"a":"b"}])"));
  add("object", bj::parse(R"({"a":1})"));
  add("number", bj::value(5));
  add("bool", bj::value(true));
  add("text", bj::value("zzz"));
  add("long text", bj::value(bj::string(kLongTextBytes, 'x')));
  add("hidden text", bj::value("z\u200Bz"));  // zero-width space
  add("null", bj::value(nullptr));
  return out;
}

/// No mapping takes these for a text.
bool isNoText(const Form& form) {
  return form.name == "long text" || form.name == "hidden text";
}

bool sameForm(bj::kind a, bj::kind b) {
  const auto number = [](bj::kind kind) {
    return kind == bj::kind::int64 || kind == bj::kind::uint64 || kind == bj::kind::double_;
  };
  return a == b || (number(a) && number(b));
}

/// The value at an RFC 6901 pointer of our own making; nullptr: none.
bj::value* at(bj::value& root, std::string_view pointer) {
  bj::value* here = &root;
  while (!pointer.empty() && here != nullptr) {
    pointer.remove_prefix(1);
    std::string key(pointer.substr(0, pointer.find('/')));
    pointer.remove_prefix(key.size());
    for (std::size_t from = 0; (from = key.find("~1", from)) != std::string::npos;) key.replace(from, 2, "/");
    if (here->is_array()) {
      const auto index = static_cast<std::size_t>(std::stoul(key));
      here = index < here->as_array().size() ? &here->as_array()[index] : nullptr;
    } else {
      here = here->is_object() ? here->as_object().if_contains(key) : nullptr;
    }
  }
  return here;
}

/// There, or below it.
bool isAt(std::string_view place, const std::string& pointer) {
  return place == pointer || place.starts_with(pointer + "/");
}

std::string pattern(std::string_view name) {
  const auto open = name.find('[');
  const auto close = name.find(']');
  return open == std::string_view::npos
             ? std::string(name)
             : std::string(name.substr(0, open + 1)) + std::string(name.substr(close));
}

const quality::RuleSet& rules() {
  static const quality::RuleSet out = rules::newestRuleSet().value();
  return out;
}

/// Fields of the key that are not required ones, and places of which required values are made too (at NWS the
/// unit of the temperature).
const std::set<std::pair<wire::RecordKind, std::string>> kKeys = {
    {wire::RecordKind::kMarketQuote, "time"},
    {wire::RecordKind::kMarketBar, "time"},
    {wire::RecordKind::kPropertySale, "document_id"},
    {wire::RecordKind::kPropertyParcel, "address_line1"},
    {wire::RecordKind::kWeatherModel, "lat"},
    {wire::RecordKind::kWeatherModel, "lon"},
    {wire::RecordKind::kWeatherForecast, "lat"},
    {wire::RecordKind::kWeatherForecast, "lon"},
    {wire::RecordKind::kWeatherAir, "lat"},
    {wire::RecordKind::kWeatherAir, "lon"},
    {wire::RecordKind::kWeatherForecast, "issued_at"},
    {wire::RecordKind::kWeatherForecast, "units_match"}};

/// Whether losing this field may cost the record.
bool makesTheRecord(const wire::Record& record, const std::string& name) {
  if (record.sourceId == "attom" && name == "address_line1") return false;  // it has the address in one line
  // Of the pollutants one is needed, whichever.
  if (record.kind == wire::RecordKind::kWeatherAir && name.starts_with("readings[")) return false;
  if (kKeys.contains({record.kind, name})) return true;
  for (const quality::FieldSpec& spec : rules().profile(record.kind)->fields) {
    if (spec.fieldClass != quality::FieldClass::kRequired || spec.name != pattern(name)) continue;
    if (spec.when.field.empty()) return true;
    const wire::Field* decides = record.find(spec.when.field);
    const auto* text = decides == nullptr ? nullptr : std::get_if<std::string>(&decides->value);
    return text != nullptr && std::ranges::find(spec.when.values, *text) != spec.when.values.end();
  }
  return false;
}

/// Other forms that a mapping declares: numbers as text and the like.
bool declared(const GoodAnswer& good, std::string_view field, const Form& form) {
  const bool number = form.kind == bj::kind::int64;
  const bool text = form.kind == bj::kind::string;
  if (field == "units_match") return true;                        // stands for all units of the answer
  if (field == "owner_name_hash" && text) return true;            // a hash of any length of name
  if (number && (field == "lat" || field == "lon")) return true;  // ATTOM writes them as texts
  if (field == "project_id" && good.provider != "carbon-price") return number || text;
  if (number && good.provider == "open-meteo" && field == "time") return true;  // seconds since 1970
  // A pollutant without a value is an element without one.
  if (form.kind == bj::kind::null && field.starts_with("readings[")) return true;
  // Whatever text or number stands in Verra's retirement date, the range is retired.
  return (number || text) && good.provider == "verra" && field == "state";
}

using Places =
    std::map<std::string, std::vector<std::pair<std::size_t, std::string>>>;  // pointer → record, field

Places placesOf(const MappedAnswer& answer) {
  Places out;
  for (std::size_t i = 0; i < answer.records.size(); ++i)
    for (const wire::Field& field : answer.records[i].record.fields)
      out[field.pointer].emplace_back(i, field.name);
  return out;
}

std::map<wire::RecordKind, std::size_t> kindsOf(const MappedAnswer& answer) {
  std::map<wire::RecordKind, std::size_t> out;
  for (const MappedRecord& one : answer.records) ++out[one.record.kind];
  return out;
}

/// Nothing stands in the record for what was at `pointer`, and if `shown`, the record says why.
void expectMissing(const MappedAnswer& answer, wire::RecordKind kind, const std::string& pointer,
                   bool shown) {
  bool said = !shown;
  for (const MappedRecord& one : answer.records) {
    if (one.record.kind != kind) continue;
    expectSound(one);
    for (const wire::Field& field : one.record.fields) {
      if (!isAt(field.pointer, pointer)) continue;
      const auto* none = std::get_if<wire::NoValue>(&field.value);
      EXPECT_NE(none, nullptr) << field.name << " has a value";
      if (none == nullptr || none->reason != wire::NullReason::kUnreadable) continue;
      const auto why = std::ranges::find(one.unreadable, field.name, &UnreadableField::field);
      ASSERT_NE(why, one.unreadable.end()) << field.name;
      EXPECT_FALSE(why->reason.message.empty());
      EXPECT_FALSE(why->reason.remedy.empty());
      said = true;
    }
  }
  EXPECT_TRUE(said) << "no field says that it is unreadable";
}

class OddForms : public testing::TestWithParam<GoodAnswer> {
 protected:
  Result<MappedAnswer> mapped(std::string_view text) const {
    return mapText(GetParam().provider, text, contextAt(kGoodAnswersTime));
  }

  /// `touched`: what was read from the place in the good answer.
  void judge(const MappedAnswer& good, const std::vector<std::pair<std::size_t, std::string>>& touched,
             const std::string& pointer, const Form& form, const Result<MappedAnswer>& answer) {
    ASSERT_TRUE(answer) << answer.error().message;
    std::map<wire::RecordKind, std::size_t> atRisk;
    std::set<wire::RecordKind> lenient;
    bool isDeclared = false;
    for (const auto& [index, field] : touched) {
      const wire::Record& record = good.records[index].record;
      isDeclared = isDeclared || declared(GetParam(), field, form);
      // A handover is one while both its parties can be read.
      const bool party =
          record.kind == wire::RecordKind::kSupplyHandover && (field == "source" || field == "destination");
      if (makesTheRecord(record, field) || party)
        atRisk[record.kind] = 1;
      else
        lenient.insert(record.kind);
      if (party) return;
    }
    const auto before = kindsOf(good);
    const auto after = kindsOf(*answer);
    const auto count = [](const auto& kinds, wire::RecordKind kind) {
      const auto found = kinds.find(kind);
      return found == kinds.end() ? std::size_t{0} : found->second;
    };
    for (const auto& [kind, records] : before)
      EXPECT_GE(count(after, kind) + count(atRisk, kind), records) << "lost a " << wire::nameOf(kind);
    if (isDeclared) return;
    const bool null = form.kind == bj::kind::null;
    for (const wire::RecordKind kind : lenient)
      if (!atRisk.contains(kind)) expectMissing(*answer, kind, pointer, !null);
    if (atRisk.empty() || null) return;
    for (const auto& [kind, lost] : atRisk)
      EXPECT_LT(count(after, kind), count(before, kind))
          << wire::nameOf(kind) << " stands without what makes it";
    EXPECT_TRUE(std::ranges::any_of(
        answer->refused,
        [&](const RefusedItem& item) { return isAt(item.field, pointer) || form.name == "text"; }))
        << "no refusal names the place"
        << (answer->refused.empty() ? "" : ", but " + answer->refused[0].field);
  }
};

TEST_P(OddForms, CostTheirFieldAndTheRowOnlyWhereTheFieldMakesTheRecord) {
  const GoodAnswer& sample = GetParam();
  const auto good = mapped(sample.text);
  ASSERT_TRUE(good) << good.error().message;
  ASSERT_TRUE(good->refused.empty()) << good->refused[0].field << " " << good->refused[0].reason.message;
  ASSERT_FALSE(good->records.empty());
  for (const MappedRecord& one : good->records)
    ASSERT_TRUE(one.unreadable.empty()) << one.unreadable[0].field;
  const bool json = sample.text.front() == '{' || sample.text.front() == '[';
  std::size_t tried = 0;
  for (const auto& [pointer, touched] : placesOf(*good)) {
    for (const Form& form : oddForms()) {
      SCOPED_TRACE(pointer + " as " + form.name + " (" + touched.front().second + ")");
      std::string text;
      if (json) {
        bj::value document = bj::parse(sample.text);
        bj::value* place = pointer.starts_with('/') ? at(document, pointer) : nullptr;
        if (place == nullptr || place->is_structured()) continue;  // the request's word, or made of several
        if (sameForm(place->kind(), form.kind) && !isNoText(form)) continue;
        *place = form.value;
        text = bj::serialize(document);
      } else {
        const auto column = pointer.find("/col:");
        if (column == std::string::npos) continue;
        // Cells are texts: any text is one, except where it must be a number, a date or a yes.
        const wire::FieldValue& value = good->records[touched[0].first].record.find(touched[0].second)->value;
        const bool isText = std::holds_alternative<std::string>(value);
        const bool isNumber = std::holds_alternative<wire::Quantity>(value);
        if ((isText && !isNoText(form) && form.kind != bj::kind::null) ||
            (isNumber && form.kind == bj::kind::int64))
          continue;
        auto rows = parseCsv(asBytes(sample.text)).value();
        const std::string name = lowered(pointer.substr(column + 5));
        for (std::size_t at = 0; at < rows[0].cells.size(); ++at)
          if (lowered(rows[0].cells[at]) == name)
            rows[1].cells[at] = form.kind == bj::kind::null     ? ""
                                : form.kind == bj::kind::string ? std::string(form.value.as_string())
                                                                : bj::serialize(form.value);
        for (const CsvRow& row : rows) {
          for (std::size_t at = 0; at < row.cells.size(); ++at) {
            std::string cell;
            for (const char c : row.cells[at]) cell += c == '"' ? "\"\"" : std::string(1, c);
            text += (at == 0 ? "\"" : ",\"") + cell + "\"";
          }
          text += "\n";
        }
      }
      ++tried;
      judge(*good, touched, pointer, form, mapped(text));
    }
  }
  EXPECT_GT(tried, 10U);
}

INSTANTIATE_TEST_SUITE_P(EveryMapping, OddForms, testing::ValuesIn(kGoodAnswers),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(OddFormsTable, HoldsEachFieldThatAMappingFills) {
  // What no provider says today.
  const std::set<std::string> nobodys = {"snapshot.halted",
                                         "snapshot.market_cap",
                                         "snapshot.pe",
                                         "snapshot.session",
                                         "quote.conditions",
                                         "valuation.paon",
                                         "valuation.saon",
                                         "parcel.assessed_improvement",
                                         "parcel.assessed_land",
                                         "parcel.assessed_total",
                                         "parcel.foreclosure_flag",
                                         "parcel.paon",
                                         "parcel.saon",
                                         "tax.paon",
                                         "tax.postal",
                                         "tax.saon",
                                         "title.paon",
                                         "title.saon",
                                         "block.article6",
                                         "retirement.article6",
                                         "sensor.geo",
                                         "handover.geo",
                                         "observation.cloud_pct"};
  std::map<wire::RecordKind, std::set<std::string>> filled;
  for (const GoodAnswer& good : kGoodAnswers) {
    const auto answer = mapText(good.provider, good.text, contextAt(kGoodAnswersTime));
    ASSERT_TRUE(answer) << good.name;
    for (const MappedRecord& one : answer->records)
      for (const wire::Field& field : one.record.fields) filled[one.record.kind].insert(pattern(field.name));
  }
  for (const quality::KindProfile& kind : rules().kinds)
    for (const quality::FieldSpec& spec : kind.fields) {
      const std::string name = std::string(wire::nameOf(kind.kind)) + "." + spec.name;
      EXPECT_NE(filled[kind.kind].contains(spec.name), nobodys.contains(name)) << name;
    }
}

/// What a source may be adopted for is what its mapping gives (core/wire/source_terms.h), no more.
TEST(RecordKinds, AreThoseThatAMappingGives) {
  std::map<std::string_view, std::set<wire::RecordKind>> given;
  for (const GoodAnswer& good : kGoodAnswers) {
    const auto answer = mapText(good.provider, good.text, contextAt(kGoodAnswersTime));
    ASSERT_TRUE(answer) << good.name;
    for (const MappedRecord& one : answer->records) given[good.provider].insert(one.record.kind);
  }
  for (const auto& [provider, kinds] : given) {
    const auto listed = recordKindsOf(provider);
    EXPECT_EQ(std::vector<wire::RecordKind>(listed.begin(), listed.end()),
              std::vector<wire::RecordKind>(kinds.begin(), kinds.end()))
        << provider;
  }
  for (const std::string& name : rules::shippedPresetNames())
    EXPECT_FALSE(recordKindsOf(rules::shippedPreset(name)->mapping).empty()) << name;
  EXPECT_TRUE(recordKindsOf("nobody").empty());
}

TEST(OddForms, AListOfCertificationsIsReadAsAList) {
  const auto labelsOf = [](std::string_view file) {
    const auto answer = mapText("verra", readText("../cases/verra-certifications/" + std::string(file)),
                                contextAt("2026-11-20T15:30:40Z"));
    EXPECT_TRUE(answer && answer->refused.empty() && answer->records.size() == 1U) << file;
    if (!answer || answer->records.empty()) return std::string();
    const MappedRecord& block = answer->records[0];
    EXPECT_EQ(shown(block, "quantity"), "500 t");
    EXPECT_EQ(shown(block, "first"), "700000001");
    EXPECT_EQ(shown(block, "state"), "issued");
    EXPECT_EQ(block.record.assetKey, "VERRA:15001:700000001:700000500");
    EXPECT_TRUE(block.unreadable.empty());
    return shown(block, "labels");
  };
  EXPECT_EQ(labelsOf("list.json"), "CCB-Gold; CORSIA");
  EXPECT_EQ(labelsOf("empty_list.json"), "none");
  EXPECT_EQ(labelsOf("null.json"), "none");
  // The other registry's label is its product.
  std::string text;
  for (const GoodAnswer& good : kGoodAnswers)
    if (good.name == "GoldStandardCredits") text = good.text;
  text.replace(text.find("\"VER\""), 5, R"(["VER","CORSIA", null, " "])");
  const auto answer = mapText("gold-standard", text, contextAt(kGoodAnswersTime));
  ASSERT_TRUE(answer && answer->records.size() == 2U);
  for (const MappedRecord& one : answer->records) EXPECT_EQ(shown(one, "labels"), "VER; CORSIA");
}

TEST(OddForms, ATextWithWhatNobodySeesCostsItsFieldAndNoRow) {
  const auto blockWith = [](std::string_view labels) {
    std::string text = readText("../cases/verra-certifications/null.json");
    text.replace(text.find("null", text.find("additionalCertifications")), 4, labels);
    return mapText("verra", text, contextAt("2026-11-20T15:30:40Z"));
  };
  for (const std::string_view hidden :
       {R"("CCB\u200b-Gold")", R"("CCB\u00ad-Gold")", R"("CCB\u202e-Gold")", R"("CCB\ufe0f-Gold")",
        R"("CCB\u001b-Gold")", R"(["CORSIA","CCB\u2060-Gold"])"}) {
    const auto answer = blockWith(hidden);
    ASSERT_TRUE(answer && answer->refused.empty() && answer->records.size() == 1U) << hidden;
    const MappedRecord& block = answer->records[0];
    expectSound(block);
    EXPECT_EQ(shown(block, "quantity"), "500 t");
    EXPECT_EQ(block.record.find("labels")->parse, wire::ParseQuality::kFailed) << hidden;
    ASSERT_EQ(block.unreadable.size(), 1U) << hidden;
    EXPECT_EQ(block.unreadable[0].reason.code, "field.unclean");
  }
  const auto visible = blockWith("\"CCB\u2013Gold®\"");
  ASSERT_TRUE(visible && visible->records.size() == 1U);
  EXPECT_EQ(shown(visible->records[0], "labels"), "CCB\u2013Gold®");
}

TEST(OddForms, WhatCannotBeReadIsMissingInTheScoreAndSaysSo) {
  const auto scored = [](std::string_view labels) {
    std::string text = readText("../cases/verra-certifications/null.json");
    text.replace(text.find("null", text.find("additionalCertifications")), 4, labels);
    auto answer = mapText("verra", text, contextAt("2026-11-20T15:30:40Z"));
    MappedRecord& block = answer.value().records.at(0);
    const auto preset = *rules::shippedPreset("verra");
    noteArrival(preset, preset.transport, wire::Purpose::kLive, block);
    quality::NoPast alone;
    const auto inputs = quality::contextOf(block.record, wire::asStated(block.record), rules(), alone,
                                           parseRfc3339("2026-11-20T15:31:00Z")->utc);
    return quality::score(block.record, inputs.value(), rules());
  };
  const auto text = scored("\"CCB-Gold\"");
  const auto list = scored(R"(["CCB-Gold","CORSIA"])");
  const auto object = scored(R"({"label":"CCB-Gold"})");
  EXPECT_EQ(list.score, text.score);
  EXPECT_EQ(object.score, scored("null").score);
  EXPECT_LT(object.score, text.score);
  EXPECT_EQ(object.band, text.band);
  const auto& findings = object.checks[static_cast<std::size_t>(quality::Check::kCompleteness)].findings;
  const auto labels = std::ranges::find(findings, "labels", &quality::Finding::field);
  ASSERT_NE(labels, findings.end());
  EXPECT_EQ(labels->observed, "unreadable");
  EXPECT_EQ(labels->pointer, "/value/0/additionalCertifications");
}

TEST(OddForms, BelowSomethingElseThanAnObjectNothingCanBeRead) {
  std::string text(kGoodAnswers[0].text);
  const auto from = text.find("{\"t\":\"2026-11-20T15:30:50Z\",\"ax\"");
  text.replace(from, text.find('}', from) - from + 1, "[1]");
  const auto answer = mapText("alpaca", text, contextAt(kGoodAnswersTime));
  ASSERT_TRUE(answer && answer->records.size() == 1U);
  EXPECT_EQ(shown(answer->records[0], "last_px"), "133.55 USD");
  for (const std::string_view field : {"bid_px", "ask_px", "bid_sz", "ask_sz"}) {
    const auto why = std::ranges::find(answer->records[0].unreadable, field, &UnreadableField::field);
    ASSERT_NE(why, answer->records[0].unreadable.end()) << field;
    EXPECT_EQ(why->pointer, "/latestQuote");
  }
}

TEST(OddForms, AQualityCodeThatCannotBeReadNeverRaises) {
  std::string text;
  for (const GoodAnswer& good : kGoodAnswers)
    if (good.name == "NwsObservation") text = good.text;
  text.replace(text.find("\"qualityControl\":\"V\""), 20, "\"qualityControl\":[\"X\"]");
  const auto answer = mapText("nws", text, contextAt(kGoodAnswersTime));
  ASSERT_TRUE(answer && answer->records.size() == 1U);
  EXPECT_EQ(answer->records[0].record.find("temp_c")->parse, wire::ParseQuality::kNormalized);
  EXPECT_TRUE(std::ranges::any_of(answer->records[0].unreadable,
                                  [](const auto& one) { return one.field == "temp_c.qc"; }));
}

TEST(OddForms, LiensAndComparablesThatCannotBeReadCostNoTitleAndNoValuation) {
  std::string text;
  for (const GoodAnswer& good : kGoodAnswers)
    if (good.name == "CountyTitle") text = good.text;
  const auto with = [&](std::string_view old, std::string_view fresh) {
    std::string changed = text;
    changed.replace(changed.find(old), old.size(), fresh);
    return mapText("county-title", changed, contextAt(kGoodAnswersTime));
  };
  const auto unreadable = [](const Result<MappedAnswer>& answer, wire::RecordKind kind,
                             std::string_view field) {
    EXPECT_TRUE(answer && answer->refused.empty() && answer->records.size() == 5U);
    if (!answer) return false;
    for (const MappedRecord& one : answer->records)
      if (one.record.kind == kind)
        return std::ranges::find(one.unreadable, field, &UnreadableField::field) != one.unreadable.end();
    return false;
  };
  using enum wire::RecordKind;
  EXPECT_TRUE(
      unreadable(with(R"("liens":[{"amount":125000}])", R"("liens":"none")"), kPropertyTitle, "liens_count"));
  const auto oddLien = with(R"("liens":[{"amount":125000}])", R"("liens":[{"amount":"much"}])");
  EXPECT_TRUE(unreadable(oddLien, kPropertyTitle, "liens_amount"));
  EXPECT_FALSE(unreadable(oddLien, kPropertyTitle, "liens_count"));
  const auto oddComparable =
      with(R"("price":510000,"living_ft2":53000)", R"("price":[1],"living_ft2":53000)");
  EXPECT_TRUE(unreadable(oddComparable, kPropertyValuation, "comps_count"));
  for (const MappedRecord& one : oddComparable->records) EXPECT_TRUE(one.record.fetch.facts.empty());
}

}  // namespace
}  // namespace aurigraph::mapping
