// By hand: what 100,000 events a second cost the UI thread of a window that shows the overview.
//   measure_ui [--seconds 10] [--rate 100000]
// JSON on stdout. Say what else the machine was doing when you quote it.

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <thread>
#include <vector>

#include "tests/ui/shell/whole_cluster.h"
#include "ui/charts/live_chart.h"
#include "ui/shell/main_window.h"
#include "ui/shell/watchdog.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui::test {
namespace {

/// Of each thousand events; the rest are blocks.
constexpr int kRecords = 10;
constexpr int kReviews = 10;
constexpr int kMetrics = 1;

double threadCpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

qint64 nowSeconds() {
  return QDateTime::currentSecsSinceEpoch();
}

/// The recorded cluster, but of now, so that charts move.
void answerAsOfNow(WholeCluster& cluster) {
  cluster.gateway.handle("GET", QStringLiteral("/query/status"), [](const HttpRequest&) {
    QJsonObject status = BusyCluster::status();
    status[QLatin1String("time")] = QString::number(QDateTime::currentMSecsSinceEpoch() * 1'000'000);
    HttpAnswer answer;
    answer.status = 200;
    answer.body = QJsonDocument(status).toJson();
    return answer;
  });
  cluster.answerMetrics([](qint64 seconds) {
    QJsonArray items;
    for (qint64 at = nowSeconds() - seconds; at < nowSeconds(); ++at) items.append(BusyCluster::metric(at));
    return QJsonObject{{QStringLiteral("items"), items}};
  });
}

/// Puts events at `rate` from a thread of its own, as the stream does.
class Source {
 public:
  Source(EventPump& pump, double rate, const QJsonObject& record)
      : record_(QJsonDocument(record).toJson(QJsonDocument::Compact)),
        thread_([this, &pump, rate] { run(pump, rate); }) {}
  ~Source() {
    ending_ = true;
    thread_.join();
  }
  [[nodiscard]] quint64 sent() const { return sent_; }

 private:
  void run(EventPump& pump, double rate) {
    const auto start = std::chrono::steady_clock::now();
    while (!ending_) {
      const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
      for (const auto due = static_cast<quint64>(elapsed * rate); sent_ < due && !ending_; ++sent_)
        pump.put(event(sent_));
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  [[nodiscard]] RawEvent event(quint64 at) const {
    const QByteArray id = "1:" + QByteArray::number(at) + ":0";
    const int turn = static_cast<int>(at % 1'000);
    if (turn < kMetrics)
      return {"metric", id, QJsonDocument(BusyCluster::metric(nowSeconds())).toJson(QJsonDocument::Compact)};
    if (turn < kMetrics + kRecords) return {"record", id, record_};
    if (turn < kMetrics + kRecords + kReviews) return {"review", id, record_};
    return {"block", id, "{\"height\":" + QByteArray::number(at) + ",\"operations\":300,\"lane\":1}"};
  }

  QByteArray record_;
  std::atomic<bool> ending_{false};
  std::atomic<quint64> sent_{0};
  std::thread thread_;
};

struct Figures {
  double wall = 0;
  double cpu = 0;
  std::vector<double> ticks;  ///< Milliseconds; all charts of the page together.
  qint64 longestWaitMs = 0;
  int waits = 0;
  int overLimit = 0;

  [[nodiscard]] QJsonObject json() {
    std::sort(ticks.begin(), ticks.end());
    const auto at = [&](double part) {
      return ticks.empty() ? 0
                           : ticks[static_cast<std::size_t>(part * static_cast<double>(ticks.size() - 1))];
    };
    QJsonObject out{{QStringLiteral("seconds"), wall},
                    {QStringLiteral("ui_thread_cpu_share"), cpu / wall},
                    {QStringLiteral("longest_wait_ms"), longestWaitMs},
                    {QStringLiteral("waits_measured"), waits},
                    {QStringLiteral("waits_over_50_ms"), overLimit}};
    if (ticks.empty()) return out;
    out[QLatin1String("chart_ticks")] = static_cast<qint64>(ticks.size());
    out[QLatin1String("chart_tick_ms_median")] = at(0.5);
    out[QLatin1String("chart_tick_ms_max")] = at(1);
    return out;
  }
};

Figures watch(MainWindow& window, int milliseconds) {
  Figures out;
  const auto charts = window.currentPage()->findChildren<LiveChart*>();
  // Right behind a drain: new readings have come, so that the tick has something to do.
  QObject context;
  int drains = 0;
  QObject::connect(window.connection(), &Connection::eventsArrived, &context, [&] {
    if (++drains % 3 != 0) return;
    QElapsedTimer timer;
    timer.start();
    for (LiveChart* each : charts) each->tick();
    out.ticks.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  });
  UiWatchdog watchdog;
  QElapsedTimer wall;
  wall.start();
  const double before = threadCpuSeconds();
  // Not quit(): it would close the window first.
  QEventLoop loop;
  QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
  loop.exec();
  out.cpu = threadCpuSeconds() - before;
  out.wall = static_cast<double>(wall.nsecsElapsed()) / 1e9;
  out.longestWaitMs = watchdog.longest().count();
  out.waits = watchdog.measured();
  out.overLimit = watchdog.overLimit();
  return out;
}

int measure(int seconds, double rate) {
  WholeCluster cluster;
  answerAsOfNow(cluster);
  LocalStore store{QString()};
  MainWindow window(nullptr, store);
  window.resize(1'360, 860);
  window.show();
  window.connectTo(cluster.wholeProfile(), cluster.gateway.transport());
  const bool there =
      eventually([&] { return window.connection() != nullptr && window.connection()->live(); }) &&
      resultOf(window.connection()->signIn(crypto::SigningKey::fromSeed({}))).has_value();
  window.showPage(QStringLiteral("overview"));
  if (!there || !eventually([&] { return window.currentPage()->settled(); })) {
    std::fprintf(stderr, "The window did not come to the overview.\n");
    return 1;
  }
  quint64 blocks = 0;
  quint64 kept = 0;
  quint64 dropped = 0;
  QObject::connect(window.connection(), &Connection::eventsArrived, &window, [&](const EventBatch& batch) {
    blocks += batch.blocks;
    kept += static_cast<quint64>(batch.events.size());
    dropped += batch.dropped;
  });
  Figures quiet = watch(window, seconds * 500);
  const QJsonObject record = cluster.reviews->open()[0].toObject();
  Figures busy;
  quint64 sent = 0;
  {
    Source source(window.connection()->events(), rate, record);
    busy = watch(window, seconds * 1'000);
    sent = source.sent();
  }
  QJsonObject out = busy.json();
  out[QLatin1String("events_per_second")] = static_cast<double>(sent) / busy.wall;
  out[QLatin1String("blocks")] = static_cast<qint64>(blocks);
  out[QLatin1String("others")] = static_cast<qint64>(kept);
  out[QLatin1String("dropped")] = static_cast<qint64>(dropped);
  out[QLatin1String("quiet")] = quiet.json();
  std::printf("%s", QJsonDocument(out).toJson().constData());
  return 0;
}

}  // namespace
}  // namespace aurigraph::ui::test

int main(int count, char** arguments) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QApplication app(count, arguments);
  QApplication::setApplicationName(QStringLiteral("measure_ui"));
  QApplication::setOrganizationName(QStringLiteral("Aurigraph"));
  QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
  QApplication::setQuitOnLastWindowClosed(false);
  QCommandLineParser parser;
  parser.addHelpOption();
  const QCommandLineOption seconds(QStringLiteral("seconds"), QStringLiteral("How long."),
                                   QStringLiteral("N"), QStringLiteral("10"));
  const QCommandLineOption rate(QStringLiteral("rate"), QStringLiteral("Events per second."),
                                QStringLiteral("N"), QStringLiteral("100000"));
  parser.addOptions({seconds, rate});
  parser.process(app);
  QSettings().clear();
  aurigraph::ui::Theme::instance().apply(aurigraph::ui::Theme::Kind::kLight);
  return aurigraph::ui::test::measure(parser.value(seconds).toInt(), parser.value(rate).toDouble());
}
