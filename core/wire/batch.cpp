#include "core/wire/batch.h"

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "core/base/byte_io.h"
#include "core/crypto/merkle.h"
#include "core/crypto/sha256.h"

namespace aurigraph::wire {
namespace {

constexpr std::size_t kSignedBytes = offsetof(BatchHeader, signature);
constexpr std::size_t kCommandHeadBytes = 8;

ByteView rawBytes(const BatchHeader& header) {
  return {reinterpret_cast<const std::uint8_t*>(&header), sizeof(header)};
}

bool allZero(std::span<const std::uint8_t> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

Status checkShape(const BatchHeader& header) {
  if (header.magic != BatchHeader::kMagic)
    return fail("batch.bad_magic", "The bytes are no batch.",
                "Send header and body as the client library writes them.");
  if (header.format != BatchHeader::kFormat)
    return fail("batch.bad_format", "The batch has format " + std::to_string(header.format) + ", known is 1.",
                "Use a client of this cluster's version.");
  if (!allZero(header.reserved0) || header.reserved1 != 0 || !allZero(header.reserved2))
    return fail("batch.reserved_not_zero", "A reserved field of the batch's header is not zero.",
                "Set reserved fields to zero.");
  if (header.count == 0)
    return fail("batch.empty", "The batch holds no operation.", "Put at least one operation into it.");
  switch (header.kind) {
    case BatchKind::kTransfers:
      if (header.count > limits::kMaxTransfersPerBatch)
        return fail(
            "batch.too_many_transfers",
            "The batch holds " + std::to_string(header.count) + " transfers, at most 8190 are allowed.",
            "Split it into several batches.");
      if (header.bodySize != header.count * limits::kTransferBytes)
        return fail("batch.size_mismatch", "The batch's body size does not fit its number of transfers.",
                    "The body is exactly 64 bytes per transfer.");
      return {};
    case BatchKind::kCommands:
      if (header.count > limits::kMaxCommandsPerBatch)
        return fail("batch.too_many_commands",
                    "The batch holds " + std::to_string(header.count) + " commands, at most 256 are allowed.",
                    "Split it into several batches.");
      [[fallthrough]];
    case BatchKind::kOpaque:
      if (header.bodySize > limits::kBufferBodyBytes || header.bodySize == 0)
        return fail("batch.size_mismatch", "The batch's body is empty or larger than 512 KiB.",
                    "Split it into several batches.");
      return {};
  }
  return fail("batch.bad_kind", "The batch is of an unknown kind.",
              "Use a client of this cluster's version.");
}

Bytes assemble(const BatchDraft& draft, BatchKind kind, std::uint32_t count, ByteView body,
               const PublicKey& author, const crypto::SigningKey* key) {
  BatchHeader header;
  header.lane = draft.lane;
  header.genesis = draft.genesis;
  header.author = author;
  header.session = draft.session;
  header.request = draft.request;
  header.validUntil = draft.validUntil;
  header.count = count;
  header.kind = kind;
  header.bodySize = static_cast<std::uint32_t>(body.size());
  const auto root = bodyRoot(kind, count, body);
  AG_ASSERT(root.has_value());
  header.bodyRoot = *root;
  AG_ASSERT(checkShape(header).has_value());
  if (key != nullptr) header.signature = key->sign(header.signingDigest());
  Bytes out = toBytes(rawBytes(header));
  out.insert(out.end(), body.begin(), body.end());
  return out;
}

Bytes commandBody(std::span<const Command> commands) {
  ByteWriter writer;
  for (const Command& command : commands) {
    AG_ASSERT(command.payload.size() <= limits::kMaxCommandPayloadBytes);
    writer.integer(command.kind).integer(std::uint16_t{0}).blob(command.payload);
  }
  return writer.take();
}

}  // namespace

Digest BatchHeader::signingDigest() const {
  return crypto::taggedHash("aurigraph/batch/sign/1", {rawBytes(*this).first(kSignedBytes)});
}

Digest BatchHeader::digest() const {
  return crypto::taggedHash("aurigraph/batch/1", {rawBytes(*this)});
}

Result<std::vector<CommandView>> splitCommands(std::uint32_t count, ByteView body) {
  const auto malformed = [](const char* why) {
    return fail("batch.malformed", std::string("The batch's commands cannot be read: ") + why + ".",
                "Send the body as the client library writes it.");
  };
  std::vector<CommandView> out;
  if (count > limits::kMaxCommandsPerBatch) return malformed("too many commands");
  out.reserve(count);
  ByteReader reader(body);
  for (std::uint32_t index = 0; index < count; ++index) {
    const std::size_t start = reader.position();
    CommandView command;
    command.kind = reader.integer<std::uint16_t>();
    const auto reserved = reader.integer<std::uint16_t>();
    command.payload = reader.blob(limits::kMaxCommandPayloadBytes);
    if (!reader.ok()) return malformed("a command is truncated or too large");
    if (reserved != 0) return malformed("a reserved field is not zero");
    command.whole = body.subspan(start, kCommandHeadBytes + command.payload.size());
    out.push_back(command);
  }
  if (!reader.finished()) return malformed("bytes follow the last command");
  return out;
}

Result<std::vector<Digest>> bodyLeaves(BatchKind kind, std::uint32_t count, ByteView body) {
  std::vector<Digest> leaves;
  if (kind == BatchKind::kCommands) {
    const auto commands = splitCommands(count, body);
    if (!commands) return propagate(commands);
    leaves.reserve(commands->size());
    for (const CommandView& command : *commands) leaves.push_back(crypto::leafHash(command.whole));
    return leaves;
  }
  leaves.reserve(body.size() / limits::kBodyLeafBytes + 1);
  for (std::size_t at = 0; at < body.size(); at += limits::kBodyLeafBytes)
    leaves.push_back(crypto::leafHash(body.subspan(at, std::min(limits::kBodyLeafBytes, body.size() - at))));
  return leaves;
}

Result<Digest> bodyRoot(BatchKind kind, std::uint32_t count, ByteView body) {
  const auto leaves = bodyLeaves(kind, count, body);
  if (!leaves) return propagate(leaves);
  return crypto::merkleRoot(*leaves);
}

Result<BatchHeader> parseBatchHeader(ByteView bytes) {
  if (bytes.size() < sizeof(BatchHeader))
    return fail("batch.truncated", "The batch is shorter than its header.", "Send header and body together.");
  BatchHeader header;
  std::memcpy(static_cast<void*>(&header), bytes.data(), sizeof(header));
  if (auto shape = checkShape(header); !shape) return propagate(shape);
  return header;
}

Result<BatchHeader> parseBatch(ByteView batch) {
  auto header = parseBatchHeader(batch);
  if (!header) return header;
  const std::size_t bodySize = batch.size() - sizeof(BatchHeader);
  if (bodySize != header->bodySize)
    return fail("batch.size_mismatch",
                "The batch announces a body of " + std::to_string(header->bodySize) + " bytes, " +
                    std::to_string(bodySize) + " came.",
                "Send header and body together and whole.");
  return header;
}

Status verifyBatch(const BatchHeader& header, ByteView body) {
  if (auto good = verifyBody(header, body); !good) return good;
  return verifySignature(header);
}

Status verifyBody(const BatchHeader& header, ByteView body) {
  const auto root = bodyRoot(header.kind, header.count, body);
  if (!root) return propagate(root);
  if (*root != header.bodyRoot)
    return fail("batch.bad_body_root", "The batch's operations are not those its author signed.",
                "Sign again after the last change.");
  return {};
}

Status verifySignature(const BatchHeader& header) {
  if (!crypto::verify(header.author, header.signingDigest(), header.signature))
    return fail("batch.bad_signature", "The batch's signature is not its author's.",
                "Sign with the key named in the batch.");
  return {};
}

Bytes signTransfers(const BatchDraft& draft, std::span<const Transfer> transfers,
                    const crypto::SigningKey& key) {
  const ByteView body(reinterpret_cast<const std::uint8_t*>(transfers.data()), transfers.size_bytes());
  return assemble(draft, BatchKind::kTransfers, static_cast<std::uint32_t>(transfers.size()), body,
                  key.publicKey(), &key);
}

Bytes signCommands(const BatchDraft& draft, std::span<const Command> commands,
                   const crypto::SigningKey& key) {
  const Bytes body = commandBody(commands);
  return assemble(draft, BatchKind::kCommands, static_cast<std::uint32_t>(commands.size()), body,
                  key.publicKey(), &key);
}

Bytes draftCommands(const BatchDraft& draft, std::span<const Command> commands, const PublicKey& author) {
  const Bytes body = commandBody(commands);
  return assemble(draft, BatchKind::kCommands, static_cast<std::uint32_t>(commands.size()), body, author,
                  nullptr);
}

}  // namespace aurigraph::wire
