#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/limits.h"
#include "core/base/types.h"
#include "core/crypto/ed25519.h"
#include "core/wire/transfer.h"

namespace aurigraph::wire {

enum class BatchKind : std::uint8_t {
  kTransfers = 1,  ///< Body: `count` Transfers.
  kCommands = 2,   ///< Body: `count` commands (see CommandView).
  kOpaque = 3,     ///< Body: bytes for the null state machine of `bench consensus`; the ledger refuses it.
};

/// The head of a batch: one author's operations for one lane under one signature (R-LED-6).
/// Fixed layout of 256 bytes, little endian. Identity of an operation: (author, session, request,
/// index). Requests of a session count 1, 2, 3 … without a gap; a new session (a higher number) starts
/// at 1 again and closes the older one.
struct BatchHeader {
  static constexpr std::uint32_t kMagic = 0x3142'4741;  // "AGB1"
  static constexpr std::uint16_t kFormat = 1;

  std::uint32_t magic = kMagic;            //   0
  std::uint16_t format = kFormat;          //   4
  Lane lane;                               //   6
  Digest genesis;                          //   8  the cluster this batch is for
  PublicKey author;                        //  40
  SessionNumber session;                   //  72
  RequestNumber request;                   //  80
  Nanoseconds validUntil;                  //  88  refused by blocks of a later time
  std::uint32_t count = 0;                 //  96  operations
  BatchKind kind = BatchKind::kTransfers;  // 100
  std::uint8_t reserved0[3] = {};          // 101  zero
  std::uint32_t bodySize = 0;              // 104  bytes
  std::uint32_t reserved1 = 0;             // 108  zero
  Digest bodyRoot;                         // 112
  std::uint8_t reserved2[48] = {};         // 144  zero
  Signature signature;                     // 192  over signingDigest()

  bool operator==(const BatchHeader&) const = default;
  /// What the author signs: a tagged hash of bytes 0…191.
  [[nodiscard]] Digest signingDigest() const;
  /// What blocks name: a tagged hash of all 256 bytes.
  [[nodiscard]] Digest digest() const;
};

static_assert(sizeof(BatchHeader) == limits::kBatchHeaderBytes);
static_assert(offsetof(BatchHeader, genesis) == 8 && offsetof(BatchHeader, author) == 40);
static_assert(offsetof(BatchHeader, session) == 72 && offsetof(BatchHeader, validUntil) == 88);
static_assert(offsetof(BatchHeader, count) == 96 && offsetof(BatchHeader, bodySize) == 104);
static_assert(offsetof(BatchHeader, bodyRoot) == 112 && offsetof(BatchHeader, signature) == 192);
static_assert(std::is_trivially_copyable_v<BatchHeader>);

/// One command inside a body: `kind u16 | reserved u16 = 0 | payloadSize u32 | payload`.
struct CommandView {
  std::uint16_t kind = 0;  ///< CommandKind, see commands.h.
  ByteView payload;
  ByteView whole;  ///< Head and payload: the leaf of the body tree.
};

/// RFC 6962 root of a body: leaves of 1 KiB for transfers and opaque bytes, one per command.
/// Errors (commands only): batch.malformed.
Result<Digest> bodyRoot(BatchKind kind, std::uint32_t count, ByteView body);
/// The leaves under it, for proofs.
Result<std::vector<Digest>> bodyLeaves(BatchKind kind, std::uint32_t count, ByteView body);

/// Splits a command body. Errors: batch.malformed.
Result<std::vector<CommandView>> splitCommands(std::uint32_t count, ByteView body);

/// Reads a header and checks everything that needs neither key nor ledger: magic, format, zero
/// reserves, kind, count and size against limits and each other. The signature and the body root are
/// the crypto executor's work. `batch` is header ‖ body.
/// Errors: batch.truncated, batch.bad_magic, batch.bad_format, batch.reserved_not_zero, batch.bad_kind,
/// batch.empty, batch.too_many_transfers, batch.too_many_commands, batch.size_mismatch, batch.malformed.
Result<BatchHeader> parseBatch(ByteView batch);

/// The header alone, same checks (the body's size is not compared).
Result<BatchHeader> parseBatchHeader(ByteView header);

/// Checks signature and body root. Errors: batch.bad_signature, batch.bad_body_root.
Status verifyBatch(const BatchHeader& header, ByteView body);
/// The two halves of it.
Status verifyBody(const BatchHeader& header, ByteView body);
Status verifySignature(const BatchHeader& header);

/// What an author says about its next batch.
struct BatchDraft {
  Digest genesis;
  Lane lane;
  SessionNumber session;
  RequestNumber request;
  Nanoseconds validUntil;
};

/// Signed bytes, header ‖ body, ready to submit. Requires 1 <= count <= the limit.
Bytes signTransfers(const BatchDraft& draft, std::span<const Transfer> transfers,
                    const crypto::SigningKey& key);

struct Command {
  std::uint16_t kind = 0;
  Bytes payload;
};
Bytes signCommands(const BatchDraft& draft, std::span<const Command> commands, const crypto::SigningKey& key);
/// Unsigned header ‖ body (signature zero): what `POST /contract/prepare` answers.
Bytes draftCommands(const BatchDraft& draft, std::span<const Command> commands, const PublicKey& author);

}  // namespace aurigraph::wire
