#include "tests/ui/support/picture.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFontInfo>
#include <QtTest>

namespace aurigraph::ui::test {
namespace {

QString sourceFile(const QString& name) {
  return QStringLiteral(AURIGRAPH_SOURCE_DIR "/tests/ui/pictures/%1.png").arg(name);
}

QString buildFile(const QString& name, const char* what) {
  QDir().mkpath(QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures"));
  return QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures/%1-%2.png").arg(name, QLatin1String(what));
}

/// What is the same is faint, what differs is red.
QImage differenceOf(const QImage& actual, const QImage& expected) {
  QImage out(actual.size().expandedTo(expected.size()), QImage::Format_RGB32);
  out.fill(Qt::red);
  for (int y = 0; y < std::min(actual.height(), expected.height()); ++y)
    for (int x = 0; x < std::min(actual.width(), expected.width()); ++x) {
      const int pale = 255 - (255 - qGray(expected.pixel(x, y))) / 4;
      out.setPixel(x, y,
                   actual.pixel(x, y) == expected.pixel(x, y) ? qRgb(pale, pale, pale) : qRgb(220, 0, 0));
    }
  return out;
}

/// Why pictures made here say nothing; empty: they do.
std::string notPinned() {
  if (QApplication::platformName() != QLatin1String("offscreen")) return "the platform is not offscreen";
  if (!qFuzzyCompare(qApp->devicePixelRatio(), 1.0)) return "the scale is not 1";
  if (QFontInfo(QFont(QStringLiteral("Noto Sans"))).family() != QLatin1String("Noto Sans"))
    return "the font Noto Sans is missing (package fonts-noto-core)";
  const QString fixed = QFontInfo(QFontDatabase::systemFont(QFontDatabase::FixedFont)).family();
  if (fixed != QLatin1String("DejaVu Sans Mono"))
    return "the fixed font is " + fixed.toStdString() + ", not DejaVu Sans Mono (package fonts-dejavu-core)";
  return {};
}

}  // namespace

QImage pictureOf(QWidget& widget, QSize size) {
  QApplication::setCursorFlashTime(0);
  widget.resize(size);
  widget.show();
  (void)QTest::qWaitForWindowExposed(widget.window());
  if (QWidget* focused = QApplication::focusWidget()) focused->clearFocus();
  QApplication::sendPostedEvents();
  QApplication::processEvents();
  return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

testing::AssertionResult looksLike(const QImage& actual, const QString& name) {
  if (const std::string why = notPinned(); !why.empty()) return testing::AssertionFailure() << why;
  const QString file = sourceFile(name);
  if (qEnvironmentVariable("AURIGRAPH_BLESS") == QLatin1String("1")) {
    QDir().mkpath(QFileInfo(file).path());
    // 0: smallest file.
    if (!actual.save(file, "PNG", 0))
      return testing::AssertionFailure() << "cannot write " << file.toStdString();
    if (QFileInfo(file).size() > kMaxPictureBytes)
      return testing::AssertionFailure()
             << file.toStdString() << " has " << QFileInfo(file).size() << " bytes";
    return testing::AssertionSuccess();
  }
  const QImage expected = QImage(file).convertToFormat(QImage::Format_RGB32);
  if (actual == expected) return testing::AssertionSuccess();
  const QString seen = buildFile(name, "actual");
  actual.save(seen);
  if (expected.isNull())
    return testing::AssertionFailure() << "there is no " << file.toStdString() << "; it would be "
                                       << seen.toStdString() << " (AURIGRAPH_BLESS=1 writes it)";
  const QString difference = buildFile(name, "difference");
  differenceOf(actual, expected).save(difference);
  return testing::AssertionFailure() << name.toStdString() << " looks different: see " << seen.toStdString()
                                     << " and " << difference.toStdString();
}

testing::AssertionResult looksLike(QWidget& widget, QSize size, const QString& name) {
  return looksLike(pictureOf(widget, size), name);
}

}  // namespace aurigraph::ui::test
