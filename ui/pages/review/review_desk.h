#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <optional>

#include "ui/client/local_store.h"
#include "ui/models/record.h"
#include "ui/pages/review/decision.h"
#include "ui/pages/review/outbox.h"
#include "ui/pages/review/review_clock.h"

namespace aurigraph::ui {

/// What its author has typed so far; kept on this computer while they type.
struct ReviewDraft {
  std::optional<wire::ReviewDecision> decision;
  std::uint16_t reasonCode = 0;
  QString note;
  [[nodiscard]] bool empty() const { return !decision && reasonCode == 0 && note.isEmpty(); }
  bool operator==(const ReviewDraft&) const = default;
};

/// The open record from a reviewer's side: claim and lease, draft, what still keeps them from deciding.
///
///   kFree ─claim─→ kClaiming ─→ kMine ─commit─→ kHeld ─→ kSending ⇄ kUnknown ─→ kDecided
///     ↑ release ←────────────────┤ ↑  ←─undo──────┘          └─refused─→ kMine
///                     lease over ↓ └─claim again
///                            kLeaseOver (frozen; the draft stays)
///
/// Knows no widget. Every "why not" is one sentence for the button it keeps down. UI thread.
class ReviewDesk : public QObject {
  Q_OBJECT
 public:
  static constexpr int kMinNoteCharacters = 10;
  static constexpr int kMaxNoteBytes = 1'000;  ///< core/wire/commands.h
  /// How long a claim holds (docs/review.md): kLeaseNanoseconds of core/ledger/contracts/review.cpp, told
  /// here once for the window. Only the bar's full length hangs on it: when a claim ends, the API says
  /// itself; how long one holds, it does not say yet.
  static constexpr qint64 kLeaseMs = 15 * 60'000;
  static constexpr qint64 kRenewBelowMs = 5 * 60'000;
  static_assert(kRenewBelowMs < kLeaseMs);
  static constexpr qint64 kActiveForMs = 5 * 60'000;  ///< After the last key or click.
  static constexpr qint64 kRenewEveryMs = 30'000;     ///< When a renewal failed.

  enum class Stage {
    kNothing,    ///< No record is open.
    kFree,       ///< Nobody's.
    kOthers,     ///< Somebody else looks at it.
    kBarred,     ///< This person may not decide about it.
    kClaiming,   ///< Asked the ledger.
    kMine,       ///< To be decided.
    kLeaseOver,  ///< Was mine.
    kHeld,       ///< Decided, can be taken back.
    kSending,
    kUnknown,  ///< Sent, no answer yet.
    kDecided,  ///< On the ledger, by whomever.
  };

  ReviewDesk(LocalStore& store, ReviewClock& clock, Outbox& outbox, QObject* parent = nullptr);

  void setConnection(Connection* connection);
  /// Opens a record, or brings the open one up to date.
  void show(const RecordDetail& record);
  void clear();

  [[nodiscard]] Stage stage() const { return stage_; }
  [[nodiscard]] const RecordDetail& record() const { return record_; }
  [[nodiscard]] const ReviewDraft& draft() const { return draft_; }
  [[nodiscard]] qint64 leaseLeftMs() const;

  void claim();
  void release();
  /// The person is here: leases of who went away run out.
  void touched() { touchedMs_ = clock_.steadyMs(); }

  void setDecision(std::optional<wire::ReviewDecision> decision);
  void setReason(std::uint16_t code);
  void setNote(const QString& note);
  void restore(const Decision& decision);  ///< Of an outbox: it is a draft again.
  void discardDraft(const QString& record);
  void markOpened(const QString& check);
  [[nodiscard]] const QSet<QString>& opened() const { return opened_; }
  /// Failing checks that nobody has opened yet, what cost most first.
  [[nodiscard]] QStringList unopened() const;

  /// Into the outbox. Does nothing while whyNotCommit() says something.
  void commit();
  [[nodiscard]] Decision decision() const;

  [[nodiscard]] QString whyNotClaim() const;
  [[nodiscard]] QString whyNotChoose(wire::ReviewDecision decision) const;
  [[nodiscard]] QString whyNotCommit() const;
  [[nodiscard]] bool editable() const { return stage_ == Stage::kMine; }

 Q_SIGNALS:
  void changed();        ///< Stage, lease, draft.
  void draftRestored();  ///< Fields of a form have to be set.
  void reloadWanted();   ///< The ledger has something new about the open record.
  void said(const QString& sentence);
  void failed(const aurigraph::ui::ApiError& error);  ///< Of claim and release.
  void notKept(const aurigraph::ui::ApiError& error);

 private:
  void beat();
  void decideStage();
  void loadDrafts();
  void draftChanged();
  void saveDraft();
  void sendClaim(bool renewal);
  [[nodiscard]] qint64 nowMs() const { return clock_.clusterNow(connection_).toMSecsSinceEpoch(); }

  LocalStore& store_;
  ReviewClock& clock_;
  Outbox& outbox_;
  QPointer<Connection> connection_;
  DeskScope scope_;
  RecordDetail record_;
  Stage stage_ = Stage::kNothing;
  bool wasMine_ = false;  ///< Held in this run: an ended lease is told apart from a free record.
  bool claiming_ = false;
  bool claimAnswered_ = false;  ///< Claimed; the record has to be read again.
  bool renewing_ = false;
  bool dirty_ = false;
  qint64 touchedMs_ = 0;
  qint64 renewedMs_ = 0;
  ReviewDraft draft_;
  QSet<QString> opened_;
  QHash<QString, ReviewDraft> drafts_;  ///< By record.
};

/// Why a record is barred, translated if this program knows the word, else the gateway's own words.
[[nodiscard]] QString barredText(const RecordItem& item);

}  // namespace aurigraph::ui
