#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/crypto/ed25519.h"
#include "core/wire/genesis.h"
#include "nodes/client/client.h"
#include "nodes/cluster/cluster.h"

namespace aurigraph::bench {

/// Somebody who signs transfers of its own.
struct Payer {
  crypto::SigningKey key;
  IdentityId identity;
  std::vector<AccountHandle> accounts;  ///< One per token.
};

struct E2eShape {
  std::size_t business = 1;
  std::size_t slim = 0;
  std::size_t payers = 1'000;
  std::size_t tokens = 100;  ///< Each payer has an account in each: payers × tokens hot rows.
};

/// A whole cluster in this process with payers who hold tokens: identities registered, a property asset per
/// token submitted, scored, registered and issued, accounts opened and funded, all by signed operations over
/// the public API. Nodes have links, disks and certificates of their own, as always.
class E2eCluster {
 public:
  static Result<std::unique_ptr<E2eCluster>> start(const std::filesystem::path& folder, const E2eShape& shape,
                                                   const std::function<void(const std::string&)>& say);

  [[nodiscard]] cluster::Cluster& cluster() { return *cluster_; }
  [[nodiscard]] const Digest& genesis() const { return cluster_->folder().digest; }
  [[nodiscard]] client::ClientOptions gateway() const;
  [[nodiscard]] const std::vector<Payer>& payers() const { return payers_; }
  [[nodiscard]] const std::vector<TokenId>& tokens() const { return tokens_; }
  [[nodiscard]] std::size_t accounts() const { return payers_.size() * tokens_.size(); }

  /// What the business node's ledger says now.
  struct Books {
    Height height;
    bool conserved = false;      ///< For every token the balances' sum is what was minted.
    I128 funds = 0;              ///< What each payer was given.
    std::vector<U128> balances;  ///< What each payer has, over all tokens.
  };
  Result<Books> books();

 private:
  E2eCluster() = default;
  Status populate(const E2eShape& shape, const std::function<void(const std::string&)>& say);
  [[nodiscard]] NodeId businessNode() const;

  std::unique_ptr<cluster::Cluster> cluster_;
  std::string trusted_;
  std::vector<Payer> payers_;
  std::vector<TokenId> tokens_;
};

}  // namespace aurigraph::bench
