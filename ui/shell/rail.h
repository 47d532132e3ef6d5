#pragma once

#include <QFrame>
#include <QKeySequence>

#include "ui/pages/base/page_entry.h"

class QButtonGroup;
class QPushButton;

namespace aurigraph::ui {

/// The window's pages at its side: a button for each entry, and without a connection the way back to the
/// start. UI thread.
class Rail : public QFrame {
  Q_OBJECT
 public:
  explicit Rail(const QList<PageEntry>& entries, QWidget* parent = nullptr);

  /// The pages, or the way back.
  void setEntered(bool entered);
  /// The page that is shown.
  void check(qsizetype at);
  /// Alt and the page's number.
  [[nodiscard]] static QKeySequence keyOf(qsizetype at);

 Q_SIGNALS:
  void pageWanted(const QString& id);
  void startWanted();

 private:
  QPushButton* addPage(const PageEntry& entry, qsizetype at);

  QButtonGroup* pages_;
  QPushButton* toStart_;  ///< While a proof file is looked at without a cluster.
};

}  // namespace aurigraph::ui
