#include "nodes/link/link_transport.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

#include "core/base/crc32c.h"
#include "nodes/link/frame_codec.h"

namespace aurigraph::link {
namespace {

using namespace std::chrono_literals;
using runtime::Channel;

constexpr auto kDeadline = 20s;
constexpr std::int64_t kDay = 86'400'000'000'000;

Nanoseconds now() {
  return Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / 1ns);
}

Digest genesisDigest(std::uint8_t last = 0) {
  Digest digest;
  digest.bytes.fill(0x42);
  digest.bytes.back() = last;  // beyond the 8 bytes that a certificate names
  return digest;
}

/// One reactor thread for all transports of a test.
class Reactor {
 public:
  ~Reactor() {
    guard_.reset();
    io.stop();
    thread_.join();
  }
  boost::asio::io_context io;

 private:
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_{io.get_executor()};
  std::thread thread_{[this] { io.run(); }};
};

/// What one transport told, to wait on.
class Heard {
 public:
  runtime::Transport::Receiver receiver() {
    return {[this](NodeId from, Channel channel, runtime::FrameRef frame) {
              change([&] { frames_.push_back({from, channel, std::move(frame)}); });
            },
            [this](NodeId peer) { change([&] { ups_.push_back(peer); }); },
            [this](NodeId peer) { change([&] { downs_.push_back(peer); }); }};
  }
  void event(const LinkEvent& event) {
    change([&] { codes_.emplace_back(event.code); });
  }
  bool waitUps(std::size_t count) {
    return wait([&] { return ups_.size() >= count; });
  }
  bool waitDowns(std::size_t count) {
    return wait([&] { return downs_.size() >= count; });
  }
  bool waitFrames(std::size_t count) {
    return wait([&] { return frames_.size() >= count; });
  }
  bool waitCode(std::string_view code) {
    return wait([&] { return std::ranges::find(codes_, code) != codes_.end(); });
  }
  struct Got {
    NodeId from;
    Channel channel;
    runtime::FrameRef frame;
  };
  std::vector<Got> frames() {
    const std::lock_guard lock(mutex_);
    return frames_;
  }
  std::size_t downs() {
    const std::lock_guard lock(mutex_);
    return downs_.size();
  }
  std::size_t ups() {
    const std::lock_guard lock(mutex_);
    return ups_.size();
  }
  void forgetFrames() {
    const std::lock_guard lock(mutex_);
    frames_.clear();
  }

 private:
  template <class Change>
  void change(Change apply) {
    const std::lock_guard lock(mutex_);
    apply();
    changed_.notify_all();
  }
  template <class Condition>
  bool wait(Condition condition) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kDeadline, condition);
  }
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Got> frames_;
  std::vector<NodeId> ups_;
  std::vector<NodeId> downs_;
  std::vector<std::string> codes_;
};

class Links : public testing::Test {
 protected:
  Links() : authority(*CertificateAuthority::create("links", genesisDigest(), now())) {}

  LinkOptions optionsOf(std::uint32_t node, Heard& heard) {
    LinkOptions options;
    options.node = NodeId(node);
    options.genesis = genesisDigest();
    options.authorityPem = authority.certificatePem();
    options.credentials = *authority.issueNode(NodeId(node), "node-" + std::to_string(node), {}, now());
    options.buffers = &pool;
    options.firstRetry = 5ms;
    options.longestRetry = 50ms;
    options.onEvent = [&heard](const LinkEvent& event) { heard.event(event); };
    return options;
  }
  static PeerAddress at(std::uint32_t node, std::uint16_t port) { return {NodeId(node), "127.0.0.1", port}; }

  BufferPool pool{64, 16};
  CertificateAuthority authority;
  Reactor reactor;
  Heard one;
  Heard two;
};

runtime::FrameRef frameOf(std::string_view text, std::vector<BufferRef> buffers = {}) {
  auto frame = std::make_shared<runtime::Frame>();
  frame->bytes = toBytes(asBytes(text));
  frame->buffers = std::move(buffers);
  return frame;
}

BufferRef filledBuffer(BufferPool& pool, std::size_t sizeBytes, std::uint8_t seed) {
  BufferRef buffer = pool.acquire(BufferClass::kBlock);
  buffer.setBodySize(sizeBytes);
  for (std::size_t index = 0; index < sizeBytes; ++index)
    buffer.bodySpace()[index] = static_cast<std::uint8_t>(index * 31 + seed);
  for (std::size_t index = 256; index < 4'096; ++index)
    buffer.header()[index] = static_cast<std::uint8_t>(index + seed);
  return buffer;
}

TEST_F(Links, FramesGoBothWaysWithWholeBlocks) {
  auto optionsTwo = optionsOf(2, two);
  optionsTwo.peers = {at(1, 0)};
  LinkTransport second(reactor.io, optionsTwo);
  ASSERT_TRUE(second.start(two.receiver()));
  auto optionsOne = optionsOf(1, one);
  optionsOne.peers = {at(2, second.port())};
  LinkTransport first(reactor.io, optionsOne);
  ASSERT_TRUE(first.start(one.receiver()));
  ASSERT_TRUE(one.waitUps(1));
  ASSERT_TRUE(two.waitUps(1));

  const BufferRef whole = filledBuffer(pool, limits::kBufferBodyBytes, 1);
  const BufferRef small = filledBuffer(pool, 100, 2);
  first.send(NodeId(2), Channel::kBulk, frameOf("blocks", {whole, small}));
  second.send(NodeId(1), Channel::kBulk, frameOf("back", {whole}));
  for (int index = 0; index < 200; ++index)
    first.send(NodeId(2), Channel::kControl, frameOf("vote " + std::to_string(index)));
  ASSERT_TRUE(two.waitFrames(201));
  ASSERT_TRUE(one.waitFrames(1));

  int votes = 0;
  for (const auto& got : two.frames()) {
    EXPECT_EQ(got.from, NodeId(1));
    if (got.channel == Channel::kControl) {
      EXPECT_EQ(asText(got.frame->bytes), "vote " + std::to_string(votes++)) << "out of order";
      continue;
    }
    ASSERT_EQ(got.frame->buffers.size(), 2U);
    EXPECT_TRUE(std::ranges::equal(got.frame->buffers[0].body(), whole.body()));
    EXPECT_TRUE(std::ranges::equal(got.frame->buffers[0].header().subspan(256), whole.header().subspan(256)));
    EXPECT_TRUE(std::ranges::equal(got.frame->buffers[1].body(), small.body()));
  }
  EXPECT_EQ(votes, 200);
  EXPECT_TRUE(std::ranges::equal(one.frames()[0].frame->buffers.at(0).body(), whole.body()));
  one.forgetFrames();
  two.forgetFrames();
}

/// Starts 1 and 2, the second with credentials or genesis changed by `spoil`; 2 must never come up.
#define EXPECT_REFUSED(spoil, code)                   \
  do {                                                \
    auto optionsTwo = optionsOf(2, two);              \
    optionsTwo.peers = {at(1, 0)};                    \
    LinkTransport second(reactor.io, optionsTwo);     \
    ASSERT_TRUE(second.start(two.receiver()));        \
    auto optionsOne = optionsOf(1, one);              \
    optionsOne.peers = {at(2, second.port())};        \
    spoil(optionsOne);                                \
    LinkTransport first(reactor.io, optionsOne);      \
    const auto started = first.start(one.receiver()); \
    ASSERT_TRUE(started) << started.error().message;  \
    EXPECT_TRUE(two.waitCode(code));                  \
    EXPECT_GT(second.counters().refused, 0U);         \
    EXPECT_EQ(second.counters().connections, 0U);     \
    EXPECT_EQ(two.ups(), 0U);                         \
    EXPECT_EQ(one.ups(), 0U);                         \
  } while (false)

TEST_F(Links, AStrangersCertificateIsRefusedCountedAndReported) {
  const auto stranger = CertificateAuthority::create("links", genesisDigest(), now());
  ASSERT_TRUE(stranger);
  EXPECT_REFUSED(
      [&](LinkOptions& options) {
        options.credentials = *stranger->issueNode(NodeId(1), "node-1", {}, now());
      },
      "link.refused_certificate");
}

TEST_F(Links, AnExpiredCertificateIsRefused) {
  EXPECT_REFUSED(
      [&](LinkOptions& options) {
        options.credentials =
            *authority.issueNode(NodeId(1), "node-1", {}, Nanoseconds(now().value - 100 * kDay));
      },
      "link.refused_certificate");
}

TEST_F(Links, AnotherGenesisIsRefused) {
  EXPECT_REFUSED([&](LinkOptions& options) { options.genesis = genesisDigest(1); }, "link.refused_genesis");
}

TEST_F(Links, ANodeThatIsNoPeerIsRefused) {
  EXPECT_REFUSED(
      [&](LinkOptions& options) {
        options.node = NodeId(0);  // smaller, so it dials; good certificate, but nobody's peer
        options.credentials = *authority.issueNode(NodeId(0), "node-0", {}, now());
      },
      "link.refused_node");
}

TEST_F(Links, CredentialsOfAnotherNodeDoNotStart) {
  auto options = optionsOf(1, one);
  options.node = NodeId(3);
  LinkTransport link(reactor.io, options);
  const auto started = link.start(one.receiver());
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, "certificate.not_ours");
}

TEST_F(Links, ABusyPortIsSaid) {
  LinkTransport link(reactor.io, optionsOf(1, one));
  ASSERT_TRUE(link.start(one.receiver()));
  auto options = optionsOf(2, two);
  options.listenPort = link.port();
  LinkTransport other(reactor.io, options);
  const auto started = other.start(two.receiver());
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, "link.port_busy");
}

TEST_F(Links, PeersFindEachOtherAgainAfterARestart) {
  auto optionsTwo = optionsOf(2, two);
  optionsTwo.peers = {at(1, 0)};
  auto second = std::make_unique<LinkTransport>(reactor.io, optionsTwo);
  ASSERT_TRUE(second->start(two.receiver()));
  const std::uint16_t port = second->port();
  auto optionsOne = optionsOf(1, one);
  optionsOne.peers = {at(2, port)};
  LinkTransport first(reactor.io, optionsOne);
  ASSERT_TRUE(first.start(one.receiver()));
  ASSERT_TRUE(one.waitUps(1));

  second.reset();
  ASSERT_TRUE(one.waitDowns(1));
  first.send(NodeId(2), Channel::kControl, frameOf("into the void"));
  EXPECT_GE(first.counters().framesDropped, 1U);

  Heard again;
  optionsTwo = optionsOf(2, again);
  optionsTwo.peers = {at(1, 0)};
  optionsTwo.listenPort = port;
  second = std::make_unique<LinkTransport>(reactor.io, optionsTwo);
  ASSERT_TRUE(second->start(again.receiver()));
  ASSERT_TRUE(again.waitUps(1));
  ASSERT_TRUE(one.waitUps(2));
  first.send(NodeId(2), Channel::kControl, frameOf("hello again"));
  ASSERT_TRUE(again.waitFrames(1));
  EXPECT_EQ(asText(again.frames()[0].frame->bytes), "hello again");
  second.reset();
}

TEST_F(Links, AFullQueueDropsAndCounts) {
  auto optionsTwo = optionsOf(2, two);
  optionsTwo.peers = {at(1, 0)};
  LinkTransport second(reactor.io, optionsTwo);
  ASSERT_TRUE(second.start(two.receiver()));
  auto optionsOne = optionsOf(1, one);
  optionsOne.peers = {at(2, second.port())};
  optionsOne.maxQueuedBytes = 1'000;
  LinkTransport first(reactor.io, optionsOne);
  ASSERT_TRUE(first.start(one.receiver()));
  ASSERT_TRUE(one.waitUps(1));
  first.send(NodeId(2), Channel::kControl, frameOf(std::string(2'000, 'x')));
  EXPECT_EQ(first.counters().framesDropped, 1U);
  first.send(NodeId(2), Channel::kControl, frameOf("fits"));
  ASSERT_TRUE(two.waitFrames(1));
  EXPECT_EQ(asText(two.frames()[0].frame->bytes), "fits");
}

/// A peer of good standing that then says what it should not: real TLS, our own bytes.
class RoguePeer {
 public:
  RoguePeer(const LinkOptions& options, std::uint16_t port) : context_(boost::asio::ssl::context::tlsv13) {
    context_.add_certificate_authority(boost::asio::buffer(options.authorityPem));
    context_.use_certificate(boost::asio::buffer(options.credentials.certificatePem),
                             boost::asio::ssl::context::pem);
    context_.use_private_key(boost::asio::buffer(options.credentials.keyPem), boost::asio::ssl::context::pem);
    stream_ = std::make_unique<Stream>(io_, context_);
    stream_->next_layer().connect({boost::asio::ip::address_v4::loopback(), port});
    stream_->handshake(boost::asio::ssl::stream_base::client);
  }
  void say(ByteView bytes) { boost::asio::write(*stream_, boost::asio::buffer(bytes.data(), bytes.size())); }
  void sayFrame(FrameKind kind, const runtime::Frame& frame) {
    say(encode(headOf(kind, frame)));
    say(frame.bytes);
  }
  void sayHello(NodeId from, NodeId to, Channel channel) {
    runtime::Frame frame;
    frame.bytes = encode(Hello{genesisDigest(), from, to, channel});
    sayFrame(FrameKind::kHello, frame);
  }
  void leave() { stream_->next_layer().shutdown(boost::asio::ip::tcp::socket::shutdown_both); }

 private:
  using Stream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;
  boost::asio::io_context io_;
  boost::asio::ssl::context context_;
  std::unique_ptr<Stream> stream_;
};

class RogueLinks : public Links {
 protected:
  void SetUp() override {
    // 1 (rogue) and 2 (good) both dial 3.
    auto options = optionsOf(3, three);
    options.peers = {at(1, 0), at(2, 0)};
    third = std::make_unique<LinkTransport>(reactor.io, options);
    ASSERT_TRUE(third->start(three.receiver()));
    auto optionsTwo = optionsOf(2, two);
    optionsTwo.peers = {at(3, third->port())};
    second = std::make_unique<LinkTransport>(reactor.io, optionsTwo);
    ASSERT_TRUE(second->start(two.receiver()));
    ASSERT_TRUE(three.waitUps(1));
    ASSERT_TRUE(two.waitUps(1));
  }
  void TearDown() override {
    // The good peer never noticed.
    EXPECT_EQ(two.downs(), 0U);
    second->send(NodeId(3), Channel::kControl, frameOf("still here"));
    EXPECT_TRUE(three.waitFrames(1));
    EXPECT_GT(third->counters().badFrames, 0U);
    second.reset();
    third.reset();
  }
  Heard three;
  std::unique_ptr<LinkTransport> second;
  std::unique_ptr<LinkTransport> third;
};

TEST_F(RogueLinks, ATruncatedFrameClosesOnlyThatConnection) {
  RoguePeer rogue(optionsOf(1, one), third->port());
  rogue.sayHello(NodeId(1), NodeId(3), Channel::kControl);
  runtime::Frame frame;
  frame.bytes.assign(1'000, 7);
  rogue.say(encode(headOf(FrameKind::kMessage, frame)));
  rogue.say(ByteView(frame.bytes).first(10));
  rogue.leave();
  EXPECT_TRUE(three.waitCode("link.truncated"));
}

TEST_F(RogueLinks, AnOversizedFrameClosesOnlyThatConnection) {
  RoguePeer rogue(optionsOf(1, one), third->port());
  rogue.sayHello(NodeId(1), NodeId(3), Channel::kBulk);
  FrameHead head;
  head.bufferCount = 1;
  head.bodySizes[0] = 1U << 30;
  rogue.say(encode(head));
  EXPECT_TRUE(three.waitCode("link.oversized"));
}

TEST_F(RogueLinks, AGarbledFrameClosesOnlyThatConnection) {
  RoguePeer rogue(optionsOf(1, one), third->port());
  rogue.sayHello(NodeId(1), NodeId(3), Channel::kControl);
  rogue.say(Bytes(64, 0xEE));
  EXPECT_TRUE(three.waitCode("link.bad_magic"));
}

TEST_F(Links, WhoIsSilentAtTheDoorIsSentAway) {
  auto options = optionsOf(3, two);
  options.peers = {at(1, 0)};
  options.handshakeTimeout = 50ms;
  LinkTransport third(reactor.io, options);
  ASSERT_TRUE(third.start(two.receiver()));
  boost::asio::io_context io;
  boost::asio::ip::tcp::socket silent(io);
  silent.connect({boost::asio::ip::address_v4::loopback(), third.port()});
  EXPECT_TRUE(two.waitCode("link.handshake_timeout"));
}

TEST_F(Links, ANewCertificateIsUsedWithoutDroppingAConnection) {
  auto optionsTwo = optionsOf(2, two);
  optionsTwo.peers = {at(1, 0)};
  LinkTransport second(reactor.io, optionsTwo);
  ASSERT_TRUE(second.start(two.receiver()));
  auto optionsOne = optionsOf(1, one);
  optionsOne.peers = {at(2, second.port())};
  LinkTransport first(reactor.io, optionsOne);
  ASSERT_TRUE(first.start(one.receiver()));
  ASSERT_TRUE(one.waitUps(1));
  ASSERT_TRUE(two.waitUps(1));
  ASSERT_TRUE(second.renew(*authority.issueNode(NodeId(2), "node-2", {}, now())));
  first.send(NodeId(2), Channel::kControl, frameOf("after renewal"));
  ASSERT_TRUE(two.waitFrames(1));
  EXPECT_EQ(two.downs(), 0U);
  const auto wrong = second.renew(*authority.issueNode(NodeId(9), "node-9", {}, now()));
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, "certificate.not_ours");
}

TEST_F(Links, APeerTakenOffTheListIsCutOff) {
  auto optionsTwo = optionsOf(2, two);
  optionsTwo.peers = {at(1, 0)};
  LinkTransport second(reactor.io, optionsTwo);
  ASSERT_TRUE(second.start(two.receiver()));
  auto optionsOne = optionsOf(1, one);
  optionsOne.peers = {at(2, second.port())};
  LinkTransport first(reactor.io, optionsOne);
  ASSERT_TRUE(first.start(one.receiver()));
  ASSERT_TRUE(two.waitUps(1));
  EXPECT_EQ(second.peersUp(), std::vector<NodeId>{NodeId(1)});
  second.setPeers({});
  EXPECT_TRUE(one.waitDowns(1));
  EXPECT_TRUE(two.waitDowns(1));
  EXPECT_TRUE(two.waitCode("link.refused_node"));
}

}  // namespace
}  // namespace aurigraph::link
