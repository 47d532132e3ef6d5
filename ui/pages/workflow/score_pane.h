#pragma once

#include <QJsonObject>
#include <QWidget>

class QVBoxLayout;

namespace aurigraph::ui {

class PlainLabel;
class ScoreWaterfall;

/// The score of one record: the waterfall, and of the chosen check every reason with the field that caused
/// it. UI thread.
class ScorePane : public QWidget {
  Q_OBJECT
 public:
  explicit ScorePane(QWidget* parent = nullptr);

  /// `GET /query/records/{id}`; empty: none.
  void setRecord(const QJsonObject& record);

 Q_SIGNALS:
  /// The place in the raw bytes of the field that lost points.
  void fieldWanted(const QString& pointer);

 private:
  void showReasons();
  [[nodiscard]] QWidget* makeReason(const QJsonObject& reason, int place);
  [[nodiscard]] QString pointerOf(const QJsonObject& reason) const;

  ScoreWaterfall* fall_;
  PlainLabel* legend_;
  PlainLabel* caps_;
  PlainLabel* chosen_;
  QWidget* reasons_;
  QVBoxLayout* list_;
  QJsonObject record_;
};

}  // namespace aurigraph::ui
