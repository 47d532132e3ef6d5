#include "ui/pages/assets/proof_found.h"

#include <QCoreApplication>
#include <QLocale>
#include <cstring>

#include "core/base/decimal.h"
#include "core/wire/batch.h"
#include "core/wire/block.h"
#include "core/wire/commands.h"
#include "core/wire/events/all.h"
#include "core/wire/genesis.h"
#include "core/wire/record.h"
#include "core/wire/rows/all.h"
#include "ui/client/api_client.h"
#include "ui/pages/assets/proof_details.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui::assets {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(ProofFound)
};

QString numberText(std::uint64_t value) {
  return QLocale().toString(static_cast<qulonglong>(value));
}

QString blockOf(const wire::OperationProof& proof) {
  wire::BlockHeader block;
  if (proof.blockHeader.size() != sizeof(block)) return {};
  std::memcpy(static_cast<void*>(&block), proof.blockHeader.data(), sizeof(block));
  return numberText(block.height.value);
}

QString certificateWords(const wire::ProofBundle& bundle) {
  const auto genesis = wire::decodeGenesis(bundle.genesis);
  if (!genesis) return {};
  return Words::tr("%1 of %2 validators signed the history up to block %3.")
      .arg(numberText(bundle.certificate.votes.size()), numberText(genesis->voters().voters.size()),
           numberText(bundle.certificate.statement.height.value));
}

QString rolesText(wire::RoleMask roles) {
  QStringList out;
  for (std::size_t at = 0; at < wire::kRoleCount; ++at) {
    const auto role = static_cast<wire::Role>(at);
    if ((roles & wire::maskOf(role)) != 0) out.append(roleText(qtText(wire::nameOf(role))));
  }
  return out.join(QStringLiteral(", "));
}

QString submitterWords(const wire::ProofBundle& bundle, const wire::RecordProof& proof) {
  const auto batch = wire::parseBatchHeader(proof.submission.batchHeader);
  const auto genesis = wire::decodeGenesis(bundle.genesis);
  if (!batch || !genesis) return {};
  const auto submit = static_cast<std::size_t>(wire::Permission::kSubmitRecord);
  for (const wire::GenesisIdentity& identity : genesis->identities)
    if (identity.key == batch->author)
      return Words::tr("“%1” (%2), who is not the issuer.")
          .arg(tame(qtText(identity.name)), rolesText(genesis->roles.allowed[submit]));
  return Words::tr(
             "Key %1, registered after the cluster's beginning with a role that may submit (%2); not the "
             "issuer.")
      .arg(leftToRight(elidedMiddle(proofHex(batch->author.view()), 20)),
           rolesText(genesis->roles.allowed[submit]));
}

QString scoreWords(const wire::RecordProof& proof) {
  const auto admitted = admittedIn(proof);
  if (!admitted) return {};
  return Words::tr("%1 · %2 from “%3”: %4, the same as on the ledger.")
      .arg(categoryText(qtText(wire::nameOf(admitted->category))),
           kindText(qtText(wire::nameOf(admitted->kind))), tame(qtText(admitted->source)),
           scoreText(admitted->score.value));
}

QString reviewWords(const wire::RecordProof& proof) {
  if (!proof.reviewed) return Words::tr("Not needed: accepted by its score.");
  if (proof.overridden) {
    const auto event = wire::decodeEvent(proof.overridden->event);
    const auto* overridden = event ? std::get_if<wire::RecordOverridden>(&event->what) : nullptr;
    if (overridden == nullptr) return {};
    return Words::tr(
               "Rejected by its score, overridden in block %1 with the words of %n other person(s): “%2”",
               nullptr, static_cast<int>(overridden->endorsers.size()))
        .arg(blockOf(proof.review), tame(qtText(overridden->reason)));
  }
  const auto command = commandIn(proof.review);
  const auto* decision = command ? std::get_if<wire::DecideReview>(&*command) : nullptr;
  if (decision == nullptr) return {};
  return Words::tr("Approved in block %1: “%2”").arg(blockOf(proof.review), tame(qtText(decision->note)));
}

QString issueWords(const wire::ProofBundle& bundle) {
  const auto command = commandIn(bundle.issue);
  const auto* issue = command ? std::get_if<wire::IssueToken>(&*command) : nullptr;
  if (issue == nullptr) return {};
  return Words::tr("%1 of %2 in block %3, approved by %n other person(s).", nullptr,
                   static_cast<int>(issue->approvals.given.size()))
      .arg(amountText(qtText(toText(issue->supply)), issue->decimals), leftToRight(qtText(issue->symbol)),
           blockOf(bundle.issue));
}

QString holdingWords(const wire::HoldingProof& holding) {
  const auto account = wire::decodeRow<wire::AccountRow>(holding.account.row);
  const auto identity = wire::decodeRow<wire::IdentityRow>(holding.identity.row);
  const auto token = wire::decodeRow<wire::TokenRow>(holding.token.row);
  if (!account || !identity || !token) return {};
  return Words::tr("%1 holds %2 of %3 at checkpoint %4.")
      .arg(tame(qtText(identity->name)), amountText(qtText(toText(account->balance)), token->decimals),
           leftToRight(qtText(token->symbol)), numberText(holding.checkpoint.value));
}

}  // namespace

QString foundWords(const wire::ProofBundle& bundle, const QString& name, qint64 sizeBytes) {
  if (name == QLatin1String("bundle"))
    return Words::tr("%1, %n record(s).", nullptr, static_cast<int>(bundle.records.size()))
        .arg(bytesText(static_cast<double>(sizeBytes)));
  if (name == QLatin1String("genesis")) {
    const auto genesis = wire::decodeGenesis(bundle.genesis);
    if (!genesis) return {};
    return Words::tr("Cluster “%1”, digest %2.")
        .arg(tame(qtText(genesis->clusterName)),
             leftToRight(elidedMiddle(proofHex(genesis->digest().view()), 20)));
  }
  if (name == QLatin1String("certificate")) return certificateWords(bundle);
  if (name == QLatin1String("registration"))
    return Words::tr("On %n record(s), in block %1.", nullptr, static_cast<int>(bundle.records.size()))
        .arg(blockOf(bundle.registration));
  if (name == QLatin1String("issue")) return issueWords(bundle);
  if (name == QLatin1String("holding")) return holdingWords(bundle.holding);
  const wire::RecordProof* record = recordIn(bundle, name);
  if (record == nullptr) return {};
  if (name.endsWith(QLatin1String("operation")))
    return Words::tr("Submitted in block %1.").arg(blockOf(record->submission));
  if (name.endsWith(QLatin1String("submitter"))) return submitterWords(bundle, *record);
  return name.endsWith(QLatin1String("score")) ? scoreWords(*record) : reviewWords(*record);
}

}  // namespace aurigraph::ui::assets
