#include "tests/fuzz/decoders.h"

#include <algorithm>
#include <iterator>

#include "core/base/assert.h"
#include "core/consensus/messages.h"
#include "core/proof/owner_check.h"
#include "core/proof/verifier.h"
#include "core/quality/rule_set.h"
#include "core/wire/batch.h"
#include "core/wire/batch_result.h"
#include "core/wire/commands.h"
#include "core/wire/genesis.h"
#include "core/wire/outcome.h"
#include "core/wire/proof_bundle.h"
#include "core/wire/record.h"
#include "core/wire/rows/all.h"
#include "core/wire/seal.h"

namespace aurigraph::fuzz {
namespace {

// Each says whether it took the bytes.

template <class Decode>
bool roundTrip(Decode decode, ByteView bytes) {
  const auto value = decode(bytes);
  if (value) AG_ASSERT(std::ranges::equal(encode(*value), bytes));
  return value.has_value();
}

/// Two bytes of kind, then the payload.
bool command(ByteView bytes) {
  if (bytes.size() < 2) return false;
  const auto kind = static_cast<std::uint16_t>(bytes[0] | (bytes[1] << 8));
  const ByteView payload = bytes.subspan(2);
  const auto value = wire::decodeCommand(kind, payload);
  if (value) AG_ASSERT(std::ranges::equal(wire::encodePayload(*value), payload));
  return value.has_value();
}

bool batch(ByteView bytes) {
  const auto header = wire::parseBatch(bytes);
  if (!header) return false;
  const ByteView body = bytes.subspan(sizeof(wire::BatchHeader));
  AG_ASSERT(body.size() == header->bodySize);
  AG_ASSERT(!wire::verifyBatch(*header, body));  // nobody guesses a signature
  return true;
}

/// The header page, then the body.
bool block(ByteView bytes) {
  BufferRef buffer = allocateBuffer(BufferClass::kSmall);
  const std::size_t page = std::min(bytes.size(), limits::kBufferHeaderBytes);
  std::copy_n(bytes.begin(), page, buffer.header().begin());
  const ByteView body = bytes.subspan(page);
  const std::size_t size = std::min(body.size(), buffer.bodySpace().size());
  std::copy_n(body.begin(), size, buffer.bodySpace().begin());
  buffer.setBodySize(size);
  const auto parsed = wire::Block::parse(buffer);
  if (!parsed) return false;
  for (std::size_t at = 0; at < parsed->batchCount(); ++at)
    AG_ASSERT(parsed->batchBody(at).size() == parsed->batch(at).bodySize);
  return true;
}

bool message(ByteView bytes) {
  const Digest genesis{};
  const auto value = consensus::decodeMessage(bytes, {}, genesis, Lane(0));
  if (value) AG_ASSERT(std::ranges::equal(consensus::encode(*value), bytes));
  return value.has_value();
}

bool proofBundle(ByteView bytes) {
  AG_ASSERT(proof::verify(bytes, std::nullopt).verdict != proof::Verdict::kValid);
  return roundTrip(wire::decodeProofBundle, bytes);
}

bool ownerProof(ByteView bytes) {
  AG_ASSERT(!proof::verifyOwner(bytes, wire::Genesis{}));
  return roundTrip(wire::decodeCertifiedOwner, bytes);
}

/// Of each table: bytes that are a row have one meaning there.
bool row(ByteView bytes) {
  bool any = false;
  wire::eachRowKind([&]<class Row>(const Row&) { any = roundTrip(wire::decodeRow<Row>, bytes) || any; });
  return any;
}

struct Target {
  std::string_view name;
  bool (*take)(ByteView);
};
constexpr Target kTargets[] = {
    {"batch result", [](ByteView b) { return roundTrip(wire::decodeBatchResult, b); }},
    {"seal statement", [](ByteView b) { return roundTrip(wire::decodeSealStatement, b); }},
    {"seal", [](ByteView b) { return roundTrip(wire::decodeSeal, b); }},
    {"certificate", [](ByteView b) { return roundTrip(wire::decodeCertificate, b); }},
    {"genesis", [](ByteView b) { return roundTrip(wire::decodeGenesis, b); }},
    {"record", [](ByteView b) { return roundTrip(wire::decodeRecord, b); }},
    {"score inputs", [](ByteView b) { return roundTrip(wire::decodeScoreInputs, b); }},
    {"row", row},
    {"event", [](ByteView b) { return roundTrip(wire::decodeEvent, b); }},
    {"block outcome", [](ByteView b) { return roundTrip(wire::decodeOutcome, b); }},
    {"rule set", [](ByteView b) { return roundTrip(quality::decodeRuleSet, b); }},
    {"command", command},
    {"batch", batch},
    {"block", block},
    {"message", message},
    {"proof bundle", proofBundle},
    {"owner proof", ownerProof},
};

}  // namespace

std::size_t decoderCount() {
  return std::size(kTargets);
}

std::string_view decoderName(std::size_t decoder) {
  return kTargets[decoder].name;
}

bool decodes(std::size_t decoder, ByteView bytes) {
  return kTargets[decoder].take(bytes);
}

void decodeOne(ByteView input) {
  if (input.empty()) return;
  decodes(input[0] % decoderCount(), input.subspan(1));
}

}  // namespace aurigraph::fuzz
