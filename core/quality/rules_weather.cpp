#include "core/quality/rule_table.h"

namespace aurigraph::quality {

std::span<const Rule> weatherRules() {
  return {};
}

}  // namespace aurigraph::quality
