#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>
#include <optional>

#include "core/base/bytes.h"
#include "core/proof/verifier.h"

namespace aurigraph::ui::assets {

/// A digest, key or encoded bytes of one link, shown on demand.
struct ProofDetail {
  QString label;
  QString value;
};

/// One link of the chain as a person reads it (docs/formats/proof.md).
struct ProofStep {
  enum class State { kHolds, kFails, kNotChecked };
  int number = 0;
  QString title;
  State state = State::kNotChecked;
  QString says;   ///< What this link means when it holds.
  QString found;  ///< What was found; empty: not checked.
  QString code;   ///< Of the failure.
  QList<ProofDetail> details;
};

/// Rows that a valid proof vouches for, in the words of the API, to be compared with what a gateway says.
struct ProvenHolding {
  QString symbol;
  quint32 identity = 0;
  QJsonObject account;  ///< balance, held, frozen
  QJsonObject token;
  QJsonObject asset;
  QHash<QString, QJsonObject> records;  ///< By id: score, band, decision, digest of the evidence.
  quint64 checkpoint = 0;
  quint64 height = 0;
};

struct CheckedProof {
  proof::Report report;
  QList<ProofStep> steps;  ///< In order of the chain, also those that were not reached.
  QString digest;          ///< SHA-256 of the file, hex.
  qint64 sizeBytes = 0;
  int decimals = 0;                      ///< Of the token, as far as was read.
  std::optional<Digest> against;         ///< The genesis digest it was checked against.
  std::optional<ProvenHolding> holding;  ///< Only of a valid proof.

  [[nodiscard]] const ProofStep* failed() const;
};

/// Checks and explains; pure, any thread. Bytes may be hostile.
[[nodiscard]] CheckedProof checkProof(const QByteArray& bytes, const std::optional<Digest>& trusted);

/// Whether every field of `proven` is what the gateway reported.
[[nodiscard]] bool agrees(const QJsonObject& proven, const QJsonObject& reported);

}  // namespace aurigraph::ui::assets
