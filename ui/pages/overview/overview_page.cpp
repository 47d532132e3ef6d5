#include "ui/pages/overview/overview_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/charts/flow_layout.h"
#include "ui/charts/live_chart.h"
#include "ui/models/health_words.h"
#include "ui/models/node_model.h"
#include "ui/pages/overview/bar_delegate.h"
#include "ui/pages/overview/entry.h"
#include "ui/pages/overview/overview_charts.h"
#include "ui/pages/overview/tile.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

constexpr int kFreshSeconds = 10;
constexpr int kReviewsEveryMs = 10'000;
constexpr int kTileColumns = 4;
constexpr int kChartColumns = 3;
constexpr int kNarrowCharacters = 90;
constexpr int kMostCellCharacters = 22;
constexpr int kLeastBarCharacters = 21;

}  // namespace

OverviewPage::OverviewPage(PageContext context, QWidget* parent)
    : Page(overviewEntry(), context, parent), time_([this] { return now(); }) {
  auto* content = new QWidget;
  setLook(*content, "page");
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(20, 14, 20, 14);
  column->setSpacing(10);
  column->addWidget(makeTop());
  column->addWidget(makeTiles());
  column->addWidget(makeTools());
  column->addWidget(makeCharts(), 1);
  column->addWidget(makeNodes());
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("overviewScroll"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(content);
  setContent(scroll);
  connect(&time_, &TimeWindow::changed, this, &OverviewPage::windowChanged);
  connect(&Theme::instance(), &Theme::changed, this, &OverviewPage::showTops);
  // Records become late without an event.
  reviewsTimer_.setInterval(kReviewsEveryMs);
  connect(&reviewsTimer_, &QTimer::timeout, this, &OverviewPage::askReviews);
  reviewsTimer_.start();
  windowChanged();
}

OverviewPage::~OverviewPage() {
  // Charts look at the time window until they are gone.
  for (LiveChart* chart : {tps_, finality_, nodesChart_}) delete chart;
}

QList<Shortcut> OverviewPage::shortcuts() const {
  return {{QKeySequence(Qt::Key_Space), tr("Pause the charts, and go on (in a chart)")},
          {QKeySequence(Qt::Key_Left), tr("Move the crosshair back; with Shift by ten points (in a chart)")},
          {QKeySequence(Qt::Key_Right), tr("Move the crosshair on (in a chart)")},
          {QKeySequence(Qt::Key_Escape), tr("Remove the crosshair (in a chart)")},
          {QKeySequence(Qt::CTRL | Qt::Key_T), tr("Show the chart as a table, and back")}};
}

bool OverviewPage::settled() const {
  return Page::settled() && asked_ && latest_.has_value() && !cluster_.nodes.isEmpty();
}

void OverviewPage::setAskFile(const AskFile& ask) {
  for (LiveChart* chart : {tps_, finality_, nodesChart_}) chart->setAskFile(ask);
}

QWidget* OverviewPage::makeTop() {
  auto* top = new QWidget(this);
  healthSign_ = new PlainLabel({}, top);
  healthSentence_ = new PlainLabel({}, top);
  healthSentence_->setObjectName(QStringLiteral("healthSentence"));
  healthSentence_->setFont(Theme::instance().heading());
  healthSentence_->wrapped();
  healthMore_ = new PlainLabel({}, top);
  healthMore_->setObjectName(QStringLiteral("healthMore"));
  healthMore_->look("muted").wrapped();
  needs_ = new NeedsCard(top);
  top->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  auto* words = new QVBoxLayout;
  words->setSpacing(4);
  words->addStretch();
  words->addWidget(healthSentence_);
  words->addWidget(healthMore_);
  words->addStretch();
  auto* health = new QHBoxLayout;
  health->setSpacing(12);
  health->addWidget(healthSign_);
  health->addLayout(words, 1);
  top_ = new QBoxLayout(QBoxLayout::LeftToRight, top);
  top_->setContentsMargins(0, 0, 0, 0);
  top_->setSpacing(12);
  top_->addLayout(health, 5);
  top_->addWidget(needs_, 3);
  connect(needs_, &NeedsCard::reviewWanted, this,
          [this] { Q_EMIT openElsewhere(QStringLiteral("page"), QStringLiteral("review")); });
  connect(needs_, &NeedsCard::issueWanted, this,
          [this] { Q_EMIT openElsewhere(QStringLiteral("page"), QStringLiteral("issuance")); });
  return top;
}

QWidget* OverviewPage::makeTiles() {
  auto* tiles = new QWidget(this);
  tpsTile_ = new Tile(QStringLiteral("tpsTile"), tr("Final operations per second"), Ink::kSeries1, tiles);
  finalityTile_ =
      new Tile(QStringLiteral("finalityTile"), tr("Time to finality, median"), Ink::kSeries4, tiles);
  blocksTile_ = new Tile(QStringLiteral("blocksTile"), tr("Block height"), Ink::kSeries3, tiles);
  reviewTile_ =
      new Tile(QStringLiteral("reviewTile"), tr("Records waiting for review"), Ink::kSeries2, tiles);
  finalityTile_->setToolTip(tr("Of all operations that became final in the minute before."));
  tiles->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  auto* flow = new FlowLayout(tiles);
  flow->setContentsMargins(0, 0, 0, 0);
  flow->setSpacing(12);
  flow->setColumns(fontMetrics().averageCharWidth() * 26, kTileColumns);
  for (Tile* tile : {tpsTile_, finalityTile_, blocksTile_, reviewTile_}) flow->addWidget(tile);
  return tiles;
}

QWidget* OverviewPage::makeTools() {
  auto* tools = new QWidget(this);
  range_ = new QTabBar(tools);
  range_->setObjectName(QStringLiteral("chartRange"));
  range_->setAccessibleName(tr("Time shown in the charts"));
  range_->setDrawBase(false);
  range_->setExpanding(false);
  range_->setUsesScrollButtons(false);
  // The order of TimeWindow::kRanges.
  for (const QString& words : {tr("1 minute"), tr("5 minutes"), tr("30 minutes"), tr("1 hour")})
    range_->addTab(words);
  range_->setCurrentIndex(TimeWindow::kUsual);
  pause_ = new QPushButton(tools);
  pause_->setObjectName(QStringLiteral("chartPause"));
  pause_->setCheckable(true);
  attached_ = new Chip({}, nullptr, tools);
  attached_->setObjectName(QStringLiteral("measuredAttached"));
  historyNote_ = new PlainLabel({}, tools);
  historyNote_->setObjectName(QStringLiteral("historyNote"));
  historyNote_->look("muted").wrapped();
  auto* keys = new QHBoxLayout;
  keys->setSpacing(8);
  keys->addWidget(range_);
  keys->addWidget(pause_);
  keys->addStretch();
  tools_ = new QBoxLayout(QBoxLayout::LeftToRight, tools);
  tools_->setContentsMargins(0, 0, 0, 0);
  tools_->setSpacing(8);
  tools_->addLayout(keys);
  tools_->addWidget(historyNote_, 1);
  tools_->addWidget(attached_);
  connect(range_, &QTabBar::currentChanged, this,
          [this](int index) { time_.setRange(TimeWindow::kRanges[index]); });
  connect(pause_, &QPushButton::toggled, this, [this](bool paused) { time_.setPaused(paused); });
  return tools;
}

QWidget* OverviewPage::makeCharts() {
  auto* charts = new QWidget(this);
  tps_ = new LiveChart(tpsChart(), time_, charts);
  finality_ = new LiveChart(finalityChart(), time_, charts);
  nodesChart_ = new LiveChart(answeringChart(), time_, charts);
  auto* flow = new FlowLayout(charts);
  flow->setContentsMargins(0, 0, 0, 0);
  flow->setSpacing(12);
  flow->setColumns(fontMetrics().averageCharWidth() * 36, kChartColumns);
  for (LiveChart* chart : {tps_, finality_, nodesChart_}) {
    flow->addWidget(chart);
    connect(chart, &LiveChart::said, this, &OverviewPage::said);
  }
  return charts;
}

QWidget* OverviewPage::makeNodes() {
  nodes_ = new NodeModel(this);
  nodesView_ = new QTableView(this);
  nodesView_->setObjectName(QStringLiteral("nodeTable"));
  nodesView_->setAccessibleName(tr("Nodes of the cluster"));
  nodesView_->setModel(nodes_);
  nodesView_->setItemDelegate(new BarDelegate(nodesView_));
  nodesView_->setSelectionBehavior(QAbstractItemView::SelectRows);
  nodesView_->setSelectionMode(QAbstractItemView::SingleSelection);
  nodesView_->setTabKeyNavigation(false);
  nodesView_->setShowGrid(false);
  nodesView_->setWordWrap(false);
  nodesView_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  nodesView_->verticalHeader()->hide();
  nodesView_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
  QHeaderView* header = nodesView_->horizontalHeader();
  header->setHighlightSections(false);
  header->setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
  for (int column = 0; column < NodeModel::kColumns; ++column) header->resizeSection(column, 0);
  nodesView_->viewport()->installEventFilter(this);
  fitNodes();
  return nodesView_;
}

/// As high as its rows: the page scrolls, not the table. Columns only grow, so that values that change do not
/// move their neighbours; the two with bars share what is left.
void OverviewPage::fitNodes() {
  QHeaderView* header = nodesView_->horizontalHeader();
  int left = nodesView_->viewport()->width();
  const int most = fontMetrics().averageCharWidth() * kMostCellCharacters;
  for (int column = 0; column < NodeModel::kColumns; ++column) {
    if (column == NodeModel::kCpu || column == NodeModel::kMemory) continue;
    int width = std::max(header->sectionSize(column), header->sectionSizeHint(column));
    // Why a node is not well may be long: its tooltip has it whole.
    for (int row = 0; row < nodes_->rowCount(); ++row)
      width =
          std::max(width, std::min(most, nodesView_->sizeHintForIndex(nodes_->index(row, column)).width()));
    header->resizeSection(column, width);
    left -= width;
  }
  const int least = fontMetrics().averageCharWidth() * kLeastBarCharacters;
  for (const int column : {NodeModel::kCpu, NodeModel::kMemory})
    header->resizeSection(column, std::max(least, left / 2));
  const bool wide = left / 2 < least;
  nodesView_->setFixedHeight(
      header->sizeHint().height() +
      std::max(1, nodes_->rowCount()) * nodesView_->verticalHeader()->defaultSectionSize() +
      2 * nodesView_->frameWidth() + 2 + (wide ? nodesView_->horizontalScrollBar()->sizeHint().height() : 0));
}

bool OverviewPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == nodesView_->viewport() && event->type() == QEvent::Resize) fitNodes();
  return Page::eventFilter(watched, event);
}

void OverviewPage::resizeEvent(QResizeEvent* event) {
  const bool narrow = width() < fontMetrics().averageCharWidth() * kNarrowCharacters;
  for (QBoxLayout* row : {top_, tools_})
    row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  Page::resizeEvent(event);
}

qint64 OverviewPage::now() const {
  if (clock_) return clock_();
  return (connection() != nullptr ? connection()->clusterNow() : QDateTime::currentDateTime())
      .toMSecsSinceEpoch();
}

void OverviewPage::refresh() {
  attached_->set(connection()->profile().mode != ClusterProfile::Mode::kRemote
                     ? tr("measured with this window attached")
                     : QString(),
                 nullptr);
  attached_->setToolTip(tr("The cluster and this window share the processors of this computer."));
  askHistory();
  askReviews();
  showNeeds();
}

void OverviewPage::askHistory() {
  if (connection() == nullptr || !connection()->live()) return;
  const Connection* asked = connection();
  // An hour is megabytes of JSON: read on another thread.
  connection()
      ->api()
      .getBytes(QStringLiteral("/query/metrics?seconds=%1").arg(time_.range().seconds))
      .then(QtFuture::Launch::Async,
            [](const Reply<QByteArray>& answer) -> Reply<QList<MetricReading>> {
              if (!answer) return tl::unexpected(answer.error());
              return readHistory(*answer);
            })
      .then(this, [this, asked](const Reply<QList<MetricReading>>& history) {
        if (connection() != asked) return;
        asked_ = true;
        historyNote_->setText(
            history ? QString() : tr("Earlier readings could not be had: %1").arg(history.error().message));
        if (history) {
          for (const MetricReading& metric : *history) take(metric);
          chooseRange(*history);
        }
        pane().ready();
        statusCame(connection()->status());
      });
}

/// A cluster of a minute would be a sliver of five: the first answer chooses, then the person.
void OverviewPage::chooseRange(const QList<MetricReading>& history) {
  if (std::exchange(chosenFor_, connection()) == connection()) return;
  if (history.isEmpty() || now() / 1'000 - history.first().second < TimeWindow::kRanges[0].seconds)
    range_->setCurrentIndex(0);
}

void OverviewPage::askReviews() {
  if (connection() == nullptr || !seen() || !connection()->identity().may(QLatin1String("decide-review")))
    return;
  if (askingReviews_) {
    askReviewsAgain_ = true;  // What is on its way may be from before.
    return;
  }
  askingReviews_ = true;
  const Connection* asked = connection();
  const quint32 who = connection()->identity().id;
  connection()
      ->api()
      .get(QStringLiteral("/query/reviews?limit=1"))
      .then(this, [this, asked, who](const Answer& answer) {
        if (connection() != asked || connection()->identity().id != who) return;
        askingReviews_ = false;
        if (answer) {
          const QJsonObject counts = (*answer)[QLatin1String("counts")].toObject();
          reviews_ = {.open = counts[QLatin1String("open")].toInt(),
                      .mine = counts[QLatin1String("mine")].toInt(),
                      .late = counts[QLatin1String("late")].toInt()};
          showNeeds();
        }
        if (std::exchange(askReviewsAgain_, false)) askReviews();
      });
}

void OverviewPage::arrived(const EventBatch& batch) {
  bool heard = false;
  bool reviews = false;
  for (const Event& event : batch.events) {
    if (event.topic == "metric") {
      const auto metric = readMetric(event.data);
      if (!metric) continue;
      // A count that moved is worth asking who it is for.
      reviews = reviews || (latest_ && latest_->reviewsWaiting != metric->reviewsWaiting);
      take(*metric);
      heard = true;
    }
    reviews = reviews || event.topic == "review";
  }
  if (heard) showTiles();
  if (reviews) askReviews();
}

void OverviewPage::take(const MetricReading& metric) {
  tps_->put(metric.second, {metric.tps, metric.failed});
  finality_->put(metric.second, {metric.finalityP50Ms, metric.finalityP99Ms});
  nodesChart_->put(metric.second, {metric.validators, metric.business, metric.slim});
  heights_.put(metric.second, metric.height);
  reviewsWaiting_.put(metric.second, metric.reviewsWaiting);
  if (!latest_ || metric.second >= latest_->second) latest_ = metric;
}

void OverviewPage::statusCame(const QJsonObject& status) {
  if (status.isEmpty()) return;
  cluster_ = readStatus(status);
  for (NodeReading& node : cluster_.nodes) {
    const qint64 readAtMs = cluster_.timeMs - static_cast<qint64>(node.seenMsAgo.value_or(0));
    const auto then = heights_.at(readAtMs / 1'000 - 1);
    if (then.heard == RingSeries::Heard::kValue) node.chainHeight = then.value;
  }
  nodes_->show(cluster_);
  fitNodes();
  showTops();
  showTiles();
}

void OverviewPage::forget() {
  cluster_ = {};
  latest_.reset();
  reviews_.reset();
  asked_ = false;
  askingReviews_ = false;
  askReviewsAgain_ = false;
  for (LiveChart* chart : {tps_, finality_, nodesChart_}) chart->clear();
  nodes_->clear();
  heights_.clear();
  reviewsWaiting_.clear();
  for (Tile* tile : {tpsTile_, finalityTile_, blocksTile_, reviewTile_}) {
    tile->say(QStringLiteral("—"), {});
    tile->line().setValues({});
  }
  historyNote_->clear();
  showNeeds();
}

void OverviewPage::showTops() {
  if (cluster_.nodes.isEmpty() && cluster_.timeMs == 0) return;
  const Health health = healthOf(cluster_);
  const auto [icon, ink] = [&]() -> std::pair<const char*, Ink> {
    switch (health.kind) {
      case Health::Kind::kWell:
        return {"ok", Ink::kOk};
      case Health::Kind::kImpaired:
        return {"warn", Ink::kWarn};
      case Health::Kind::kStopped:
        return {"fail", Ink::kFail};
    }
    return {"warn", Ink::kWarn};
  }();
  const int size = QFontMetrics(Theme::instance().heading()).height() * 3 / 2;
  healthSign_->setPixmap(Theme::instance().icon(QLatin1String(icon), ink).pixmap(size, size));
  healthSentence_->setText(health.sentence);
  QStringList more;
  if (!cluster_.cluster.isEmpty()) more.append(leftToRight(cluster_.cluster));
  more.append(leaderText(cluster_));
  if (cluster_.timeMs != 0) more.append(tr("As of %1.").arg(timeText(fromMilliseconds(cluster_.timeMs))));
  healthMore_->setText(more.join(QStringLiteral("   ")));
}

void OverviewPage::showTiles() {
  const QString dash = QStringLiteral("—");
  const QString metricTime = latest_ ? clockText(latest_->second) : QString();
  const QString statusTime = cluster_.timeMs != 0 ? timeText(fromMilliseconds(cluster_.timeMs)) : dash;
  // Events may stop while the gateway still answers.
  const bool fresh =
      latest_ && (cluster_.timeMs == 0 || cluster_.timeMs / 1'000 - latest_->second < kFreshSeconds);
  if (latest_ && latest_->tps && (fresh || !cluster_.tps))
    tpsTile_->say(countText(*latest_->tps), tr("In the second of %1.").arg(metricTime));
  else if (cluster_.tps)
    tpsTile_->say(countText(*cluster_.tps), tr("In the second before %1.").arg(statusTime));
  else
    tpsTile_->say(dash, tr("The gateway has no reading yet."));

  if (cluster_.finalityP50Ms && cluster_.finalityP99Ms)
    finalityTile_->say(leftToRight(millisecondsText(*cluster_.finalityP50Ms)),
                       tr("99 of 100 within %1, %2.")
                           .arg(leftToRight(millisecondsText(*cluster_.finalityP99Ms)), statusTime));
  else
    finalityTile_->say(dash, tr("Nothing became final in the minute to %1.").arg(statusTime));

  const auto waiting = static_cast<int>(std::max(0.0, cluster_.height - cluster_.certified));
  blocksTile_->say(
      leftToRight(QLocale().toString(static_cast<qint64>(cluster_.height))),
      waiting == 0
          ? tr("All certified, %1.").arg(statusTime)
          : tr("Certified up to %1, %2.")
                .arg(leftToRight(QLocale().toString(static_cast<qint64>(cluster_.certified))), statusTime));

  if (latest_ && latest_->reviewsWaiting)
    reviewTile_->say(countText(*latest_->reviewsWaiting), tr("Scored 0.60 to 0.79; at %1.").arg(metricTime));
  else
    reviewTile_->say(dash, tr("The gateway has no reading yet."));

  tpsTile_->line().setValues(lastMinute(tps_->chart().lines[0].readings));
  finalityTile_->line().setValues(lastMinute(finality_->chart().lines[1].readings));
  blocksTile_->line().setValues(growth(lastMinute(heights_)));
  reviewTile_->line().setValues(lastMinute(reviewsWaiting_));
}

void OverviewPage::showNeeds() {
  needs_->say(connection() != nullptr ? connection()->identity() : Identity(), reviews_);
}

void OverviewPage::windowChanged() {
  const bool paused = time_.paused();
  pause_->setChecked(paused);
  //: Button beside the charts: lets them move again
  pause_->setText(paused ? tr("Go on")
                         //: Button beside the charts: makes them stand still
                         : tr("Pause"));
  pause_->setIcon(Theme::instance().icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
  if (seen() && !paused) askHistory();
}

}  // namespace aurigraph::ui
