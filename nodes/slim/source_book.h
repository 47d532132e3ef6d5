#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/types.h"
#include "core/ledger/reason.h"
#include "nodes/slim/ledger_port.h"

namespace aurigraph::slim {

/// What the ledger believes of each of our sources, as we heard it last (R-TRUST-1). Nobody asks a source
/// whose records the ledger would not take, and nothing is estimated better than the ledger believes. Any
/// thread.
class SourceBook {
 public:
  /// `rest`: how long a source rests that the ledger just turned away: the node that is asked about it may be
  /// a moment behind the one that refused.
  SourceBook(std::function<Nanoseconds()> now, std::chrono::nanoseconds rest)
      : now_(std::move(now)), rest_(rest) {}

  /// `word`: nothing: the ledger knows no such source.
  void heard(std::string_view source, const std::optional<SourceWord>& word);
  /// Records of it were not taken, for one of the reasons that pass: it is paused, or its hour is used up.
  void refused(std::string_view source, ledger::ReasonCode why);

  /// The terms by which a record of it is taken now. `provider`: whose answers we take it for.
  /// Errors: source.unheard, source.unknown, source.other_provider, source.paused, source.budget.
  [[nodiscard]] Result<wire::SourceTerms> believed(std::string_view source, std::string_view provider) const;
  /// Whose records wait: paused, without budget, or just turned away. They go out when that is over.
  [[nodiscard]] std::vector<std::string> resting() const;

 private:
  struct Entry {
    bool heard = false;
    std::optional<SourceWord> word;
    Nanoseconds restsUntil;  ///< Since it was refused …
    ledger::ReasonCode refusedFor = ledger::ReasonCode::kDone;
  };
  /// Why nothing of it is taken now, though it may be later; kDone: it is.
  [[nodiscard]] ledger::ReasonCode whyItRests(const Entry& entry) const;

  std::function<Nanoseconds()> now_;
  std::chrono::nanoseconds rest_;
  mutable std::mutex mutex_;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace aurigraph::slim
