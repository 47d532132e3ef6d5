#include "tests/fuzz/decoders.h"

#include <algorithm>
#include <array>

#include "core/base/assert.h"
#include "core/consensus/messages.h"
#include "core/proof/verifier.h"
#include "core/quality/rule_set.h"
#include "core/wire/batch.h"
#include "core/wire/batch_result.h"
#include "core/wire/commands.h"
#include "core/wire/genesis.h"
#include "core/wire/proof_bundle.h"
#include "core/wire/record.h"
#include "core/wire/seal.h"
#include "core/wire/state_rows.h"

namespace aurigraph::fuzz {
namespace {

template <class Decode>
void roundTrip(Decode decode, ByteView bytes) {
  if (const auto value = decode(bytes)) AG_ASSERT(std::ranges::equal(encode(*value), bytes));
}

void command(ByteView bytes) {
  if (bytes.size() < 2) return;
  const auto kind = static_cast<std::uint16_t>(bytes[0] | (bytes[1] << 8));
  const ByteView payload = bytes.subspan(2);
  if (const auto value = wire::decodeCommand(kind, payload))
    AG_ASSERT(std::ranges::equal(wire::encodePayload(*value), payload));
}

void batch(ByteView bytes) {
  const auto header = wire::parseBatch(bytes);
  if (!header) return;
  const ByteView body = bytes.subspan(sizeof(wire::BatchHeader));
  AG_ASSERT(body.size() == header->bodySize);
  AG_ASSERT(!wire::verifyBatch(*header, body));  // nobody guesses a signature
}

void block(ByteView bytes) {
  BufferRef buffer = allocateBuffer(BufferClass::kSmall);
  const std::size_t page = std::min(bytes.size(), limits::kBufferHeaderBytes);
  std::copy_n(bytes.begin(), page, buffer.header().begin());
  const ByteView body = bytes.subspan(page);
  const std::size_t size = std::min(body.size(), buffer.bodySpace().size());
  std::copy_n(body.begin(), size, buffer.bodySpace().begin());
  buffer.setBodySize(size);
  if (const auto parsed = wire::Block::parse(buffer))
    for (std::size_t at = 0; at < parsed->batchCount(); ++at)
      AG_ASSERT(parsed->batchBody(at).size() == parsed->batch(at).bodySize);
}

void message(ByteView bytes) {
  const Digest genesis{};
  if (const auto value = consensus::decodeMessage(bytes, {}, genesis, Lane(0)))
    AG_ASSERT(std::ranges::equal(consensus::encode(*value), bytes));
}

void proofBundle(ByteView bytes) {
  roundTrip(wire::decodeProofBundle, bytes);
  AG_ASSERT(proof::verify(bytes, std::nullopt).verdict != proof::Verdict::kValid);
}

using Target = void (*)(ByteView);
constexpr std::array<Target, 17> kTargets = {
    [](ByteView b) { roundTrip(wire::decodeBatchResult, b); },
    [](ByteView b) { roundTrip(wire::decodeSealStatement, b); },
    [](ByteView b) { roundTrip(wire::decodeSeal, b); },
    [](ByteView b) { roundTrip(wire::decodeCertificate, b); },
    [](ByteView b) { roundTrip(wire::decodeGenesis, b); },
    [](ByteView b) { roundTrip(wire::decodeRecord, b); },
    [](ByteView b) { roundTrip(wire::decodeScoreInputs, b); },
    [](ByteView b) { roundTrip(wire::decodeAccountRow, b); },
    [](ByteView b) { roundTrip(wire::decodeIdentityRow, b); },
    [](ByteView b) { roundTrip(wire::decodeTokenRow, b); },
    [](ByteView b) { roundTrip(wire::decodeAssetRow, b); },
    [](ByteView b) { roundTrip(quality::decodeRuleSet, b); },
    command,
    batch,
    block,
    message,
    proofBundle,
};

}  // namespace

std::size_t decoderCount() {
  return kTargets.size();
}

void decodeOne(ByteView input) {
  if (input.empty()) return;
  kTargets[input[0] % kTargets.size()](input.subspan(1));
}

}  // namespace aurigraph::fuzz
