// One QApplication for all tests of a program, with everything a picture depends on pinned.

#include <gmock/gmock.h>

#include <QApplication>
#include <QFontDatabase>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "ui/theme/theme.h"

int main(int count, char** arguments) {
  testing::InitGoogleMock(&count, arguments);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_SCALE_FACTOR", "1");
  qputenv("TZ", "UTC");
  QStandardPaths::setTestModeEnabled(true);
  QApplication app(count, arguments);
  // Programs of the same test run side by side: each has settings of its own.
  const QTemporaryDir settings;
  for (const auto format : {QSettings::NativeFormat, QSettings::IniFormat})
    QSettings::setPath(format, QSettings::UserScope, settings.path());
  QApplication::setApplicationName(QStringLiteral("aurigraph-console"));
  QApplication::setOrganizationName(QStringLiteral("Aurigraph"));
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
  aurigraph::ui::Theme::instance().apply(aurigraph::ui::Theme::Kind::kLight);
  return RUN_ALL_TESTS();
}
