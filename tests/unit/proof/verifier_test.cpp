// What the verifier of `.rwaproof` files promises a stranger: one valid bundle holds, and each way to lie in
// it ends at the link that lies, under a code of its own.

#include "core/proof/verifier.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/unit/proof/forgeries.h"

namespace aurigraph::proof::testing {
namespace {

using test::Forger;

std::vector<Forgery> allForgeries() {
  std::vector<Forgery> out;
  for (const auto part :
       {forgeriesOfBundle(), forgeriesOfOperations(), forgeriesOfRecords(), forgeriesOfAdmissions(),
        forgeriesOfOverrides(), forgeriesOfIssue(), forgeriesOfHolding()})
    out.insert(out.end(), part.begin(), part.end());
  return out;
}

/// Codes that no bundle reaches, and why they stand all the same. Not a place for what is merely hard.
const std::map<std::string, std::string_view>& unreachable() {
  static const std::map<std::string, std::string_view> out = {
      {"proof.not_canonical",
       "Today's reader takes nothing that the writer would write otherwise (HostileBytes shows it), so this "
       "net under it catches nothing. It is for the field that somebody will read more loosely than it is "
       "written: a stranger's verifier must refuse such a file, not take it."}};
  return out;
}

/// Every code that the verifier's own sources name: those of the proof, and of the parts it is read by. Of an
/// owner proof's own codes owner_test.cpp is the keeper.
std::set<std::string> codesInSources() {
  namespace fs = std::filesystem;
  const fs::path core = fs::path(AURIGRAPH_SOURCE_DIR) / "core";
  std::vector<fs::path> files = {core / "wire/proof_bundle.cpp", core / "wire/row_proof.cpp"};
  for (const auto& file : fs::recursive_directory_iterator(core / "proof"))
    if (file.path().extension() == ".cpp" || file.path().extension() == ".h") files.push_back(file.path());
  const std::regex literal(R"re("(proof\.[^"]*)")re");
  std::set<std::string> out;
  for (const fs::path& file : files) {
    std::ifstream in(file);
    EXPECT_TRUE(in) << file;
    std::stringstream text;
    text << in.rdbuf();
    const std::string words = text.str();
    for (std::sregex_iterator at(words.begin(), words.end(), literal), end; at != end; ++at)
      if (!(*at)[1].str().starts_with("proof.owner.")) out.insert((*at)[1]);
  }
  return out;
}

std::string linkOf(const Forgery& forgery, const Forger& forger) {
  const std::string link(forgery.link);
  const auto record = [&](std::size_t at) {
    return "record " + std::to_string(at + 1) + link.substr(link.find(':'));
  };
  if (link.starts_with("accepted:")) return record(forger.acceptedAt);
  if (link.starts_with("reviewed:")) return record(forger.reviewedAt);
  if (link.starts_with("overridden:")) return record(forger.overriddenAt);
  if (link.starts_with("endorsed:")) return record(forger.endorsedAt);
  return link;
}

TEST(Verifier, AStoryThatHoldsIsValidForWhoNamedItsCluster) {
  const Forger honest;
  const auto report = verify(honest.bytes(), Forger::trusted());
  ASSERT_EQ(report.failed(), nullptr) << report.failed()->name << ": " << report.failed()->words;
  EXPECT_EQ(report.verdict, Verdict::kValid);
  EXPECT_EQ(report.summary.holder, "holder");
  EXPECT_EQ(report.summary.balance, "250");
  EXPECT_EQ(report.summary.token, "HOUSE");
  EXPECT_EQ(report.summary.asset, "US-06075-1");
  EXPECT_EQ(report.summary.origin, "SIMULATED");
  EXPECT_EQ(report.summary.lowestScorePpm, 599'999) << "an override changes no score";
  EXPECT_EQ(report.summary.submitters.size(), 4U);
  EXPECT_EQ(verify(honest.bytes(), std::nullopt).verdict, Verdict::kUnknownCluster);
}

TEST(Verifier, SaysWhoOverrodeAndWhy) {
  const Forger honest;
  const auto report = verify(honest.bytes(), Forger::trusted());
  std::vector<std::string> said;
  for (const Link& link : report.links)
    if (link.words.starts_with("overridden in block ")) said.push_back(link.words);
  ASSERT_EQ(said.size(), 2U);
  const auto named = [&](const test::Person& who) { return toHex(who.key.publicKey().view()).substr(0, 16); };
  for (const std::string& words : said)
    for (const test::Person* each : {&test::seniorReviewer(), &test::riskOfficer(), &test::compliance()})
      EXPECT_NE(words.find(named(*each)), std::string::npos) << words;
  EXPECT_NE((said[0] + said[1]).find("The appraiser signed it."), std::string::npos);
  EXPECT_NE((said[0] + said[1]).find("The registry confirmed it."), std::string::npos);
}

TEST(Verifier, NoPathOfTheStoryIsEmpty) {
  // Else a forgery "on the way" would prove nothing.
  Forger honest;
  for (const wire::OperationProof* operation : honest.operations())
    for (const auto* path :
         {&operation->bodyPath, &operation->batchPath, &operation->resultPath, &operation->historyPath})
      EXPECT_FALSE(path->empty());
  EXPECT_FALSE(honest.bundle.holding.identity.path.pagePath.empty());
  for (const wire::RecordProof& record : honest.bundle.records) EXPECT_FALSE(record.admitted.path.empty());
  for (const wire::RecordProof* record : {&honest.overridden(), &honest.endorsed()})
    EXPECT_FALSE(record->overridden->path.empty());
}

TEST(Verifier, WhatIsSignedAgainUnchangedIsTheSameFile) {
  Forger forger;
  const Bytes before = forger.bytes();
  forger.refit();
  EXPECT_EQ(forger.bytes(), before);
}

/// The forger's signatures and hashes hold: where a forgery fails, it is for what it changed.
TEST(Verifier, WhatIsChangedWithoutALieAndSignedAgainIsValid) {
  Forger forger;
  Forger::editCommand<wire::DecideReview>(forger.review(),
                                          [](auto& review) { review.note = "Third quote."; });
  Forger::editCommand<wire::RegisterAsset>(forger.bundle.registration,
                                           [](auto& asset) { asset.name = "Villa"; });
  Forger::editBatch(forger.bundle.issue, [](auto& batch) { ++batch.request.value; });
  Forger::editBlock(forger.review(), [](auto& block) { ++block.time.value; });
  Forger::editAdmitted(forger.acceptedRecord(), [](auto& admitted) { ++admitted.sourceVersion; });
  Forger::editRow<wire::AccountRow>(forger.bundle.holding.account, [](auto& row) { row.balance = 999; });
  Forger::editRow<wire::IdentityRow>(forger.bundle.holding.identity, [](auto& row) { row.name = "heir"; });
  EXPECT_EQ(verify(forger.bytes(), Forger::trusted()).verdict, Verdict::kInvalid);
  forger.refit();
  const auto report = verify(forger.bytes(), Forger::trusted());
  ASSERT_EQ(report.failed(), nullptr) << report.failed()->name << ": " << report.failed()->words;
  EXPECT_EQ(report.verdict, Verdict::kValid);
  EXPECT_EQ(report.summary.balance, "999");
  EXPECT_EQ(report.summary.holder, "heir");
}

/// R-TRUST-1: the ledger may know better than the record that its source is worth less.
TEST(Verifier, AContextThatBelievesLessThanTheRecordStatesIsValid) {
  Forger forger;
  const auto command = std::get<wire::SubmitRecord>(Forger::commandOf(forger.accepted()));
  test::ScoredRecord record;
  record.record = wire::decodeRecord(command.record).value();
  record.inputs.tier = wire::SourceTier::kPublicApi;
  record.inputs.transport = record.record.fetch.transport;
  record.inputs.transport.pinnedKey = false;
  Forger::admitInstead(forger.acceptedRecord(), record);
  forger.refit();
  const auto report = verify(forger.bytes(), Forger::trusted());
  ASSERT_EQ(report.failed(), nullptr) << report.failed()->name << ": " << report.failed()->words;
  EXPECT_EQ(report.verdict, Verdict::kValid);
  EXPECT_NE(encode(forger.bundle), encode(Forger().bundle));
}

TEST(Verifier, SaysWhichSourceARecordCameFrom) {
  const Forger honest;
  const auto report = verify(honest.bytes(), Forger::trusted());
  const std::string name = "record " + std::to_string(honest.acceptedAt + 1) + ": score";
  const auto link = std::ranges::find(report.links, name, &Link::name);
  ASSERT_NE(link, report.links.end());
  EXPECT_TRUE(link->words.starts_with("property/title ")) << link->words;
  EXPECT_TRUE(link->words.ends_with(" ACCEPT, from test")) << link->words;
}

TEST(Verifier, TheSameStoryInAnotherClusterProvesNothingToWhoNamedThisOne) {
  Forger forger;
  forger.editGenesis([](auto& genesis) { genesis.nonce.bytes[0] ^= 1; });
  forger.refit();
  const auto own = wire::decodeGenesis(forger.bundle.genesis)->digest();
  EXPECT_EQ(verify(forger.bytes(), own).verdict, Verdict::kValid);
  EXPECT_EQ(verify(forger.bytes(), Forger::trusted()).verdict, Verdict::kUnknownCluster);
}

TEST(Verifier, EveryForgeryEndsAtTheLinkThatLies) {
  for (const Forgery& forgery : allForgeries()) {
    SCOPED_TRACE(std::string(forgery.code) + ": " + std::string(forgery.how));
    Forger forger;
    const std::string link = linkOf(forgery, forger);
    forgery.forge(forger);
    const auto report = verify(forger.bytes(), Forger::trusted());
    EXPECT_EQ(report.verdict, Verdict::kInvalid);
    const Link* failed = report.failed();
    if (failed == nullptr) {
      ADD_FAILURE() << "it was taken for true";
      continue;
    }
    EXPECT_EQ(failed->code, forgery.code);
    EXPECT_EQ(failed->name, link);
    EXPECT_FALSE(failed->words.empty());
    EXPECT_EQ(failed, &report.links.back()) << "nothing is said behind a lie";
  }
}

TEST(Verifier, EveryCodeHasAForgeryAndEveryForgeryACode) {
  const auto known = codesInSources();
  ASSERT_GT(known.size(), 30U) << "the sources were not found";
  std::set<std::string> forged;
  for (const Forgery& forgery : allForgeries())
    if (forgery.code.starts_with("proof.")) forged.emplace(forgery.code);
  for (const std::string& code : known)
    if (!unreachable().contains(code)) {
      EXPECT_TRUE(forged.contains(code)) << code << " is given by the verifier and by no forgery here";
    }
  for (const std::string& code : forged)
    EXPECT_TRUE(known.contains(code)) << code << " is no code of the verifier";
  EXPECT_LE(unreachable().size(), 3U);
  for (const auto& [code, why] : unreachable()) {
    EXPECT_TRUE(known.contains(code)) << code << " needs no excuse: it is gone";
    EXPECT_FALSE(forged.contains(code)) << code << " needs no excuse: it is reached";
  }
}

}  // namespace
}  // namespace aurigraph::proof::testing
