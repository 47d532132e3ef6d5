#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "resources/resources.h"
#include "tests/unit/issuance/flow_world.h"

namespace aurigraph::test {
namespace {

/// One field of the terms set to a value, and what is said about the step then.
struct TermCase {
  const char* templateName;
  const char* key;
  std::string text;
  const char* errors;
};

TEST(IssuanceChecks, EachBoundOfTheTermsIsSaid) {
  const std::vector<TermCase> cases = {
      {"property", "symbol", "", "symbol=field.missing"},
      {"property", "symbol", "home", "symbol=symbol.form"},
      {"property", "symbol", "HOME_1", "symbol=symbol.form"},
      {"property", "symbol", "ABCDEFGHIJKLM", "symbol=field.too_long"},
      {"property", "symbol", "ABCDEFGHIJKL", ""},
      {"property", "name", "   ", "name=field.not_one_line"},
      {"property", "name", "two\nlines", "name=field.not_one_line"},
      {"property", "name", std::string(65, 'x'), "name=field.too_long"},
      {"property", "decimals", "9", "decimals=decimals.range"},
      {"property", "decimals", "8", ""},
      {"property", "supply", "1.5", "supply=supply.not_whole"},
      {"property", "supply", "0", "supply=supply.range"},
      {"property", "supply", "-3", "supply=supply.range"},
      {"property", "supply", "79228162514264337593543950336", "supply=supply.range"},
      {"property", "supply", "79228162514264337593543950335", ""},
      {"property", "supply", "1,000", "supply=field.no_number"},
      {"property", "unit_price", "500.001", "unit_price=price.too_fine"},
      {"property", "unit_price", "0", "unit_price=price.range"},
      {"property", "unit_price", "", "unit_price=price.missing"},
      {"property", "currency", "", "currency=currency.missing"},
      {"property", "currency", "usd", "currency=currency.form"},
      {"property", "currency", "JPY", ""},
      {"property", "lock_up_days", "-1", "lock_up_days=lock_up.negative"},
      {"property", "lock_up_days", "1.5", "lock_up_days=field.no_whole_number"},
      {"property", "lock_up_days", "36601", "lock_up_days=lock_up.too_long"},
      {"property", "lock_up_days", "36600", ""},
      {"property", "lock_up_days", "", ""},
      {"batch", "max_celsius", "2.0", "max_celsius=celsius.order"},
      {"batch", "max_celsius", "2.0001", "max_celsius=celsius.too_fine"},
      {"batch", "max_celsius", "2.001", ""},
      {"batch", "min_celsius", "-300", "min_celsius=celsius.range"},
      {"batch", "min_celsius", "cold", "min_celsius=field.no_number"},
  };
  for (const TermCase& one : cases) {
    IssuanceFlow flow = filledFlow(one.templateName);
    ASSERT_TRUE(flow.setTerm(one.key, one.text));
    EXPECT_EQ(errorsOf(flow, Step::kTerms), one.errors) << one.key << " = '" << one.text << "'";
  }
}

TEST(IssuanceChecks, TheTermsAreWhatWasTyped) {
  IssuanceFlow flow = approvedFlow("property");
  ASSERT_TRUE(flow.setTerm("decimals", "2"));
  ASSERT_TRUE(flow.setTerm("supply", "12.34"));
  ASSERT_TRUE(flow.setTerm("currency", "JPY"));
  ASSERT_TRUE(flow.setTerm("unit_price", "700"));
  const wire::IssueToken issue = flow.issueToken().value();
  EXPECT_EQ(issue.supply, U128{1'234});
  EXPECT_EQ(issue.decimals, 2);
  EXPECT_EQ(issue.unitPriceMinor, 700U);
  EXPECT_EQ(issue.lockUpSeconds, 730 * 86'400);
  EXPECT_EQ(issue.asset, AssetId(7));
}

TEST(IssuanceChecks, ASerialRangeThatIsNotTheQuantityIsSaid) {
  IssuanceFlow flow = filledFlow("carbon");
  ASSERT_EQ(errorsOf(flow, Step::kTerms), "");
  ASSERT_TRUE(flow.setTerm("supply", "999"));
  ASSERT_EQ(errorsOf(flow, Step::kTerms), "supply=serials.count_differs");
  const Issue said = flow.issues(Step::kTerms).front();
  EXPECT_EQ(said.parameter("serials"), "1000");
  EXPECT_EQ(said.parameter("supply"), "999");
}

TEST(IssuanceChecks, SerialRangesMustBeOfTheBlockAndApart) {
  const auto with = [](const std::vector<DraftSerial>& serials, const std::string& supply) {
    IssuanceFlow flow = filledFlow("carbon");
    EXPECT_TRUE(flow.removeSerial(0));
    for (const auto& serial : serials) EXPECT_TRUE(flow.addSerial(serial));
    EXPECT_TRUE(flow.setTerm("supply", supply));
    return errorsOf(flow, Step::kTerms);
  };
  EXPECT_EQ(with({}, "1"), "serials=serials.missing");
  EXPECT_EQ(with({{"VERRA", "S1", "1500", "1400"}}, "1"), "serials[0].last=serials.order");
  EXPECT_EQ(with({{"VERRA", "S1", "1000", "2000"}}, "1001"), "serials[0].first=serials.not_in_block");
  EXPECT_EQ(with({{"VERRA", "S2", "1000", "1001"}}, "2"), "serials[0].first=serials.not_in_block");
  EXPECT_EQ(with({{"VERRA", "S1", "1000", "1099"}, {"VERRA", "S1", "1099", "1100"}}, "102"),
            "serials[1].first=serials.overlap");
  EXPECT_EQ(with({{"VERRA", "S1", "x", ""}}, "1"),
            "serials[0].first=field.no_whole_number serials[0].last=field.missing");
  EXPECT_EQ(with({{"VERRA", "S1", "1000", "18446744073709551616"}}, "1"),
            "serials[0].last=field.no_whole_number");
  EXPECT_EQ(with({{"", "S1", "1000", "1000"}}, "1").substr(0, 34), "serials[0].registry=field.missing ");
  EXPECT_EQ(with({{"VERRA", "S1", "1100", "1199"}, {"VERRA", "S1", "1000", "1099"}}, "200"), "");
}

TEST(IssuanceChecks, SerialsAreSortedInTheCommandAndStayAsTypedInTheDraft) {
  IssuanceFlow flow = approvedFlow("carbon");
  ASSERT_TRUE(flow.setSerial(0, {"VERRA", "S1", "1500", "1999"}));
  ASSERT_TRUE(flow.addSerial({"VERRA", "S1", "1000", "1499"}));
  EXPECT_EQ(flow.draft().serials.front().first, "1500");
  const auto serials = flow.issueToken().value().serials;
  ASSERT_EQ(serials.size(), 2U);
  EXPECT_TRUE(wire::sortedAndDisjoint(serials));
}

TEST(IssuanceChecks, TheAssetNeedsUsableRecordsOfEachKind) {
  IssuanceFlow flow = flowOf("property");
  ASSERT_TRUE(flow.setAssetKey("US-2"));
  ASSERT_TRUE(flow.setAssetName("House"));
  ASSERT_TRUE(flow.setRecords(flow.suggestedRecords("US-2")));
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "records=records.missing") << "there is no valuation of it";
  ASSERT_TRUE(flow.setRecords({filled<Digest>(3), filled<Digest>(2)}));
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "records=records.other_asset");
  ASSERT_TRUE(flow.setRecords({filled<Digest>(1), filled<Digest>(2), filled<Digest>(99)}));
  ASSERT_TRUE(flow.setAssetKey("US-1"));
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "records=records.unknown");
  ASSERT_TRUE(flow.setRecords({filled<Digest>(1), filled<Digest>(2), filled<Digest>(12)}));
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "records=records.wrong_category records=records.other_asset");
}

TEST(IssuanceChecks, AnEndedApprovalMakesARecordUnusable) {
  IssuanceFlow flow = filledFlow("property");
  IssuanceContext context = exampleContext();
  context.records[0].decision = "APPROVED";
  context.records[0].validUntil = context.now;
  flow.setContext(context);
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "");
  context.now.value += 1;
  flow.setContext(context);
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "records=records.not_usable");
  context.records[0].decision = "OVERRIDDEN";
  flow.setContext(context);
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "records=records.not_usable") << "as an approval ends";
  context.records[0].validUntil = context.now;
  flow.setContext(context);
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "");
  context.records[0].decision = "WAITING";
  context.records[0].validUntil.reset();
  flow.setContext(context);
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "records=records.not_usable");
}

TEST(IssuanceChecks, WhatIsTakenIsSaidBeforeTheLedgerSaysIt) {
  IssuanceFlow flow = filledFlow("property");
  IssuanceContext context = exampleContext();
  context.symbolsTaken = {"HOME-1"};
  context.assets = {{AssetId(3), "US-1", "One", wire::AssetTemplate::kProperty, false, false, {}}};
  flow.setContext(context);
  EXPECT_EQ(errorsOf(flow, Step::kAsset), "asset_key=asset.exists");
  EXPECT_EQ(errorsOf(flow, Step::kTerms), "symbol=symbol.taken");
}

TEST(IssuanceChecks, APolicyWarnsAndHindersNobody) {
  IssuanceFlow flow = filledFlow("property");
  IssuanceContext context = exampleContext();
  context.records[1].ageSeconds = 366 * 86'400;
  context.records[1].value = Decimal::of(499'999);  // 1,000 units at 500.00 are offered.
  flow.setContext(context);
  EXPECT_TRUE(hasIssue(flow, "records", "policy.record_age"));
  EXPECT_TRUE(hasIssue(flow, "unit_price", "policy.offer_over_value"));
  EXPECT_TRUE(flow.goTo(Step::kApproval));
  context.records[1].ageSeconds = 365 * 86'400;
  context.records[1].value = Decimal::of(500'000);
  flow.setContext(context);
  EXPECT_FALSE(hasIssue(flow, "records", "policy.record_age"));
  EXPECT_FALSE(hasIssue(flow, "unit_price", "policy.offer_over_value"));
}

TEST(IssuanceChecks, DocumentsAreWantedWholeAndOnce) {
  IssuanceFlow flow = filledFlow("property");
  ASSERT_EQ(errorsOf(flow, Step::kDocuments), "");
  const DraftDocument deed = flow.draft().documents.front();
  ASSERT_TRUE(flow.removeDocument(0));
  EXPECT_EQ(errorsOf(flow, Step::kDocuments), "documents=documents.missing");
  ASSERT_TRUE(flow.addDocument({"deed", "deed.pdf", {}, 0}));
  EXPECT_EQ(errorsOf(flow, Step::kDocuments),
            "documents[3].sha256=documents.no_digest documents[3].name=documents.empty");
  ASSERT_TRUE(flow.setDocument(3, deed));
  ASSERT_TRUE(flow.addDocument({"", deed.name, deed.sha256, 1}));
  EXPECT_EQ(errorsOf(flow, Step::kDocuments),
            "documents[4].type=field.missing documents[4].name=documents.twice");
  ASSERT_TRUE(flow.setDocument(4, {"plan", "plan.pdf", filled<Digest>(5), 50'000'001}));
  EXPECT_EQ(errorsOf(flow, Step::kDocuments), "");
  EXPECT_TRUE(hasIssue(flow, "documents[4].name", "policy.document_size"));
}

TEST(IssuanceChecks, ListsAndTextsHaveTheLedgersBounds) {
  IssuanceFlow flow = flowOf("carbon");
  for (std::size_t at = 0; at < wire::kMaxSerialRanges; ++at)
    ASSERT_TRUE(flow.addSerial({"V", "S", "1", "1"}));
  EXPECT_EQ(flow.addSerial({}).error().code, "issuance.list_full");
  for (std::size_t at = 0; at < wire::kMaxDocumentsPerAsset; ++at) ASSERT_TRUE(flow.addDocument({}));
  EXPECT_EQ(flow.addDocument({}).error().code, "issuance.list_full");
  EXPECT_EQ(flow.setTerm("name", "bell\a").error().code, "issuance.text_refused");
  EXPECT_EQ(flow.setTerm("name", std::string(2'001, 'x')).error().code, "issuance.text_refused");
  EXPECT_EQ(flow.setTerm("min_celsius", "1").error().code, "issuance.no_such_item");
  EXPECT_EQ(flow.removeSerial(64).error().code, "issuance.no_such_item");
}

TEST(IssuanceTemplates, ExtendedFilesKeepTheKeysOfTheCommandLine) {
  for (const std::string& name : templateNames()) {
    const auto json = boost::json::parse(resource("templates/" + name + ".json")).as_object();
    for (const char* key : {"template", "symbol", "name", "supply"})
      EXPECT_TRUE(json.at(key).is_string()) << name << " " << key;
    EXPECT_TRUE(json.at("decimals").is_number()) << name;
    EXPECT_FALSE(json.at("records").as_array().empty()) << name;
    const auto read = loadTemplate(name).value();
    for (const TemplatePolicy& policy : read.policies) EXPECT_TRUE(policy.example) << name << policy.key;
  }
}

TEST(IssuanceTemplates, ADamagedTemplateIsRefused) {
  const std::string good(resource("templates/carbon.json"));
  ASSERT_TRUE(readTemplate(good));
  for (const char* word :
       {"\"any_of\"", "\"template\": \"carbon\"", "\"kind\": \"serials\"", "\"policies\""}) {
    std::string bad = good;
    bad.replace(bad.find(word), 8, "\"x_y_z\" ");
    EXPECT_EQ(readTemplate(bad).error().code, "template.malformed") << word;
  }
  EXPECT_EQ(loadTemplate("yacht").error().code, "template.unknown");
  EXPECT_EQ(loadTemplate("../rules/v1").error().code, "template.unknown");
}

}  // namespace
}  // namespace aurigraph::test
