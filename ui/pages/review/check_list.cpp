#include "ui/pages/review/check_list.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

#include "ui/theme/theme.h"

namespace aurigraph::ui {
namespace {

/// Between words; inside one only where it would not fit otherwise. Answers the height.
int drawWrapped(QPainter* painter, const QString& text, const QFont& font, QPointF at, int width,
                Qt::LayoutDirection direction) {
  QTextLayout layout(text, font);
  QTextOption option(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
  option.setTextDirection(direction);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  layout.beginLayout();
  qreal y = 0;
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    line.setPosition({0, y});
    y += line.height();
  }
  layout.endLayout();
  if (painter != nullptr) layout.draw(painter, at);
  return static_cast<int>(y + 0.5);
}

}  // namespace

QSize ReasonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  if (!CheckModel::isReason(index)) {
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), size.height() + option.fontMetrics.height() / 3};
  }
  const int em = option.fontMetrics.height();
  const int width = std::max(em * 6, tree_.columnWidth(0) - tree_.indentation() * 2 - em);
  const auto& reason = static_cast<const CheckModel*>(index.model())->reason(index);
  const int words = drawWrapped(nullptr, index.data().toString(), option.font, {}, width, option.direction);
  const int facts =
      drawWrapped(nullptr, factsText(reason), Theme::instance().small(), {}, width, option.direction);
  return {width, words + facts + em * 4 / 5};
}

void ReasonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  if (!CheckModel::isReason(index)) return QStyledItemDelegate::paint(painter, option, index);
  const int em = option.fontMetrics.height();
  const auto& reason = static_cast<const CheckModel*>(index.model())->reason(index);
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  painter->save();
  if (selected) painter->fillRect(option.rect, color(Ink::kAccentSoft));
  const QRect inner = option.rect.adjusted(em / 2, em * 2 / 5, -em / 2, -em * 2 / 5);
  painter->setPen(color(Ink::kText));
  const int words = drawWrapped(painter, index.data().toString(), option.font, inner.topLeft(), inner.width(),
                                option.direction);
  painter->setPen(color(Ink::kMuted));
  drawWrapped(painter, factsText(reason), Theme::instance().small(), inner.topLeft() + QPoint(0, words),
              inner.width(), option.direction);
  painter->restore();
}

CheckList::CheckList(QWidget* parent) : QTreeView(parent), model_(new CheckModel(this)) {
  setObjectName(QStringLiteral("checks"));
  setAccessibleName(tr("Checks of the record"));
  setModel(model_);
  setItemDelegateForColumn(CheckModel::kName, new ReasonDelegate(*this));
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setTabKeyNavigation(false);
  setExpandsOnDoubleClick(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  header()->setStretchLastSection(false);
  header()->setSectionsMovable(false);
  header()->setSectionResizeMode(CheckModel::kName, QHeaderView::Stretch);
  header()->setSectionResizeMode(CheckModel::kEarned, QHeaderView::ResizeToContents);
  header()->setSectionResizeMode(CheckModel::kLost, QHeaderView::ResizeToContents);
  // Words wrap at the width of their column.
  connect(header(), &QHeaderView::sectionResized, this, [this](int section) {
    if (section == CheckModel::kName)
      QMetaObject::invokeMethod(this, &QTreeView::doItemsLayout, Qt::QueuedConnection);
  });
  connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) {
    Q_EMIT checkOpened(index.data(CheckModel::kCheckRole).toString());
  });
  connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
    if (!CheckModel::isReason(index) && index.column() != 0) toggle(index.siblingAtColumn(0));
  });
  connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
    if (!CheckModel::isReason(now)) return;
    if (now.row() == 0) scrollTo(now.parent());  // What it is a reason of stays in sight.
    Q_EMIT pointed(now.siblingAtColumn(0).data(CheckModel::kPointerRole).toString());
  });
}

void CheckList::setChecks(const QList<CheckOutcome>& checks) {
  model_->setChecks(checks);
  if (model_->rowCount() > 0) setCurrentIndex(model_->index(0, 0));
}

void CheckList::openCheck(const QString& name) {
  const int row = model_->rowOf(name);
  if (row < 0) return;
  const QModelIndex index = model_->index(row, 0);
  setCurrentIndex(index);
  expand(index);
  scrollTo(index, QAbstractItemView::PositionAtTop);
}

void CheckList::openFailing() {
  for (int row = 0; row < model_->rowCount(); ++row)
    if (model_->check(row).failing()) expand(model_->index(row, 0));
}

void CheckList::toggle(const QModelIndex& index) {
  if (CheckModel::isReason(index)) return Q_EMIT rawWanted();
  // A check without reasons has nothing to unfold; looking at it is all there is.
  if (model_->rowCount(index) == 0) return Q_EMIT checkOpened(index.data(CheckModel::kCheckRole).toString());
  setExpanded(index, !isExpanded(index));
}

void CheckList::keyPressEvent(QKeyEvent* event) {
  const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
  if (plain &&
      (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
    if (currentIndex().isValid()) toggle(currentIndex().siblingAtColumn(0));
    return;
  }
  QTreeView::keyPressEvent(event);
}

}  // namespace aurigraph::ui
