#include "core/consensus/messages.h"

#include <string>
#include <type_traits>

#include "core/base/byte_io.h"
#include "core/consensus/voter_clocks.h"

namespace aurigraph::consensus {
namespace {

constexpr std::uint8_t kFormat = 3;
constexpr std::size_t kMaxBlocks = 8;
constexpr std::size_t kMaxSealBytes = 256;

tl::unexpected<Error> malformed(const char* why) {
  return fail("message.malformed", std::string("A consensus message cannot be read: ") + why + ".",
              "The sender is faulty or of another version; see the node's log.");
}

bool readBool(ByteReader& reader) {
  const auto value = reader.integer<std::uint8_t>();
  if (value > 1) reader.markBad();
  return value == 1;
}

void writeBool(ByteWriter& writer, bool value) {
  writer.integer(static_cast<std::uint8_t>(value ? 1 : 0));
}

Nanoseconds readClock(ByteReader& reader) {
  const auto clock = reader.integer<Nanoseconds>();
  if (clock < Nanoseconds(0) || clock > kLatestClock) reader.markBad();
  return clock;
}

struct BodyWriter {
  ByteWriter& out;

  void operator()(const PreVoteRequest& body) const {
    out.integer(body.candidateTerm).integer(body.lastHeight).integer(body.lastTerm);
  }
  void operator()(const PreVoteAnswer& body) const {
    out.integer(body.candidateTerm);
    writeBool(out, body.granted);
  }
  void operator()(const VoteRequest& body) const {
    out.integer(body.lastHeight).integer(body.lastTerm);
    writeBool(out, body.transfer);
  }
  void operator()(const VoteAnswer& body) const {
    out.integer(body.clock);
    writeBool(out, body.granted);
  }
  void operator()(const Append& body) const {
    out.integer(body.previousHeight).integer(body.previousTerm).integer(body.commit);
    out.integer(body.sealHeight).integer(body.sealRound).integer(body.readRound);
    out.integer(static_cast<std::uint32_t>(body.blocks.size()));
  }
  void operator()(const AppendAnswer& body) const {
    out.integer(body.height).integer(body.hintHeight).integer(body.hintTerm);
    out.integer(body.readRound).integer(body.certified).integer(body.applied).integer(body.clock);
    out.integer(body.understands);
    writeBool(out, body.accepted);
  }
  void operator()(const TimeoutNow&) const {}
  void operator()(const ReadRequest& body) const { out.integer(body.token); }
  void operator()(const ReadAnswer& body) const {
    out.integer(body.token).integer(body.height);
    writeBool(out, body.granted);
  }
  void operator()(const SealNotice& body) const { out.blob(encode(body.seal)); }
  void operator()(const CertificateNotice& body) const { out.blob(encode(body.certificate)); }
};

/// Blocks that follow each other, of this cluster and lane.
Status readBlocks(Append& append, std::span<const BufferRef> buffers, const Digest& genesis, Lane lane) {
  for (const BufferRef& buffer : buffers) {
    if (!buffer) return malformed("a block is missing");
    auto block = wire::Block::parse(buffer);
    if (!block) return propagate(block);
    const wire::BlockHeader& header = block->header();
    if (header.genesis != genesis || header.lane != lane)
      return malformed("a block is of another cluster or lane");
    if (header.height.value != append.previousHeight.value + append.blocks.size() + 1)
      return malformed("blocks do not follow each other");
    const Term before = append.blocks.empty() ? append.previousTerm : append.blocks.back().header().term;
    if (header.term < before) return malformed("terms run backwards");
    if (!append.blocks.empty() && header.previous != append.blocks.back().hash())
      return malformed("a block does not name the one before it");
    if (!append.blocks.empty() && header.time <= append.blocks.back().header().time)
      return malformed("block time does not grow");
    append.blocks.push_back(std::move(*block));
  }
  return {};
}

Result<MessageBody> readAppend(ByteReader& reader, std::span<const BufferRef> buffers, const Digest& genesis,
                               Lane lane) {
  Append body;
  body.previousHeight = reader.integer<Height>();
  body.previousTerm = reader.integer<Term>();
  body.commit = reader.integer<Height>();
  body.sealHeight = reader.integer<Height>();
  body.sealRound = reader.integer<SealRound>();
  body.readRound = reader.integer<ReadRound>();
  const auto blocks = reader.integer<std::uint32_t>();
  if (blocks != buffers.size() || blocks > kMaxBlocks) return malformed("its number of blocks does not fit");
  if (body.previousHeight.value > UINT64_MAX - kMaxBlocks) return malformed("a height is out of range");
  if (auto read = readBlocks(body, buffers, genesis, lane); !read) return propagate(read);
  return body;
}

Result<MessageBody> readBody(MessageKind kind, ByteReader& reader, std::span<const BufferRef> buffers,
                             const Digest& genesis, Lane lane) {
  if (kind != MessageKind::kAppend && !buffers.empty()) return malformed("a block belongs to no append");
  switch (kind) {
    case MessageKind::kPreVoteRequest: {
      PreVoteRequest body;
      body.candidateTerm = reader.integer<Term>();
      body.lastHeight = reader.integer<Height>();
      body.lastTerm = reader.integer<Term>();
      return body;
    }
    case MessageKind::kPreVoteAnswer: {
      PreVoteAnswer body;
      body.candidateTerm = reader.integer<Term>();
      body.granted = readBool(reader);
      return body;
    }
    case MessageKind::kVoteRequest: {
      VoteRequest body;
      body.lastHeight = reader.integer<Height>();
      body.lastTerm = reader.integer<Term>();
      body.transfer = readBool(reader);
      return body;
    }
    case MessageKind::kVoteAnswer: {
      VoteAnswer body;
      body.clock = readClock(reader);
      body.granted = readBool(reader);
      return body;
    }
    case MessageKind::kAppend:
      return readAppend(reader, buffers, genesis, lane);
    case MessageKind::kAppendAnswer: {
      AppendAnswer body;
      body.height = reader.integer<Height>();
      body.hintHeight = reader.integer<Height>();
      body.hintTerm = reader.integer<Term>();
      body.readRound = reader.integer<ReadRound>();
      body.certified = reader.integer<Height>();
      body.applied = reader.integer<Height>();
      body.clock = readClock(reader);
      body.understands = reader.integer<Protocol>();
      body.accepted = readBool(reader);
      return body;
    }
    case MessageKind::kTimeoutNow:
      return TimeoutNow{};
    case MessageKind::kReadRequest:
      return ReadRequest{reader.integer<ReadToken>()};
    case MessageKind::kReadAnswer: {
      ReadAnswer body;
      body.token = reader.integer<ReadToken>();
      body.height = reader.integer<Height>();
      body.granted = readBool(reader);
      return body;
    }
    case MessageKind::kSeal: {
      auto seal = wire::decodeSeal(reader.blob(kMaxSealBytes));
      if (!seal) return propagate(seal);
      return SealNotice{*seal};
    }
    case MessageKind::kCertificate: {
      auto certificate = wire::decodeCertificate(reader.blob(wire::kMaxCertificateBytes));
      if (!certificate) return propagate(certificate);
      return CertificateNotice{std::move(*certificate)};
    }
    case MessageKind::kSnapshotOffer:
    case MessageKind::kSnapshotAnswer:
      break;
  }
  return fail("message.unknown_kind", "A consensus message is of an unknown kind.",
              "The sender is faulty or of another version; see the node's log.");
}

}  // namespace

ClusterTag clusterTagOf(const Digest& genesis) {
  return ClusterTag(loadAt<std::uint64_t>(genesis.view(), 0));
}

// The variant's order is the kinds' order.
static_assert(std::is_same_v<std::variant_alternative_t<0, MessageBody>, PreVoteRequest> &&
              std::is_same_v<std::variant_alternative_t<4, MessageBody>, Append> &&
              std::is_same_v<std::variant_alternative_t<10, MessageBody>, CertificateNotice>);

MessageKind kindOf(const MessageBody& body) {
  return static_cast<MessageKind>(body.index() + 1);
}

Bytes encode(const Message& message) {
  ByteWriter out;
  out.integer(static_cast<std::uint8_t>(kindOf(message.body))).integer(kFormat).integer(message.lane);
  out.integer(message.from).integer(message.cluster).integer(message.term);
  std::visit(BodyWriter{out}, message.body);
  return out.take();
}

std::vector<BufferRef> buffersOf(const Message& message) {
  std::vector<BufferRef> out;
  if (const auto* append = std::get_if<Append>(&message.body))
    for (const wire::Block& block : append->blocks) out.push_back(block.buffer());
  return out;
}

Result<Message> decodeMessage(ByteView bytes, std::span<const BufferRef> buffers, const Digest& genesis,
                              Lane lane) {
  ByteReader reader(bytes);
  const auto kind = static_cast<MessageKind>(reader.integer<std::uint8_t>());
  const auto format = reader.integer<std::uint8_t>();
  Message out;
  out.lane = reader.integer<Lane>();
  out.from = reader.integer<NodeId>();
  out.cluster = reader.integer<ClusterTag>();
  out.term = reader.integer<Term>();
  if (!reader.ok() || format != kFormat) return malformed("its head is short or of another format");
  if (out.cluster != clusterTagOf(genesis))
    return fail("message.other_cluster", "A consensus message belongs to another cluster.",
                "Check the peer's genesis file.");
  if (out.lane != lane)
    return fail("message.other_lane",
                "A consensus message is for lane " + std::to_string(out.lane.value) + ", this is lane " +
                    std::to_string(lane.value) + ".",
                "Check the peer's lane map.");
  auto body = readBody(kind, reader, buffers, genesis, lane);
  if (!body) return propagate(body);
  if (!reader.finished()) return malformed("it is short, or bytes follow its end");
  out.body = std::move(*body);
  return out;
}

}  // namespace aurigraph::consensus
