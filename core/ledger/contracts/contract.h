#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/ledger/call.h"
#include "core/ledger/state.h"
#include "core/wire/commands.h"

/// A contract answers one command: why not, or what to do. It is a pure function of state, call and
/// command; `simulate` asks it and stops there, `apply` runs the effect when nothing speaks against it.
/// One file each in this folder; registered by its declaration here (contracts.cpp dispatches by type).
namespace aurigraph::ledger {

struct Plan {
  std::vector<Reason> reasons;  ///< All of them; the first is what a receipt says.
  std::function<void(State&)>
      effect;  ///< To be run at once, on the state it was made from. Set when no reason.

  void refuse(ReasonCode code, std::uint64_t detail = 0) { reasons.push_back({code, 0, detail}); }
  void refuseIf(bool condition, ReasonCode code, std::uint64_t detail = 0) {
    if (condition) refuse(code, detail);
  }
  [[nodiscard]] bool accepted() const { return reasons.empty(); }
};

Plan plan(const State& state, const Call& call, const wire::RegisterIdentity& command);
Plan plan(const State& state, const Call& call, const wire::OpenAccount& command);
Plan plan(const State& state, const Call& call, const wire::SubmitRecord& command);
Plan plan(const State& state, const Call& call, const wire::ClaimReview& command);
Plan plan(const State& state, const Call& call, const wire::DecideReview& command);
Plan plan(const State& state, const Call& call, const wire::ReleaseReview& command);
Plan plan(const State& state, const Call& call, const wire::RegisterAsset& command);
Plan plan(const State& state, const Call& call, const wire::IssueToken& command);
Plan plan(const State& state, const Call& call, const wire::Anchor& command);

Plan planAny(const State& state, const Call& call, const wire::AnyCommand& command);

// ---- what several of them ask ----

/// A text of one line that says something: not empty, not only blanks, no line break.
[[nodiscard]] bool isName(std::string_view text);
/// Accepted, or approved and the approval has not ended at `time`; never history.
[[nodiscard]] bool isUsable(const RecordRow& row, Nanoseconds time);
/// `now` − `then` for a `then` that anybody may have written: no overflow.
[[nodiscard]] I128 ageOf(Nanoseconds then, Nanoseconds now);
/// Ahead of block time by more than the rules tolerate.
[[nodiscard]] bool isAhead(const State& state, Nanoseconds stated, Nanoseconds time);
/// Kinds that say what one asset is; a record of another kind (a price, a project) may serve many.
[[nodiscard]] bool speaksForOneAsset(wire::RecordKind kind);
[[nodiscard]] wire::Category categoryOf(wire::AssetTemplate assetTemplate);

}  // namespace aurigraph::ledger
