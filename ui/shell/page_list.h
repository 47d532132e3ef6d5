#pragma once

#include <QList>
#include <functional>

#include "ui/pages/base/page.h"

namespace aurigraph::ui {

/// Every page the window has, in the order of the rail. A page whose backend does not exist is not here.
[[nodiscard]] QList<Page*> makePages(const PageContext& context, QWidget* parent);

/// For windows with other pages, as tests have them.
using PageMaker = std::function<QList<Page*>(const PageContext& context, QWidget* parent)>;

}  // namespace aurigraph::ui
