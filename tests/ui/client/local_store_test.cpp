#include "ui/client/local_store.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "tests/ui/support/wait.h"

namespace aurigraph::ui {
namespace {

TEST(LocalStore, ADraftSurvivesARestart) {
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("drafts.sqlite"));
  {
    LocalStore store(file);
    ASSERT_TRUE(resultOf(store.put(QStringLiteral("room"), QStringLiteral("a"), "first")));
    ASSERT_TRUE(resultOf(store.put(QStringLiteral("room"), QStringLiteral("a"), "second")));
  }
  LocalStore store(file);
  const auto all = resultOf(store.all(QStringLiteral("room")));
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 1);
  EXPECT_EQ(all->front().json, "second");
  EXPECT_TRUE(resultOf(store.all(QStringLiteral("other")))->isEmpty());
}

TEST(LocalStore, ADamagedFileIsPutAsideAndSaid) {
  QTemporaryDir folder;
  const QString name = folder.filePath(QStringLiteral("drafts.sqlite"));
  QFile file(name);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(QByteArray(8192, 'x'));
  file.close();
  LocalStore store(name);
  QSignalSpy said(&store, &LocalStore::putAside);
  ASSERT_TRUE(resultOf(store.put(QStringLiteral("room"), QStringLiteral("a"), "kept")));
  ASSERT_TRUE(eventually([&] { return said.count() == 1; }));
  EXPECT_TRUE(QFile::exists(said[0][0].toString()));
}

TEST(LocalStore, APlaceThatCannotBeWrittenIsSaidInWords) {
  LocalStore store(QStringLiteral("/proc/nowhere/drafts.sqlite"));
  const auto kept = resultOf(store.put(QStringLiteral("room"), QStringLiteral("a"), "x"));
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.error().code, QStringLiteral("local.unusable"));
}

}  // namespace
}  // namespace aurigraph::ui
