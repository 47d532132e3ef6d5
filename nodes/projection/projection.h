#pragma once

#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/wire/genesis.h"
#include "nodes/business/business.h"
#include "nodes/projection/block_store.h"
#include "nodes/projection/feed.h"
#include "nodes/projection/projection_store.h"

namespace aurigraph::projection {

/// Block store and read models of a business node, fed from it (feed.h): exactly once by height (a node that
/// applies its chain again from the start does no harm, but is compared), off the node's reactor, in order.
/// Nobody waits for it.
class Projection {
 public:
  /// Files in `folder`: blocks.dat, projection.sqlite.
  /// Errors: projection.unusable, projection.other_cluster.
  static Result<std::unique_ptr<Projection>> open(const std::filesystem::path& folder,
                                                  const wire::Genesis& genesis, FeedLimits limits = {});
  /// Over stores of the caller's.
  Projection(std::unique_ptr<BlockStore> blocks, std::unique_ptr<ProjectionStore> store,
             FeedLimits limits = {});

  /// Listens to the node. Tasks that are still queued when the projection goes do nothing.
  void follow(business::BusinessService& service, FeedThreads threads, FeedObserver observer);
  ~Projection();

  [[nodiscard]] ProjectionStore& store() { return *store_; }
  [[nodiscard]] const BlockStore& blocks() const { return *blocks_; }
  /// How far it is, and whether it stands still. Any thread.
  [[nodiscard]] FeedState state() const { return feed_->state(); }

 private:
  std::unique_ptr<BlockStore> blocks_;
  std::unique_ptr<ProjectionStore> store_;
  std::shared_ptr<Feed> feed_;
};

}  // namespace aurigraph::projection
