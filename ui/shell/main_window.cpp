#include "ui/shell/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/client/history_guard.h"
#include "ui/models/readings.h"
#include "ui/pages/connect/profile_store.h"
#include "ui/pages/connect/start_page.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/help_boxes.h"
#include "ui/shell/rail.h"
#include "ui/shell/sign_in_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

constexpr int kDrainTimeoutMs = 15'000;
constexpr int kLayoutVersion = 1;

}  // namespace

MainWindow::MainWindow(ClusterHost* host, LocalStore& store, const QList<PageEntry>& pages, QWidget* parent)
    : QMainWindow(parent),
      host_(host),
      store_(store),
      history_(new HistoryGuard(store, this)),
      outer_(new QStackedWidget(this)),
      start_(new StartPage(this)),
      header_(new HeaderBar(this)),
      rail_(nullptr),
      stack_(new QStackedWidget(this)),
      height_(new PlainLabel({}, this)),
      rate_(new PlainLabel({}, this)),
      finality_(new PlainLabel({}, this)) {
  setObjectName(QStringLiteral("main"));
  setWindowTitle(tr("Aurigraph"));
  setWindowIcon(Theme::instance().icon(QStringLiteral("logo"), Ink::kAccent));
  connect(&store_, &LocalStore::putAside, this, [this](const QString& file) {
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Drafts"),
                        tr("The file with your drafts is damaged. It was put aside as %1; a new one has "
                           "begun, and drafts of before are not shown.")
                            .arg(file),
                        QMessageBox::Ok, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
  });
  connect(history_, &HistoryGuard::contradicted, this, &MainWindow::leaveBecause);
  addPages(pages);
  rail_ = new Rail(pages, this);  // After the pages: Tab comes to them first.
  connect(rail_, &Rail::pageWanted, this, &MainWindow::showPage);
  connect(rail_, &Rail::startWanted, this, [this] {
    // A connection that is on its way goes on.
    outer_->setCurrentIndex(0);
    setWindowTitle(tr("Aurigraph"));
  });
  auto* inside = new QWidget(this);
  auto* columns = new QVBoxLayout(inside);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(0);
  columns->addWidget(header_);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(rail_);
  row->addWidget(stack_, 1);
  columns->addLayout(row, 1);
  outer_->addWidget(start_);
  outer_->addWidget(inside);
  setCentralWidget(outer_);
  makeMenus();
  makeStatusBar();

  connect(start_, &StartPage::connectWanted, this,
          [this](const ClusterProfile& profile) { connectTo(profile); });
  connect(start_, &StartPage::startWanted, this, [this](const StartChoice& choice) {
    if (host_ != nullptr) host_->start(choice);
  });
  connect(start_, &StartPage::cancelWanted, this, [this] {
    if (connection_) {
      leave();
      if (host_ != nullptr && host_->running()) host_->stop();
    } else if (host_ != nullptr) {
      host_->cancel();
    }
  });
  if (host_ != nullptr) {
    connect(host_, &ClusterHost::stage, start_, &StartPage::showStage);
    connect(host_, &ClusterHost::failed, start_, &StartPage::showFailure);
    connect(host_, &ClusterHost::ready, this, [this](const ClusterProfile& profile) { connectTo(profile); });
    connect(host_, &ClusterHost::filling, this, [this](const StartStage& stage) {
      if (stage.done < stage.total)
        statusBar()->showMessage(
            tr("Demo data is on its way (%1 of %2): %3").arg(stage.done).arg(stage.total).arg(stage.words));
      else
        statusBar()->showMessage(stage.words, 8'000);
    });
    connect(host_, &ClusterHost::stopped, this, [this] {
      if (closing_) finishClosing();
    });
  }
  leave();
  restore();
}

MainWindow::~MainWindow() {
  // Pages look at the connection until they are gone.
  for (Page* each : std::as_const(pages_)) each->setConnection(nullptr);
  header_->setConnection(nullptr);
}

void MainWindow::addPages(const QList<PageEntry>& entries) {
  for (const PageEntry& entry : entries) {
    Page* each = entry.make(PageContext{store_}, this);
    pages_.append(each);
    stack_->addWidget(each);
    connect(each, &Page::openElsewhere, this, &MainWindow::open);
    connect(new QShortcut(Rail::keyOf(pages_.size() - 1), this), &QShortcut::activated, this,
            [this, id = entry.id] {
              if (entered_) showPage(id);
            });
    connect(each, &Page::said, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 8'000); });
  }
  connect(stack_, &QStackedWidget::currentChanged, this, [this] {
    for (Page* each : std::as_const(pages_))
      each->setSeen(each == currentPage() && outer_->currentIndex() == 1);
  });
}

void MainWindow::makeMenus() {
  //: Menu
  auto* cluster = menuBar()->addMenu(tr("&Cluster"));
  auto* leaving = cluster->addAction(tr("&Leave this cluster"), this, [this] {
    askThen(tr("Leave this cluster?"), tr("Leave"), [this] {
      leave();
      if (host_ != nullptr && host_->running()) host_->stop();
    });
  });
  leaving->setObjectName(QStringLiteral("leaveAction"));
  cluster->addAction(tr("Verify a &proof file …"), QKeySequence(Qt::CTRL | Qt::Key_P), this,
                     [this] { open(QStringLiteral("proof"), {}); });
  cluster->addSeparator();
  cluster->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
  //: Menu
  auto* view = menuBar()->addMenu(tr("&View"));
  auto* dark = view->addAction(tr("&Dark"));
  dark->setObjectName(QStringLiteral("darkAction"));
  dark->setCheckable(true);
  dark->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
  dark->setChecked(Theme::instance().kind() == Theme::Kind::kDark);
  connect(dark, &QAction::toggled, this, &MainWindow::setTheme);
  auto* language = view->addMenu(tr("&Language"));
  auto* one = new QActionGroup(language);
  for (const QString& code : languages()) {
    const QLocale locale(code);
    auto* action = language->addAction(locale.nativeLanguageName());
    action->setCheckable(true);
    action->setChecked(locale.language() == QLocale().language());
    one->addAction(action);
    connect(action, &QAction::triggered, this, [this, code] { Q_EMIT languageWanted(code); });
  }
  view->addAction(tr("Ask for everything &again"), QKeySequence::Refresh, this, [this] {
    if (Page* shown = currentPage()) Q_EMIT shown->pane().retry();
  });
  //: Menu
  auto* help = menuBar()->addMenu(tr("&Help"));
  help->addAction(tr("&Keys of this page"), QKeySequence(Qt::Key_Question), this,
                  [this] { showKeys(this, pages_, connection_ ? currentPage() : nullptr); });
  help->addAction(tr("&About Aurigraph"), this, [this] { showAbout(this); });
  connect(header_->identityButton(), &QPushButton::clicked, this, &MainWindow::showIdentityMenu);
}

void MainWindow::makeStatusBar() {
  height_->setObjectName(QStringLiteral("statusHeight"));
  rate_->setObjectName(QStringLiteral("statusRate"));
  finality_->setObjectName(QStringLiteral("statusFinality"));
  for (PlainLabel* each : {rate_, finality_, height_}) statusBar()->addPermanentWidget(each);
}

Page* MainWindow::page(const QString& name) const {
  for (Page* each : pages_)
    if (each->name() == name) return each;
  return nullptr;
}

Page* MainWindow::currentPage() const {
  return qobject_cast<Page*>(stack_->currentWidget());
}

void MainWindow::showPage(const QString& name) {
  Page* wanted = page(name);
  if (wanted == nullptr) wanted = pages_.value(0);
  if (wanted == nullptr) return;
  stack_->setCurrentWidget(wanted);
  rail_->check(pages_.indexOf(wanted));
  wanted->setSeen(entered_);
  setWindowTitle(tr("%1 – Aurigraph").arg(wanted->title()));
  QSettings().setValue(QStringLiteral("page"), wanted->name());
}

void MainWindow::open(const QString& what, const QString& id) {
  if (what == QLatin1String("page")) return showPage(id);
  for (Page* each : std::as_const(pages_)) {
    if (!each->open(what, id)) continue;
    outer_->setCurrentIndex(1);
    showPage(each->name());
    return;
  }
}

void MainWindow::connectTo(const ClusterProfile& profile, std::unique_ptr<Transport> transport) {
  outer_->setCurrentIndex(0);
  start_->showConnecting(profile);
  entered_ = false;
  rail_->setEntered(false);
  for (Page* each : std::as_const(pages_)) each->setConnection(nullptr);
  header_->setConnection(nullptr);
  connection_ = std::make_unique<Connection>(profile, std::move(transport));
  header_->setConnection(connection_.get());
  followConnection();
  connection_->open();
}

void MainWindow::followConnection() {
  Connection* connection = connection_.get();
  connect(connection, &Connection::linkChanged, this, [this](const Link& link) {
    if (!entered_ && link.state == Link::State::kLive) {
      entered_ = true;
      rail_->setEntered(true);
      for (Page* each : std::as_const(pages_)) each->setConnection(connection_.get());
      outer_->setCurrentIndex(1);
      if (connection_->profile().mode == ClusterProfile::Mode::kRemote)
        ProfileStore::remember(connection_->profile());
      showPage(QSettings().value(QStringLiteral("page")).toString());
      if (host_ != nullptr && host_->running() && !host_->people().isEmpty())
        signInAs(QSettings().value(QStringLiteral("person"), QStringLiteral("reviewer")).toString());
      else
        Q_EMIT usable();
    } else if (!entered_ && link.error &&
               (link.state == Link::State::kFailed || link.state == Link::State::kReconnecting)) {
      // Not once connected: say why, and let the person choose again.
      leaveBecause(*link.error);
    }
  });
  connect(connection, &Connection::statusChanged, this, &MainWindow::showStatus);
  history_->follow(connection);
}

void MainWindow::leaveBecause(const ApiError& why) {
  QTimer::singleShot(0, this, [this, why] {
    leave();
    if (host_ != nullptr && host_->running()) host_->stop();
    start_->showFailure(why);
  });
}

void MainWindow::showStatus() {
  if (!connection_) return;
  const ClusterReading cluster = readStatus(connection_->status());
  height_->setText(tr("Block %1").arg(countText(cluster.height)));
  rate_->setText(tr("%1 transactions/s").arg(countText(cluster.tps.value_or(0))));
  finality_->setText(
      cluster.finalityP99Ms
          ? tr("final within %1 ms (99 %)").arg(QLocale().toString(*cluster.finalityP99Ms, 'f', 1))
          : QString());
}

void MainWindow::signInAs(const QString& person) {
  if (host_ == nullptr || !connection_) return;
  host_->openKey(person).then(this, [this, person](const Reply<crypto::SigningKey>& key) {
    if (!connection_) return;
    if (!key) {
      statusBar()->showMessage(key.error().message, 8'000);
      Q_EMIT usable();
      return;
    }
    connection_->signIn(*key).then(this, [this, person](const Reply<Identity>& who) {
      if (!who)
        statusBar()->showMessage(who.error().message + QLatin1Char(' ') + who.error().remedy, 8'000);
      else
        QSettings().setValue(QStringLiteral("person"), person);
      Q_EMIT usable();
    });
  });
}

void MainWindow::leave() {
  for (Page* each : std::as_const(pages_)) {
    each->setSeen(false);
    each->setConnection(nullptr);
  }
  header_->setConnection(nullptr);
  entered_ = false;
  rail_->setEntered(false);
  history_->follow(nullptr);
  if (connection_) {
    connection_->disconnect(this);
    connection_.release()->closeLater();
  }
  outer_->setCurrentIndex(0);
  start_->showChoices();
  for (PlainLabel* each : {height_, rate_, finality_}) each->clear();
  setWindowTitle(tr("Aurigraph"));
}

void MainWindow::showIdentityMenu() {
  if (!connection_) return;
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (host_ != nullptr && host_->running())
    for (const QString& person : host_->people()) {
      auto* action =
          menu->addAction(tr("Act as %1").arg(roleText(person)), this, [this, person] { signInAs(person); });
      action->setCheckable(true);
      action->setChecked(connection_->identity().name == person);
    }
  menu->addSeparator();
  menu->addAction(tr("Sign in with a key file …"), this, [this] {
    auto* dialog = new SignInDialog(*connection_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  });
  auto* out = menu->addAction(tr("Sign out"), this, [this] {
    if (connection_) connection_->signOut();
  });
  out->setEnabled(connection_->identity().signedIn());
  QPushButton* at = header_->identityButton();
  menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void MainWindow::setTheme(bool dark) {
  Theme::instance().apply(dark ? Theme::Kind::kDark : Theme::Kind::kLight);
  QSettings().setValue(QStringLiteral("dark"), dark);
}

const QStringList& MainWindow::languages() {
  static const QStringList kCodes = {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("ar")};
  return kCodes;
}

void MainWindow::restore() {
  const QSettings settings;
  if (!restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray())) resize(1360, 860);
  restoreState(settings.value(QStringLiteral("layout")).toByteArray(), kLayoutVersion);
}

void MainWindow::remember() {
  QSettings settings;
  settings.setValue(QStringLiteral("geometry"), saveGeometry());
  settings.setValue(QStringLiteral("layout"), saveState(kLayoutVersion));
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (closed_) {
    event->accept();
    return;
  }
  event->ignore();
  if (closing_) return;
  askThen(tr("Quit?"), tr("Quit"), [this] {
    closing_ = true;
    remember();
    leave();
    // After this event: a window does not close within its own closing.
    if (host_ == nullptr || !host_->running()) {
      QTimer::singleShot(0, this, &MainWindow::finishClosing);
      return;
    }
    // What is under way ends first; nothing acknowledged is lost (R-NODE-5).
    setEnabled(false);
    statusBar()->showMessage(tr("Stopping the cluster …"));
    host_->stop();
    QTimer::singleShot(kDrainTimeoutMs, this, &MainWindow::finishClosing);
  });
}

void MainWindow::askThen(const QString& title, const QString& word, const std::function<void()>& act) {
  QStringList unsaved;
  for (const Page* each : std::as_const(pages_))
    if (const QString sentence = each->unsaved(); !sentence.isEmpty()) unsaved.append(sentence);
  if (unsaved.isEmpty()) return act();
  if (findChild<QMessageBox*>(QStringLiteral("quitQuestion")) != nullptr) return;
  auto* box = new QMessageBox(QMessageBox::Warning, title, unsaved.join(QLatin1Char('\n')),
                              QMessageBox::Cancel, this);
  box->setObjectName(QStringLiteral("quitQuestion"));
  box->setTextFormat(Qt::PlainText);
  box->setAttribute(Qt::WA_DeleteOnClose);
  auto* go = box->addButton(word, QMessageBox::DestructiveRole);
  box->setDefaultButton(QMessageBox::Cancel);
  box->setEscapeButton(QMessageBox::Cancel);
  connect(go, &QPushButton::clicked, this, act);
  box->open();
}

void MainWindow::finishClosing() {
  if (closed_) return;
  closed_ = true;
  close();
  QApplication::quit();
}

}  // namespace aurigraph::ui
