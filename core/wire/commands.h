#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/crypto/ed25519.h"
#include "core/wire/commands/all.h"

/// Everything that is an operation but no transfer. Payloads are canonical: decode, encode, compare.
/// A kind's number and layout never change; a new layout is a new kind. Offsets: docs/formats/commands.md.
namespace aurigraph::wire {

[[nodiscard]] CommandKind kindOf(const AnyCommand& command);
[[nodiscard]] std::string_view nameOf(CommandKind kind);  // "issue-token"; "unknown"

[[nodiscard]] Bytes encodePayload(const AnyCommand& command);
/// Errors: command.unknown_kind (also one that this version of the protocol does not have yet),
/// command.malformed (also what is not canonical).
Result<AnyCommand> decodeCommand(std::uint16_t kind, ByteView payload, Protocol inForce = kProtocol);

/// What an approver signs, and what a proposal is called: tagged hash of genesis, author's key, kind and the
/// payload with no approvals given in it. So it is good for this author, on this cluster, until its end.
[[nodiscard]] Digest approvalDigest(const Digest& genesis, const PublicKey& author,
                                    const AnyCommand& command);

/// Adds an approver's word at its place. Requires `approvals.until`, which is a part of what is signed.
template <TakesApprovals Command>
void addApproval(Command& command, const Digest& genesis, const PublicKey& author,
                 const crypto::SigningKey& approver) {
  const Approval word{approver.publicKey(), approver.sign(approvalDigest(genesis, author, command))};
  auto& given = command.approvals.given;
  given.insert(std::ranges::lower_bound(given, word.approver, {}, &Approval::approver), word);
}

/// Whether a proposal may hold it: it takes approvals, has none yet, and need not carry them itself.
[[nodiscard]] bool mayBeProposed(const AnyCommand& command);
/// The end of its approvals; 0: it takes none.
[[nodiscard]] Nanoseconds approvedUntil(const AnyCommand& command);

}  // namespace aurigraph::wire
