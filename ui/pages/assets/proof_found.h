#pragma once

#include <QString>

#include "core/wire/proof_bundle.h"

namespace aurigraph::ui::assets {

/// What a link that holds was found to say, for a person; `name`: the verifier's. Empty: unknown.
[[nodiscard]] QString foundWords(const wire::ProofBundle& bundle, const QString& name, qint64 sizeBytes);

}  // namespace aurigraph::ui::assets
