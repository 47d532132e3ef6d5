// The product's front door: the demo tells the truth about the cluster that it leaves running, its proofs
// hold, and what is broken on purpose is named.

#include <gtest/gtest.h>
#include <stdlib.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/proof/verifier.h"
#include "tests/support/child_process.h"

namespace aurigraph {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;
using tests::ChildProcess;

constexpr seconds kDemoTimeout{120};  // for slow machines; the demo itself takes under 25 s
constexpr seconds kCommandTimeout{30};

std::string program() {
  return std::string(AURIGRAPH_BINARY_DIR) + "/bin/aurigraph";
}

class DemoTest : public testing::Test {
 protected:
  DemoTest() {
    std::string pattern = (fs::temp_directory_path() / "aurigraph-demo-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~DemoTest() override { fs::remove_all(folder_); }

  struct Answer {
    int exitCode = 0;
    boost::json::object json;
  };
  static Answer run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), program());
    ChildProcess child(arguments);
    const std::string text = child.rest(kCommandTimeout);
    Answer answer{child.wait(), {}};
    boost::json::error_code ignored;
    if (auto value = boost::json::parse(text, ignored); value.is_object()) answer.json = value.as_object();
    return answer;
  }

  fs::path folder_;
};

TEST_F(DemoTest, SaysWhatTheClusterItLeftRunningSays) {
  ChildProcess demo({program(), "demo", "--json", "--seed", "7", "--keep", "--out", folder_.string()});
  const std::string line = demo.line(kDemoTimeout);
  ASSERT_FALSE(line.empty()) << "the demo said nothing";
  const boost::json::object report = boost::json::parse(line).as_object();
  ASSERT_TRUE(report.at("failed_step").is_null()) << line;
  EXPECT_EQ(report.at("cluster").at("validators").to_number<int>(), 3);
  EXPECT_EQ(report.at("cluster").at("business").to_number<int>(), 2);
  EXPECT_EQ(report.at("cluster").at("slim").to_number<int>(), 1);
  EXPECT_TRUE(report.at("conservation_ok").as_bool());
  EXPECT_GE(report.at("proofs").at("verified").to_number<int>(), 3);
  EXPECT_EQ(report.at("proofs").at("failed").to_number<int>(), 0);
  EXPECT_GE(report.at("records").at("rejected").to_number<int>(), 1);
  EXPECT_EQ(report.at("records").at("reviewed").to_number<int>(), 1);

  const std::string genesis(report.at("genesis").as_string());
  ASSERT_EQ(genesis.size(), 64U);
  const auto& assets = report.at("assets").as_array();
  ASSERT_EQ(assets.size(), 3U);
  const Answer status = run({"status", "--json", "--profile", (folder_ / "profile").string()});
  EXPECT_EQ(status.exitCode, 0);
  EXPECT_EQ(status.json.at("genesis").as_string(), genesis);

  for (const auto& value : assets) {
    const auto& asset = value.as_object();
    const std::string proof(asset.at("proof").as_string());
    EXPECT_TRUE(fs::path(proof).is_absolute());
    const Answer verified = run({"verify", "--json", "--genesis", genesis, proof});
    EXPECT_EQ(verified.exitCode, 0) << proof;
    EXPECT_EQ(verified.json.at("summary").at("token").as_string(), asset.at("token").as_string());
    EXPECT_EQ(verified.json.at("summary").at("origin").as_string(), "SIMULATED");
    EXPECT_EQ(verified.json.at("summary").at("lowest_score_ppm").to_number<int>(),
              asset.at("score_ppm").to_number<int>());
    EXPECT_EQ(run({"verify", "--genesis", std::string(64, 'a'), proof}).exitCode, 3);
  }
  // One flipped bit every few bytes: none leaves a valid proof, and each names a link that fails.
  std::ifstream file(std::string(assets[1].at("proof").as_string()), std::ios::binary);
  const Bytes proof((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  ASSERT_GT(proof.size(), 1'000U);
  const Digest trusted = *fixedFromHex<Digest>(genesis);
  ASSERT_EQ(proof::verify(proof, trusted).verdict, proof::Verdict::kValid);
  for (std::size_t bit = 0; bit < proof.size() * 8; bit += 251) {
    Bytes changed = proof;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
    const proof::Report flipped = proof::verify(changed, trusted);
    EXPECT_EQ(flipped.verdict, proof::Verdict::kInvalid) << "bit " << bit;
    EXPECT_NE(flipped.failed(), nullptr) << "bit " << bit;
  }
  for (const std::size_t size : {std::size_t{0}, proof.size() / 2, proof.size() - 1})
    EXPECT_EQ(proof::verify(ByteView(proof).first(size), trusted).verdict, proof::Verdict::kInvalid) << size;

  const auto scoreOf = [&](std::size_t at) { return assets[at].at("score_ppm").to_number<int>(); };
  EXPECT_EQ(assets[1].at("decision").as_string(), "APPROVED");
  EXPECT_EQ(scoreOf(1), 720'000);

  demo.signal(SIGTERM);
  EXPECT_EQ(demo.wait(), 0);
}

TEST_F(DemoTest, NamesTheStepThatWasBroken) {
  for (const std::string step : {"provider", "review", "seal", "conservation"}) {
    ChildProcess demo({program(), "demo", "--json", "--break", step, "--out", (folder_ / step).string()});
    const std::string line = demo.line(kDemoTimeout);
    EXPECT_EQ(demo.wait(), 1) << step;
    ASSERT_FALSE(line.empty()) << step;
    EXPECT_EQ(boost::json::parse(line).at("failed_step").as_string(), step) << line;
  }
}

}  // namespace
}  // namespace aurigraph
