#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/sim/audit/expected_outcome.h"
#include "app/sim/audit/holding.h"
#include "app/sim/audit/policy.h"
#include "core/wire/commands.h"
#include "core/wire/events/all.h"
#include "core/wire/genesis.h"
#include "core/wire/record.h"
#include "core/wire/transfer.h"

/// The auditor's picture of one lane: ordered maps, one entry per thing, nothing derived.
namespace aurigraph::audit {

struct Identity {
  std::string name;
  PublicKey key;
  wire::RoleMask roles = 0;
  IdentityId createdBy = {};  ///< 0: of the genesis.
  Nanoseconds createdAt = {};
  std::uint32_t changes = 0;                              ///< Of its roles, with an approval.
  std::map<IdentityId, Nanoseconds> suspendedUntil = {};  ///< By whom.
};

struct Account {
  IdentityId holder;
  TokenId token;
  U128 balance = 0;
  U128 held = 0;
  Holding holding;
};

enum class PendingState : std::uint8_t { kOpen, kPosted, kVoided };
struct Pending {
  wire::Transfer made;
  PendingState state = PendingState::kOpen;
};

struct Token {
  std::string symbol;
  IdentityId issuer;
  AssetId asset;
  U128 minted = 0;
  std::int64_t lockUpSeconds = 0;
  bool hasSerials = false;
};

struct Asset {
  wire::RegisterAsset what;
  IdentityId issuer;
  wire::Origin origin = wire::Origin::kReal;  ///< The weakest of its records.
  TokenId token;                              ///< 0: none yet.
};

enum class ReviewState : std::uint8_t { kNone, kWaiting, kApproved, kRejected };
struct SubmittedRecord {
  wire::Record record;
  Nanoseconds scoredAt;
  wire::Purpose purpose = wire::Purpose::kLive;
  Ppm score;
  IdentityId submitter;
  ReviewState review = ReviewState::kNone;
  IdentityId claimedBy;
  IdentityId decidedBy;
  Nanoseconds claimUntil;
  Nanoseconds approvedUntil;
  AssetId asset;  ///< That it was taken for; 0: none.
};

struct Session {
  RequestNumber last;
  Nanoseconds lastUsed;
};
/// All of one author's.
struct Sessions {
  std::map<SessionNumber, Session> open;
  SessionNumber closedUpTo;  ///< No other up to here can be opened.

  void closeUnused(Nanoseconds time, Nanoseconds longest);
  /// What the next batch of one must be; nothing: it is closed.
  [[nodiscard]] std::optional<RequestNumber> next(SessionNumber session) const;
  /// Counts a batch that was the next one.
  void count(SessionNumber session, RequestNumber request, Nanoseconds time, std::size_t most);

 private:
  void close(SessionNumber session);
};

/// Whose operation, and when: block time.
struct Circumstances {
  IdentityId author;
  Nanoseconds time;
  Protocol protocol = kProtocol;
};

class Model {
 public:
  Model(const wire::Genesis& genesis, Policy policy);

  // ---- transfers (transfers.cpp): judged entirely by the model ----

  [[nodiscard]] ExpectedOutcome judge(const wire::Transfer& transfer, const Circumstances& when) const;
  /// Requires an expected outcome without a certain reason.
  void execute(const wire::Transfer& transfer, const Circumstances& when);

  /// What accounts and pending transfers were before, so that a chain can be taken back.
  struct Before {
    std::map<std::uint64_t, Account> accounts;
    std::map<std::uint64_t, std::optional<Pending>> pendings;
  };
  /// From here on changes by transfers are remembered; `rollBack` undoes them, `keep` forgets.
  void remember();
  void rollBack();
  void keep();

  // ---- commands ----

  [[nodiscard]] ExpectedOutcome judge(const wire::AnyCommand& command, const Circumstances& when) const;
  void execute(const wire::AnyCommand& command, const Circumstances& when);

  // ---- looking ----

  [[nodiscard]] std::optional<IdentityId> identityOf(const PublicKey& key) const;
  [[nodiscard]] bool allows(IdentityId id, wire::Permission permission, Nanoseconds time) const;
  [[nodiscard]] bool suspended(IdentityId id, Nanoseconds time) const;
  [[nodiscard]] const Account* account(std::uint64_t handle) const;
  [[nodiscard]] const Pending* pending(std::uint64_t handle) const;
  [[nodiscard]] std::optional<std::uint64_t> slotOf(IdentityId holder, TokenId token) const;

  wire::Genesis genesis;
  Digest genesisDigest;
  Policy policy;
  Lane lane;
  std::map<IdentityId, Identity> identities;
  std::map<TokenId, Token> tokens;
  std::map<std::uint64_t, Account> accounts;  ///< By slot.
  std::map<std::uint64_t, Pending> pendings;  ///< By slot.
  std::map<AssetId, Asset> assets;
  std::map<Digest, SubmittedRecord> records;
  struct Anchors {
    wire::Anchor last;
    std::uint64_t count = 0;
  };
  std::map<IdentityId, Anchors> anchors;
  std::map<PublicKey, Sessions> sessions;
  std::vector<wire::AnyEvent> told;  ///< What the command just executed has to tell.

 private:
  // For each command its own, where its file specializes them.
  template <class Command>
  ExpectedOutcome expectedOf(const Command& command, const Circumstances& when) const;
  template <class Command>
  void carryOut(const Command& command, const Circumstances& when);

  void judgeFinishing(const wire::Transfer& transfer, const Circumstances& when, ExpectedOutcome& out) const;
  void judgeFunds(const wire::Transfer& transfer, const Account& debit, const Circumstances& when,
                  ExpectedOutcome& out) const;
  [[nodiscard]] bool receiverWouldOverflow(const wire::Transfer& transfer, const Circumstances& when) const;
  void move(const wire::Transfer& transfer, const Circumstances& when);
  Account& changed(std::uint64_t slot);
  Pending& changedPending(std::uint64_t slot);

  void judgeReviewer(const SubmittedRecord& record, const Circumstances& when, ExpectedOutcome& out) const;
  [[nodiscard]] bool usable(const SubmittedRecord& record, Nanoseconds time) const;
  void judgeMintGate(const wire::IssueToken& command, const Asset& asset, const Circumstances& when,
                     ExpectedOutcome& out) const;
  void judgeSerials(const wire::IssueToken& command, const Asset& asset, ExpectedOutcome& out) const;
  void judgeApprovals(const Digest& digest, const std::vector<wire::Approval>& approvals,
                      wire::Permission permission, const std::set<IdentityId>& parties,
                      const Circumstances& when, ExpectedOutcome& out) const;
  /// What every order of an administrator about somebody else asks.
  [[nodiscard]] ExpectedOutcome ofAnother(IdentityId identity, const Circumstances& when) const;
  [[nodiscard]] bool tablesNearlyFull() const;
  void openAccount(IdentityId holder, TokenId token);

  std::optional<Before> before_;
  std::vector<std::pair<TokenId, wire::SerialRange>> tokenizedSerials_;
};

}  // namespace aurigraph::audit
