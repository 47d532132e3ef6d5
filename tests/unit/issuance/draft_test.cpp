#include "tests/unit/issuance/flow_world.h"

namespace aurigraph::test {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(IssuanceDraft, ADraftSurvivesARestart) {
  for (const std::string& name : templateNames()) {
    IssuanceFlow flow = approvedFlow(name);
    ASSERT_TRUE(flow.setPrecheck(precheckOf(flow, {{"a.b", "M \"1\"", "R", "P"}})));
    ASSERT_TRUE(flow.setTerm("name", "Zeile\nüber \t\"alles\" \\ مرحبا"));
    const std::string text = toJson(flow.draft());
    const auto read = draftFromJson(text);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, flow.draft());
    EXPECT_EQ(toJson(*read), text) << "equal drafts are equal bytes";
    auto resumed = IssuanceFlow::resume(*read);
    ASSERT_TRUE(resumed);
    resumed->setContext(exampleContext());
    EXPECT_EQ(resumed->issues(), flow.issues());
    EXPECT_EQ(resumed->step(), Step::kPrecheck);
  }
}

TEST(IssuanceDraft, EachStateOfTheTrackerSurvives) {
  IssuanceFlow flow = filledFlow("property");
  const auto survives = [&] {
    const auto read = draftFromJson(toJson(flow.draft()));
    return read && *read == flow.draft() && IssuanceFlow::resume(*read).has_value();
  };
  EXPECT_TRUE(survives());
  ASSERT_TRUE(flow.goTo(Step::kApproval));
  ASSERT_TRUE(flow.registrationSubmitted());
  EXPECT_TRUE(survives());
  flow = approvedFlow("property");
  EXPECT_TRUE(survives());
  ASSERT_TRUE(flow.setPrecheck(precheckOf(flow)));
  ASSERT_TRUE(flow.next());
  ASSERT_TRUE(flow.issueSubmitted());
  EXPECT_TRUE(survives());
  IssuanceFlow other = flow;
  ASSERT_TRUE(flow.committed(Height(5)));
  EXPECT_TRUE(survives());
  ASSERT_TRUE(flow.finalised(Height(6)));
  EXPECT_TRUE(survives());
  ASSERT_TRUE(other.refused({{"a.b", "", "", ""}}));
  flow = other;
  EXPECT_TRUE(survives());
}

TEST(IssuanceDraft, TheFullestDraftIsWithinTheBound) {
  Draft draft;
  const std::string longest(kMaxTypedBytes, '"');
  for (std::size_t at = 0; at < kMaxTermFields; ++at) draft.terms["key" + std::to_string(at)] = longest;
  draft.assetKey = draft.assetName = draft.templateName = longest;
  draft.serials.assign(wire::kMaxSerialRanges, {longest, longest, longest, longest});
  draft.documents.assign(wire::kMaxDocumentsPerAsset, {longest, longest, filled<Digest>(1), 1});
  draft.approvals.assign(kMaxApprovals, {});
  draft.approvalsUntil = Nanoseconds(INT64_MAX);
  const std::vector<LedgerReason> reasons(kMaxReasons, {longest, longest, longest, longest});
  draft.precheck = Precheck{{}, {}, reasons};
  draft.tracker.why = reasons;
  const auto read = draftFromJson(toJson(draft));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, draft);
}

TEST(IssuanceDraft, ADraftOfFormatOneIsReadWithoutItsApprovals) {
  const Draft now = approvedFlow("carbon").draft();
  std::string text = replaced(toJson(now), "\"format\":2", "\"format\":1");
  text = replaced(text, "\"approvals_until\":\"" + std::to_string(now.approvalsUntil.value) + "\",", "");
  const auto read = draftFromJson(text);
  ASSERT_TRUE(read) << read.error().message;
  Draft expected = now;
  expected.approvalsUntil = Nanoseconds();
  expected.approvals.clear();
  EXPECT_EQ(*read, expected);
  auto resumed = IssuanceFlow::resume(*read);
  ASSERT_TRUE(resumed);
  resumed->setContext(exampleContext());
  EXPECT_EQ(errorsOf(*resumed, Step::kApproval), "approval=approval.missing");
}

TEST(IssuanceDraft, HostileDraftsAreRefused) {
  const std::string good = toJson(approvedFlow("carbon").draft());
  ASSERT_TRUE(draftFromJson(good));
  const auto refused = [](const std::string& text) {
    const auto read = draftFromJson(text);
    return read ? std::string("taken") : std::string(read.error().code);
  };
  EXPECT_EQ(refused(""), "draft.malformed");
  EXPECT_EQ(refused("[]"), "draft.malformed");
  EXPECT_EQ(refused(std::string(100'000, '[')), "draft.malformed");
  EXPECT_EQ(refused(std::string(kMaxDraftBytes + 1, ' ')), "draft.malformed");
  EXPECT_EQ(refused(good + " "), "draft.malformed");
  EXPECT_EQ(refused(good.substr(0, good.size() / 2)), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "\"format\":2", "\"format\":3")), "draft.newer_format");
  EXPECT_EQ(refused(replaced(good, "\"format\":2", "\"format\":0")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "\"format\":2", "\"format\":1")), "draft.malformed") << "it knew no end";
  EXPECT_EQ(refused(replaced(good, "\"format\":2", "\"format\":2,\"more\":1")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "\"format\":2", "\"format\":2,\"format\":2")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "\"approvals_until\":\"", "\"approvals_until\":\"-")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "\"approvals_until\":\"1", "\"approvals_until\":\"9")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "\"asset\":7", "\"asset\":-7")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "\"asset\":7", "\"asset\":7.0")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "\"asset\":7", "\"asset\":\"7\"")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "\"state\":\"registered\"", "\"state\":\"minted\"")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "VERRA", "VER\\u0000RA")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "VERRA", "VER\xFFRA")), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "VERRA", std::string(kMaxTypedBytes + 1, 'V'))), "draft.malformed");
  EXPECT_EQ(refused(replaced(good, "\"approver\":\"", "\"approver\":\"zz")), "draft.malformed");
}

TEST(IssuanceDraft, ADraftThatContradictsItselfIsNotResumed) {
  const Draft good = approvedFlow("property").draft();
  ASSERT_TRUE(IssuanceFlow::resume(good));
  const auto refused = [&](auto change) {
    Draft bad = good;
    change(bad);
    const auto resumed = IssuanceFlow::resume(bad);
    return resumed ? std::string("taken") : std::string(resumed.error().code);
  };
  EXPECT_EQ(refused([](Draft& d) { d.asset = AssetId(0); }), "draft.malformed");
  EXPECT_EQ(refused([](Draft& d) { d.step = d.furthest = Step::kSubmitted; }), "draft.malformed");
  EXPECT_EQ(refused([](Draft& d) { d.furthest = Step::kTemplate; }), "draft.malformed");
  EXPECT_EQ(refused([](Draft& d) { d.tracker.state = TrackerState::kFinal; }), "draft.malformed");
  EXPECT_EQ(refused([](Draft& d) { d.tracker.state = TrackerState::kNone; }), "draft.malformed");
  EXPECT_EQ(refused([](Draft& d) { d.approvalsUntil = Nanoseconds(); }), "draft.malformed");
  EXPECT_EQ(refused([](Draft& d) { d.templateName = "yacht"; }), "template.unknown");
}

}  // namespace
}  // namespace aurigraph::test
