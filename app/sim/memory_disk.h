#pragma once

#include <algorithm>
#include <cstring>
#include <deque>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "nodes/log/format.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::log::testing {

/// How many bytes an operation moves. A disk takes longer for more of them, a simulated one too: what is read
/// or written for nothing must be felt.
inline std::uint64_t bytesMovedBy(const runtime::IoOp& op) {
  if (const auto* read = std::get_if<runtime::IoRead>(&op)) return read->sizeBytes;
  if (const auto* grow = std::get_if<runtime::IoAllocate>(&op)) return grow->sizeBytes;
  std::uint64_t sum = 0;
  if (const auto* write = std::get_if<runtime::IoWrite>(&op))
    for (const runtime::WritePart& part : write->parts)
      sum += part.buffer ? part.sizeBytes : part.bytes.size();
  return sum;
}
/// Bytes in a microsecond: 512 MB/s, about what the machines of docs/performance.md read at.
inline constexpr std::uint64_t kDiskBytesPerMicrosecond = 512;

/// A disk in memory that forgets, tears and rots as told. What is written is visible at once and durable
/// after a sync; in a crash each sector of an unsynced write may or may not have arrived. Creating,
/// growing, renaming and removing files is durable at once, as runtime/disk.h promises.
class MemoryDisk {
 public:
  /// What a power cut leaves of unsynced writes.
  struct CrashPolicy {
    enum class Kind : std::uint8_t { kNothing, kEverything, kSomeSectors } kind = Kind::kNothing;
    std::size_t sectorBytes = 512;
    std::uint32_t seed = 1;
  };

  /// Carries out one request. The answer, without the token.
  runtime::IoDone carryOut(runtime::FileId id, const runtime::IoOp& op) {
    runtime::IoDone done;
    ++operations;
    if (const auto* open = std::get_if<runtime::IoOpen>(&op)) {
      if (!files.contains(open->name)) {
        if (!open->create) return status(runtime::IoStatus::kNotFound);
        if (usedBytes() >= capacityBytes) return status(runtime::IoStatus::kNoSpace);
      }
      open_[id] = open->name;
      done.sizeBytes = files[open->name].visible.size();
      return done;
    }
    if (const auto* rename = std::get_if<runtime::IoRename>(&op)) {
      auto moved = files.extract(rename->from);
      if (!moved) return status(runtime::IoStatus::kNotFound);
      moved.key() = rename->to;
      files.erase(rename->to);
      files.insert(std::move(moved));
      for (auto& [file, name] : open_)
        if (name == rename->from) name = rename->to;
      return done;
    }
    if (const auto* remove = std::get_if<runtime::IoRemove>(&op)) {
      files.erase(remove->name);
      return done;
    }
    if (std::holds_alternative<runtime::IoList>(op)) {
      for (const auto& [name, file] : files) {
        done.bytes.insert(done.bytes.end(), name.begin(), name.end());
        done.bytes.push_back('\n');
      }
      return done;
    }
    if (!open_.contains(id)) return status(runtime::IoStatus::kNotFound);
    File& file = files[open_[id]];
    if (std::holds_alternative<runtime::IoClose>(op)) {
      open_.erase(id);
    } else if (const auto* read = std::get_if<runtime::IoRead>(&op)) {
      const std::size_t from = std::min<std::size_t>(read->at, file.visible.size());
      const std::size_t to = std::min<std::size_t>(read->at + read->sizeBytes, file.visible.size());
      done.bytes.assign(file.visible.begin() + static_cast<std::ptrdiff_t>(from),
                        file.visible.begin() + static_cast<std::ptrdiff_t>(to));
      bytesRead += to - from;
    } else if (const auto* grow = std::get_if<runtime::IoAllocate>(&op)) {
      const std::uint64_t more =
          grow->sizeBytes - std::min<std::uint64_t>(grow->sizeBytes, file.visible.size());
      if (more > 0 && usedBytes() + more > capacityBytes) return status(runtime::IoStatus::kNoSpace);
      file.visible.resize(std::max<std::size_t>(file.visible.size(), grow->sizeBytes));
      file.durable.resize(file.visible.size());
    } else if (const auto* write = std::get_if<runtime::IoWrite>(&op)) {
      Bytes all;
      for (const runtime::WritePart& part : write->parts) {
        if (part.buffer) {
          const std::uint8_t* from = part.buffer.header().data() + part.offset;
          all.insert(all.end(), from, from + part.sizeBytes);
        } else {
          all.insert(all.end(), part.bytes.begin(), part.bytes.end());
        }
      }
      AG_ASSERT(write->at % 4096 == 0 && all.size() % 4096 == 0 &&
                write->at + all.size() <= file.visible.size());
      std::copy(all.begin(), all.end(), file.visible.begin() + static_cast<std::ptrdiff_t>(write->at));
      file.unsynced.emplace_back(write->at, std::move(all));
      if (write->sync) sync(file);
    } else if (std::holds_alternative<runtime::IoSync>(op)) {
      sync(file);
    }
    if (failSyncs && (std::holds_alternative<runtime::IoSync>(op) ||
                      (std::holds_alternative<runtime::IoWrite>(op) && std::get<runtime::IoWrite>(op).sync)))
      return status(runtime::IoStatus::kFailed);
    return done;
  }

  void crash(const CrashPolicy& policy) {
    std::mt19937 random(policy.seed);
    for (auto& [name, file] : files) {
      for (const auto& [at, bytes] : file.unsynced) {
        for (std::size_t from = 0; from < bytes.size(); from += policy.sectorBytes) {
          const bool arrives = policy.kind == CrashPolicy::Kind::kEverything ||
                               (policy.kind == CrashPolicy::Kind::kSomeSectors && random() % 2 == 0);
          if (arrives)
            std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(from), policy.sectorBytes,
                        file.durable.begin() + static_cast<std::ptrdiff_t>(at + from));
        }
      }
      file.visible = file.durable;
      file.unsynced.clear();
    }
    open_.clear();
  }
  /// The process ends, the power stays: everything written is visible, nothing more is durable.
  void endProcess() { open_.clear(); }

  /// What a cluster's maker does before a voter's first start; a log that is there is gone.
  void format(NodeId node, const Digest& genesis) {
    const Bytes state = freshState(node, genesis);
    files = {{std::string(kStateName), File{state, state, {}}}};
  }

  [[nodiscard]] std::uint64_t usedBytes() const {
    std::uint64_t sum = 0;
    for (const auto& [name, file] : files) sum += file.visible.size();
    return sum;
  }

  struct File {
    Bytes durable;
    Bytes visible;
    std::vector<std::pair<std::uint64_t, Bytes>> unsynced;
  };
  /// Rot, under the checksums' eyes.
  void flip(const std::string& name, std::size_t at, std::uint8_t mask = 1) {
    files.at(name).visible.at(at) ^= mask;
    files.at(name).durable.at(at) ^= mask;
  }

  std::map<std::string, File> files;
  std::uint64_t operations = 0;
  std::uint64_t syncs = 0;
  std::uint64_t bytesRead = 0;  ///< Through this seam, whatever was in memory as well.
  std::uint64_t capacityBytes = std::uint64_t{1} << 40;
  bool failSyncs = false;

 private:
  static runtime::IoDone status(runtime::IoStatus status) {
    runtime::IoDone done;
    done.status = status;
    return done;
  }
  void sync(File& file) {
    ++syncs;
    for (const auto& [at, bytes] : file.unsynced)
      std::copy(bytes.begin(), bytes.end(), file.durable.begin() + static_cast<std::ptrdiff_t>(at));
    file.unsynced.clear();
  }
  std::map<runtime::FileId, std::string> open_;
};

}  // namespace aurigraph::log::testing
