#include "app/console/capture.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTimer>
#include <cstdio>
#include <deque>
#include <functional>
#include <memory>

#include "ui/shell/watchdog.h"

namespace aurigraph::console {
namespace {

constexpr QSize kPicture(1440, 900);
constexpr int kLookEveryMs = 20;
constexpr int kPageMs = 6'000;    ///< What one page may take to settle …
constexpr int kFillMs = 30'000;   ///< … the start with its demo data …
constexpr int kWholeMs = 45'000;  ///< … and all of it.
constexpr int kStillMs = 300;     ///< A page must have been settled for this long.

/// Steps one after another on the event loop; nobody waits.
class Photographer : public QObject {
 public:
  Photographer(ui::MainWindow& window, ui::ClusterHost& host, QString folder)
      : window_(window), host_(host), folder_(std::move(folder)) {
    connect(&host, &ui::ClusterHost::failed, this, [this](const ui::ApiError& error) {
      complain(QStringLiteral("The cluster did not start: %1 %2").arg(error.message, error.remedy));
      end();
    });
    connect(&host, &ui::ClusterHost::filling, this, [this](const ui::StartStage& stage) {
      filled_ = stage.done == stage.total;
      lastWords_ = stage.words;
    });
    connect(&window, &ui::MainWindow::usable, this, [this] {
      if (coldStartMs_ == 0) coldStartMs_ = since_.elapsed();
      usable_ = true;
    });
    connect(&look_, &QTimer::timeout, this, &Photographer::turn);
    look_.setInterval(kLookEveryMs);
  }

  void begin() {
    window_.resize(kPicture);
    window_.show();
    since_.start();
    plan(
        QStringLiteral("connect"), {}, [] { return true; }, kPageMs);
    steps_.push_back({{}, [this] { startCluster(); }, [this] { return usable_ && filled_; }, kFillMs});
    for (ui::Page* page : window_.pages()) addPage(*page);
    look_.start();
  }

  [[nodiscard]] int exitCode() const { return complaints_.isEmpty() ? 0 : 1; }

 private:
  struct Step {
    QString picture;  ///< Empty: none.
    std::function<void()> act;
    std::function<bool()> stands;
    int withinMs = 0;
  };

  void plan(const QString& picture, std::function<void()> act, std::function<bool()> stands, int withinMs) {
    steps_.push_back({picture, std::move(act), std::move(stands), withinMs});
  }

  /// Whoever works with a page sees most of it.
  static QString personOf(const QString& page) {
    if (page == QLatin1String("issuance")) return QStringLiteral("issuer");
    if (page == QLatin1String("assets")) return QStringLiteral("auditor");
    return QStringLiteral("reviewer");
  }

  void addPage(ui::Page& page) {
    const QString person = personOf(page.name());
    steps_.push_back({{},
                      [this, person] {
                        if (window_.session()->identity().name != person) window_.signInAs(person);
                      },
                      [this, person] { return window_.session()->identity().name == person; },
                      kPageMs});
    plan(
        page.name(), [this, &page] { window_.showPage(page.name()); }, [&page] { return page.settled(); },
        kPageMs);
    for (const QString& scene : page.scenes())
      plan(
          scene, [&page, scene] { page.showScene(scene); }, [&page] { return page.settled(); }, kPageMs);
  }

  void startCluster() {
    watchdog_ = std::make_unique<ui::UiWatchdog>();
    since_.start();
    ui::StartChoice choice;
    choice.training = true;
    host_.start(choice);
  }

  void turn() {
    if (steps_.empty()) return end();
    Step& step = steps_.front();
    if (!begun_) {
      begun_ = true;
      stepTime_.start();
      still_.invalidate();
      if (step.act) step.act();
      return;
    }
    if (step.stands()) {
      if (!still_.isValid()) still_.start();
      if (step.picture.isEmpty() || still_.elapsed() >= kStillMs) return finish(step);
    } else {
      still_.invalidate();
      if (stepTime_.elapsed() > step.withinMs || whole_.elapsed() > kWholeMs) {
        complain(step.picture.isEmpty()
                     ? QStringLiteral("A step did not come to its end: %1").arg(lastWords_)
                     : QStringLiteral("%1: the page did not settle (%2)").arg(step.picture, stateOf()));
        finish(step);
      }
    }
  }

  [[nodiscard]] QString stateOf() const {
    const ui::Page* page = window_.currentPage();
    if (page == nullptr) return QStringLiteral("no page");
    const auto& state = page->pane().state();
    static const char* const kNames[] = {"ready",   "loading",   "empty", "stale",
                                         "offline", "forbidden", "error"};
    return QLatin1String(kNames[static_cast<int>(state.kind)]) + QLatin1Char(' ') + state.title;
  }

  void finish(const Step& step) {
    if (!step.picture.isEmpty()) {
      const QString path = folder_ + QLatin1Char('/') + step.picture + QStringLiteral(".png");
      if (!window_.grab().save(path)) complain(QStringLiteral("%1 cannot be written.").arg(path));
      std::printf("%6lld ms  %s\n", static_cast<long long>(whole_.elapsed()), qPrintable(path));
    }
    begun_ = false;
    steps_.pop_front();
  }

  void complain(const QString& sentence) {
    complaints_.append(sentence);
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
  }

  void end() {
    look_.stop();
    if (watchdog_)
      std::printf(
          "Usable after %lld ms; the UI thread was blocked for at most %lld ms, over 50 ms %d times.\n",
          static_cast<long long>(coldStartMs_), static_cast<long long>(watchdog_->longest().count()),
          watchdog_->overLimit());
    watchdog_.reset();
    window_.close();
  }

  ui::MainWindow& window_;
  ui::ClusterHost& host_;
  QString folder_;
  std::deque<Step> steps_;
  QTimer look_;
  QElapsedTimer since_;
  QElapsedTimer whole_ = [] {
    QElapsedTimer timer;
    timer.start();
    return timer;
  }();
  QElapsedTimer stepTime_;
  QElapsedTimer still_;
  bool begun_ = false;
  bool usable_ = false;
  bool filled_ = false;
  qint64 coldStartMs_ = 0;
  QString lastWords_;
  QStringList complaints_;
  std::unique_ptr<ui::UiWatchdog> watchdog_;
};

}  // namespace

int capture(ui::MainWindow& window, ui::ClusterHost& host, const QString& folder) {
  if (!QDir().mkpath(folder)) {
    std::fprintf(stderr, "The folder %s cannot be made.\n", qPrintable(folder));
    return 2;
  }
  Photographer photographer(window, host, QDir(folder).absolutePath());
  QTimer::singleShot(0, &photographer, [&photographer] { photographer.begin(); });
  const int code = QApplication::exec();
  return code != 0 ? code : photographer.exitCode();
}

}  // namespace aurigraph::console
