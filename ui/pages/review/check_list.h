#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

#include "ui/models/check_model.h"

namespace aurigraph::ui {

/// Words of a reason in as many lines as they need, its facts below them.
class ReasonDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  explicit ReasonDelegate(QTreeView& tree) : QStyledItemDelegate(&tree), tree_(tree) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  QTreeView& tree_;
};

/// The checks as a tree: Right, Enter or Space opens one; going to a reason points at its field.
class CheckList : public QTreeView {
  Q_OBJECT
 public:
  explicit CheckList(QWidget* parent = nullptr);

  void setChecks(const QList<CheckOutcome>& checks);
  void setOpened(const QSet<QString>& opened) { model_->setOpened(opened); }
  void openCheck(const QString& name);
  /// Opens all that lost points.
  void openFailing();
  [[nodiscard]] CheckModel& checks() { return *model_; }

 Q_SIGNALS:
  void checkOpened(const QString& name);
  void pointed(const QString& pointer);
  void rawWanted();  ///< Enter on a reason.

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void toggle(const QModelIndex& index);

  CheckModel* model_;
};

}  // namespace aurigraph::ui
