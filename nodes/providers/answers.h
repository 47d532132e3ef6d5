#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/time_text.h"
#include "core/base/types.h"
#include "nodes/providers/simulator.h"

/// What each simulated provider says. Pure functions of the request, the seed, the clock and the fault.
/// Internal to nodes/providers.
namespace aurigraph::providers {

struct Ask {
  const HttpRequest& request;
  std::string_view route;  ///< Behind the provider's name: "/v2/stocks/VOO/snapshot".
  Nanoseconds now;         ///< With kStale: far behind the true time.
  Fault fault = Fault::kNone;
  const DemoWorld& world;
  std::uint64_t seed = 1;

  [[nodiscard]] bool has(Fault wanted) const { return fault == wanted; }
};

[[nodiscard]] HttpReply answerAlpaca(const Ask& ask);
[[nodiscard]] HttpReply answerAttom(const Ask& ask);
[[nodiscard]] HttpReply answerCountyTitle(const Ask& ask);
[[nodiscard]] HttpReply answerVerra(const Ask& ask);
[[nodiscard]] HttpReply answerGoldStandard(const Ask& ask);
[[nodiscard]] HttpReply answerCarbonPrice(const Ask& ask);
[[nodiscard]] HttpReply answerEpcis(const Ask& ask);
[[nodiscard]] HttpReply answerCarrier(const Ask& ask);
[[nodiscard]] HttpReply answerOpenMeteo(const Ask& ask);
[[nodiscard]] HttpReply answerNws(const Ask& ask);

// ---- what they share ----

[[nodiscard]] HttpReply notFound(std::string_view what);
[[nodiscard]] HttpReply json(std::string body);

/// Puts values in the place of `{{name}}`. A name without a value is our bug.
using Values = std::initializer_list<std::pair<std::string_view, std::string>>;
[[nodiscard]] std::string filled(std::string_view text, Values values);

/// The items joined by commas, each twice when the fault says so.
[[nodiscard]] std::string list(const Ask& ask, const std::vector<std::string>& items);

/// A number in [from, to], the same for the same seed and salt.
[[nodiscard]] std::uint64_t draw(std::uint64_t seed, std::string_view salt, std::uint64_t from,
                                 std::uint64_t to);

[[nodiscard]] std::string centsText(std::uint64_t hundredths);  ///< "133.45"
[[nodiscard]] Nanoseconds before(Nanoseconds time, std::int64_t seconds);
/// The text behind `prefix` up to the next '/', when `route` begins with prefix and ends with suffix.
[[nodiscard]] std::string_view between(std::string_view route, std::string_view prefix,
                                       std::string_view suffix);

}  // namespace aurigraph::providers
