#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QString>

class QApplication;

namespace aurigraph::ui {

/// What a colour means; never what it looks like. Text roles are readable on kSurface and kCard (contrast
/// 4.5 : 1 or more, tests/ui/theme_test.cpp), and nothing is said by colour alone.
enum class Ink {
  kWindow,   ///< Behind everything.
  kSurface,  ///< Pages.
  kCard,     ///< Boxes on pages.
  kSunken,   ///< Wells: raw bytes, code.
  kLine,     ///< Separators and frames.
  kText,
  kMuted,   ///< Secondary text.
  kAccent,  ///< What can be pressed; selection.
  kOnAccent,
  kAccentSoft,  ///< Behind what is selected.
  kOk,
  kOkSoft,
  kWarn,
  kWarnSoft,
  kFail,
  kFailSoft,
  kStale,
  kStaleSoft,
  kSimulated,  ///< The SIMULATED mark.
  kSimulatedSoft,
  kTraining,
  kTrainingSoft,
  kSeries1,  ///< Charts; each also has a dash pattern and a marker.
  kSeries2,
  kSeries3,
  kSeries4,
};

/// Light and dark of the whole program: Fusion, one palette, one style sheet. UI thread.
class Theme : public QObject {
  Q_OBJECT
 public:
  enum class Kind { kLight, kDark };

  /// The program's. Made on first use, with the QApplication there.
  static Theme& instance();

  void apply(Kind kind);
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] QColor color(Ink ink) const { return color(ink, kind_); }
  [[nodiscard]] static QColor color(Ink ink, Kind kind);

  /// Digests, keys, amounts: every digit as wide as another.
  [[nodiscard]] QFont monospaced() const;
  /// Steps of the type scale, relative to the application's font.
  [[nodiscard]] QFont heading() const;     ///< Of a page.
  [[nodiscard]] QFont subheading() const;  ///< Of a card.
  [[nodiscard]] QFont figure() const;      ///< The one number of a tile.
  [[nodiscard]] QFont small() const;

  /// resources/icons/NAME.svg in a colour of the theme. Mirrored in right-to-left layouts if the name says
  /// so ("arrow-next").
  [[nodiscard]] QIcon icon(const QString& name, Ink ink = Ink::kText) const;

 Q_SIGNALS:
  void changed();

 private:
  Theme() = default;
  Kind kind_ = Kind::kLight;
  bool styled_ = false;
  mutable QHash<QString, QIcon> icons_;  ///< As drawn in this theme.
};

/// Shorthand of pages.
inline QColor color(Ink ink) {
  return Theme::instance().color(ink);
}

}  // namespace aurigraph::ui
