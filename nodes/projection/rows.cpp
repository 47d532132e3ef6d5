#include "nodes/projection/rows.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <map>

#include "core/base/assert.h"
#include "core/base/decimal.h"

namespace aurigraph::projection {

namespace {

constexpr std::int32_t kAcceptPpm = 800'000;  // R-QA-3
constexpr std::int32_t kReviewPpm = 600'000;

quality::Band bandOf(Ppm score) {
  if (score.value >= kAcceptPpm) return quality::Band::kAccept;
  return score.value >= kReviewPpm ? quality::Band::kReview : quality::Band::kReject;
}

ledger::Decision firstDecision(quality::Band band) {
  switch (band) {
    case quality::Band::kAccept:
      return ledger::Decision::kAuto;
    case quality::Band::kReview:
      return ledger::Decision::kWaiting;
    case quality::Band::kReject:
      return ledger::Decision::kRejected;
  }
  return ledger::Decision::kRejected;
}

class Extraction {
 public:
  Extraction(const wire::Block& block, Counts counts,
             const std::function<IdentityId(const PublicKey&)>& identityOf)
      : block_(block), counts_(counts), identityOf_(identityOf) {}

  BlockRows run(std::span<const wire::BatchResult> results) {
    AG_ASSERT(results.size() == block_.batchCount());
    const auto& header = block_.header();
    rows_.block = {.height = header.height,
                   .hash = block_.hash(),
                   .time = header.time,
                   .term = header.term,
                   .batches = static_cast<std::uint32_t>(block_.batchCount()),
                   .operations = 0,
                   .failed = 0};
    for (std::size_t i = 0; i < results.size(); ++i) batch(i, results[i]);
    event("block", {{"height", header.height.value},
                    {"hash", toHex(block_.hash().view())},
                    {"time", std::to_string(header.time.value)},
                    {"batches", rows_.block.batches},
                    {"operations", rows_.block.operations},
                    {"failed", rows_.block.failed}});
    return std::move(rows_);
  }

 private:
  void batch(std::size_t position, const wire::BatchResult& result) {
    const auto& header = block_.batch(position);
    rows_.block.operations += header.count;
    rows_.block.failed += result.batchCode != 0 ? header.count : result.failures.size();
    rows_.batches.push_back({.digest = header.digest(),
                             .height = block_.header().height,
                             .position = static_cast<std::uint32_t>(position),
                             .author = header.author,
                             .session = header.session,
                             .request = header.request,
                             .kind = header.kind,
                             .result = result});
    if (result.batchCode != 0 || header.kind != wire::BatchKind::kCommands) return;
    const auto commands = wire::splitCommands(header.count, block_.batchBody(position));
    if (!commands) return;
    author_ = identify(header.author);
    for (std::uint32_t index = 0; index < commands->size(); ++index) {
      if (result.codeOf(index) != 0) continue;
      const auto command = wire::decodeCommand((*commands)[index].kind, (*commands)[index].payload);
      if (command) std::visit([this](const auto& each) { done(each); }, *command);
    }
  }

  void done(const wire::RegisterIdentity& command) {
    const IdentityId id(++counts_.identities);
    fresh_[command.key] = id;
    rows_.identities.push_back({id, command.name, command.key, command.roles, height()});
    event("identity", {{"id", id.value}, {"name", command.name}});
  }

  void done(const wire::OpenAccount& command) {
    rows_.accounts.push_back({command.identity, command.token, height()});
  }

  void done(const wire::SubmitRecord& command) {
    const auto record = wire::decodeRecord(command.record);
    if (!record) return;
    const auto band = bandOf(command.claimedScore);
    const auto decision = firstDecision(band);
    const auto id = record->id();
    rows_.records.push_back({.sequence = ++counts_.records,
                             .id = id,
                             .category = record->category,
                             .kind = record->kind,
                             .origin = record->origin,
                             .assetKey = record->assetKey,
                             .sourceId = record->sourceId,
                             .score = command.claimedScore,
                             .band = band,
                             .decision = decision,
                             .submitter = author_,
                             .admittedAt = block_.header().time,
                             .height = height()});
    event("record", {{"id", toHex(id.view())},
                     {"category", wire::nameOf(record->category)},
                     {"kind", wire::nameOf(record->kind)},
                     {"origin", wire::nameOf(record->origin)},
                     {"asset_key", record->assetKey},
                     {"source", record->sourceId},
                     {"score_ppm", command.claimedScore.value},
                     {"band", ledger::nameOf(band)},
                     {"decision", ledger::nameOf(decision)}});
  }

  void done(const wire::ClaimReview& command) {
    event("review",
          {{"record", toHex(command.recordId.view())}, {"action", "claimed"}, {"reviewer", author_.value}});
  }

  void done(const wire::DecideReview& command) {
    rows_.reviews.push_back(
        {command.recordId, author_, command.decision, command.reasonCode, block_.header().time});
    const bool approved = command.decision == wire::ReviewDecision::kApprove;
    event("review", {{"record", toHex(command.recordId.view())},
                     {"action", approved ? "approved" : "rejected"},
                     {"reviewer", author_.value},
                     {"reason_code", command.reasonCode}});
  }

  void done(const wire::ReleaseReview& command) {
    event("review",
          {{"record", toHex(command.recordId.view())}, {"action", "released"}, {"reviewer", author_.value}});
  }

  void done(const wire::RegisterAsset& command) {
    const AssetId id(++counts_.assets);
    rows_.assets.push_back({.id = id,
                            .assetKey = command.assetKey,
                            .name = command.name,
                            .assetTemplate = command.assetTemplate,
                            .issuer = author_,
                            .token = TokenId(),
                            .registeredAt = height(),
                            .records = command.recordIds});
    event("asset", {{"id", id.value}, {"asset_key", command.assetKey}, {"name", command.name}});
  }

  void done(const wire::IssueToken& command) {
    const TokenId id(++counts_.tokens);
    rows_.tokens.push_back({.id = id,
                            .symbol = command.symbol,
                            .name = command.name,
                            .asset = command.asset,
                            .issuer = author_,
                            .decimals = command.decimals,
                            .supply = command.supply,
                            .issuedAt = height()});
    rows_.accounts.push_back({author_, id, height()});
    event("token", {{"id", id.value},
                    {"symbol", command.symbol},
                    {"asset", command.asset.value},
                    {"supply", toText(command.supply)}});
  }

  void done(const wire::Anchor&) {}

  [[nodiscard]] Height height() const { return block_.header().height; }

  IdentityId identify(const PublicKey& key) {
    const auto found = fresh_.find(key);
    return found == fresh_.end() ? identityOf_(key) : found->second;
  }

  void event(std::string topic, const boost::json::object& data) {
    rows_.events.push_back({.height = height(),
                            .index = static_cast<std::uint32_t>(rows_.events.size()),
                            .topic = std::move(topic),
                            .data = boost::json::serialize(data)});
  }

  const wire::Block& block_;
  Counts counts_;
  const std::function<IdentityId(const PublicKey&)>& identityOf_;
  std::map<PublicKey, IdentityId> fresh_;
  IdentityId author_;
  BlockRows rows_;
};

}  // namespace

BlockRows rowsOf(const wire::Block& block, std::span<const wire::BatchResult> results, Counts counts,
                 const std::function<IdentityId(const PublicKey&)>& identityOf) {
  return Extraction(block, counts, identityOf).run(results);
}

}  // namespace aurigraph::projection
