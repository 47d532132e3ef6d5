#include "core/wire/commands.h"

#include <algorithm>
#include <tuple>

#include "core/crypto/sha256.h"
#include "core/wire/field_codec.h"

namespace aurigraph::wire {

bool sortedAndDisjoint(const std::vector<SerialRange>& serials) {
  return std::adjacent_find(serials.begin(), serials.end(), [](const SerialRange& a, const SerialRange& b) {
           const auto order = std::tie(a.registry, a.series) <=> std::tie(b.registry, b.series);
           return order > 0 || (order == 0 && a.last >= b.first);
         }) == serials.end();
}

CommandKind kindOf(const AnyCommand& command) {
  return std::visit([]<class Command>(const Command&) { return Command::kKind; }, command);
}

std::string_view nameOf(CommandKind kind) {
  std::string_view name = "unknown";
  anyCommandKind([&]<class Command>(const Command&) {
    if (Command::kKind != kind) return false;
    name = Command::kName;
    return true;
  });
  return name;
}

Bytes encodePayload(const AnyCommand& command) {
  return std::visit([](const auto& concrete) { return encodeFields(concrete); }, command);
}

Result<AnyCommand> decodeCommand(std::uint16_t kind, ByteView payload, Protocol inForce) {
  Result<AnyCommand> out =
      fail("command.unknown_kind", "Commands of kind " + std::to_string(kind) + " are not known.",
           "Use a client of this cluster's version.");
  anyCommandKind([&]<class Command>(Command command) {
    if (static_cast<std::uint16_t>(Command::kKind) != kind || Command::kSince > inForce.value) return false;
    if (decodeFields(payload, command))
      out = std::move(command);
    else
      out = fail("command.malformed",
                 "The payload is no canonical " + std::string(Command::kName) + " command.",
                 "Encode it as docs/formats/commands.md says, or with the client library.");
    return true;
  });
  return out;
}

Digest approvalDigest(const Digest& genesis, const PublicKey& author, const AnyCommand& command) {
  AnyCommand bare = command;
  std::visit(
      []<class Command>(Command& concrete) {
        if constexpr (TakesApprovals<Command>) concrete.approvals.given.clear();
      },
      bare);
  ByteWriter kind;
  kind.integer(static_cast<std::uint16_t>(kindOf(bare)));
  return crypto::taggedHash("aurigraph/approval/2",
                            {genesis.view(), author.view(), kind.bytes(), encodePayload(bare)});
}

bool mayBeProposed(const AnyCommand& command) {
  return std::visit(
      []<class Command>(const Command& concrete) {
        if constexpr (TakesApprovals<Command> && !requires { Command::kCarriesItsApprovals; })
          return concrete.approvals.given.empty();
        return false;
      },
      command);
}

Nanoseconds approvedUntil(const AnyCommand& command) {
  return std::visit(
      []<class Command>(const Command& concrete) {
        if constexpr (TakesApprovals<Command>) return concrete.approvals.until;
        return Nanoseconds();
      },
      command);
}

}  // namespace aurigraph::wire
