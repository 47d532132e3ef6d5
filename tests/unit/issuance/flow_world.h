#pragma once

// A flow with the records of the three worked examples around it, and the ways through it that tests share.

#include <gtest/gtest.h>

#include <string>

#include "app/sim/people.h"
#include "core/crypto/sha256.h"
#include "ui/wizard/flow/issuance_flow.h"

namespace aurigraph::test {

using namespace issuance;  // NOLINT(google-build-using-namespace): tests of this namespace alone

inline KnownRecord knownRecord(std::uint8_t number, const std::string& category, const std::string& kind,
                               const std::string& assetKey) {
  KnownRecord out;
  out.id = filled<Digest>(number);
  out.category = category;
  out.kind = kind;
  out.assetKey = assetKey;
  out.band = "ACCEPT";
  out.decision = "AUTO";
  out.score = Ppm(900'000);
  out.ageSeconds = 60;
  return out;
}

inline IssuanceContext exampleContext() {
  IssuanceContext out;
  out.genesis = filled<Digest>(0xAA);
  out.now = kGenesisTime;
  out.author = issuer().key.publicKey();
  out.simulated = true;
  out.records = {
      knownRecord(1, "property", "title", "US-1"),    knownRecord(2, "property", "valuation", "US-1"),
      knownRecord(3, "property", "title", "US-2"),    knownRecord(10, "carbon", "project", "VCS-1"),
      knownRecord(11, "carbon", "block", "VCS-1:B1"), knownRecord(12, "carbon", "price", "forestry"),
      knownRecord(20, "supply", "sensor", "SSCC-1")};
  out.records[1].value = Decimal::of(600'000);
  out.records[1].currency = "USD";
  out.records[4].serials = wire::SerialRange{"VERRA", "S1", 1'000, 1'999};
  return out;
}

inline IssuanceFlow flowOf(const std::string& name) {
  IssuanceFlow out;
  out.setContext(exampleContext());
  EXPECT_TRUE(out.chooseTemplate(name));
  return out;
}

/// Filled with the example, still at its first step.
inline IssuanceFlow filledFlow(const std::string& name) {
  IssuanceFlow out = flowOf(name);
  EXPECT_TRUE(out.fillWithExample("1"));
  return out;
}

/// The codes of one step's errors, space-separated.
inline std::string errorsOf(const IssuanceFlow& flow, Step step) {
  std::string out;
  for (const Issue& issue : flow.issues(step))
    if (issue.severity == Severity::kError) out += (out.empty() ? "" : " ") + issue.field + "=" + issue.code;
  return out;
}
inline bool hasIssue(const IssuanceFlow& flow, const std::string& field, const std::string& code) {
  for (const Issue& issue : flow.issues())
    if (issue.field == field && issue.code == code) return true;
  return false;
}

/// What others are asked to approve from now on.
inline ApprovalRequest requestOf(IssuanceFlow& flow) {
  EXPECT_TRUE(flow.askForApproval());
  const auto request = flow.approvalRequest();
  EXPECT_TRUE(request) << request.error().message;
  return request.value_or(ApprovalRequest{});
}
inline Nanoseconds after(Nanoseconds time, std::int64_t seconds) {
  return Nanoseconds(time.value + seconds * kSecond);
}
/// The code of what was refused.
template <class T>
std::string codeOf(const Result<T>& done) {
  return done ? std::string("taken") : std::string(done.error().code);
}

/// On the register, at the approval.
inline IssuanceFlow registeredFlow(const std::string& name) {
  IssuanceFlow flow = filledFlow(name);
  while (flow.step() < Step::kApproval)
    if (!flow.next()) ADD_FAILURE() << errorsOf(flow, flow.step());
  EXPECT_TRUE(flow.registrationSubmitted());
  EXPECT_TRUE(flow.registered(AssetId(7), Height(12), filled<Digest>(0x51)));
  return flow;
}
/// Approved by the compliance officer, at the pre-check.
inline IssuanceFlow approvedFlow(const std::string& name) {
  IssuanceFlow flow = registeredFlow(name);
  EXPECT_TRUE(flow.addApproval(approve(requestOf(flow), compliance().key)));
  EXPECT_TRUE(flow.next());
  return flow;
}

inline Precheck precheckOf(const IssuanceFlow& flow, std::vector<LedgerReason> reasons = {}) {
  return {digestOf(flow.issueToken().value()), Height(20), std::move(reasons)};
}

}  // namespace aurigraph::test
