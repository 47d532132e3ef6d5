// A newcomer's window: something on every page, and an inbox whose decisions lead somewhere.

#include "app/training/fill.h"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <set>

#include "app/training/person.h"
#include "nodes/providers/simulator.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::training {
namespace {

class Filled : public ::testing::Test {
 protected:
  void SetUp() override {
    embedded::EmbeddedOptions options;
    options.config.name = "window";
    options.config.folder = folder_.path() / "cluster";
    auto started = embedded::EmbeddedCluster::start(std::move(options));
    ASSERT_TRUE(started) << started.error().message;
    cluster_ = std::move(*started);
  }

  FillOptions options() {
    FillOptions out;
    out.proofs = folder_.path() / "proofs";
    return out;
  }
  std::unique_ptr<Person> arrive(const std::string& name) {
    const auto key = cluster_->key(name);
    if (!key) return nullptr;
    auto person = Person::arrive(name, cluster_->gateway(), *key, cluster_->genesis());
    return person ? std::move(*person) : nullptr;
  }

  test::TemporaryFolder folder_;
  std::unique_ptr<embedded::EmbeddedCluster> cluster_;
};

boost::json::array listOf(Person& person, const std::string& path) {
  const auto items = person.api().list(path);
  EXPECT_TRUE(items) << path;
  return items ? *items : boost::json::array{};
}

std::string textOf(const boost::json::value& item, const char* name) {
  return std::string(item.at(name).as_string());
}

TEST_F(Filled, EveryPageHasSomethingAndAnApprovalMakesAnAssetIssuable) {
  std::vector<FillProgress> seen;
  auto wanted = options();
  wanted.onProgress = [&](const FillProgress& at) { seen.push_back(at); };
  const auto report = fillForWindow(*cluster_, wanted);
  ASSERT_TRUE(report) << report.error().code << " " << report.error().message;
  EXPECT_EQ(report->assets.size(), 3U);
  EXPECT_GE(report->waiting, 5U);
  ASSERT_FALSE(seen.empty());
  EXPECT_EQ(seen.front().done, 0U);
  EXPECT_EQ(seen.back().done, seen.back().total);

  const auto auditor = arrive("auditor");
  ASSERT_NE(auditor, nullptr);
  EXPECT_EQ(listOf(*auditor, "/query/tokens").size(), 3U);
  std::set<std::uint64_t> holders;
  for (const DemoAsset& asset : report->assets)
    for (const auto& item : listOf(*auditor, "/query/holders?token=" + asset.token))
      holders.insert(item.at("identity").to_number<std::uint64_t>());
  EXPECT_GE(holders.size(), 3U);

  // Reviews wait in several categories; one of them is the old appraisal of a parcel with a good title.
  const auto world = providers::demoWorld(cluster_->running().config().providersSeed);
  std::string number = world.oldApn;
  std::erase(number, '-');
  const std::string parcel = "US-" + world.fips + "-" + number;
  std::set<std::string> kinds;
  Digest title;
  Digest valuation;
  for (const auto& record : listOf(*auditor, "/query/records")) {
    const auto id = fixedFromHex<Digest>(textOf(record, "id")).value();
    if (textOf(record, "decision") == "WAITING")
      kinds.insert(textOf(record, "category") + "/" + textOf(record, "kind"));
    if (textOf(record, "asset_key") != parcel) continue;
    if (textOf(record, "kind") == "title") title = id;
    if (textOf(record, "kind") == "valuation") valuation = id;
  }
  EXPECT_GE(kinds.size(), 5U);
  EXPECT_TRUE(kinds.contains("property/valuation") && kinds.contains("carbon/price"));
  ASSERT_FALSE(title.isZero() || valuation.isZero());

  wire::RegisterAsset asset;
  asset.assetTemplate = wire::AssetTemplate::kProperty;
  asset.assetKey = parcel;
  asset.name = "Second parcel";
  asset.recordIds = {std::min(title, valuation), std::max(title, valuation)};
  const auto issuer = arrive("issuer");
  const auto reviewer = arrive("reviewer");
  const auto refused = issuer->doFinal(asset);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "record.not_usable");
  ASSERT_TRUE(reviewer->doFinal(wire::ClaimReview{valuation}));
  wire::DecideReview decision;
  decision.recordId = valuation;
  decision.decision = wire::ReviewDecision::kApprove;
  decision.reasonCode = 1;
  decision.note = "Nothing changed in the street since.";
  ASSERT_TRUE(reviewer->doFinal(decision));
  const auto registered = issuer->doFinal(asset);
  EXPECT_TRUE(registered) << registered.error().message;

  const auto again = fillForWindow(*cluster_, options());
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_TRUE(again->assets.empty()) << "filled twice";
}

TEST_F(Filled, ItCanBeCalledOff) {
  std::stop_source cancel;
  auto wanted = options();
  wanted.cancel = cancel.get_token();
  wanted.onProgress = [&](const FillProgress& at) {
    if (at.step == "property") cancel.request_stop();
  };
  const auto report = fillForWindow(*cluster_, wanted);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, "demo.cancelled");
}

}  // namespace
}  // namespace aurigraph::training
