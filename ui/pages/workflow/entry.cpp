#include "ui/pages/workflow/entry.h"

#include "ui/pages/workflow/workflow_page.h"

namespace aurigraph::ui {
namespace {

QString recordId(const QJsonObject& item) {
  return item[QLatin1String("id")].toString();
}

}  // namespace

const PageEntry& workflowEntry() {
  static const PageEntry kEntry{
      .id = QStringLiteral("workflow"),
      .title = [] { return WorkflowPage::tr("Workflow"); },
      .icon = QStringLiteral("workflow"),
      .roles = {QStringLiteral("reviewer"), QStringLiteral("operator"), QStringLiteral("auditor")},
      .make = [](const PageContext& context, QWidget* parent) -> Page* {
        return new WorkflowPage(context, parent);
      },
      .scenes = {{QStringLiteral("workflow-record"), QStringLiteral("/query/records?stage=token&limit=1"),
                  QStringLiteral("record"), recordId}},
  };
  return kEntry;
}

}  // namespace aurigraph::ui
