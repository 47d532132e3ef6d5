#pragma once

#include <QFrame>

#include "ui/charts/sparkline.h"

namespace aurigraph::ui {

class PlainLabel;

/// One number of the overview: what it is, the number, what it means and of when, and its last minute.
class Tile : public QFrame {
  Q_OBJECT
 public:
  Tile(const QString& name, const QString& caption, Ink ink, QWidget* parent = nullptr);

  void say(const QString& figure, const QString& words);
  [[nodiscard]] Sparkline& line() const { return *line_; }
  [[nodiscard]] QString figure() const;
  [[nodiscard]] QString words() const;

 private:
  QString caption_;
  PlainLabel* figure_;
  PlainLabel* words_;
  Sparkline* line_;
};

}  // namespace aurigraph::ui
