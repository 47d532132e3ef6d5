#include "ui/pages/assets/row_table.h"

#include <QHeaderView>
#include <QTableView>

#include "ui/widgets/chip_delegate.h"

namespace aurigraph::ui::assets {
namespace {

constexpr int kRoomOfFocusRing = 4;

}  // namespace

void dressTable(QTableView& view, RowModel& model, const QString& objectName, const QString& accessibleName,
                int stretch) {
  view.setModel(&model);
  view.setItemDelegate(new ChipDelegate(&view));
  view.setObjectName(objectName);
  view.setAccessibleName(accessibleName);
  view.setSelectionBehavior(QAbstractItemView::SelectRows);
  view.setSelectionMode(QAbstractItemView::SingleSelection);
  view.setEditTriggers(QAbstractItemView::NoEditTriggers);
  view.setTabKeyNavigation(false);
  view.setShowGrid(false);
  view.setWordWrap(false);
  view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view.setTextElideMode(Qt::ElideRight);
  view.verticalHeader()->hide();
  view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  view.verticalHeader()->setDefaultSectionSize(view.fontMetrics().height() * 2);
  auto* header = view.horizontalHeader();
  header->setHighlightSections(false);
  header->setSectionResizeMode(QHeaderView::ResizeToContents);
  header->setSectionResizeMode(stretch, QHeaderView::Stretch);
  header->setMinimumSectionSize(view.fontMetrics().averageCharWidth() * 7);
}

void setRowsKeepingCurrent(QTableView& view, RowModel& model, QList<Row> rows) {
  const int before = view.currentIndex().row();
  const QString id = before >= 0 && before < model.rows().size() ? model.rows()[before].id : QString();
  model.setRows(std::move(rows));
  if (model.rowCount() == 0) return;
  const int found = id.isEmpty() ? 0 : std::max(0, model.find(id));
  if (view.currentIndex().row() != found) view.setCurrentIndex(model.index(found, 0));
}

void fitHeight(QTableView& view, int most) {
  const int rows = std::clamp(view.model()->rowCount(), 1, most);
  const int height =
      view.horizontalHeader()->sizeHint().height() + rows * view.verticalHeader()->defaultSectionSize();
  view.setFixedHeight(height + 2 * view.frameWidth() + kRoomOfFocusRing);
}

}  // namespace aurigraph::ui::assets
