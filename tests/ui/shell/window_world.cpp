#include "tests/ui/shell/window_world.h"

#include <QApplication>
#include <QtTest>

#include "ui/theme/theme.h"

namespace aurigraph::ui::test {

WindowTest::WindowTest() {
  QSettings().clear();
  Theme::instance().apply(Theme::Kind::kLight);
}

WindowTest::~WindowTest() {
  window.reset();
  QSettings().clear();
  Theme::instance().apply(Theme::Kind::kLight);
}

void WindowTest::makeWindow(QSize size) {
  window.reset();
  window = std::make_unique<MainWindow>(&host, store);
  window->resize(size);
  window->show();
  window->activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
}

void WindowTest::enter(ClusterProfile::Mode mode) {
  if (!window) makeWindow();
  window->connectTo(cluster.wholeProfile(mode), cluster.gateway.transport());
  ASSERT_TRUE(eventually([&] { return window->connection() != nullptr && window->connection()->live(); }));
  ASSERT_TRUE(resultOf(window->connection()->signIn(crypto::SigningKey::fromSeed({}))).has_value());
  show(QStringLiteral("overview"));
}

void WindowTest::show(const QString& page) {
  window->showPage(page);
  ASSERT_EQ(window->currentPage()->name(), page);
  ASSERT_TRUE(eventually([&] { return window->currentPage()->settled(); }))
      << page.toStdString() << " shows: " << wordsIn(window->currentPage()->pane()).left(400).toStdString();
}

void WindowTest::press(const char* button) {
  auto* found = find<QAbstractButton>(button);
  ASSERT_NE(found, nullptr);
  ASSERT_TRUE(found->isVisible() && found->isEnabled()) << button;
  found->click();
}

void WindowTest::key(Qt::Key pressed, Qt::KeyboardModifiers modifiers) {
  QWidget* focused = QApplication::focusWidget();
  QTest::keyClick(focused != nullptr ? focused : window.get(), pressed, modifiers);
}

QString WindowTest::text(const char* label) const {
  const auto* found = find<QLabel>(label);
  return found == nullptr ? QString() : found->text();
}

QStringList WindowTest::pageNames() {
  QStringList out;
  for (const PageEntry& each : allPages()) out.append(each.id);
  return out;
}

QString WindowTest::wordsIn(const QWidget& root) {
  QStringList out;
  for (const QLabel* each : root.findChildren<QLabel*>())
    if (each->isVisible() && !each->text().isEmpty()) out.append(each->text());
  for (const QAbstractButton* each : root.findChildren<QAbstractButton*>())
    if (each->isVisible() && !each->text().isEmpty()) out.append(each->text());
  return out.join(QLatin1Char('\n'));
}

}  // namespace aurigraph::ui::test
