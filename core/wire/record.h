#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/decimal.h"
#include "core/base/types.h"
#include "core/wire/fields.h"

/// The canonical record of one thing an external source said, and the inputs its score is a function of
/// (DESIGN §2, §5; RECORDS; domain §2). Canonical binary encoding, docs/formats/record.md.
namespace aurigraph::wire {

/// Longest asset key, and longest name of a source, a connector or a field, in bytes.
inline constexpr std::size_t kMaxRecordKeyBytes = 256;
inline constexpr std::size_t kMaxRecordNameBytes = 96;

enum class Category : std::uint8_t { kMarket = 1, kProperty = 2, kCarbon = 3, kSupply = 4, kWeather = 5 };

inline constexpr form::OneOf kCategories{
    std::array{form::Named{Category::kMarket, "market"}, form::Named{Category::kProperty, "property"},
               form::Named{Category::kCarbon, "carbon"}, form::Named{Category::kSupply, "supply"},
               form::Named{Category::kWeather, "weather"}}};

enum class RecordKind : std::uint8_t {
  kMarketSnapshot = 10,
  kMarketBar = 11,
  kMarketTrade = 12,
  kMarketQuote = 13,
  kPropertyValuation = 20,
  kPropertyParcel = 21,
  kPropertyTax = 22,
  kPropertySale = 23,
  kPropertyTitle = 24,
  kCarbonProject = 30,
  kCarbonBlock = 31,
  kCarbonRetirement = 32,
  kCarbonPrice = 33,
  kSupplyEvent = 40,
  kSupplySensor = 41,
  kSupplyHandover = 42,
  kWeatherObservation = 50,
  kWeatherModel = 51,
  kWeatherForecast = 52,
  kWeatherAir = 53,
};

inline constexpr form::OneOf kRecordKinds{
    std::array{form::Named{RecordKind::kMarketSnapshot, "snapshot"},
               form::Named{RecordKind::kMarketBar, "bar"},
               form::Named{RecordKind::kMarketTrade, "trade"},
               form::Named{RecordKind::kMarketQuote, "quote"},
               form::Named{RecordKind::kPropertyValuation, "valuation"},
               form::Named{RecordKind::kPropertyParcel, "parcel"},
               form::Named{RecordKind::kPropertyTax, "tax"},
               form::Named{RecordKind::kPropertySale, "sale"},
               form::Named{RecordKind::kPropertyTitle, "title"},
               form::Named{RecordKind::kCarbonProject, "project"},
               form::Named{RecordKind::kCarbonBlock, "block"},
               form::Named{RecordKind::kCarbonRetirement, "retirement"},
               form::Named{RecordKind::kCarbonPrice, "price"},
               form::Named{RecordKind::kSupplyEvent, "event"},
               form::Named{RecordKind::kSupplySensor, "sensor"},
               form::Named{RecordKind::kSupplyHandover, "handover"},
               form::Named{RecordKind::kWeatherObservation, "observation"},
               form::Named{RecordKind::kWeatherModel, "model"},
               form::Named{RecordKind::kWeatherForecast, "forecast"},
               form::Named{RecordKind::kWeatherAir, "air"}}};

/// Where the values come from; signed, and inherited by everything made of it (R-PIPE-5).
enum class Origin : std::uint8_t { kReal = 0, kSimulated = 1, kReplayed = 2 };
inline constexpr form::OneOf kOrigins{std::array{form::Named{Origin::kReal, "REAL"},
                                                 form::Named{Origin::kSimulated, "SIMULATED"},
                                                 form::Named{Origin::kReplayed, "REPLAYED"}}};

enum class SourceTier : std::uint8_t {
  kRegistryOfRecord = 1,
  kLicensedAggregator = 2,
  kPublicApi = 3,
  kScraped = 4
};
inline constexpr form::OneOf kSourceTiers{std::array{
    form::Named{SourceTier::kRegistryOfRecord, "registry-of-record"},
    form::Named{SourceTier::kLicensedAggregator, "licensed-aggregator"},
    form::Named{SourceTier::kPublicApi, "public-api"}, form::Named{SourceTier::kScraped, "scraped"}}};

/// Why there is no value.
enum class NullReason : std::uint8_t {
  kAbsent = 0,
  kNullBySource = 1,
  kSentinel = 2,
  kRedacted = 3,
  kNotApplicable = 4,
  kUnreadable = 5  ///< The source said something, in a form that the mapping does not know.
};
struct NoValue {
  NullReason reason = NullReason::kAbsent;
  bool operator==(const NoValue&) const = default;
};

struct Quantity {
  Decimal value;
  std::string unit;  ///< Canonical unit: "USD", "degC", "m2", "t", "" …
  bool operator==(const Quantity&) const = default;
};

using FieldValue = std::variant<NoValue, Quantity, std::string, Nanoseconds, Digest, bool>;

/// How the source's form became the value (check 2).
enum class ParseQuality : std::uint8_t { kExact = 0, kNormalized = 1, kFailed = 2 };

struct Field {
  std::string name;  ///< Canonical name, e.g. "last_px"; lists are "sensors[0].value".
  FieldValue value;
  ParseQuality parse = ParseQuality::kExact;
  std::string pointer;  ///< JSON pointer or "row:12/col:Quantity" into the raw answer; for people.
  bool operator==(const Field&) const = default;
};

enum class Purpose : std::uint8_t { kLive = 0, kHistory = 1 };
inline constexpr form::OneOf kPurposes{
    std::array{form::Named{Purpose::kLive, "live"}, form::Named{Purpose::kHistory, "history"}}};

enum class CacheState : std::uint8_t { kMiss = 0, kHit = 1, kRevalidated = 2, kStaleIfError = 3 };

/// What the transport proved (check 5).
struct TransportFacts {
  bool allowedHostOverTls = false;    ///< 40 points
  bool pinnedKey = false;             ///< 15
  bool authenticatedSession = false;  ///< 20
  bool payloadSigned = false;         ///< 15
  bool hostFailed = false;            ///< TLS, pin or host check failed: cap V
  bool signatureInvalid = false;      ///< cap V
  bool deviceRevoked = false;         ///< cap V
  bool rawDigestMatches = true;       ///< false: cap Z
  CacheState cacheState = CacheState::kMiss;
  bool operator==(const TransportFacts&) const = default;
};

enum class ReferenceOutcome : std::uint8_t { kResolved = 0, kUnreachable = 1, kDangling = 2 };
struct ReferenceLookup {
  std::string name;  ///< "parcel_register", "storage_profile" … Its severity stands in the rule set.
  ReferenceOutcome outcome = ReferenceOutcome::kUnreachable;
  bool operator==(const ReferenceLookup&) const = default;
};

/// A rule's outside fact: the second source's value, an owner's hash, a 30-day median …
struct RuleFact {
  std::string name;  ///< "second_valuation", "spv_owner_hash", "median_30d" …
  FieldValue value;
  bool operator==(const RuleFact&) const = default;
};

/// How a record came here, as whoever fetched it says. It lowers what the record's source is believed, and
/// never raises it (source_terms.h, core/quality/context).
struct Fetch {
  static constexpr std::size_t kMaxFacts = 32;

  Purpose purpose = Purpose::kLive;
  TransportFacts transport;
  std::vector<RuleFact> facts;  ///< What the same answer says for rules. Sorted by name, unique.
  bool operator==(const Fetch&) const = default;
};

struct Record {
  static constexpr std::uint16_t kSchemaVersion = 2;
  static constexpr std::size_t kMaxFields = 1'024;

  Category category = Category::kMarket;
  RecordKind kind = RecordKind::kMarketSnapshot;
  Origin origin = Origin::kReal;
  SourceTier tier = SourceTier::kScraped;
  std::string assetKey;  ///< Empty: cap Z.
  std::string sourceId;  ///< Provider name: "alpaca".
  std::string connectorVersion;
  std::optional<Nanoseconds> observedAt;
  std::optional<Nanoseconds> publishedAt;
  Nanoseconds retrievedAt;
  Digest rawDigest;            ///< SHA-256 of the raw answer.
  std::uint64_t revision = 0;  ///< The source's own revision, 0: none.
  std::vector<Field> fields;   ///< Sorted by name, unique.
  Fetch fetch;

  bool operator==(const Record&) const = default;
  [[nodiscard]] Digest id() const;  ///< Tagged hash of the canonical encoding.
  /// What it says, without when and where and how it was read and how its source is thought of: equal for the
  /// same word said twice.
  [[nodiscard]] Digest content() const;
  /// The moment that it speaks of; nothing where that is when it was asked for.
  [[nodiscard]] std::optional<Nanoseconds> moment() const;
  /// The field of that name, by binary search; null: not in the record.
  [[nodiscard]] const Field* find(std::string_view name) const;
};

/// The record must be canonical (canonicalize()) and within the bounds of docs/formats/record.md.
[[nodiscard]] Bytes encode(const Record& record);
/// Errors: record.malformed.
Result<Record> decodeRecord(ByteView bytes);

/// Accepted earlier values of one field (check 3's change part).
struct FieldHistory {
  std::string field;
  std::vector<Decimal> values;  ///< Oldest first, at most 30.
  bool operator==(const FieldHistory&) const = default;
};

enum class Seen : std::uint8_t { kNew = 0, kSupersedes = 1, kConflict = 2, kStuck = 3, kSerialOverlap = 4 };
/// What a score makes of a record: it is accepted, waits for a reviewer, or is refused.
enum class Band : std::uint8_t { kAccept = 1, kReview = 2, kReject = 3 };
inline constexpr form::OneOf kBands{std::array{form::Named{Band::kAccept, "ACCEPT"},
                                               form::Named{Band::kReview, "REVIEW"},
                                               form::Named{Band::kReject, "REJECT"}}};

/// All that the score depends on beside record and rule set: the ledger's own words (core/quality/context),
/// told in the event of the record's admission, so that everybody feeds the same to the same function.
struct ScoreInputs {
  static constexpr std::uint16_t kFormat = 2;

  Purpose purpose = Purpose::kLive;
  SourceTier tier = SourceTier::kScraped;       ///< The weaker of the record's and its source's.
  Nanoseconds scoredAt;                         ///< "now" of both freshness clocks; frozen.
  std::optional<Nanoseconds> lastSessionClose;  ///< Market out of session: observation is compared with it.
  TransportFacts transport;
  std::uint8_t independentSources = 1;
  std::uint8_t minSources = 1;
  Seen seen = Seen::kNew;
  std::vector<ReferenceLookup> references;  ///< Sorted by name, unique.
  std::vector<RuleFact> facts;              ///< Sorted by name, unique.
  std::vector<FieldHistory> history;        ///< Sorted by field, unique.
  std::vector<std::string> erroredChecks;   ///< Checks that errored or timed out: q = 0, cap R. At most 8.
  bool assetStopped = false;                ///< Sanctions or court stop: cap Z.

  bool operator==(const ScoreInputs&) const = default;
};

[[nodiscard]] Bytes encode(const ScoreInputs& inputs);
/// Errors: inputs.malformed.
Result<ScoreInputs> decodeScoreInputs(ByteView bytes);

/// Puts fields, and the lists of the inputs, into their canonical order. Mappers call it once at the
/// end. Errors: record.duplicate_field, inputs.duplicate_name.
Status canonicalize(Record& record);
Status canonicalize(ScoreInputs& inputs);

[[nodiscard]] std::string_view nameOf(Category category);  // "market" …
[[nodiscard]] std::string_view nameOf(RecordKind kind);    // "snapshot", "valuation", "block" …
[[nodiscard]] std::string_view nameOf(Origin origin);      // "REAL", "SIMULATED", "REPLAYED"
[[nodiscard]] std::string_view nameOf(Band band);          // "ACCEPT", "REVIEW", "REJECT"
[[nodiscard]] Category categoryOf(RecordKind kind);

}  // namespace aurigraph::wire
