#pragma once

#include <QDateTime>
#include <QWidget>

#include "ui/models/queue_filter.h"

class QAbstractItemView;
class QButtonGroup;
class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace aurigraph::ui {

class PlainLabel;

/// The queue: chips that filter and count, the list, what arrived meanwhile, and why it is empty.
/// Narrow it shows cards, wide a table; both over one model and one selection.
class QueuePanel : public QWidget {
  Q_OBJECT
 public:
  explicit QueuePanel(QWidget* parent = nullptr);

  [[nodiscard]] QueueModel& model() { return *model_; }
  [[nodiscard]] QueueFilter& filter() { return *filter_; }

  void setItems(const QList<RecordItem>& items);
  void setNow(const QDateTime& now);
  void clear();

  [[nodiscard]] QString currentId() const;
  /// Rows that are marked, the current one included.
  [[nodiscard]] QStringList selectedIds() const;
  bool select(const QString& id);
  void selectFirst();
  /// To the neighbour; false: there is none.
  bool step(int by, bool extend = false);
  void focusFilter();
  void focusList();
  void showArrivals();

 Q_SIGNALS:
  void currentChanged(const QString& id);
  void opened(const QString& id);  ///< Enter.
  void selectionCountChanged(int count);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] QAbstractItemView& view() const;
  void countAgain();
  void arrange();

  QueueModel* model_;
  QueueFilter* filter_;
  QButtonGroup* chips_;
  QLineEdit* text_;
  QComboBox* category_;
  QPushButton* arrivals_;
  QListView* cards_;
  QTableView* table_;
  QStackedWidget* views_;
  QWidget* empty_;
  PlainLabel* emptyText_;
  QPushButton* clearFilter_;
};

}  // namespace aurigraph::ui
