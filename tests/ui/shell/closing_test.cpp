// The end of the window: nothing is lost unasked, a cluster drains.

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QtTest>

#include "tests/ui/shell/window_world.h"

namespace aurigraph::ui::test {
namespace {

/// A page that would lose something.
class UnsavedPage : public Page {
 public:
  UnsavedPage(const PageEntry& entry, PageContext context, QWidget* parent) : Page(entry, context, parent) {
    setContent(new QWidget(this));
  }
  [[nodiscard]] QString unsaved() const override { return sentence; }
  QString sentence;

 protected:
  void refresh() override { pane().ready(); }
};

struct ClosingTest : WindowTest {
  [[nodiscard]] QMessageBox* question() const {
    auto* box = window->findChild<QMessageBox*>(QStringLiteral("quitQuestion"));
    return box != nullptr && box->isVisible() ? box : nullptr;
  }
  void makeWindowWithUnsaved() {
    PageEntry entry{.id = QStringLiteral("unsaved"),
                    .title = [] { return QStringLiteral("Unsaved"); },
                    .icon = QStringLiteral("clock"),
                    .roles = {QStringLiteral("issuer")},
                    .make = {}};
    entry.make = [this, entry](const PageContext& context, QWidget* parent) {
      page = new UnsavedPage(entry, context, parent);
      return page;
    };
    window = std::make_unique<MainWindow>(&host, store, allPages() + QList<PageEntry>{entry});
    window->show();
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  }
  UnsavedPage* page = nullptr;
};

TEST_F(ClosingTest, QuittingWithoutAClusterClosesAtOnce) {
  enter();
  window->close();
  EXPECT_TRUE(eventually([&] { return !window->isVisible(); }));
  EXPECT_EQ(host.stops, 0) << "a cluster elsewhere goes on";
}

TEST_F(ClosingTest, QuittingDrainsTheCluster) {
  host.runs = true;
  enter(ClusterProfile::Mode::kEmbedded);
  window->close();
  QTest::qWait(0);
  EXPECT_EQ(host.stops, 1);
  EXPECT_TRUE(window->isVisible()) << "until the cluster has ended";
  EXPECT_FALSE(window->isEnabled());
  EXPECT_EQ(window->connection(), nullptr);
  window->close();
  EXPECT_EQ(host.stops, 1) << "once";
  EXPECT_TRUE(window->isVisible());
  host.runs = false;
  Q_EMIT host.stopped();
  EXPECT_TRUE(eventually([&] { return !window->isVisible(); }));
}

TEST_F(ClosingTest, QuittingAsksAboutWhatIsUnsavedAndDrainsTheCluster) {
  host.runs = true;
  makeWindowWithUnsaved();
  enter(ClusterProfile::Mode::kEmbedded);
  page->sentence = QStringLiteral("A <b>note</b> is not kept.");
  window->close();
  ASSERT_NE(question(), nullptr);
  EXPECT_EQ(question()->text(), page->sentence);
  EXPECT_EQ(question()->textFormat(), Qt::PlainText);
  EXPECT_EQ(question()->defaultButton(), question()->button(QMessageBox::Cancel));
  EXPECT_EQ(question()->escapeButton(), question()->button(QMessageBox::Cancel));
  window->close();
  EXPECT_EQ(window->findChildren<QMessageBox*>(QStringLiteral("quitQuestion")).size(), 1) << "one question";
  // Return is the default: nothing happens.
  QTest::keyClick(question(), Qt::Key_Return);
  ASSERT_TRUE(
      eventually([&] { return window->findChild<QMessageBox*>(QStringLiteral("quitQuestion")) == nullptr; }));
  EXPECT_TRUE(window->isVisible());
  EXPECT_NE(window->connection(), nullptr);
  EXPECT_EQ(host.stops, 0);

  window->close();
  ASSERT_NE(question(), nullptr);
  for (QAbstractButton* each : question()->buttons())
    if (question()->buttonRole(each) == QMessageBox::DestructiveRole) each->click();
  EXPECT_EQ(host.stops, 1);
  EXPECT_TRUE(window->isVisible());
  host.runs = false;
  Q_EMIT host.stopped();
  EXPECT_TRUE(eventually([&] { return !window->isVisible(); }));
}

TEST_F(ClosingTest, LeavingAClusterAsksTheSame) {
  host.runs = true;
  makeWindowWithUnsaved();
  enter(ClusterProfile::Mode::kEmbedded);
  page->sentence = QStringLiteral("An issue is on its way.");
  find<QAction>("leaveAction")->trigger();
  ASSERT_NE(question(), nullptr);
  EXPECT_EQ(host.stops, 0);
  for (QAbstractButton* each : question()->buttons())
    if (question()->buttonRole(each) == QMessageBox::DestructiveRole) each->click();
  EXPECT_EQ(host.stops, 1);
  EXPECT_TRUE(find("chooseStart")->isVisible());
  EXPECT_TRUE(window->isVisible()) << "the window stays";
}

}  // namespace
}  // namespace aurigraph::ui::test
