#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace aurigraph::ui {

/// A record as /query/records and /query/reviews list it. Texts of others: show them tamed and plain.
struct RecordItem {
  QString id;
  QString assetKey;
  QString category;
  QString kind;
  QString source;
  QString submitter;
  QString origin;
  QString band;
  QString decision;  ///< "WAITING" while there is something to decide.
  int scorePpm = 0;
  int lostPpm = 0;
  quint64 height = 0;  ///< Block; 0: the ledger has not taken it.
  qint64 scoredMs = 0;
  qint64 admittedMs = 0;
  qint64 dueMs = 0;
  qint64 serviceLevelMs = 0;
  QString claimedBy;
  bool claimedByMe = false;
  qint64 claimUntilMs = 0;
  bool mayDecide = false;
  QString whyNot;
  QString whyNotText;

  [[nodiscard]] bool claimed(qint64 nowMs) const { return claimUntilMs != 0 && nowMs <= claimUntilMs; }
  [[nodiscard]] bool mine(qint64 nowMs) const { return claimedByMe && claimed(nowMs); }
  [[nodiscard]] bool late(qint64 nowMs) const { return dueMs != 0 && nowMs > dueMs; }
  /// Less than a quarter of its time is left.
  [[nodiscard]] bool soon(qint64 nowMs) const { return !late(nowMs) && nowMs > dueMs - serviceLevelMs / 4; }
  bool operator==(const RecordItem&) const = default;
};

/// One thing that cost points.
struct CheckReason {
  QString rule;
  QString field;
  QString pointer;  ///< Where in the raw bytes; empty: nowhere.
  QString observed;
  QString expected;
  QString words;
  QString verdict;  ///< "failed", "partly", "not evaluable"
  QString cap;      ///< "R", "X", "V", "Z" or empty.
  int missedPpm = 0;
};

struct CheckOutcome {
  QString name;
  int weightPpm = 0;
  int lostPpm = 0;
  QList<CheckReason> reasons;
  /// Lost points or capped the score: a reviewer has to look at it before approving.
  [[nodiscard]] bool failing() const;
};

struct AppliedLimit {
  QString code;
  QString rule;
};

struct FieldChange {
  enum class Kind { kSame, kChanged, kAdded, kRemoved };
  QString field;
  Kind kind = Kind::kSame;
  QString before;  ///< Null: was not there.
  QString after;   ///< Null: is not there.
};

struct LastAccepted {
  QString id;
  quint64 height = 0;
  qint64 admittedMs = 0;
  QString decision;
  int scorePpm = 0;
};

struct RecordedDecision {
  QString reviewer;
  QStringList endorsers;  ///< Of an override, which has no reason code.
  int reasonCode = 0;
  QString note;
  quint64 height = 0;
  qint64 decidedMs = 0;
  qint64 validUntilMs = 0;
};

/// A record with all that a reviewer reads (/query/records/{id}).
struct RecordDetail {
  RecordItem item;
  QString rawDigest;
  QString value;  ///< The one field a person looks for first, with its unit; empty: none.
  QString retrievedAt;
  QString observedAt;
  int averagePpm = 0;
  QList<AppliedLimit> limits;
  QList<CheckOutcome> checks;
  std::optional<LastAccepted> lastAccepted;
  QList<FieldChange> changes;
  QList<RecordItem> earlier;
  std::optional<RecordedDecision> decided;
  QJsonObject json;  ///< As it came, for widgets that read it themselves.
};

[[nodiscard]] RecordItem recordItemOf(const QJsonObject& json);
[[nodiscard]] RecordDetail recordDetailOf(const QJsonObject& json);

}  // namespace aurigraph::ui
