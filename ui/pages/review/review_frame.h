#pragma once

#include <QWidget>

class QFrame;
class QSplitter;

namespace aurigraph::ui {

class DecisionPanel;
class ItemPanel;
class Outbox;
class PlainLabel;
class QueuePanel;
class ReviewClock;
class ReviewDesk;

/// Queue, record and decision side by side, and the bars that speak between them. Arranges; the page decides
/// what is said. UI thread.
class ReviewFrame : public QWidget {
  Q_OBJECT
 public:
  ReviewFrame(const QString& title, ReviewDesk& desk, Outbox& outbox, ReviewClock& clock,
              QWidget* parent = nullptr);

  [[nodiscard]] QueuePanel* queue() const { return queue_; }
  [[nodiscard]] ItemPanel* item() const { return item_; }
  [[nodiscard]] DecisionPanel* decision() const { return decision_; }

  /// About a decision that an earlier run left behind; empty: nothing to ask.
  void ask(const QString& question);
  /// About a decision on another record that is not sent yet; empty: there is none.
  void sayWaiting(const QString& sentence);
  /// How many records are selected; of one there is nothing to say.
  void setSelected(int records);
  /// Otherwise the decision lies below the record.
  void setThreePanes(bool three);

 Q_SIGNALS:
  void leftOverOpened();
  void leftOverDiscarded();
  /// Of all that is selected; false: releases them.
  void claimWanted(bool claim);

 private:
  QFrame* makeQuestion();
  QFrame* makeWaiting();
  QFrame* makeSelection();

  QueuePanel* queue_;
  ItemPanel* item_;
  DecisionPanel* decision_;
  // Each text before its bar, which is made with it.
  PlainLabel* questionText_ = nullptr;
  QFrame* question_;
  PlainLabel* waitingText_ = nullptr;
  QFrame* waiting_;
  PlainLabel* selectionText_ = nullptr;
  QFrame* selection_;
  QSplitter* outer_;
  QSplitter* inner_;
};

}  // namespace aurigraph::ui
