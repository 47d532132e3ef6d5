#include "nodes/mapping/score_inputs.h"

#include "core/base/time_text.h"

namespace aurigraph::mapping {
namespace {

constexpr std::int64_t kHour = 3'600;
constexpr std::int64_t kDay = 24 * kHour;

/// 0 = Sunday … 6; 1970-01-01 was a Thursday.
int weekday(std::int64_t day) {
  return static_cast<int>(((day + 4) % 7 + 7) % 7);
}

/// Day number of the n-th Sunday of a month.
std::int64_t sundayOf(const std::string& yearMonth, int n) {
  const std::int64_t first = parseDate(yearMonth + "-01")->value / kNanosPerSecond / kDay;
  return first + (7 - weekday(first)) % 7 + (n - 1) * 7;
}

/// Hours that New York is behind UTC on that day: 4 from the second Sunday of March to the first of November.
std::int64_t newYorkBehind(std::int64_t day) {
  const std::string year = timeText(Nanoseconds(day * kDay * kNanosPerSecond)).substr(0, 4);
  return day >= sundayOf(year + "-03", 2) && day < sundayOf(year + "-11", 1) ? 4 : 5;
}

bool tradesInSessions(const wire::Record& record) {
  const wire::Field* field = record.find("asset_class");
  const auto* name = field == nullptr ? nullptr : std::get_if<std::string>(&field->value);
  return name != nullptr && (*name == "stock" || *name == "etf" || *name == "index" || *name == "option");
}

}  // namespace

std::optional<Nanoseconds> lastUsSessionClose(Nanoseconds now) {
  const std::int64_t seconds = now.value / kNanosPerSecond;
  // The presets' years; beyond them nothing is known of daylight saving.
  if (seconds < 0 || seconds > 7'258'118'400) return std::nullopt;
  for (std::int64_t day = seconds / kDay; day > seconds / kDay - 7; --day) {
    if (weekday(day) == 0 || weekday(day) == 6) continue;
    const std::int64_t behind = newYorkBehind(day) * kHour;
    const std::int64_t opens = day * kDay + 9 * kHour + kHour / 2 + behind;
    const std::int64_t closes = day * kDay + 16 * kHour + behind;
    if (seconds >= opens && seconds < closes) return std::nullopt;
    if (seconds >= closes) return Nanoseconds(closes * kNanosPerSecond);
  }
  return std::nullopt;
}

wire::ScoreInputs scoreInputs(const rules::ProviderPreset& preset, const MappedRecord& mapped,
                              const ScoringContext& context) {
  wire::ScoreInputs out;
  out.purpose = context.purpose;
  out.scoredAt = context.now;
  out.transport = context.transport.value_or(preset.transport);
  // The source can sign single events: what carries no signature proves nothing by it.
  if (preset.signedOnlyIfPayloadIs && !mapped.carriesSignature) out.transport.payloadSigned = false;
  out.facts = mapped.facts;
  out.references = mapped.references;
  if (mapped.record.category == wire::Category::kMarket && tradesInSessions(mapped.record))
    out.lastSessionClose = lastUsSessionClose(context.now);
  // Its sender says that this event never was: two words of one source against each other.
  if (mapped.record.find("error_declaration") != nullptr) out.seen = wire::Seen::kConflict;
  return out;
}

}  // namespace aurigraph::mapping
