#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QSvgRenderer>

#include "ui/theme/style_sheet.h"

namespace aurigraph::ui {

Theme& Theme::instance() {
  static Theme theme;
  return theme;
}

QColor Theme::color(Ink ink, Kind kind) {
  const bool dark = kind == Kind::kDark;
  const auto either = [dark](QRgb light, QRgb night) { return QColor(dark ? night : light); };
  switch (ink) {
    case Ink::kWindow:
      return either(0xFFEEF1F5, 0xFF0F1419);
    case Ink::kSurface:
      return either(0xFFF7F9FB, 0xFF151B22);
    case Ink::kCard:
      return either(0xFFFFFFFF, 0xFF1C242D);
    case Ink::kSunken:
      return either(0xFFF1F4F7, 0xFF11171D);
    case Ink::kLine:
      return either(0xFFD7DEE6, 0xFF2F3A46);
    case Ink::kText:
      return either(0xFF17212B, 0xFFE6EBF0);
    case Ink::kMuted:
      return either(0xFF556472, 0xFF9DABB8);
    case Ink::kAccent:
      return either(0xFF0B5FA5, 0xFF6CB6F5);
    case Ink::kOnAccent:
      return either(0xFFFFFFFF, 0xFF0B1620);
    case Ink::kAccentSoft:
      return either(0xFFE2EFFA, 0xFF1E3448);
    case Ink::kOk:
      return either(0xFF17693B, 0xFF6FD39A);
    case Ink::kOkSoft:
      return either(0xFFE1F4E8, 0xFF173327);
    case Ink::kWarn:
      return either(0xFF8A5300, 0xFFF2B95C);
    case Ink::kWarnSoft:
      return either(0xFFFFF1DA, 0xFF3A2C14);
    case Ink::kFail:
      return either(0xFFB3261E, 0xFFFF9B90);
    case Ink::kFailSoft:
      return either(0xFFFCE8E6, 0xFF41201E);
    case Ink::kStale:
      return either(0xFF5F5B6B, 0xFFB7B1C6);
    case Ink::kStaleSoft:
      return either(0xFFECEAF1, 0xFF2A2833);
    case Ink::kSimulated:
      return either(0xFF7A3E9D, 0xFFD3A6F0);
    case Ink::kSimulatedSoft:
      return either(0xFFF3E8FA, 0xFF33213F);
    case Ink::kTraining:
      return either(0xFF00696B, 0xFF6FD6D8);
    case Ink::kTrainingSoft:
      return either(0xFFDDF3F3, 0xFF133436);
    case Ink::kSeries1:
      return either(0xFF0B5FA5, 0xFF6CB6F5);
    case Ink::kSeries2:
      return either(0xFFB25A00, 0xFFF2A65C);
    case Ink::kSeries3:
      return either(0xFF17795E, 0xFF62D2B0);
    case Ink::kSeries4:
      return either(0xFF8A3B8F, 0xFFDB9AE0);
  }
  return {};
}

void Theme::apply(Kind kind) {
  kind_ = kind;
  icons_.clear();
  // Once: a new style dresses every widget anew, as the palette and the sheet below do.
  if (!styled_) {
    // Once: every style set anew restyles every widget.
    if (qApp->styleSheet().isEmpty()) QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    // Pictures end with the application, the theme only with the program.
    qAddPostRoutine([] { instance().icons_.clear(); });
  }
  styled_ = true;
  QPalette palette;
  palette.setColor(QPalette::Window, color(Ink::kSurface));
  palette.setColor(QPalette::WindowText, color(Ink::kText));
  palette.setColor(QPalette::Base, color(Ink::kCard));
  palette.setColor(QPalette::AlternateBase, color(Ink::kSunken));
  palette.setColor(QPalette::Text, color(Ink::kText));
  palette.setColor(QPalette::PlaceholderText, color(Ink::kMuted));
  palette.setColor(QPalette::Button, color(Ink::kCard));
  palette.setColor(QPalette::ButtonText, color(Ink::kText));
  palette.setColor(QPalette::ToolTipBase, color(Ink::kCard));
  palette.setColor(QPalette::ToolTipText, color(Ink::kText));
  palette.setColor(QPalette::Highlight, color(Ink::kAccent));
  palette.setColor(QPalette::HighlightedText, color(Ink::kOnAccent));
  palette.setColor(QPalette::Link, color(Ink::kAccent));
  palette.setColor(QPalette::LinkVisited, color(Ink::kAccent));
  palette.setColor(QPalette::Mid, color(Ink::kLine));
  palette.setColor(QPalette::Light, color(Ink::kCard));
  palette.setColor(QPalette::Midlight, color(Ink::kSunken));
  palette.setColor(QPalette::Dark, color(Ink::kLine));
  palette.setColor(QPalette::Shadow, color(Ink::kLine));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, color(Ink::kMuted));
  QApplication::setPalette(palette);
  qApp->setStyleSheet(styleSheet(*this));
  Q_EMIT changed();
}

QFont Theme::monospaced() const {
  QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  font.setPointSizeF(QApplication::font().pointSizeF());
  return font;
}

namespace {

QFont scaled(qreal factor, QFont::Weight weight) {
  QFont font = QApplication::font();
  font.setPointSizeF(font.pointSizeF() * factor);
  font.setWeight(weight);
  return font;
}

}  // namespace

QFont Theme::heading() const {
  return scaled(1.7, QFont::DemiBold);
}
QFont Theme::subheading() const {
  return scaled(1.15, QFont::DemiBold);
}
QFont Theme::figure() const {
  return scaled(2.2, QFont::DemiBold);
}
QFont Theme::small() const {
  return scaled(0.9, QFont::Normal);
}

QIcon Theme::icon(const QString& name, Ink ink) const {
  const bool rightToLeft = QApplication::isRightToLeft();
  // Tables ask at every repaint.
  const QString key = QStringLiteral("%1 %2 %3").arg(name).arg(static_cast<int>(ink)).arg(rightToLeft);
  if (const auto known = icons_.constFind(key); known != icons_.constEnd()) return *known;
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QByteArray svg = file.readAll();
  svg.replace("currentColor", color(ink).name().toLatin1());
  QSvgRenderer renderer(svg);
  QIcon icon;
  const bool mirrored =
      rightToLeft && (name.startsWith(QLatin1String("arrow-")) || name.startsWith(QLatin1String("step-")));
  for (const int size : {16, 24, 32, 48, 64}) {
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    icon.addPixmap(mirrored ? pixmap.transformed(QTransform().scale(-1, 1)) : pixmap);
  }
  icons_.insert(key, icon);
  return icon;
}

}  // namespace aurigraph::ui
