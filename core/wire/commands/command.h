#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/fields.h"

namespace aurigraph::wire {

// Each command is a header of this folder: kKind, kName (of JSON and flags), kSince (the protocol version
// that brought it), its members and their `fields` (core/wire/fields.h). It may say `std::string sentence()
// const`: what it does, in one line for whoever signs it.

/// The number of a command in a batch's body. It never changes; another layout is another kind.
enum class CommandKind : std::uint16_t {};

// Bounds that several commands share. What must not be empty is the ledger's matter: it answers with a
// reason.
inline constexpr std::size_t kMaxNameBytes = 64;
inline constexpr std::size_t kMaxNoteBytes = 1'000;
inline constexpr std::size_t kMaxAssetNameBytes = 128;

}  // namespace aurigraph::wire
