#include "ui/widgets/chip_delegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/theme/theme.h"

namespace aurigraph::ui {
namespace {

struct Inks {
  const char* tone;
  Ink text;
  Ink soft;
};

constexpr Inks kInks[] = {
    {"ok", Ink::kOk, Ink::kOkSoft},
    {"warn", Ink::kWarn, Ink::kWarnSoft},
    {"fail", Ink::kFail, Ink::kFailSoft},
    {"stale", Ink::kStale, Ink::kStaleSoft},
    {"accent", Ink::kAccent, Ink::kAccentSoft},
    {"simulated", Ink::kSimulated, Ink::kSimulatedSoft},
    {"training", Ink::kTraining, Ink::kTrainingSoft},
};

constexpr int kSide = 8;
constexpr int kMargin = 6;

const Inks* inksOf(const QModelIndex& index) {
  const QString tone = index.data(ChipDelegate::kToneRole).toString();
  for (const auto& each : kInks)
    if (tone == QLatin1String(each.tone)) return &each;
  return nullptr;
}

}  // namespace

void ChipDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  const Inks* inks = inksOf(index);
  if (inks == nullptr) return QStyledItemDelegate::paint(painter, option, index);
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  const QString text = cell.text;
  cell.text.clear();
  QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setFont(Theme::instance().small());
  const QFontMetrics metrics = painter->fontMetrics();
  const int high = metrics.height() + 2;
  const int wide = std::min(metrics.horizontalAdvance(text) + 2 * kSide, option.rect.width() - kMargin);
  QRectF box(option.rect.left() + kMargin, option.rect.center().y() - high / 2.0, wide, high);
  if (option.direction == Qt::RightToLeft) box.moveRight(option.rect.right() - kMargin);
  painter->setPen(color(inks->text));
  painter->setBrush(color(inks->soft));
  painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), high / 2.0, high / 2.0);
  painter->drawText(box, Qt::AlignCenter | Qt::TextSingleLine,
                    metrics.elidedText(text, Qt::ElideRight, wide - kSide));
  painter->restore();
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QSize plain = QStyledItemDelegate::sizeHint(option, index);
  if (inksOf(index) == nullptr) return plain;
  return {plain.width() + 2 * kSide, plain.height()};
}

}  // namespace aurigraph::ui
