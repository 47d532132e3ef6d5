#pragma once

#include <memory>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"
#include "core/crypto/ed25519.h"
#include "nodes/client/client.h"

namespace aurigraph::slim {

/// The only way from a slim node to the ledger: a business node's public API. Calls block; one thread.
class LedgerPort {
 public:
  virtual ~LedgerPort() = default;
  /// Waits until the batch is applied. Signed bytes are idempotent: after an error, send the same again.
  virtual Result<client::BatchReply> submit(ByteView batch) = 0;
  virtual Result<client::SessionsState> sessions(const PublicKey& author) = 0;
  /// A copy on the second node, durable when it answers.
  virtual Status putEvidence(const Digest& sha256, ByteView bytes) = 0;
};

/// Over the API of business nodes, the first that answers in this order; signs in with the node's key when
/// evidence needs it. Changing the node is safe: the same bytes get the same answer everywhere.
[[nodiscard]] std::unique_ptr<LedgerPort> portOverApi(std::vector<std::unique_ptr<client::ApiClient>> clients,
                                                      crypto::SigningKey key, const Digest& genesis);

}  // namespace aurigraph::slim
