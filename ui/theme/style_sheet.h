#pragma once

#include <QString>

namespace aurigraph::ui {

class Theme;

/// What Fusion and the palette alone do not give. Pages ask for a look by the dynamic properties `look` and
/// `tone` (docs in ui/README.md), never by a style sheet of their own.
[[nodiscard]] QString styleSheet(const Theme& theme);

}  // namespace aurigraph::ui
