#include <gtest/gtest.h>

#include "tests/unit/runtime/support.h"

namespace aurigraph::runtime::testing {
namespace {

constexpr RuntimeOptions kSmall{.reactors = 1, .cryptoThreads = 1, .smallBuffers = 4, .blockBuffers = 1};

Bytes signedBatch() {
  const wire::Command command{1, {1, 2, 3}};
  wire::BatchDraft draft;
  draft.session = SessionNumber(1);
  draft.request = RequestNumber(1);
  return wire::signCommands(draft, std::span(&command, 1), testKey(9));
}

VerifyBatch check(const Bytes& batch, Environment& around, std::uint64_t token) {
  BufferRef buffer = around.acquire(BufferClass::kSmall);
  AG_ASSERT(static_cast<bool>(buffer));
  const auto header = wire::parseBatch(batch);
  AG_ASSERT(header.has_value());
  std::copy(batch.begin() + sizeof(wire::BatchHeader), batch.end(), buffer.bodySpace().begin() + 64);
  buffer.setBodySize(64 + header->bodySize);
  return {Token(token), *header, std::move(buffer), 64};
}

TEST(Services, BatchesAreVerifiedOffTheReactorWithTheReason) {
  const TemporaryFolder folder;
  Seen<Verified> seen;
  Runtime runtime(kSmall);
  ASSERT_TRUE(runtime.addNode(node(1, folder.path())));
  runtime.addActor(NodeId(1), [&](Environment& around) {
    return std::make_unique<FunctionActor>([&](const Event& event, Out& out) {
      if (std::holds_alternative<Started>(event)) {
        out.add(check(signedBatch(), around, 1));
        Bytes otherBody = signedBatch();
        otherBody.back() ^= 1;
        out.add(check(otherBody, around, 2));
        Bytes otherSignature = signedBatch();
        otherSignature[200] ^= 1;
        out.add(check(otherSignature, around, 3));
        VerifyBatch outside = check(signedBatch(), around, 4);
        outside.bodyOffset = 28 * 1024 - 2;
        out.add(outside);
      }
      if (const auto* verified = std::get_if<Verified>(&event)) seen.add(*verified);
    });
  });
  auto verdicts = seen.waitFor(4);
  ASSERT_EQ(verdicts.size(), 4U);
  std::sort(verdicts.begin(), verdicts.end(), [](auto& a, auto& b) { return a.token < b.token; });
  EXPECT_TRUE(verdicts[0].valid);
  EXPECT_EQ(verdicts[1].why, "batch.bad_body_root");
  EXPECT_EQ(verdicts[2].why, "batch.bad_signature");
  EXPECT_EQ(verdicts[3].why, "batch.size_mismatch");
  EXPECT_FALSE(verdicts[1].valid || verdicts[2].valid || verdicts[3].valid);
  runtime.stop();
  EXPECT_EQ(runtime.buffers().available(BufferClass::kSmall), 4U);  // all came back
}

TEST(Services, DigestsAreSignedWithTheNodesKey) {
  const TemporaryFolder folder;
  Seen<bool> seen;
  Digest digest;
  digest.bytes.fill(5);
  Runtime runtime(kSmall);
  ASSERT_TRUE(runtime.addNode(node(3, folder.path())));
  runtime.addActor(NodeId(3), actor([&](const Event& event, Out& out) {
                     if (std::holds_alternative<Started>(event)) out.add(SignDigest{Token(1), digest});
                     if (const auto* got = std::get_if<Signed>(&event)) {
                       out.add(VerifyDigest{Token(2), testKey(3).publicKey(), digest, got->signature});
                       out.add(VerifyDigest{Token(3), testKey(4).publicKey(), digest, got->signature});
                     }
                     if (const auto* got = std::get_if<Verified>(&event)) seen.add(got->valid);
                   }));
  EXPECT_EQ(seen.waitFor(2), (std::vector<bool>{true, false}));
}

TEST(Services, DiskAnswersComeBackWithTheirTokens) {
  const TemporaryFolder folder;
  Seen<IoDone> seen;
  Runtime runtime(kSmall);
  ASSERT_TRUE(runtime.addNode(node(1, folder.path())));
  runtime.addActor(NodeId(1), actor([&](const Event& event, Out& out) {
                     if (std::holds_alternative<Started>(event)) {
                       out.add(SubmitIo{FileId(1), IoOpen{"f", true}, Token(10)});
                       out.add(SubmitIo{FileId(1), IoAllocate{4'096}, Token(11)});
                       out.add(SubmitIo{FileId(1), IoRead{0, 4'096}, Token(12)});
                     }
                     if (const auto* done = std::get_if<IoDone>(&event)) seen.add(*done);
                   }));
  const auto answers = seen.waitFor(3);
  ASSERT_EQ(answers.size(), 3U);
  for (std::uint64_t index = 0; index < 3; ++index) EXPECT_EQ(answers[index].token, Token(10 + index));
  EXPECT_EQ(answers[2].bytes, Bytes(4'096, 0));
  EXPECT_GE(runtime.usage(NodeId(1)).diskOperations, 3U);
}

/// Hands everything straight to whoever listens.
class Wire : public Transport {
 public:
  Status start(Receiver receiver) override {
    receiver_ = std::move(receiver);
    return {};
  }
  void send(NodeId to, Channel channel, FrameRef frame) override { receiver_.onFrame(to, channel, frame); }
  void stop() override { stopped = true; }
  Receiver receiver_;
  bool stopped = false;
};

TEST(Services, FramesAndPeersReachTheActorTheyAreRoutedTo) {
  const TemporaryFolder folder;
  auto wire = std::make_shared<Wire>();
  Seen<std::string> seen;
  Runtime runtime(kSmall);
  auto options = node(1, folder.path());
  options.transport = wire;
  ASSERT_TRUE(runtime.addNode(std::move(options)));
  wire->receiver_.onPeerUp(NodeId(2));  // before anybody listens: told later
  const ActorId id = runtime.addActor(
      NodeId(1), actor([&](const Event& event, Out& out) {
        if (const auto* up = std::get_if<PeerUp>(&event)) {
          seen.add("up " + std::to_string(up->peer.value));
          out.add(SendFrame{NodeId(2), Channel::kBulk, std::make_shared<const Frame>(Frame{{1, 2}, {}})});
        }
        if (const auto* frame = std::get_if<FrameReceived>(&event))
          seen.add("frame of " + std::to_string(frame->frame->bytes.size()));
        if (std::holds_alternative<PeerDown>(event)) seen.add("down");
      }));
  runtime.routeFrames(NodeId(1), id);
  seen.waitFor(2);
  wire->receiver_.onPeerDown(NodeId(2));
  EXPECT_EQ(seen.waitFor(3), (std::vector<std::string>{"up 2", "frame of 2", "down"}));
  runtime.removeNode(NodeId(1), false);
  EXPECT_TRUE(wire->stopped);
}

TEST(Services, EmptyPoolSaysFullAndNumbersDiffer) {
  const TemporaryFolder folder;
  Seen<int> seen;
  Runtime runtime(kSmall);
  ASSERT_TRUE(runtime.addNode(node(1, folder.path())));
  runtime.addActor(NodeId(1), [&](Environment& around) {
    return std::make_unique<FunctionActor>([&](const Event&, Out&) {
      const BufferRef first = around.acquire(BufferClass::kBlock);
      const BufferRef second = around.acquire(BufferClass::kBlock);
      seen.add(static_cast<bool>(first) ? 1 : 0);
      seen.add(static_cast<bool>(second) ? 1 : 0);
      seen.add(around.randomNumber() != around.randomNumber() ? 1 : 0);
      seen.add(around.wallClock().value > 1'600'000'000'000'000'000 ? 1 : 0);
    });
  });
  EXPECT_EQ(seen.waitFor(4), (std::vector<int>{1, 0, 1, 1}));
}

}  // namespace
}  // namespace aurigraph::runtime::testing
