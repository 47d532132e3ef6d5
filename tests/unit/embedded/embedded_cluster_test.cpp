// The cluster inside a program: what its start says, and that it can be called off.

#include "app/embedded/embedded_cluster.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/temporary_folder.h"

namespace aurigraph::embedded {
namespace {

using cluster::StartProgress;
using cluster::StartStage;

class Embedded : public ::testing::Test {
 protected:
  EmbeddedOptions options() {
    EmbeddedOptions out;
    out.config.name = "embedded";
    out.config.folder = folder_.path() / "cluster";
    out.config.validators = 1;
    out.config.business = 1;
    out.onProgress = [this](const StartProgress& at) { seen_.push_back(at); };
    return out;
  }

  test::TemporaryFolder folder_;
  std::vector<StartProgress> seen_;
};

TEST_F(Embedded, TheStartTellsEveryStageInOrderAndEndsEach) {
  const auto started = EmbeddedCluster::start(options());
  ASSERT_TRUE(started) << started.error().message;
  std::vector<StartStage> ended;
  auto last = StartStage::kFolder;
  for (const StartProgress& at : seen_) {
    EXPECT_GE(at.stage, last);
    last = at.stage;
    EXPECT_LE(at.done, at.total);
    if (at.done == at.total) ended.push_back(at.stage);
  }
  const std::vector<StartStage> all = {StartStage::kFolder, StartStage::kProviders, StartStage::kNodes,
                                       StartStage::kLeader, StartStage::kGateway};
  ended.erase(std::unique(ended.begin(), ended.end()), ended.end());
  EXPECT_EQ(ended, all);

  auto api = client::ApiClient::create((*started)->gateway());
  ASSERT_TRUE(api);
  const auto key = (*started)->key("issuer");
  ASSERT_TRUE(key) << key.error().message;
  const auto signedIn = (*api)->signIn(*key, (*started)->genesis());
  ASSERT_TRUE(signedIn) << signedIn.error().message;
  EXPECT_EQ(signedIn->name, "issuer");
  EXPECT_FALSE((*started)->key("nobody"));
}

TEST_F(Embedded, ACancelledStartLeavesNothingRunningAndTheFolderGood) {
  for (const StartStage stage : {StartStage::kFolder, StartStage::kNodes, StartStage::kLeader}) {
    std::stop_source cancel;
    auto wanted = options();
    wanted.cancel = cancel.get_token();
    wanted.onProgress = [&](const StartProgress& at) {
      if (at.stage == stage) cancel.request_stop();
    };
    const auto started = EmbeddedCluster::start(std::move(wanted));
    ASSERT_FALSE(started) << nameOf(stage);
    EXPECT_EQ(started.error().code, "cluster.cancelled") << nameOf(stage);
  }
  const auto again = EmbeddedCluster::start(options());
  EXPECT_TRUE(again) << again.error().message;
}

}  // namespace
}  // namespace aurigraph::embedded
