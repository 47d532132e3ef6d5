#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "app/training/report.h"

namespace aurigraph::cli {

[[nodiscard]] boost::json::object toJson(const training::DemoReport& report);
/// The summary that a person reads at the end.
[[nodiscard]] std::string toText(const training::DemoReport& report);

}  // namespace aurigraph::cli
