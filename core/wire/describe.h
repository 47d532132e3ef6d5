#pragma once

#include <string>
#include <vector>

#include "core/wire/commands.h"
#include "core/wire/transfer.h"

namespace aurigraph::wire {

/// What a command says, one fact per line, for the person who is about to sign it: made from the decoded
/// bytes themselves, never from a server's description.
[[nodiscard]] std::vector<std::string> describe(const AnyCommand& command);
[[nodiscard]] std::vector<std::string> describe(const Transfer& transfer);

}  // namespace aurigraph::wire
