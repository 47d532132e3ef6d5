// What the flow hands out is what a real ledger takes, and an approver needs to trust nobody.

#include "core/base/decimal.h"
#include "core/ledger/ledger.h"
#include "tests/support/ledger_fixture.h"
#include "tests/unit/issuance/flow_world.h"

namespace aurigraph::test {
namespace {

KnownRecord knownOf(const wire::Record& record) {
  KnownRecord out;
  out.id = record.id();
  out.category = wire::nameOf(record.category);
  out.kind = wire::nameOf(record.kind);
  out.assetKey = record.assetKey;
  out.band = "ACCEPT";
  out.decision = "AUTO";
  return out;
}

/// A ledger with the records of one carbon project and one house, and what the flow is told of it.
struct RealWorld {
  LedgerWorld ledger;
  IssuanceContext context;

  RealWorld() {
    using wire::RecordKind;
    context.genesis = ledger.genesisDigest();
    context.now = ledger.now();
    context.author = issuer().key.publicKey();
    context.simulated = true;
    add(projectRecord(ledger.now()));
    add(blockRecord(ledger.now(), 1'000, 1'999));
    context.records.back().serials = wire::SerialRange{"VERRA", "S1", 1'000, 1'999};
    add(scoredRecord(RecordKind::kCarbonPrice, "forestry:listing:USD", ledger.now()));
    add(scoredRecord(RecordKind::kPropertyTitle, "US-1", ledger.now()));
    add(scoredRecord(RecordKind::kPropertyValuation, "US-1", ledger.now()));
  }
  void add(const ScoredRecord& record) {
    ledger.submit(record);
    context.records.push_back(knownOf(record.record));
  }
  /// What the ledger says to the flow's issue with this approval in it, whether the flow takes it or not.
  ledger::ReasonCode orderedWith(const IssuanceFlow& flow, const ApprovalAnswer& answer) {
    wire::IssueToken forced = flow.issueToken().value();
    forced.approvals = {answer.until, {answer.approval}};
    return ledger.run(issuer(), wire::AnyCommand(forced));
  }
  /// From template to the registered asset, each command as the flow made it.
  IssuanceFlow registered(const std::string& name) {
    IssuanceFlow flow;
    flow.setContext(context);
    EXPECT_TRUE(flow.chooseTemplate(name));
    EXPECT_TRUE(flow.fillWithExample("1"));
    EXPECT_TRUE(flow.goTo(Step::kApproval)) << errorsOf(flow, Step::kAsset) << errorsOf(flow, Step::kTerms);
    const auto command = flow.registerAsset();
    EXPECT_TRUE(command);
    EXPECT_TRUE(flow.registrationSubmitted());
    EXPECT_EQ(ledger.run(issuer(), wire::AnyCommand(*command)), ledger::ReasonCode::kDone);
    const auto asset = ledger.ledger().assetKeyed(command->assetKey);
    EXPECT_TRUE(asset);
    EXPECT_TRUE(flow.registered(asset.value_or(AssetId(0)), ledger.ledger().height()));
    return flow;
  }
};

TEST(IssuanceApproval, TheApproverSignsWhatTheLedgerChecks) {
  for (const char* name : {"property", "carbon"}) {
    RealWorld world;
    IssuanceFlow flow = world.registered(name);
    // Over to the approver's computer and back, as text.
    const auto request = approvalRequestFromJson(toJson(requestOf(flow)));
    ASSERT_TRUE(request) << request.error().message;
    const auto answer = approvalFromJson(toJson(approve(*request, compliance().key)));
    ASSERT_TRUE(answer) << answer.error().message;
    ASSERT_TRUE(flow.addApproval(*answer));
    ASSERT_TRUE(flow.next());
    ASSERT_TRUE(flow.setPrecheck(precheckOf(flow)));
    ASSERT_TRUE(flow.next());
    const wire::IssueToken issue = flow.issueToken().value();
    ASSERT_TRUE(flow.issueSubmitted());
    EXPECT_EQ(world.ledger.run(issuer(), wire::AnyCommand(issue)), ledger::ReasonCode::kDone) << name;
    const auto token = world.ledger.ledger().tokenNamed(issue.symbol);
    ASSERT_TRUE(token) << name;
    EXPECT_EQ(world.ledger.balance(issuer(), *token), issue.supply);
  }
}

TEST(IssuanceApproval, AnApprovalOfOtherTermsIsNeitherTakenHereNorByTheLedger) {
  RealWorld world;
  IssuanceFlow flow = world.registered("property");
  ApprovalRequest other = requestOf(flow);
  other.issue.supply += 1;
  EXPECT_EQ(codeOf(flow.addApproval(approve(other, compliance().key))), "approval.other_terms");
  ApprovalRequest elsewhere = flow.approvalRequest().value();
  elsewhere.genesis = filled<Digest>(0x77);
  EXPECT_EQ(codeOf(flow.addApproval(approve(elsewhere, compliance().key))), "approval.other_terms");
  EXPECT_EQ(world.orderedWith(flow, approve(other, compliance().key)), ledger::ReasonCode::kApprovalBad);
}

TEST(IssuanceApproval, AnAnswerToAnotherAuthorsRequestIsNeitherTakenHereNorByTheLedger) {
  RealWorld world;
  IssuanceFlow flow = world.registered("property");
  ApprovalRequest other = requestOf(flow);
  other.author = person(17, "issuer-2").key.publicKey();
  const ApprovalAnswer answer = approve(other, compliance().key);
  EXPECT_EQ(codeOf(flow.addApproval(answer)), "approval.other_author");
  ApprovalAnswer lying = answer;
  lying.author = issuer().key.publicKey();
  EXPECT_EQ(codeOf(flow.addApproval(lying)), "approval.other_terms")
      << "what it says of itself proves nothing";
  EXPECT_TRUE(flow.draft().approvals.empty());
  EXPECT_EQ(world.orderedWith(flow, answer), ledger::ReasonCode::kApprovalBad);
}

TEST(IssuanceApproval, AnAnswerHasTheEndOfItsRequestAndNoOther) {
  RealWorld world;
  IssuanceFlow flow = world.registered("property");
  const ApprovalAnswer answer = approve(requestOf(flow), compliance().key);
  ApprovalAnswer longer = answer;
  longer.until = after(answer.until, 60);
  EXPECT_EQ(codeOf(flow.addApproval(longer)), "approval.other_request");
  EXPECT_EQ(world.orderedWith(flow, longer), ledger::ReasonCode::kApprovalBad) << "the end is signed, too";
}

/// The flow says so by the time that it is told; the ledger has the last word, by its own.
TEST(IssuanceApproval, WhatHasEndedHereHasEndedForTheLedger) {
  RealWorld world;
  IssuanceFlow flow = world.registered("property");
  ASSERT_TRUE(flow.addApproval(approve(requestOf(flow), compliance().key)));
  const wire::IssueToken issue = flow.issueToken().value();
  const auto ended = [&](Nanoseconds now) {
    flow.setNow(now);
    const auto reasons = world.ledger.ledger().simulate(issue, issuer().key.publicKey(), now);
    const auto at = std::ranges::find(reasons, ledger::ReasonCode::kApprovalEnded, &ledger::Reason::code);
    EXPECT_EQ(at != reasons.end(), flow.approvalEnded());
    return flow.approvalEnded();
  };
  EXPECT_FALSE(ended(world.ledger.now()));
  EXPECT_FALSE(ended(issue.approvals.until));
  EXPECT_TRUE(ended(Nanoseconds(issue.approvals.until.value + 1)));
}

/// Who asks by a clock that is an hour ahead is not refused for it.
TEST(IssuanceApproval, ARequestLeavesAnHourForClocks) {
  RealWorld world;
  world.context.now = after(world.ledger.now(), 3'600);
  IssuanceFlow flow = world.registered("property");
  const ApprovalRequest request = requestOf(flow);
  EXPECT_EQ(world.orderedWith(flow, approve(request, compliance().key)), ledger::ReasonCode::kDone);
  IssuanceFlow late = world.registered("carbon");
  late.setNow(after(world.ledger.now(), 3'700));
  EXPECT_EQ(world.orderedWith(late, approve(requestOf(late), compliance().key)),
            ledger::ReasonCode::kApprovalTooLong);
}

TEST(IssuanceApproval, TheLedgersWordsLeadToTheField) {
  for (const ledger::ReasonCode code : {ledger::ReasonCode::kSymbolTaken,
                                        ledger::ReasonCode::kSerialOverlap,
                                        ledger::ReasonCode::kSerialCount,
                                        ledger::ReasonCode::kSerialUnproven,
                                        ledger::ReasonCode::kMintGate,
                                        ledger::ReasonCode::kDataStale,
                                        ledger::ReasonCode::kRecordNotUsable,
                                        ledger::ReasonCode::kRecordInUse,
                                        ledger::ReasonCode::kRecordOfOtherAsset,
                                        ledger::ReasonCode::kRecordWrongKind,
                                        ledger::ReasonCode::kUnknownRecord,
                                        ledger::ReasonCode::kAssetExists,
                                        ledger::ReasonCode::kUnknownAsset,
                                        ledger::ReasonCode::kNotYourAsset,
                                        ledger::ReasonCode::kAlreadyIssued,
                                        ledger::ReasonCode::kMandatoryFieldBad,
                                        ledger::ReasonCode::kApprovalMissing,
                                        ledger::ReasonCode::kApprovalBad,
                                        ledger::ReasonCode::kApprovalOwn,
                                        ledger::ReasonCode::kApprovalRelated,
                                        ledger::ReasonCode::kApprovalSameOrganisation,
                                        ledger::ReasonCode::kApprovalTwice,
                                        ledger::ReasonCode::kApprovalEnded,
                                        ledger::ReasonCode::kApprovalTooLong,
                                        ledger::ReasonCode::kApprovalUsed}) {
    const ledger::ReasonText words = ledger::describe(code);
    const Issue issue = issueOf({std::string(words.code), std::string(words.message), "", ""});
    EXPECT_FALSE(issue.field.empty()) << words.code;
    EXPECT_LT(issue.step, Step::kPrecheck) << words.code;
  }
  EXPECT_EQ(issueOf({"ledger.full", "", "", ""}).step, Step::kPrecheck);
}

TEST(IssuanceApproval, TheRequestSaysInWordsWhatItsBytesSay) {
  const IssuanceFlow flow = approvedFlow("carbon");
  const ApprovalRequest request = flow.approvalRequest().value();
  const auto line = [&](const std::string& key) {
    for (const SummaryLine& one : request.words())
      if (one.key == "issuance.summary." + key) return one.value;
    return std::string("none");
  };
  EXPECT_EQ(line("symbol"), "VCU-1");
  EXPECT_EQ(line("supply"), "1000");
  EXPECT_EQ(line("serials"), "VERRA S1 1000-1999");
  EXPECT_EQ(line("asset_number"), "7");
  EXPECT_EQ(line("unit_price"), "none");
  EXPECT_EQ(line("approver"), "none") << "nobody has approved yet what is to be approved";
  EXPECT_EQ(line("author"), toHex(issuer().key.publicKey().view()));
  EXPECT_EQ(line("cluster"), toHex(filled<Digest>(0xAA).view()));
  EXPECT_EQ(line("approved_until"), "2025-10-12T07:53:20Z") << "71 hours after the genesis";
  const std::string text = toJson(request);
  EXPECT_NE(text.find("\"Supply: 1000\""), std::string::npos);
  EXPECT_NE(text.find(toHex(request.digest().view())), std::string::npos);
}

/// Whatever a hostile issuer puts into fields that a sound one leaves alone.
TEST(IssuanceApproval, NothingThatIsSignedGoesUnsaid) {
  ApprovalRequest request;
  const Summary bare = request.words();
  const auto said = [&](auto change) {
    ApprovalRequest other = request;
    change(other.issue);
    EXPECT_NE(other.digest(), request.digest());
    return other.words() != bare;
  };
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.asset = AssetId(1); }));
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.symbol = "A"; }));
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.name = "A"; }));
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.decimals = 1; }));
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.supply = 1; }));
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.unitPriceMinor = 1; }));
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.currency = "USD"; }));
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.lockUpSeconds = 1; }));
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.serials = {{"VERRA", "S1", 1, 2}}; }));
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.minMilliCelsius = issue.maxMilliCelsius = 5; }));
  EXPECT_TRUE(said([](wire::IssueToken& issue) { issue.approvals.until = Nanoseconds(1); }));
}

TEST(IssuanceApproval, AmountsBeyondSixtyFourBitsAreWordedExactly) {
  wire::IssueToken issue;
  issue.supply = (U128{1} << 96U) - 1;
  issue.decimals = 8;
  issue.unitPriceMinor = 5;
  issue.currency = "USD";
  const Summary words = summaryOf(issue);
  const auto value = [&](const std::string& key) {
    return std::ranges::find(words, "issuance.summary." + key, &SummaryLine::key)->value;
  };
  EXPECT_EQ(value("supply"), "792281625142643375935.43950335");
  EXPECT_EQ(value("unit_price"), "0.05 USD");
}

TEST(IssuanceApproval, HostileFilesAreRefused) {
  const IssuanceFlow flow = approvedFlow("property");
  const ApprovalRequest request = flow.approvalRequest().value();
  const std::string good = toJson(request);
  ASSERT_TRUE(approvalRequestFromJson(good));
  EXPECT_TRUE(approvalRequestFromJson(good + "\n")) << "an editor's last line break is no change";
  const auto code = [](const auto& read) {
    return read ? std::string("taken") : std::string(read.error().code);
  };
  const auto swapped = [](std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  };
  const std::string bad = "approval_request.malformed";
  EXPECT_EQ(code(approvalRequestFromJson("")), bad);
  EXPECT_EQ(code(approvalRequestFromJson("{}")), bad);
  EXPECT_EQ(code(approvalRequestFromJson(good + " ")), bad);
  EXPECT_EQ(code(approvalRequestFromJson(swapped(good, "Supply: 1000", "Supply: 10"))), bad) << "lying words";
  EXPECT_EQ(code(approvalRequestFromJson(swapped(good, "\"digest\":\"", "\"digest\":\"0"))), bad);
  EXPECT_EQ(code(approvalRequestFromJson(swapped(good, "request/2", "request/1"))), bad);
  const std::string end = std::to_string(request.until().value);
  EXPECT_EQ(code(approvalRequestFromJson(swapped(good, end, end + "0"))), bad) << "a lying end";
  EXPECT_EQ(
      code(approvalRequestFromJson(swapped(good, "\"author\":\"" + toHex(request.author.view()),
                                           "\"author\":\"" + toHex(reviewer().key.publicKey().view())))),
      bad)
      << "another author than the digest's";
  ApprovalRequest endless = request;
  endless.issue.approvals.until = Nanoseconds();
  EXPECT_EQ(code(approvalRequestFromJson(toJson(endless))), bad);
  EXPECT_EQ(code(approvalRequestFromJson(swapped(good, "issue-token", "open-account"))), bad);
  EXPECT_EQ(code(approvalRequestFromJson(swapped(good, "\"payload\":\"", "\"payload\":\"00"))), bad);
  EXPECT_EQ(code(approvalRequestFromJson(std::string(kMaxApprovalFileBytes + 1, '{'))), bad);
  wire::IssueToken approved = flow.issueToken().value();
  const std::string withApproval =
      swapped(good, toHex(wire::encodePayload(request.issue)), toHex(wire::encodePayload(approved)));
  EXPECT_EQ(code(approvalRequestFromJson(withApproval)), bad);

  ApprovalAnswer answer = approve(request, compliance().key);
  const std::string goodAnswer = toJson(answer);
  ASSERT_TRUE(approvalFromJson(goodAnswer));
  EXPECT_EQ(code(approvalFromJson(swapped(goodAnswer, "{", "{\"x\":1,"))), "approval.malformed");
  EXPECT_EQ(code(approvalFromJson(swapped(goodAnswer, "approval/2", "approval/1"))), "approval.malformed");
  EXPECT_EQ(code(approvalFromJson(swapped(goodAnswer, "\"until\":\"", "\"until\":\"-"))),
            "approval.malformed");
  EXPECT_EQ(code(approvalFromJson(swapped(goodAnswer, "\"until\":\"", "\"until\":\"0"))),
            "approval.malformed");
  EXPECT_EQ(code(approvalFromJson(swapped(goodAnswer, "\"until\":\"1", "\"until\":\"9"))),
            "approval.malformed")
      << "beyond the end of time";
  answer.digest.bytes[0] ^= 1U;
  EXPECT_EQ(code(approvalFromJson(toJson(answer))), "approval.bad_signature");
}

}  // namespace
}  // namespace aurigraph::test
