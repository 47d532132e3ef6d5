#pragma once

#include <QFrame>

#include "ui/models/lineage_words.h"

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace aurigraph::ui {

/// One step of a record's lineage: sign and word of its state, when and by whom, its facts. Focusable, its
/// accessible name is the step in a sentence; the line down the side joins it to the next. UI thread.
class LineageStepView : public QFrame {
  Q_OBJECT
 public:
  LineageStepView(const LineageStep& step, bool first, bool last, QWidget* parent = nullptr);

  [[nodiscard]] const LineageStep& step() const { return step_; }
  /// A button beside the time.
  QPushButton* addButton(const QString& objectName, const QString& text);

 Q_SIGNALS:
  /// -1: up, +1: down.
  void moveWanted(int steps);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  [[nodiscard]] int gutter() const;
  [[nodiscard]] QWidget* makeFacts();

  LineageStep step_;
  bool first_;
  bool last_;
  QVBoxLayout* column_;
  QHBoxLayout* buttons_;
};

}  // namespace aurigraph::ui
