#pragma once

#include <string_view>
#include <vector>

#include "core/base/bytes.h"

namespace aurigraph::fuzz {

/// A valid encoding: where a search begins. From nothing it would find a magic number, never a payload.
struct Seed {
  std::string_view decoder;  ///< decoderName() of the one that takes it.
  Bytes bytes;
};

/// At least one for each decoder, and for each kind of command and of message.
std::vector<Seed> seeds();

}  // namespace aurigraph::fuzz
