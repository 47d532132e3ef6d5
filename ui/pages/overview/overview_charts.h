#pragma once

#include <QList>
#include <optional>

#include "ui/charts/chart.h"

namespace aurigraph::ui {

/// The charts of the overview, empty.
[[nodiscard]] Chart tpsChart();        ///< Final, refused.
[[nodiscard]] Chart finalityChart();   ///< Median, 99 of 100.
[[nodiscard]] Chart answeringChart();  ///< Validators, business, slim.

/// For the small lines of tiles, oldest first.
[[nodiscard]] QList<std::optional<double>> lastMinute(const RingSeries& readings);
/// Blocks a second; a line of heights would only ever rise.
[[nodiscard]] QList<std::optional<double>> growth(const QList<std::optional<double>>& heights);

}  // namespace aurigraph::ui
