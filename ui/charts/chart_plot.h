#pragma once

#include <QChartView>

#include "ui/charts/chart.h"
#include "ui/charts/time_window.h"
#include "ui/charts/value_scale.h"

class QLineSeries;
class QValueAxis;

namespace aurigraph::ui {

/// Draws what is shown: lines with their gaps, grid, clock times, crosshair. Time runs from left to right in
/// every language. No animation, no OpenGL (it loses pens), one replace() per piece of a line and draw().
/// Keys: left and right move the crosshair (with Shift by ten), Home, End, Esc. UI thread.
class ChartPlot : public QChartView {
  Q_OBJECT
 public:
  /// A line torn into more pieces is drawn as dots: never bridged, and never slow.
  static constexpr qsizetype kMaxPieces = 24;

  /// Both outlive it.
  ChartPlot(const Chart& chart, TimeWindow& time, QWidget* parent = nullptr);

  void draw(const Shown& shown);
  /// For paper: without crosshair, focus and background, as sharp as the painter's device.
  void paintPlain(QPainter& painter, const QPoint& at);
  [[nodiscard]] const Shown& shown() const { return shown_; }
  [[nodiscard]] const ValueScale& scale() const { return scale_; }
  /// Pieces of a line that are drawn, for tests.
  [[nodiscard]] QList<QLineSeries*> pieces(qsizetype line) const;

 protected:
  void drawBackground(QPainter* painter, const QRectF& rect) override;
  void drawForeground(QPainter* painter, const QRectF& rect) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void dress();
  void arrange();
  QLineSeries* piece(qsizetype line, qsizetype index);
  void showLine(qsizetype line);
  void drawGap(QPainter& painter, const Gap& gap) const;
  [[nodiscard]] QPointF pointAt(const RingSeries::Point& point) const;
  [[nodiscard]] double xOf(double second) const;
  [[nodiscard]] double yOf(double value) const;
  [[nodiscard]] QString valueLabel(double value) const;
  [[nodiscard]] int timeLabelEvery(const QFontMetricsF& metrics) const;
  [[nodiscard]] static QString timeLabel(qint64 second, int every);

  const Chart& chart_;
  TimeWindow& time_;
  Shown shown_;
  ValueScale scale_;
  QValueAxis* x_;
  QValueAxis* y_;
  QList<QList<QLineSeries*>> pieces_;
  QRectF area_;
  bool plain_ = false;
};

/// Line of a series as it is drawn: colour and dash pattern, so that colour is not alone.
[[nodiscard]] QPen penOf(const ChartLine& line, qsizetype index);

}  // namespace aurigraph::ui
