#pragma once

#include <any>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/ledger/reason.h"
#include "nodes/business/business_actor.h"

namespace aurigraph::business::testing {

inline Digest digestOf(std::uint8_t value) {
  Digest digest;
  digest.bytes.fill(value);
  return digest;
}
inline crypto::SigningKey keyOf(std::uint8_t number) {
  crypto::Seed seed;
  seed.bytes.fill(number);
  return crypto::SigningKey::fromSeed(seed);
}

class FixedEnvironment : public runtime::Environment {
 public:
  Tick tick() override { return now; }
  Nanoseconds wallClock() override { return clock; }
  std::uint64_t randomNumber() override { return 4; }
  BufferRef acquire(BufferClass bufferClass) override {
    return full ? BufferRef() : allocateBuffer(bufferClass);
  }
  Tick now{100};
  Nanoseconds clock{1'000'000'000'000};
  bool full = false;
};

/// What the ledger beside the actor is asked instead of a real one.
struct Question {
  wire::BatchHeader header;
  std::function<void(AuthorView)> tell;
};

/// What one caller was told about one batch.
struct Told {
  std::vector<Result<BatchOutcome>> committed;
  std::vector<Result<BatchOutcome>> final;
  [[nodiscard]] std::string code() const {
    return committed.empty() ? "nothing" : committed[0] ? "done" : std::string(committed[0].error().code);
  }
};

/// A business actor with a replica and a ledger in miniature beside it.
class AdmissionHarness {
 public:
  explicit AdmissionHarness(BusinessOptions options = {})
      : actor_(
            [&] {
              options.genesis = digestOf(7);
              return options;
            }(),
            around, ask, [this](runtime::Message message) { inbox_.push_back(std::move(message)); }) {
    step(runtime::Started{});
    deliver(UseReplica{runtime::ActorId(9)});
    deliver(replica::LeaderChanged{NodeId(1), Term(1)});
    deliver(replica::ReadinessChanged{true, Height(0)});
    for (std::uint8_t author = 1; author <= 5; ++author) known.insert(keyOf(author).publicKey());
  }

  Bytes batch(std::uint8_t author, std::uint64_t session, std::uint64_t request,
              std::uint8_t content = 1) const {
    const wire::Command command{1, {content}};
    return wire::signCommands({.genesis = digestOf(7),
                               .lane = Lane(),
                               .session = SessionNumber(session),
                               .request = RequestNumber(request),
                               .validUntil = Nanoseconds(around.clock.value + validForNanoseconds)},
                              std::span(&command, 1), keyOf(author));
  }

  std::shared_ptr<Told> submit(const Bytes& batch) {
    auto told = std::make_shared<Told>();
    deliver(Submit{batch,
                   {},
                   [told](Result<BatchOutcome> what) { told->committed.push_back(std::move(what)); },
                   [told](Result<BatchOutcome> what) { told->final.push_back(std::move(what)); }});
    return told;
  }

  template <class L>
  void deliver(L message) {
    step(runtime::Delivered{runtime::ActorId(9), std::make_shared<const std::any>(std::move(message))});
  }
  void pass(std::uint64_t ticks) {
    around.now = Tick(around.now.value + ticks);
    around.clock = Nanoseconds(around.clock.value + static_cast<std::int64_t>(ticks) * 10'000'000);
    step(runtime::Fired{runtime::Token(0)});
  }

  /// Puts batches into the next block as the ledger would, and tells of it.
  void apply(const std::vector<Bytes>& batches, std::uint16_t forcedCode = 0) {
    wire::BlockBuilder builder(allocateBuffer(BufferClass::kSmall));
    replica::BlockApplied applied;
    for (const Bytes& bytes : batches) {
      const auto header = *wire::parseBatch(bytes);
      builder.add(header, ByteView(bytes).subspan(sizeof(wire::BatchHeader)));
      const std::uint16_t code = forcedCode != 0 ? forcedCode : execute(header);
      if (ledger::usesRequestNumber(static_cast<ledger::ReasonCode>(forcedCode)) && forcedCode != 0)
        execute(header);
      applied.outcome.results.push_back({code, header.count, failures});
      if (code == 0)
        cachedResults[header.digest()] = {header.request, header.digest(), Height(blocks.size() + 1),
                                          applied.outcome.results.back()};
    }
    wire::BlockHeader header;
    header.height = Height(blocks.size() + 1);
    header.time = around.clock;
    blocks.push_back(builder.finish(header));
    applied.block = blocks.back();
    deliver(applied);
  }
  void certify() {
    wire::Certificate certificate;
    certificate.statement.height = Height(blocks.size());
    deliver(replica::CertificateFormed{certificate});
  }

  [[nodiscard]] std::vector<std::uint64_t> sentRequests() const {
    std::vector<std::uint64_t> requests;
    for (const Bytes& bytes : sent) requests.push_back(wire::parseBatch(bytes)->request.value);
    return requests;
  }

  FixedEnvironment around;
  std::int64_t validForNanoseconds = 3'600'000'000'000;
  std::vector<Bytes> sent;  ///< What reached the replica.
  std::set<PublicKey> known;
  std::set<PublicKey> ended;                                              ///< Of those known.
  std::map<std::pair<PublicKey, SessionNumber>, RequestNumber> sessions;  ///< The last one of each.
  std::set<std::pair<PublicKey, SessionNumber>> closed;
  std::optional<Height> ledgerAt;  ///< If it is further than the blocks that we have heard of.
  std::map<Digest, ledger::SessionRow::Kept> cachedResults;
  std::vector<wire::Block> blocks;
  std::vector<wire::OperationFailure> failures;  ///< Of each batch that is applied from now on.
  bool holdVerdicts = false;
  std::vector<runtime::VerifyBatch> verdictsHeld;

  void giveVerdicts() {
    for (const auto& request : std::exchange(verdictsHeld, {})) verify(request);
  }

 private:
  static runtime::Message ask(const wire::BatchHeader& header, std::function<void(AuthorView)> tell) {
    return std::make_shared<const std::any>(Question{header, std::move(tell)});
  }
  std::uint16_t execute(const wire::BatchHeader& header) {
    RequestNumber& last = sessions[{header.author, header.session}];
    if (header.request != last.next()) return 7;
    last = header.request;
    return 0;
  }
  void verify(const runtime::VerifyBatch& request) {
    const Status status = wire::verifyBatch(request.header, request.buffer.body());
    step(runtime::Verified{request.token, status.has_value(),
                           status ? std::string_view() : status.error().code});
  }
  void step(const runtime::Event& event) {
    runtime::Out out;
    actor_.step(event, out);
    for (runtime::Request& request : out.requests()) {
      if (auto* verdict = std::get_if<runtime::VerifyBatch>(&request)) {
        if (holdVerdicts)
          verdictsHeld.push_back(*verdict);
        else
          verify(*verdict);
      }
      if (auto* message = std::get_if<runtime::SendMessage>(&request)) atReplica(*message->message);
    }
    while (!inbox_.empty()) {
      auto messages = std::exchange(inbox_, {});
      for (runtime::Message& message : messages)
        step(runtime::Delivered{runtime::ActorId(8), std::move(message)});
    }
  }
  void atReplica(const std::any& message) {
    if (const auto* submit = std::any_cast<replica::SubmitBatch>(&message)) sent.push_back(submit->batch);
    if (const auto* question = std::any_cast<Question>(&message)) {
      AuthorView view;
      view.height = ledgerAt.value_or(Height(blocks.size()));
      view.known = known.contains(question->header.author);
      view.keyEnded = ended.contains(question->header.author);
      const std::pair session(question->header.author, question->header.session);
      const auto open = sessions.find(session);
      if (!closed.contains(session))
        view.next = open == sessions.end() ? RequestNumber(1) : open->second.next();
      if (const auto found = cachedResults.find(question->header.digest()); found != cachedResults.end())
        view.cachedResult = found->second;
      question->tell(view);
    }
    if (const auto* read = std::any_cast<replica::ReadBlocks>(&message))
      read->answer({blocks.begin() + static_cast<std::ptrdiff_t>(read->from.value - 1), blocks.end()});
  }

  std::vector<runtime::Message> inbox_;
  BusinessActor actor_;
};

}  // namespace aurigraph::business::testing
