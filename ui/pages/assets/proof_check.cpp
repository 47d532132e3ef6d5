#include "ui/pages/assets/proof_check.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

#include "core/base/decimal.h"
#include "core/crypto/sha256.h"
#include "core/wire/record.h"
#include "core/wire/rows/all.h"
#include "ui/client/api_client.h"
#include "ui/pages/assets/proof_details.h"
#include "ui/pages/assets/proof_found.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui::assets {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(ProofCheck)
};

/// The links a proof of so many records has, by the verifier's names.
QStringList namesOf(std::size_t records) {
  QStringList out = {QStringLiteral("bundle"), QStringLiteral("genesis"), QStringLiteral("certificate")};
  for (std::size_t at = 1; at <= records; ++at)
    for (const char* part : {"operation", "submitter", "score", "review"})
      out.append(QStringLiteral("record %1: %2").arg(at).arg(QLatin1String(part)));
  return out << QStringLiteral("registration") << QStringLiteral("issue") << QStringLiteral("holding");
}

struct LinkWords {
  QString title;
  QString says;
};

LinkWords wordsOf(const QString& name) {
  if (name == QLatin1String("bundle"))
    return {Words::tr("The file"),
            Words::tr("The file is one complete proof, written in the one way in which "
                      "it can be written: nothing can be hidden in it.")};
  if (name == QLatin1String("genesis"))
    return {Words::tr("The cluster's beginning"),
            Words::tr("The file carries the cluster's genesis: who its validators are and by which rules it "
                      "scores. Its digest is the cluster's name.")};
  if (name == QLatin1String("certificate"))
    return {
        Words::tr("The validators' signatures"),
        Words::tr("A majority of the validators named in the genesis signed this history and this state.")};
  if (name == QLatin1String("registration"))
    return {Words::tr("Asset registered"), Words::tr("The asset was registered on exactly these records.")};
  if (name == QLatin1String("issue"))
    return {
        Words::tr("Token issued"),
        Words::tr("The token was issued on that asset, and another person approved exactly these terms.")};
  if (name == QLatin1String("holding"))
    return {Words::tr("Holding"), Words::tr("Account, holder, token and asset are rows of the state that the "
                                            "validators signed, and they name each other.")};
  const QString number = name.section(QLatin1Char(' '), 1, 1).chopped(1);
  const QString part = name.section(QLatin1Char(' '), 2);
  if (part == QLatin1String("operation"))
    return {
        Words::tr("Record %1 submitted").arg(number),
        Words::tr("The record was submitted: its author's signature leads to a batch, the batch to a block, "
                  "the block to the signed history.")};
  if (part == QLatin1String("submitter"))
    return {Words::tr("Who brought record %1").arg(number),
            Words::tr("Whoever submitted the record is not the asset's issuer: nobody vouches for their own "
                      "asset.")};
  if (part == QLatin1String("score"))
    return {
        Words::tr("Record %1 scored").arg(number),
        Words::tr("Scored again on this computer from the record, the context that the validators signed and "
                  "the rule set, it has the same score.")};
  if (part == QLatin1String("review"))
    return {
        Words::tr("Record %1 reviewed").arg(number),
        Words::tr("A record of 0.60–0.79 was approved by somebody else before it was used; others need no "
                  "review.")};
  return {name, {}};
}

/// Of the review of a record whose rejection was overridden.
QString overrideSays() {
  return Words::tr(
      "The record was rejected by its score, under a cap that people may override. A senior reviewer did, "
      "with "
      "the words of others, before it was used; none of them brought the record or issued the token.");
}

bool isOverride(const wire::ProofBundle& bundle, const QString& name) {
  const wire::RecordProof* record = recordIn(bundle, name);
  return record != nullptr && record->overridden && name.endsWith(QLatin1String("review"));
}

QJsonArray digestsOf(const std::vector<Digest>& digests) {
  QJsonArray out;
  for (const Digest& each : digests) out.append(proofHex(each.view()));
  return out;
}

QString nameText(std::string_view name) {
  return qtText(name);
}

/// The certified rows in the API's words. The bundle is known to hold.
std::optional<ProvenHolding> holdingOf(const wire::ProofBundle& bundle) {
  const auto account = wire::decodeRow<wire::AccountRow>(bundle.holding.account.row);
  const auto token = wire::decodeRow<wire::TokenRow>(bundle.holding.token.row);
  const auto asset = wire::decodeRow<wire::AssetRow>(bundle.holding.asset.row);
  if (!account || !token || !asset) return std::nullopt;
  ProvenHolding out;
  out.symbol = qtText(token->symbol);
  out.identity = account->holder;
  out.checkpoint = bundle.holding.checkpoint.value;
  out.height = bundle.certificate.statement.height.value;
  const auto set = [](QJsonObject& object, const char* name, const QJsonValue& value) {
    object[QLatin1String(name)] = value;
  };
  set(out.account, "balance", qtText(toText(account->balance)));
  set(out.account, "held", qtText(toText(account->held)));
  set(out.account, "frozen", (account->flags & wire::kAccountFrozen) != 0);
  set(out.token, "symbol", qtText(token->symbol));
  set(out.token, "name", qtText(token->name));
  set(out.token, "asset", static_cast<qint64>(token->asset.value));
  set(out.token, "decimals", token->decimals);
  set(out.token, "minted", qtText(toText(token->minted)));
  set(out.token, "burned", qtText(toText(token->burned)));
  set(out.token, "lock_up_seconds", static_cast<qint64>(token->lockUpSeconds));
  set(out.token, "issued_height", static_cast<qint64>(token->issuedAt.value));
  QJsonArray approvers;
  for (const auto& key : token->approvers) approvers.append(proofHex(key.view()));
  set(out.token, "approvers", approvers);
  if (!token->currency.empty()) {
    set(out.token, "unit_price_minor", QString::number(token->unitPriceMinor));
    set(out.token, "currency", qtText(token->currency));
  }
  if (token->kind == wire::AssetTemplate::kBatch) {
    set(out.token, "min_milli_celsius", token->minMilliCelsius);
    set(out.token, "max_milli_celsius", token->maxMilliCelsius);
  }
  if (!token->serials.empty()) {
    QJsonArray serials;
    for (const auto& range : token->serials)
      serials.append(QJsonObject{{QStringLiteral("registry"), qtText(range.registry)},
                                 {QStringLiteral("series"), qtText(range.series)},
                                 {QStringLiteral("first"), QString::number(range.first)},
                                 {QStringLiteral("last"), QString::number(range.last)}});
    set(out.token, "serials", serials);
  }
  set(out.asset, "asset_key", qtText(asset->assetKey));
  set(out.asset, "name", qtText(asset->name));
  set(out.asset, "template", nameText(wire::nameOf(asset->assetTemplate)));
  set(out.asset, "issuer", static_cast<qint64>(asset->issuer.value));
  set(out.asset, "origin", nameText(wire::nameOf(asset->origin)));
  set(out.asset, "status", nameText(wire::nameOf(asset->status)));
  set(out.asset, "records", digestsOf(asset->recordIds));
  set(out.asset, "lowest_score_ppm", asset->lowestScore.value);
  set(out.asset, "evidence_copies", asset->evidenceCopies);
  set(out.asset, "registered_height", static_cast<qint64>(asset->registeredAt.value));
  QJsonArray documents;
  for (const auto& document : asset->documents)
    documents.append(QJsonObject{{QStringLiteral("type"), qtText(document.type)},
                                 {QStringLiteral("sha256"), proofHex(document.sha256.view())}});
  set(out.asset, "documents", documents);
  for (const wire::RecordProof& proof : bundle.records) {
    const auto record = submittedIn(proof);
    const auto admitted = admittedIn(proof);
    if (!record || !admitted) continue;
    // A valid proof has an approval for each record of the review band, an override for each rejected one,
    // and neither for any other.
    QJsonObject shown;
    set(shown, "score_ppm", admitted->score.value);
    set(shown, "band",
        proof.overridden ? QStringLiteral("REJECT")
        : proof.reviewed ? QStringLiteral("REVIEW")
                         : QStringLiteral("ACCEPT"));
    set(shown, "decision",
        proof.overridden ? QStringLiteral("OVERRIDDEN")
        : proof.reviewed ? QStringLiteral("APPROVED")
                         : QStringLiteral("AUTO"));
    set(shown, "raw_digest", proofHex(record->rawDigest.view()));
    set(shown, "category", nameText(wire::nameOf(record->category)));
    set(shown, "kind", nameText(wire::nameOf(record->kind)));
    out.records[proofHex(record->id().view())] = shown;
  }
  return out;
}

}  // namespace

const ProofStep* CheckedProof::failed() const {
  const auto at = std::ranges::find(steps, ProofStep::State::kFails, &ProofStep::state);
  return at == steps.end() ? nullptr : &*at;
}

CheckedProof checkProof(const QByteArray& bytes, const std::optional<Digest>& trusted) {
  CheckedProof out;
  out.report = proof::verify(viewOf(bytes), trusted);
  out.digest = proofHex(crypto::sha256(viewOf(bytes)).view());
  out.sizeBytes = bytes.size();
  out.against = trusted;
  const auto bundle = wire::decodeProofBundle(viewOf(bytes));
  const QStringList names = namesOf(bundle ? bundle->records.size() : 1);
  for (int at = 0; at < names.size(); ++at) {
    ProofStep step;
    step.number = at + 1;
    const auto [title, says] = wordsOf(names[at]);
    step.title = title;
    step.says = bundle && isOverride(*bundle, names[at]) ? overrideSays() : says;
    if (at < static_cast<int>(out.report.links.size())) {
      const proof::Link& link = out.report.links[at];
      step.state = link.holds ? ProofStep::State::kHolds : ProofStep::State::kFails;
      // What breaks is said in the verifier's own words, beside its code.
      if (link.holds && bundle) step.found = foundWords(*bundle, names[at], bytes.size());
      if (step.found.isEmpty()) step.found = tame(qtText(link.words), 1'000);
      step.code = qtText(link.code);
    }
    if (bundle && step.state != ProofStep::State::kNotChecked)
      step.details = proofDetails(*bundle, names[at]);
    if (at == 0) {
      step.details.prepend({Words::tr("SHA-256 of the file"), out.digest});
      step.details.prepend(
          {Words::tr("Size"), Words::tr("%n byte(s)", nullptr, static_cast<int>(bytes.size()))});
    }
    out.steps.append(step);
  }
  if (bundle)
    if (const auto token = wire::decodeRow<wire::TokenRow>(bundle->holding.token.row))
      out.decimals = token->decimals;
  if (bundle && out.report.verdict == proof::Verdict::kValid) out.holding = holdingOf(*bundle);
  return out;
}

bool agrees(const QJsonObject& proven, const QJsonObject& reported) {
  for (auto it = proven.begin(); it != proven.end(); ++it)
    if (reported.value(it.key()) != it.value()) return false;
  return true;
}

}  // namespace aurigraph::ui::assets
