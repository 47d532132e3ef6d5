#include "ui/shell/page_list.h"

namespace aurigraph::ui {

QList<Page*> makePages(const PageContext&, QWidget*) {
  return {};
}

}  // namespace aurigraph::ui
