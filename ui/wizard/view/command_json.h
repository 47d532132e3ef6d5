#pragma once

#include <QJsonObject>

#include "core/wire/commands.h"

namespace aurigraph::ui {

/// Commands as POST /contract/simulate takes them (docs/formats/gateway.md). Never for signing: what is
/// signed is encoded here, on this computer, from the command itself.
[[nodiscard]] QJsonObject jsonOf(const wire::RegisterAsset& command);
[[nodiscard]] QJsonObject jsonOf(const wire::IssueToken& command);

}  // namespace aurigraph::ui
