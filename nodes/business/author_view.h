#pragma once

#include <functional>
#include <optional>

#include "core/base/types.h"
#include "core/ledger/rows.h"
#include "core/wire/batch.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::business {

/// What the ledger says about a batch's author, as of some applied height.
struct AuthorView {
  Height height;                                         ///< That the ledger had executed.
  bool known = false;                                    ///< The key is somebody's, or was.
  bool keyEnded = false;                                 ///< It was.
  std::optional<RequestNumber> next;                     ///< Of its session; nothing: that is closed.
  std::optional<ledger::SessionRow::Kept> cachedResult;  ///< If this very batch was executed before.
};

/// Makes the message by which the replica beside us answers `tell` on its own turn.
using AskLedger =
    std::function<runtime::Message(const wire::BatchHeader& header, std::function<void(AuthorView)> tell)>;

/// The product's: a replica::ReadLedger.
runtime::Message askLedger(const wire::BatchHeader& header, std::function<void(AuthorView)> tell);

}  // namespace aurigraph::business
