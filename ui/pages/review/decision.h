#pragma once

#include <QJsonObject>
#include <QStringList>

#include "core/wire/commands.h"
#include "ui/client/connection.h"

namespace aurigraph::ui {

/// What a reviewer means to say about a record, before anything is signed.
struct Decision {
  QString record;  ///< Id, hex.
  QString label;   ///< The asset, for people.
  wire::ReviewDecision decision = wire::ReviewDecision::kReject;
  std::uint16_t reasonCode = 0;
  QString note;

  [[nodiscard]] bool approves() const { return decision == wire::ReviewDecision::kApprove; }
  [[nodiscard]] wire::DecideReview command() const;
  bool operator==(const Decision&) const = default;
};

[[nodiscard]] wire::AnyCommand claimCommand(const QString& record);
[[nodiscard]] wire::AnyCommand releaseCommand(const QString& record);

/// Exactly what will be signed: words out of the encoded bytes, and their SHA-256.
struct DecisionPreview {
  QStringList words;
  QString digest;
};
[[nodiscard]] DecisionPreview previewOf(const Decision& decision);

/// Whose drafts and waiting decisions: of this key on this cluster. Others of this computer's user are
/// neither shown nor touched.
struct DeskScope {
  QString genesis;
  QString key;
  [[nodiscard]] bool valid() const { return !key.isEmpty(); }
  [[nodiscard]] QString entryId(const QString& record) const;
  [[nodiscard]] bool owns(const QJsonObject& entry) const;
};
[[nodiscard]] DeskScope scopeOf(const Connection* connection);

[[nodiscard]] QJsonObject toJson(const Decision& decision, const DeskScope& scope);
[[nodiscard]] Decision decisionOf(const QJsonObject& json);

[[nodiscard]] QString verbOf(wire::ReviewDecision decision);  ///< "Approve"

}  // namespace aurigraph::ui
