#pragma once

#include <QWidget>

#include "ui/models/pipeline.h"

namespace aurigraph::ui {

/// Outcomes of a stage: word, bar against the largest, count. Painted; its words are in the card's
/// accessible name.
class OutcomeBars : public QWidget {
  Q_OBJECT
 public:
  explicit OutcomeBars(QWidget* parent = nullptr);
  void set(const QList<Outcome>& outcomes);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] int rowHeight() const;
  [[nodiscard]] int countWidth() const;
  QList<Outcome> outcomes_;
};

}  // namespace aurigraph::ui
