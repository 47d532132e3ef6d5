#include "core/quality/rule_table.h"

namespace aurigraph::quality {

std::span<const Rule> supplyRules() {
  return {};
}

}  // namespace aurigraph::quality
