// The whole window by keyboard alone, and by name.

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QMultiMap>
#include <QShortcut>
#include <QtTest>

#include "tests/ui/shell/window_world.h"
#include "tests/ui/support/a11y.h"
#include "ui/shell/sign_in_dialog.h"

namespace aurigraph::ui::test {
namespace {

struct KeyboardTest : WindowTest {
  ~KeyboardTest() override { QApplication::setLayoutDirection(Qt::LeftToRight); }

  static void none(const Findings& findings, const std::string& where) {
    for (const auto& each : findings) ADD_FAILURE() << where << ": " << each;
  }
  void everyPage() {
    for (const QString& page : pageNames()) {
      show(page);
      none(a11yFindings(*window), page.toStdString());
    }
  }
  void everyStartForm() {
    makeWindow();
    none(a11yFindings(*window), "choices");
    press("chooseStart");
    none(a11yFindings(*window), "start form");
    press("startBack");
    press("chooseConnect");
    press("connectGo");  // With its problem shown.
    none(a11yFindings(*window), "connect form");
    press("connectBack");
    press("chooseTraining");
    none(a11yFindings(*window), "progress");
    Q_EMIT host.failed({QStringLiteral("cluster.port_taken"), QStringLiteral("Taken."), {}, 0, 0});
    none(a11yFindings(*window), "choices after a failure");
  }
};

TEST_F(KeyboardTest, EveryPageByKeyboardAlone) {
  enter();
  const QStringList names = pageNames();
  for (qsizetype at = names.size() - 1; at >= 0; --at) {
    key(static_cast<Qt::Key>(Qt::Key_1 + at), Qt::AltModifier);
    EXPECT_EQ(window->currentPage()->name(), names[at]);
    EXPECT_TRUE(find<QAbstractButton>(("rail_" + names[at].toStdString()).c_str())->isChecked());
  }
  find(("rail_" + names[0].toStdString()).c_str())->setFocus();
  key(Qt::Key_Down);
  EXPECT_EQ(window->currentPage()->name(), names[1]) << "arrow keys in the rail";
  everyPage();
}

TEST_F(KeyboardTest, EveryPageByKeyboardAloneFromRightToLeft) {
  QApplication::setLayoutDirection(Qt::RightToLeft);
  makeWindow();
  enter();
  everyPage();
}

TEST_F(KeyboardTest, TheStartByKeyboardAlone) {
  everyStartForm();
}

TEST_F(KeyboardTest, TheStartByKeyboardAloneFromRightToLeft) {
  QApplication::setLayoutDirection(Qt::RightToLeft);
  everyStartForm();
}

TEST_F(KeyboardTest, ReturnPressesWhatHasTheFocusOnTheStartPage) {
  makeWindow();
  find("chooseStart")->setFocus();
  key(Qt::Key_Return);
  EXPECT_TRUE(find("startGo")->isVisible());
  find("startGo")->setFocus();
  key(Qt::Key_Return);
  EXPECT_EQ(host.started.size(), 1);
}

TEST_F(KeyboardTest, TheSignInByKeyboardAlone) {
  enter();
  for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
    QApplication::setLayoutDirection(direction);
    SignInDialog dialog(*window->connection(), window.get());
    dialog.open();
    none(a11yFindings(dialog), "sign-in");
    key(Qt::Key_Escape);
    EXPECT_FALSE(dialog.isVisible());
    window->activateWindow();
  }
}

TEST_F(KeyboardTest, EveryStateOfAPageByKeyboardAlone) {
  enter();
  using enum PaneState::Kind;
  const ApiError error{QStringLiteral("route.broken"), QStringLiteral("It broke."), QStringLiteral("Wait."),
                       500, 0};
  for (const QString& name : pageNames()) {
    show(name);
    StatePane& pane = window->currentPage()->pane();
    const auto check = [&](const char* state) {
      QApplication::processEvents();
      none(a11yFindings(*window), name.toStdString() + " " + state);
    };
    pane.empty(QStringLiteral("Nothing here."), QStringLiteral("Because."), QStringLiteral("Do something"));
    check("empty");
    pane.failed(error);
    check("error");
    ApiError forbidden = error;
    forbidden.status = 403;
    pane.failed(forbidden);
    check("forbidden");
    pane.loading();
    ASSERT_TRUE(eventually([&] { return wordsIn(pane).contains(QStringLiteral("Loading …")); }));
    check("loading");
    Link lost;
    lost.state = Link::State::kReconnecting;
    lost.lastAnswer = QDateTime::currentDateTime();
    lost.retryAt = lost.lastAnswer.addSecs(5);
    pane.follow(lost);
    check("offline");
    pane.show({kStale, {}, {}, {}, {}, QDateTime::currentDateTime()});
    check("stale");
    pane.ready();
    check("lost connection");
    pane.follow(window->connection()->link());
  }
}

/// Who listens to a key, and where.
struct Claim {
  QKeySequence keys;
  QWidget* scope = nullptr;  ///< Heard inside; the window: everywhere.
  std::string who;
};

TEST_F(KeyboardTest, ShortcutsDoNotClash) {
  enter();
  for (const QString& page : pageNames()) show(page);
  QList<Claim> claims;
  const auto claim = [&](const QKeySequence& keys, QWidget* scope, const std::string& who) {
    if (!keys.isEmpty()) claims.append({keys, scope, who});
  };
  for (QShortcut* each : window->findChildren<QShortcut*>()) {
    auto* at = qobject_cast<QWidget*>(each->parent());
    ASSERT_NE(at, nullptr);
    const bool everywhere =
        each->context() == Qt::WindowShortcut || each->context() == Qt::ApplicationShortcut;
    claim(each->key(), everywhere ? window.get() : at,
          "shortcut of " + at->objectName().toStdString() + " " + at->metaObject()->className());
  }
  for (QAction* each : window->findChildren<QAction*>())
    for (const auto& keys : each->shortcuts())
      claim(keys, window.get(), "menu \"" + each->text().toStdString() + "\"");
  for (QAction* menu : window->menuBar()->actions())
    claim(QKeySequence::mnemonic(menu->text()), window.get(),
          "menu bar \"" + menu->text().toStdString() + "\"");
  for (Page* page : window->pages()) {
    // What the sheet of keys says: once each, and nothing of the window's.
    QStringList listed;
    for (const Shortcut& each : page->shortcuts()) {
      EXPECT_FALSE(each.what.isEmpty());
      EXPECT_FALSE(listed.contains(each.keys.toString()))
          << page->name().toStdString() << " lists " << each.keys.toString().toStdString() << " twice";
      listed.append(each.keys.toString());
      for (const Claim& other : std::as_const(claims))
        if (other.scope == window.get()) {
          EXPECT_NE(other.keys, each.keys) << page->name().toStdString() << " and " << other.who;
        }
    }
    for (const auto* each : page->findChildren<QAbstractButton*>())
      claim(QKeySequence::mnemonic(each->text()), page, "button \"" + each->text().toStdString() + "\"");
    for (const auto* each : page->findChildren<QLabel*>())
      if (each->buddy() != nullptr)
        claim(QKeySequence::mnemonic(each->text()), page, "label \"" + each->text().toStdString() + "\"");
  }
  EXPECT_GT(claims.size(), 30) << "they are really found";
  for (qsizetype i = 0; i < claims.size(); ++i)
    for (qsizetype j = i + 1; j < claims.size(); ++j) {
      const Claim& a = claims[i];
      const Claim& b = claims[j];
      if (a.keys != b.keys) continue;
      // Two mnemonics of a page may take turns, being never visible together: a11y.h judges those.
      const bool mnemonics = a.scope == b.scope && a.scope != window.get() &&
                             a.who.find("shortcut") == std::string::npos &&
                             b.who.find("shortcut") == std::string::npos;
      if (mnemonics) continue;
      const bool meet =
          a.scope == b.scope || a.scope->isAncestorOf(b.scope) || b.scope->isAncestorOf(a.scope);
      EXPECT_FALSE(meet) << a.keys.toString().toStdString() << ": " << a.who << " and " << b.who;
    }
}

}  // namespace
}  // namespace aurigraph::ui::test
