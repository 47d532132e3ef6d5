#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "app/demo/report.h"

namespace aurigraph::cli {

[[nodiscard]] boost::json::object toJson(const demo::DemoReport& report);
/// The summary that a person reads at the end.
[[nodiscard]] std::string toText(const demo::DemoReport& report);

}  // namespace aurigraph::cli
