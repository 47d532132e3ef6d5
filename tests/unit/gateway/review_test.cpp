// Reviews as the console needs them: who may decide and why not, what is late, what a record is compared
// with.

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "tests/support/gateway_fixture.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;
using boost::json::value;
using client::Wait;
using wire::RecordKind;

constexpr std::int64_t kMinute = 60 * kSecond;

class Reviews : public ::testing::Test {
 protected:
  /// Brings a record and gives its id.
  Digest submit(const ScoredRecord& record) {
    client::Author slim(*api_, slimNode().key, fixture_.business().digest());
    expectDone(slim.send(record.command(), Wait::kCommitted));
    return record.record.id();
  }
  Digest forReview(RecordKind kind, const std::string& key, std::uint8_t seed = 1,
                   std::vector<wire::Field> more = {}) {
    return submit(scoredRecord(kind, key, systemTime(), Wanted::kReview, seed, std::move(more)));
  }
  void act(const Person& who, const wire::AnyCommand& command) {
    client::Author author(*api_, who.key, fixture_.business().digest());
    expectDone(author.send(command, Wait::kCommitted));
  }
  value queueOf(const Person& who, const std::string& query = "") {
    return fixture_.clientOf(who)->get("/query/reviews" + query).value();
  }
  value recordFor(const Person& who, const Digest& id) {
    return fixture_.clientOf(who)->get("/query/records/" + toHex(id.view())).value();
  }
  static std::int64_t count(const value& queue, const char* name) {
    return queue.at("counts").at(name).to_number<std::int64_t>();
  }

  static wire::Genesis genesisOfThreeSources() {
    wire::Genesis genesis = testGenesis();
    genesis.sources = {testSource(true, "elsewhere"), testSource(), testSource(true, "third")};
    return genesis;
  }

  std::atomic<std::int64_t> ahead_ = 0;  ///< Of the gateway's clock.
  FakeBusiness business_{genesisOfThreeSources()};
  GatewayFixture fixture_{[this](GatewayOptions& options, GatewayParts&) {
                            options.wallClock = [this] { return Nanoseconds(systemTime().value + ahead_); };
                          },
                          &business_};
  std::unique_ptr<client::ApiClient> api_ = fixture_.client();
};

TEST_F(Reviews, SayWhoMayDecideByTheLedgersOwnRules) {
  const auto id = forReview(RecordKind::kPropertyValuation, "US-9");
  auto queue = queueOf(reviewer());
  ASSERT_EQ(queue.at("items").as_array().size(), 1U);
  auto item = queue.at("items").at(0);
  EXPECT_TRUE(item.at("may_decide").as_bool());
  EXPECT_FALSE(item.as_object().contains("why_not"));
  EXPECT_EQ(item.at("submitter_name").as_string(), "slim-1");
  EXPECT_EQ(item.at("service_level_seconds").to_number<int>(), 48 * 3'600);
  EXPECT_EQ(std::stoll(std::string(item.at("due_at").as_string())) -
                std::stoll(std::string(item.at("admitted_at").as_string())),
            48 * 60 * kMinute);

  act(reviewer2(), wire::ClaimReview{id});
  item = queueOf(reviewer()).at("items").at(0);
  EXPECT_FALSE(item.at("may_decide").as_bool());
  EXPECT_EQ(item.at("why_not").as_string(), "review.claimed_by_other");
  EXPECT_EQ(item.at("claimed_by_name").as_string(), "reviewer-2");
  EXPECT_FALSE(item.at("claimed_by_me").as_bool());
  item = queueOf(reviewer2()).at("items").at(0);
  EXPECT_TRUE(item.at("may_decide").as_bool());
  EXPECT_TRUE(item.at("claimed_by_me").as_bool());
  EXPECT_EQ(queueOf(compliance()).at("items").at(0).at("why_not").as_string(), "permission.missing");

  const auto detail = recordFor(reviewer(), id);
  EXPECT_EQ(detail.at("why_not").as_string(), "review.claimed_by_other");
  EXPECT_EQ(detail.at("claimed_by_name").as_string(), "reviewer-2");
  act(reviewer2(), wire::DecideReview{id, wire::ReviewDecision::kApprove, 1, "seen"});
  const auto decided = recordFor(reviewer(), id);
  EXPECT_EQ(decided.at("why_not").as_string(), "review.not_open");
  EXPECT_EQ(decided.at("review").at("reviewer_name").as_string(), "reviewer-2");
  EXPECT_FALSE(decided.at("claimed_by_me").as_bool());
}

TEST_F(Reviews, AClaimEndsAndARecordGetsLateOnAQuietChainToo) {
  const auto id = forReview(RecordKind::kMarketSnapshot, "AAPL");
  act(reviewer2(), wire::ClaimReview{id});
  auto queue = queueOf(reviewer());
  EXPECT_EQ(count(queue, "claimed_by_others"), 1);
  EXPECT_EQ(count(queue, "late"), 0);
  EXPECT_EQ(count(queueOf(reviewer2()), "mine"), 1);
  ahead_ = 16 * kMinute;
  queue = queueOf(reviewer());
  EXPECT_EQ(count(queue, "claimed_by_others"), 0);
  EXPECT_EQ(count(queue, "late"), 1);
  EXPECT_TRUE(queue.at("items").at(0).at("may_decide").as_bool());
  queue = queueOf(reviewer2());
  EXPECT_EQ(count(queue, "mine"), 0);
  EXPECT_FALSE(queue.at("items").at(0).at("claimed_by_me").as_bool());
  EXPECT_TRUE(queue.at("items").at(0).at("may_decide").as_bool());
  EXPECT_GT(queue.at("now").as_string(), queue.at("items").at(0).at("due_at").as_string());
}

TEST_F(Reviews, AClaimGivenBackIsSaidOnTheStreamAndFreeForOthers) {
  const auto id = forReview(RecordKind::kPropertyValuation, "US-9");
  act(reviewer2(), wire::ClaimReview{id});
  EXPECT_EQ(count(queueOf(reviewer()), "claimed_by_others"), 1);
  act(reviewer2(), wire::ReleaseReview{id});
  const auto queue = queueOf(reviewer());
  EXPECT_EQ(count(queue, "claimed_by_others"), 0);
  EXPECT_TRUE(queue.at("items").at(0).at("may_decide").as_bool());
  EXPECT_FALSE(queue.at("items").at(0).as_object().contains("claimed_by"));
  std::vector<std::string> actions;
  const auto read = fixture_.clientOf(reviewer())->follow({"review"}, "0:0:0", [&](const auto& event) {
    const auto data = boost::json::parse(event.data);
    EXPECT_EQ(data.at("record").as_string(), toHex(id.view()));
    EXPECT_EQ(data.at("reviewer").template to_number<std::uint32_t>(), reviewer2().id.value);
    actions.emplace_back(data.at("event").as_string());
    return actions.size() < 2;
  });
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(actions, (std::vector<std::string>{"review-claimed", "review-released"}));
}

TEST_F(Reviews, AreFilteredButCountedWhole) {
  const auto first = forReview(RecordKind::kPropertyValuation, "US-1");
  forReview(RecordKind::kMarketSnapshot, "AAPL");
  forReview(RecordKind::kPropertyValuation, "US-2");
  act(reviewer(), wire::ClaimReview{first});
  const auto keys = [&](const value& queue) {
    std::vector<std::string> out;
    for (const auto& item : queue.at("items").as_array()) out.emplace_back(item.at("asset_key").as_string());
    return out;
  };
  EXPECT_EQ(keys(queueOf(reviewer(), "?category=property")), (std::vector<std::string>{"US-1", "US-2"}));
  EXPECT_EQ(keys(queueOf(reviewer(), "?mine=true")), (std::vector<std::string>{"US-1"}));
  EXPECT_TRUE(keys(queueOf(reviewer2(), "?mine=true")).empty());
  const auto page = queueOf(reviewer(), "?category=property&limit=1");
  EXPECT_EQ(keys(page), (std::vector<std::string>{"US-1"}));
  EXPECT_EQ(count(page, "open"), 3);
  EXPECT_EQ(count(page, "mine"), 1);
  EXPECT_EQ(keys(queueOf(reviewer(),
                         "?category=property&limit=1&cursor=" + std::string(page.at("next").as_string()))),
            (std::vector<std::string>{"US-2"}));
  const auto client = fixture_.clientOf(reviewer());
  EXPECT_EQ(client->get("/query/reviews?category=gossip").error().code, "query.bad_category");
  EXPECT_EQ(client->get("/query/reviews?mine=perhaps").error().code, "query.bad_flag");
  EXPECT_EQ(fixture_.clientOf(holder())->get("/query/reviews").error().code, "auth.forbidden");
}

TEST_F(Reviews, EveryPointLostIsAccountedFor) {
  const auto id = forReview(RecordKind::kPropertyValuation, "US-9");
  const auto client = fixture_.clientOf(reviewer());
  ASSERT_TRUE(eventually([&] { return recordFor(reviewer(), id).as_object().contains("checks"); }));
  const auto detail = recordFor(reviewer(), id);
  std::int64_t weights = 0;
  std::int64_t lost = 0;
  for (const auto& check : detail.at("checks").as_array()) {
    weights += check.at("weight").to_number<std::int64_t>();
    lost += check.at("lost_ppm").to_number<std::int64_t>();
    std::int64_t shares = 0;
    for (const auto& reason : check.at("reasons").as_array()) {
      shares += reason.at("missed_ppm").to_number<std::int64_t>();
      EXPECT_FALSE(reason.at("verdict").as_string().empty());
    }
    EXPECT_EQ(shares,
              check.at("reasons").as_array().empty() ? 0 : check.at("lost_ppm").to_number<std::int64_t>());
  }
  EXPECT_EQ(weights, 1'000'000);
  EXPECT_GT(lost, 0);
  EXPECT_EQ(detail.at("average_ppm").to_number<std::int64_t>(), 1'000'000 - lost);
  const auto item = queueOf(reviewer()).at("items").at(0);
  EXPECT_EQ(item.at("lost_ppm").to_number<std::int64_t>(), lost);
  EXPECT_EQ(item.at("source").as_string(), "test");
  EXPECT_TRUE(detail.at("caps").is_array());
}

TEST_F(Reviews, ARecordIsComparedWithTheLastAcceptedOneOfItsKindAssetAndSource) {
  const auto now = systemTime();
  submit(scoredRecord(RecordKind::kPropertyTitle, "US-1", now, Wanted::kAccept, 1));
  const auto accepted = submit(scoredRecord(RecordKind::kPropertyValuation, "US-1", now, Wanted::kAccept, 2,
                                            {textField("city", "Bern")}));
  auto other = scoredRecord(RecordKind::kPropertyValuation, "US-1", now, Wanted::kAccept, 3);
  other.record.sourceId = "elsewhere";
  const auto elsewhere = submit(other);
  submit(scoredRecord(RecordKind::kPropertyValuation, "US-1", now, Wanted::kReject, 4));
  submit(scoredRecord(RecordKind::kPropertyValuation, "US-2", now, Wanted::kAccept, 5));
  const auto id = forReview(RecordKind::kPropertyValuation, "US-1", 6, {textField("owner", "Ann")});
  submit(scoredRecord(RecordKind::kPropertyValuation, "US-1", now, Wanted::kAccept, 7));
  ASSERT_TRUE(eventually([&] { return recordFor(reviewer(), id).as_object().contains("differences"); }));

  auto detail = recordFor(reviewer(), id);
  EXPECT_EQ(detail.at("last_accepted").at("id").as_string(), toHex(accepted.view()));
  EXPECT_EQ(detail.at("last_accepted").at("decision").as_string(), "AUTO");
  std::map<std::string, std::string> changes;
  for (const auto& each : detail.at("differences").as_array())
    changes[std::string(each.at("field").as_string())] = each.at("change").as_string();
  EXPECT_EQ(changes,
            (std::map<std::string, std::string>{{"city", "removed"}, {"owner", "added"}, {"value", "same"}}));
  EXPECT_EQ(detail.at("earlier").as_array().size(), 4U);  // of the asset, before it
  EXPECT_EQ(detail.at("earlier").at(0).at("band").as_string(), "REJECT");
  EXPECT_EQ(detail.at("earlier").at(0).at("submitter_name").as_string(), "slim-1");

  // Nothing of its own source: of any.
  auto third = scoredRecord(RecordKind::kPropertyValuation, "US-1", now, Wanted::kReview, 8);
  third.record.sourceId = "third";
  const auto thirdId = submit(third);
  ASSERT_TRUE(
      eventually([&] { return recordFor(reviewer(), thirdId).as_object().contains("last_accepted"); }));
  EXPECT_NE(recordFor(reviewer(), thirdId).at("last_accepted").at("id").as_string(), toHex(elsewhere.view()));
  EXPECT_EQ(recordFor(reviewer(), thirdId).at("last_accepted").at("source").as_string(), "test");

  const auto lonely = forReview(RecordKind::kPropertyValuation, "US-3", 9);
  ASSERT_TRUE(eventually([&] { return recordFor(reviewer(), lonely).as_object().contains("earlier"); }));
  EXPECT_FALSE(recordFor(reviewer(), lonely).as_object().contains("last_accepted"));
}

}  // namespace
}  // namespace aurigraph::gateway
