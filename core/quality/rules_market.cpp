#include "core/quality/rule_table.h"

namespace aurigraph::quality {

std::span<const Rule> marketRules() {
  return {};
}

}  // namespace aurigraph::quality
