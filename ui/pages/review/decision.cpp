#include "ui/pages/review/decision.h"

#include <QCoreApplication>

#include "core/crypto/sha256.h"
#include "core/wire/describe.h"

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(ReviewDecision)
};

Digest digestOf(const QString& record) {
  return fixedFromHex<Digest>(stdText(record)).value_or(Digest{});
}

constexpr qsizetype kScopeDigits = 16;  // Of genesis and key in an entry's name.

}  // namespace

wire::AnyCommand claimCommand(const QString& record) {
  return wire::ClaimReview{.recordId = digestOf(record)};
}

wire::AnyCommand releaseCommand(const QString& record) {
  return wire::ReleaseReview{.recordId = digestOf(record)};
}

wire::DecideReview Decision::command() const {
  return {.recordId = digestOf(record),
          .decision = decision,
          .reasonCode = reasonCode,
          .note = stdText(note.trimmed())};
}

DecisionPreview previewOf(const Decision& decision) {
  const auto payload = wire::encodePayload(decision.command());
  DecisionPreview out;
  out.digest = QString::fromLatin1(qtBytes(crypto::sha256(payload).view()).toHex());
  // Out of the bytes, not out of the form: what is shown is what is signed.
  if (const auto decoded =
          wire::decodeCommand(static_cast<std::uint16_t>(wire::DecideReview::kKind), payload))
    for (const auto& line : wire::describe(*decoded)) out.words.append(qtText(line));
  return out;
}

QString DeskScope::entryId(const QString& record) const {
  return genesis.left(kScopeDigits) + QLatin1Char('/') + key.left(kScopeDigits) + QLatin1Char('/') + record;
}

bool DeskScope::owns(const QJsonObject& entry) const {
  return entry[QLatin1String("genesis")].toString() == genesis &&
         entry[QLatin1String("key")].toString() == key;
}

DeskScope scopeOf(const Connection* connection) {
  if (connection == nullptr || !connection->identity().signedIn()) return {};
  return {.genesis = QString::fromLatin1(qtBytes(connection->genesis().view()).toHex()),
          .key = connection->identity().key};
}

QJsonObject toJson(const Decision& decision, const DeskScope& scope) {
  return {{QStringLiteral("genesis"), scope.genesis},
          {QStringLiteral("key"), scope.key},
          {QStringLiteral("record"), decision.record},
          {QStringLiteral("label"), decision.label},
          {QStringLiteral("decision"),
           decision.approves() ? QStringLiteral("approve") : QStringLiteral("reject")},
          {QStringLiteral("reason_code"), decision.reasonCode},
          {QStringLiteral("note"), decision.note}};
}

Decision decisionOf(const QJsonObject& json) {
  return {.record = json[QLatin1String("record")].toString(),
          .label = json[QLatin1String("label")].toString(),
          .decision = json[QLatin1String("decision")].toString() == QLatin1String("approve")
                          ? wire::ReviewDecision::kApprove
                          : wire::ReviewDecision::kReject,
          .reasonCode = static_cast<std::uint16_t>(json[QLatin1String("reason_code")].toInt()),
          .note = json[QLatin1String("note")].toString()};
}

QString verbOf(wire::ReviewDecision decision) {
  return decision == wire::ReviewDecision::kApprove ? Words::tr("Approve") : Words::tr("Reject");
}

}  // namespace aurigraph::ui
