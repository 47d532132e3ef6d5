#include "app/training/traffic.h"

#include <array>
#include <chrono>
#include <thread>
#include <vector>

#include "app/training/person.h"
#include "nodes/client/author.h"

namespace aurigraph::training {
namespace {

constexpr std::chrono::milliseconds kBetween{200};
constexpr std::chrono::milliseconds kAfterFailure{1'000};
constexpr std::chrono::milliseconds kLook{20};
// Transfers of a batch, one after another: a wave of about twenty seconds at five batches a second.
constexpr std::array<std::uint64_t, 20> kWave = {4,  5,  6,  8,  10, 13, 16, 18, 20, 21,
                                                 21, 20, 18, 15, 12, 10, 8,  6,  5,  4};
constexpr std::size_t kBatchesPerStep = 5;

/// False: told to stop meanwhile.
bool rest(std::chrono::milliseconds time, const std::stop_token& stop) {
  for (const auto until = std::chrono::steady_clock::now() + time; std::chrono::steady_clock::now() < until;
       std::this_thread::sleep_for(kLook))
    if (stop.stop_requested()) return false;
  return !stop.stop_requested();
}

struct Trader {
  std::unique_ptr<client::ApiClient> api;
  std::unique_ptr<client::Author> author;
  IdentityId identity;
  AccountHandle account;
};

Result<Trader> trader(embedded::EmbeddedCluster& cluster, std::string_view name, TokenId token) {
  const auto key = cluster.key(name);
  if (!key) return propagate(key);
  auto api = client::ApiClient::create(cluster.gateway());
  if (!api) return propagate(api);
  Trader out;
  out.api = std::move(*api);
  out.author = std::make_unique<client::Author>(*out.api, *key, cluster.genesis());
  const auto identity = out.api->identityOf(key->publicKey());
  if (!identity) return propagate(identity);
  out.identity = *identity;
  auto account = out.api->account(*identity, token);
  if (!account) {
    const auto opened = out.author->send(wire::OpenAccount{*identity, token}, client::Wait::kFinal);
    if (!opened) return propagate(opened);
    account = out.api->account(*identity, token);
  }
  if (!account) return propagate(account);
  out.account = *account;
  return out;
}

Status trade(embedded::EmbeddedCluster& cluster, std::string_view symbol, const std::stop_token& stop) {
  auto asker = client::ApiClient::create(cluster.gateway());
  if (!asker) return propagate(asker);
  const auto token = (*asker)->tokenId(symbol);
  if (!token) return propagate(token);
  // The treasurer bought some (fill.h); the holder gets what it gives back.
  auto giver = trader(cluster, "treasurer", *token);
  if (!giver) return propagate(giver);
  auto taker = trader(cluster, "holder", *token);
  if (!taker) return propagate(taker);
  for (std::size_t turn = 0; rest(kBetween, stop); ++turn) {
    const bool back = turn % 2 != 0;
    const Trader& from = back ? *taker : *giver;
    const Trader& to = back ? *giver : *taker;
    // Both ways of a pair are of the same size.
    const std::size_t count = kWave[turn / 2 * 2 / kBatchesPerStep % kWave.size()];
    wire::Transfer one;
    one.debit = from.account.value;
    one.credit = to.account.value;
    one.amount = 1;
    one.token = token->value;
    const std::vector<wire::Transfer> batch(count, one);
    const auto sent = from.author->send(std::span<const wire::Transfer>(batch), client::Wait::kFinal);
    if (!sent) return propagate(sent);
  }
  return {};
}

}  // namespace

void keepTrading(embedded::EmbeddedCluster& cluster, std::string_view symbol, const std::stop_token& stop) {
  // A leader that crashes in an exercise is no reason to stop for good.
  while (!stop.stop_requested()) {
    (void)trade(cluster, symbol, stop);
    if (!rest(kAfterFailure, stop)) return;
  }
}

}  // namespace aurigraph::training
