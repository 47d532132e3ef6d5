#include "nodes/projection/projection.h"

namespace aurigraph::projection {

Projection::Projection(std::unique_ptr<BlockStore> blocks, std::unique_ptr<ProjectionStore> store,
                       FeedLimits limits)
    : blocks_(std::move(blocks)),
      store_(std::move(store)),
      feed_(std::make_shared<Feed>(*blocks_, *store_, limits)) {}

Projection::~Projection() {
  feed_->close();
}

Result<std::unique_ptr<Projection>> Projection::open(const std::filesystem::path& folder,
                                                     const wire::Genesis& genesis, FeedLimits limits) {
  auto blocks = BlockStore::open(folder / "blocks.dat", genesis.digest());
  if (!blocks) return propagate(blocks);
  auto store = openSqliteProjection(folder / "projection.sqlite", genesis);
  if (!store) return propagate(store);
  return std::make_unique<Projection>(std::move(*blocks), std::move(*store), limits);
}

void Projection::follow(business::BusinessService& service, FeedThreads threads, FeedObserver observer) {
  feed_->compareStores();
  feed_->begin(service, std::move(threads), std::move(observer));
  service.listen(
      {.onBlock = [feed = feed_](const replica::BlockApplied& applied) { feed->onBlock(applied); },
       .onCertificate =
           [feed = feed_](const wire::Certificate& certificate) { feed->onCertificate(certificate); },
       .onLeader = {},
       .onReadiness = {}});
}

}  // namespace aurigraph::projection
