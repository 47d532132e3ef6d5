#include "ui/shell/page_list.h"

#include "ui/pages/assets/assets_page.h"
#include "ui/pages/issuance/issuance_page.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/pages/review/review_page.h"
#include "ui/pages/workflow/workflow_page.h"

namespace aurigraph::ui {

QList<Page*> makePages(const PageContext& context, QWidget* parent) {
  return {new OverviewPage(context, parent), new WorkflowPage(context, parent),
          new ReviewPage(context, parent), new IssuancePage(context, parent),
          new AssetsPage(context, parent)};
}

}  // namespace aurigraph::ui
