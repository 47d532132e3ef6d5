#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "nodes/runtime/actor.h"
#include "nodes/runtime/folder_lock.h"

namespace aurigraph::runtime {

/// One thread that carries out the disk requests of one data folder, in the order they came.
///
/// Files are opened with O_DIRECT where the file system takes it; a file that is ever written with sizes
/// that are no multiple of 4 KiB falls back to buffered writes for good. Parts whose memory is not
/// page-aligned are copied once into aligned memory.
///
/// `crashable` is for nodes that are to be crashed in-process (tests, training): writes are then held in
/// memory until a sync asks for them, so that crash() can throw away exactly what was not synced.
/// What was held too much of is written back early, as an operating system does. Creating, growing,
/// renaming and removing files is durable at once in both modes.
///
/// The folder belongs to one disk alone, from open() to finish() or crash().
class Disk {
 public:
  using Done = std::function<void(IoDone)>;

  Disk(std::filesystem::path folder, bool crashable, std::string threadName);
  ~Disk();  ///< finish()

  /// Makes the folder, locks it, tries it, starts the thread. Errors: disk.unusable, those of FolderLock.
  Status open();

  /// Any thread. `done` runs on the disk's thread; it is not called after finish() or crash().
  void submit(ActorId actor, FileId file, IoOp op, Token token, Done done);

  void finish();  ///< Carries out what is queued, then ends the thread.
  void crash();   ///< Drops what is queued and what was not synced, then ends the thread.

  [[nodiscard]] bool directIo() const { return directIo_; }
  [[nodiscard]] std::uint64_t operations() const { return operations_.load(std::memory_order_relaxed); }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_.load(std::memory_order_relaxed); }
  [[nodiscard]] std::uint64_t cpuNanoseconds() const { return cpu_.load(std::memory_order_relaxed); }

 private:
  struct File {
    int descriptor = -1;
    std::string name;
    bool direct = false;
    bool durableWrites = true;  ///< RWF_DSYNC; until the file system says that it has none.
  };
  struct HeldWrite {
    std::uint64_t at = 0;
    Bytes bytes;
  };
  struct Held {
    std::vector<HeldWrite> writes;
    std::size_t sizeBytes = 0;
  };

  IoDone carryOut(ActorId actor, FileId id, IoOp& op);
  IoStatus openFile(ActorId actor, FileId id, const IoOpen& op, std::uint64_t& sizeBytes);
  IoStatus write(File& file, IoWrite& op);
  IoStatus writeNow(File& file, std::uint64_t at, const std::vector<ByteView>& parts, bool durable);
  IoStatus writeBack(File& file);
  IoStatus sync(File& file);
  IoStatus read(File& file, const IoRead& op, Bytes& out);
  IoStatus allocate(File& file, std::uint64_t sizeBytes);
  IoStatus renameFile(const IoRename& op);
  IoStatus removeFile(const std::string& name);
  IoStatus list(Bytes& out) const;
  IoStatus syncFolder() const;
  [[nodiscard]] std::filesystem::path pathOf(const std::string& name) const;
  std::uint8_t* scratch(std::size_t sizeBytes);
  void endThread();

  const std::filesystem::path folder_;
  const bool crashable_;
  const std::string threadName_;
  bool directIo_ = false;
  FolderLock lock_;

  boost::asio::io_context queue_{1};
  std::unique_ptr<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> guard_;
  std::thread thread_;
  std::atomic<bool> crashed_{false};
  std::atomic<std::uint64_t> operations_{0};
  std::atomic<std::uint64_t> bytes_{0};
  std::atomic<std::uint64_t> cpu_{0};

  // The disk thread's own.
  std::map<std::pair<ActorId, FileId>, File> files_;
  std::map<std::string, Held> held_;
  struct FreeAligned {
    void operator()(std::uint8_t* memory) const;
  };
  std::unique_ptr<std::uint8_t, FreeAligned> scratch_;
  std::size_t scratchBytes_ = 0;
};

}  // namespace aurigraph::runtime
