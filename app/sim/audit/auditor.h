#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "app/sim/audit/policy.h"
#include "core/wire/block.h"
#include "core/wire/genesis.h"
#include "core/wire/outcome.h"
#include "core/wire/rows/all.h"

/// The independent auditor: a second, simple model of one lane's ledger that says whether the ledger told
/// the truth (R-LED-1, R-LED-6, R-QA-4). Written from the requirements and formats, not from the ledger.
///
/// It judges by itself:
///   - blocks: they follow one another by height, hash and time, and belong to this cluster and lane;
///   - batches: bad signature or body, other cluster or lane, kind, unknown author, a key that has ended, a
///     suspended or blocked author, valid-until, and the whole of sessions (repeated, gap, closed): each
///     (author's key, session, request) executes once at most;
///   - transfers, all of it: ownership, permission, balances, holds, pending/post/void, lock-ups, serials,
///     linked chains (all or none, only the failing link has its own code);
///   - identities and accounts: permission, names that pass for others, forbidden roles, who may open what;
///   - keys: whose each is and was, possession, the last one; recovery and blocking, and what they leave;
///   - approvals, all of it: identities and not keys, of each group another person, nobody's own, nobody's
///     whom the author registered lately, one of another organisation where that is asked; of these bytes and
///     this author, until their end, once;
///   - proposals: what may wait, who may put it there, endorse it and take it back, how many; what the last
///     word that is needed does, as the author's, by what all of them are then;
///   - protocol versions: who may activate which and for when, and that blocks name no other;
///   - claims: by whom, about whom, until when; and who is trusted with a topic;
///   - records: of which sources they are taken, how far they are believed, and what they are worth: it keeps
///     series and adopted facts of its own, makes the context of each score from them and feeds the scoring
///     function with it; so band, cap and what becomes of the record are its own words, too. That function
///     (core/quality/score.h) is the ledger's; the rule set is the last of the genesis;
///   - facts: permission, form, whether they stand, and the words that they take;
///   - reviews: permission, open or not, own submission, claims and their release, mandatory reason;
///   - overrides: of what cap X rejected and nobody decided, by whom and with whose words, once, until when;
///   - assets and minting: permission, ownership, uniqueness, records known, not the issuer's own, usable
///     (accepted, or approved or overridden and that not ended), of the right kind and not taken; each needed
///     kind with one usable record young enough; serials proven, counted, never twice.
///
/// It only follows the ledger's word where a refusal depends on what it does not model: how far a stated time
/// may lie ahead, the bounds of mandatory fields beyond emptiness, keys of records other than property's, a
/// retired carbon block, an approval that nobody needs, full tables, and which of the proposals that have
/// ended the ledger has let go. Followed is only a refusal, with one of exactly those codes; that something
/// was done is always judged.
///
/// Events are compared whole: the auditor tells its own, from its own model.
///
/// Several reasons may be true at once and no page fixes which comes first: each of them is a good answer.
namespace aurigraph::audit {

class Model;

/// Something that is not so. Empty lists of them are what a good history has.
struct Objection {
  Height height;
  std::optional<std::size_t> batch;        ///< In its block.
  std::optional<std::uint32_t> operation;  ///< In its batch.
  std::string words;                       ///< One sentence for a person.
};
[[nodiscard]] std::string toText(const Objection& objection);

struct Judgement {
  /// Where the ledger's answer was admissible it stands here; elsewhere what it should have said.
  std::vector<wire::BatchResult> expected;
  std::vector<wire::Event> events;  ///< That follow from it.
  std::vector<Objection> objections;
};

/// Who did what: the identity of a batch (R-LED-6).
struct RequestId {
  PublicKey author;
  SessionNumber session;
  RequestNumber request;
  auto operator<=>(const RequestId&) const = default;
};

class Auditor {
 public:
  explicit Auditor(const wire::Genesis& genesis, Policy policy = {});
  ~Auditor();
  Auditor(Auditor&&) noexcept;
  Auditor& operator=(Auditor&&) noexcept;

  /// Executes the next block and compares with what the ledger answered and told. `verdicts[i]`: whether
  /// signature and body root of batch i hold, as the replicas were told. Goes on after an objection, from
  /// what it believes itself.
  Judgement apply(const wire::Block& block, std::span<const bool> verdicts,
                  const wire::BlockOutcome& claimed);
  /// The same with verdicts of its own (real signatures).
  Judgement apply(const wire::Block& block, const wire::BlockOutcome& claimed);
  /// The same of the answers alone.
  Judgement apply(const wire::Block& block, std::span<const bool> verdicts,
                  std::span<const wire::BatchResult> claimed);
  Judgement apply(const wire::Block& block, std::span<const wire::BatchResult> claimed);
  /// The same where only some answers are known, say those that clients were given. About the others it
  /// decides alone: with several true reasons the first it finds, and nothing is followed.
  Judgement applyKnown(const wire::Block& block, std::span<const std::optional<wire::BatchResult>> known);

  /// Compares the ledger's account rows after the last block, `rows[i]` that of slot i + 1: each balance and
  /// hold, held ≤ balance, and per token the sum against what was minted.
  [[nodiscard]] std::vector<Objection> compareAccounts(std::span<const wire::AccountRow> rows) const;

  [[nodiscard]] Height height() const;
  /// Where a request was executed: block and place in it. Nothing: never.
  struct Place {
    Height height;
    std::size_t batch = 0;
    auto operator<=>(const Place&) const = default;
  };
  [[nodiscard]] std::optional<Place> executed(const RequestId& request) const;
  [[nodiscard]] std::optional<U128> balance(IdentityId holder, TokenId token) const;

 private:
  Judgement judge(const wire::Block& block, std::span<const bool> verdicts,
                  std::span<const wire::BatchResult* const> claimed);
  std::unique_ptr<Model> model_;
  Height height_;
  Digest previous_;
  Nanoseconds time_;
  std::map<RequestId, Place> executed_;
};

}  // namespace aurigraph::audit
