#include "ui/charts/chart_plot.h"

#include <QApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>
#include <cmath>

#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

using Heard = RingSeries::Heard;
constexpr int kIntervals[] = {10, 15, 30, 60, 120, 300, 600, 900, 1'800, 3'600};

}  // namespace

QPen penOf(const ChartLine& line, qsizetype index) {
  QPen pen(color(line.ink), index == 0 ? 2.0 : 1.8);
  pen.setCapStyle(Qt::FlatCap);
  pen.setJoinStyle(Qt::RoundJoin);
  static const QList<QList<qreal>> kDashes = {{}, {5, 2.5}, {1.5, 2}, {7, 2, 1.5, 2}};
  if (const auto& dashes = kDashes[index % kDashes.size()]; !dashes.isEmpty()) pen.setDashPattern(dashes);
  return pen;
}

ChartPlot::ChartPlot(const Chart& chart, TimeWindow& time, QWidget* parent)
    : QChartView(parent),
      chart_(chart),
      time_(time),
      scale_(chart.whole),
      x_(new QValueAxis(this)),
      y_(new QValueAxis(this)),
      pieces_(chart.lines.size()) {
  setObjectName(chart.name + QLatin1String("Plot"));
  setAccessibleName(chart.title);
  setLayoutDirection(Qt::LeftToRight);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setRubberBand(QChartView::NoRubberBand);
  this->chart()->setAnimationOptions(QChart::NoAnimation);
  this->chart()->legend()->hide();
  this->chart()->setBackgroundVisible(false);
  this->chart()->setMargins({});
  for (QValueAxis* axis : {x_, y_}) axis->setVisible(false);
  this->chart()->addAxis(x_, Qt::AlignBottom);
  this->chart()->addAxis(y_, Qt::AlignLeft);
  y_->setRange(0, scale_.top());
  dress();
  connect(&Theme::instance(), &Theme::changed, this, &ChartPlot::dress);
  connect(&time_, &TimeWindow::cursorMoved, viewport(), qOverload<>(&QWidget::update));
}

void ChartPlot::dress() {
  setBackgroundBrush(Qt::NoBrush);
  viewport()->setAutoFillBackground(false);
  for (qsizetype line = 0; line < pieces_.size(); ++line)
    for (QLineSeries* each : pieces_[line]) each->setPen(penOf(chart_.lines[line], line));
  viewport()->update();
}

QLineSeries* ChartPlot::piece(qsizetype line, qsizetype index) {
  while (pieces_[line].size() <= index) {
    auto* series = new QLineSeries(this);
    series->setName(chart_.lines[line].name);
    series->setPen(penOf(chart_.lines[line], line));
    series->setMarkerSize(4);
    chart()->addSeries(series);
    series->attachAxis(x_);
    series->attachAxis(y_);
    pieces_[line].append(series);
  }
  return pieces_[line][index];
}

QList<QLineSeries*> ChartPlot::pieces(qsizetype line) const {
  QList<QLineSeries*> out;
  for (QLineSeries* each : pieces_[line])
    if (each->count() > 0) out.append(each);
  return out;
}

QPointF ChartPlot::pointAt(const RingSeries::Point& point) const {
  // Seconds from the left edge: the axis stands still, so one replace() is all that a tick costs.
  return {static_cast<double>(point.second) + shown_.step / 2.0 - shown_.begin, point.value};
}

void ChartPlot::showLine(qsizetype line) {
  const auto& points = shown_.lines[line];
  const QList<Run> runs = runsOf(points);
  QList<QList<QPointF>> wanted;
  // First the dots: seconds that stand alone, or all when there are too many pieces.
  QList<QPointF> dots;
  const bool torn = runs.size() > kMaxPieces;
  for (const Run& run : runs) {
    QList<QPointF> piece;
    for (int index = run.first; index < run.first + run.length; ++index) piece.append(pointAt(points[index]));
    if (torn || run.length == 1)
      dots.append(piece);
    else
      wanted.append(std::move(piece));
  }
  QLineSeries* const alone = piece(line, 0);
  alone->setPointsVisible(true);
  alone->setPen(Qt::NoPen);
  alone->setColor(color(chart_.lines[line].ink));
  if (!dots.isEmpty() || alone->count() > 0) alone->replace(dots);
  const qsizetype used = std::max(wanted.size() + 1, pieces_[line].size());
  for (qsizetype index = 1; index < used; ++index) {
    const auto piecePoints = index <= wanted.size() ? wanted[index - 1] : QList<QPointF>();
    QLineSeries* const series = piece(line, index);
    if (!piecePoints.isEmpty() || series->count() > 0) series->replace(piecePoints);
  }
}

void ChartPlot::draw(const Shown& shown) {
  shown_ = shown;
  double highest = 0;
  for (const auto& line : shown_.lines)
    for (const auto& point : line)
      if (point.heard == Heard::kValue) highest = std::max(highest, point.value);
  if (scale_.fit(highest)) {
    y_->setRange(0, scale_.top());
    arrange();
  }
  const double range = shown_.end - shown_.begin;
  if (x_->max() != range) x_->setRange(0, range);
  for (qsizetype line = 0; line < shown_.lines.size(); ++line) showLine(line);
  viewport()->update();
}

void ChartPlot::paintPlain(QPainter& painter, const QPoint& at) {
  plain_ = true;
  QWidget::render(&painter, at, {}, QWidget::DrawChildren);
  plain_ = false;
}

/// Room for the labels, which are drawn here: the chart's own cost more than its lines.
void ChartPlot::arrange() {
  const QFontMetricsF metrics(Theme::instance().small());
  double widest = 0;
  for (double value = 0; value <= scale_.top() * 1.001; value += scale_.interval())
    widest = std::max(widest, metrics.horizontalAdvance(valueLabel(value)));
  const QRectF whole(viewport()->rect());
  area_ = whole.adjusted(widest + 10, metrics.height() * 0.6, -metrics.horizontalAdvance(QLatin1Char('0')),
                         -metrics.height() * 1.4);
  if (area_.width() < 10 || area_.height() < 10) return;
  chart()->setPlotArea(area_);
}

double ChartPlot::xOf(double second) const {
  const double range = shown_.end - shown_.begin;
  return range <= 0 ? area_.left() : area_.left() + (second - shown_.begin) / range * area_.width();
}

double ChartPlot::yOf(double value) const {
  return area_.bottom() - value / scale_.top() * area_.height();
}

QString ChartPlot::valueLabel(double value) const {
  const double interval = scale_.interval();
  const double in = scale_.top() >= 1e6 ? interval / 1e6 : interval;
  int decimals = 0;
  for (double step = in; decimals < 4 && std::abs(step - std::round(step)) > 1e-6; step *= 10) ++decimals;
  const QLocale locale;
  if (scale_.top() < 1e6) return locale.toString(value, 'f', decimals);
  //: A count in millions on the axis of a chart; %1 is a number like 1.2
  return tr("%1 M").arg(locale.toString(value / 1e6, 'f', decimals));
}

int ChartPlot::timeLabelEvery(const QFontMetricsF& metrics) const {
  const double range = shown_.end - shown_.begin;
  for (const int each : kIntervals)
    if (each / range * area_.width() > metrics.horizontalAdvance(timeLabel(0, each)) * 1.7) return each;
  return kIntervals[std::size(kIntervals) - 1];
}

QString ChartPlot::timeLabel(qint64 second, int every) {
  return every < 60 ? clockText(second) : clockMinuteText(second);
}

void ChartPlot::drawBackground(QPainter* painter, const QRectF&) {
  if (area_.isEmpty()) return;
  painter->save();
  painter->setFont(Theme::instance().small());
  const QFontMetricsF metrics(painter->font());
  painter->setRenderHint(QPainter::Antialiasing, false);
  const QPen grid(color(Ink::kLine), 1);
  for (double value = 0; value <= scale_.top() * 1.001; value += scale_.interval()) {
    const double y = std::round(yOf(value));
    painter->setPen(grid);
    painter->drawLine(QPointF(area_.left(), y), QPointF(area_.right(), y));
    painter->setPen(color(Ink::kMuted));
    painter->drawText(QRectF(0, y - metrics.height() / 2, area_.left() - 7, metrics.height()),
                      Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, valueLabel(value));
  }
  const int every = timeLabelEvery(metrics);
  const double width = metrics.horizontalAdvance(timeLabel(0, every));
  const auto first = static_cast<qint64>(std::ceil(shown_.begin));
  const int offset = QDateTime::fromSecsSinceEpoch(first).offsetFromUtc();
  for (qint64 second = first - (first + offset) % every + every; static_cast<double>(second) <= shown_.end;
       second += every) {
    const double x = xOf(static_cast<double>(second));
    if (x - width / 2 < area_.left() - 4 || x + width / 2 > area_.right() + 8) continue;
    painter->setPen(grid);
    painter->drawLine(QPointF(x, area_.bottom()), QPointF(x, area_.bottom() + 4));
    painter->setPen(color(Ink::kMuted));
    painter->drawText(QRectF(x - width, area_.bottom() + 4, width * 2, metrics.height()), Qt::AlignCenter,
                      timeLabel(second, every));
  }
  for (const Gap& gap : shown_.gaps) drawGap(*painter, gap);
  painter->restore();
}

void ChartPlot::drawGap(QPainter& painter, const Gap& gap) const {
  const QFontMetricsF metrics(painter.font());
  const double left = std::max(area_.left(), xOf(static_cast<double>(gap.from)));
  const double right = gap.kind == Gap::Kind::kSince ? area_.right() : xOf(static_cast<double>(gap.to));
  const QRectF band(left, area_.top(), std::max(1.0, right - left), area_.height());
  // What was before the first reading is no fault: only said.
  const bool fault = gap.kind != Gap::Kind::kBefore;
  if (fault) {
    painter.fillRect(band, color(Ink::kStaleSoft));
    painter.fillRect(band, QBrush(color(Ink::kLine), Qt::BDiagPattern));
  }
  // With its times if there is room, along the band if that is where the room is.
  //: In a chart, over a short part without readings
  for (const QString& text : {gapText(gap), tr("no data")}) {
    const double needed = metrics.horizontalAdvance(text) + metrics.height() * 0.6;
    const bool upright = needed > band.width();
    if (upright && (needed > band.height() || band.width() < metrics.height())) continue;
    painter.save();
    painter.translate(band.center());
    if (upright) painter.rotate(-90);
    const QRectF label(-needed / 2, -metrics.height() / 2, needed, metrics.height());
    painter.fillRect(label, color(fault ? Ink::kStaleSoft : Ink::kCard));
    painter.setPen(color(fault ? Ink::kStale : Ink::kMuted));
    painter.drawText(label, Qt::AlignCenter, text);
    painter.restore();
    return;
  }
}

void ChartPlot::drawForeground(QPainter* painter, const QRectF&) {
  if (plain_) return;
  painter->save();
  const int index = time_.cursor() ? shown_.indexOf(*time_.cursor()) : -1;
  if (index >= 0) {
    const double x = xOf(static_cast<double>(shown_.secondOf(index)) + shown_.step / 2.0);
    painter->setPen(QPen(color(Ink::kText), 1));
    painter->drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
    for (qsizetype line = 0; line < shown_.lines.size(); ++line) {
      const auto& point = shown_.lines[line][index];
      if (point.heard != Heard::kValue) continue;
      painter->setBrush(color(Ink::kCard));
      painter->setPen(QPen(color(chart_.lines[line].ink), 2));
      painter->drawEllipse(QPointF(x, yOf(point.value)), 4, 4);
    }
  }
  if (hasFocus()) {
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color(Ink::kAccent), 2));
    painter->drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 5, 5);
  }
  painter->restore();
}

void ChartPlot::resizeEvent(QResizeEvent* event) {
  QChartView::resizeEvent(event);
  arrange();
}

void ChartPlot::keyPressEvent(QKeyEvent* event) {
  const int newest = shown_.newestValue();
  const int steps = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
      if (newest < 0) return;
      if (!time_.cursor())
        time_.setCursor(shown_.secondOf(newest));
      else
        time_.moveCursor(event->key() == Qt::Key_Left ? -steps : steps);
      return;
    case Qt::Key_Home:
      if (shown_.count > 0) time_.setCursor(shown_.from);
      return;
    case Qt::Key_End:
      if (newest >= 0) time_.setCursor(shown_.secondOf(newest));
      return;
    case Qt::Key_Space:
      time_.setPaused(!time_.paused());
      return;
    case Qt::Key_Escape:
      if (time_.cursor()) {
        time_.setCursor(std::nullopt);
        return;
      }
      break;
    default:
      break;
  }
  // Not ours: the view would scroll; the page may know it.
  event->ignore();
}

void ChartPlot::mouseMoveEvent(QMouseEvent* event) {
  const double share = (event->position().x() - area_.left()) / std::max(1.0, area_.width());
  if (share < 0 || share > 1 || shown_.count == 0)
    time_.setCursor(std::nullopt);
  else
    time_.setCursor(static_cast<qint64>(shown_.begin + share * (shown_.end - shown_.begin)));
}

void ChartPlot::mousePressEvent(QMouseEvent* event) {
  event->accept();  // Focus has come by itself; the view has nothing to drag.
}

void ChartPlot::leaveEvent(QEvent* event) {
  time_.setCursor(std::nullopt);
  QChartView::leaveEvent(event);
}

void ChartPlot::focusInEvent(QFocusEvent* event) {
  QChartView::focusInEvent(event);
  viewport()->update();
}

void ChartPlot::focusOutEvent(QFocusEvent* event) {
  QChartView::focusOutEvent(event);
  viewport()->update();
}

void ChartPlot::changeEvent(QEvent* event) {
  QChartView::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange) arrange();
}

void ChartPlot::wheelEvent(QWheelEvent* event) {
  event->ignore();  // The page scrolls, not the chart.
}

}  // namespace aurigraph::ui
