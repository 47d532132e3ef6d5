#pragma once

#include "ui/client/json.h"

namespace aurigraph::ui {

/// Text of others out of an answer, ready to be shown: tame().
[[nodiscard]] QString tamedIn(const QJsonObject& object, const char* name, int atMost = 200);

}  // namespace aurigraph::ui
