#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/types.h"
#include "core/crypto/ed25519.h"
#include "core/quality/rule_set.h"
#include "core/wire/fact.h"
#include "nodes/connectors/connector.h"

namespace aurigraph::slim {

struct Poll {
  connectors::Query query;
  std::chrono::milliseconds every{60'000};
  std::chrono::milliseconds first{0};  ///< From the start to the first time.
};

struct SourceSetup {
  connectors::SourceConfig source;
  std::vector<Poll> polls;  ///< May be empty: asked by fetchNow only.
};

struct SlimConfig {
  explicit SlimConfig(const crypto::SigningKey& itsKey) : key(itsKey) {}

  std::filesystem::path dataFolder;
  crypto::SigningKey key;  ///< The node's own; its identity has the role slim-node.
  Digest genesis;
  Lane lane;
  quality::RuleSet rules;  ///< In force on the ledger.
  std::vector<SourceSetup> sources;
  /// For the estimate alone. Those of the genesis: what the ledger adopts later, it counts by itself.
  std::vector<wire::Fact> facts;
  bool evidenceOnSecondNode = true;  ///< False only where there is no second node: marked on the asset.
  std::chrono::milliseconds anchorEvery{1'000};
  /// How often a business node is asked what the ledger believes of the sources: that a pause begins is told
  /// by the ledger's refusal, that it is over is noticed so soon.
  std::chrono::milliseconds lookEvery{10'000};
  std::size_t l1CacheBytes = std::size_t{32} * 1024 * 1024;
  std::size_t mostQueued = 10'000;  ///< Beyond it sources are not asked: back-pressure, never a drop.
};

}  // namespace aurigraph::slim
