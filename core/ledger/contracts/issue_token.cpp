#include <algorithm>
#include <array>

#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

using wire::RecordKind;

constexpr U128 kMaxSupply = (U128{1} << 96U) - 1;
constexpr std::int64_t kMaxLockUpSeconds = 100LL * 366 * 24 * 3600;

// ---- the terms themselves ----

bool isSymbol(const std::string& symbol) {
  return !symbol.empty() && std::ranges::all_of(symbol, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool isPrice(const wire::IssueToken& terms) {
  if (terms.unitPriceMinor == 0) return terms.currency.empty();
  return terms.currency.size() == wire::kCurrencyBytes &&
         std::ranges::all_of(terms.currency, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool temperaturesFit(const wire::IssueToken& terms, wire::AssetTemplate assetTemplate) {
  if (assetTemplate == wire::AssetTemplate::kBatch) return terms.minMilliCelsius < terms.maxMilliCelsius;
  return terms.minMilliCelsius == 0 && terms.maxMilliCelsius == 0;
}

bool termsAreSound(const wire::IssueToken& terms, wire::AssetTemplate assetTemplate) {
  const bool carbon = assetTemplate == wire::AssetTemplate::kCarbon;
  return isSymbol(terms.symbol) && isName(terms.name) && isPrice(terms) &&
         terms.decimals <= (carbon ? 0 : wire::kMaxTokenDecimals) && terms.supply > 0 &&
         terms.supply <= kMaxSupply && terms.lockUpSeconds >= 0 && terms.lockUpSeconds <= kMaxLockUpSeconds &&
         temperaturesFit(terms, assetTemplate) && carbon == !terms.serials.empty();
}

// ---- the mint gate (RECORDS, "After the score") ----

/// Kinds of which any one will do.
using Need = std::vector<RecordKind>;

std::vector<Need> needsOf(wire::AssetTemplate assetTemplate) {
  switch (assetTemplate) {
    case wire::AssetTemplate::kProperty:
      return {{RecordKind::kPropertyTitle}, {RecordKind::kPropertyValuation}};
    case wire::AssetTemplate::kCarbon:
      return {{RecordKind::kCarbonProject}, {RecordKind::kCarbonBlock}, {RecordKind::kCarbonPrice}};
    case wire::AssetTemplate::kBatch:
      // A sensor record is an event with sensor reports (docs/decisions/028).
      return {{RecordKind::kSupplyEvent, RecordKind::kSupplySensor, RecordKind::kSupplyHandover},
              {RecordKind::kSupplySensor}};
  }
  AG_ASSERT(false);
}

enum class Fitness : std::uint8_t { kMissing, kNotUsable, kStale, kFit };

/// How well a record may carry a mint now.
Fitness fitnessOf(const State& state, const RecordRow& record, Nanoseconds time) {
  if (!isUsable(record, time)) return Fitness::kNotUsable;
  const quality::KindProfile* profile = state.rules.profile(record.kind);
  const std::int64_t usableFor = profile == nullptr ? 0 : profile->usableFor.value;
  return ageOf(record.scoredAt, time) <= usableFor ? Fitness::kFit : Fitness::kStale;
}

/// Nobody vouches for their own asset (R-TRUST-1), with whichever of their keys.
void checkSubmitters(const State& state, const AssetRow& asset, Plan& out) {
  for (std::size_t at = 0; at < asset.recordIds.size(); ++at) {
    const RecordRow& record = *state.record(asset.recordIds[at]);
    out.refuseIf(record.submitter == asset.issuer, ReasonCode::kRecordSubmitterIsIssuer, at);
    out.refuseIf(hasDecided(record, asset.issuer), ReasonCode::kRecordReviewerIsIssuer, at);
  }
}

/// Nor does anybody approve an issue on what he himself brought or decided.
std::vector<IdentityId> witnessesOf(const State& state, const AssetRow* asset) {
  std::vector<IdentityId> out;
  if (asset == nullptr) return out;
  for (const Digest& id : asset->recordIds) {
    const RecordRow& record = *state.record(id);
    out.push_back(record.submitter);
    out.push_back(record.reviewer);
    out.insert(out.end(), record.endorsers.begin(), record.endorsers.end());
  }
  return out;
}

void checkGate(const State& state, const Call& call, const AssetRow& asset, Plan& out) {
  for (const Need& need : needsOf(asset.assetTemplate)) {
    Fitness best = Fitness::kMissing;
    for (const Digest& id : asset.recordIds) {
      const RecordRow& record = *state.record(id);
      if (std::ranges::find(need, record.kind) != need.end())
        best = std::max(best, fitnessOf(state, record, call.moment.time));
    }
    const auto kind = static_cast<std::uint64_t>(need.front());
    out.refuseIf(best == Fitness::kMissing, ReasonCode::kMintGate, kind);
    out.refuseIf(best == Fitness::kNotUsable, ReasonCode::kRecordNotUsable, kind);
    out.refuseIf(best == Fitness::kStale, ReasonCode::kDataStale, kind);
  }
}

// ---- carbon serials ----

bool covers(const wire::SerialRange& block, const wire::SerialRange& range) {
  return block.registry == range.registry && block.series == range.series && block.first <= range.first &&
         range.last <= block.last;
}

/// Some block record of the asset issued all of the range, for a project whose record is there too.
bool isProven(const State& state, const Call& call, const AssetRow& asset, const wire::SerialRange& range) {
  const auto anyFit = [&](auto wanted) {
    return std::ranges::any_of(asset.recordIds, [&](const Digest& id) {
      const RecordRow& record = *state.record(id);
      return wanted(record) && fitnessOf(state, record, call.moment.time) == Fitness::kFit;
    });
  };
  return anyFit([&](const RecordRow& block) {
    return block.serials && covers(*block.serials, range) && !block.project.empty() &&
           anyFit([&](const RecordRow& project) {
             return project.kind == RecordKind::kCarbonProject && project.project == block.project;
           });
  });
}

void checkSerials(const State& state, const Call& call, const AssetRow& asset, const wire::IssueToken& terms,
                  Plan& out) {
  U128 count = 0;
  for (std::size_t at = 0; at < terms.serials.size(); ++at) {
    const wire::SerialRange& range = terms.serials[at];
    count += static_cast<U128>(range.last) - range.first + 1;
    out.refuseIf(state.of<TokenRow>().indexes().serials.overlaps(range), ReasonCode::kSerialOverlap, at);
    out.refuseIf(!isProven(state, call, asset, range), ReasonCode::kSerialUnproven, at);
  }
  out.refuseIf(!terms.serials.empty() && count != terms.supply, ReasonCode::kSerialCount);
}

// ---- the issue ----

TokenRow rowOf(const Call& call, const wire::IssueToken& terms, const AssetRow& asset) {
  TokenRow row;
  row.symbol = terms.symbol;
  row.name = terms.name;
  row.asset = terms.asset;
  row.issuer = call.caller.id;
  row.kind = asset.assetTemplate;
  row.origin = asset.origin;
  row.decimals = terms.decimals;
  row.minted = terms.supply;
  row.unitPriceMinor = terms.unitPriceMinor;
  row.currency = terms.currency;
  row.lockUpSeconds = terms.lockUpSeconds;
  row.serials = terms.serials;
  row.minMilliCelsius = terms.minMilliCelsius;
  row.maxMilliCelsius = terms.maxMilliCelsius;
  for (const wire::Approval& approval : terms.approvals.given) row.approvers.push_back(approval.approver);
  row.issueBatch = call.moment.batch;
  row.issueIndex = call.moment.index;
  row.issuedAt = call.moment.height;
  return row;
}

/// All of it to the issuer's own account.
void issue(const State& state, const TokenRow& row, Plan& out) {
  AssetRow asset = state.of<AssetRow>().get(row.asset.value);
  const TokenId id(static_cast<std::uint32_t>(out.add(state, row)));
  asset.status = AssetStatus::kTokenized;
  asset.token = id;
  out.put(row.asset.value, std::move(asset));
  out.tell(wire::TokenIssued{id, row.symbol, row.name, row.asset, row.issuer, row.origin, row.decimals,
                             row.minted});
  const std::uint64_t account = openAccount(state, row.issuer, id, row.tracked(), out);
  out.move(value::Mint{account, row.minted});
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::IssueToken& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kIssueToken),
               ReasonCode::kPermissionMissing);
  out.refuseIf(state.of<TokenRow>().indexes().bySymbol.contains(command.symbol), ReasonCode::kSymbolTaken);
  out.refuseIf(state.of<AccountRow>().size() > state.limits.maxAccounts, ReasonCode::kAccountLimit);
  out.refuseIf(state.of<TokenRow>().size() > state.limits.maxRows, ReasonCode::kStateFull);
  const AssetRow* asset = state.of<AssetRow>().find(command.asset.value);
  if (asset == nullptr) {
    out.refuse(ReasonCode::kUnknownAsset);
  } else {
    out.refuseIf(asset->issuer != call.caller.id, ReasonCode::kNotYourAsset);
    out.refuseIf(asset->token != TokenId(0), ReasonCode::kAlreadyIssued);
    out.refuseIf(!termsAreSound(command, asset->assetTemplate), ReasonCode::kMandatoryFieldBad);
    checkSubmitters(state, *asset, out);
    checkGate(state, call, *asset, out);
    checkSerials(state, call, *asset, command, out);
  }
  checkApprovals(state, call, command,
                 {.groups = {wire::Permission::kApproveIssue},
                  .parties = witnessesOf(state, asset),
                  .fromOutside = true},
                 out);
  if (out.accepted()) issue(state, rowOf(call, command, *asset), out);
  return out;
}

}  // namespace aurigraph::ledger
