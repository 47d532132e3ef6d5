#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/crypto/ed25519.h"
#include "core/wire/batch.h"
#include "core/wire/commands.h"
#include "core/wire/transfer.h"
#include "nodes/client/client.h"

namespace aurigraph::client {

/// One key's way of sending signed operations: keeps session and request numbers, signs, submits, repeats
/// the same bytes when an answer got lost (R-LED-6). Usable from several threads; one batch is under way
/// at a time. Opens a session of its own: several programs may use one key beside each other.
class Author {
 public:
  Author(ApiClient& client, const crypto::SigningKey& key, const Digest& genesis, Lane lane = Lane(0));
  ~Author();

  [[nodiscard]] const PublicKey& publicKey() const;

  /// Errors: those of ApiClient::submit. After client.timeout, client.connection_lost, gateway.timeout,
  /// cluster.no_leader, batch.expired and client.outcome_unknown the batch may or may not have been executed:
  /// look before you send it anew (R-LED-6 protects bytes, not intentions).
  Result<BatchReply> send(const wire::AnyCommand& command, Wait wait);
  Result<BatchReply> send(std::span<const wire::AnyCommand> commands, Wait wait);  ///< At most 256.
  Result<BatchReply> send(std::span<const wire::Transfer> transfers, Wait wait);   ///< At most 8,190.

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The first request of a new session, valid for two minutes. Errors: those of ApiClient::session.
Result<wire::BatchDraft> draftOfNewSession(ApiClient& client, const PublicKey& author, const Digest& genesis,
                                           Lane lane = Lane(0));

/// The reply's first refusal as an error with the ledger's stable code; ok if every operation was done.
Status asStatus(const BatchReply& reply);

}  // namespace aurigraph::client
