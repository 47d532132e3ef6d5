#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/wire/batch.h"

/// Signed orders on this computer, from before they are sent until their outcome is known
/// (docs/decisions/080). One file each, for their owner alone: `<profile>/outbox/<batch digest>.json`, and
/// under `outbox/settled/` when it is known what became of them. A file is written beside its place, synced,
/// renamed, and the folder synced: after `keep` it outlives a crash of this program and of the computer.
namespace aurigraph::cli {

/// What became of an order.
enum class Ending : std::uint8_t {
  kExecuted,  ///< Every operation of it done.
  kRefused,   ///< In a block, but the ledger's rules refused it: nothing happened.
  kNever,     ///< In no block, and none can hold it any more: nothing happened.
};
[[nodiscard]] std::string_view nameOf(Ending ending);

struct Settlement {
  Ending ending = Ending::kExecuted;
  std::string code;     ///< Why not; empty: done.
  std::string message;  ///< For a person.
  Height height;        ///< Of the block that holds it; 0: none.
  Nanoseconds at;
  /// A command that gives this order has said so. Else whoever settled it was another: the next command that
  /// gives the very same is told, instead of doing it a second time (docs/decisions/081).
  bool told = false;

  /// Whether the next command that gives the very same is to be told of this one. Whoever repeats an order
  /// whose outcome was unknown does so within hours; the same amount next week is another order.
  [[nodiscard]] bool countsUntold(Nanoseconds now) const {
    return ending == Ending::kExecuted && !told && at.value + kUntoldCounts > now.value;
  }
  static constexpr std::int64_t kUntoldCounts = 24LL * 3'600 * 1'000'000'000;
};

struct KeptOrder {
  Bytes batch;               ///< Exactly what is sent, each time.
  wire::BatchHeader header;  ///< Read from it.
  std::string words;         ///< What it does, as it was shown when it was signed. One line.
  std::string gateway;       ///< Where it was given.
  Nanoseconds keptAt;
  std::optional<Settlement> settled;

  /// Reads the header. Errors: those of parseBatch.
  static Result<KeptOrder> of(Bytes batch, std::string words, std::string gateway, Nanoseconds keptAt);
  [[nodiscard]] Digest id() const { return header.digest(); }
  /// Whether both would do the same: author, cluster and operations; not when they were signed.
  [[nodiscard]] bool sameAs(const wire::BatchHeader& other) const;
  /// The records it claims, releases or decides.
  [[nodiscard]] std::vector<Digest> reviewed() const;
};

/// Held while orders of one key are settled, signed and sent, so that two programs do not take each other's
/// numbers. The system gives it back when the program ends, however it ends.
class OutboxLock {
 public:
  explicit OutboxLock(int file) : file_(file) {}
  ~OutboxLock();
  OutboxLock(OutboxLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  OutboxLock& operator=(OutboxLock&&) = delete;

 private:
  int file_;
};

class Outbox {
 public:
  /// Nothing is made or read yet.
  explicit Outbox(const std::filesystem::path& profileFolder) : folder_(profileFolder / "outbox") {}

  /// Waits for other programs at most that long, and says so once. Errors: outbox.unwritable, outbox.locked.
  Result<OutboxLock> lock(const PublicKey& author, std::chrono::milliseconds timeout,
                          const std::function<void()>& onWait) const;

  /// Errors: outbox.unwritable; then nothing is kept and nothing may be sent.
  Status keep(const KeptOrder& order) const;
  /// Errors: outbox.unwritable; then the order stays open, and its outcome will be asked for again. Beyond
  /// kSettledKept the oldest go, but none of which somebody still waits to be told
  /// (Settlement::countsUntold).
  Status settle(KeptOrder order, Settlement settlement) const;
  /// A settled order was told to whoever gave it. Not synced: what a power cut takes is told once more.
  /// Errors: outbox.unwritable.
  Status markTold(KeptOrder order) const;
  /// Errors: outbox.unwritable.
  Status forget(const KeptOrder& order) const;

  /// Oldest first. Errors: outbox.damaged: a file that holds no order; nobody may take it for none.
  [[nodiscard]] Result<std::vector<KeptOrder>> open() const;
  /// Oldest first; a file that cannot be read is left out.
  [[nodiscard]] std::vector<KeptOrder> settled() const;
  /// Open or settled, by its id or how that begins. Errors: outbox.unknown, outbox.ambiguous, outbox.damaged.
  [[nodiscard]] Result<KeptOrder> find(std::string_view id) const;

  [[nodiscard]] std::filesystem::path fileOf(const Digest& id) const;

  static constexpr std::size_t kSettledKept = 200;

 private:
  std::filesystem::path folder_;
};

}  // namespace aurigraph::cli
