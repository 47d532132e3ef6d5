#pragma once

#include <source_location>

namespace aurigraph {

/// Ends the process with the place and the words. Never returns.
/// For what can only be our own bug; what can come from outside is a Result (docs/errors.md).
[[noreturn]] void assertionFailed(const char* condition, const std::source_location& where) noexcept;

}  // namespace aurigraph

/// Always on, also in release builds: a replica that is wrong must stop, not go on.
#define AG_ASSERT(condition)                                                     \
  do {                                                                           \
    if (!(condition)) [[unlikely]]                                               \
      ::aurigraph::assertionFailed(#condition, std::source_location::current()); \
  } while (false)
