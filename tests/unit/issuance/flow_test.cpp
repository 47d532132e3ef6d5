#include "tests/unit/issuance/flow_world.h"

namespace aurigraph::test {
namespace {

TEST(IssuanceFlow, BackNeverLosesWhatWasTyped) {
  IssuanceFlow flow = filledFlow("property");
  ASSERT_TRUE(flow.next());
  ASSERT_TRUE(flow.next());
  ASSERT_EQ(flow.step(), Step::kTerms);
  ASSERT_TRUE(flow.setTerm("supply", "ten thousand"));  // Also what is wrong stays.
  Draft before = flow.draft();
  ASSERT_TRUE(flow.back());
  ASSERT_TRUE(flow.back());
  EXPECT_FALSE(flow.back()) << "there is nothing before the first step";
  ASSERT_TRUE(flow.next());
  ASSERT_TRUE(flow.next());
  EXPECT_EQ(flow.draft(), before);
  EXPECT_FALSE(flow.next()) << "a supply in words must hold it";
}

TEST(IssuanceFlow, AnotherTemplateKeepsWhatBothHave) {
  IssuanceFlow flow = filledFlow("batch");
  ASSERT_TRUE(flow.setTerm("symbol", "MINE-1"));
  ASSERT_TRUE(flow.chooseTemplate("property"));
  EXPECT_EQ(flow.draft().term("symbol"), "MINE-1");
  ASSERT_TRUE(flow.chooseTemplate("batch"));
  EXPECT_EQ(flow.draft().term("min_celsius"), "2.0");
}

TEST(IssuanceFlow, ForwardOnlyOverStepsWithoutAnError) {
  IssuanceFlow flow;
  flow.setContext(exampleContext());
  EXPECT_FALSE(flow.next());
  EXPECT_EQ(errorsOf(flow, Step::kTemplate), "template=template.missing");
  ASSERT_TRUE(flow.chooseTemplate("property"));
  ASSERT_TRUE(flow.next());
  EXPECT_FALSE(flow.mayGoTo(Step::kTerms));
  EXPECT_FALSE(flow.goTo(Step::kDocuments));
  EXPECT_EQ(flow.step(), Step::kAsset);
  ASSERT_TRUE(flow.fillWithExample("1"));
  EXPECT_TRUE(flow.goTo(Step::kApproval));
  EXPECT_FALSE(flow.mayGoTo(Step::kPrecheck)) << "nobody approved";
}

TEST(IssuanceFlow, ALeftStepIsMarkedDoneOrWrong) {
  IssuanceFlow flow = filledFlow("property");
  ASSERT_TRUE(flow.goTo(Step::kDocuments));
  EXPECT_EQ(flow.mark(Step::kTerms), StepMark::kDone);
  EXPECT_EQ(flow.mark(Step::kDocuments), StepMark::kCurrent);
  EXPECT_EQ(flow.mark(Step::kApproval), StepMark::kOpen);
  ASSERT_TRUE(flow.setTerm("symbol", "no good"));
  EXPECT_EQ(flow.mark(Step::kTerms), StepMark::kError);
}

TEST(IssuanceFlow, AnIssueLeadsToItsField) {
  IssuanceFlow flow = approvedFlow("property");
  ASSERT_TRUE(flow.setPrecheck(
      precheckOf(flow, {{"token.symbol_taken", "The symbol is taken.", "Choose another.", "HOME-1"}})));
  EXPECT_FALSE(flow.next()) << "the ledger would refuse it";
  const Issues issues = flow.issues();
  const auto at = std::ranges::find(issues, "token.symbol_taken", &Issue::code);
  ASSERT_NE(at, issues.end());
  EXPECT_EQ(at->parameter("message"), "The symbol is taken.");
  EXPECT_EQ(flow.mark(Step::kTerms), StepMark::kError);
  EXPECT_EQ(flow.follow(*at), "symbol");
  EXPECT_EQ(flow.step(), Step::kTerms);
}

TEST(IssuanceFlow, AnEditMakesThePreCheckOutdated) {
  IssuanceFlow flow = approvedFlow("property");
  const Precheck checked = precheckOf(flow);
  ASSERT_TRUE(flow.setPrecheck(checked));
  ASSERT_TRUE(flow.goTo(Step::kReview));
  const std::string name = flow.draft().term("name");
  ASSERT_TRUE(flow.setTerm("name", "Other units"));
  EXPECT_EQ(errorsOf(flow, Step::kPrecheck), "=precheck.outdated");
  EXPECT_EQ(flow.setPrecheck(checked).error().code, "issuance.outdated");
  EXPECT_FALSE(flow.issueSubmitted());
  ASSERT_TRUE(flow.setTerm("name", name));
  EXPECT_EQ(errorsOf(flow, Step::kPrecheck), "");
  EXPECT_TRUE(flow.issueSubmitted());
}

TEST(IssuanceFlow, AnApprovalHoldsForExactlyTheseTerms) {
  IssuanceFlow flow = approvedFlow("property");
  const std::string price = flow.draft().term("unit_price");
  ASSERT_TRUE(flow.setTerm("unit_price", "501.00"));
  EXPECT_EQ(errorsOf(flow, Step::kApproval), "approvals[0]=approval.other_terms");
  EXPECT_TRUE(flow.issueToken().value().approvals.given.empty());
  ASSERT_TRUE(flow.setTerm("unit_price", price));
  EXPECT_EQ(errorsOf(flow, Step::kApproval), "") << "the very same terms are approved again";
}

TEST(IssuanceFlow, NobodyApprovesTheirOwnIssue) {
  IssuanceFlow flow = approvedFlow("property");
  const auto own = approve(flow.approvalRequest().value(), issuer().key);
  EXPECT_EQ(codeOf(flow.addApproval(own)), "approval.own");
}

TEST(IssuanceFlow, ARequestIsGoodForSeventyOneHoursFromWhenItIsMade) {
  IssuanceFlow flow = registeredFlow("property");
  EXPECT_EQ(codeOf(flow.approvalRequest()), "issuance.not_asked");
  EXPECT_FALSE(flow.isAsked());
  flow.setNow(after(kGenesisTime, 1'000));
  EXPECT_EQ(requestOf(flow).until(), after(kGenesisTime, 1'000 + 71 * 3'600));
  EXPECT_TRUE(flow.isAsked());
  flow.setNow(after(kGenesisTime, 2'000));
  EXPECT_EQ(flow.approvalRequest().value().until(), after(kGenesisTime, 1'000 + 71 * 3'600))
      << "looking at it, or changing the terms, makes no new one";
  ASSERT_TRUE(flow.setTerm("unit_price", "501.00"));
  EXPECT_EQ(flow.approvalRequest().value().until(), after(kGenesisTime, 1'000 + 71 * 3'600));
}

TEST(IssuanceFlow, NobodyIsAskedBeforeTheTimeIsKnown) {
  IssuanceFlow flow = registeredFlow("property");
  flow.setNow(Nanoseconds());
  EXPECT_EQ(codeOf(flow.askForApproval()), "issuance.no_time");
}

TEST(IssuanceFlow, AnotherEndVoidsWhatWasApproved) {
  IssuanceFlow flow = registeredFlow("property");
  const ApprovalRequest older = requestOf(flow);
  ASSERT_TRUE(flow.addApproval(approve(older, compliance().key)));
  EXPECT_EQ(errorsOf(flow, Step::kApproval), "");
  ASSERT_TRUE(flow.askForApproval());
  EXPECT_EQ(flow.draft().approvals.size(), 1U) << "the very same end is the very same request";
  flow.setNow(after(kGenesisTime, 60));
  const ApprovalRequest newer = requestOf(flow);
  EXPECT_NE(newer.digest(), older.digest());
  EXPECT_TRUE(flow.draft().approvals.empty());
  EXPECT_EQ(errorsOf(flow, Step::kApproval), "approval=approval.missing");
  EXPECT_EQ(codeOf(flow.addApproval(approve(older, compliance().key))), "approval.other_request")
      << "an answer that was under way";
  ASSERT_TRUE(flow.addApproval(approve(newer, compliance().key)));
  EXPECT_EQ(flow.issueToken().value().approvals.until, newer.until());
}

TEST(IssuanceFlow, WhatHasEndedIsToldBeforeAnythingIsSent) {
  IssuanceFlow flow = approvedFlow("property");
  ASSERT_TRUE(flow.setPrecheck(precheckOf(flow)));
  ASSERT_TRUE(flow.next());
  ASSERT_EQ(flow.step(), Step::kReview);
  const ApprovalRequest ended = flow.approvalRequest().value();
  flow.setNow(ended.until());
  EXPECT_TRUE(flow.approvalsHold()) << "its last moment";
  flow.setNow(Nanoseconds(ended.until().value + 1));
  EXPECT_EQ(errorsOf(flow, Step::kApproval), "request=approval.ended");
  EXPECT_EQ(flow.mark(Step::kApproval), StepMark::kError);
  EXPECT_EQ(codeOf(flow.approvalsHold()), "approval.ended");
  EXPECT_EQ(codeOf(flow.issueSubmitted()), "approval.ended");
  EXPECT_EQ(flow.draft().tracker.state, TrackerState::kRegistered);
  EXPECT_EQ(codeOf(flow.addApproval(approve(ended, compliance().key))), "approval.ended");
  ASSERT_TRUE(flow.goTo(Step::kApproval));
  EXPECT_FALSE(flow.next());
  ASSERT_TRUE(flow.addApproval(approve(requestOf(flow), compliance().key)));
  EXPECT_TRUE(flow.next());
}

TEST(IssuanceFlow, WhatIsOnTheLedgerCannotBeEdited) {
  IssuanceFlow flow = approvedFlow("property");
  EXPECT_EQ(flow.setAssetName("Another").error().code, "issuance.locked");
  EXPECT_EQ(flow.removeDocument(0).error().code, "issuance.locked");
  EXPECT_TRUE(flow.setTerm("name", "Terms are still open"));
  flow = approvedFlow("property");
  ASSERT_TRUE(flow.setPrecheck(precheckOf(flow)));
  ASSERT_TRUE(flow.next());
  ASSERT_TRUE(flow.issueSubmitted());
  EXPECT_EQ(flow.setTerm("name", "Too late").error().code, "issuance.locked");
  EXPECT_FALSE(flow.back());
  EXPECT_FALSE(flow.mayGoTo(Step::kTerms));
}

TEST(IssuanceFlow, TheTrackerGoesFromRegisteringToFinal) {
  IssuanceFlow flow = filledFlow("carbon");
  ASSERT_TRUE(flow.goTo(Step::kApproval));
  EXPECT_EQ(flow.committed(Height(1)).error().code, "issuance.wrong_state");
  EXPECT_EQ(flow.issueToken().error().code, "issuance.not_registered");
  flow = approvedFlow("carbon");
  EXPECT_EQ(flow.draft().tracker.state, TrackerState::kRegistered);
  EXPECT_EQ(flow.registerAsset().error().code, "issuance.registered");
  ASSERT_TRUE(flow.setPrecheck(precheckOf(flow)));
  EXPECT_EQ(flow.issueSubmitted().error().code, "issuance.wrong_state") << "not before the review was seen";
  ASSERT_TRUE(flow.next());
  EXPECT_FALSE(flow.next()) << "only a submitted issue goes on";
  ASSERT_TRUE(flow.issueSubmitted());
  EXPECT_EQ(flow.step(), Step::kSubmitted);
  EXPECT_EQ(flow.finalised(Height(30)).error().code, "issuance.wrong_state");
  ASSERT_TRUE(flow.committed(Height(30), filled<Digest>(0x52)));
  ASSERT_TRUE(flow.finalised(Height(31)));
  EXPECT_EQ(flow.draft().tracker.committedAt, Height(30));
  EXPECT_EQ(flow.draft().tracker.certifiedAt, Height(31));
  flow.setNow(Nanoseconds(flow.draft().approvalsUntil.value + 1));
  EXPECT_EQ(flow.mark(Step::kApproval), StepMark::kDone) << "it was approved when that counted";
}

TEST(IssuanceFlow, ARefusedIssueOpensAgainWithItsReasons) {
  IssuanceFlow flow = approvedFlow("property");
  ASSERT_TRUE(flow.setPrecheck(precheckOf(flow)));
  ASSERT_TRUE(flow.next());
  ASSERT_TRUE(flow.issueSubmitted());
  ASSERT_TRUE(flow.refused({{"token.symbol_taken", "Taken.", "Choose another.", ""}}));
  EXPECT_TRUE(hasIssue(flow, "symbol", "token.symbol_taken"));
  ASSERT_TRUE(flow.goTo(Step::kTerms));
  ASSERT_TRUE(flow.setTerm("symbol", "HOME-2"));
  EXPECT_FALSE(hasIssue(flow, "symbol", "token.symbol_taken")) << "said about another symbol";
  EXPECT_EQ(flow.setAssetName("x").error().code, "issuance.locked") << "the asset stays registered";
}

TEST(IssuanceFlow, ARefusedRegistrationOpensTheAssetAgain) {
  IssuanceFlow flow = filledFlow("property");
  ASSERT_TRUE(flow.goTo(Step::kApproval));
  ASSERT_TRUE(flow.registrationSubmitted());
  EXPECT_EQ(flow.setAssetName("x").error().code, "issuance.locked");
  ASSERT_TRUE(flow.refused({{"asset.exists", "There is one.", "Use it.", ""}}));
  EXPECT_TRUE(hasIssue(flow, "asset_key", "asset.exists"));
  EXPECT_TRUE(flow.setAssetName("x"));
  EXPECT_TRUE(flow.registrationSubmitted());
}

TEST(IssuanceFlow, ARegisteredAssetNeedsNoDocumentsAgain) {
  IssuanceFlow flow = filledFlow("property");
  IssuanceContext context = exampleContext();
  context.assets = {{AssetId(4), "US-9", "Nine", wire::AssetTemplate::kProperty, true, false, {}},
                    {AssetId(5), "US-8", "Eight", wire::AssetTemplate::kProperty, true, true, {}}};
  flow.setContext(context);
  ASSERT_TRUE(flow.useAsset(AssetId(4)));
  ASSERT_TRUE(flow.goTo(Step::kTerms)) << errorsOf(flow, Step::kAsset);
  ASSERT_TRUE(flow.next());
  EXPECT_EQ(flow.step(), Step::kApproval);
  EXPECT_EQ(flow.mark(Step::kDocuments), StepMark::kSkipped);
  ASSERT_TRUE(flow.back());
  EXPECT_EQ(flow.step(), Step::kTerms);
  ASSERT_TRUE(flow.useAsset(AssetId(5)));
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "asset_key=asset.has_token");
}

TEST(IssuanceFlow, ExamplesAreForSimulatedClustersOnly) {
  IssuanceFlow flow = flowOf("property");
  IssuanceContext context = exampleContext();
  context.simulated = false;
  flow.setContext(context);
  EXPECT_EQ(flow.fillWithExample("1").error().code, "issuance.not_simulated");
  EXPECT_TRUE(flow.draft().terms.empty());
}

TEST(IssuanceFlow, TheExampleOfEachTemplateIsComplete) {
  for (const std::string& name : templateNames()) {
    IssuanceFlow flow = filledFlow(name);
    EXPECT_TRUE(flow.goTo(Step::kApproval))
        << name << ": " << errorsOf(flow, Step::kAsset) << " " << errorsOf(flow, Step::kTerms);
    EXPECT_TRUE(flow.registerAsset()) << name;
  }
  EXPECT_EQ(templateNames().size(), 3U);
}

TEST(IssuanceFlow, ACopyGoesItsOwnWay) {
  IssuanceFlow flow = filledFlow("property");
  IssuanceFlow copy = flow;
  ASSERT_TRUE(copy.setTerm("symbol", "OTHER"));
  EXPECT_NE(flow.draft().term("symbol"), "OTHER");
}

}  // namespace
}  // namespace aurigraph::test
