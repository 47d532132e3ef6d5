#include "app/training/terms.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "core/base/decimal.h"
#include "resources/resources.h"

namespace aurigraph::training {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;

std::string filled(std::string text, std::string_view key, std::string_view value) {
  const std::string mark = "{" + std::string(key) + "}";
  if (const auto at = text.find(mark); at != std::string::npos) text.replace(at, mark.size(), value);
  return text;
}

Result<std::int64_t> unitsOf(const boost::json::object& object, std::string_view key, std::uint8_t scale) {
  if (!object.contains(key)) return 0;
  const auto decimal = Decimal::parse(std::string(object.at(key).as_string()));
  if (!decimal) return propagate(decimal);
  const auto units = toUnits(*decimal, scale);
  if (!units) return propagate(units);
  return static_cast<std::int64_t>(*units);
}

wire::AssetTemplate templateOf(std::string_view name) {
  if (name == "carbon") return wire::AssetTemplate::kCarbon;
  return name == "batch" ? wire::AssetTemplate::kBatch : wire::AssetTemplate::kProperty;
}

Result<IssueTerms> read(const boost::json::object& object, std::string_view number,
                        std::string_view assetName) {
  IssueTerms terms;
  terms.assetTemplate = templateOf(std::string(object.at("template").as_string()));
  for (const auto& kind : object.at("records").as_array()) terms.recordKinds.emplace_back(kind.as_string());
  wire::IssueToken& issue = terms.issue;
  issue.symbol = filled(std::string(object.at("symbol").as_string()), "n", number);
  issue.name = filled(std::string(object.at("name").as_string()), "asset", assetName);
  issue.decimals = static_cast<std::uint8_t>(object.at("decimals").to_number<unsigned>());
  const auto supply = parseU128(std::string(object.at("supply").as_string()));
  if (!supply) return propagate(supply);
  issue.supply = *supply;
  const auto price = unitsOf(object, "unit_price", 2);
  const auto low = unitsOf(object, "min_celsius", 3);
  const auto high = unitsOf(object, "max_celsius", 3);
  for (const auto* value : {&price, &low, &high})
    if (!*value) return propagate(*value);
  issue.unitPriceMinor = static_cast<std::uint64_t>(*price);
  issue.minMilliCelsius = static_cast<std::int32_t>(*low);
  issue.maxMilliCelsius = static_cast<std::int32_t>(*high);
  if (object.contains("currency")) issue.currency = std::string(object.at("currency").as_string());
  if (object.contains("lock_up_days"))
    issue.lockUpSeconds = object.at("lock_up_days").to_number<std::int64_t>() * kSecondsPerDay;
  return terms;
}

}  // namespace

Result<IssueTerms> loadTerms(std::string_view name, std::string_view number, std::string_view assetName) {
  const std::string_view text = resource("templates/" + std::string(name) + ".json");
  if (text.empty())
    return fail("template.unknown", "There is no issuance template '" + std::string(name) + "'.",
                "Known are property, carbon and batch.");
  try {
    return read(boost::json::parse(text).as_object(), number, assetName);
  } catch (const std::exception& error) {
    return fail("template.malformed",
                "The issuance template '" + std::string(name) + "' cannot be read: " + error.what() + ".",
                "Compare it with the shipped ones.");
  }
}

}  // namespace aurigraph::training
