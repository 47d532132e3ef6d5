#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

#include "core/base/result.h"
#include "core/wire/genesis.h"
#include "nodes/business/business.h"
#include "nodes/projection/block_store.h"
#include "nodes/projection/projection_store.h"

namespace aurigraph::projection {

/// Feeds block store and read models from a business node: exactly once by height (blocks that are
/// already there are skipped, so a node that applies its chain again from the start does no harm), off
/// the node's reactor, in order. Nobody waits for it.
class Projection {
 public:
  /// Runs tasks one after another, in order, on some thread that is no reactor (a strand of the gateway's).
  using Executor = std::function<void(std::function<void()>)>;
  /// Called by tasks of the executor, after the rows are there.
  struct Observer {
    std::function<void(const BlockRows&)> onBlock;
    std::function<void(const wire::Certificate&)> onCertificate;
    std::function<void(const Error&)> onFailure;  ///< Feeding has stopped (projection.gap, …).
  };

  /// Files in `folder`: blocks.dat, projection.sqlite.
  /// Errors: projection.unusable, projection.other_cluster.
  static Result<std::unique_ptr<Projection>> open(const std::filesystem::path& folder,
                                                  const wire::Genesis& genesis);

  /// Listens to the node. Tasks that are still queued when the projection goes do nothing.
  void follow(business::BusinessService& service, Executor executor, Observer observer);
  ~Projection();

  [[nodiscard]] ProjectionStore& store() { return *store_; }
  [[nodiscard]] const BlockStore& blocks() const { return *blocks_; }

 private:
  struct Feed;
  Projection(std::unique_ptr<BlockStore> blocks, std::unique_ptr<ProjectionStore> store);
  std::unique_ptr<BlockStore> blocks_;
  std::unique_ptr<ProjectionStore> store_;
  std::shared_ptr<Feed> feed_;
};

}  // namespace aurigraph::projection
