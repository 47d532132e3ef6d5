#include "core/wire/record.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/wire/record_io.h"

namespace aurigraph::wire {
namespace {

Record sample() {
  Record record;
  record.category = Category::kCarbon;
  record.kind = RecordKind::kCarbonPrice;
  record.origin = Origin::kSimulated;
  record.tier = SourceTier::kPublicApi;
  record.assetKey = "forestry/voluntary/USD";
  record.sourceId = "carbon-price";
  record.connectorVersion = "1";
  record.observedAt = Nanoseconds(5);
  record.retrievedAt = Nanoseconds(-7);
  record.rawDigest.bytes.fill(3);
  record.revision = 9;
  record.fields = {
      {"ask", NoValue{NullReason::kSentinel}, ParseQuality::kExact, "/ask"},
      {"flag", true, ParseQuality::kExact, "/flag"},
      {"owner", Digest{}, ParseQuality::kExact, ""},
      {"price", Quantity{Decimal::of(405, 1), "USD"}, ParseQuality::kNormalized, "/price"},
      {"time", Nanoseconds(11), ParseQuality::kExact, "/time"},
      {"venue", std::string("Börse"), ParseQuality::kFailed, "row:12/col:Venue"},
  };
  record.fetch.purpose = Purpose::kHistory;
  record.fetch.transport.pinnedKey = true;
  record.fetch.transport.cacheState = CacheState::kHit;
  record.fetch.facts = {{"comps_median_per_m2", Quantity{Decimal::of(30), "USD"}},
                        {"quantity_before", Quantity{Decimal::of(4), "t"}}};
  return record;
}

ScoreInputs sampleInputs() {
  ScoreInputs inputs;
  inputs.purpose = Purpose::kHistory;
  inputs.tier = SourceTier::kLicensedAggregator;
  inputs.scoredAt = Nanoseconds(100);
  inputs.lastSessionClose = Nanoseconds(90);
  inputs.transport.allowedHostOverTls = true;
  inputs.transport.cacheState = CacheState::kRevalidated;
  inputs.seen = Seen::kStuck;
  inputs.references = {{"a", ReferenceOutcome::kResolved}, {"b", ReferenceOutcome::kDangling}};
  inputs.facts = {{"median_30d", Quantity{Decimal::of(30), "USD"}}};
  inputs.history = {{"price", {Decimal::of(1), Decimal::of(25, 1)}}};
  inputs.erroredChecks = {"range"};
  inputs.assetStopped = true;
  return inputs;
}

TEST(RecordCodec, DecodesWhatItEncoded) {
  const auto decoded = decodeRecord(encode(sample()));
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(*decoded, sample());
  EXPECT_EQ(decoded->id(), sample().id());
}

TEST(RecordCodec, EveryKindAndOriginRoundTrips) {
  for (int raw = 0; raw < 256; ++raw) {
    Record record = sample();
    record.kind = static_cast<RecordKind>(raw);
    record.category = categoryOf(record.kind);
    const bool known = !nameOf(record.kind).empty();
    EXPECT_EQ(decodeRecord(encode(record)).has_value(), known) << raw;
    EXPECT_TRUE(!known || !nameOf(record.category).empty()) << raw;
  }
}

TEST(RecordCodec, ACategoryThatIsNotTheKindsIsRefused) {
  Record record = sample();
  record.category = Category::kMarket;
  const auto decoded = decodeRecord(encode(record));
  ASSERT_FALSE(decoded.has_value());
  EXPECT_EQ(decoded.error().code, "record.malformed");
}

TEST(RecordCodec, UnsortedOrRepeatedFieldsAreRefused) {
  Record record = sample();
  std::swap(record.fields[0], record.fields[1]);
  EXPECT_FALSE(decodeRecord(encode(record)));
  ASSERT_TRUE(canonicalize(record));
  EXPECT_TRUE(decodeRecord(encode(record)));
  record.fields.push_back(record.fields.back());
  EXPECT_FALSE(decodeRecord(encode(record)));
  EXPECT_EQ(canonicalize(record).error().code, "record.duplicate_field");
}

TEST(RecordCodec, FactsOfAFetchAreInOrderEachOnceAndBounded) {
  Record record = sample();
  std::swap(record.fetch.facts[0], record.fetch.facts[1]);
  EXPECT_EQ(decodeRecord(encode(record)).error().code, "record.malformed");
  ASSERT_TRUE(canonicalize(record));
  EXPECT_EQ(record, sample());
  record.fetch.facts[1].name = record.fetch.facts[0].name;
  EXPECT_FALSE(decodeRecord(encode(record)));
  record.fetch.facts.clear();
  for (std::size_t number = 0; number <= Fetch::kMaxFacts; ++number)
    record.fetch.facts.push_back({std::to_string(100 + number), true});
  EXPECT_FALSE(decodeRecord(encode(record)));
  record.fetch.facts.pop_back();
  EXPECT_TRUE(decodeRecord(encode(record)));
}

TEST(RecordCodec, ContentIsWhatItSaysAndNotHowItCameHere) {
  const auto changed = [](auto change) {
    Record record = sample();
    change(record);
    EXPECT_NE(record.id(), sample().id());
    return record.content();
  };
  const Digest said = sample().content();
  EXPECT_EQ(changed([](Record& r) { r.retrievedAt = Nanoseconds(70); }), said);
  EXPECT_EQ(changed([](Record& r) { r.rawDigest.bytes.fill(4); }), said);
  EXPECT_EQ(changed([](Record& r) { r.fields[0].pointer = "/bid"; }), said);
  EXPECT_EQ(changed([](Record& r) { r.fetch = {}; }), said);
  EXPECT_EQ(changed([](Record& r) { r.tier = SourceTier::kScraped; }), said);
  EXPECT_EQ(changed([](Record& r) { r.publishedAt = Nanoseconds(77); }), said);
  EXPECT_EQ(changed([](Record& r) { r.fields[0].parse = ParseQuality::kNormalized; }), said);
  EXPECT_NE(changed([](Record& r) { r.observedAt = Nanoseconds(6); }), said);
  EXPECT_NE(changed([](Record& r) { r.revision = 10; }), said);
  EXPECT_NE(changed([](Record& r) { r.fields[1].value = false; }), said);
  EXPECT_NE(changed([](Record& r) { r.assetKey = "forestry/voluntary/EUR"; }), said);
}

TEST(RecordCodec, AMomentThatIsTheReadingIsNone) {
  Record record = sample();
  EXPECT_EQ(record.moment(), Nanoseconds(5));
  record.retrievedAt = Nanoseconds(5);
  EXPECT_EQ(record.moment(), std::nullopt);
  const Digest said = record.content();
  record.retrievedAt = record.observedAt.emplace(9);
  EXPECT_EQ(record.content(), said) << "asked again, it says the same";
  record.observedAt.reset();
  EXPECT_EQ(record.moment(), std::nullopt);
}

TEST(RecordCodec, TwoSpellingsOfOneNumberDoNotExist) {
  Record record = sample();
  record.fields[3].value = Quantity{Decimal{4050, 2}, "USD"};  // 40.50, not in normal form
  EXPECT_FALSE(decodeRecord(encode(record)));
  record.fields[3].value = Quantity{Decimal{0, 3}, "USD"};
  EXPECT_FALSE(decodeRecord(encode(record)));
}

TEST(RecordCodec, FindIsByExactName) {
  const Record record = sample();
  ASSERT_NE(record.find("price"), nullptr);
  EXPECT_EQ(record.find("price")->pointer, "/price");
  EXPECT_EQ(record.find("pric"), nullptr);
  EXPECT_EQ(record.find("zzz"), nullptr);
}

TEST(InputsCodec, DecodesWhatItEncoded) {
  const auto decoded = decodeScoreInputs(encode(sampleInputs()));
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(*decoded, sampleInputs());
}

TEST(InputsCodec, UnsortedListsAreRefused) {
  ScoreInputs inputs = sampleInputs();
  std::swap(inputs.references[0], inputs.references[1]);
  EXPECT_EQ(decodeScoreInputs(encode(inputs)).error().code, "inputs.malformed");
  ASSERT_TRUE(canonicalize(inputs));
  EXPECT_TRUE(decodeScoreInputs(encode(inputs)));
}

TEST(InputsCodec, AtMostEightChecksErr) {
  ScoreInputs inputs = sampleInputs();
  inputs.erroredChecks = {"1", "2", "3", "4", "5", "6", "7", "8"};
  EXPECT_TRUE(decodeScoreInputs(encode(inputs)));
  inputs.erroredChecks.emplace_back("9");
  EXPECT_FALSE(decodeScoreInputs(encode(inputs)));
}

/// Hostile bytes: whatever decodes encodes to the same bytes, and a cut is never accepted.
template <class Decode>
void expectCanonical(const Bytes& good, Decode decode) {
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_FALSE(decode(ByteView(good).first(size)).has_value()) << size;
  Bytes longer = good;
  longer.push_back(0);
  EXPECT_FALSE(decode(longer).has_value());
  for (std::size_t at = 0; at < good.size(); ++at)
    for (const int change : {1, 2, 0x80, 0xFF}) {
      Bytes changed = good;
      changed[at] = static_cast<std::uint8_t>(changed[at] ^ change);
      const auto decoded = decode(changed);
      EXPECT_TRUE(!decoded || encode(*decoded) == changed) << at;
    }
}

TEST(RecordCodec, ChangedBytesAreRefusedOrMeanSomethingElse) {
  expectCanonical(encode(sample()), [](ByteView bytes) { return decodeRecord(bytes); });
  expectCanonical(encode(sampleInputs()), [](ByteView bytes) { return decodeScoreInputs(bytes); });
}

RC_GTEST_PROP(RecordCodec, RandomBytesNeverCrashIt, (const std::vector<std::uint8_t>& bytes)) {
  const auto record = decodeRecord(bytes);
  if (record) RC_ASSERT(encode(*record) == bytes);
  const auto inputs = decodeScoreInputs(bytes);
  if (inputs) RC_ASSERT(encode(*inputs) == bytes);
}

TEST(Utf8, OnlyWellFormedTextPasses) {
  for (const char* good : {"", "plain", "Börse", "°C", "\xF0\x9F\x8C\xB3"}) EXPECT_TRUE(isUtf8(good)) << good;
  for (const char* bad : {"\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82",
                          "\xF0\x80\x80\x80"})
    EXPECT_FALSE(isUtf8(bad));
}

}  // namespace
}  // namespace aurigraph::wire
