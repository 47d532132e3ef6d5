#include "ui/pages/review/review_desk.h"

#include <QJsonDocument>
#include <algorithm>

#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

const QString kRoom = QStringLiteral("review.draft");
constexpr QLatin1String kClaimedByOther("review.claimed_by_other");

QJsonObject toJson(const QString& record, const ReviewDraft& draft, const DeskScope& scope) {
  QJsonObject out{{QStringLiteral("genesis"), scope.genesis},
                  {QStringLiteral("key"), scope.key},
                  {QStringLiteral("record"), record},
                  {QStringLiteral("reason_code"), draft.reasonCode},
                  {QStringLiteral("note"), draft.note}};
  if (draft.decision)
    out[QLatin1String("decision")] = *draft.decision == wire::ReviewDecision::kApprove
                                         ? QStringLiteral("approve")
                                         : QStringLiteral("reject");
  return out;
}

ReviewDraft draftOf(const QJsonObject& json) {
  ReviewDraft out;
  if (json.contains(QLatin1String("decision"))) out.decision = decisionOf(json).decision;
  out.reasonCode = static_cast<std::uint16_t>(json[QLatin1String("reason_code")].toInt());
  out.note = json[QLatin1String("note")].toString();
  return out;
}

}  // namespace

QString barredText(const RecordItem& item) {
  if (item.whyNot == QLatin1String("review.own_submission"))
    return ReviewDesk::tr(
        "You submitted this record, or issue its asset: somebody else has to decide about it.");
  if (item.whyNot == QLatin1String("permission.missing"))
    return ReviewDesk::tr("Deciding about records needs the role of a reviewer.");
  return tame(item.whyNotText);
}

ReviewDesk::ReviewDesk(LocalStore& store, ReviewClock& clock, Outbox& outbox, QObject* parent)
    : QObject(parent), store_(store), clock_(clock), outbox_(outbox) {
  connect(&clock_, &ReviewClock::beat, this, &ReviewDesk::beat);
  connect(&outbox_, &Outbox::changed, this, [this] {
    decideStage();
    Q_EMIT changed();
  });
  connect(&outbox_, &Outbox::sent, this, [this](const Decision& decision) { discardDraft(decision.record); });
}

void ReviewDesk::setConnection(Connection* connection) {
  const DeskScope scope = scopeOf(connection);
  connection_ = connection;
  if (scope.genesis == scope_.genesis && scope.key == scope_.key) return;
  saveDraft();
  scope_ = scope;
  drafts_.clear();
  clear();
  if (scope_.valid()) loadDrafts();
}

void ReviewDesk::loadDrafts() {
  store_.all(kRoom).then(this, [this](const Reply<QList<LocalStore::Entry>>& entries) {
    if (!entries) return Q_EMIT notKept(entries.error());
    for (const auto& entry : *entries) {
      const auto json = QJsonDocument::fromJson(entry.json).object();
      const QString record = json[QLatin1String("record")].toString();
      if (scope_.owns(json) && !drafts_.contains(record)) drafts_.insert(record, draftOf(json));
    }
    if (!record_.item.id.isEmpty() && draft_.empty() && drafts_.contains(record_.item.id)) {
      draft_ = drafts_.value(record_.item.id);
      Q_EMIT draftRestored();
    }
    Q_EMIT changed();
  });
}

void ReviewDesk::show(const RecordDetail& record) {
  const bool another = record.item.id != record_.item.id;
  if (another) {
    saveDraft();
    wasMine_ = false;
    claiming_ = claimAnswered_ = false;
    opened_.clear();
    draft_ = drafts_.value(record.item.id);
  }
  record_ = record;
  if (std::exchange(claimAnswered_, false) || record_.item.mine(nowMs())) claiming_ = false;
  if (record_.item.mine(nowMs())) {
    wasMine_ = true;
    outbox_.claimRenewed(record_.item.id, record_.item.claimUntilMs);
  }
  decideStage();
  if (another) Q_EMIT draftRestored();
  Q_EMIT changed();
}

void ReviewDesk::clear() {
  saveDraft();
  record_ = {};
  draft_ = {};
  opened_.clear();
  wasMine_ = claiming_ = renewing_ = false;
  stage_ = Stage::kNothing;
  Q_EMIT draftRestored();
  Q_EMIT changed();
}

qint64 ReviewDesk::leaseLeftMs() const {
  return record_.item.claimedByMe ? std::max<qint64>(0, record_.item.claimUntilMs - nowMs()) : 0;
}

void ReviewDesk::decideStage() {
  const RecordItem& item = record_.item;
  const auto stage = [&] {
    if (item.id.isEmpty()) return Stage::kNothing;
    if (const auto* waiting = outbox_.find(item.id)) {
      switch (waiting->state) {
        case Outbox::State::kHeld:
          return Stage::kHeld;
        case Outbox::State::kSending:
          return Stage::kSending;
        case Outbox::State::kUnknown:
          return Stage::kUnknown;
      }
    }
    if (item.decision != QLatin1String("WAITING")) return Stage::kDecided;
    if (claiming_) return Stage::kClaiming;
    if (item.mine(nowMs())) return item.mayDecide ? Stage::kMine : Stage::kBarred;
    if (item.claimed(nowMs()) && !item.claimedByMe) return Stage::kOthers;
    if (wasMine_) return Stage::kLeaseOver;
    // A claim that ran out since we asked is no bar any more.
    return item.mayDecide || item.whyNot == kClaimedByOther ? Stage::kFree : Stage::kBarred;
  }();
  if (stage == Stage::kLeaseOver && stage_ == Stage::kMine)
    Q_EMIT said(tr("Your claim on %1 ended. Your draft is kept.").arg(tame(item.assetKey)));
  stage_ = stage;
}

void ReviewDesk::beat() {
  if (dirty_) saveDraft();
  if (stage_ == Stage::kNothing) return;
  const Stage before = stage_;
  decideStage();
  const qint64 steady = clock_.steadyMs();
  if (stage_ == Stage::kMine && leaseLeftMs() < kRenewBelowMs && steady - touchedMs_ < kActiveForMs &&
      !renewing_ && (renewedMs_ == 0 || steady - renewedMs_ >= kRenewEveryMs))
    sendClaim(true);
  if (before != stage_ || stage_ == Stage::kMine || stage_ == Stage::kOthers) Q_EMIT changed();
}

void ReviewDesk::claim() {
  if (!whyNotClaim().isEmpty()) return;
  touched();
  claiming_ = true;
  decideStage();
  Q_EMIT changed();
  sendClaim(false);
}

void ReviewDesk::sendClaim(bool renewal) {
  if (connection_ == nullptr || connection_->author() == nullptr) return;
  (renewal ? renewing_ : claiming_) = true;
  renewedMs_ = clock_.steadyMs();
  const QString id = record_.item.id;
  connection_->author()
      ->send(claimCommand(id), Wait::kCommitted)
      .then(this, [this, id, renewal](const Reply<Sent>& reply) {
        if (renewal) renewing_ = false;
        if (id != record_.item.id) return;
        if (reply) {
          claimAnswered_ = true;
          return Q_EMIT reloadWanted();  // Until when is the ledger's to say.
        }
        claiming_ = false;
        decideStage();
        if (!renewal) Q_EMIT failed(reply.error());
        if (!reply.error().passing()) Q_EMIT reloadWanted();
        Q_EMIT changed();
      });
}

void ReviewDesk::release() {
  if (stage_ != Stage::kMine || connection_ == nullptr || connection_->author() == nullptr) return;
  saveDraft();
  connection_->author()
      ->send(releaseCommand(record_.item.id), Wait::kCommitted)
      .then(this, [this, id = record_.item.id](const Reply<Sent>& reply) {
        if (id != record_.item.id) return;
        if (!reply) return Q_EMIT failed(reply.error());
        wasMine_ = false;
        Q_EMIT reloadWanted();
      });
}

void ReviewDesk::setDecision(std::optional<wire::ReviewDecision> decision) {
  if (!editable() || draft_.decision == decision) return;
  draft_.decision = decision;
  draftChanged();
}

void ReviewDesk::setReason(std::uint16_t code) {
  if (!editable() || draft_.reasonCode == code) return;
  draft_.reasonCode = code;
  draftChanged();
}

void ReviewDesk::setNote(const QString& note) {
  if (!editable() || draft_.note == note) return;
  draft_.note = note;
  draftChanged();
}

void ReviewDesk::draftChanged() {
  dirty_ = true;
  touched();
  if (draft_.empty())
    drafts_.remove(record_.item.id);
  else
    drafts_.insert(record_.item.id, draft_);
  Q_EMIT changed();
}

void ReviewDesk::saveDraft() {
  if (!std::exchange(dirty_, false) || record_.item.id.isEmpty()) return;
  const QString id = scope_.entryId(record_.item.id);
  auto done =
      draft_.empty()
          ? store_.remove(kRoom, id)
          : store_.put(kRoom, id,
                       QJsonDocument(toJson(record_.item.id, draft_, scope_)).toJson(QJsonDocument::Compact));
  done.then(this, [this](const Reply<bool>& kept) {
    if (!kept) Q_EMIT notKept(kept.error());
  });
}

void ReviewDesk::restore(const Decision& decision) {
  const ReviewDraft draft{decision.decision, decision.reasonCode, decision.note};
  drafts_.insert(decision.record, draft);
  (void)store_.put(kRoom, scope_.entryId(decision.record),
                   QJsonDocument(toJson(decision.record, draft, scope_)).toJson(QJsonDocument::Compact));
  if (decision.record == record_.item.id) {
    draft_ = draft;
    Q_EMIT draftRestored();
  }
  Q_EMIT changed();
}

void ReviewDesk::discardDraft(const QString& record) {
  drafts_.remove(record);
  (void)store_.remove(kRoom, scope_.entryId(record));
  if (record == record_.item.id) {
    draft_ = {};
    dirty_ = false;
    Q_EMIT draftRestored();
  }
  Q_EMIT changed();
}

void ReviewDesk::markOpened(const QString& check) {
  if (opened_.contains(check)) return;
  opened_.insert(check);
  Q_EMIT changed();
}

QStringList ReviewDesk::unopened() const {
  QList<CheckOutcome> left;
  for (const auto& each : record_.checks)
    if (each.failing() && !opened_.contains(each.name)) left.append(each);
  std::stable_sort(left.begin(), left.end(),
                   [](const CheckOutcome& a, const CheckOutcome& b) { return a.lostPpm > b.lostPpm; });
  QStringList out;
  for (const auto& each : left) out.append(each.name);
  return out;
}

Decision ReviewDesk::decision() const {
  return {.record = record_.item.id,
          .label = record_.item.assetKey.isEmpty() ? elidedMiddle(record_.item.id) : record_.item.assetKey,
          .decision = draft_.decision.value_or(wire::ReviewDecision::kReject),
          .reasonCode = draft_.reasonCode,
          .note = draft_.note.trimmed()};
}

void ReviewDesk::commit() {
  if (!whyNotCommit().isEmpty()) return;
  saveDraft();
  outbox_.hold(decision(), record_.item.claimUntilMs);
}

QString ReviewDesk::whyNotClaim() const {
  switch (stage_) {
    case Stage::kNothing:
      return tr("Choose a record of the queue.");
    case Stage::kFree:
    case Stage::kLeaseOver:
      return {};
    case Stage::kOthers:
      return tr("Claimed by %1 until %2.")
          .arg(tame(record_.item.claimedBy, 60), timeText(fromMilliseconds(record_.item.claimUntilMs)));
    case Stage::kBarred:
      return barredText(record_.item);
    case Stage::kClaiming:
      return tr("The ledger is asked for the claim.");
    case Stage::kMine:
    case Stage::kHeld:
    case Stage::kSending:
    case Stage::kUnknown:
      return tr("You hold the claim already.");
    case Stage::kDecided:
      return tr("It is decided.");
  }
  return {};
}

QString ReviewDesk::whyNotChoose(wire::ReviewDecision decision) const {
  switch (stage_) {
    case Stage::kFree:
      return tr("Claim the record first (C), so that two people do not decide at once.");
    case Stage::kLeaseOver:
      return tr("Your claim ended. Claim the record again (C); your draft is kept.");
    case Stage::kHeld:
      return tr("Your decision is about to be sent. Take it back with Ctrl+Z to change it.");
    case Stage::kSending:
      return tr("Your decision is being sent.");
    case Stage::kUnknown:
      return tr("Whether your decision arrived is being checked.");
    case Stage::kMine:
      break;
    case Stage::kNothing:
    case Stage::kOthers:
    case Stage::kBarred:
    case Stage::kClaiming:
    case Stage::kDecided:
      return whyNotClaim();
  }
  const QStringList left = unopened();
  if (decision != wire::ReviewDecision::kApprove || left.isEmpty()) return {};
  QStringList words;
  for (const auto& each : left) words.append(checkText(each));
  return tr("Before you approve, open the checks that lost points: %1.")
      .arg(QLocale().createSeparatedList(words));
}

QString ReviewDesk::whyNotCommit() const {
  if (const auto why = whyNotChoose(draft_.decision.value_or(wire::ReviewDecision::kReject)); !why.isEmpty())
    return why;
  if (!draft_.decision) return tr("Choose Approve (A) or Reject (R).");
  if (draft_.reasonCode == 0) return tr("Choose a reason.");
  const QString note = draft_.note.trimmed();
  if (const auto left = kMinNoteCharacters - static_cast<int>(note.size()); left > 0)
    return tr("Write a note of at least %1 characters; %n more.", nullptr, left).arg(kMinNoteCharacters);
  if (note.toUtf8().size() > kMaxNoteBytes)
    return tr("The note is too long: the ledger keeps %1 bytes.").arg(QLocale().toString(kMaxNoteBytes));
  return {};
}

}  // namespace aurigraph::ui
