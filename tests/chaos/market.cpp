#include <algorithm>
#include <stdexcept>

#include "nodes/client/author.h"
#include "tests/chaos/load.h"
#include "tests/support/ledger_fixture.h"

// The way from records to tokens that everybody holds, before anything is disturbed.

namespace aurigraph::chaos {
namespace {

constexpr U128 kSupply = 1'000'000;
constexpr U128 kShare = 20'000;
constexpr std::int64_t kLockUpSeconds = 2;
constexpr std::uint8_t kSourceKey = 250;

Nanoseconds now() {
  return Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}

/// Until when words of others are good.
Nanoseconds tomorrow() {
  return Nanoseconds(now().value + std::chrono::nanoseconds(std::chrono::hours(24)).count());
}

void mustDo(Sender& sender, const Bytes& batch, std::string_view what) {
  const auto deadline = Clock::now() + kTimeout;
  const auto reply = sender.insist(batch, client::Wait::kCommitted, [&] { return Clock::now() > deadline; });
  if (!reply) throw std::runtime_error("no answer to: " + std::string(what));
  if (!reply->allDone())
    throw std::runtime_error(std::string(what) + ": " + client::asStatus(*reply).error().message);
  sender.done();
}

template <class Operations>
void mustDo(Sender& sender, const Operations& operations, std::string_view what) {
  mustDo(sender, sender.sign(operations), what);
}

template <class T>
T found(Result<T> result, std::string_view what) {
  if (!result) throw std::runtime_error(std::string(what) + ": " + result.error().message);
  return *result;
}

using Commands = std::vector<wire::AnyCommand>;

/// Title and valuation under the test rules, the asset, and its token.
void mint(Sender& source, Sender& issuer, const crypto::SigningKey& compliance, const Digest& genesis,
          AssetId asset, const std::string& symbol, std::int64_t lockUpSeconds) {
  const std::string key = "P-" + symbol;
  Commands submissions;
  std::vector<Digest> ids;
  for (const auto kind : {wire::RecordKind::kPropertyTitle, wire::RecordKind::kPropertyValuation}) {
    const auto record = test::scoredRecord(kind, key, now());
    submissions.emplace_back(record.command());
    ids.push_back(record.record.id());
  }
  mustDo(source, submissions, "submit-record");
  std::ranges::sort(ids);
  mustDo(issuer,
         Commands{wire::RegisterAsset{wire::AssetTemplate::kProperty, key, "House", std::move(ids), {}}},
         "register-asset");
  wire::IssueToken terms;
  terms.asset = asset;
  terms.symbol = symbol;
  terms.name = "Token " + symbol;
  terms.supply = kSupply;
  terms.lockUpSeconds = lockUpSeconds;
  terms.approvals.until = tomorrow();
  addApproval(terms, genesis, issuer.key().publicKey(), compliance);
  mustDo(issuer, Commands{terms}, "issue-token");
}

}  // namespace

Payees prepareMarket(const Fleet& fleet, Recorder& recorder, const std::vector<crypto::SigningKey>& clients) {
  const Digest genesis = fleet.folder().digest;
  Sender administrator("administrator", fleet.person("administrator"), fleet, recorder, 0);
  Sender issuer("issuer", fleet.person("issuer"), fleet, recorder, 0);
  // Records come from a slim node's identity, not from who issues on them.
  const crypto::SigningKey sourceKey = test::keyNumber(kSourceKey);
  Sender source("source", sourceKey, fleet, recorder, 0);
  const auto api = fleet.client(fleet.plan().gatewayPort(), kTimeout);
  const auto waitKnown = [&](auto ask, std::string_view what) {
    // The gateway asked may be a block behind the one that answered.
    eventually([&] { return ask().has_value(); });
    return found(ask(), what);
  };

  Commands registrations = {wire::RegisterIdentity{"source", sourceKey.publicKey(), 0}};
  for (std::size_t at = 0; at < clients.size(); ++at)
    registrations.emplace_back(wire::RegisterIdentity{"client-" + std::to_string(at + 1),
                                                      clients[at].publicKey(), maskOf(wire::Role::kHolder)});
  mustDo(administrator, registrations, "register-identity");
  wire::GrantRoles grant{sourceKey.publicKey(), maskOf(wire::Role::kSlimNode), {}, {}};
  grant.approvals.until = tomorrow();
  addApproval(grant, genesis, administrator.key().publicKey(), fleet.person("administrator-2"));
  mustDo(administrator, Commands{grant}, "grant-roles");

  Payees out;
  struct Offer {
    std::string symbol;
    std::int64_t lockUpSeconds;
  };
  for (const Offer& offer : {Offer{"FREE", 0}, Offer{"LOCKED", kLockUpSeconds}}) {
    mint(source, issuer, fleet.person("compliance"), genesis, AssetId(out.tokens.size() + 1), offer.symbol,
         offer.lockUpSeconds);
    const TokenId token = waitKnown([&] { return api->tokenId(offer.symbol); }, "token");
    const IdentityId self = waitKnown([&] { return api->identityOf(issuer.key().publicKey()); }, "issuer");
    const auto own = waitKnown([&] { return api->account(self, token); }, "issuer's account");
    Commands accounts;
    std::vector<IdentityId> identities;
    for (const auto& client : clients) {
      identities.push_back(waitKnown([&] { return api->identityOf(client.publicKey()); }, "client"));
      accounts.emplace_back(wire::OpenAccount{identities.back(), token});
    }
    mustDo(issuer, accounts, "open-account");
    std::vector<wire::Transfer> shares;
    for (const IdentityId identity : identities) {
      const auto handle = waitKnown([&] { return api->account(identity, token); }, "account");
      out.accounts[token].push_back(handle);
      wire::Transfer share;
      share.debit = own.value;
      share.credit = handle.value;
      share.amount = kShare;
      share.token = token.value;
      shares.push_back(share);
    }
    mustDo(issuer, shares, "transfer");
    out.tokens.push_back(token);
  }
  return out;
}

}  // namespace aurigraph::chaos
