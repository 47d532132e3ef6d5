#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "nodes/gateway/views/record_differences.h"
#include "nodes/gateway/views/record_original.h"
#include "nodes/gateway/views/render.h"

/// A record's original as JSON, in the words of docs/formats/gateway.md ("Records and reviews").
namespace aurigraph::gateway {

/// Adds fields, checks with their reasons, caps.
void addOriginal(Object& out, const RecordOriginal& original);

[[nodiscard]] boost::json::array render(const std::vector<FieldDifference>& differences);

/// Each finding's share of what its check lost: in proportion to `missed`, whole numbers that sum to
/// `lostPpm` (all of it to the first where none missed anything countable).
[[nodiscard]] std::vector<std::uint32_t> sharesOf(const quality::CheckResult& check);

}  // namespace aurigraph::gateway
