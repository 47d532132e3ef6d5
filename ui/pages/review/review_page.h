#pragma once

#include <QHash>
#include <memory>

#include "ui/pages/base/page.h"
#include "ui/pages/review/outbox.h"
#include "ui/pages/review/review_clock.h"
#include "ui/pages/review/review_desk.h"

namespace aurigraph::ui {

class DecisionPanel;
class ItemPanel;
class QueuePanel;
class ReviewFrame;

/// The review of records that scored 0.60 to 0.79: queue, record, decision. Everything by keyboard.
class ReviewPage : public Page {
  Q_OBJECT
 public:
  /// `clock`: null for the real one; tests give their own, the page takes it over.
  explicit ReviewPage(PageContext context, QWidget* parent = nullptr,
                      std::unique_ptr<ReviewClock> clock = nullptr);
  ~ReviewPage() override;

  [[nodiscard]] QList<Shortcut> shortcuts() const override;
  [[nodiscard]] bool settled() const override;
  [[nodiscard]] QString unsaved() const override;
  /// ("review", id) and ("record", id) of a record that waits or was reviewed.
  bool open(const QString& what, const QString& id) override;

  [[nodiscard]] ReviewDesk& desk() { return *desk_; }
  [[nodiscard]] Outbox& outbox() { return *outbox_; }

 protected:
  void refresh() override;
  void arrived(const EventBatch& batch) override;
  void forget() override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  /// A decision that an earlier run left behind.
  struct LeftOver {
    Decision decision;
    qint64 keptMs = 0;
    bool wasSending = false;  ///< The ledger was asked: it had no decision then.
  };

  void addKeys();
  void beat();
  void loadQueue();
  void queueCame(const QJsonArray& items);
  void openRecord(const QString& id);
  void loadRecord();
  void unfold();
  void recordCame(const RecordDetail& record);
  void advance(const QString& from);
  void claimSelection(bool claim);
  void toggleClaim();
  void step(int by);
  void foundLeftOver(const LeftOver& found);
  void arrangeQuestion();
  void sayWaiting();
  void tell(const QString& sentence, const char* tone);
  void runClock();

  std::unique_ptr<ReviewClock> clock_;
  Outbox* outbox_;
  ReviewDesk* desk_;
  ReviewFrame* frame_;
  QueuePanel* queue_;
  ItemPanel* item_;
  DecisionPanel* decision_;
  QList<LeftOver> questions_;
  QString openId_;
  QString toUnfold_;  ///< Opened from elsewhere; unfolded when it is there.
  QString wantedId_;  ///< Asked for from elsewhere before the queue was there.
  quint64 queueCall_ = 0;
  quint64 recordCall_ = 0;
  qint64 queueAskedMs_ = 0;
  bool queueStale_ = false;
  bool recordStale_ = false;
  bool recordLoaded_ = false;
  bool queueLoading_ = false;
  bool queueKnown_ = false;
  bool queueChanging_ = false;  ///< Rows go by themselves: nobody chose another record.
  qint64 shownSecond_ = 0;
};

}  // namespace aurigraph::ui
