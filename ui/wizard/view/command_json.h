#pragma once

#include <QJsonObject>

#include "core/wire/commands.h"

namespace aurigraph::ui {

/// A command as `POST /contract/simulate` takes it (docs/formats/commands.md). Never for signing: what is
/// signed is encoded here, on this computer, from the command itself.
[[nodiscard]] QJsonObject jsonOf(const wire::AnyCommand& command);

}  // namespace aurigraph::ui
