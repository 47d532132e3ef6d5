#pragma once

#include <QAbstractButton>

#include "ui/pages/workflow/pipeline.h"

namespace aurigraph::ui {

class Chip;
class OutcomeBars;
class PlainLabel;

/// One stage of the pipeline: name, total, rate, what waits, outcomes, and what is wrong. A button whose
/// accessible name is the whole card in one sentence. UI thread.
class StageCard : public QAbstractButton {
  Q_OBJECT
 public:
  /// `place`: 1 … 8.
  StageCard(const QString& stage, int place, QWidget* parent = nullptr);

  [[nodiscard]] const QString& stage() const { return stage_; }
  void set(const Stage& stage, const QString& trouble);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// An arrow, Home or End was pressed: -1 and +1 in reading order, ±8 for the ends.
  void moveWanted(int steps);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QString stage_;
  PlainLabel* total_;
  PlainLabel* rate_;
  Chip* waiting_;
  Chip* trouble_;
  OutcomeBars* bars_;
  bool hovered_ = false;
};

}  // namespace aurigraph::ui
