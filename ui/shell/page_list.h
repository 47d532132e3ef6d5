#pragma once

#include <QList>

#include "ui/pages/base/page_entry.h"

namespace aurigraph::ui {

/// Every page the window has, in the order of the rail: the list `pages` in ui/CMakeLists.txt, of which the
/// body of this function is made (page_list.cpp.in). A page whose backend does not exist is not here.
[[nodiscard]] const QList<PageEntry>& allPages();

}  // namespace aurigraph::ui
