#pragma once

#include <QDateTime>
#include <QTabWidget>
#include <QWidget>

#include "ui/client/session.h"
#include "ui/pages/review/change_model.h"
#include "ui/pages/review/check_list.h"
#include "ui/pages/review/review_item.h"

class QCheckBox;
class QFrame;
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
  enum Tab { kChecks, kRaw, kChanges, kEarlier };

  explicit ItemPanel(QWidget* parent = nullptr);

  /// The same record again keeps what is unfolded and chosen.
  void setRecord(const ReviewRecord& record, Session* session);
  void clear();
  void setLoading();
  void setNow(const QDateTime& now);
  void setOpened(const QSet<QString>& opened);

  void showTab(Tab tab);
  void toggleChangedOnly();
  void focusChecks();
  void openCheck(const QString& check);
  [[nodiscard]] CheckList& checks() { return *checks_; }
  [[nodiscard]] EvidenceView& evidence() { return *evidence_; }

 Q_SIGNALS:
  void checkOpened(const QString& check);
  void recordWanted(const QString& id);  ///< An earlier one.

 private:
  QWidget* buildStrip();
  QWidget* buildChecks();
  QWidget* buildChanges();
  QWidget* buildEarlier();
  void showChanges(const ReviewRecord& record);

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
  ScoreWaterfall* waterfall_;
  EvidenceView* evidence_;
  QFrame* base_;
  PlainLabel* baseText_;
  QCheckBox* changedOnly_;
  ChangeModel* changes_;
  QTableView* changeView_;
  EarlierModel* earlier_;
  QTableView* earlierView_;
  PlainLabel* earlierNone_;
  ReviewRecord record_;
  QDateTime now_;
  QString pointer_;
};

}  // namespace aurigraph::ui
