#pragma once

#include <gtest/gtest.h>

#include <QImage>
#include <QSize>
#include <QWidget>

/// Pictures of the window, compared bit by bit with those in tests/ui/pictures. What they depend on is
/// pinned: platform, scale, fonts (fonts-noto-core, fonts-dejavu-core), locale, time zone, steady caret. A
/// page tells time by Connection::clusterNow(): give the recorded /query/status a `time`, and "2 minutes ago"
/// stays so.
namespace aurigraph::ui::test {

/// Shows the widget at this size, unfocused, and grabs it once it has settled.
[[nodiscard]] QImage pictureOf(QWidget& widget, QSize size);

/// Whether `widget` looks like tests/ui/pictures/NAME.png. If not, the actual picture and one of the
/// differences are put into BUILD/pictures. With AURIGRAPH_BLESS=1 in the environment the picture is written
/// anew instead; look at it before you commit it. At most kMaxPictureBytes.
[[nodiscard]] testing::AssertionResult looksLike(QWidget& widget, QSize size, const QString& name);
[[nodiscard]] testing::AssertionResult looksLike(const QImage& actual, const QString& name);

inline constexpr qint64 kMaxPictureBytes = 200'000;

}  // namespace aurigraph::ui::test
