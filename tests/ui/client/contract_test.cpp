// What the window asks for is what docs/openapi.yaml promises.

#include <gtest/gtest.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <algorithm>

namespace aurigraph::ui {
namespace {

const QString kSources = QStringLiteral(AURIGRAPH_SOURCE_DIR);

QString textOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// "/query/records/{id}" as a pattern; the rest of a path that is put together at run time may be missing.
bool promised(const QStringList& promises, const QString& asked) {
  const QStringList parts = asked.split(QLatin1Char('/'));
  return std::any_of(promises.begin(), promises.end(), [&](const QString& promise) {
    const QStringList promisedParts = promise.split(QLatin1Char('/'));
    if (promisedParts.size() != parts.size()) return false;
    for (qsizetype i = 0; i < parts.size(); ++i) {
      const bool open = promisedParts[i].startsWith(QLatin1Char('{'));
      // "%1", or an empty end to which an id is added: only where the path has a variable.
      const bool filled = parts[i].isEmpty() || parts[i].startsWith(QLatin1Char('%'));
      if (i > 0 && !open && filled) return false;
      if (!open && promisedParts[i] != parts[i]) return false;
    }
    return true;
  });
}

TEST(Contract, EveryPathTheWindowAsksForIsInTheContract) {
  static const QRegularExpression promise(QStringLiteral("^  /api/v11(/[^:]*):"),
                                          QRegularExpression::MultilineOption);
  QStringList promises;
  for (const auto& match : promise.globalMatch(textOf(kSources + QStringLiteral("/docs/openapi.yaml"))))
    promises.append(match.captured(1));
  ASSERT_GT(promises.size(), 20);

  static const QRegularExpression question(QStringLiteral(
      "\"(?:/api/v11)?(/(?:info|query|auth|contract|transaction|evidence|events)\\b[^\"]*)\""));
  int asked = 0;
  for (const char* folder : {"/ui", "/app/console"}) {
    QDirIterator files(kSources + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString file = files.next();
      for (const auto& match : question.globalMatch(textOf(file))) {
        ++asked;
        const QString path = match.captured(1).section(QLatin1Char('?'), 0, 0);
        EXPECT_TRUE(promised(promises, path))
            << file.toStdString() << " asks for " << match.captured(1).toStdString();
      }
    }
  }
  EXPECT_GT(asked, 20) << "they are really found";
}

TEST(Contract, WhatIsNotPromisedIsFound) {
  const QStringList promises = {QStringLiteral("/query/records"), QStringLiteral("/query/records/{id}"),
                                QStringLiteral("/query/records/{id}/lineage")};
  for (const char* good : {"/query/records", "/query/records/", "/query/records/%1",
                           "/query/records/%1/lineage", "/query/records/7"})
    EXPECT_TRUE(promised(promises, QLatin1String(good))) << good;
  for (const char* bad :
       {"/query/record", "/query/", "/query/%1", "/query/records/%1/why", "/query/records/1/2/3"})
    EXPECT_FALSE(promised(promises, QLatin1String(bad))) << bad;
}

}  // namespace
}  // namespace aurigraph::ui
