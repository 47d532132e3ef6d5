#pragma once

#include "ui/models/row_model.h"
#include "ui/pages/assets/proof_flow.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui::assets {

/// What the page says about a proof.
struct VerdictWords {
  const char* tone = nullptr;  ///< Of the banner.
  const char* icon = "proof";
  Ink ink = Ink::kMuted;
  QString title;
  QString text;
};
[[nodiscard]] VerdictWords verdictWords(const ProofFlow& flow);

[[nodiscard]] Row stepRow(const ProofStep& step);
/// "Holds: …", "Does not hold: … (code)", "Not checked …"
[[nodiscard]] QString foundText(const ProofStep& step);

/// What to type to check `file` with the command-line tool, quoted for a shell.
[[nodiscard]] QString verifyCommand(const QString& genesis, const QString& file);

}  // namespace aurigraph::ui::assets
