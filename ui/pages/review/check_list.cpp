#include "ui/pages/review/check_list.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include "ui/theme/theme.h"

namespace aurigraph::ui {
namespace {

constexpr int kWrap = Qt::TextWordWrap | Qt::TextWrapAnywhere;
constexpr int kTallest = 10'000;

}  // namespace

QSize ReasonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  if (!CheckModel::isReason(index)) {
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), size.height() + option.fontMetrics.height() / 3};
  }
  const int em = option.fontMetrics.height();
  const int width = std::max(em * 6, tree_.columnWidth(0) - tree_.indentation() * 2 - em);
  const auto& reason = static_cast<const CheckModel*>(index.model())->reason(index);
  const QRect room(0, 0, width, kTallest);
  const int words = option.fontMetrics.boundingRect(room, kWrap, index.data().toString()).height();
  const int facts =
      QFontMetrics(Theme::instance().small()).boundingRect(room, kWrap, factsText(reason)).height();
  return {width, words + facts + em * 4 / 5};
}

void ReasonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  if (!CheckModel::isReason(index)) return QStyledItemDelegate::paint(painter, option, index);
  const int em = option.fontMetrics.height();
  const auto& reason = static_cast<const CheckModel*>(index.model())->reason(index);
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const bool rightToLeft = option.direction == Qt::RightToLeft;
  painter->save();
  if (selected) painter->fillRect(option.rect, color(Ink::kAccentSoft));
  const QRect inner = option.rect.adjusted(em / 2, em * 2 / 5, -em / 2, -em * 2 / 5);
  const int flags = static_cast<int>(rightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop | kWrap;
  painter->setFont(option.font);
  painter->setPen(color(Ink::kText));
  QRect used;
  painter->drawText(inner, flags, index.data().toString(), &used);
  painter->setFont(Theme::instance().small());
  painter->setPen(color(Ink::kMuted));
  painter->drawText(QRect(inner.left(), used.bottom() + 1, inner.width(), inner.bottom() - used.bottom()),
                    flags, factsText(reason));
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
    if (CheckModel::isReason(now))
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
