#pragma once

#include <QDateTime>
#include <QTabWidget>
#include <QWidget>

#include "ui/client/connection.h"
#include "ui/models/change_model.h"
#include "ui/models/record.h"
#include "ui/pages/review/check_list.h"

class QCheckBox;
class QFrame;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace aurigraph::ui {

class Chip;
class CopyField;
class EvidenceView;
class PlainLabel;
class ScoreWaterfall;

/// The open record: what it is, then checks and score, raw bytes, changes, earlier records.
class ItemPanel : public QWidget {
  Q_OBJECT
 public:
  enum Tab { kChecks, kScore, kRaw, kChanges, kEarlier };

  explicit ItemPanel(QWidget* parent = nullptr);

  /// The same record again keeps what is unfolded and chosen.
  void setRecord(const RecordDetail& record, Connection* connection);
  void clear();
  void setLoading();
  void setNow(const QDateTime& now);
  void setOpened(const QSet<QString>& opened);

  void showTab(Tab tab);
  void toggleChangedOnly();
  void openCheck(const QString& check);
  [[nodiscard]] CheckList& checks() { return *checks_; }
  [[nodiscard]] EvidenceView& evidence() { return *evidence_; }

 Q_SIGNALS:
  void checkOpened(const QString& check);
  void recordWanted(const QString& id);  ///< An earlier one.

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* buildStrip();
  void buildChecks();
  void buildChanges();
  void buildEarlier();
  void showChanges(const RecordDetail& record);
  void placeScore();

  QStackedWidget* stack_;
  PlainLabel* nothing_;
  PlainLabel* asset_;
  PlainLabel* kind_;
  Chip* origin_;
  Chip* due_;
  PlainLabel* value_;
  PlainLabel* score_;
  Chip* band_;
  PlainLabel* source_;
  PlainLabel* age_;
  PlainLabel* submitter_;
  CopyField* id_;
  QTabWidget* tabs_;
  CheckList* checks_;
  QSplitter* checksPage_;
  QScrollArea* scorePage_;  ///< Below the checks where there is room, else a tab of its own.
  ScoreWaterfall* waterfall_;
  EvidenceView* evidence_;
  QFrame* base_;
  PlainLabel* baseText_;
  QCheckBox* changedOnly_;
  ChangeModel* changes_;
  QTableView* changeView_;
  QWidget* changesPage_;
  QWidget* earlierPage_;
  EarlierModel* earlier_;
  QTableView* earlierView_;
  PlainLabel* earlierNone_;
  RecordDetail record_;
  QDateTime now_;
  QString pointer_;
};

}  // namespace aurigraph::ui
