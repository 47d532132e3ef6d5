#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QPointer>

#include "ui/client/connection.h"
#include "ui/client/local_store.h"
#include "ui/pages/review/decision.h"
#include "ui/pages/review/review_clock.h"

namespace aurigraph::ui {

/// Decisions between "commit" and the ledger. Each is kept on this computer first, waits kHoldMs in which it
/// can be taken back, and only then is signed and sent:
///
///   hold ─→ kHeld ──8 s──→ kSending ──→ sent | failed
///             └─ undo         └─3 s─→ kUnknown ─→ sent | failed
///
/// kUnknown: no answer; the author repeats the same bytes, and the outbox asks for their outcome by digest.
/// It never signs a decision a second time. What an earlier run of the program left is never sent: found()
/// gives it back. UI thread.
class Outbox : public QObject {
  Q_OBJECT
 public:
  static constexpr qint64 kHoldMs = 8'000;
  static constexpr qint64 kDoubtAfterMs = 3'000;
  static constexpr qint64 kLookEveryMs = 2'000;
  static constexpr qint64 kGraceMs = 5'000;  ///< After bytes ran out: a block with them may just arrive.

  enum class State { kHeld, kSending, kUnknown };
  struct Waiting {
    Decision decision;
    State state = State::kHeld;
    qint64 claimUntilMs = 0;
    qint64 dueMs = 0;     ///< Steady clock: when it is signed.
    qint64 sentMs = 0;    ///< Steady clock.
    qint64 lookedMs = 0;  ///< Steady clock: last question for its outcome.
    bool looking = false;
    QString batch;  ///< Digest of the signed bytes; empty: nothing is signed yet.
    QDateTime validUntil;
    quint64 ticket = 0;
  };

  Outbox(LocalStore& store, ReviewClock& clock, QObject* parent = nullptr);

  /// Another cluster or another person: what waited stays on this computer, unsent.
  void setConnection(Connection* connection);

  void hold(const Decision& decision, qint64 claimUntilMs);
  /// Takes back what is still held; false: it is on its way. Without a record: the newest.
  bool undo(const QString& record = {});
  void claimRenewed(const QString& record, qint64 claimUntilMs);

  [[nodiscard]] const QList<Waiting>& waiting() const { return waiting_; }
  [[nodiscard]] const Waiting* find(const QString& record) const;
  [[nodiscard]] bool holds() const;
  [[nodiscard]] qint64 leftMs(const Waiting& waiting) const;

 Q_SIGNALS:
  void changed();
  void undone(const aurigraph::ui::Decision& decision);
  void sent(const aurigraph::ui::Decision& decision, const aurigraph::ui::Sent& sent);
  void failed(const aurigraph::ui::Decision& decision, const aurigraph::ui::ApiError& error);
  /// Left by an earlier run at `keptMs`; `wasSending`: it may have reached the ledger.
  void found(const aurigraph::ui::Decision& decision, qint64 keptMs, bool wasSending);
  void notKept(const aurigraph::ui::ApiError& error);

 private:
  void beat();
  void load();
  void keep(const Waiting& waiting, bool sending);
  void send(quint64 ticket);
  void answered(quint64 ticket, const Reply<Sent>& reply);
  void look(Waiting& waiting);
  void finish(quint64 ticket, const Reply<Sent>& reply);
  [[nodiscard]] Waiting* byTicket(quint64 ticket);

  LocalStore& store_;
  ReviewClock& clock_;
  QPointer<Connection> connection_;
  DeskScope scope_;
  QList<Waiting> waiting_;
  quint64 nextTicket_ = 1;
};

}  // namespace aurigraph::ui
