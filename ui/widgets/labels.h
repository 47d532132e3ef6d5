#pragma once

#include <QLabel>
#include <QToolButton>

namespace aurigraph::ui {

/// A label that never takes its text for markup: whatever came from elsewhere is shown with it. Tests forbid
/// a bare QLabel in ui/pages.
class PlainLabel : public QLabel {
  Q_OBJECT
 public:
  explicit PlainLabel(const QString& text = {}, QWidget* parent = nullptr) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setText(text);
    // By the layout, not by the first letter: a number or a Latin name begins on the right in Arabic too.
    setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
  }
  /// Looks of the style sheet: "muted", "chip" …
  PlainLabel& look(const char* name);
  /// "ok", "warn", "fail", "stale", "accent", "simulated", "training"; null: none.
  PlainLabel& tone(const char* name);
  PlainLabel& wrapped() {
    setWordWrap(true);
    return *this;
  }
};

/// Sets a dynamic property and lets the style sheet look again.
void setLook(QWidget& widget, const char* look);
void setTone(QWidget& widget, const char* tone);

/// A word in a rounded box: state with an icon-like sign before it, so that colour is not alone.
class Chip : public PlainLabel {
  Q_OBJECT
 public:
  explicit Chip(const QString& text = {}, const char* tone = nullptr, QWidget* parent = nullptr);
  void set(const QString& text, const char* tone);
};

/// A digest, key or address: monospaced, elided in the middle, whole in the tooltip, one press copies it.
/// Left-to-right in every language. Set its accessible name ("Block hash").
class CopyField : public QWidget {
  Q_OBJECT
 public:
  explicit CopyField(const QString& accessibleName, QWidget* parent = nullptr);
  void setValue(const QString& value, int keepCharacters = 20);
  [[nodiscard]] const QString& value() const { return value_; }

 private:
  PlainLabel* shown_;
  QToolButton* copy_;
  QString value_;
};

}  // namespace aurigraph::ui
