#pragma once

#include <QList>
#include <QString>

#include "core/wire/commands.h"

namespace aurigraph::ui {

/// Why a reviewer decides so. The code goes to the ledger, the words are the window's.
struct ReasonCode {
  std::uint16_t code = 0;  ///< 1…65535, never reused for another meaning.
  QString text;            ///< Translated.
  bool approves = false;
  bool rejects = false;
};

/// The shipped list (resources/review/reason_codes.json).
[[nodiscard]] QList<ReasonCode> reasonCodes();
[[nodiscard]] QList<ReasonCode> reasonCodesFor(wire::ReviewDecision decision);
/// Words of a code, also of one that this program does not know.
[[nodiscard]] QString reasonText(int code);

}  // namespace aurigraph::ui
