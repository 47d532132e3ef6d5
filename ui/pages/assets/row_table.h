#pragma once

#include "ui/models/row_model.h"

class QTableView;

namespace aurigraph::ui::assets {

/// A table of whole rows: one selected, no editing, Tab leaves it. `stretch`: the column that takes the room.
void dressTable(QTableView& view, RowModel& model, const QString& objectName, const QString& accessibleName,
                int stretch);
/// Sets rows and keeps the selected one, else selects the first.
void setRowsKeepingCurrent(QTableView& view, RowModel& model, QList<Row> rows);
/// As high as its rows, at most `most`; for tables inside something that scrolls.
void fitHeight(QTableView& view, int most);

}  // namespace aurigraph::ui::assets
