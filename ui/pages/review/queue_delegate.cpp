#include "ui/pages/review/queue_delegate.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

constexpr int kLines = 3;

QFont bold(QFont font) {
  font.setWeight(QFont::DemiBold);
  return font;
}

}  // namespace

QueueDelegate::QueueDelegate(const QueueFilter& queue, QObject* parent)
    : QStyledItemDelegate(parent), queue_(queue) {}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  const int line = option.fontMetrics.height();
  return {line * 12, line * kLines + line * 6 / 5};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const auto cell = [&index](int column) {
    return index.sibling(index.row(), column).data(Qt::DisplayRole).toString();
  };
  const RecordItem& item = queue_.itemAt(index);
  const auto& model = *static_cast<const QueueModel*>(queue_.sourceModel());
  const auto urgency = model.urgency(item);
  const Ink dueInk = urgency == QueueModel::Urgency::kLate   ? Ink::kFail
                     : urgency == QueueModel::Urgency::kSoon ? Ink::kWarn
                                                             : Ink::kMuted;
  const QFont plain = option.font;
  const QFont strong = bold(plain);
  const QFont small = Theme::instance().small();
  const int em = option.fontMetrics.height();
  const int margin = em / 2;
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const bool rightToLeft = option.direction == Qt::RightToLeft;

  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRect whole = option.rect;
  if (selected) painter->fillRect(whole, color(Ink::kAccentSoft));
  // A bar at the leading edge: selection is not only a tint.
  const QRect bar(rightToLeft ? whole.right() - 3 : whole.left(), whole.top(), 4, whole.height());
  if (selected) painter->fillRect(bar, color(Ink::kAccent));
  painter->setPen(color(Ink::kLine));
  painter->drawLine(whole.bottomLeft(), whole.bottomRight());

  const QRect inner = whole.adjusted(margin + 4, em * 3 / 5, -margin, -em * 3 / 5);
  const auto lineRect = [&](int line) {
    return QRect(inner.left(), inner.top() + line * em, inner.width(), em);
  };
  const auto leading = rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
  const auto trailing = rightToLeft ? Qt::AlignLeft : Qt::AlignRight;
  /// Draws at an edge and answers how wide it was.
  const auto draw = [&](QRect where, const QString& text, const QFont& font, Ink ink, Qt::Alignment edge,
                        Qt::TextElideMode elide = Qt::ElideRight) {
    painter->setFont(font);
    painter->setPen(color(ink));
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, elide, where.width());
    painter->drawText(
        where,
        static_cast<int>(edge | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine | Qt::TextDontClip,
        shown);
    return metrics.horizontalAdvance(shown);
  };
  const auto shorten = [&](QRect rect, int leadingBy, int trailingBy) {
    return rightToLeft ? rect.adjusted(trailingBy, 0, -leadingBy, 0)
                       : rect.adjusted(leadingBy, 0, -trailingBy, 0);
  };

  // 1: sign and words of the due time, score.
  const QRect first = lineRect(0);
  const int sign = em * 4 / 5;
  const QRect signRect(rightToLeft ? first.right() - sign : first.left(), first.top() + (em - sign) / 2, sign,
                       sign);
  index.sibling(index.row(), QueueModel::kDue)
      .data(Qt::DecorationRole)
      .value<QIcon>()
      .paint(painter, signRect);
  const int scoreWide = draw(first, cell(QueueModel::kScore), strong, Ink::kText, trailing);
  draw(shorten(first, sign + em / 3, scoreWide + margin), cell(QueueModel::kDue),
       urgency == QueueModel::Urgency::kFine ? plain : strong, dueInk, leading);

  // 2: the asset, and whose it is.
  const QString claim = cell(QueueModel::kClaim);
  const QRect second = lineRect(1);
  int claimWide = 0;
  if (!claim.isEmpty()) {
    const QFontMetrics metrics(small);
    const QString shown = metrics.elidedText(claim, Qt::ElideRight, second.width() / 2);
    const int textWide = metrics.horizontalAdvance(shown);
    const int lock = em * 3 / 4;
    claimWide = textWide + lock + em / 4;
    const Ink ink = item.claimedByMe ? Ink::kAccent : Ink::kMuted;
    draw(second, shown, small, ink, trailing);
    const QRect lockRect(rightToLeft ? second.left() + textWide + em / 4 : second.right() - claimWide,
                         second.top() + (em - lock) / 2, lock, lock);
    Theme::instance()
        .icon(item.claimedByMe ? QStringLiteral("person") : QStringLiteral("lock"), ink)
        .paint(painter, lockRect);
  }
  draw(shorten(second, 0, claimWide + (claimWide > 0 ? margin : 0)), cell(QueueModel::kAsset), strong,
       Ink::kText, leading, Qt::ElideMiddle);  // Keys differ at their ends.

  // 3: what it is and where it comes from.
  draw(lineRect(2),
       tr("%1 · %2 · %3")
           .arg(cell(QueueModel::kKind), cell(QueueModel::kSource), cell(QueueModel::kSubmitter)),
       small, Ink::kMuted, leading);

  if (option.state.testFlag(QStyle::State_HasFocus) && selected) {
    painter->setPen(QPen(color(Ink::kAccent), 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(whole).adjusted(1, 1, -1, -2));
  }
  painter->restore();
}

}  // namespace aurigraph::ui
