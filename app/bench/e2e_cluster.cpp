#include "app/bench/e2e_cluster.h"

#include <algorithm>
#include <chrono>
#include <future>

#include "app/bench/property_records.h"
#include "core/ledger/ledger.h"
#include "core/quality/rule_set.h"
#include "nodes/client/author.h"
#include "nodes/files/files.h"
#include "nodes/telemetry/log.h"

namespace aurigraph::bench {
namespace {

using wire::RecordKind;

constexpr std::chrono::milliseconds kReadyTimeout{20'000};
constexpr std::chrono::seconds kLookTimeout{10};
// What each payer gets of each token: more than any run moves.
constexpr std::uint64_t kFunds = std::uint64_t{1} << 50;

Nanoseconds now() {
  return Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}
/// Until when words of others are good.
Nanoseconds tomorrow() {
  return Nanoseconds(now().value + std::chrono::nanoseconds(std::chrono::hours(24)).count());
}

// Behind every payer's.
constexpr std::size_t kSourceNumber = SIZE_MAX;

crypto::SigningKey payerKey(std::size_t number) {
  crypto::Seed seed;
  seed.bytes.fill(0xBE);
  std::memcpy(seed.bytes.data(), &number, sizeof(number));
  return crypto::SigningKey::fromSeed(seed);
}

Status done(const Result<client::BatchReply>& reply) {
  if (!reply) return propagate(reply);
  return client::asStatus(*reply);
}

/// Sends all commands in as few batches as they fit into.
Status sendAll(client::Author& author, const std::vector<wire::AnyCommand>& commands) {
  for (std::size_t at = 0; at < commands.size(); at += limits::kMaxCommandsPerBatch) {
    const auto part =
        std::span(commands).subspan(at, std::min(limits::kMaxCommandsPerBatch, commands.size() - at));
    if (auto status = done(author.send(part, client::Wait::kCommitted)); !status) return status;
  }
  return {};
}

Result<TokenId> issue(client::ApiClient& api, client::Author& source, client::Author& issuer,
                      const PublicKey& issuerKey, const crypto::SigningKey& compliance, const Digest& genesis,
                      std::size_t number, std::uint64_t supply) {
  const std::string key = "US-BENCH-" + std::to_string(number);
  const auto seed = static_cast<std::uint8_t>(number + 1);
  std::vector<Digest> ids;
  std::vector<wire::AnyCommand> records;
  for (const auto kind : {RecordKind::kPropertyTitle, RecordKind::kPropertyValuation}) {
    const wire::Record record = propertyRecord(kind, key, seed, now());
    ids.push_back(record.id());
    records.emplace_back(wire::SubmitRecord{wire::encode(record), 1});
  }
  std::ranges::sort(ids);
  if (auto status = sendAll(source, records); !status) return propagate(status);
  Digest deed;
  deed.bytes.fill(seed);
  const wire::AnyCommand asset =
      wire::RegisterAsset{wire::AssetTemplate::kProperty, key, "House " + key, ids, {{"deed", deed}}};
  if (auto status = done(issuer.send(asset, client::Wait::kCommitted)); !status) return propagate(status);
  const auto found = api.get("/query/assets?key=" + key);
  if (!found) return propagate(found);
  wire::IssueToken terms;
  terms.asset = AssetId(found->at("items").at(0).at("id").to_number<std::uint64_t>());
  terms.symbol = "BENCH-" + std::to_string(number);
  terms.name = "Bench " + std::to_string(number);
  terms.supply = supply;
  terms.unitPriceMinor = 100;
  terms.currency = "USD";
  terms.approvals.until = tomorrow();
  wire::addApproval(terms, genesis, issuerKey, compliance);
  if (auto status = done(issuer.send(wire::AnyCommand(terms), client::Wait::kCommitted)); !status)
    return propagate(status);
  return api.tokenId(terms.symbol);
}

}  // namespace

client::ClientOptions E2eCluster::gateway() const {
  client::ClientOptions options;
  options.port = cluster_->plan().gatewayPort();
  options.trustedPem = trusted_;
  return options;
}

NodeId E2eCluster::businessNode() const {
  const auto& nodes = cluster_->plan().nodes;
  return std::ranges::find(nodes, wire::NodeKind::kBusiness, &cluster::PlannedNode::kind)->node;
}

Result<std::unique_ptr<E2eCluster>> E2eCluster::start(const std::filesystem::path& folder,
                                                      const E2eShape& shape,
                                                      const std::function<void(const std::string&)>& say) {
  cluster::ClusterConfig config;
  config.name = "bench";
  config.folder = folder / "cluster";
  config.validators = 3;
  config.business = shape.business;
  config.slim = shape.slim;
  config.providers = shape.slim != 0;
  cluster::ClusterOptions how;
  const auto logs = folder / "logs";
  std::error_code ignored;
  std::filesystem::create_directories(logs, ignored);
  how.logger = [logs](const std::string& name) {
    return telemetry::makeLogger({.node = name, .level = "info", .file = logs / (name + ".log")});
  };
  how.ruleSets = {quality::encode(propertyRules())};
  how.sources = {propertySource()};
  how.crashable = false;
  say("starting 3 validators, " + std::to_string(shape.business) + " business" +
      (shape.slim == 0 ? "" : ", " + std::to_string(shape.slim) + " slim"));
  auto running = cluster::Cluster::start(config, std::move(how));
  if (!running) return propagate(running);
  std::unique_ptr<E2eCluster> out(new E2eCluster());
  out->cluster_ = std::move(*running);
  if (auto ready = out->cluster_->waitReady(kReadyTimeout); !ready) return propagate(ready);
  auto trusted = files::readFile(out->cluster_->folder().layout.authority());
  if (!trusted) return propagate(trusted);
  out->trusted_ = std::move(*trusted);
  if (auto populated = out->populate(shape, say); !populated) return propagate(populated);
  return out;
}

Status E2eCluster::populate(const E2eShape& shape, const std::function<void(const std::string&)>& say) {
  say("registering " + std::to_string(shape.payers) + " identities, issuing " + std::to_string(shape.tokens) +
      " tokens");
  const auto& layout = cluster_->folder().layout;
  const auto administrator = cluster::openPerson(layout, "administrator");
  const auto second = cluster::openPerson(layout, "administrator-2");
  const auto issuerKey = cluster::openPerson(layout, "issuer");
  const auto compliance = cluster::openPerson(layout, "compliance");
  for (const auto* key : {&administrator, &second, &issuerKey, &compliance})
    if (!*key) return propagate(*key);
  auto made = client::ApiClient::create(gateway());
  if (!made) return propagate(made);
  client::ApiClient& api = **made;
  client::Author registrar(api, *administrator, genesis());
  client::Author issuer(api, *issuerKey, genesis());
  // Records come from a slim node's identity, not from who issues on them; a bench may run without slim
  // nodes.
  const crypto::SigningKey sourceKey = payerKey(kSourceNumber);
  client::Author source(api, sourceKey, genesis());

  std::vector<wire::AnyCommand> commands = {wire::RegisterIdentity{"source", sourceKey.publicKey(), 0}};
  for (std::size_t number = 0; number < shape.payers; ++number) {
    payers_.push_back({payerKey(number), {}, {}});
    commands.emplace_back(wire::RegisterIdentity{"payer-" + std::to_string(number),
                                                 payers_.back().key.publicKey(),
                                                 wire::maskOf(wire::Role::kHolder)});
  }
  if (auto status = sendAll(registrar, commands); !status) return status;
  wire::GrantRoles grant{sourceKey.publicKey(), wire::maskOf(wire::Role::kSlimNode), {}, {}};
  grant.approvals.until = tomorrow();
  wire::addApproval(grant, genesis(), administrator->publicKey(), *second);
  if (auto status = sendAll(registrar, {grant}); !status) return status;
  for (std::size_t number = 0; number < shape.tokens; ++number) {
    const auto token = issue(api, source, issuer, issuerKey->publicKey(), *compliance, genesis(), number,
                             kFunds * shape.payers);
    if (!token) return propagate(token);
    tokens_.push_back(*token);
  }

  // Numbers and handles from the ledger beside us: nobody asks the API ten thousand questions.
  using Issuers = std::vector<AccountHandle>;
  const auto look = [&](const std::function<void(const ledger::Ledger&)>& read) -> Status {
    auto finished = std::make_shared<std::promise<void>>();
    auto waiting = finished->get_future();
    cluster_->business(businessNode())->withLedger([&read, finished](const ledger::Ledger& ledger) {
      read(ledger);
      finished->set_value();
    });
    if (waiting.wait_for(kLookTimeout) == std::future_status::ready) return {};
    return fail("bench.no_answer", "The business node's ledger did not answer.", "See the logs.");
  };
  if (auto seen = look([&](const ledger::Ledger& ledger) {
        for (Payer& payer : payers_) payer.identity = *ledger.identityOf(payer.key.publicKey());
      });
      !seen)
    return seen;
  say("opening and funding " + std::to_string(shape.payers * shape.tokens) + " accounts");
  commands.clear();
  for (const Payer& payer : payers_)
    for (const TokenId token : tokens_) commands.emplace_back(wire::OpenAccount{payer.identity, token});
  if (auto status = sendAll(issuer, commands); !status) return status;
  Issuers issuers;
  if (auto seen = look([&](const ledger::Ledger& ledger) {
        for (Payer& payer : payers_)
          for (const TokenId token : tokens_)
            payer.accounts.push_back(*ledger.account(payer.identity, token));
        const IdentityId who = *ledger.identityOf(issuerKey->publicKey());
        for (const TokenId token : tokens_) issuers.push_back(*ledger.account(who, token));
      });
      !seen)
    return seen;
  for (std::size_t token = 0; token < tokens_.size(); ++token) {
    std::vector<wire::Transfer> funds;
    for (const Payer& payer : payers_) {
      wire::Transfer transfer;
      transfer.debit = issuers[token].value;
      transfer.credit = payer.accounts[token].value;
      transfer.amount = kFunds;
      transfer.token = tokens_[token].value;
      funds.push_back(transfer);
    }
    if (auto status = done(issuer.send(funds, client::Wait::kFinal)); !status) return status;
  }
  return {};
}

Result<E2eCluster::Books> E2eCluster::books() {
  auto found = std::make_shared<std::promise<Books>>();
  auto waiting = found->get_future();
  std::vector<std::vector<AccountHandle>> accounts;
  for (const Payer& payer : payers_) accounts.push_back(payer.accounts);
  const I128 funds = static_cast<I128>(kFunds) * static_cast<I128>(tokens_.size());
  cluster_->business(businessNode())->withLedger([found, accounts, funds](const ledger::Ledger& ledger) {
    Books books;
    books.funds = funds;
    books.height = ledger.height();
    books.conserved = ledger.conserved();
    for (const auto& own : accounts) {
      U128 sum = 0;
      for (const AccountHandle handle : own) sum += ledger.row(handle)->balance;
      books.balances.push_back(sum);
    }
    found->set_value(std::move(books));
  });
  if (waiting.wait_for(kLookTimeout) != std::future_status::ready)
    return fail("bench.no_answer", "The business node's ledger did not answer.", "See the logs.");
  return waiting.get();
}

}  // namespace aurigraph::bench
