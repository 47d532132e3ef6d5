#include "core/quality/rule_table.h"

namespace aurigraph::quality {

std::span<const Rule> carbonRules() {
  return {};
}

}  // namespace aurigraph::quality
