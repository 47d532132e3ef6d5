#pragma once

#include <gtest/gtest.h>

#include <QApplication>

#include "tests/ui/support/recorded_cluster.h"
#include "tests/ui/support/wait.h"
#include "ui/pages/workflow/workflow_page.h"

namespace aurigraph::ui::test {

/// The page before a cluster that fetched for half an hour: data/answers.json, 2026-11-18, noon UTC.
/// Among its records a carbon price that waits for a reviewer, a title that became a token, a broken logger.
class PipelineStage : public RecordedCluster {
 public:
  const QString kPrice = QStringLiteral("309a6f71ecc766a62510386ada219a83d1b6ff5afbc7eddad26d3c9b8bf705f8");
  const QString kTitle = QStringLiteral("8c413223ad7486d3f900fc31b86460936c29a1669466034d185737d51c8621af");
  const QString kLogger = QStringLiteral("e60ecc574814f9639dd56980bea6b02f2324c4e8f338b35ee0c10e5b15e13cee");
  const QString kPriceBytes =
      QStringLiteral("bdfb6129240901520cb2d2d6236fcc54ed5d1f6596d77dfb410f29f75046d0de");

  PipelineStage() {
    EXPECT_TRUE(gateway.load(QStringLiteral(AURIGRAPH_SOURCE_DIR "/tests/ui/workflow/data")));
  }
  ~PipelineStage() {
    if (page) page->setConnection(nullptr);
  }

  /// Shown, live, signed in as a reviewer.
  WorkflowPage& start(QSize size = {1280, 800}) {
    connection = std::make_unique<Connection>(profile(), gateway.transport());
    page = std::make_unique<WorkflowPage>(PageContext{store});
    page->resize(size);
    page->show();
    QApplication::setActiveWindow(page.get());
    page->setSeen(true);
    page->setConnection(connection.get());
    connection->open();
    EXPECT_TRUE(eventually([&] { return page->settled(); }));
    (void)resultOf(connection->signIn(crypto::SigningKey::fromSeed({})));
    EXPECT_TRUE(eventually([&] { return page->settled(); }));
    return *page;
  }

  template <class T>
  [[nodiscard]] T* find(const char* name) const {
    return page->findChild<T*>(QLatin1String(name));
  }

  LocalStore store{QString()};
  std::unique_ptr<Connection> connection;
  std::unique_ptr<WorkflowPage> page;
};

}  // namespace aurigraph::ui::test
