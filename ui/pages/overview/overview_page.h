#pragma once

#include <QTimer>
#include <functional>
#include <optional>

#include "ui/charts/chart_export.h"
#include "ui/charts/ring_series.h"
#include "ui/charts/time_window.h"
#include "ui/models/readings.h"
#include "ui/pages/base/page.h"
#include "ui/pages/overview/needs_card.h"

class QBoxLayout;
class QPushButton;
class QTabBar;
class QTableView;

namespace aurigraph::ui {

class Chip;
class LiveChart;
class NodeModel;
class PlainLabel;
class Tile;

/// How the cluster does: a sentence, four numbers, three charts of one time window, its nodes, and what needs
/// whoever is signed in. Fed by /query/status, /query/metrics and `metric` events. UI thread.
class OverviewPage : public Page {
  Q_OBJECT
 public:
  explicit OverviewPage(PageContext context, QWidget* parent = nullptr);
  ~OverviewPage() override;

  [[nodiscard]] QList<Shortcut> shortcuts() const override;
  [[nodiscard]] bool settled() const override;

  /// Instead of the connection's, for pictures and tests; milliseconds since 1970.
  void useClock(std::function<qint64()> clock) { clock_ = std::move(clock); }
  void setAskFile(const AskFile& ask);
  [[nodiscard]] TimeWindow& time() { return time_; }

 protected:
  void refresh() override;
  void arrived(const EventBatch& batch) override;
  void statusCame(const QJsonObject& status) override;
  void forget() override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] QWidget* makeTop();
  [[nodiscard]] QWidget* makeTiles();
  [[nodiscard]] QWidget* makeTools();
  [[nodiscard]] QWidget* makeCharts();
  [[nodiscard]] QWidget* makeNodes();
  [[nodiscard]] qint64 now() const;
  void askHistory();
  void chooseRange(const QList<MetricReading>& history);
  void askReviews();
  void take(const MetricReading& metric);
  void showTiles();
  void showTops();
  void showNeeds();
  void windowChanged();
  void fitNodes();

  std::function<qint64()> clock_;
  TimeWindow time_;
  ClusterReading cluster_;
  std::optional<MetricReading> latest_;
  RingSeries heights_;
  RingSeries reviewsWaiting_;
  std::optional<NeedsCard::Reviews> reviews_;
  const Connection* chosenFor_ = nullptr;  ///< Whose first answer chose the range.
  bool asked_ = false;                     ///< History has been answered, well or not.
  bool askingReviews_ = false;             ///< One question at a time.
  bool askReviewsAgain_ = false;
  QTimer reviewsTimer_;

  QBoxLayout* top_;
  QBoxLayout* tools_;
  PlainLabel* healthSign_;
  PlainLabel* healthSentence_;
  PlainLabel* healthMore_;
  NeedsCard* needs_;
  Tile* tpsTile_;
  Tile* finalityTile_;
  Tile* blocksTile_;
  Tile* reviewTile_;
  QTabBar* range_;
  QPushButton* pause_;
  Chip* attached_;
  PlainLabel* historyNote_;
  LiveChart* tps_;
  LiveChart* finality_;
  LiveChart* nodesChart_;
  NodeModel* nodes_;
  QTableView* nodesView_;
};

}  // namespace aurigraph::ui
