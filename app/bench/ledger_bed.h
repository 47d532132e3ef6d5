#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/crypto/ed25519.h"
#include "core/ledger/ledger.h"
#include "core/wire/batch.h"
#include "core/wire/block.h"
#include "core/wire/record.h"
#include "core/wire/transfer.h"

namespace aurigraph::bench {

/// Numbers that look random and are the same in every run (splitmix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E37'79B9'7F4A'7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58'476D'1CE4'E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D0'49BB'1331'11EBULL;
    return z ^ (z >> 31U);
  }
  std::uint32_t below(std::uint32_t end) {
    return static_cast<std::uint32_t>((U128{next() >> 32U} * end) >> 32U);
  }

 private:
  std::uint64_t state_;
};

/// What accounts and rules a ledger is filled with. A holder has one account of each token, so a million
/// accounts are a thousand holders times a thousand tokens.
struct Population {
  std::uint32_t holders = 1'000;
  std::uint32_t tokens = 1'000;
  bool ruled = false;              ///< RULED: eligibility, its end and its epoch are compared per transfer.
  std::int64_t lockUpSeconds = 0;  ///< > 0: TRACKED, each account has lots.
  bool records = false;            ///< The shipped rules and the sources of source_records.h; takes no token.
};

/// A ledger with many accounts and money on each, made by its own contracts: records scored and admitted,
/// assets registered, tokens minted and sold. Only RULED is put on afterwards (ledger/setup.h).
class LedgerBed {
 public:
  explicit LedgerBed(const Population& population);

  [[nodiscard]] ledger::Ledger& ledger() { return *ledger_; }
  [[nodiscard]] const Population& population() const { return population_; }
  /// Of the newest block.
  [[nodiscard]] Nanoseconds time() const { return time_; }
  /// Resident memory that opening and funding the accounts took.
  [[nodiscard]] std::uint64_t accountBytes() const { return accountBytes_; }

  /// One holder of the population sends, from account after account at random to anyone of the token.
  [[nodiscard]] std::vector<wire::Transfer> randomTransfers(std::uint32_t holder, std::size_t count,
                                                            Dice& dice);

  /// The holder's next batch in a block of its own, `step` of block time after the one before. With a key
  /// it is signed; without, header and body root are left open and the verdict is the caller's word.
  [[nodiscard]] wire::Block block(std::uint32_t holder, std::span<const wire::Transfer> transfers,
                                  bool isSigned, Nanoseconds step);
  /// A batch of submissions in a block of its own, as `block` without a key.
  [[nodiscard]] wire::Block recordBlock(std::span<const wire::Record> records, Nanoseconds step);
  /// A block of no batch: lets block time pass. After an hour or more everybody goes on in a new session.
  [[nodiscard]] wire::Block emptyBlock(Nanoseconds step);

  /// Applies in slices, as a node does. True if every operation was done.
  bool apply(const wire::Block& block);

 private:
  struct Author {
    crypto::SigningKey key;
    std::uint64_t requests = 0;
  };
  [[nodiscard]] IdentityId holderId(std::uint32_t holder) const;
  [[nodiscard]] wire::Block blockOf(std::span<const Bytes> batches, Nanoseconds step);
  [[nodiscard]] Bytes batchOf(Author& author, wire::BatchKind kind, std::uint32_t count, Bytes body);
  [[nodiscard]] Bytes commandsOf(Author& author, const std::vector<wire::AnyCommand>& commands);
  void run(Author& author, const std::vector<wire::AnyCommand>& commands);
  void issueTokens();
  void openAccounts();
  void fundAccounts();

  Population population_;
  Digest genesis_;
  Nanoseconds time_;
  SessionNumber session_{1};  ///< Of all authors.
  Height next_{1};
  Digest lastHash_;
  std::vector<Author> authors_;  ///< Administrator, issuer, compliance, slim node, then the holders.
  std::unique_ptr<ledger::Ledger> ledger_;
  std::vector<std::uint64_t> firstSlot_;  ///< By token: holder h's account is at first + h.
  std::uint64_t accountBytes_ = 0;
};

}  // namespace aurigraph::bench
