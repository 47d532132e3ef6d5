#pragma once

#include <QWidget>

#include "ui/pages/review/review_desk.h"

class QButtonGroup;
class QComboBox;
class QFrame;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace aurigraph::ui {

class ClaimCard;
class CopyField;
class HistoryCard;
class PlainLabel;

/// Claim, decision with its reason, what will be signed, what became of it, and how the record got here.
/// Arranges; the desk knows.
class DecisionPanel : public QWidget {
  Q_OBJECT
 public:
  DecisionPanel(ReviewDesk& desk, Outbox& outbox, ReviewClock& clock, QWidget* parent = nullptr);

  void setConnection(Connection* connection) { connection_ = connection; }
  /// A key asks for a decision; it is chosen if it may be, never sent.
  void choose(wire::ReviewDecision decision);
  /// What the ledger said last; empty: nothing.
  void setOutcome(const QString& sentence, const char* tone);

 Q_SIGNALS:
  /// A choice that is not open yet: this check has to be looked at first.
  void checkWanted(const QString& check);
  void said(const QString& sentence);

 private:
  QWidget* buildDecision();
  QWidget* buildPreview();
  QWidget* buildFooter();
  void arrange();
  void arrangeDecision();
  void arrangeHeld();
  void fillReasons();
  void fillForm();
  [[nodiscard]] QDateTime now() const { return clock_.clusterNow(connection_); }

  ReviewDesk& desk_;
  Outbox& outbox_;
  ReviewClock& clock_;
  QPointer<Connection> connection_;

  QScrollArea* scroll_;
  ClaimCard* claim_;
  HistoryCard* history_;
  QFrame* outcome_;
  PlainLabel* outcomeText_;
  QFrame* decisionCard_;
  QButtonGroup* choices_;
  QPushButton* approve_;
  QPushButton* reject_;
  PlainLabel* whyNotApprove_;
  QComboBox* reason_;
  QPlainTextEdit* note_;
  PlainLabel* noteHint_;
  QFrame* preview_;
  QPlainTextEdit* previewWords_;
  CopyField* previewDigest_;
  QFrame* commitCard_;  ///< Below the scrolled part: always in sight.
  QPushButton* commit_;
  PlainLabel* whyNot_;
  QFrame* heldCard_;
  PlainLabel* heldText_;
  QProgressBar* held_;
  QPushButton* undo_;
  bool filling_ = false;
  std::optional<wire::ReviewDecision> reasonsFor_;
  Decision previewed_;
};

}  // namespace aurigraph::ui
