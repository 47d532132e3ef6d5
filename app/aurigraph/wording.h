#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "core/base/types.h"
#include "nodes/client/client.h"

/// What the gateway answers, for people. Fields that are missing are left out; text from outside is shown
/// without control characters, so that it cannot rule the terminal.
namespace aurigraph::cli {

[[nodiscard]] std::string plain(std::string_view text);
/// "1,234,567"; anything but digits comes back as it is.
[[nodiscard]] std::string grouped(std::string_view digits);
/// Base units with the token's decimals: 1250 of 2 decimals is "12.50".
[[nodiscard]] std::string amountText(std::string_view baseUnits, std::uint64_t decimals);
/// "2026-11-23 18:04:05 UTC"
[[nodiscard]] std::string timeForPeople(Nanoseconds time);
/// 925000 ppm is "0.925"
[[nodiscard]] std::string scoreText(std::uint64_t ppm);

[[nodiscard]] std::string statusText(const boost::json::object& status, std::string_view gatewayUrl);
[[nodiscard]] std::string identityText(const boost::json::object& identity);
[[nodiscard]] std::string claimsText(const boost::json::array& claims);
[[nodiscard]] std::string trustText(const boost::json::object& trust);
[[nodiscard]] std::string sourcesText(const boost::json::array& sources);
[[nodiscard]] std::string sourceText(const boost::json::object& source);
[[nodiscard]] std::string factsText(const boost::json::array& facts);
[[nodiscard]] std::string assetsText(const boost::json::array& assets);
[[nodiscard]] std::string assetText(const boost::json::object& asset);
[[nodiscard]] std::string reviewsText(const boost::json::array& reviews);
[[nodiscard]] std::string recordText(const boost::json::object& record);
/// One line without its end.
[[nodiscard]] std::string eventLine(const client::StreamEvent& event);
[[nodiscard]] boost::json::object eventJson(const client::StreamEvent& event);

}  // namespace aurigraph::cli
