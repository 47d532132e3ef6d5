#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QSettings>

#include "tests/ui/shell/whole_cluster.h"
#include "tests/ui/support/fake_host.h"
#include "ui/pages/connect/start_page.h"
#include "ui/shell/main_window.h"

namespace aurigraph::ui::test {

/// The whole window before a recorded cluster, as a person finds it after the first start.
struct WindowTest : testing::Test {
  WindowTest();
  ~WindowTest() override;

  void makeWindow(QSize size = {1'360, 860});
  /// Connected, live, signed in, on the overview.
  void enter(ClusterProfile::Mode mode = ClusterProfile::Mode::kRemote);
  /// Shows the page and waits until it has what it asked for.
  void show(const QString& page);
  void press(const char* button);
  void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

  /// By object name; the test fails without it.
  template <class T = QWidget>
  T* find(const char* name) const {
    T* found = window->findChild<T*>(QLatin1String(name));
    EXPECT_NE(found, nullptr) << name;
    return found;
  }
  [[nodiscard]] QString text(const char* label) const;
  /// Of every page there is, in the order of the rail.
  [[nodiscard]] static QStringList pageNames();
  /// All words that stand in visible labels and buttons of `root`.
  [[nodiscard]] static QString wordsIn(const QWidget& root);

  WholeCluster cluster;
  LocalStore store{QString()};
  FakeHost host;
  std::unique_ptr<MainWindow> window;
};

}  // namespace aurigraph::ui::test
