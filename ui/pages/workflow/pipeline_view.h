#pragma once

#include <QWidget>

#include "ui/models/pipeline.h"

namespace aurigraph::ui {

class StageCard;

/// The pipeline as a picture: eight cards in reading order, joined by arrows; in two rows where one does not
/// fit. Arrow keys move between the cards, Enter or Space opens one. UI thread.
class PipelineView : public QWidget {
  Q_OBJECT
 public:
  explicit PipelineView(QWidget* parent = nullptr);

  void set(const Pipeline& pipeline, qint64 lateReviews);
  [[nodiscard]] const QString& chosen() const { return chosen_; }
  /// Marks the card; says nothing.
  void choose(const QString& stage);
  [[nodiscard]] StageCard* card(const QString& stage) const;

  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 Q_SIGNALS:
  void opened(const QString& stage);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool event(QEvent* event) override;

 private:
  [[nodiscard]] int perRow(int width) const;
  [[nodiscard]] int cardWidth() const;
  [[nodiscard]] int cardHeight() const;
  void arrange();
  void arrow(QPainter& painter, const QRect& from, const QRect& to) const;

  QList<StageCard*> cards_;
  QString chosen_;
};

}  // namespace aurigraph::ui
