#include "tests/chaos/load.h"

#include <algorithm>
#include <stdexcept>

#include "core/ledger/reason.h"

namespace aurigraph::chaos {
namespace {

constexpr std::chrono::milliseconds kCallTimeout{4'000};
constexpr std::int64_t kValidNanoseconds = 1'800'000'000'000;  // longer than any run
constexpr std::size_t kRepeatable = 40;                        // the ledger keeps 32: some are older

std::int64_t steadyNanoseconds() {
  return Clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}
std::int64_t systemNanoseconds() {
  return std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

/// The ledger's number of what a gateway calls by its code.
std::uint16_t numberOf(std::string_view code) {
  for (const auto reason : ledger::allReasonCodes())
    if (ledger::describe(reason).code == code) return static_cast<std::uint16_t>(reason);
  throw std::runtime_error("a gateway gave a reason that no ledger has: " + std::string(code));
}

wire::BatchResult resultOf(const client::BatchReply& reply) {
  wire::BatchResult out;
  if (reply.refused) out.batchCode = numberOf(reply.refused->code);
  out.count = reply.count;
  for (const auto& failure : reply.failures)
    out.failures.push_back({static_cast<std::uint16_t>(failure.index), numberOf(failure.code), 0});
  return out;
}

}  // namespace

void Recorder::add(audit::Attempt attempt) {
  const std::lock_guard lock(mutex_);
  out_ << audit::toLine(attempt) << '\n' << std::flush;
  history_.push_back(std::move(attempt));
}

audit::History Recorder::take() {
  const std::lock_guard lock(mutex_);
  return std::move(history_);
}

// ---- sender ----

Sender::Sender(std::string name, const crypto::SigningKey& key, const Fleet& fleet, Recorder& recorder,
               std::uint64_t seed)
    : name_(std::move(name)), key_(key), genesis_(fleet.folder().digest), recorder_(recorder) {
  for (const auto& node : fleet.plan().nodes)
    if (node.kind == wire::NodeKind::kBusiness) gateways_.push_back(fleet.client(node.apiPort, kCallTimeout));
  gateway_ = seed % gateways_.size();
}

wire::BatchDraft Sender::draft() const {
  return {.genesis = genesis_,
          .lane = Lane(0),
          .session = session_,
          .request = request_,
          .validUntil = Nanoseconds(systemNanoseconds() + kValidNanoseconds)};
}

Bytes Sender::sign(const std::vector<wire::Transfer>& transfers) {
  return wire::signTransfers(draft(), transfers, key_);
}

Bytes Sender::sign(const std::vector<wire::AnyCommand>& commands) {
  std::vector<wire::Command> encoded;
  encoded.reserve(commands.size());
  for (const auto& command : commands)
    encoded.push_back({static_cast<std::uint16_t>(kindOf(command)), encodePayload(command)});
  return wire::signCommands(draft(), encoded, key_);
}

std::optional<client::BatchReply> Sender::attempt(ByteView batch, client::Wait wait) {
  const auto header = wire::parseBatch(batch).value();
  audit::Attempt attempt;
  attempt.client = name_;
  attempt.op = header.kind == wire::BatchKind::kTransfers ? "transfers" : "commands";
  attempt.request = {header.author, header.session, header.request};
  attempt.batch = header.digest();
  attempt.count = header.count;
  attempt.invokeNs = steadyNanoseconds();
  auto reply = gateways_[gateway_]->submit(batch, wait);
  ++figures_.attempts;
  if (reply) {
    attempt.completeNs = steadyNanoseconds();
    attempt.result = resultOf(*reply);
    attempt.position = audit::positionOf(reply->height, reply->position);
    if (!reply->refused) {
      ++figures_.executed;
      figures_.operations += reply->count;
    } else {
      ++figures_.refused;
    }
  } else {
    ++figures_.unanswered;
    ++figures_.errors[std::string(reply.error().code)];
  }
  recorder_.add(std::move(attempt));
  if (!reply) return std::nullopt;
  return std::move(*reply);
}

void Sender::abandon() {
  ++figures_.abandoned;
  session_ = session_.next();
  request_ = RequestNumber(1);
}

// ---- paying client ----

PayingClient::PayingClient(std::size_t number, std::unique_ptr<Sender> sender, const Payees& payees,
                           std::uint64_t seed)
    : number_(number), sender_(std::move(sender)), payees_(payees), random_(seed) {}

PayingClient::~PayingClient() {
  finish();
  join();
}

void PayingClient::begin() {
  thread_ = std::thread([this] { run(); });
}

void PayingClient::finish() {
  finish_ = true;
}

void PayingClient::join() {
  if (thread_.joinable()) thread_.join();
}

void PayingClient::run() {
  while (!finish_) {
    std::vector<wire::Transfer> payments(1 + below(12));
    for (auto& each : payments) each = payment();
    const Bytes batch = sender_->sign(payments);
    const auto wait = below(5) == 0 ? client::Wait::kFinal : client::Wait::kCommitted;
    const auto deadline = Clock::now() + kTimeout;
    // While the chaos lasts an unanswered request is sometimes left alone; at the end all are insisted on.
    const auto reply =
        sender_->insist(batch, wait, [&] { return Clock::now() > deadline || (!finish_ && below(10) == 0); });
    if (!reply || reply->refused) {
      sender_->abandon();
      answered_.clear();  // of a closed session nothing is answered any more
      continue;
    }
    sender_->done();
    answered_.push_back(batch);
    if (answered_.size() > kRepeatable) answered_.erase(answered_.begin());
    if (below(8) == 0) (void)sender_->attempt(answered_[below(answered_.size())], client::Wait::kCommitted);
  }
}

void PayingClient::prepareHolds(std::uint64_t firstSlot) {
  const TokenId token = payees_.tokens.front();
  const auto& accounts = payees_.accounts.at(token);
  for (std::uint64_t slot = firstSlot; slot < firstSlot + kHolds; ++slot) {
    wire::Transfer transfer;
    transfer.debit = accounts[number_].value;
    transfer.credit = accounts[(number_ + 1) % accounts.size()].value;
    transfer.amount = 1 + below(50);
    transfer.token = token.value;
    transfer.flags = wire::kTransferPending;
    holds_.push_back(transfer);
  }
  const auto deadline = Clock::now() + kTimeout;
  const auto reply = sender_->insist(sender_->sign(holds_), client::Wait::kCommitted,
                                     [&] { return Clock::now() > deadline; });
  if (!reply || !reply->allDone()) throw std::runtime_error("the holds were not made");
  sender_->done();
  for (auto& transfer : holds_) transfer.pending = AccountHandle::of(Lane(0), firstSlot++).value;
}

wire::Transfer PayingClient::payment() {
  const TokenId token = payees_.tokens[below(payees_.tokens.size())];
  const auto& accounts = payees_.accounts.at(token);
  wire::Transfer out;
  out.debit = accounts[number_].value;
  out.credit = accounts[below(accounts.size())].value;  // sometimes our own
  out.amount = below(50) == 0 ? 1'000'000 : below(60);
  out.token = token.value;
  out.userData = random_();
  switch (below(24)) {
    case 0:
      out.flags = wire::kTransferPending;
      break;
    case 1:
    case 2:
      out = holds_[below(holds_.size())];
      out.flags = below(2) == 0 ? wire::kTransferPost : wire::kTransferVoid;
      break;
    case 3:
    case 4:
    case 5:
    case 6:
      out.flags = wire::kTransferLinked;
      break;
    case 7:
      out.debit = accounts[below(accounts.size())].value;  // perhaps not ours
      break;
    default:
      break;
  }
  return out;
}

}  // namespace aurigraph::chaos
