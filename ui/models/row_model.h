#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace aurigraph::ui {

/// One cell as people see it.
struct Cell {
  QString text;
  QString whole = {};          ///< Tooltip, when `text` is shortened.
  const char* tone = nullptr;  ///< "ok", "warn", "fail", "simulated"; null: none. Never the only carrier.
  const char* icon = nullptr;
  bool monospaced = false;
  bool number = false;  ///< Aligned at the far side.
  bool chip = false;    ///< Drawn as a Chip in its tone.
  bool operator==(const Cell&) const = default;
};

struct Row {
  QString id;  ///< What activating it opens.
  QList<Cell> cells;
  bool operator==(const Row&) const = default;
};

/// Small tables (hundreds of rows): all rows at once, equal rows stay untouched so that focus and selection
/// survive a refresh. The first column speaks the whole row to a screen reader.
class RowModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  explicit RowModel(QStringList headers, QObject* parent = nullptr);

  void setRows(QList<Row> rows);
  [[nodiscard]] const QList<Row>& rows() const { return rows_; }
  [[nodiscard]] int find(const QString& id) const;  ///< -1: not there.

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  [[nodiscard]] QString sentence(const Row& row) const;

  QStringList headers_;
  QList<Row> rows_;
};

}  // namespace aurigraph::ui
