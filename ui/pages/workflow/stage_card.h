#pragma once

#include <QAbstractButton>

#include "ui/models/pipeline.h"

class QGridLayout;

namespace aurigraph::ui {

class OutcomeBars;
class PlainLabel;

/// One stage of the pipeline: name, total, rate, what waits, outcomes, and what is wrong. A button whose
/// accessible name is the whole card in one sentence. UI thread.
class StageCard : public QAbstractButton {
  Q_OBJECT
 public:
  explicit StageCard(const QString& stage, QWidget* parent = nullptr);

  [[nodiscard]] const QString& stage() const { return stage_; }
  void set(const Stage& stage, const QString& trouble);
  /// Outcomes beside the numbers instead of below them.
  void setWide(bool wide);
  [[nodiscard]] int narrowWidth() const;

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
  void arrange();

  QString stage_;
  QWidget* head_;
  PlainLabel* total_;
  PlainLabel* rate_;
  QWidget* notes_;
  PlainLabel* waiting_;
  PlainLabel* trouble_;
  OutcomeBars* bars_;
  QGridLayout* grid_;
  bool wide_ = false;
  bool hovered_ = false;
};

}  // namespace aurigraph::ui
