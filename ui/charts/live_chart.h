#pragma once

#include <QFrame>
#include <QTimer>

#include "ui/charts/chart.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/time_window.h"

class QStackedWidget;
class QTableView;
class QToolButton;

namespace aurigraph::ui {

class ChartPlot;
class ChartTable;
class PlainLabel;

/// A chart in its card: title, legend with the newest values or those under the crosshair, plot, and the
/// table twin (Ctrl+T). Draws four times a second at most, only while it is seen, and only when something
/// has moved. UI thread.
class LiveChart : public QFrame {
  Q_OBJECT
 public:
  static constexpr int kTickMs = 250;

  /// `time` is shared by the charts of a page and outlives them.
  LiveChart(Chart chart, TimeWindow& time, QWidget* parent = nullptr);
  ~LiveChart() override;

  /// One reading per line, in their order; absent: there was nothing to measure. Cheap: drawn at the tick.
  void put(qint64 second, const QList<std::optional<double>>& values);
  void clear();
  /// Draws now what is due; the timer calls it.
  void tick();

  [[nodiscard]] const Chart& chart() const { return chart_; }
  [[nodiscard]] const Shown& shown() const { return shown_; }
  [[nodiscard]] ChartPlot& plot() const { return *plot_; }
  [[nodiscard]] ChartTable& table() const { return *table_; }
  [[nodiscard]] bool showsTable() const;
  void setShowsTable(bool table);
  void setAskFile(AskFile ask) { ask_ = std::move(ask); }
  void exportPicture();
  void exportTable();

 Q_SIGNALS:
  void said(const QString& sentence);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  [[nodiscard]] QWidget* makeHead();
  [[nodiscard]] QWidget* makeLegend();
  void windowChanged();
  void draw(const Shown& shown);
  void say();
  void dress();
  void finish(const QString& path, QFuture<QString> written);
  [[nodiscard]] QImage picture() const;

  Chart chart_;
  std::optional<Chart> frozen_;  ///< As it was when paused; readings keep coming meanwhile.
  TimeWindow& time_;
  Shown shown_;
  bool due_ = true;  ///< More has changed than the time.
  AskFile ask_ = fileDialog();
  ChartPlot* plot_;
  ChartTable* table_;
  QTableView* tableView_;
  QStackedWidget* stack_;
  QToolButton* tableButton_;
  QToolButton* exportButton_;
  PlainLabel* when_;
  QList<PlainLabel*> values_;
  QTimer timer_;
};

}  // namespace aurigraph::ui
