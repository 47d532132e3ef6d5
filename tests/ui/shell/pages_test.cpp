// Every page of the window is one entry, and all that the window does with pages follows from the entries.

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QtTest>

#include "app/console/capture_plan.h"
#include "core/wire/genesis.h"
#include "tests/ui/shell/window_world.h"
#include "tests/ui/support/picture.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui::test {
namespace {

constexpr QSize kWindow(1'360, 860);

struct PagesTest : WindowTest {
  ~PagesTest() override { QApplication::setLayoutDirection(Qt::LeftToRight); }
};

/// How many colours a picture has, up to `atMost`: of an empty area there is one.
qsizetype coloursOf(const QImage& picture, qsizetype atMost) {
  QSet<QRgb> out;
  for (int y = 0; y < picture.height() && out.size() < atMost; ++y)
    for (int x = 0; x < picture.width() && out.size() < atMost; ++x) out.insert(picture.pixel(x, y));
  return out.size();
}

TEST(PageEntries, SayWhatTheWindowNeedsOfAPage) {
  QSet<QString> ids;
  QSet<QString> titles;
  ASSERT_FALSE(allPages().isEmpty());
  for (const PageEntry& entry : allPages()) {
    SCOPED_TRACE(entry.id.toStdString());
    EXPECT_FALSE(ids.contains(entry.id));
    ids.insert(entry.id);
    EXPECT_TRUE(QFile::exists(QStringLiteral(AURIGRAPH_SOURCE_DIR "/ui/pages/%1/entry.h").arg(entry.id)))
        << "a page lies in the folder of its name";
    EXPECT_FALSE(entry.title().isEmpty());
    EXPECT_FALSE(titles.contains(entry.title()));
    titles.insert(entry.title());
    EXPECT_TRUE(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(entry.icon)));
    EXPECT_FALSE(entry.roles.isEmpty());
    for (const QString& role : entry.roles)
      EXPECT_TRUE(wire::roleFromName(role.toStdString()).has_value()) << role.toStdString();
    ASSERT_TRUE(entry.make);
  }
}

TEST(PageEntries, EachMakesThePageOfItsName) {
  LocalStore store{QString()};
  for (const PageEntry& entry : allPages()) {
    SCOPED_TRACE(entry.id.toStdString());
    const std::unique_ptr<Page> page(entry.make(PageContext{store}, nullptr));
    EXPECT_EQ(page->name(), entry.id);
    EXPECT_EQ(page->objectName(), entry.id);
    EXPECT_EQ(page->title(), entry.title());
  }
}

TEST(PageEntries, CaptureCoversEachAndWhatGrowsComesLast) {
  const auto planned = console::pagesToCapture(allPages(), {});
  QStringList ids;
  QSet<QString> pictures;
  bool grown = false;
  for (const PageEntry& entry : planned) {
    SCOPED_TRACE(entry.id.toStdString());
    ids.append(entry.id);
    EXPECT_TRUE(entry.growsWithTime || !grown) << "after a page whose picture needs time";
    grown = grown || entry.growsWithTime;
    EXPECT_EQ(console::personFor(entry), entry.roles.front());
    EXPECT_EQ(console::picturesOf(entry).front(), entry.id);
    EXPECT_EQ(console::picturesOf(entry).size(), 1 + entry.scenes.size());
    for (const QString& picture : console::picturesOf(entry)) {
      EXPECT_FALSE(pictures.contains(picture)) << picture.toStdString() << " would be written over";
      pictures.insert(picture);
    }
    for (const PageScene& scene : entry.scenes) {
      EXPECT_TRUE(scene.ask.startsWith(QLatin1Char('/')));
      EXPECT_FALSE(scene.what.isEmpty());
      EXPECT_NE(scene.idOf, nullptr);
    }
  }
  for (const PageEntry& entry : allPages()) EXPECT_EQ(ids.count(entry.id), 1) << entry.id.toStdString();
  const auto one = console::pagesToCapture(allPages(), {allPages().back().id});
  ASSERT_EQ(one.size(), 1);
  EXPECT_EQ(one.front().id, allPages().back().id);
}

TEST_F(PagesTest, TheRailHasAButtonOfEachEntry) {
  enter();
  ASSERT_EQ(window->pages().size(), allPages().size());
  for (qsizetype at = 0; at < allPages().size(); ++at) {
    const PageEntry& entry = allPages()[at];
    SCOPED_TRACE(entry.id.toStdString());
    EXPECT_EQ(window->pages()[at]->name(), entry.id);
    auto* button = find<QAbstractButton>(("rail_" + entry.id.toStdString()).c_str());
    ASSERT_NE(button, nullptr);
    EXPECT_EQ(button->text(), entry.title());
    EXPECT_FALSE(button->icon().isNull());
    button->click();
    EXPECT_EQ(window->currentPage()->name(), entry.id);
  }
}

// BUILD/pictures/window-*.png, for eyes; each page's own tests compare theirs bit by bit.
TEST_F(PagesTest, EveryPageFitsTheWindowAndShowsSomethingInEveryLook) {
  constexpr qsizetype kLeastColours = 20;
  QDir().mkpath(QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures"));
  for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
    QApplication::setLayoutDirection(direction);
    makeWindow(kWindow);
    enter();
    for (const auto theme : {Theme::Kind::kLight, Theme::Kind::kDark}) {
      Theme::instance().apply(theme);
      QList<QImage> before;
      for (const QString& name : pageNames()) {
        const QString picture =
            QStringLiteral("window-%1%2%3")
                .arg(name, theme == Theme::Kind::kDark ? QStringLiteral("-dark") : QString(),
                     direction == Qt::RightToLeft ? QStringLiteral("-rtl") : QString());
        SCOPED_TRACE(picture.toStdString());
        show(name);
        const QImage seen = pictureOf(*window, kWindow);
        EXPECT_EQ(seen.size(), kWindow);
        const QImage page = window->currentPage()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        EXPECT_EQ(coloursOf(page, kLeastColours), kLeastColours);
        EXPECT_FALSE(before.contains(page)) << "another page's picture";
        before.append(page);
        EXPECT_TRUE(seen.save(QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures/%1.png").arg(picture)));
      }
    }
  }
}

}  // namespace
}  // namespace aurigraph::ui::test
