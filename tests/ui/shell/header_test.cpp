// What is always visible: which cluster, SIMULATED, the mode, as whom.

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QtTest>

#include "tests/ui/shell/window_world.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui::test {
namespace {

/// The label is on screen, inside its header and wide enough for its words.
testing::AssertionResult isWhole(const QWidget& widget) {
  const QWidget& header = *widget.parentWidget();
  if (!widget.isVisible()) return testing::AssertionFailure() << "is not visible";
  if (!header.rect().contains(widget.geometry()))
    return testing::AssertionFailure() << "sticks out of the header";
  if (widget.width() < widget.sizeHint().width())
    return testing::AssertionFailure() << "is cut: " << widget.width() << " of " << widget.sizeHint().width();
  for (const QWidget* other : header.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
    if (other != &widget && other->isVisible() && other->geometry().intersects(widget.geometry()))
      return testing::AssertionFailure() << "lies under " << other->objectName().toStdString();
  return testing::AssertionSuccess();
}

TEST_F(WindowTest, SimulatedAndModeAreAlwaysVisible) {
  makeWindow({1'024, 700});
  cluster.answerStatus(
      {{QStringLiteral("cluster"), QStringLiteral("a-cluster-with-a-rather-long-name-2026")}});
  struct Mode {
    ClusterProfile::Mode mode;
    const char* word;
  };
  for (const Mode& mode :
       {Mode{ClusterProfile::Mode::kEmbedded, "EMBEDDED"}, Mode{ClusterProfile::Mode::kRemote, "REMOTE"},
        Mode{ClusterProfile::Mode::kTraining, "TRAINING"}}) {
    enter(mode.mode);
    for (const auto theme : {Theme::Kind::kLight, Theme::Kind::kDark}) {
      Theme::instance().apply(theme);
      for (const QString& page : pageNames()) {
        SCOPED_TRACE(page.toStdString() + " " + mode.word);
        show(page);
        QApplication::processEvents();
        EXPECT_EQ(window->size(), QSize(1'024, 700)) << "the page wants more than a small screen has";
        EXPECT_EQ(text("modeChip"), QLatin1String(mode.word));
        EXPECT_EQ(text("simulatedChip"), QStringLiteral("SIMULATED"));
        EXPECT_TRUE(isWhole(*find("modeChip")));
        EXPECT_TRUE(isWhole(*find("simulatedChip")));
        EXPECT_TRUE(isWhole(*find("healthChip")));
        EXPECT_TRUE(isWhole(*find("identity")));
      }
    }
  }
}

TEST_F(WindowTest, EverythingIsThereInANarrowWindowWithTrouble) {
  makeWindow({1'024, 700});
  cluster.answerStatus(
      {{QStringLiteral("cluster"), QStringLiteral("a-cluster-with-a-rather-long-name-2026")}});
  ClusterProfile unchecked = cluster.wholeProfile();
  unchecked.genesis.clear();
  window->connectTo(unchecked, cluster.gateway.transport());
  ASSERT_TRUE(eventually([&] { return window->connection()->live(); }));
  cluster.answerIdentity(QStringLiteral("a-reviewer-with-a-very-long-name-of-hers"), {}, {});
  ASSERT_TRUE(resultOf(window->connection()->signIn(crypto::SigningKey::fromSeed({}))).has_value());
  cluster.gateway.fail(HttpAnswer::Failure::kUnreachable);
  ASSERT_TRUE(eventually([&] { return window->connection()->link().state == Link::State::kReconnecting; }));
  QApplication::processEvents();
  EXPECT_EQ(window->width(), 1'024);
  for (const char* each : {"modeChip", "simulatedChip", "pinnedChip", "healthChip", "identity"}) {
    SCOPED_TRACE(each);
    EXPECT_TRUE(isWhole(*find(each)));
  }
  // The sentence may be cut; its tooltip has it whole.
  EXPECT_TRUE(find("linkSentence")->toolTip().contains(text("linkSentence")));
  EXPECT_EQ(find("clusterName")->toolTip(), QStringLiteral("a-cluster-with-a-rather-long-name-2026"));
}

TEST_F(WindowTest, ARealClusterIsNotMarkedSimulated) {
  cluster.answerStatus({{QStringLiteral("simulated"), false}});
  enter();
  EXPECT_FALSE(find("simulatedChip")->isVisible());
}

TEST_F(WindowTest, IdentityIsAlwaysVisible) {
  makeWindow();
  window->connectTo(cluster.wholeProfile(), cluster.gateway.transport());
  ASSERT_TRUE(eventually([&] { return window->connection()->live(); }));
  EXPECT_EQ(find<QAbstractButton>("identity")->text(), QStringLiteral("Not signed in"));
  for (const char* name : {"Ann Lee", "Bob"}) {
    cluster.answerIdentity(QLatin1String(name), {QStringLiteral("reviewer")}, {});
    ASSERT_TRUE(resultOf(window->connection()->signIn(crypto::SigningKey::fromSeed({}))).has_value());
    for (const QString& page : pageNames()) {
      SCOPED_TRACE(page.toStdString());
      window->showPage(page);
      EXPECT_EQ(find<QAbstractButton>("identity")->text(), QLatin1String(name));
      EXPECT_TRUE(find("identity")->accessibleName().contains(QLatin1String(name)));
      EXPECT_TRUE(find("identity")->accessibleName().contains(QStringLiteral("Reviewer")));
    }
  }
  window->connection()->signOut();
  EXPECT_EQ(find<QAbstractButton>("identity")->text(), QStringLiteral("Not signed in"));
}

TEST_F(WindowTest, HostileNamesStayText) {
  const QString hostile = QStringLiteral("<b>a&b</b>\u202E<img src=x>\u2066\n");
  const QString shown = QStringLiteral("<b>a&b</b><img src=x>\u00B7");
  cluster.answerStatus({{QStringLiteral("cluster"), hostile}});
  cluster.answerIdentity(hostile, {hostile}, {QStringLiteral("decide-review")});
  const QString record = cluster.reviews->add(hostile.toUtf8(), "property", "title", 640'000, 20);
  QJsonObject asset{{QStringLiteral("id"), 77},
                    {QStringLiteral("asset_key"), hostile},
                    {QStringLiteral("name"), hostile},
                    {QStringLiteral("template"), QStringLiteral("property")},
                    {QStringLiteral("status"), QStringLiteral("ACTIVE")}};
  cluster.gateway.answer("GET", QStringLiteral("/query/assets"),
                         {{QStringLiteral("items"), QJsonArray{asset}}});
  cluster.gateway.answer("GET", QStringLiteral("/query/records"),
                         {{QStringLiteral("items"), QJsonArray{cluster.reviews->row(record)}}});
  enter();
  EXPECT_EQ(text("clusterName"), shown);
  EXPECT_EQ(find<QLabel>("clusterName")->textFormat(), Qt::PlainText);
  auto* identity = find<QAbstractButton>("identity");
  EXPECT_EQ(identity->text(), QString(shown).replace(QLatin1Char('&'), QLatin1String("&&")));
  EXPECT_TRUE(QKeySequence::mnemonic(identity->text()).isEmpty()) << "a name claims no key";
  EXPECT_FALSE(identity->toolTip().contains(QLatin1String("<img")));
  const auto bad = [&](const QString& words) {
    return words.contains(QChar(0x202E)) || words.contains(QChar(0x2067));
  };
  for (const QString& page : pageNames()) {
    SCOPED_TRACE(page.toStdString());
    show(page);
    for (const QLabel* each : window->currentPage()->findChildren<QLabel*>()) {
      EXPECT_FALSE(bad(each->text())) << each->objectName().toStdString();
      if (each->text().contains(QLatin1String("<img"))) {
        EXPECT_EQ(each->textFormat(), Qt::PlainText) << each->objectName().toStdString();
      }
    }
    for (const QWidget* each : window->findChildren<QWidget*>()) {
      EXPECT_FALSE(each->toolTip().contains(QLatin1String("<img"))) << each->objectName().toStdString();
      EXPECT_FALSE(bad(each->accessibleName())) << each->objectName().toStdString();
    }
    for (const auto* view : window->currentPage()->findChildren<QAbstractItemView*>())
      for (int row = 0; view->model() != nullptr && row < view->model()->rowCount(); ++row)
        for (int column = 0; column < view->model()->columnCount(); ++column) {
          const QModelIndex at = view->model()->index(row, column);
          for (const int role : {Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole})
            EXPECT_FALSE(bad(at.data(role).toString())) << view->objectName().toStdString();
          EXPECT_FALSE(at.data(Qt::ToolTipRole).toString().contains(QLatin1String("<img")))
              << view->objectName().toStdString();
        }
  }
}

}  // namespace
}  // namespace aurigraph::ui::test
