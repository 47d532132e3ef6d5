#pragma once

#include <QJsonObject>
#include <QPointer>
#include <QWidget>

#include "ui/client/connection.h"
#include "ui/models/lineage_words.h"

class QPushButton;
class QScrollArea;
class QTableView;
class QTabWidget;

namespace aurigraph::ui {

class Chip;
class CopyField;
class EvidenceView;
class FieldModel;
class PlainLabel;
class ScorePane;
class StatePane;
class LineageStepView;

/// The whole lineage of one record, from raw bytes to token, beside its score, its raw bytes and its fields.
/// Newer state of the same record comes in place: focus and scroll stay. UI thread.
class RecordView : public QWidget {
  Q_OBJECT
 public:
  explicit RecordView(QWidget* parent = nullptr);

  void follow(Connection* connection, const QString& id);
  /// Asks again for the same record.
  void look();
  void forget();
  [[nodiscard]] const QString& id() const { return id_; }
  [[nodiscard]] bool settled() const;
  /// Machines are still at it: it changes by itself within moments.
  [[nodiscard]] bool moving() const;
  void focusFirst();
  [[nodiscard]] const QList<LineageStepView*>& steps() const { return steps_; }

 Q_SIGNALS:
  void backWanted();
  void elsewhereWanted(const QString& what, const QString& id);
  void said(const QString& sentence);

 private:
  enum Tab { kScoreTab, kBytesTab, kFieldsTab };
  [[nodiscard]] QWidget* makeHead();
  [[nodiscard]] QWidget* makeDetails();
  void showHead();
  void showLineage();
  void fetchBytes(const QString& pointer);
  void showBytes(const QString& pointer);  ///< And the keyboard goes there.
  void addDoors(LineageStepView& view);

  QPointer<Connection> connection_;
  QString id_;
  QJsonObject lineage_;
  QJsonObject record_;
  quint64 call_ = 0;
  bool asking_ = false;
  bool recordCame_ = false;

  PlainLabel* title_;
  PlainLabel* summary_;
  Chip* origin_;
  Chip* band_;
  Chip* decision_;
  CopyField* idField_;
  QPushButton* door_;  ///< What it waits for, always in sight.
  StatePane* pane_;
  QScrollArea* scroll_;
  QWidget* path_ = nullptr;
  QList<LineageStepView*> steps_;
  QTabWidget* tabs_;
  ScorePane* score_;
  EvidenceView* evidence_;
  FieldModel* fields_;
  QTableView* fieldTable_;
  bool focusWanted_ = false;
};

}  // namespace aurigraph::ui
