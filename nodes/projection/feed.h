#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "nodes/business/business.h"
#include "nodes/projection/block_store.h"
#include "nodes/projection/projection_store.h"

namespace aurigraph::projection {

struct FeedLimits {
  /// Blocks that wait in the node's own buffers; beyond, and while nothing can be written, they are read
  /// again from the log, so that a slow disk under the read models never empties the pool that consensus
  /// lives on.
  std::size_t blocksInPlace = 16;
  /// What blocks made exists nowhere but here until it is written: an hour of it and more.
  std::size_t waitingBytes = std::size_t{64} * 1024 * 1024;
  std::chrono::milliseconds firstPause{100};      ///< Before what failed is tried again; doubles …
  std::chrono::milliseconds longestPause{5'000};  ///< … up to this.
};

/// Where a projection works: nothing of it may be a reactor.
struct FeedThreads {
  /// Runs tasks one after another, in order.
  std::function<void(std::function<void()>)> post;
  /// The same, not before.
  std::function<void(std::chrono::milliseconds, std::function<void()>)> later;
};

/// Called by tasks of the executor.
struct FeedObserver {
  std::function<void(const BlockRows&)> onBlock;  ///< After the rows are there.
  std::function<void(const wire::Certificate&)> onCertificate;
  std::function<void(const Error&)> onStopped;  ///< Once, when it comes to stand still.
  std::function<void(Height)> onResumed;        ///< Once, when it has caught up again.
  /// It can go on only from the chain's beginning: restart the node. Follows onStopped.
  std::function<void(const Error&)> onLost;
};

struct FeedState {
  Height height;                 ///< Lists and block store reflect it, both.
  Height executed;               ///< The last block that the node told of, in this life.
  std::optional<Error> stopped;  ///< It stands still, and why.

  [[nodiscard]] std::uint64_t lag() const { return executed > height ? executed.value - height.value : 0; }
};

/// Brings block store and read models to where the node is.
///
/// The node tells of every block; what is known already is compared, never written over. What is new waits
/// here with what it made, its bytes if there is room; the worker appends it to the block store, and makes
/// the rows from there: whatever stops one of the two, it goes on where it was. A store that cannot be
/// written (full disk, locked, an error of SQLite) is tried again, with back-off, for ever. A difference
/// from what is stored, or outcomes lost because nothing could be written for too long, ends it.
class Feed : public std::enable_shared_from_this<Feed> {
 public:
  Feed(BlockStore& blocks, ProjectionStore& store, FeedLimits limits);

  /// Ends at once what the two stores say of each other. Before begin().
  void compareStores();
  void begin(business::BusinessService& service, FeedThreads threads, FeedObserver observer);
  /// Waits for a task under way; later ones do nothing.
  void close();

  // On the node's reactor.
  void onBlock(const replica::BlockApplied& applied);
  void onCertificate(const wire::Certificate& certificate);

  [[nodiscard]] FeedState state() const;  ///< Any thread.

 private:
  struct Waiting {
    Height height;
    Digest hash;
    wire::BlockOutcome outcome;
    std::optional<wire::Block> block;
    bool inPlace = false;
    std::size_t sizeBytes = 0;
  };

  void schedule();
  void work();
  Result<bool> step();
  Result<std::optional<StoredBlock>> keepNext();
  Status addRows(const StoredBlock& block);
  Status addCertificates();
  void askForBlocks(Height from);
  void onBlocksRead(const std::vector<wire::Block>& blocks);
  void stop(const Error& why);
  void resumeIfDone();
  void endFor(Error why);  // with mutex_ held
  void tellEnd();
  void releaseBuffers();

  BlockStore& blocks_;
  ProjectionStore& store_;
  const FeedLimits limits_;

  std::mutex working_;  // held while a task runs, so that close() waits for it; guards what follows
  FeedThreads threads_;
  FeedObserver observer_;
  std::chrono::milliseconds pause_;

  mutable std::mutex mutex_;  // never held over a disk's time; guards what follows
  business::BusinessService* service_ = nullptr;
  bool closed_ = false;
  bool scheduled_ = false;
  bool paused_ = false;  // until what failed is tried again
  bool asking_ = false;
  bool ended_ = false;  // for good; `stopped_` says why
  bool endTold_ = false;
  bool overrun_ = false;  // results after the last one that waits are lost
  Height executed_;
  std::optional<Error> stopped_;
  std::deque<Waiting> waiting_;  // without gaps; begins behind the block store's last
  std::size_t waitingBytes_ = 0;
  std::size_t inPlace_ = 0;
  std::map<Height, wire::Certificate> certificates_;  // the latest of each checkpoint
};

}  // namespace aurigraph::projection
