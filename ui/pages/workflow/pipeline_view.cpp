#include "ui/pages/workflow/pipeline_view.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/pages/workflow/stage_card.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui {
namespace {

constexpr int kGap = 18;  // Room of an arrow.
constexpr int kHead = 4;

}  // namespace

PipelineView::PipelineView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("pipeline"));
  setAccessibleName(tr("The pipeline, from the provider's answer to the token"));
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  for (const QString& name : stageNames()) {
    auto* card = new StageCard(name, this);
    cards_.append(card);
    connect(card, &StageCard::clicked, this, [this, name] {
      choose(name);  // A click would toggle: one is always marked.
      Q_EMIT opened(name);
    });
    connect(card, &StageCard::moveWanted, this, [this, at = static_cast<int>(cards_.size()) - 1](int steps) {
      const int to = std::clamp(at + steps, 0, static_cast<int>(cards_.size()) - 1);
      cards_[to]->setFocus(Qt::TabFocusReason);
    });
  }
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PipelineView::set(const Pipeline& pipeline, qint64 lateReviews) {
  for (const Stage& stage : pipeline.stages)
    if (auto* one = card(stage.name)) one->set(stage, troubleText(stage, pipeline.sources, lateReviews));
}

void PipelineView::choose(const QString& stage) {
  chosen_ = stage;
  for (StageCard* each : cards_) each->setChecked(each->stage() == stage);
}

StageCard* PipelineView::card(const QString& stage) const {
  for (StageCard* each : cards_)
    if (each->stage() == stage) return each;
  return nullptr;
}

int PipelineView::cardWidth() const {
  int wide = 0;
  for (const StageCard* each : cards_) wide = std::max(wide, each->narrowWidth());
  return wide;
}
int PipelineView::cardHeight() const {
  int high = 0;
  for (const StageCard* each : cards_) high = std::max(high, each->sizeHint().height());
  return high;
}

int PipelineView::perRow(int width) const {
  const int all = static_cast<int>(cards_.size());
  return width >= all * cardWidth() + (all - 1) * kGap ? all : all / 2;
}

QSize PipelineView::minimumSizeHint() const {
  const int half = static_cast<int>(cards_.size()) / 2;
  return {half * cardWidth() + (half - 1) * kGap, cardHeight()};
}
QSize PipelineView::sizeHint() const {
  const int all = static_cast<int>(cards_.size());
  return {all * cardWidth() + (all - 1) * kGap, cardHeight()};
}
int PipelineView::heightForWidth(int width) const {
  const int rows = static_cast<int>(cards_.size()) / perRow(width);
  return rows * cardHeight() + (rows - 1) * kGap;
}

void PipelineView::arrange() {
  const int inRow = perRow(width());
  const int rows = static_cast<int>(cards_.size()) / inRow;
  const int wide = (width() - (inRow - 1) * kGap) / inRow;
  for (StageCard* each : cards_) each->setWide(rows > 1);
  const int high = std::max(cardHeight(), (height() - (rows - 1) * kGap) / rows);
  for (int i = 0; i < cards_.size(); ++i) {
    int x = i % inRow * (wide + kGap);
    if (layoutDirection() == Qt::RightToLeft) x = width() - x - wide;
    cards_[i]->setGeometry(x, i / inRow * (high + kGap), wide, high);
  }
  update();
}

void PipelineView::resizeEvent(QResizeEvent*) {
  arrange();
}

bool PipelineView::event(QEvent* event) {
  const bool out = QWidget::event(event);
  if (event->type() == QEvent::LayoutRequest) {  // A card grew: its numbers did.
    updateGeometry();
    arrange();
  }
  return out;
}

void PipelineView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color(Ink::kMuted), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  for (qsizetype i = 0; i + 1 < cards_.size(); ++i)
    arrow(painter, cards_[i]->geometry(), cards_[i + 1]->geometry());
}

void PipelineView::arrow(QPainter& painter, const QRect& from, const QRect& to) const {
  QPainterPath path;
  if (from.top() == to.top()) {
    const bool rightward = to.left() > from.left();
    const double y = from.center().y();
    const double begin = rightward ? from.right() + 5 : from.left() - 4;
    const double end = rightward ? to.left() - 4 : to.right() + 5;
    const double back = rightward ? -kHead : kHead;
    path.moveTo(begin, y);
    path.lineTo(end, y);
    path.moveTo(end + back, y - kHead);
    path.lineTo(end, y);
    path.lineTo(end + back, y + kHead);
  } else {  // On to the next row.
    const double middle = (from.bottom() + to.top()) / 2.0;
    path.moveTo(from.center().x(), from.bottom() + 4);
    path.lineTo(from.center().x(), middle);
    path.lineTo(to.center().x(), middle);
    path.lineTo(to.center().x(), to.top() - 4);
    path.moveTo(to.center().x() - kHead, to.top() - 4 - kHead);
    path.lineTo(to.center().x(), to.top() - 4);
    path.lineTo(to.center().x() + kHead, to.top() - 4 - kHead);
  }
  painter.drawPath(path);
}

}  // namespace aurigraph::ui
