#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"
#include "core/crypto/ed25519.h"
#include "core/wire/source_terms.h"
#include "nodes/client/client.h"

namespace aurigraph::slim {

/// What the ledger believes of a source, and how it stands with it now.
struct SourceWord {
  wire::SourceTerms terms;
  bool paused = false;
  std::optional<Nanoseconds> pausedUntil;  ///< Of a pause that ends by itself.
  std::uint32_t recordsInHour = 0;
  std::optional<Nanoseconds> hourSince;  ///< When the hour of these records began.
};

/// The only way from a slim node to the ledger: a business node's public API. Calls block; one thread.
class LedgerPort {
 public:
  virtual ~LedgerPort() = default;
  /// Waits until the batch is applied. Signed bytes are idempotent: after an error, send the same again.
  virtual Result<client::BatchReply> submit(ByteView batch) = 0;
  virtual Result<client::SessionsState> sessions(const PublicKey& author) = 0;
  /// Nothing: the ledger has adopted no source of this name.
  virtual Result<std::optional<SourceWord>> source(std::string_view name) = 0;
  /// A copy on the second node, durable when it answers.
  virtual Status putEvidence(const Digest& sha256, ByteView bytes) = 0;
};

/// Over the API of business nodes, the first that answers in this order; signs in with the node's key when
/// evidence or a source needs it. Changing the node is safe: the same bytes get the same answer everywhere.
[[nodiscard]] std::unique_ptr<LedgerPort> portOverApi(std::vector<std::unique_ptr<client::ApiClient>> clients,
                                                      crypto::SigningKey key, const Digest& genesis);

}  // namespace aurigraph::slim
