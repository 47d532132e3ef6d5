#include "nodes/gateway/views/service_levels.h"

#include <boost/json/parse.hpp>
#include <string>

namespace aurigraph::gateway {

Result<ServiceLevels> parseServiceLevels(std::string_view json) {
  constexpr std::int64_t kMostSeconds = 366LL * 86'400;
  const auto bad = [](std::string_view why) {
    return fail("service_levels.malformed", "The service levels cannot be read: " + std::string(why) + ".",
                "Give seconds for market, property, carbon, supply and weather.");
  };
  boost::system::error_code error;
  const auto value = boost::json::parse(json, error);
  const auto* seconds = !error && value.is_object() ? value.get_object().if_contains("seconds") : nullptr;
  if (seconds == nullptr || !seconds->is_object()) return bad("no object 'seconds'");
  ServiceLevels out;
  using enum wire::Category;
  for (const auto category : {kMarket, kProperty, kCarbon, kSupply, kWeather}) {
    const auto name = wire::nameOf(category);
    const auto* level = seconds->get_object().if_contains(name);
    if (level == nullptr || !level->is_int64() || level->get_int64() < 1 || level->get_int64() > kMostSeconds)
      return bad("nothing good for " + std::string(name));
    out[category] = Nanoseconds(level->get_int64() * 1'000'000'000);
  }
  if (seconds->get_object().size() != out.size()) return bad("a category that is none");
  return out;
}

}  // namespace aurigraph::gateway
