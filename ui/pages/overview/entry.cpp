#include "ui/pages/overview/entry.h"

#include "ui/pages/overview/overview_page.h"

namespace aurigraph::ui {

const PageEntry& overviewEntry() {
  static const PageEntry kEntry{
      .id = QStringLiteral("overview"),
      .title = [] { return OverviewPage::tr("Overview"); },
      .icon = QStringLiteral("overview"),
      .roles = {QStringLiteral("reviewer"), QStringLiteral("operator"), QStringLiteral("auditor")},
      .make = [](const PageContext& context, QWidget* parent) -> Page* {
        return new OverviewPage(context, parent);
      },
      .growsWithTime = true,
  };
  return kEntry;
}

}  // namespace aurigraph::ui
