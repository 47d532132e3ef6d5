#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace aurigraph {

void assertionFailed(const char* condition, const char* file, unsigned line, const char* function) noexcept {
  std::fprintf(stderr, "aurigraph: assertion failed: %s at %s:%u in %s\n", condition, file, line, function);
  std::fflush(stderr);
  std::abort();
}

}  // namespace aurigraph
