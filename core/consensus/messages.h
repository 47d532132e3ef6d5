#pragma once

// What replicas of one lane say to each other. The encoding is canonical (one message, one byte string;
// docs/formats/consensus.md). Blocks do not stand in the bytes: their buffers travel beside them.

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "core/base/buffer.h"
#include "core/base/result.h"
#include "core/consensus/config.h"
#include "core/wire/block.h"
#include "core/wire/seal.h"

namespace aurigraph::consensus {

/// First byte of a message. 64 and above belong to the replica (nodes/replica).
enum class MessageKind : std::uint8_t {
  kPreVoteRequest = 1,
  kPreVoteAnswer = 2,
  kVoteRequest = 3,
  kVoteAnswer = 4,
  kAppend = 5,
  kAppendAnswer = 6,
  kTimeoutNow = 7,
  kReadRequest = 8,
  kReadAnswer = 9,
  kSeal = 10,
  kCertificate = 11,
  kSnapshotOffer = 12,   ///< Reserved: refused until snapshots exist.
  kSnapshotAnswer = 13,  ///< Reserved.
};

/// "Would you vote for me in `candidateTerm`?" Changes no state at the receiver (thesis §9.6).
struct PreVoteRequest {
  Term candidateTerm;
  Height lastHeight;
  Term lastTerm;
  bool operator==(const PreVoteRequest&) const = default;
};
struct PreVoteAnswer {
  Term candidateTerm;
  bool granted = false;
  bool operator==(const PreVoteAnswer&) const = default;
};
struct VoteRequest {
  Height lastHeight;
  Term lastTerm;
  bool transfer = false;  ///< The old leader asked for it: its lease does not stand in the way.
  bool operator==(const VoteRequest&) const = default;
};
struct VoteAnswer {
  bool granted = false;
  Nanoseconds clock;  ///< The voter's; 0: it has none to tell.
  bool operator==(const VoteAnswer&) const = default;
};

/// Blocks, heartbeat, commit index and height to seal in one. Without blocks it is a heartbeat or probe.
struct Append {
  Height previousHeight;
  Term previousTerm;
  Height commit;
  Height sealHeight;  ///< 0: none named yet in this term.
  SealRound sealRound;
  ReadRound readRound;
  std::vector<wire::Block> blocks;  ///< Heights previousHeight + 1 …; at most 8.
};
struct AppendAnswer {
  bool accepted = false;
  Height
      height;  ///< Accepted: durable and equal to the leader's up to here. Else: the refused previousHeight.
  Height hintHeight;  ///< Refused: the logs may agree here …
  Term hintTerm;      ///< … where this log has this term.
  ReadRound readRound;
  Height certified;      ///< Greatest height this node holds a certificate for.
  Height applied;        ///< Executed up to here.
  Nanoseconds clock;     ///< The sender's; 0: it has none to tell.
  Protocol understands;  ///< The newest version that the sender executes; 0: it does not say.
  bool operator==(const AppendAnswer&) const = default;
};
/// Leadership transfer: campaign at once (thesis §3.10).
struct TimeoutNow {
  bool operator==(const TimeoutNow&) const = default;
};
struct ReadRequest {
  ReadToken token;
  bool operator==(const ReadRequest&) const = default;
};
struct ReadAnswer {
  ReadToken token;
  Height height;
  bool granted = false;
  bool operator==(const ReadAnswer&) const = default;
};
struct SealNotice {
  wire::Seal seal;
  bool operator==(const SealNotice&) const = default;
};
struct CertificateNotice {
  wire::Certificate certificate;
  bool operator==(const CertificateNotice&) const = default;
};

/// Seals and certificates pass by the Core: they trail commit and never touch it.
using MessageBody = std::variant<PreVoteRequest, PreVoteAnswer, VoteRequest, VoteAnswer, Append, AppendAnswer,
                                 TimeoutNow, ReadRequest, ReadAnswer, SealNotice, CertificateNotice>;

struct Message {
  ClusterTag cluster;
  Lane lane;
  NodeId from;
  Term term;  ///< The sender's.
  MessageBody body;
};

struct Envelope {
  NodeId to;
  Message message;
};

/// The bytes before a kind's own fields.
inline constexpr std::size_t kMessageHeadBytes = 24;

[[nodiscard]] MessageKind kindOf(const MessageBody& body);
[[nodiscard]] Bytes encode(const Message& message);
/// The buffers that travel beside encode()'s bytes, in order.
[[nodiscard]] std::vector<BufferRef> buffersOf(const Message& message);

/// Hostile input. Blocks are parsed (Block::parse) and must continue `previousHeight` without a gap in
/// this cluster and lane, hash-chained to each other.
/// Errors: message.malformed, message.unknown_kind, message.other_cluster, message.other_lane, those of
/// Block::parse, seal.malformed, certificate.malformed.
Result<Message> decodeMessage(ByteView bytes, std::span<const BufferRef> buffers, const Digest& genesis,
                              Lane lane);

}  // namespace aurigraph::consensus
