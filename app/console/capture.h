#pragma once

#include <QString>
#include <QStringList>
#include <functional>

#include "ui/pages/connect/cluster_host.h"
#include "ui/shell/main_window.h"

namespace aurigraph::console {

struct CaptureOptions {
  QString folder;
  QStringList pages;  ///< Names; empty: all.
  /// Instead of a training cluster of its own: this one, as whoever this signs in. Called once.
  std::function<void()> connect;
};

/// `aurigraph-console --capture DIR`: starts a training cluster, waits for its demo data, and saves a picture
/// of the start page, of every page and of every scene, within 45 s. Exit code 0, or 1 with a line for each
/// page that was loading, empty, stale or in error; prints how long the UI thread was blocked.
int capture(ui::MainWindow& window, ui::ClusterHost& host, CaptureOptions options);

}  // namespace aurigraph::console
