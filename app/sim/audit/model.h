#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "app/sim/audit/expected_outcome.h"
#include "app/sim/audit/holding.h"
#include "app/sim/audit/policy.h"
#include "core/base/decimal.h"
#include "core/quality/rule_set.h"
#include "core/wire/commands.h"
#include "core/wire/events/all.h"
#include "core/wire/genesis.h"
#include "core/wire/record.h"
#include "core/wire/transfer.h"

/// The auditor's picture of one lane: ordered maps, one entry per thing, nothing derived.
namespace aurigraph::audit {

struct Key {
  PublicKey key;
  Nanoseconds addedAt;
  bool ended = false;
};

struct Identity {
  std::string name;
  std::vector<Key> keys;  ///< All it ever had, in the order in which they came.
  wire::RoleMask roles = 0;
  std::string organisation = {};  ///< Empty: nobody says.
  IdentityId createdBy = {};      ///< 0: of the genesis.
  Nanoseconds createdAt = {};
  std::uint32_t changes = 0;                              ///< Of its roles, with an approval.
  std::map<IdentityId, Nanoseconds> suspendedUntil = {};  ///< By whom.
  bool blocked = false;

  [[nodiscard]] std::size_t keysInForce() const;
  /// Those that came within the last 30 days, ended or not.
  [[nodiscard]] std::size_t keysOfLate(Nanoseconds time) const;
  /// Blocked it is none any more.
  [[nodiscard]] bool administers() const;
};

/// The words of a claim: said again they are the same claim.
struct Claim {
  IdentityId subject;
  IdentityId issuer;
  std::string topic;
  std::string value;
  auto operator<=>(const Claim&) const = default;
};

/// Whether a claim issuer is believed in one topic.
struct Trust {
  bool stands = false;  ///< As long as the issuer's roles are those of `changes`.
  std::uint32_t changes = 0;
};

/// What waits for the words of others, and what had them: known for ever, though the ledger lets go of what
/// has ended.
struct Proposal {
  PublicKey author;                   ///< With which key it was proposed.
  wire::AnyCommand what;              ///< As long as it is not over.
  Nanoseconds until;                  ///< Until when it is known for certain.
  std::vector<PublicKey> words = {};  ///< In the order in which they came.
  bool over = false;                  ///< Executed, taken back, or its words were carried along.
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

enum class ReviewState : std::uint8_t { kNone, kWaiting, kApproved, kRejected, kOverridden };
struct SubmittedRecord {
  wire::Record record;
  wire::Origin origin = wire::Origin::kReal;  ///< As it is believed.
  Nanoseconds admittedAt;                     ///< And scored.
  Ppm score;
  bool cappedX = false;  ///< The cap that two people may override made its score.
  IdentityId submitter;
  ReviewState review = ReviewState::kNone;
  IdentityId claimedBy;
  IdentityId decidedBy;
  std::set<IdentityId> endorsedBy;  ///< Of an override.
  Nanoseconds claimUntil;
  Nanoseconds approvedUntil;  ///< Or overridden.
  AssetId asset;              ///< That it was taken for; 0: none.

  [[nodiscard]] bool decidedAlsoBy(IdentityId id) const { return decidedBy == id || endorsedBy.contains(id); }
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

struct Source {
  wire::SourceTerms terms;
  std::uint32_t version = 0;  ///< How many terms it has had.
  Nanoseconds pausedAt = {};
  Nanoseconds pausedUntil = {};
  IdentityId pausedBy = {};
  Nanoseconds hourSince = {};
  std::uint32_t records = 0;  ///< Since then.

  [[nodiscard]] std::uint32_t recordsInHour(Nanoseconds time) const;
};

/// What one source has said of one object in one kind of record.
struct Series {
  struct Said {
    std::uint64_t revision = 0;
    Digest content;
  };
  /// Of a field in accepted records.
  struct Values {
    std::string unit;                      ///< Of the newest.
    Nanoseconds retrievedAt;               ///< Of the newest.
    std::vector<Decimal> newest;           ///< Oldest first.
    std::map<std::int64_t, Decimal> days;  ///< The last of each day, of a price alone.
  };
  std::size_t number = 0;                    ///< In the order in which they began.
  std::map<Nanoseconds, Said> moments = {};  ///< The highest revision of each.
  bool accepted = false;                     ///< A record of it was.
  std::map<std::string, Values> fields = {};
  std::optional<wire::SerialRange> serials = {};  ///< Of the last accepted block of credits.
};
using SeriesKey = std::tuple<std::string, wire::RecordKind, std::string>;  ///< Object, kind, source.

/// What scores count with beside records.
struct AdoptedFact {
  std::string value;          ///< Empty: taken back.
  std::uint32_t version = 0;  ///< How many values it has had.
};
using FactKey = std::pair<std::string, wire::FactName>;  ///< Object, none: of every one.

/// As rules read a fact; nothing: that is no value of this name.
[[nodiscard]] std::optional<wire::FieldValue> meaningOf(wire::FactName name, const std::string& value);
/// Whether a serial number is in both.
[[nodiscard]] bool overlap(const wire::SerialRange& a, const wire::SerialRange& b);

/// Whose word a command needs beside its author's.
struct NeededWords {
  std::vector<wire::Permission> of;   ///< For each of these a person who has it, and each another person.
  std::set<IdentityId> without = {};  ///< Who may not be among them, beside the author.
  bool fromKnownPeople = false;       ///< None of them, the author included, came within a day.
  bool fromOutside = false;           ///< One of them works for another organisation than the author.
};

/// Whose operation, signed with which key, and when: block time.
struct Circumstances {
  IdentityId author;
  PublicKey key;
  Nanoseconds time;
  Protocol protocol = kProtocol;
  Height height = {};  ///< Of the block.
  /// Of a proposal: the keys that endorsed it, the newest last. Nothing: what it carries along counts.
  std::optional<std::vector<PublicKey>> endorsed = {};
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

  /// The newest version that a block of this height may be of.
  [[nodiscard]] Protocol newestAt(Height height) const;

  // ---- looking ----

  /// Whose key it is, and in force.
  [[nodiscard]] std::optional<IdentityId> identityOf(const PublicKey& key) const;
  /// Whose key it is or was.
  [[nodiscard]] std::optional<IdentityId> ownerOf(const PublicKey& key) const;
  [[nodiscard]] bool allows(IdentityId id, wire::Permission permission, Nanoseconds time) const;
  [[nodiscard]] bool suspended(IdentityId id, Nanoseconds time) const;
  /// Suspended, or blocked for good.
  [[nodiscard]] bool barred(IdentityId id, Nanoseconds time) const;
  [[nodiscard]] const Account* account(std::uint64_t handle) const;
  [[nodiscard]] const Pending* pending(std::uint64_t handle) const;
  [[nodiscard]] std::optional<std::uint64_t> slotOf(IdentityId holder, TokenId token) const;

  wire::Genesis genesis;
  Digest genesisDigest;
  quality::RuleSet rules;  ///< The last of the genesis.
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
  std::map<Claim, Nanoseconds> claims;                          ///< Until when; taken back: since when not.
  std::map<std::pair<IdentityId, std::string>, Trust> trusted;  ///< By issuer and topic.
  std::map<Digest, Proposal> proposals;
  std::map<std::string, Source> sources;
  std::map<FactKey, AdoptedFact> facts;
  std::map<SeriesKey, Series> series;
  Protocol inForce;                      ///< By which blocks are executed.
  std::map<Protocol, Height> activated;  ///< From which height on.
  std::vector<wire::AnyEvent> told;      ///< What the command just executed has to tell.

 private:
  // For each command its own, where its file specializes them.
  template <class Command>
  ExpectedOutcome expectedOf(const Command& command, const Circumstances& when) const;
  template <class Command>
  void carryOut(const Command& command, const Circumstances& when);
  void carryOutAny(const wire::AnyCommand& command, const Circumstances& when);

  void judgeFinishing(const wire::Transfer& transfer, const Circumstances& when, ExpectedOutcome& out) const;
  void judgeFunds(const wire::Transfer& transfer, const Account& debit, const Circumstances& when,
                  ExpectedOutcome& out) const;
  [[nodiscard]] bool receiverWouldOverflow(const wire::Transfer& transfer, const Circumstances& when) const;
  void move(const wire::Transfer& transfer, const Circumstances& when);
  Account& changed(std::uint64_t slot);
  Pending& changedPending(std::uint64_t slot);

  void judgeReviewer(const SubmittedRecord& record, const Circumstances& when, ExpectedOutcome& out) const;
  [[nodiscard]] bool usable(const SubmittedRecord& record, Nanoseconds time) const;
  /// Who has no say in a record: it is theirs, or about what is.
  [[nodiscard]] std::set<IdentityId> partiesTo(const SubmittedRecord& record) const;
  [[nodiscard]] Nanoseconds approvalEnd(const SubmittedRecord& record, Nanoseconds time) const;
  [[nodiscard]] NeededWords neededToOverride(const SubmittedRecord& record) const;
  void judgeMintGate(const wire::IssueToken& command, const Asset& asset, const Circumstances& when,
                     ExpectedOutcome& out) const;
  void judgeSerials(const wire::IssueToken& command, const Asset& asset, ExpectedOutcome& out) const;
  // ---- sources (sources.cpp) ----
  void judgeSource(const std::string& source, wire::RecordKind kind, Nanoseconds time,
                   ExpectedOutcome& out) const;
  void countRecord(const std::string& source, Nanoseconds time);
  // ---- what a record is judged beside (records.cpp) ----
  /// Requires that the record's source is known.
  [[nodiscard]] wire::ScoreInputs contextOf(const wire::Record& record, Nanoseconds time) const;
  [[nodiscard]] wire::Seen seenBefore(const wire::Record& record) const;
  [[nodiscard]] std::map<std::string, wire::FieldValue> factsFor(const wire::Record& record) const;
  [[nodiscard]] std::optional<wire::Quantity> anothersWord(const wire::Record& record,
                                                           const std::string& field, Nanoseconds bound) const;
  [[nodiscard]] std::optional<wire::Quantity> medianOfDays(const wire::Record& record) const;
  [[nodiscard]] bool projectAccepted(const wire::Record& record) const;
  void joinSeries(const wire::Record& record, wire::Seen seen, wire::Band band);
  // ---- the words of others (proposals.cpp) ----
  /// Ordered by its author, without anybody's words.
  template <wire::TakesApprovals Command>
  [[nodiscard]] static bool alone(const Command& command, const Circumstances& when) {
    return command.approvals.given.empty() && !when.endorsed;
  }
  /// That a command has the words that it needs.
  template <wire::TakesApprovals Command>
  void judgeApprovals(const Command& command, const NeededWords& needed, const Circumstances& when,
                      ExpectedOutcome& out) const {
    judgeWords(wire::approvalDigest(genesisDigest, when.key, command), command.approvals, needed, when, out);
  }
  void judgeWords(const Digest& digest, const wire::Approvals& carried, const NeededWords& needed,
                  const Circumstances& when, ExpectedOutcome& out) const;
  [[nodiscard]] std::set<IdentityId> carriedWords(const Digest& digest, const wire::Approvals& carried,
                                                  const NeededWords& needed, const Circumstances& when,
                                                  ExpectedOutcome& out) const;
  [[nodiscard]] std::set<IdentityId> endorsingWords(const std::vector<PublicKey>& words,
                                                    const NeededWords& needed, const Circumstances& when,
                                                    ExpectedOutcome& out) const;
  /// With which keys the words that count were given, in their order.
  [[nodiscard]] std::vector<PublicKey> countedKeys(const wire::Approvals& carried, const NeededWords& needed,
                                                   const Circumstances& when) const;
  void judgeUsed(const Digest& digest, const Circumstances& when, ExpectedOutcome& out) const;
  [[nodiscard]] IdentityId speaker(const PublicKey& key, const std::set<IdentityId>& people,
                                   const NeededWords& needed, const Circumstances& when,
                                   ExpectedOutcome& out) const;
  void useUp(const wire::AnyCommand& command, const Circumstances& when);
  [[nodiscard]] const Proposal* openProposal(const Digest& id, Nanoseconds time) const;
  [[nodiscard]] Proposal withoutWordsOf(Proposal proposal, IdentityId whom) const;
  [[nodiscard]] Circumstances asAuthor(const Proposal& proposal, const Circumstances& when) const;
  [[nodiscard]] bool related(IdentityId one, IdentityId another, Nanoseconds time) const;
  [[nodiscard]] bool isNew(IdentityId id, Nanoseconds time) const;
  /// Whether each permission finds a person of its own among these.
  [[nodiscard]] bool eachHasItsOwn(const std::vector<wire::Permission>& permissions,
                                   const std::set<IdentityId>& people, Nanoseconds time) const;
  /// What every order of an administrator about somebody else asks.
  [[nodiscard]] ExpectedOutcome ofAnother(IdentityId identity, const Circumstances& when) const;
  /// That an administrator may end: three others are left.
  void judgeLastAdministrators(IdentityId identity, ExpectedOutcome& out) const;
  void judgeNewKey(IdentityId whose, const PublicKey& key, const Signature& possession,
                   ExpectedOutcome& out) const;
  void addKey(IdentityId whose, const PublicKey& key, Nanoseconds time);
  void endKey(const PublicKey& key, IdentityId by);
  [[nodiscard]] bool tablesNearlyFull() const;
  void openAccount(IdentityId holder, TokenId token);

  std::optional<Before> before_;
  std::vector<std::pair<TokenId, wire::SerialRange>> tokenizedSerials_;
};

}  // namespace aurigraph::audit
