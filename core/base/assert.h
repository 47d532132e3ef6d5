#pragma once

namespace aurigraph {

/// Ends the process with the place and the words. Never returns.
/// For what can only be our own bug; what can come from outside is a Result.
[[noreturn]] void assertionFailed(const char* condition, const char* file, unsigned line,
                                  const char* function) noexcept;

}  // namespace aurigraph

/// Always on, also in release builds: a replica that is wrong must stop, not go on.
/// (No std::source_location: clang 14, which tidies and fuzzes this code, does not have it.)
#define AG_ASSERT(condition)                                                  \
  do {                                                                        \
    if (!(condition)) [[unlikely]]                                            \
      ::aurigraph::assertionFailed(#condition, __FILE__, __LINE__, __func__); \
  } while (false)
