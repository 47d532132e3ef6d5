#pragma once

#include "ui/pages/base/page_entry.h"

namespace aurigraph::ui {

[[nodiscard]] const PageEntry& workflowEntry();

}  // namespace aurigraph::ui
