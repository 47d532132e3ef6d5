#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/decimal.h"
#include "core/wire/commands/issue_token.h"
#include "core/wire/record.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"
#include "core/wire/sorted.h"

namespace aurigraph::wire {

inline constexpr std::size_t kMaxSeriesValues = 30;  ///< Newest values, days and moments that are kept.
inline constexpr std::size_t kMaxSeriesFields =
    32;  ///< Of one record; those of a longer list are not watched.
inline constexpr std::size_t kMaxSeriesUnitBytes = 32;

/// What a source said of one moment, of the highest revision.
struct SeriesMoment {
  Nanoseconds moment;
  std::uint64_t revision = 0;
  Digest content;  ///< Record::content()
  bool operator==(const SeriesMoment&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("moment", self.moment, form::Signed{INT64_MIN, INT64_MAX, "ns"});
    visit("revision", self.revision, form::Whole{UINT64_MAX});
    visit("content", self.content, form::Hex{});
  }
};

/// The last accepted value of a day (UTC, days since 1970 of the moment, else of the reading).
struct SeriesDay {
  std::int64_t day = 0;
  Decimal value;
  bool operator==(const SeriesDay&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("day", self.day, form::Signed{INT64_MIN, INT64_MAX, "d"});
    visit("value", self.value, form::Number{});
  }
};

/// Accepted values of one field.
struct SeriesField {
  std::string name;
  std::string unit;             ///< Of the last value.
  Nanoseconds retrievedAt;      ///< Of the last value.
  std::vector<Decimal> values;  ///< Oldest first.
  std::vector<SeriesDay> days;  ///< Of a price alone; ascending.
  bool operator==(const SeriesField&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("name", self.name, form::Text{kMaxRecordNameBytes});
    visit("unit", self.unit, form::Text{kMaxSeriesUnitBytes});
    visit("retrieved_at", self.retrievedAt, form::Signed{INT64_MIN, INT64_MAX, "ns"});
    visit("values", self.values, form::List{kMaxSeriesValues, form::Number{}});
    visit("days", self.days, form::List{kMaxSeriesValues, form::Struct{}});
  }
};

/// What one source has said of one object in one kind of record: what change limits, stuck sensors, second
/// words and repetitions are judged by. Of records that joined it (core/quality/context).
struct SeriesRow {
  static constexpr StateTable kTable{17};
  static constexpr std::string_view kName = "series";
  static constexpr bool kShownInProofs = false;

  std::string assetKey = {};
  RecordKind kind = RecordKind::kMarketSnapshot;
  std::string source = {};
  std::vector<SeriesMoment> moments = {};   ///< Ascending.
  std::uint64_t accepted = 0;               ///< How many of its records were.
  std::vector<SeriesField> watched = {};    ///< Of accepted records; ascending by name.
  std::optional<SerialRange> serials = {};  ///< Of the newest accepted block of credits.
  bool operator==(const SeriesRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("asset_key", self.assetKey, form::Text{kMaxRecordKeyBytes});
    visit("kind", self.kind, kRecordKinds);
    visit("source", self.source, form::Text{kMaxRecordNameBytes});
    visit("moments", self.moments, form::List{kMaxSeriesValues, form::Struct{}});
    visit("accepted", self.accepted, form::Whole{UINT64_MAX});
    visit("watched", self.watched, form::List{kMaxSeriesFields, form::Struct{}});
    visit("serials", self.serials, form::Maybe{form::Struct{}});
  }
  [[nodiscard]] bool canonical() const {
    return strictlySorted(moments, &SeriesMoment::moment) && strictlySorted(watched, &SeriesField::name);
  }
  struct Indexes;
};

using SeriesKey = std::pair<std::string, RecordKind>;
[[nodiscard]] inline SeriesKey seriesKeyOf(const SeriesRow& row) {
  return {row.assetKey, row.kind};
}

/// Registry and series of serial numbers; nothing of what proves none.
using SerialSeries = std::pair<std::string, std::string>;
[[nodiscard]] inline std::optional<SerialSeries> serialSeriesOf(const SeriesRow& row) {
  if (!row.serials) return std::nullopt;
  return SerialSeries{row.serials->registry, row.serials->series};
}

struct SeriesRow::Indexes {
  index::Grouped<&seriesKeyOf> ofObject;  ///< One of each source.
  index::Grouped<&serialSeriesOf> ofSerials;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(ofObject), use(ofSerials);
  }
};

}  // namespace aurigraph::wire
