#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/bytes.h"

namespace aurigraph::fuzz {

/// Feeds hostile bytes to the decoder that the first byte chooses, and checks the promise that all of them
/// make: whatever decodes encodes to the same bytes. Ends the process when one breaks it.
void decodeOne(ByteView input);

/// How many decoders the first byte chooses among.
std::size_t decoderCount();
/// "genesis", "command" …
std::string_view decoderName(std::size_t decoder);
/// The same for one decoder. Returns whether it took the bytes.
bool decodes(std::size_t decoder, ByteView bytes);

}  // namespace aurigraph::fuzz
