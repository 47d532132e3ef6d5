#include "core/proof/verifier.h"

#include <algorithm>
#include <functional>

#include "core/base/decimal.h"
#include "core/proof/holding_check.h"
#include "core/proof/operation_check.h"
#include "core/proof/override_check.h"
#include "core/proof/record_check.h"

namespace aurigraph::proof {
namespace {

constexpr const char* kDoNotTrust = "Do not trust this proof.";

/// What the links so far have established. Each step reads what earlier ones filled in.
struct Chain {
  wire::ProofBundle bundle;
  wire::Genesis genesis;
  std::vector<CheckedRecord> records;
  CheckedOperation registration;
  CheckedOperation issue;
  CheckedHolding holding;
};

using Step = std::function<Result<std::string>(Chain&)>;

/// Before anything is judged: by rules that this release does not know it can say nothing.
Status checkVersions(Protocol first, const wire::ProofBundle& bundle) {
  std::vector<const wire::OperationProof*> operations{&bundle.registration, &bundle.issue};
  for (const auto& record : bundle.records) {
    operations.push_back(&record.submission);
    if (record.reviewed) operations.push_back(&record.review);
  }
  if (auto status = checkProtocol(first); !status) return status;
  for (const wire::OperationProof* operation : operations)
    if (auto status = checkProtocol(*operation); !status) return status;
  return {};
}

Result<std::string> checkGenesis(Chain& chain) {
  auto genesis = wire::decodeGenesis(chain.bundle.genesis);
  if (!genesis) return propagate(genesis);
  if (auto status = checkVersions(genesis->protocol, chain.bundle); !status) return propagate(status);
  if (genesis->ruleSets.empty())
    return fail("proof.genesis.no_rules", "The cluster began without a rule set.", kDoNotTrust);
  chain.genesis = std::move(*genesis);
  return "cluster " + chain.genesis.clusterName + ", " + toHex(chain.genesis.digest().view());
}

Result<std::string> checkCertificate(Chain& chain) {
  const auto& certificate = chain.bundle.certificate;
  if (certificate.statement.genesis != chain.genesis.digest())
    return fail("proof.certificate.cluster", "The certificate is of another cluster.", kDoNotTrust);
  if (auto status = wire::verify(certificate, chain.genesis.voters()); !status) return propagate(status);
  return std::to_string(certificate.votes.size()) + " of " +
         std::to_string(chain.genesis.voters().voters.size()) + " validators sealed height " +
         std::to_string(certificate.statement.height.value);
}

Result<std::string> checkRegistration(Chain& chain) {
  auto operation = checkOperation(chain.bundle.registration, chain.bundle.certificate.statement);
  if (!operation) return propagate(operation);
  const auto* asset = std::get_if<wire::RegisterAsset>(&operation->command);
  if (asset == nullptr)
    return fail("proof.registration.kind", "The operation does not register an asset.", kDoNotTrust);
  std::vector<Digest> proven;
  for (const auto& record : chain.records) proven.push_back(record.record.id());
  if (proven != asset->recordIds)
    return fail("proof.registration.records",
                "The asset was registered on other records than the proof shows.", kDoNotTrust);
  const auto notYet = [&](const CheckedRecord& record) {
    return operation->block.height < record.usableFrom;
  };
  if (std::ranges::any_of(chain.records, notYet))
    return fail("proof.registration.order",
                "The asset was registered before its records were submitted and approved or overridden.",
                kDoNotTrust);
  const std::string words = asset->assetKey + " on " + std::to_string(proven.size()) + " records, block " +
                            std::to_string(operation->block.height.value);
  chain.registration = std::move(*operation);
  return words;
}

Status checkApprovals(const wire::IssueToken& issue, const CheckedOperation& operation) {
  const Digest digest = wire::approvalDigest(operation.batch.genesis, operation.batch.author, issue);
  for (const auto& approval : issue.approvals.given) {
    if (approval.approver == operation.batch.author)
      return fail("proof.issue.own_approval", "The issuer approved its own issue.", kDoNotTrust);
    if (!crypto::verify(approval.approver, digest, approval.signature))
      return fail("proof.issue.bad_approval", "An approval is not of these terms.", kDoNotTrust);
  }
  if (issue.approvals.given.empty())
    return fail("proof.issue.no_approval", "Nobody else approved the issue.", kDoNotTrust);
  // The ledger's time is that of the block, or a later one: what ends before the block's had ended there too.
  if (issue.approvals.until < operation.block.time)
    return fail("proof.issue.approval_ended", "The issue's approvals had ended before its block.",
                kDoNotTrust);
  return {};
}

Result<std::string> checkIssue(Chain& chain) {
  auto operation = checkOperation(chain.bundle.issue, chain.bundle.certificate.statement);
  if (!operation) return propagate(operation);
  const auto* issue = std::get_if<wire::IssueToken>(&operation->command);
  if (issue == nullptr) return fail("proof.issue.kind", "The operation does not issue a token.", kDoNotTrust);
  if (operation->block.height < chain.registration.block.height)
    return fail("proof.issue.order", "The token was issued before its asset was registered.", kDoNotTrust);
  if (auto status = checkApprovals(*issue, *operation); !status) return propagate(status);
  const std::string words = toText(issue->supply) + " base units of " + issue->symbol + ", approved by " +
                            std::to_string(issue->approvals.given.size()) + ", block " +
                            std::to_string(operation->block.height.value);
  chain.issue = std::move(*operation);
  return words;
}

Result<std::string> checkHoldingStep(Chain& chain) {
  auto holding = checkHolding(chain.bundle.holding, chain.bundle.certificate.statement);
  if (!holding) return propagate(holding);
  const auto& registered = std::get<wire::RegisterAsset>(chain.registration.command);
  const auto& issued = std::get<wire::IssueToken>(chain.issue.command);
  if (holding->asset.assetKey != registered.assetKey || holding->asset.recordIds != registered.recordIds)
    return fail("proof.holding.asset", "The certified asset is not the one that was registered.",
                kDoNotTrust);
  if (holding->assetId != issued.asset || holding->token.symbol != issued.symbol ||
      holding->token.minted != issued.supply || holding->token.issueBatch != chain.issue.batch.digest() ||
      holding->token.issueIndex != chain.bundle.issue.index)
    return fail("proof.holding.token", "The certified token is not the one that was issued.", kDoNotTrust);
  std::string words = holding->identity.name + " holds " + toText(holding->account.balance) +
                      " base units of " + holding->token.symbol + " at checkpoint " +
                      std::to_string(holding->checkpoint.value);
  chain.holding = std::move(*holding);
  return words;
}

/// Runs a step and writes its link. False: the chain ends here.
bool run(Report& report, Chain& chain, std::string name, const Step& step) {
  auto words = step(chain);
  if (words) {
    report.links.push_back({std::move(name), true, std::move(*words), {}});
    return true;
  }
  report.links.push_back({std::move(name), false, words.error().message, words.error().code});
  return false;
}

/// Every key that speaks as the issuer: of who registered the asset and who issued the token, and those that
/// the genesis gives to the identities whom the certified rows name. All of these are checked behind the
/// records, and a false one ends the chain there.
std::vector<PublicKey> issuerKeysOf(const Chain& chain) {
  std::vector<PublicKey> out;
  for (const auto* operation : {&chain.bundle.registration, &chain.bundle.issue})
    if (const auto header = wire::parseBatchHeader(operation->batchHeader)) out.push_back(header->author);
  const auto add = [&](IdentityId identity) {
    const auto& known = chain.genesis.identities;  // identity n of the ledger is the n-th of the genesis
    if (identity.value >= 1 && identity.value <= known.size()) out.push_back(known[identity.value - 1].key);
  };
  if (const auto asset = wire::decodeRow<wire::AssetRow>(chain.bundle.holding.asset.row)) add(asset->issuer);
  if (const auto token = wire::decodeRow<wire::TokenRow>(chain.bundle.holding.token.row)) add(token->issuer);
  return out;
}

/// Of a record that its score rejected.
Result<std::string> overrideWords(CheckedRecord& record, const wire::RecordProof& proof,
                                  const wire::SealStatement& certified,
                                  std::span<const PublicKey> issuerKeys) {
  if (!proof.overridden)
    return fail("proof.record.rejected",
                "The record was rejected by its score, and the proof shows no override.", kDoNotTrust);
  const auto executed = checkOperation(proof.review, certified);
  if (!executed) return propagate(executed);
  const auto event = checkOverride(record, *proof.overridden, proof.review, *executed, issuerKeys);
  if (!event) return propagate(event);
  record.usableFrom = executed->block.height;
  return wordsOf(*event, executed->block.height);
}

/// What people said of a record, or that nobody needed to.
Result<std::string> reviewWords(CheckedRecord& record, const wire::RecordProof& proof,
                                const wire::SealStatement& certified, const PublicKey& issuer,
                                std::span<const PublicKey> issuerKeys) {
  if (record.band == quality::Band::kReject) return overrideWords(record, proof, certified, issuerKeys);
  if (proof.overridden)
    return fail("proof.override.not_needed", "A record that was not rejected carries an override.",
                kDoNotTrust);
  if (!proof.reviewed) {
    if (auto status = checkReview(record, nullptr, issuer); !status) return propagate(status);
    return std::string("not needed");
  }
  const auto review = checkOperation(proof.review, certified);
  if (!review) return propagate(review);
  if (auto status = checkReview(record, &*review, issuer); !status) return propagate(status);
  record.usableFrom = review->block.height;
  return "approved in block " + std::to_string(review->block.height.value) + ": " +
         std::get<wire::DecideReview>(review->command).note;
}

bool runRecords(Report& report, Chain& chain) {
  const auto& certified = chain.bundle.certificate.statement;
  const std::vector<PublicKey> issuerKeys = issuerKeysOf(chain);
  // The registration is checked after the records; here only its author's key is needed.
  const auto registration = wire::parseBatchHeader(chain.bundle.registration.batchHeader);
  const PublicKey issuer = registration ? registration->author : PublicKey{};
  for (std::size_t at = 0; at < chain.bundle.records.size(); ++at) {
    const wire::RecordProof& proof = chain.bundle.records[at];
    const std::string prefix = "record " + std::to_string(at + 1) + ": ";
    Result<CheckedOperation> submission = checkOperation(proof.submission, certified);
    const bool submitted = run(report, chain, prefix + "operation", [&](Chain&) -> Result<std::string> {
      if (!submission) return propagate(submission);
      return "submitted in block " + std::to_string(submission->block.height.value);
    });
    if (!submitted) return false;
    const auto submitter = checkSubmitter(submission->batch.author, issuerKeys, chain.genesis);
    if (!run(report, chain, prefix + "submitter", [&](Chain&) -> Result<std::string> {
          if (!submitter) return propagate(submitter);
          return submitter->words;
        }))
      return false;
    report.summary.submitters.push_back(
        {toHex(submission->batch.author.view()), submitter->name, submitter->roles});
    Result<CheckedRecord> record = checkScore(*submission, proof, chain.genesis);
    if (!run(report, chain, prefix + "score", [&](Chain&) -> Result<std::string> {
          if (!record) return propagate(record);
          return record->words;
        }))
      return false;
    if (!run(report, chain, prefix + "review",
             [&](Chain&) { return reviewWords(*record, proof, certified, issuer, issuerKeys); }))
      return false;
    chain.records.push_back(std::move(*record));
  }
  return true;
}

void summarize(Report& report, const Chain& chain) {
  Summary& summary = report.summary;
  summary.clusterName = chain.genesis.clusterName;
  summary.genesis = toHex(chain.genesis.digest().view());
  summary.height = chain.bundle.certificate.statement.height.value;
  summary.token = chain.holding.token.symbol;
  summary.asset = chain.holding.asset.assetKey;
  summary.holder = chain.holding.identity.name;
  summary.balance = toText(chain.holding.account.balance);
  summary.checkpoint = chain.holding.checkpoint.value;
  summary.origin = wire::nameOf(chain.holding.asset.origin);
  summary.lowestScorePpm = chain.records.empty() ? 0 : 1'000'000;
  for (const auto& record : chain.records)
    summary.lowestScorePpm = std::min(summary.lowestScorePpm, record.score.value);
}

}  // namespace

const Link* Report::failed() const {
  const auto at = std::ranges::find(links, false, &Link::holds);
  return at == links.end() ? nullptr : &*at;
}

Report verify(ByteView bytes, const std::optional<Digest>& trusted) {
  Report report;
  Chain chain;
  const bool whole =
      run(report, chain, "bundle",
          [&](Chain& c) -> Result<std::string> {
            auto bundle = wire::decodeProofBundle(bytes);
            if (!bundle) return propagate(bundle);
            c.bundle = std::move(*bundle);
            return std::to_string(bytes.size()) + " bytes, " + std::to_string(c.bundle.records.size()) +
                   " records";
          }) &&
      run(report, chain, "genesis", checkGenesis) && run(report, chain, "certificate", checkCertificate) &&
      runRecords(report, chain) && run(report, chain, "registration", checkRegistration) &&
      run(report, chain, "issue", checkIssue) && run(report, chain, "holding", checkHoldingStep);
  if (!whole) return report;
  summarize(report, chain);
  report.verdict = trusted && chain.genesis.digest() == *trusted ? Verdict::kValid : Verdict::kUnknownCluster;
  return report;
}

}  // namespace aurigraph::proof
