#include "ui/pages/review/outbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace aurigraph::ui {
namespace {

const QString kRoom = QStringLiteral("review.outbox");

}  // namespace

Outbox::Outbox(LocalStore& store, ReviewClock& clock, QObject* parent)
    : QObject(parent), store_(store), clock_(clock) {
  connect(&clock_, &ReviewClock::beat, this, &Outbox::beat);
}

void Outbox::setConnection(Connection* connection) {
  const DeskScope scope = scopeOf(connection);
  const bool same = connection == connection_ && scope.genesis == scope_.genesis && scope.key == scope_.key;
  connection_ = connection;
  if (same) return;
  scope_ = scope;
  waiting_.clear();
  Q_EMIT changed();
  if (scope_.valid()) load();
}

void Outbox::load() {
  store_.all(kRoom).then(this, [this, scope = scope_](const Reply<QList<LocalStore::Entry>>& entries) {
    if (!entries) return Q_EMIT notKept(entries.error());
    for (const auto& entry : *entries) {
      const auto json = QJsonDocument::fromJson(entry.json).object();
      if (!scope.owns(json)) continue;
      const Decision decision = decisionOf(json);
      if (find(decision.record) != nullptr) continue;  // Of this run.
      (void)store_.remove(kRoom, entry.id);
      Q_EMIT found(decision, entry.updatedMs, json[QLatin1String("sending")].toBool());
    }
  });
}

const Outbox::Waiting* Outbox::find(const QString& record) const {
  const auto it = std::find_if(waiting_.begin(), waiting_.end(),
                               [&](const Waiting& each) { return each.decision.record == record; });
  return it == waiting_.end() ? nullptr : &*it;
}

Outbox::Waiting* Outbox::byTicket(quint64 ticket) {
  const auto it = std::find_if(waiting_.begin(), waiting_.end(),
                               [&](const Waiting& each) { return each.ticket == ticket; });
  return it == waiting_.end() ? nullptr : &*it;
}

bool Outbox::holds() const {
  return std::any_of(waiting_.begin(), waiting_.end(),
                     [](const Waiting& each) { return each.state == State::kHeld; });
}

qint64 Outbox::leftMs(const Waiting& waiting) const {
  return std::max<qint64>(0, waiting.dueMs - clock_.steadyMs());
}

void Outbox::keep(const Waiting& waiting, bool sending) {
  auto json = toJson(waiting.decision, scope_);
  json[QLatin1String("sending")] = sending;
  json[QLatin1String("batch")] = waiting.batch;
  store_
      .put(kRoom, scope_.entryId(waiting.decision.record), QJsonDocument(json).toJson(QJsonDocument::Compact))
      .then(this, [this](const Reply<bool>& kept) {
        if (!kept) Q_EMIT notKept(kept.error());
      });
}

void Outbox::hold(const Decision& decision, qint64 claimUntilMs) {
  if (find(decision.record) != nullptr) return;
  Waiting one;
  one.decision = decision;
  one.claimUntilMs = claimUntilMs;
  one.dueMs = clock_.steadyMs() + kHoldMs;
  one.ticket = nextTicket_++;
  waiting_.append(one);
  keep(one, false);
  Q_EMIT changed();
}

bool Outbox::undo(const QString& record) {
  for (auto it = waiting_.end(); it != waiting_.begin();) {
    --it;
    if (it->state != State::kHeld || (!record.isEmpty() && it->decision.record != record)) continue;
    const Decision decision = it->decision;
    waiting_.erase(it);
    (void)store_.remove(kRoom, scope_.entryId(decision.record));
    Q_EMIT undone(decision);
    Q_EMIT changed();
    return true;
  }
  return false;
}

void Outbox::claimRenewed(const QString& record, qint64 claimUntilMs) {
  for (auto& each : waiting_)
    if (each.decision.record == record) each.claimUntilMs = claimUntilMs;
}

void Outbox::beat() {
  if (waiting_.isEmpty()) return;
  const qint64 now = clock_.steadyMs();
  QList<quint64> due;
  for (auto& each : waiting_) {
    if (each.state == State::kHeld && now >= each.dueMs) due.append(each.ticket);
    if (each.state == State::kSending && now - each.sentMs >= kDoubtAfterMs) each.state = State::kUnknown;
    if (each.state == State::kUnknown && !each.looking && !each.batch.isEmpty() &&
        (each.lookedMs == 0 || now - each.lookedMs >= kLookEveryMs))
      look(each);
  }
  for (const quint64 ticket : due) send(ticket);
  Q_EMIT changed();
}

void Outbox::send(quint64 ticket) {
  Waiting* one = byTicket(ticket);
  if (one == nullptr) return;
  if (connection_ == nullptr || connection_->author() == nullptr)
    return finish(ticket, tl::unexpected(ApiError{QStringLiteral("review.signed_out"),
                                                  tr("Nobody is signed in, so nothing was sent."),
                                                  tr("Sign in; your draft is kept."), 0, 0}));
  if (clock_.clusterNow(connection_).toMSecsSinceEpoch() > one->claimUntilMs)
    return finish(ticket, tl::unexpected(
                              ApiError{QStringLiteral("review.claim_over"),
                                       tr("Your claim ended before the decision was sent; nothing was sent."),
                                       tr("Claim the record again; your draft is kept."), 0, 0}));
  one->state = State::kSending;
  one->sentMs = clock_.steadyMs();
  keep(*one, true);
  const auto onSigned = [self = QPointer<Outbox>(this), ticket](const QString& batch,
                                                                const QDateTime& until) {
    Waiting* signedOne = self ? self->byTicket(ticket) : nullptr;
    if (signedOne == nullptr) return;
    signedOne->batch = batch;
    signedOne->validUntil = until;
    self->keep(*signedOne, true);
  };
  connection_->author()
      ->send({one->decision.command()}, Wait::kCommitted, onSigned)
      .then(this, [this, ticket](const Reply<Sent>& reply) { answered(ticket, reply); });
}

void Outbox::answered(quint64 ticket, const Reply<Sent>& reply) {
  Waiting* one = byTicket(ticket);
  if (one == nullptr) return;
  const bool answerLost = !reply && reply.error().passing() && !one->batch.isEmpty();
  if (!answerLost) return finish(ticket, reply);
  one->state = State::kUnknown;
  Q_EMIT changed();
}

void Outbox::look(Waiting& waiting) {
  if (connection_ == nullptr) return;
  waiting.looking = true;
  waiting.lookedMs = clock_.steadyMs();
  connection_->api()
      .get(QStringLiteral("/transaction/batches/") + waiting.batch)
      .then(this, [this, ticket = waiting.ticket](const Answer& answer) {
        Waiting* one = byTicket(ticket);
        if (one == nullptr) return;
        one->looking = false;
        if (answer) return finish(ticket, sentIn(*answer));
        // Not known is an answer only when no block may take the bytes any more.
        const bool over = clock_.clusterNow(connection_) > one->validUntil.addMSecs(kGraceMs);
        if (answer.error().status == 404 && over)
          finish(ticket,
                 tl::unexpected(ApiError{QStringLiteral("review.not_recorded"),
                                         tr("The decision did not reach the ledger, and no longer can."),
                                         tr("Decide again; your draft is kept."), 0, 0}));
      });
}

void Outbox::finish(quint64 ticket, const Reply<Sent>& reply) {
  const auto it = std::find_if(waiting_.begin(), waiting_.end(),
                               [&](const Waiting& each) { return each.ticket == ticket; });
  if (it == waiting_.end()) return;
  const Decision decision = it->decision;
  waiting_.erase(it);
  (void)store_.remove(kRoom, scope_.entryId(decision.record));
  if (reply)
    Q_EMIT sent(decision, *reply);
  else
    Q_EMIT failed(decision, reply.error());
  Q_EMIT changed();
}

}  // namespace aurigraph::ui
