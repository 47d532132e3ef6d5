#include "nodes/projection/projection.h"

#include <mutex>

namespace aurigraph::projection {

namespace {

// Blocks wait in their own buffers up to here; beyond, their bytes are copied, so that a slow disk under
// the read models never empties the pool that consensus lives on.
constexpr int kBlocksInPlace = 16;

wire::Block detached(const wire::Block& block) {
  const auto& from = block.buffer();
  auto buffer = allocateBuffer(from.bufferClass());
  const auto header = from.header();
  std::copy(header.begin(), header.end(), buffer.header().begin());
  const auto body = from.body();
  std::copy(body.begin(), body.end(), buffer.bodySpace().begin());
  buffer.setBodySize(body.size());
  auto copy = wire::Block::parse(std::move(buffer));
  return copy ? std::move(*copy) : block;
}

}  // namespace

/// Shared with the tasks in flight; closed when the projection goes.
struct Projection::Feed {
  std::mutex mutex;  // held while a task runs, so that close() waits for it
  BlockStore* blocks = nullptr;
  ProjectionStore* store = nullptr;
  Observer observer;
  bool broken = false;
  std::atomic<int> waiting = 0;

  void stop(const Error& error) {
    broken = true;
    if (observer.onFailure) observer.onFailure(error);
  }

  void add(const wire::Block& block, const std::vector<wire::BatchResult>& results) {
    const std::lock_guard lock(mutex);
    if (store == nullptr || broken) return;
    const auto height = block.header().height;
    if (height > blocks->height())
      if (auto kept = blocks->append(block, results); !kept) return stop(kept.error());
    if (height <= store->height()) return;
    const auto rows = rowsOf(block, results, store->counts(), [this](const PublicKey& key) {
      const auto found = store->identityOf(key);
      return found && *found ? **found : IdentityId();
    });
    if (auto added = store->add(rows); !added) return stop(added.error());
    if (observer.onBlock) observer.onBlock(rows);
  }

  void add(const wire::Certificate& certificate) {
    const std::lock_guard lock(mutex);
    if (store == nullptr || broken) return;
    if (auto added = store->add(certificate); !added) return stop(added.error());
    if (observer.onCertificate) observer.onCertificate(certificate);
  }

  void close() {
    const std::lock_guard lock(mutex);
    blocks = nullptr;
    store = nullptr;
    observer = {};
  }
};

Projection::Projection(std::unique_ptr<BlockStore> blocks, std::unique_ptr<ProjectionStore> store)
    : blocks_(std::move(blocks)), store_(std::move(store)), feed_(std::make_shared<Feed>()) {
  feed_->blocks = blocks_.get();
  feed_->store = store_.get();
}

Projection::~Projection() {
  feed_->close();
}

Result<std::unique_ptr<Projection>> Projection::open(const std::filesystem::path& folder,
                                                     const wire::Genesis& genesis) {
  auto blocks = BlockStore::open(folder / "blocks.dat", genesis.digest());
  if (!blocks) return passOn(blocks);
  auto store = openSqliteProjection(folder / "projection.sqlite", genesis);
  if (!store) return passOn(store);
  return std::unique_ptr<Projection>(new Projection(std::move(*blocks), std::move(*store)));
}

void Projection::follow(business::BusinessService& service, Executor executor, Observer observer) {
  feed_->observer = std::move(observer);
  service.listen({.onBlock =
                      [feed = feed_, executor](const replica::BlockApplied& applied) {
                        auto block = feed->waiting.fetch_add(1) < kBlocksInPlace ? applied.block
                                                                                 : detached(applied.block);
                        executor([feed, block = std::move(block), results = applied.results] {
                          feed->add(block, results);
                          feed->waiting.fetch_sub(1);
                        });
                      },
                  .onCertificate =
                      [feed = feed_, executor](const wire::Certificate& certificate) {
                        executor([feed, certificate] { feed->add(certificate); });
                      },
                  .onLeader = {}});
}

}  // namespace aurigraph::projection
