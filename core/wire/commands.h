#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
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

/// What an approver signs: tagged hash of genesis, kind and the payload with no approvals in it.
[[nodiscard]] Digest approvalDigest(const Digest& genesis, const AnyCommand& command);

}  // namespace aurigraph::wire
