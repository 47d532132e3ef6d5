// The numbers of an author's requests are public, and still its own.

#include <atomic>
#include <mutex>
#include <set>

#include "tests/attacks/attacked_cluster.h"

namespace aurigraph::attacks {
namespace {

class RequestNumbers : public Attack {
 protected:
  /// As if the author had sent something else under that number, and has not signed.
  static Bytes withoutSignature(const wire::BatchDraft& place, const PublicKey& author,
                                std::uint64_t number) {
    return wire::draftCommands(place, encoded({somethingElse(number)}), author);
  }
  /// The same, signed by a stranger's key.
  static Bytes forged(const wire::BatchDraft& place, const PublicKey& author, std::uint64_t number) {
    Bytes out = wire::signCommands(place, encoded({somethingElse(number)}), test::keyNumber(0xEE));
    std::ranges::copy(author.bytes, out.begin() + offsetof(wire::BatchHeader, author));
    return out;
  }
  static wire::AnyCommand somethingElse(std::uint64_t number) {
    return wire::RegisterIdentity{"forged-" + std::to_string(number), test::keyNumber(0xED).publicKey(), 0};
  }
};

TEST_F(RequestNumbers, NobodyTakesAnothersRequestNumber) {
  const auto author = attacked().person("administrator");
  auto place = draft();
  std::atomic<std::uint64_t> request{1};
  std::atomic<std::uint64_t> forgeries{0};
  std::mutex mutex;  // guards what follows
  std::set<std::string> answers;
  const auto attack = [&](std::stop_token stop) {
    const auto gateway = attacked().gateway();
    wire::BatchDraft taken = place;
    while (!stop.stop_requested()) {
      const std::uint64_t number = ++forgeries;
      taken.request = RequestNumber(request);
      const Bytes batch = number % 2 == 0 ? forged(taken, author.publicKey(), number)
                                          : withoutSignature(taken, author.publicKey(), number);
      const auto code = codeOf(gateway->submit(batch, client::Wait::kCommitted));
      const std::lock_guard lock(mutex);
      answers.insert(code);
    }
  };
  {
    std::vector<std::jthread> attackers;
    for (int each = 0; each < 3; ++each) attackers.emplace_back(attack);
    // Until they have had their chance, and no more often than there are strangers.
    for (; request <= 20 || (forgeries < 60 && request <= 100); ++request) {
      place.request = RequestNumber(request);
      EXPECT_EQ(codeOf(send(wire::signCommands(place, encoded({stranger()}), author))), "done") << request;
    }
  }
  EXPECT_GE(forgeries, 3U);
  // Too late for a number that was used meanwhile; and never done.
  for (const auto& code : answers)
    EXPECT_TRUE(code == "batch.bad_signature" || code == "session.replayed") << code;
  EXPECT_TRUE(answers.contains("batch.bad_signature"));
  EXPECT_EQ(std::string(api().identityOf(test::keyNumber(0xED).publicKey()).error().code),
            "query.unknown_identity");
}

TEST_F(RequestNumbers, NobodyOpensOrClosesAnothersSessions) {
  const auto author = attacked().person("issuer");
  auto place = draft();
  ASSERT_EQ(codeOf(send(wire::signCommands(place, encoded({stranger()}), author))), "permission.missing");
  // More sessions than one author may have open beside each other, each with a higher number.
  for (std::uint64_t at = 0; at < 20; ++at) {
    auto other = draft();
    EXPECT_EQ(codeOf(send(forged(other, author.publicKey(), at))), "batch.bad_signature");
    EXPECT_EQ(codeOf(send(withoutSignature(other, author.publicKey(), at))), "batch.bad_signature");
  }
  place.request = place.request.next();
  EXPECT_EQ(codeOf(send(wire::signCommands(place, encoded({stranger()}), author))), "permission.missing")
      << "its session goes on";
}

TEST_F(RequestNumbers, AChangedOperationIsNotTheAuthors) {
  const auto author = attacked().person("administrator");
  const Bytes batch = signedBy(author, {stranger()});
  Bytes changed = batch;
  changed.back() ^= 1;
  EXPECT_EQ(codeOf(send(changed)), "batch.bad_body_root");
  EXPECT_EQ(codeOf(send(batch)), "done") << "and the author's own is not held up by it";
}

}  // namespace
}  // namespace aurigraph::attacks
