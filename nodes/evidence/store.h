#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "core/base/bytes.h"
#include "core/base/result.h"

/// One node's evidence: files named by the SHA-256 of what is in them, `ab/cd/abcd….bin` under a folder.
/// Written to a temporary name, synced, renamed, folder synced: after `put` answers, the bytes survive a
/// power cut; before it, nothing is there. Nothing is ever changed or removed.
namespace aurigraph::evidence {

class EvidenceStore {
 public:
  static constexpr std::size_t kMaxBytes =
      std::size_t{8} * 1024 * 1024;  ///< As the API of a second node takes.

  /// Makes the folder if needed and clears what an interrupted write left.
  /// Errors: evidence.unusable_folder.
  static Result<std::unique_ptr<EvidenceStore>> open(const std::filesystem::path& folder);
  ~EvidenceStore();

  /// Keeps the bytes and gives their digest. Again the same: nothing happens. Any thread.
  /// Errors: evidence.too_large, evidence.not_written (disk full, no permission).
  Result<Digest> put(ByteView bytes);
  /// For what comes from outside with a claimed name. Errors: evidence.digest_mismatch, and those of put().
  Status putAs(const Digest& sha256, ByteView bytes);

  /// Errors: evidence.unknown; evidence.damaged (the file is not what its name says: it is moved aside, so
  /// that a new put repairs it); evidence.unreadable.
  Result<Bytes> get(const Digest& sha256);
  [[nodiscard]] bool has(const Digest& sha256) const;

  [[nodiscard]] std::uint64_t storedBytes() const;  ///< Written since open().

 private:
  struct State;
  explicit EvidenceStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::evidence
