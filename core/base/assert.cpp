#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace aurigraph {

void assertionFailed(const char* condition, const std::source_location& where) noexcept {
  std::fprintf(stderr, "aurigraph: assertion failed: %s at %s:%u in %s\n", condition, where.file_name(),
               static_cast<unsigned>(where.line()), where.function_name());
  std::fflush(stderr);
  std::abort();
}

}  // namespace aurigraph
