// One history goes on from itself, and the route says so to whoever knows two of its roots.

#include <gtest/gtest.h>

#include "core/crypto/merkle.h"
#include "core/wire/seal.h"
#include "tests/support/gateway_fixture.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;
using client::Wait;

class Consistency : public ::testing::Test {
 protected:
  /// A block that registers somebody, under a certificate; gives its history root when the lists have it.
  Digest grow() {
    const auto number = static_cast<std::uint8_t>(130 + height_++);
    expectDone(
        admin_.send(wire::RegisterIdentity{"person-" + std::to_string(number), keyNumber(number).publicKey(),
                                           wire::maskOf(wire::Role::kHolder)},
                    Wait::kFinal));
    EXPECT_TRUE(eventually([&] {
      const auto certificate = api_->latestCertificate();
      return certificate && certificate->statement.height.value == height_;
    }));
    return api_->latestCertificate()->statement.historyRoot;
  }
  [[nodiscard]] std::string codeOf(const std::string& query) const {
    const auto answer = api_->get("/query/consistency" + query);
    return answer ? "none" : std::string(answer.error().code);
  }

  GatewayFixture fixture_;
  std::unique_ptr<client::ApiClient> api_ = fixture_.client();
  client::Author admin_{*api_, administrator().key, fixture_.business().digest()};
  std::uint64_t height_ = 0;
};

TEST_F(Consistency, LeadsFromEveryCertifiedRootToEveryLaterOne) {
  std::vector<Digest> roots;
  for (int block = 0; block < 6; ++block) roots.push_back(grow());
  for (std::uint64_t to = 1; to <= roots.size(); ++to)
    for (std::uint64_t from = 1; from <= to; ++from) {
      const auto path = api_->consistency(Height(from), Height(to));
      ASSERT_TRUE(path.has_value()) << path.error().message;
      EXPECT_EQ(path->from, Height(from));
      EXPECT_EQ(path->to, Height(to));
      EXPECT_EQ(path->fromRoot, roots[from - 1]);
      EXPECT_EQ(path->toRoot, roots[to - 1]);
      EXPECT_TRUE(crypto::verifyConsistency(from, roots[from - 1], to, roots[to - 1], path->path));
    }
}

TEST_F(Consistency, LeadsToTheLatestCertificateUnlessSaidOtherwise) {
  for (int block = 0; block < 3; ++block) (void)grow();
  fixture_.business().holdCertificates(true);
  expectDone(admin_.send(
      wire::RegisterIdentity{"later", keyNumber(199).publicKey(), wire::maskOf(wire::Role::kHolder)},
      Wait::kCommitted));
  ASSERT_TRUE(eventually([&] { return api_->get("/query/blocks/4").has_value(); }));
  EXPECT_EQ(api_->get("/query/consistency?from=1")->at("to").to_number<int>(), 3);
  EXPECT_EQ(api_->get("/query/consistency?from=1&to=4")->at("to").to_number<int>(), 4);
  EXPECT_EQ(codeOf("?from=4"), "query.bad_range") << "beyond the certificate";
}

TEST_F(Consistency, SaysWhatIsWrongWithARange) {
  EXPECT_EQ(codeOf("?from=1"), "query.no_certificate");
  EXPECT_EQ(codeOf("?from=1&to=1"), "query.unknown_block");
  (void)grow();
  (void)grow();
  for (const char* query : {"", "?to=2", "?from=", "?from=x", "?from=-1", "?from=1&to=", "?from=1&to=2x",
                            "?from=1&to=18446744073709551616", "?from=9223372036854775808&to=2"})
    EXPECT_EQ(codeOf(query), "query.bad_number") << query;
  for (const char* query : {"?from=0", "?from=0&to=2", "?from=2&to=1", "?from=3", "?from=1&to=0"})
    EXPECT_EQ(codeOf(query), "query.bad_range") << query;
  EXPECT_EQ(codeOf("?from=1&to=3"), "query.unknown_block");
  EXPECT_EQ(codeOf("?from=2&to=2"), "none");
}

}  // namespace
}  // namespace aurigraph::gateway
