#pragma once

#include <QFrame>

#include "ui/models/record.h"

class QDateTime;

namespace aurigraph::ui {

class PlainLabel;

/// How the open record got here: submitted, claimed, decided. UI thread.
class HistoryCard : public QFrame {
  Q_OBJECT
 public:
  explicit HistoryCard(QWidget* parent = nullptr);

  /// `now`: the cluster's clock.
  void setRecord(const RecordDetail& record, const QDateTime& now);

 private:
  PlainLabel* lines_;
};

}  // namespace aurigraph::ui
