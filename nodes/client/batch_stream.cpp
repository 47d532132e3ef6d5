#include "nodes/client/batch_stream.h"

#include <openssl/ssl.h>

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "nodes/client/answers.h"
#include "nodes/client/https.h"

namespace aurigraph::client {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using wire::StreamFrameKind;

namespace {

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
// Small frames go out together up to this size.
constexpr std::size_t kWriteBytes = std::size_t{64} * 1024;
constexpr std::chrono::milliseconds kBusyPause{20};

template <class T>
using Task = asio::awaitable<T>;

bool forTheMomentOnly(std::string_view code) {
  return code == "node.busy" || code == "node.recovering" || code == "cluster.no_leader" ||
         code == "gateway.draining";
}

struct Entry {
  std::uint64_t id = 0;
  std::shared_ptr<const Bytes> batch;
  BatchAnswers answers;
  bool toldCommitted = false;
  bool sent = false;         ///< On the connection that stands.
  bool takesCredit = false;  ///< From sending it until committed or refused.
};

}  // namespace

/// Everything but the inbox belongs to the stream's thread.
struct BatchStream::State : std::enable_shared_from_this<BatchStream::State> {
  explicit State(BatchStreamOptions given)
      : options(std::move(given)), tls(asio::ssl::context::tls_client), wakeWriter(io), pause(io) {}

  using Stream = beast::ssl_stream<beast::tcp_stream>;

  BatchStreamOptions options;
  asio::ssl::context tls;
  asio::io_context io{1};
  std::thread thread;

  std::mutex mutex;  // guards what follows
  std::vector<Entry> inbox;
  std::size_t waiting = 0;  ///< Handed over, neither committed nor refused.
  bool posted = false;

  std::map<std::uint64_t, Entry> entries;  ///< Without a last answer, by id: in the order they came.
  std::deque<std::uint64_t> toSend;
  std::set<std::uint64_t> awaitingFinal;  ///< Committed, in the order they came.
  std::uint64_t lastId = 0;
  wire::StreamCredits credits;
  std::uint64_t sentBatches = 0;
  std::uint64_t sentBytes = 0;
  std::unique_ptr<Stream> stream;
  beast::flat_buffer readAhead;
  bool welcome = false;  ///< The connection stands and gave its credits.
  bool closing = false;  ///< The server takes no more on this connection.
  bool writing = false;  ///< The writer's coroutine lives.
  bool ended = false;
  asio::steady_timer wakeWriter;
  asio::steady_timer pause;
  std::atomic<std::uint64_t> connections{0};
  std::atomic<std::uint64_t> sentAgain{0};

  // ---- the inbox ----

  void takeInbox() {
    std::vector<Entry> fresh;
    {
      const std::lock_guard lock(mutex);
      posted = false;
      fresh.swap(inbox);
    }
    for (Entry& entry : fresh) {
      entry.id = ++lastId;
      toSend.push_back(entry.id);
      entries.emplace(entry.id, std::move(entry));
    }
    wakeWriter.cancel();
  }

  void forget(std::map<std::uint64_t, Entry>::iterator at) {
    giveBack(at->second);
    const bool wasCommitted = awaitingFinal.erase(at->first) != 0;
    entries.erase(at);
    if (wasCommitted) return;
    const std::lock_guard lock(mutex);
    --waiting;
  }

  void committed(std::map<std::uint64_t, Entry>::iterator at, const wire::StreamCommitted& what) {
    giveBack(at->second);
    if (std::exchange(at->second.toldCommitted, true)) return;
    {
      const std::lock_guard lock(mutex);
      --waiting;
    }
    awaitingFinal.insert(at->first);
    if (at->second.answers.committed) at->second.answers.committed(what);
    if (awaitingFinal.size() > options.maxAwaitingFinal)
      unproven(entries.find(*awaitingFinal.begin()), wire::finalityNotKnownYet());
  }

  void unproven(std::map<std::uint64_t, Entry>::iterator at, const Error& why) {
    const auto tell = std::move(at->second.answers.unproven);
    forget(at);
    if (tell) tell(why);
  }

  void giveBack(Entry& entry) {
    if (!std::exchange(entry.takesCredit, false)) return;
    --sentBatches;
    sentBytes -= entry.batch->size();
    wakeWriter.cancel();
  }

  void refuseAll(const Error& why) {
    takeInbox();
    while (!entries.empty()) {
      const auto at = entries.begin();
      if (at->second.toldCommitted) {
        unproven(at, wire::finalityNotKnownYet());
        continue;
      }
      const auto refused = at->second.answers.refused;
      forget(at);
      if (refused) refused(why);
    }
  }

  // ---- connecting ----

  Task<void> run() {
    auto wait = options.firstPause;
    while (!ended) {
      const bool good = co_await connect();
      if (good) {
        wait = options.firstPause;
        connections.fetch_add(1);
        co_await serve();
      }
      if (stream) beast::get_lowest_layer(*stream).close();
      while (writing) {
        wakeWriter.cancel();
        pause.expires_after(std::chrono::milliseconds(1));
        co_await pause.async_wait(kToken);
      }
      startAnew();
      if (ended) break;
      pause.expires_after(wait);
      co_await pause.async_wait(kToken);
      wait = std::min(wait * 2, options.longestPause);
    }
  }

  /// Nothing stands any more: what has no last answer goes out again, in its order.
  void startAnew() {
    stream.reset();
    readAhead.clear();
    welcome = closing = false;
    toSend.clear();
    sentBatches = sentBytes = 0;
    for (auto& [id, entry] : entries) {
      entry.takesCredit = false;
      if (std::exchange(entry.sent, false)) sentAgain.fetch_add(1);
      toSend.push_back(id);
    }
  }

  Task<bool> connect() {
    const auto& gateway = options.gateway;
    const std::string name = gateway.serverName.empty() ? gateway.host : gateway.serverName;
    stream = std::make_unique<Stream>(io, tls);
    auto& lowest = beast::get_lowest_layer(*stream);
    stream->set_verify_callback(asio::ssl::host_name_verification(name));
    boost::system::error_code code;
    asio::ip::make_address(name, code);
    if (code) SSL_set_tlsext_host_name(stream->native_handle(), name.c_str());
    lowest.expires_after(gateway.timeout);
    tcp::resolver resolver(io);
    const auto [resolveError, endpoints] =
        co_await resolver.async_resolve(gateway.host, std::to_string(gateway.port), kToken);
    if (resolveError) co_return false;
    const auto [connectError, endpoint] = co_await lowest.async_connect(endpoints, kToken);
    if (connectError) co_return false;
    lowest.socket().set_option(tcp::no_delay(true), code);
    const auto [shakeError] = co_await stream->async_handshake(asio::ssl::stream_base::client, kToken);
    if (shakeError) co_return false;
    http::request<http::empty_body> request(http::verb::post, "/api/v11/transaction/stream", 11);
    request.set(http::field::host, gateway.host + ":" + std::to_string(gateway.port));
    request.set(http::field::user_agent, "aurigraph-client");
    request.set(http::field::connection, "Upgrade");
    request.set(http::field::upgrade, wire::kStreamProtocol);
    if (!gateway.token.empty()) request.set(http::field::authorization, "Bearer " + gateway.token);
    const auto [writeError, written] = co_await http::async_write(*stream, request, kToken);
    if (writeError) co_return false;
    http::response_parser<http::empty_body> parser;
    const auto [readError, size] = co_await http::async_read_header(*stream, readAhead, parser, kToken);
    co_return !readError && parser.get().result() == http::status::switching_protocols;
  }

  // ---- frames ----

  Task<bool> read(std::span<std::uint8_t> into) {
    while (readAhead.size() < into.size()) {
      const auto [error, size] = co_await stream->async_read_some(readAhead.prepare(kWriteBytes), kToken);
      if (error) co_return false;
      readAhead.commit(size);
    }
    std::memcpy(into.data(), readAhead.data().data(), into.size());
    readAhead.consume(into.size());
    co_return true;
  }

  Task<void> serve() {
    beast::get_lowest_layer(*stream).expires_never();
    writing = true;
    asio::co_spawn(io, write(),
                   [self = shared_from_this()](const std::exception_ptr&) { self->writing = false; });
    std::array<std::uint8_t, wire::StreamFrameHead::kEncodedBytes> headBytes{};
    Bytes payload;
    while (!ended && co_await read(headBytes)) {
      const auto head = wire::decodeStreamFrameHead(headBytes);
      if (!head) co_return;
      payload.resize(head->sizeBytes);
      if (!payload.empty() && !co_await read(payload)) co_return;
      if (!take(*head, payload)) co_return;
    }
  }

  /// False: the server talks nonsense, or has said its last word.
  bool take(const wire::StreamFrameHead& head, ByteView payload) {
    const auto at = entries.find(head.id);
    // An answer to what we wait for no longer.
    if (head.id != 0 && head.id <= lastId && at == entries.end()) return true;
    switch (head.kind) {
      case StreamFrameKind::kWelcome: {
        const auto given = wire::decodeStreamCredits(payload);
        if (!given) return false;
        credits = *given;
        welcome = true;
        wakeWriter.cancel();
        return true;
      }
      case StreamFrameKind::kCommitted: {
        const auto what = wire::decodeStreamCommitted(payload);
        if (!what || at == entries.end()) return false;
        committed(at, *what);
        return true;
      }
      case StreamFrameKind::kFinal: {
        if (at == entries.end() || !at->second.toldCommitted) return false;
        const auto final = std::move(at->second.answers.final);
        forget(at);
        if (final) final();
        return true;
      }
      case StreamFrameKind::kUnproven: {
        const auto problem = wire::decodeStreamProblem(payload);
        if (!problem || at == entries.end() || !at->second.toldCommitted) return false;
        unproven(at, Error{internCode(problem->code), problem->message, problem->remedy});
        return true;
      }
      case StreamFrameKind::kRefused: {
        const auto problem = wire::decodeStreamProblem(payload);
        if (!problem || at == entries.end()) return false;
        return refused(at, *problem);
      }
      case StreamFrameKind::kClosing:
        closing = true;
        return true;
      case StreamFrameKind::kBatch:
        return false;
    }
    return false;
  }

  bool refused(std::map<std::uint64_t, Entry>::iterator at, const wire::StreamProblem& problem) {
    if (forTheMomentOnly(problem.code)) {
      giveBack(at->second);
      at->second.sent = false;
      sentAgain.fetch_add(1);
      auto timer = std::make_shared<asio::steady_timer>(io, kBusyPause);
      timer->async_wait([this, timer, id = at->first](boost::system::error_code) {
        const auto again = entries.find(id);
        if (again == entries.end() || again->second.sent) return;
        toSend.push_back(id);
        wakeWriter.cancel();
      });
      return true;
    }
    // Sent again after a broken connection, it may be refused; what is committed stays so.
    if (at->second.toldCommitted) {
      unproven(at, wire::finalityNotKnownYet());
      return true;
    }
    const auto tell = std::move(at->second.answers.refused);
    forget(at);
    if (tell) tell(Error{internCode(problem.code), problem.message, problem.remedy});
    return true;
  }

  /// Appends what may go now to `out`. Credits are taken here.
  void gather(Bytes& out) {
    while (welcome && !closing && !toSend.empty() && out.size() < kWriteBytes) {
      const auto at = entries.find(toSend.front());
      if (at == entries.end() || at->second.sent) {
        toSend.pop_front();
        continue;
      }
      Entry& entry = at->second;
      if (sentBatches >= credits.batches || sentBytes + entry.batch->size() > credits.bytes) return;
      toSend.pop_front();
      entry.sent = entry.takesCredit = true;
      ++sentBatches;
      sentBytes += entry.batch->size();
      const auto head = wire::encode(wire::StreamFrameHead{
          StreamFrameKind::kBatch, static_cast<std::uint32_t>(entry.batch->size()), entry.id});
      out.insert(out.end(), head.begin(), head.end());
      out.insert(out.end(), entry.batch->begin(), entry.batch->end());
    }
  }

  Task<void> write() {
    Bytes out;
    while (!ended && beast::get_lowest_layer(*stream).socket().is_open()) {
      out.clear();
      gather(out);
      if (out.empty()) {
        wakeWriter.expires_at(asio::steady_timer::time_point::max());
        co_await wakeWriter.async_wait(kToken);
        continue;
      }
      const auto [error, size] = co_await asio::async_write(*stream, asio::buffer(out), kToken);
      if (error) break;
    }
    if (stream) beast::get_lowest_layer(*stream).close();
  }
};

BatchStream::BatchStream(std::shared_ptr<State> state) : state_(std::move(state)) {}

Result<std::unique_ptr<BatchStream>> BatchStream::open(BatchStreamOptions options) {
  auto state = std::make_shared<State>(std::move(options));
  if (auto trusting = trustOnly(state->tls, state->options.gateway.trustedPem); !trusting)
    return propagate(trusting);
  state->thread = std::thread([raw = state.get()] {
    pthread_setname_np(pthread_self(), "batch stream");
    asio::co_spawn(raw->io, raw->run(), asio::detached);
    raw->io.run();
  });
  return std::unique_ptr<BatchStream>(new BatchStream(std::move(state)));
}

BatchStream::~BatchStream() {
  asio::post(state_->io, [state = state_] {
    state->ended = true;
    if (state->stream) beast::get_lowest_layer(*state->stream).close();
    state->wakeWriter.cancel();
    state->pause.cancel();
  });
  state_->thread.join();
  state_->refuseAll({"client.stream_closed", "The stream was closed before this batch's last answer came.",
                     "Ask for the batch by its digest, or send the same bytes again."});
}

Status BatchStream::send(std::shared_ptr<const Bytes> batch, BatchAnswers answers) {
  const std::lock_guard lock(state_->mutex);
  if (state_->waiting >= state_->options.maxWaiting)
    return fail("client.stream_full", "As many batches wait for their answers as this stream takes.",
                "Wait for answers.");
  ++state_->waiting;
  state_->inbox.push_back({.id = 0, .batch = std::move(batch), .answers = std::move(answers)});
  if (!std::exchange(state_->posted, true)) asio::post(state_->io, [state = state_] { state->takeInbox(); });
  return {};
}

BatchStream::Figures BatchStream::figures() const {
  return {state_->connections.load(), state_->sentAgain.load()};
}

}  // namespace aurigraph::client
