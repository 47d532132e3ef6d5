#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/sim/audit/auditor.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::audit {

inline std::string textOf(const std::vector<Objection>& objections) {
  std::string out;
  for (const auto& each : objections) out += toText(each) + "\n";
  return out;
}

/// The ledger's account rows by slot, as `compareAccounts` wants them.
inline std::vector<wire::AccountRow> rowsOf(ledger::Ledger& ledger, Lane lane = Lane(0)) {
  std::vector<wire::AccountRow> out;
  for (std::uint64_t slot = 1; slot <= ledger.accountCount(); ++slot)
    out.push_back(*ledger.row(AccountHandle::of(lane, slot)));
  return out;
}

/// Plays blocks through a fresh ledger and an auditor, rows compared after each.
class Replay {
 public:
  explicit Replay(const wire::Genesis& genesis, Policy policy = {}, ledger::Limits limits = {},
                  const wire::StateSecret& secret = test::testSecret())
      : auditor(genesis, std::move(policy)),
        ledger(ledger::Ledger::fromGenesis(genesis, secret, limits).value()) {}

  wire::BlockOutcome outcome(const wire::Block& block) { return test::LedgerWorld::applyTo(*ledger, block); }
  std::vector<wire::BatchResult> results(const wire::Block& block) { return outcome(block).results; }
  std::vector<Objection> judge(const wire::Block& block, std::span<const wire::BatchResult> claimed) {
    return auditor.apply(block, claimed).objections;
  }
  /// What the auditor says to the truth; nothing is right.
  std::vector<Objection> play(const std::vector<wire::Block>& blocks) {
    std::vector<Objection> out;
    for (const auto& block : blocks) {
      for (auto& each : auditor.apply(block, outcome(block)).objections) out.push_back(std::move(each));
      for (auto& each : auditor.compareAccounts(rowsOf(*ledger))) out.push_back(std::move(each));
    }
    return out;
  }

  Auditor auditor;
  std::unique_ptr<ledger::Ledger> ledger;
};

}  // namespace aurigraph::audit
