#include "ui/pages/overview/bar_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <algorithm>

#include "ui/models/node_model.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui {
namespace {

constexpr int kBarHeight = 6;
constexpr int kTickReach = 4;  // beyond the bar, above and below
constexpr int kGap = 8;
constexpr int kPadding = 6;
constexpr int kWordsCharacters = 13;

}  // namespace

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  const QWidget* widget = option.widget;
  QStyle* style = widget != nullptr ? widget->style() : QApplication::style();
  style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, widget);
  const QRect inside = option.rect.adjusted(kPadding, 0, -kPadding, 0);
  const QVariant share = index.data(NodeModel::kShareRole);
  if (!share.isValid()) {
    if (index.data(NodeModel::kMutedRole).toBool()) cell.palette.setColor(QPalette::Text, color(Ink::kMuted));
    // The style leaves room for a focus frame, which headers do not: text stands under its header.
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, widget) + 1;
    cell.rect.adjust(-margin, 0, margin, 0);
    cell.state &= ~QStyle::State_HasFocus;
    cell.backgroundBrush = Qt::NoBrush;
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);
    return;
  }
  const QString text = cell.text;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QFontMetrics metrics(cell.font);
  // Room for "100 %, over 100 %"; the same in every row, so that bars compare.
  const int barWidth = std::clamp(inside.width() - kGap - metrics.averageCharWidth() * kWordsCharacters,
                                  metrics.height(), std::max(metrics.height(), inside.width() / 2));
  const auto mirrored = [&](const QRect& rect) {
    return QRectF(QStyle::visualRect(option.direction, inside, rect));
  };
  const int top = inside.center().y() - kBarHeight / 2 + 1;
  const QVariant threshold = index.data(NodeModel::kThresholdRole);
  const bool over = threshold.isValid() && share.toDouble() >= threshold.toDouble();
  const QRect groove(inside.x(), top, barWidth, kBarHeight);
  painter->setPen(Qt::NoPen);
  painter->setBrush(color(Ink::kLine));
  painter->drawRoundedRect(mirrored(groove), kBarHeight / 2.0, kBarHeight / 2.0);
  const int filled = std::max(kBarHeight / 2, static_cast<int>(share.toDouble() * barWidth));
  painter->setBrush(color(over ? Ink::kWarn : Ink::kAccent));
  painter->drawRoundedRect(mirrored({inside.x(), top, filled, kBarHeight}), kBarHeight / 2.0,
                           kBarHeight / 2.0);
  if (threshold.isValid()) {
    const int at = inside.x() + static_cast<int>(threshold.toDouble() * barWidth);
    painter->setBrush(color(Ink::kText));
    painter->drawRect(mirrored({at - 1, top - kTickReach, 2, kBarHeight + 2 * kTickReach}));
  }
  painter->setPen(over ? color(Ink::kWarn) : color(Ink::kText));
  const QRect words(inside.x() + barWidth + kGap, inside.y(), inside.width() - barWidth - kGap,
                    inside.height());
  painter->setFont(cell.font);
  painter->drawText(
      mirrored(words),
      static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeading)) | Qt::AlignVCenter,
      metrics.elidedText(text, Qt::ElideRight, words.width()));
  painter->restore();
}

}  // namespace aurigraph::ui
