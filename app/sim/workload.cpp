// What authors want to do: mostly sensible, sometimes wrong on purpose.

#include <algorithm>

#include "app/sim/clients.h"

namespace aurigraph::sim {
namespace {

constexpr std::uint64_t kMostProperties = 6;

std::string keyOf(std::uint64_t property) {
  return "US-06075-" + std::to_string(property);
}
std::string symbolOf(std::uint64_t property) {
  return "P" + std::to_string(property);
}

}  // namespace

std::vector<wire::AnyCommand> Clients::commandsOf(Author& author, const ledger::Ledger& view) {
  const IdentityId id = author.person.id;
  if (id == test::slimNode().id) return slimCommands(view);
  if (id == test::reviewer().id || id == test::reviewer2().id) return reviewerCommands(view);
  if (id == test::issuer().id) return issuerCommands(view);
  if (id == test::administrator2().id || id == test::riskOfficer().id || id == test::custodian().id)
    return wordsOf(id);
  if (id == test::administrator().id || id == test::compliance().id) {
    if (auto words = wordsOf(id); !words.empty()) return words;
    return id == test::compliance().id ? complianceCommands(view) : administratorCommands(view);
  }
  if (id == test::claimIssuer().id) return claimIssuerCommands(view);
  if (id == test::seniorReviewer().id) return overrideCommands(view);
  if (id == test::clusterOperator().id) return operatorCommands(view);
  if (id == test::holder2().id && random_.chance(1, 16)) return keyCommands(author, view);
  for (std::uint32_t token = 1; token <= view.tokenCount(); ++token)
    if (!view.account(id, TokenId(token)) && random_.chance(1, 2))
      return {wire::OpenAccount{id, TokenId(token)}};
  return {};
}

std::vector<wire::AnyCommand> Clients::slimCommands(const ledger::Ledger& view) {
  const Nanoseconds now(std::max(view.time().value, test::kGenesisTime.value + 10 * test::kSecond));
  if (properties_.size() < kMostProperties && random_.chance(1, 3)) {
    const std::uint64_t number = properties_.size() + 1;
    std::vector<wire::AnyCommand> out;
    std::vector<Digest> ids;
    for (const auto kind : {wire::RecordKind::kPropertyTitle, wire::RecordKind::kPropertyValuation}) {
      const std::uint64_t fate = random_.below(8);
      const auto wanted = fate < 5   ? test::Wanted::kAccept
                          : fate < 7 ? test::Wanted::kReview
                                     : test::Wanted::kReject;
      const auto record =
          test::scoredRecord(kind, keyOf(number), now, wanted, static_cast<std::uint8_t>(number));
      ids.push_back(record.record.id());
      out.emplace_back(record.command(static_cast<std::uint8_t>(random_.between(1, 2))));
    }
    std::ranges::sort(ids);
    properties_.emplace_back(number, std::move(ids));
    return out;
  }
  if (random_.chance(1, 2)) return {sayingAgain(now)};
  const std::int64_t from = anchoredUntil_;
  anchoredUntil_ = from + 10;
  return {wire::Anchor{Nanoseconds(from), Nanoseconds(from + 5), 1, test::filled<Digest>(1)}};
}

/// Few objects, few moments and few values by two sources: series grow, and sources repeat, correct and
/// contradict themselves. Sometimes it is as good as another time, sometimes it came a worse way.
wire::AnyCommand Clients::sayingAgain(Nanoseconds now) {
  const auto kind =
      random_.chance(1, 2) ? wire::RecordKind::kPropertyValuation : wire::RecordKind::kCarbonPrice;
  const std::int64_t days =
      kind == wire::RecordKind::kCarbonPrice ? static_cast<std::int64_t>(random_.below(14)) * 86'400 : 0;
  const Nanoseconds moment(test::kGenesisTime.value -
                           (days + static_cast<std::int64_t>(random_.between(1, 6))) * test::kSecond);
  auto said = test::sayingOf(kind, "S" + std::to_string(random_.below(2)), moment, now,
                             static_cast<std::int64_t>(random_.between(100, 103)), random_.below(3),
                             random_.chance(1, 3) ? "test-2" : "test");
  if (random_.chance(1, 8)) said.record.fetch.transport.authenticatedSession = false;
  if (random_.chance(1, 8))
    said.record.fetch.facts = {{"quantity_before", wire::Quantity{Decimal::of(5), "t"}}};
  return said.command();
}

/// Registers and mints as soon as it can, and tries before it may.
std::vector<wire::AnyCommand> Clients::issuerCommands(const ledger::Ledger& view) {
  if (properties_.empty() || !random_.chance(1, 3)) return {};
  const auto& [number, records] = random_.oneOf(properties_);
  const auto asset = view.assetKeyed(keyOf(number));
  if (!asset)
    return {wire::RegisterAsset{wire::AssetTemplate::kProperty,
                                keyOf(number),
                                "Asset " + keyOf(number),
                                records,
                                {{"deed", test::filled<Digest>(0xDD)}}}};
  if (view.tokenNamed(symbolOf(number))) return {};
  wire::IssueToken terms;
  terms.asset = *asset;
  terms.symbol = symbolOf(number);
  terms.name = "Token " + terms.symbol;
  terms.supply = 10'000;
  terms.unitPriceMinor = 50'000;
  terms.currency = "USD";
  if (number % 3 == 0) terms.lockUpSeconds = 1;  // TRACKED: lots
  if (!random_.chance(1, 6)) {
    terms.approvals.until = endOfWords();
    // Compliance may have given its word for a record of it.
    const auto& approver = random_.chance(1, 2) ? test::compliance() : test::treasurer();
    wire::addApproval(terms, world_.options().genesis.digest(), test::issuer().key.publicKey(), approver.key);
  }
  return {terms};
}

std::vector<wire::AnyCommand> Clients::reviewerCommands(const ledger::Ledger& view) {
  const auto open = view.openReviews(16);
  if (open.empty()) return {};
  const Digest& record = open[random_.below(open.size())];
  if (random_.chance(1, 8)) return {wire::ReleaseReview{record}};
  if (random_.chance(1, 3)) return {wire::ClaimReview{record}};
  const auto decision = random_.chance(3, 4) ? wire::ReviewDecision::kApprove : wire::ReviewDecision::kReject;
  return {wire::ClaimReview{record}, wire::DecideReview{record, decision, 1, "looked at"}};
}

std::vector<wire::Transfer> Clients::transfersOf(const Author& author, const ledger::Ledger& view) {
  if (view.tokenCount() == 0) return {};
  const TokenId token(static_cast<std::uint32_t>(random_.between(1, view.tokenCount())));
  const auto own = view.account(author.person.id, token);
  if (!own) return {};
  std::vector<wire::Transfer> out;
  const std::size_t count = random_.chance(1, 5) ? random_.between(20, 60) : random_.between(1, 8);
  while (out.size() < count) {
    const std::size_t chain = random_.chance(1, 5) ? random_.between(2, 4) : 1;
    for (std::size_t link = 0; link < chain; ++link) {
      out.push_back(transferOf({*own}, token, view));
      const bool last = link + 1 == chain && !random_.chance(1, 40);  // seldom a chain without an end
      if (!last) out.back().flags |= wire::kTransferLinked;
    }
  }
  return out;
}

wire::Transfer Clients::transferOf(const std::vector<AccountHandle>& own, TokenId token,
                                   const ledger::Ledger& view) {
  const auto anySlot = [&] {
    return AccountHandle::of(Lane(0), random_.between(1, view.accountCount() + 1)).value;
  };
  wire::Transfer out;
  out.debit = own.front().value;
  out.token = token.value;
  const ledger::AccountRow* row = view.row(own.front());
  const auto rich = row == nullptr ? 0 : static_cast<std::uint64_t>(row->balance - row->held);
  out.amount = random_.chance(1, 12) ? rich + random_.between(1, 1'000) : random_.between(1, rich / 16 + 2);
  out.code = static_cast<std::uint16_t>(random_.below(5));
  std::vector<std::uint64_t> receivers;
  for (const AccountHandle handle : view.accountsOf(token, 0, SIZE_MAX))
    if (handle.value != out.debit) receivers.push_back(handle.value);
  out.credit = receivers.empty() || random_.chance(1, 25) ? anySlot() : random_.oneOf(receivers);
  switch (random_.below(40)) {
    case 0:
      out.debit = anySlot();  // perhaps somebody else's
      break;
    case 1:
      out.token += 1;
      break;
    case 2:
      out.amount = 0;
      break;
    case 3:
      out.flags |= 0x40;
      break;
    default:
      break;
  }
  const std::uint64_t phase = random_.below(10);
  if (phase < 2) out.flags |= wire::kTransferPending;
  if (phase != 2) return out;
  // Slots are given in order, so a guess often meets one; with its own terms it is right, if it is open.
  out.pending = AccountHandle::of(Lane(0), random_.between(1, 60)).value;
  const ledger::PendingRow* pending = view.pending(AccountHandle{out.pending});
  const bool right = pending != nullptr && pending->debit == out.debit;
  if (!right && !random_.chance(1, 8)) {
    out.pending = 0;
    return out;
  }
  out.flags |= random_.chance(1, 2) ? wire::kTransferPost : wire::kTransferVoid;
  if (!right) return out;
  out.credit = pending->credit;
  out.amount = pending->amount;
  out.token = pending->token;
  return out;
}

}  // namespace aurigraph::sim
