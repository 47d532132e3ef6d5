#include "core/quality/rule_table.h"

namespace aurigraph::quality {

std::span<const Rule> propertyRules() {
  return {};
}

}  // namespace aurigraph::quality
