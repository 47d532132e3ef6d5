#include "nodes/gateway/live/batch_stream.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <mutex>

#include "core/wire/packed_batch.h"
#include "nodes/gateway/live/stream_outbox.h"

namespace aurigraph::gateway {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using wire::StreamFrameKind;

namespace {

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
// A client that sends nothing for so long connects anew when it needs us.
constexpr auto kIdle = 120s;
// Between the first and the last byte of a frame.
constexpr auto kFrameTimeout = 30s;
// An empty buffer pool is asked again this often.
constexpr auto kBufferWait = 2ms;

BufferClass classFor(std::size_t bodySize) {
  return bodySize <= bodyCapacity(BufferClass::kSmall) ? BufferClass::kSmall : BufferClass::kBlock;
}

Bytes encoded(const Error& error) {
  return wire::encode(wire::StreamProblem{std::string(error.code), error.message, error.remedy});
}

/// Where answers note how long they took, as long as the stream lives: the registry ends with the gateway,
/// the node's answers may come after that.
struct Latencies {
  std::mutex mutex;  // guards what follows
  prometheus::Histogram* committed = nullptr;
  prometheus::Histogram* final = nullptr;

  std::shared_ptr<FinalityWindow> finality;

  void observe(prometheus::Histogram* Latencies::*which, double milliseconds) {
    const std::lock_guard lock(mutex);
    if (this->*which == nullptr) return;
    (this->*which)->Observe(milliseconds);
    if (which == &Latencies::final) finality->add(milliseconds);
  }
  void end() {
    const std::lock_guard lock(mutex);
    committed = final = nullptr;
  }
};

class BatchStream final : public Upgrade, public std::enable_shared_from_this<BatchStream> {
 public:
  BatchStream(const Submission& submission, wire::StreamCredits credits)
      : submission_(submission), credits_(credits) {
    telemetry::Registry& registry = submission.registry;
    latencies_->committed = &registry.histogram("aurigraph_transaction_latency_ms", {{"wait", "committed"}});
    latencies_->final = &registry.histogram("aurigraph_transaction_latency_ms", {{"wait", "final"}});
    latencies_->finality = submission.finality;
  }
  ~BatchStream() override { latencies_->end(); }

  [[nodiscard]] std::string_view protocol() const override { return wire::kStreamProtocol; }

  Task<bool> run(Duplex& duplex) override {
    // A server that closes us cancels what waits; we still wait for the writer.
    co_await asio::this_coro::throw_if_cancelled(false);
    const auto strand = co_await asio::this_coro::executor;
    outbox_ = std::make_shared<StreamOutbox>(strand);
    outbox_->add(StreamFrameKind::kWelcome, 0, wire::encode(credits_), {});
    if (draining_) sayDraining();
    // The writer runs beside us, on the same strand; it holds this object, and we wait for it.
    writing_ = true;
    asio::co_spawn(strand, write(duplex), [self = shared_from_this()](const std::exception_ptr&) {
      self->writing_ = false;
      self->outbox_->wake();
    });
    const Status status = co_await read(duplex);
    const bool told = !status;
    if (told) outbox_->add(StreamFrameKind::kClosing, 0, encoded(status.error()), {});
    outbox_->close();
    ended_ = true;
    outbox_->wake();
    asio::steady_timer pause(strand);
    while (writing_) {
      pause.expires_after(1ms);
      co_await pause.async_wait(kToken);
    }
    co_return told;
  }

  void drain() override {
    if (std::exchange(draining_, true) || !outbox_) return;
    sayDraining();
  }

 private:
  void sayDraining() {
    outbox_->add(StreamFrameKind::kClosing, 0,
                 encoded({"gateway.draining", "This gateway stops; what is under way is still answered.",
                          "Go on with another gateway; send again what is not answered here."}),
                 {});
  }

  /// Takes frames until the client ends (ok) or must be told why it cannot go on.
  Task<Status> read(Duplex& duplex) {
    std::array<std::uint8_t, wire::StreamFrameHead::kEncodedBytes> headBytes{};
    for (;;) {
      if (!co_await duplex.read(headBytes, kIdle)) co_return Status{};
      const auto head = wire::decodeStreamFrameHead(headBytes);
      if (!head) co_return propagate(head);
      if (head->kind != StreamFrameKind::kBatch)
        co_return fail("stream.bad_frame", "A client sends batches only.", "See docs/formats/gateway.md.");
      if (underWay_ >= credits_.batches || underWayBytes_ + head->sizeBytes > credits_.bytes)
        co_return fail("stream.over_credit", "More batches or bytes were sent than this stream's credits.",
                       "Wait for answers: each committed or refused batch gives its credits back.");
      ++underWay_;
      ++owed_;
      underWayBytes_ += head->sizeBytes;
      if (!co_await takeBatch(duplex, *head)) co_return Status{};
    }
  }

  /// False: the connection broke inside the frame.
  Task<bool> takeBatch(Duplex& duplex, const wire::StreamFrameHead& head) {
    const auto began = std::chrono::steady_clock::now();
    std::array<std::uint8_t, limits::kBatchHeaderBytes> bytes{};
    if (!co_await duplex.read(bytes, kFrameTimeout)) co_return false;
    const std::size_t bodySize = head.sizeBytes - bytes.size();
    auto header = wire::parseBatchHeader(bytes);
    std::optional<Error> refused;
    if (!header)
      refused = header.error();
    else if (header->bodySize != bodySize)
      refused = Error{"batch.size_mismatch", "The batch announces another size than its frame.",
                      "Send header and body together and whole."};
    else if (draining_)
      refused = Error{"gateway.draining", "This gateway stops and takes no batches.",
                      "Send the same bytes to another gateway."};
    else
      refused = overRate(*header);
    if (refused) {
      refuse(head, *refused);
      co_return co_await skip(duplex, bodySize);
    }
    BufferRef buffer = submission_.service.acquire(classFor(bodySize));
    if (!buffer) {  // back-pressure: the client's bytes wait in its socket
      asio::steady_timer pause(co_await asio::this_coro::executor);
      while (!buffer) {
        pause.expires_after(kBufferWait);
        const auto [error] = co_await pause.async_wait(kToken);
        if (error) co_return false;
        buffer = submission_.service.acquire(classFor(bodySize));
      }
    }
    buffer.setBodySize(bodySize);
    if (!co_await duplex.read(buffer.bodySpace().first(bodySize), kFrameTimeout)) co_return false;
    wire::packBatch(*header, buffer);
    submit(head, std::move(buffer), began);
    co_return true;
  }

  Task<bool> skip(Duplex& duplex, std::size_t sizeBytes) {
    Bytes waste(std::min(sizeBytes, std::size_t{64} * 1024));
    while (sizeBytes > 0) {
      const std::size_t part = std::min(sizeBytes, waste.size());
      if (!co_await duplex.read(std::span(waste).first(part), kFrameTimeout)) co_return false;
      sizeBytes -= part;
    }
    co_return true;
  }

  void refuse(const wire::StreamFrameHead& head, const Error& why) {
    outbox_->add(StreamFrameKind::kRefused, head.id, encoded(why), {head.sizeBytes, true});
  }

  std::optional<Error> overRate(const wire::BatchHeader& header) {
    const auto wait = submission_.authors.overRate(header);
    if (!wait) return std::nullopt;
    return Error{"rate.too_many_operations", "More operations than this author may send.",
                 "Wait " + std::to_string(wait->value / 1'000'000'000 + 1) + " s."};
  }

  // The node's answers come on its reactor, some after we and the gateway have ended: they hold the outbox
  // and the latencies, not us.
  void submit(const wire::StreamFrameHead& head, BufferRef packed,
              std::chrono::steady_clock::time_point began) {
    const auto took = [began] {
      return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
    };
    submission_.service.submitPacked(
        std::move(packed),
        [outbox = outbox_, head, took, latencies = latencies_](const Result<business::BatchOutcome>& said) {
          if (!said)
            return outbox->add(StreamFrameKind::kRefused, head.id, encoded(said.error()),
                               {head.sizeBytes, true});
          latencies->observe(&Latencies::committed, took());
          outbox->add(
              StreamFrameKind::kCommitted, head.id,
              wire::encode(wire::StreamCommitted{said->batch, said->height, said->position, said->result}),
              {head.sizeBytes, false});
        },
        [outbox = outbox_, head, took, latencies = latencies_](const Result<business::BatchOutcome>& said) {
          if (!said) return;  // refused: said already
          if (!said->final)
            return outbox->add(StreamFrameKind::kUnproven, head.id, encoded(wire::finalityNotKnownYet()),
                               {0, true});
          latencies->observe(&Latencies::final, took());
          outbox->add(StreamFrameKind::kFinal, head.id, {}, {0, true});
        });
  }

  Task<void> write(Duplex& duplex) {
    for (;;) {
      const auto piece = outbox_->take();
      if (!piece.frames.empty()) {
        // Before the write: a client that has read it may spend the credit before we hear that it is written.
        underWay_ -= piece.creditBatches;
        underWayBytes_ -= piece.creditBytes;
        owed_ -= piece.lastAnswers;
        if (!co_await duplex.write(piece.frames)) break;
        continue;
      }
      if (ended_) co_return;
      if (draining_ && owed_ == 0) break;
      co_await outbox_->changed();
    }
    duplex.close();  // makes read() end
  }

  Submission submission_;
  wire::StreamCredits credits_;
  std::shared_ptr<Latencies> latencies_ = std::make_shared<Latencies>();
  std::shared_ptr<StreamOutbox> outbox_;
  // All on the connection's strand.
  std::uint32_t underWay_ = 0;  ///< Batches that have taken credits …
  std::uint64_t underWayBytes_ = 0;
  std::uint64_t owed_ = 0;  ///< … and those without a last answer.
  bool draining_ = false;
  bool ended_ = false;
  bool writing_ = false;
};

}  // namespace

std::shared_ptr<Upgrade> makeBatchStream(const Submission& submission, wire::StreamCredits credits) {
  return std::make_shared<BatchStream>(submission, credits);
}

}  // namespace aurigraph::gateway
