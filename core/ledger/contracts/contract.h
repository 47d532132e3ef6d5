#pragma once

#include <cstdint>
#include <span>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "core/ledger/call.h"
#include "core/ledger/state.h"
#include "core/ledger/value/value.h"
#include "core/wire/commands.h"
#include "core/wire/outcome.h"
#include "core/wire/source_terms.h"

/// A contract answers one command: why not, or what to do, as data. It is a pure function of state, call and
/// command; `simulate` asks it and stops there, `apply` carries its plan out when nothing speaks against it.
/// One file each in this folder: it specializes `plan` for its command.
namespace aurigraph::ledger {

template <class Row>
struct Change {
  std::uint64_t slot = 0;
  Row row;
  bool isNew = false;
};
namespace detail {
template <class>
struct ChangeOf;
template <class... Row>
struct ChangeOf<std::tuple<Row...>> {
  using Type = std::variant<Change<Row>...>;
};
}  // namespace detail
using AnyChange = detail::ChangeOf<wire::AllRows>::Type;

/// What to do, of the state that it was made from, and at once: rows first, then movements of value.
class Plan {
 public:
  void refuse(ReasonCode code, std::uint64_t detail = 0) { reasons_.push_back({code, 0, detail}); }
  void refuseIf(bool condition, ReasonCode code, std::uint64_t detail = 0) {
    if (condition) refuse(code, detail);
  }
  [[nodiscard]] bool accepted() const { return reasons_.empty(); }
  /// All of them; the first is what a receipt says.
  [[nodiscard]] const std::vector<Reason>& reasons() const { return reasons_; }

  /// A new row; returns the slot that it will have, if rows of its kind are never let go.
  template <class Row>
  std::uint64_t add(const State& state, Row row) {
    std::uint64_t slot = state.of<Row>().size();
    for (const AnyChange& change : changes_)
      if (const auto* same = std::get_if<Change<Row>>(&change); same != nullptr && same->isNew) ++slot;
    changes_.push_back(Change<Row>{slot, std::move(row), true});
    return slot;
  }
  /// Another value of a row.
  template <class Row>
  void put(std::uint64_t slot, Row row) {
    changes_.push_back(Change<Row>{slot, std::move(row)});
  }
  void move(value::AnyMove move) { moves_.push_back(move); }
  void tell(wire::AnyEvent event) { events_.push_back(std::move(event)); }

  /// Does it. Requires accepted(). Appends its events.
  void carryOut(State& state, const wire::EventCause& cause, wire::EventLog& events) &&;

 private:
  std::vector<Reason> reasons_;
  std::vector<AnyChange> changes_;
  std::vector<value::AnyMove> moves_;
  std::vector<wire::AnyEvent> events_;
};

template <class Command>
Plan plan(const State& state, const Call& call, const Command& command);

Plan planAny(const State& state, const Call& call, const wire::AnyCommand& command);

// ---- what several of them do and ask ----

/// Whose word a command needs.
struct Needed {
  std::vector<wire::Permission> groups;  ///< Of each of these somebody, all of them different people.
  std::vector<IdentityId> parties = {};  ///< Who does not count, beside the author.
  /// Of the approvers one works for another organisation than the author, as far as anybody knows.
  bool fromOutside = false;
  /// Neither the author nor an approver was registered within the last 24 hours.
  bool fromKnownPeople = false;
};
/// Whose word counted, and with which key it was given.
struct Word {
  IdentityId of;
  PublicKey key;
};
/// Refuses a command that lacks a word it needs; answers whose words count, in their order. Those that it
/// carries along are good until their end and for one execution; it is refused if one of them is no valid
/// word of somebody of a group, or is the author's, a party's or one person's second, or if of author and
/// approvers, within the last 24 hours, one registered another, or a third one two of them. Of a proposal's
/// endorsements, those that are not good now do not count.
std::vector<Word> checkWords(const State& state, const Call& call, const Digest& digest,
                             const wire::Approvals& carried, const Needed& needed, Plan& out);
template <wire::TakesApprovals Command>
std::vector<Word> checkApprovals(const State& state, const Call& call, const Command& command,
                                 const Needed& needed, Plan& out) {
  return checkWords(state, call, wire::approvalDigest(state.genesisDigest, call.caller.key, command),
                    command.approvals, needed, out);
}

/// A timer (timers.h): lets go of what is over.
void dropEndedProposals(State& state, Height height, Nanoseconds time, std::size_t atMost);

/// A search of them all is cheap, and nobody fills the table with them.
inline constexpr std::uint64_t kMostSources = 1'024;
inline constexpr std::uint64_t kMostFacts = 65'536;
/// Nothing, or a value that its name takes; nobody stops every object at once.
[[nodiscard]] bool isSound(const wire::Fact& fact);
/// Why no record of this kind is taken of a source now; kDone: it is.
[[nodiscard]] ReasonCode mayTake(const SourceRow& source, wire::RecordKind kind, Nanoseconds time);
/// The source after one more record.
[[nodiscard]] SourceRow withOneMore(SourceRow source, Nanoseconds time);

/// Whether a name is another identity's, or is read as another's in haste.
[[nodiscard]] bool isNameTaken(const State& state, const std::string& name);
/// Both are known, and the same or read as the same.
[[nodiscard]] bool isSameOrganisation(const std::string& one, const std::string& another);
/// Now, with this topic.
[[nodiscard]] bool isTrusted(const State& state, IdentityId issuer, const std::string& topic);
/// In force at a time, of an issuer who is trusted with the topic and not blocked.
[[nodiscard]] bool counts(const State& state, const ClaimRow& claim, Nanoseconds time);

/// An account of an identity that has none of this token yet; returns its slot.
std::uint64_t openAccount(const State& state, IdentityId identity, TokenId token, bool tracked, Plan& out);

/// A text of one line that says something: some character of it is one that names are written with.
[[nodiscard]] bool isName(std::string_view text);
/// Accepted, or approved or overridden and that has not ended at `time`; never history.
[[nodiscard]] bool isUsable(const RecordRow& row, Nanoseconds time);
/// Who has no say in a record: who brought it, and who issues what it is about (domain §3.2).
[[nodiscard]] std::vector<IdentityId> partiesTo(const State& state, const RecordRow& record);
/// Decided about it, or took part in the override.
[[nodiscard]] bool hasDecided(const RecordRow& record, IdentityId who);
/// How long the word of people makes a record of this kind usable; not positive: not at all.
[[nodiscard]] std::int64_t approvalNanoseconds(const State& state, wire::RecordKind kind);
/// `now` − `then` for a `then` that anybody may have written: no overflow.
[[nodiscard]] I128 ageOf(Nanoseconds then, Nanoseconds now);
/// Ahead of block time by more than the rules tolerate.
[[nodiscard]] bool isAhead(const State& state, Nanoseconds stated, Nanoseconds time);
/// Kinds that say what one asset is; a record of another kind (a price, a project) may serve many.
[[nodiscard]] bool speaksForOneAsset(wire::RecordKind kind);
[[nodiscard]] wire::Category categoryOf(wire::AssetTemplate assetTemplate);

}  // namespace aurigraph::ledger
