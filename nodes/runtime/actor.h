#pragma once

#include <any>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/buffer.h"
#include "core/base/bytes.h"
#include "core/base/faults.h"
#include "core/base/types.h"
#include "core/crypto/ed25519.h"
#include "core/wire/batch.h"

/// The seams of DESIGN §3. An actor owns no thread, no timer, no socket and never blocks: it is told
/// events and answers with requests. `nodes/runtime` carries the requests out in the product, a
/// simulator with its own disk, net, crypto and clock in tests. Interleavings exist in both.
namespace aurigraph::runtime {

/// What an actor calls its own request, and finds again in the answer. Unique per actor.
using Token = Strong<struct TokenTag, std::uint64_t>;
using ActorId = Strong<struct ActorIdTag, std::uint32_t>;
/// An actor's own name for a file it opens; two actors may use the same number for different files.
using FileId = Strong<struct FileIdTag, std::uint32_t>;

/// Two connections per pair of nodes, so that bulk never delays a vote.
enum class Channel : std::uint8_t { kControl = 0, kBulk = 1 };

/// A frame as it travels: small control bytes, and at most one buffer whose header page (from byte 256)
/// and body travel behind them untouched. Below the decoders, above TLS.
struct Frame {
  Bytes bytes;                     ///< At most 64 KiB: an encoded message.
  std::vector<BufferRef> buffers;  ///< Blocks that belong to it, at most 8.
};
using FrameRef = std::shared_ptr<const Frame>;

/// Any message between actors of one process. The receiver knows the types it takes (std::any_cast).
using Message = std::shared_ptr<const std::any>;

// ---- events: what an actor is told ----

struct Started {};  ///< Once, first.
struct Fired {
  Token token;
};
enum class IoStatus : std::uint8_t { kDone, kFailed, kNoSpace, kNotFound };
struct IoDone {
  Token token;
  IoStatus status = IoStatus::kDone;
  Bytes bytes;                  ///< What a read brought (short at the end of the file).
  std::uint64_t sizeBytes = 0;  ///< File size for `open`.
};
struct FrameReceived {
  NodeId from;
  Channel channel = Channel::kControl;
  FrameRef frame;
};
struct PeerUp {
  NodeId peer;
};
struct PeerDown {
  NodeId peer;
};
struct Verified {
  Token token;
  bool valid = false;
  std::string_view why;  ///< Of VerifyBatch, when not valid: the code of wire::verifyBatch.
};
struct Signed {
  Token token;
  Signature signature;
};
struct Delivered {
  ActorId from;
  Message message;
};
struct Continue {};  ///< The rest of a long turn, asked for with Out::continueSoon().

using Event = std::variant<Started, Fired, IoDone, FrameReceived, PeerUp, PeerDown, Verified, Signed,
                           Delivered, Continue>;

// ---- requests: what an actor asks for ----

struct SetTimer {
  Tick at;
  Token token;
};
/// One part of a gathered write.
struct WritePart {
  BufferRef buffer;  ///< If set: the buffer's header page and body, `sizeBytes` of them from `offset`.
  Bytes bytes;       ///< Else these.
  std::size_t offset = 0;
  std::size_t sizeBytes = 0;
};
struct IoOpen {
  std::string name;
  bool create = false;
};  ///< Name inside the node's data folder; a created file's name is durable when done.
struct IoClose {};
struct IoWrite {
  std::uint64_t at = 0;
  std::vector<WritePart> parts;
  bool sync = false;
};  ///< sync: durable when done
struct IoSync {};
struct IoRead {
  std::uint64_t at = 0;
  std::uint64_t sizeBytes = 0;
};
struct IoAllocate {
  std::uint64_t sizeBytes = 0;
};  ///< Grows the file to this size with zeros that are really on disk. Never shrinks.
struct IoRename {
  std::string from;
  std::string to;
};  ///< And syncs the folder.
struct IoRemove {
  std::string name;
};                 ///< And syncs the folder. A name that is not there is no error.
struct IoList {};  ///< Names in the folder, one per line, sorted, in IoDone::bytes.
using IoOp = std::variant<IoOpen, IoClose, IoWrite, IoSync, IoRead, IoAllocate, IoRename, IoRemove, IoList>;

struct SubmitIo {
  FileId file;
  IoOp op;
  Token token;
};  ///< Operations on one file are carried out in order.
struct SendFrame {
  NodeId to;
  Channel channel = Channel::kControl;
  FrameRef frame;
};
struct VerifyBatch {
  Token token;
  wire::BatchHeader header;
  BufferRef buffer;
  std::size_t bodyOffset = 0;
};
struct VerifyDigest {
  Token token;
  PublicKey key;
  Digest digest;
  Signature signature;
};
struct SignDigest {
  Token token;
  Digest digest;
};  ///< With this node's key; the actor never sees it.
struct SendMessage {
  ActorId to;
  Message message;
};
struct ContinueSoon {};
struct StopNode {
  Error why;
};  ///< The node must not go on: the daemon ends, in-process it is poisoned.

using Request = std::variant<SetTimer, SubmitIo, SendFrame, VerifyBatch, VerifyDigest, SignDigest,
                             SendMessage, ContinueSoon, StopNode>;

/// What one turn asks for. Carried out in order after the turn.
class Out {
 public:
  template <class R>
  void add(R request) {
    requests_.emplace_back(std::move(request));
  }
  [[nodiscard]] std::vector<Request>& requests() { return requests_; }

 private:
  std::vector<Request> requests_;
};

/// What surrounds an actor beside events: readings, never waits. One per node.
class Environment {
 public:
  virtual ~Environment() = default;
  virtual Tick tick() = 0;                     ///< 10 ms each; monotone.
  virtual Nanoseconds wallClock() = 0;         ///< For block time only.
  virtual std::uint64_t randomNumber() = 0;    ///< Election jitter; seeded in the simulator.
  virtual BufferRef acquire(BufferClass) = 0;  ///< Empty: "full", try after something was released.
};

class Actor {
 public:
  virtual ~Actor() = default;
  virtual void step(const Event& event, Out& out) = 0;
};

}  // namespace aurigraph::runtime
