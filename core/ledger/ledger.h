#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/faults.h"
#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/base/types.h"
#include "core/ledger/reason.h"
#include "core/ledger/rows.h"
#include "core/quality/rule_set.h"
#include "core/wire/block.h"
#include "core/wire/commands.h"
#include "core/wire/genesis.h"
#include "core/wire/outcome.h"
#include "core/wire/owner_proof.h"
#include "core/wire/proof_bundle.h"
#include "core/wire/version_rule.h"

namespace aurigraph::ledger {

/// The same on every replica of a lane: they decide what is refused and when checkpoints are taken.
struct Limits {
  /// Opening more is refused (R-NODE-6), never an out-of-memory kill.
  std::uint64_t maxAccounts = 1'000'000;
  /// The same for every other table: records, assets, identities, pending transfers …
  std::uint64_t maxRows = 1'000'000;
  Height checkpointInterval = Height(64);  ///< Blocks; stretches with what was touched (checkpoints.h).
  /// A changed state is checkpointed after this much block time even if blocks are rare.
  Nanoseconds checkpointAfter = Nanoseconds(1'000'000'000);
  /// Opening one more closes the one that was used longest ago.
  std::size_t sessionsPerAuthor = limits::kSessionsPerAuthor;
  Nanoseconds sessionIdle = Nanoseconds(limits::kLongestValidity);  ///< Unused for longer: closed.
  /// Of batches, ahead of the time of the block that executes them.
  Nanoseconds longestValidity = Nanoseconds(limits::kLongestValidity);
  /// Blocks between an activation of a protocol version and its height. At least: so many, that every voter
  /// who is not catching up has executed it when the first block comes that it speaks about (tied to
  /// consensus::Limits in nodes/replica). At most: about a day of full load, weeks of a quiet cluster; who
  /// approves says something about a cluster that he can still foresee.
  std::uint64_t activationLeastAhead = 512;
  std::uint64_t activationMostAhead = 10'000'000;
};

/// One lane's state: a pure function of genesis and blocks, the same on every replica (DESIGN §4).
/// No clock, no thread, no floating point, no unordered iteration. All state lives in tables (table.h).
class Ledger {
 public:
  /// Errors: genesis.malformed, genesis.bad_identity, genesis.bad_rule_set, genesis.wrong_state_secret.
  static Result<std::unique_ptr<Ledger>> fromGenesis(const wire::Genesis& genesis,
                                                     const wire::StateSecret& secret, Limits limits,
                                                     Faults faults = {}, Lane lane = {});
  ~Ledger();

  // ---- apply: one block after another, in slices ----

  /// Begins the block of height() + 1. `verdicts[i]`: whether signature and body root of batch i hold;
  /// a batch with a bad one is a no-op with that code on every replica. The block's height must be the
  /// next; the time of the ledger never goes back.
  void begin(const wire::Block& block, std::span<const bool> verdicts);
  /// Applies up to `maxOperations` more (a linked chain is never left half done; a command counts as
  /// many transfers, a page of a checkpoint as some). True when the block is done.
  bool advance(std::size_t maxOperations);
  /// What the block just done has made; the history tree has grown by it.
  [[nodiscard]] wire::BlockOutcome finish();
  /// begin + advance + finish.
  wire::BlockOutcome apply(const wire::Block& block, std::span<const bool> verdicts);

  [[nodiscard]] Protocol protocol() const;  ///< By which the last block was executed.
  /// Which versions later blocks may name.
  [[nodiscard]] wire::VersionRule versions() const;
  [[nodiscard]] Height height() const;
  [[nodiscard]] Nanoseconds time() const;  ///< Of the last applied block.
  /// Root of the history tree over blocks 1…height().
  [[nodiscard]] Digest historyRoot() const;

  // ---- checkpoints (DESIGN §4, "State root") ----

  /// Taken by finish() at heights that follow from the log alone.
  [[nodiscard]] Height checkpointHeight() const;  ///< 0: none yet.
  [[nodiscard]] Digest stateRoot() const;         ///< At checkpointHeight().
  /// Block time at which the next ledger timer is due, if any: the leader then proposes an empty block.
  /// Today that is the checkpoint of what changed; leases end by comparison, without a timer.
  [[nodiscard]] std::optional<Nanoseconds> nextTimer() const;

  // ---- reading (bounded; valid until the next begin) ----

  [[nodiscard]] const wire::Genesis& genesis() const;
  [[nodiscard]] const Digest& genesisDigest() const;
  [[nodiscard]] const quality::RuleSet& rules() const;  ///< In force.
  [[nodiscard]] const IdentityRow* identity(IdentityId id) const;
  /// Whose key it is, and in force.
  [[nodiscard]] std::optional<IdentityId> identityOf(const PublicKey& key) const;
  /// Of somebody once, and not any more.
  [[nodiscard]] bool hasEnded(const PublicKey& key) const;
  /// Of an identity, in force, in the order in which they came.
  [[nodiscard]] std::vector<PublicKey> keysOf(IdentityId identity) const;
  struct Claim {
    const ClaimRow* row = nullptr;
    bool counts = false;  ///< Now: in force, and its issuer trusted with the topic.
  };
  /// What is and was said about an identity, oldest first, from the `from`-th (0: the first) on.
  [[nodiscard]] std::vector<Claim> claimsOf(IdentityId identity, std::size_t from, std::size_t atMost) const;
  /// Whether a claim issuer is trusted with a topic now.
  [[nodiscard]] bool isTrusted(IdentityId issuer, std::string_view topic) const;
  /// Open ones by slot, from that slot on: the next to ask for is the last one's slot + 1.
  struct Proposal {
    std::uint64_t slot = 0;
    const ProposalRow* row = nullptr;
  };
  [[nodiscard]] std::vector<Proposal> openProposals(std::uint64_t fromSlot, std::size_t atMost) const;
  [[nodiscard]] const ProposalRow* openProposal(const Digest& id) const;  ///< Null: none that is open.
  /// By slot, from that slot on: the next to ask for is the last one's slot + 1.
  struct Source {
    std::uint64_t slot = 0;
    const SourceRow* row = nullptr;
  };
  [[nodiscard]] std::vector<Source> sources(std::uint64_t fromSlot, std::size_t atMost) const;
  [[nodiscard]] const SourceRow* source(std::string_view name) const;  ///< Null: none of that name.
  /// By slot, from that slot on; those taken back, too.
  struct FactItem {
    std::uint64_t slot = 0;
    const FactRow* row = nullptr;
  };
  [[nodiscard]] std::vector<FactItem> facts(std::uint64_t fromSlot, std::size_t atMost) const;
  /// For whom something may be done now: nullopt also while suspended.
  [[nodiscard]] std::optional<IdentityId> actingIdentity(const PublicKey& key) const;
  [[nodiscard]] std::optional<IdentityId> identityNamed(std::string_view name) const;
  [[nodiscard]] bool allows(const PublicKey& key, wire::Permission permission) const;
  [[nodiscard]] const SessionRow* session(const PublicKey& author, SessionNumber number) const;
  /// Open ones, by number.
  [[nodiscard]] std::vector<const SessionRow*> sessionsOf(const PublicKey& author) const;
  /// The highest number that the author's sessions had so far: a higher one can be opened. 0: none yet.
  [[nodiscard]] SessionNumber highestSession(const PublicKey& author) const;
  /// What a session's next batch must have: 1 for one that is not open yet; nothing: it is closed.
  [[nodiscard]] std::optional<RequestNumber> nextRequest(const PublicKey& author, SessionNumber number) const;
  [[nodiscard]] std::optional<AccountHandle> account(IdentityId identity, TokenId token) const;
  [[nodiscard]] const AccountRow* row(AccountHandle handle) const;
  [[nodiscard]] const TokenRow* token(TokenId id) const;
  [[nodiscard]] std::optional<TokenId> tokenNamed(std::string_view symbol) const;
  [[nodiscard]] const AssetRow* asset(AssetId id) const;
  [[nodiscard]] std::optional<AssetId> assetKeyed(std::string_view assetKey) const;
  [[nodiscard]] const RecordRow* record(const Digest& recordId) const;
  /// Handle of the pending transfer that this operation made: what post and void name.
  [[nodiscard]] std::optional<AccountHandle> pendingOf(const PublicKey& author, SessionNumber session,
                                                       RequestNumber request, std::uint32_t index) const;
  [[nodiscard]] const PendingRow* pending(AccountHandle handle) const;
  /// Lots and serial intervals of a TRACKED account; null for others.
  [[nodiscard]] const HoldingRow* holding(AccountHandle handle) const;
  [[nodiscard]] std::optional<AnchorRow> lastAnchor(IdentityId author) const;
  [[nodiscard]] std::uint32_t identityCount() const;
  [[nodiscard]] std::uint32_t tokenCount() const;
  [[nodiscard]] std::uint64_t assetCount() const;
  [[nodiscard]] std::uint64_t accountCount() const;
  [[nodiscard]] std::uint64_t recordCount() const;
  /// Ids of records in the order of their admission, from the `from`-th (0: the first) on.
  [[nodiscard]] std::vector<Digest> records(std::uint64_t from, std::size_t atMost) const;
  /// Records that wait for a reviewer, oldest first.
  [[nodiscard]] std::vector<Digest> openReviews(std::size_t atMost) const;
  struct ReviewCounts {
    std::uint64_t waiting = 0, approved = 0, rejected = 0;
  };
  [[nodiscard]] ReviewCounts reviewCounts() const;
  /// Accounts of a token, by slot, from that slot on. Costs what it gives: whoever wants all of them asks in
  /// pieces, a turn of the replica for each.
  [[nodiscard]] std::vector<AccountHandle> accountsOf(TokenId token, std::uint64_t fromSlot,
                                                      std::size_t atMost) const;
  /// For each token: the sum of balances equals minted minus burned (R-LED-1).
  [[nodiscard]] bool conserved() const;
  /// The first invariant (invariants.h) that does not hold; a walk over everything.
  [[nodiscard]] std::optional<std::string_view> brokenInvariant() const;
  /// The first that a checkpoint saw broken (invariant_watch.h).
  [[nodiscard]] std::optional<std::string_view> invariantAlarm() const;
  [[nodiscard]] std::size_t memoryBytes() const;

  /// All reasons why a transfer by `author` would fail now; empty: it would succeed. Shares its code
  /// with apply.
  [[nodiscard]] std::vector<Reason> simulate(const wire::Transfer& transfer, const PublicKey& author) const;
  /// The same for a command, judged by its bytes: what is accepted here can be ordered. `at`: the block time
  /// to judge by, when that is later than time(): leases and approvals end on a quiet chain too.
  [[nodiscard]] std::vector<Reason> simulate(const wire::AnyCommand& command, const PublicKey& author,
                                             Nanoseconds at = Nanoseconds()) const;

  // ---- proving ----

  // All are as of the last checkpoint. Between the slices of a checkpoint's block the tree does not
  // stand: proof.checkpoint_running, ask again.

  /// The holding of an account: its row, holder, token and asset. Errors: proof.no_checkpoint,
  /// proof.account_too_new (opened after it), proof.checkpoint_running.
  Result<wire::HoldingProof> proveHolding(AccountHandle handle) const;
  /// Whose account of which token this is, without what is in it. Errors: as proveHolding().
  Result<wire::OwnerProof> proveOwner(AccountHandle handle) const;
  /// A token's row. Errors: proof.no_checkpoint, proof.token_too_new, proof.checkpoint_running.
  Result<wire::RowProof> proveToken(TokenId id) const;

  struct Parts;  ///< parts.h; nobody's business but the ledger's own files.

 private:
  friend class LedgerSetup;  // setup.h: benchmarks and tests only
  explicit Ledger(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace aurigraph::ledger
