#pragma once

#include "tests/ui/issuance/issuing_cluster.h"
// After the cluster, for the order of its includes.
#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>

#include "tests/ui/support/wait.h"
#include "ui/pages/issuance/issuance_page.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/approval_step.h"
#include "ui/wizard/view/documents_step.h"
#include "ui/wizard/view/wizard_view.h"

namespace aurigraph::ui {

/// The page, shown, signed in as the issuer.
struct PageWorld {
  IssuingCluster& cluster;
  LocalStore& store;
  Connection connection;
  IssuancePage page;

  PageWorld(IssuingCluster& with, LocalStore& keeping)
      : cluster(with),
        store(keeping),
        connection(with.profile(), with.gateway().transport()),
        page(PageContext{keeping}) {
    page.resize(1'180, 780);
    page.show();
    page.activateWindow();
    (void)QTest::qWaitForWindowActive(&page);
    page.setSeen(true);
    page.setConnection(&connection);
    connection.open();
    EXPECT_TRUE(eventually([&] { return connection.live(); }));
    EXPECT_TRUE(resultOf(connection.signIn(aurigraph::test::issuer().key)).has_value());
    EXPECT_TRUE(eventually([&] { return page.settled() && button("start-property")->isEnabled(); }));
  }
  ~PageWorld() { page.setConnection(nullptr); }

  template <class T = QWidget>
  T* find(const char* name) {
    QApplication::processEvents();  // What was just made is shown in the next turn.
    for (T* each : page.findChildren<T*>(QLatin1String(name)))
      if (each->isVisible()) return each;
    return nullptr;
  }
  /// The same of what must come: rows that are made anew are not seen at once.
  template <class T = QWidget>
  T* shown(const char* name) {
    T* out = nullptr;
    (void)eventually([&] { return (out = find<T>(name)) != nullptr; });
    return out;
  }
  QAbstractButton* button(const char* name) {
    auto* found = shown<QAbstractButton>(name);
    EXPECT_NE(found, nullptr) << name;
    return found;
  }
  IssuanceRun& run() { return page.wizard()->run(); }
  /// What others are asked to approve.
  issuance::ApprovalRequest request() { return run().request().value_or(issuance::ApprovalRequest{}); }
  bool take(const issuance::ApprovalAnswer& answer) {
    return run().edit([&](issuance::IssuanceFlow& to) { return to.addApproval(answer); });
  }
  issuance::Step step() { return run().flow().step(); }
  issuance::TrackerState state() { return run().draft().tracker.state; }

  // ---- by keyboard alone ----

  static void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
    QApplication::processEvents();  // Nobody presses a key before they see where they are.
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow(),
                    key, with);
  }
  static void type(const QString& words) {
    QApplication::processEvents();
    QTest::keyClicks(QApplication::focusWidget(), words);
  }
  static QString focused() {
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
  }
  /// Tab until the widget of this name has the focus; false: Tab does not come there.
  static bool tabTo(const char* name) {
    QStringList way;
    for (int steps = 0; steps < 100; ++steps) {
      if (focused() == QLatin1String(name)) return true;
      way << focused();
      press(Qt::Key_Tab);
    }
    ADD_FAILURE() << "Tab never comes to " << name << ": "
                  << way.mid(0, 40).join(QLatin1Char(' ')).toStdString();
    return false;
  }
  static bool tabAndPress(const char* name) {
    if (!tabTo(name)) return false;
    press(Qt::Key_Space);
    return true;
  }
};

}  // namespace aurigraph::ui
