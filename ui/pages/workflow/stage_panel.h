#pragma once

#include <QWidget>

#include "ui/models/record_model.h"
#include "ui/models/source_model.h"

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace aurigraph::ui {

class PlainLabel;
class StatePane;

/// What lies at one stage: its records, filtered by the gateway, or before the ledger the sources. New
/// records wait behind a button; the focused row stays where it is. UI thread.
class StagePanel : public QWidget {
  Q_OBJECT
 public:
  explicit StagePanel(QWidget* parent = nullptr);

  void setConnection(Connection* connection);
  void openStage(const QString& stage);
  [[nodiscard]] const QString& stage() const { return stage_; }
  void setSources(const QList<Source>& sources);
  void setNow(const QDateTime& now);
  /// The gateway may know more than we show.
  void look();
  void showNew();
  [[nodiscard]] bool settled() const;
  void focusTable();
  void focusFilter();
  [[nodiscard]] RecordModel& records() { return *records_; }

 Q_SIGNALS:
  void recordWanted(const QString& id);
  void said(const QString& sentence);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void filterChanged();
  void clearFilters();
  void showState();
  void showFresh();
  [[nodiscard]] QTableView* makeTable(QAbstractItemModel* model, const QString& name);

  RecordModel* records_;
  SourceModel* sources_;
  QString stage_;
  PlainLabel* title_;
  PlainLabel* purpose_;
  QWidget* filters_;
  QComboBox* category_;
  QComboBox* band_;
  QPushButton* clear_;
  QPushButton* new_;
  QStackedWidget* stack_;
  QTableView* recordTable_ = nullptr;
  QTableView* sourceTable_ = nullptr;
  StatePane* recordPane_ = nullptr;
  StatePane* sourcePane_ = nullptr;
  bool sourcesCame_ = false;
};

}  // namespace aurigraph::ui
