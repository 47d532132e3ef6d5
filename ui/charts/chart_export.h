#pragma once

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QString>
#include <functional>

#include "ui/charts/chart.h"

class QWidget;

namespace aurigraph::ui {

/// A cell of a CSV file (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it.
[[nodiscard]] QString csvCell(const QString& text);
/// Time as RFC 3339 in UTC and as seconds, then a column a line; no reading is an empty cell.
[[nodiscard]] QByteArray csvOf(const Chart& chart, const Shown& shown);

/// Asks where to write and calls back with the path; not at all if the person thinks better of it.
using AskFile = std::function<void(QWidget* parent, const QString& suggested, const QString& filter,
                                   std::function<void(const QString& path)> then)>;
/// The desktop's dialog, without waiting for it.
[[nodiscard]] AskFile fileDialog();

/// On another thread, whole or not at all. Ends with empty, or with why not.
[[nodiscard]] QFuture<QString> writeBytes(const QString& path, const QByteArray& bytes);
[[nodiscard]] QFuture<QString> writePicture(const QString& path, const QImage& picture);

}  // namespace aurigraph::ui
