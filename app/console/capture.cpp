#include "app/console/capture.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>
#include <cstdio>
#include <deque>
#include <functional>
#include <memory>

#include "app/console/capture_plan.h"
#include "app/console/capture_step.h"
#include "app/console/wizard_walk.h"
#include "ui/shell/watchdog.h"

namespace aurigraph::console {
namespace {

constexpr QSize kPicture(1440, 900);
constexpr int kLookEveryMs = 20;
constexpr int kPageMs = 6'000;              ///< What one page may take to settle …
constexpr int kFillMs = 30'000;             ///< … the start with its demo data …
constexpr int kWholeMs = 45'000;            ///< … and all of it.
constexpr int kChartMs = 28'000;            ///< After the start, so that charts show more than a beginning.
constexpr int kStillMs = 300;               ///< A page must have been settled for this long.
constexpr char kWizardPage[] = "issuance";  ///< Its wizard is walked through as well.

/// Steps one after another on the event loop; nobody waits.
class Photographer : public QObject {
 public:
  Photographer(ui::MainWindow& window, ui::ClusterHost& host, CaptureOptions options)
      : window_(window), host_(host), options_(std::move(options)) {
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
    QList<ui::PageEntry> entries;
    for (const ui::Page* page : window_.pages()) entries.append(page->entry());
    for (const ui::PageEntry& entry : pagesToCapture(entries, options_.pages))
      addPage(*window_.page(entry.id));
    look_.start();
  }

  [[nodiscard]] int exitCode() const { return complaints_.isEmpty() ? 0 : 1; }

 private:
  void plan(const QString& picture, std::function<void()> act, std::function<bool()> stands, int withinMs) {
    steps_.push_back({picture, std::move(act), std::move(stands), withinMs});
  }

  void addPage(ui::Page& page) {
    const ui::PageEntry& entry = page.entry();
    const QString person = personFor(entry);
    if (!options_.connect)
      steps_.push_back({{},
                        [this, person] {
                          if (window_.connection()->identity().name != person) window_.signInAs(person);
                        },
                        [this, person] { return window_.connection()->identity().name == person; },
                        kPageMs});
    if (entry.growsWithTime && !options_.connect)
      steps_.push_back({{}, {}, [this] { return since_.elapsed() > kChartMs; }, kChartMs});
    plan(
        entry.id, [this, &page] { window_.showPage(page.name()); }, [&page] { return page.settled(); },
        kPageMs);
    if (entry.id == QLatin1String(kWizardPage) && !options_.connect)
      for (CaptureStep& each : wizardWalk(window_)) steps_.push_back(std::move(each));
    for (const ui::PageScene& scene : entry.scenes) addScene(page, scene);
  }

  void addScene(ui::Page& page, const ui::PageScene& scene) {
    auto opened = std::make_shared<bool>(false);
    plan(
        scene.picture,
        [this, &page, &scene, opened] {
          window_.connection()->api().get(scene.ask).then(
              this, [&page, &scene, opened](const ui::Answer& answer) {
                const auto items = answer ? (*answer)[QLatin1String("items")].toArray() : QJsonArray();
                if (!items.isEmpty()) *opened = page.open(scene.what, scene.idOf(items[0].toObject()));
              });
        },
        [&page, opened] { return *opened && page.settled(); }, kPageMs);
  }

  void startCluster() {
    watchdog_ = std::make_unique<ui::UiWatchdog>();
    since_.start();
    if (options_.connect) {
      filled_ = true;
      return options_.connect();
    }
    ui::StartChoice choice;
    choice.training = true;
    host_.start(choice);
  }

  void turn() {
    if (steps_.empty()) return end();
    CaptureStep& step = steps_.front();
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

  void finish(const CaptureStep& step) {
    if (!step.picture.isEmpty()) {
      const QString path = options_.folder + QLatin1Char('/') + step.picture + QStringLiteral(".png");
      // A picture shows what stands on a page, not where its reader happens to be.
      if (QWidget* focused = QApplication::focusWidget();
          focused && !window_.currentPage()->isAncestorOf(focused))
        focused->clearFocus();
      noteBlocking();
      if (!window_.grab().save(path)) complain(QStringLiteral("%1 cannot be written.").arg(path));
      if (watchdog_) watchdog_->excuse();  // Grabbing and writing a picture is this program's own doing.
      std::printf("%6lld ms  %s (UI thread blocked for at most %lld ms)\n",
                  static_cast<long long>(whole_.elapsed()), qPrintable(path),
                  static_cast<long long>(blockedHere_));
    }
    begun_ = false;
    steps_.pop_front();
  }

  /// The longest wait since the last picture, and the sum of all.
  void noteBlocking() {
    if (!watchdog_) return;
    blockedHere_ = watchdog_->longest().count();
    blockedMost_ = std::max(blockedMost_, blockedHere_);
    blockedOften_ += watchdog_->overLimit();
    watchdog_->reset();
  }

  void complain(const QString& sentence) {
    complaints_.append(sentence);
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
  }

  void end() {
    look_.stop();
    noteBlocking();
    if (watchdog_)
      std::printf(
          "Usable after %lld ms; the UI thread was blocked for at most %lld ms, over 50 ms %d times.\n",
          static_cast<long long>(coldStartMs_), static_cast<long long>(blockedMost_), blockedOften_);
    watchdog_.reset();
    window_.close();
  }

  ui::MainWindow& window_;
  ui::ClusterHost& host_;
  CaptureOptions options_;
  std::deque<CaptureStep> steps_;
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
  long blockedHere_ = 0;
  long blockedMost_ = 0;
  int blockedOften_ = 0;
  QStringList complaints_;
  std::unique_ptr<ui::UiWatchdog> watchdog_;
};

}  // namespace

int capture(ui::MainWindow& window, ui::ClusterHost& host, CaptureOptions options) {
  if (!QDir().mkpath(options.folder)) {
    std::fprintf(stderr, "The folder %s cannot be made.\n", qPrintable(options.folder));
    return 2;
  }
  options.folder = QDir(options.folder).absolutePath();
  Photographer photographer(window, host, std::move(options));
  QTimer::singleShot(0, &photographer, [&photographer] { photographer.begin(); });
  const int code = QApplication::exec();
  return code != 0 ? code : photographer.exitCode();
}

}  // namespace aurigraph::console
