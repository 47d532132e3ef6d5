#include "nodes/gateway/access.h"

#include <algorithm>
#include <initializer_list>

namespace aurigraph::gateway {

namespace {

bool hasOne(const ledger::Ledger& ledger, const PublicKey& key,
            std::initializer_list<wire::Permission> permissions) {
  return std::ranges::any_of(permissions, [&](auto permission) { return ledger.allows(key, permission); });
}

/// Why a reader is turned away who is not among them.
const char* wordsFor(Who who) {
  switch (who) {
    case Who::kRecordWorkers:
      return "Records are shown to those who work with them.";
    case Who::kReviewers:
      return "The review queue is shown to reviewers and to who may read all.";
    case Who::kEvidenceBringers:
      return "Evidence is brought by those who submit records or register assets.";
    case Who::kAnyone:
    case Who::kAnyoneKnown:
    case Who::kSignedIn:
      break;
  }
  return "This is not for everybody who signed in.";
}

}  // namespace

bool isAmong(Who who, const ledger::Ledger& ledger, const PublicKey& key) {
  using enum wire::Permission;
  switch (who) {
    case Who::kAnyone:
    case Who::kAnyoneKnown:
    case Who::kSignedIn:
      return true;
    case Who::kRecordWorkers:
      return hasOne(
          ledger, key,
          {kReadAll, kDecideReview, kSubmitRecord, kOverrideRejection, kRegisterAsset, kApproveIssue});
    case Who::kReviewers:
      return hasOne(ledger, key, {kDecideReview, kReadAll});
    // Issuers bring the documents of their assets; what these say reaches the ledger through a slim node
    // only.
    case Who::kEvidenceBringers:
      return hasOne(ledger, key, {kSubmitRecord, kRegisterAsset});
  }
  return false;
}

tl::unexpected<Error> forbidden(std::string what) {
  return fail("auth.forbidden", std::move(what), "Sign in with a key whose role on the ledger allows it.");
}

std::optional<Response> Access::notReady(const Route& route) const {
  return gate_.turnedAway(route);
}

std::optional<Response> Access::overBudget(Budget budget, std::string_view peerAddress) {
  return budgets_.spend(budget, peerAddress);
}

Task<Result<std::optional<PublicKey>>> Access::reader(Who who, std::string bearer) {
  if (bearer.empty()) {
    if (who == Who::kAnyoneKnown) co_return std::nullopt;
    co_return fail("auth.required", "This is shown to people who signed in.", "Sign in with your key first.");
  }
  const auto key = signIn_.keyOf(bearer);
  if (!key)
    co_return fail("auth.session_unknown", "This sign-in is not, or no longer, good.", "Sign in again.");
  if (who <= Who::kSignedIn) co_return key;
  std::function<Result<bool>(const ledger::Ledger&)> look =
      [who, key = *key](const ledger::Ledger& ledger) -> Result<bool> {
    if (!isAmong(who, ledger, key)) return forbidden(wordsFor(who));
    return true;
  };
  const auto allowed = co_await ledger_.read<bool>(std::move(look));
  if (!allowed) co_return propagate(allowed);
  co_return key;
}

}  // namespace aurigraph::gateway
