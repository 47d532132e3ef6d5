#pragma once

#include <QTimer>

#include "ui/models/pipeline.h"
#include "ui/pages/base/page.h"

class QStackedWidget;

namespace aurigraph::ui {

class PipelineView;
class PlainLabel;
class RecordView;
class StagePanel;

/// From the provider's answer to the token (R-PIPE, R-UI-2): the pipeline as a picture, what lies at each
/// stage, and the whole lineage of one record.
class WorkflowPage : public Page {
  Q_OBJECT
 public:
  explicit WorkflowPage(PageContext context, QWidget* parent = nullptr);

  [[nodiscard]] QList<Shortcut> shortcuts() const override;
  [[nodiscard]] bool settled() const override;
  /// ("record", id): its lineage. ("stage", name): what lies there.
  bool open(const QString& what, const QString& id) override;

 protected:
  void refresh() override;
  void arrived(const EventBatch& batch) override;
  void statusCame(const QJsonObject& status) override;
  void forget() override;

 private:
  void ask();
  void askLate();
  void openStage(const QString& stage);
  void back();
  [[nodiscard]] bool following() const;

  QStackedWidget* stack_;
  PipelineView* picture_;
  StagePanel* panel_;
  RecordView* record_;
  PlainLabel* asOf_;
  Pipeline pipeline_;
  qint64 late_ = 0;
  bool asking_ = false;
  bool listsMoved_ = false;
  quint64 call_ = 0;  ///< Answers for another connection or identity are dropped.
  QPointer<Connection> of_;
  QTimer again_;  ///< Bursts of events ask once.
};

}  // namespace aurigraph::ui
