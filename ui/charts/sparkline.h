#pragma once

#include <QList>
#include <QWidget>
#include <optional>

#include "ui/theme/theme.h"

namespace aurigraph::ui {

/// A small line without axes beside a number, from 0 up; what is missing stays open. It decorates: the number
/// and its words say it all, so it has no focus and no name.
class Sparkline : public QWidget {
  Q_OBJECT
 public:
  explicit Sparkline(Ink ink, QWidget* parent = nullptr);

  /// Oldest first.
  void setValues(QList<std::optional<double>> values);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Ink ink_;
  QList<std::optional<double>> values_;
};

}  // namespace aurigraph::ui
