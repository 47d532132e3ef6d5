// The ledger makes a record's context (decision 103): nothing that a hostile answer holds stops it, and
// nothing raises a score.

#include <limits>

#include "core/wire/events/record_admitted.h"
#include "core/wire/rows/series_row.h"
#include "tests/attacks/attacked_records.h"

namespace aurigraph::attacks {
namespace {

class Context : public RecordAttack {
 protected:
  static std::string object(std::string_view name) { return "context:" + std::string(name); }
  [[nodiscard]] wire::Record title(std::string_view name) const {
    return titleOf(object(name), rightOwner());
  }
  [[nodiscard]] wire::Record saidAt(std::string_view name, std::int64_t moment) const {
    wire::Record out = title(name);
    out.observedAt = Nanoseconds(moment);
    return out;
  }
  [[nodiscard]] wire::Record sensors(std::string_view name, std::size_t count) const {
    wire::Record out = title(name);
    out.category = wire::Category::kSupply;
    out.kind = wire::RecordKind::kSupplySensor;
    out.fields.clear();
    for (std::size_t at = 0; at < count; ++at) {
      const std::string place = "sensors[" + std::to_string(at) + "].value";
      out.fields.push_back(test::numberField(place, static_cast<std::int64_t>(at % 7), "degC"));
    }
    EXPECT_TRUE(wire::canonicalize(out));
    return out;
  }
  [[nodiscard]] wire::Record credits(std::string_view name, std::int64_t first, std::int64_t last) const {
    wire::Record out = title(name);
    out.category = wire::Category::kCarbon;
    out.kind = wire::RecordKind::kCarbonBlock;
    out.fields = {test::numberField("first", first),    test::numberField("last", last),
                  test::textField("project_id", "1"),   test::numberField("quantity", 100, "t"),
                  test::textField("registry", "VERRA"), test::textField("series", object(name)),
                  test::textField("state", "active")};
    return out;
  }
  void expectAnswering() {
    const auto health = api().health();
    ASSERT_TRUE(health) << health.error().message;
    EXPECT_EQ(health->at("status").as_string(), "UP");
  }
};

TEST_F(Context, FactsOfAnAnswerWithHugeTextsRaiseNothing) {
  const std::string huge(4'096, 'x');
  wire::Record hostile = title("hostile");
  for (const char* name :
       {"asset_stopped", "comps_median_per_m2", "median_30d", "quantity_before", "second_price", "second_px",
        "second_temp_c", "second_valuation", "spv_owner_hash", "venue_known"})
    hostile.fetch.facts.push_back({name, huge});
  for (char more = 'a'; more < 'p'; ++more) hostile.fetch.facts.push_back({std::string("zz-") + more, huge});
  const auto all = admit({title("harmless"), hostile});
  EXPECT_EQ(all[1].score, all[0].score);
  EXPECT_LE(wire::encode(all[1].inputs).size(), wire::kMaxContextBytes);
  EXPECT_EQ(all[1].inputs.independentSources, 1);
  for (const auto& fact : all[1].inputs.facts)
    EXPECT_TRUE(fact.name == "comps_median_per_m2" || fact.name == "quantity_before" ||
                fact.name == "spv_owner_hash")
        << fact.name;
  expectAnswering();
}

TEST_F(Context, AListOfAThousandPlacesIsWatchedNoFurtherThanItMay) {
  wire::Record list = sensors("list", wire::Record::kMaxFields);
  admit(list);
  for (std::int64_t time = 1; time <= 3; ++time) {
    list.observedAt->value += time;
    list.rawDigest.bytes.fill(static_cast<std::uint8_t>(time + 1));
    const auto taken = admit(list);
    EXPECT_LE(taken.inputs.history.size(), wire::kMaxSeriesFields);
    EXPECT_LE(wire::encode(taken.inputs).size(), wire::kMaxContextBytes);
    EXPECT_NE(taken.decision, "AUTO");
  }
  expectAnswering();
}

TEST_F(Context, AMomentInAnotherCenturyRaisesNothing) {
  constexpr std::int64_t kYear = 31'556'952'000'000'000;
  const std::vector<std::int64_t> moments = {-270 * kYear,
                                             230 * kYear,
                                             0,
                                             -1,
                                             std::numeric_limits<std::int64_t>::min(),
                                             std::numeric_limits<std::int64_t>::max()};
  std::vector<wire::Record> records = {title("moment")};
  for (std::size_t at = 0; at < moments.size(); ++at)
    records.push_back(saidAt("momen" + std::to_string(at), moments[at]));
  const auto all = admit(records);
  for (std::size_t at = 1; at < all.size(); ++at) {
    EXPECT_LT(all[at].score, all[0].score) << moments[at - 1];
    EXPECT_NE(all[at].decision, "AUTO") << moments[at - 1];
  }
  expectAnswering();
}

TEST_F(Context, AReadingInAnotherCenturyRaisesNothing) {
  auto late = title("reading-late");
  late.retrievedAt = Nanoseconds(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(codeWhen(attacked().slimKey(), submitting(late)), "record.clock_ahead");
  auto early = title("reading-early");
  early.retrievedAt = Nanoseconds(std::numeric_limits<std::int64_t>::min());
  const auto all = admit({title("reading-first"), early});
  EXPECT_LT(all[1].score, all[0].score);
  EXPECT_NE(all[1].decision, "AUTO");
  expectAnswering();
}

TEST_F(Context, ContradictionsAreFoundBehindTheHighestRevisionToo) {
  auto first = title("revision");
  first.revision = std::numeric_limits<std::uint64_t>::max();
  const auto before = admit(first);
  for (const std::uint64_t revision : {std::uint64_t{0}, std::numeric_limits<std::uint64_t>::max()}) {
    auto other = first;
    other.revision = revision;
    other.fields.front() = test::textField("apn", "1-23-" + std::to_string(revision % 7));
    const auto after = admit(other);
    EXPECT_EQ(after.inputs.seen, wire::Seen::kConflict) << revision;
    EXPECT_LT(after.score, before.score) << revision;
  }
  // And the same word said again is none.
  auto again = first;
  again.retrievedAt.value += 1;
  EXPECT_EQ(admit(again).inputs.seen, wire::Seen::kNew);
}

TEST_F(Context, SerialsThatAreNoneRaiseNothing) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  const auto all = admit({credits("serials", 1, 100), credits("serial1", -5, -1), credits("serial2", -5, 100),
                          credits("serial3", 100, 1), credits("serial4", 0, kMost)});
  for (std::size_t at = 1; at < all.size(); ++at) EXPECT_LE(all[at].score, all[0].score) << at;
  expectAnswering();
}

TEST_F(Context, ARecordOfNothingIsRefused) {
  auto nameless = title("nameless");
  nameless.assetKey.clear();
  const auto all = admit({title("namesake"), nameless});
  EXPECT_LT(all[1].score, all[0].score);
  EXPECT_EQ(all[1].decision, "REJECTED");
}

TEST_F(Context, ANameLikeASourcesIsNoSources) {
  for (const char* name : {"Test", "test-", "te-st", "tes", "test2", "t\xD0\xB5st"}) {
    auto record = title("likeness");
    record.sourceId = name;
    EXPECT_EQ(codeWhen(attacked().slimKey(), submitting(record)), "source.unknown") << name;
  }
  auto nobodys = title("likeness");
  nobodys.sourceId.clear();
  EXPECT_EQ(codeWhen(attacked().slimKey(), submitting(nobodys)), "source.unknown");
  auto other = title("likeness");
  other.category = wire::Category::kWeather;
  other.kind = wire::RecordKind::kWeatherObservation;
  EXPECT_EQ(codeWhen(attacked().slimKey(), submitting(other)), "source.kind");
}

TEST_F(Context, BytesThatAreNoRecordAreRefused) {
  const wire::SubmitRecord whole = submitting(title("bytes"));
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, whole.record.size() / 2, whole.record.size() - 1}) {
    wire::SubmitRecord cut = whole;
    cut.record.resize(size);
    EXPECT_EQ(codeWhen(attacked().slimKey(), cut), "record.malformed") << size;
  }
  wire::SubmitRecord longer = whole;
  longer.record.push_back(0);
  EXPECT_EQ(codeWhen(attacked().slimKey(), longer), "record.malformed");
  EXPECT_EQ(codeWhen(attacked().slimKey(), wire::SubmitRecord{whole.record, 0}), "operation.field_bad");
  expectAnswering();
}

}  // namespace
}  // namespace aurigraph::attacks
