#pragma once

#include "ui/pages/base/page.h"

namespace aurigraph::ui {

/// The keys of the pages and, if one is shown, its own.
void showKeys(QWidget* window, const QList<Page*>& pages, const Page* shown);
/// Which program this is, and what a final block says and does not say.
void showAbout(QWidget* window);

}  // namespace aurigraph::ui
