#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace aurigraph {

/// What went wrong, for a program and for a person.
struct Error {
  /// Stable, lower-case, dotted: "batch.too_many_transfers". Programs and tests rely on it; never
  /// reworded. Owned by whoever defines it, a literal.
  std::string_view code;
  std::string message;  ///< What happened and why, one sentence, for a person.
  std::string remedy;   ///< What to do next, one sentence. Empty only where nothing can be done.
};

template <class T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

/// `return fail("batch.empty", "The batch holds no operation.", "Put at least one operation into it.");`
[[nodiscard]] inline tl::unexpected<Error> fail(std::string_view code, std::string message,
                                                std::string remedy = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(remedy)});
}

/// Passes a failure of one result type on as another's.
template <class T>
[[nodiscard]] tl::unexpected<Error> propagate(const Result<T>& failed) {
  return tl::unexpected<Error>(failed.error());
}

}  // namespace aurigraph
