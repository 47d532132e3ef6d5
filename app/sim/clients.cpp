#include "app/sim/clients.h"

#include <algorithm>
#include <utility>

namespace aurigraph::sim {
namespace {

constexpr std::size_t kRememberedBatches = 40;
constexpr std::int64_t kValid = 50LL * 60 * 1'000'000'000;  ///< Less than an hour by clocks that differ.
constexpr std::int64_t kSoonOver = 300'000'000;

/// Refusals after which the very same bytes may be sent again.
bool isPassing(std::string_view code) {
  return code == "node.busy" || code == "node.recovering" || code == "cluster.no_leader" ||
         code == "session.gap" || code == "session.gap_too_wide" || code == "session.request_taken" ||
         code == "batch.expired" || code == "batch.valid_too_long" ||
         // A business node that is a moment behind does not know yet who was registered at another.
         code == "batch.unknown_author";
}

}  // namespace

Clients::Clients(World& world, FaultDice& dice, Trace& trace, Checker& checker, std::uint64_t seed)
    : world_(world),
      dice_(dice),
      trace_(trace),
      checker_(checker),
      random_(seed, 3),
      signatures_(world.options().cheapSignatures) {
  // Some people work with two programs at a time. Their sessions' numbers are odd and even.
  for (const test::Person& person : {test::issuer(), test::holder()})
    authors_.push_back({person, SessionNumber(2), RequestNumber(1), {}, random_.between(1, 4)});
  for (const test::Person& person :
       {test::slimNode(), test::issuer(), test::holder(), test::holder2(), test::reviewer(),
        test::reviewer2(), test::compliance(), test::claimIssuer(), test::administrator2(),
        test::riskOfficer(), test::custodian(), test::seniorReviewer(), test::clusterOperator(),
        test::administrator()})
    authors_.push_back({person, SessionNumber(1), RequestNumber(1), {}, random_.between(1, 4)});
}

void Clients::begin() {
  for (std::size_t author = 0; author < authors_.size(); ++author)
    world_.later(random_.between(1'000, 60'000), [this, author] { act(author); });
  mischief();
}

bool Clients::idle() const {
  return std::ranges::all_of(authors_, [](const Author& author) { return author.open.empty(); });
}

const ledger::Ledger* Clients::view() {
  const NodeId node = random_.oneOf(world_.businessNodes());
  const Replica* replica = world_.replica(node);
  if (replica == nullptr || replica->execution() == nullptr || replica->execution()->midBlock())
    return nullptr;
  return &replica->execution()->ledger();
}

void Clients::act(std::size_t at) {
  if (finishing_) return;
  world_.later(random_.between(4'000, 120'000), [this, at] { act(at); });
  Author& author = authors_[at];
  if (dice_.strike(FaultClass::kClientRestart, 1, 120)) restart(at);
  if (author.open.size() >= author.window) return;
  const ledger::Ledger* ledger = view();
  if (ledger == nullptr) return;
  takeNextKey(author, *ledger);
  const bool mayExpire = random_.chance(1, 30);
  const auto commands = commandsOf(author, *ledger);
  if (!commands.empty()) {
    std::vector<wire::Command> encoded;
    encoded.reserve(commands.size());
    for (const wire::AnyCommand& command : commands)
      encoded.push_back({static_cast<std::uint16_t>(wire::kindOf(command)), wire::encodePayload(command)});
    return send(at, wire::signCommands(draft(author, mayExpire), encoded, author.person.key), mayExpire);
  }
  const auto transfers = transfersOf(author, *ledger);
  if (transfers.empty()) return;
  send(at, wire::signTransfers(draft(author, mayExpire), transfers, author.person.key), mayExpire);
}

wire::BatchDraft Clients::draft(const Author& author, bool mayExpire) const {
  wire::BatchDraft out;
  out.genesis = world_.options().genesis.digest();
  out.session = author.session;
  out.request = author.next;
  out.validUntil = Nanoseconds(world_.wallClock().value + (mayExpire ? kSoonOver : kValid));
  return out;
}

/// It lost its place and goes on in a new session. What is under way in the older one may still be executed.
void Clients::restart(std::size_t at) {
  Author& author = authors_[at];
  std::uint64_t highest = author.session.value;
  if (const ledger::Ledger* ledger = view())
    highest = std::max(highest, ledger->highestSession(author.person.key.publicKey()).value);
  const bool other = (highest + 1 - author.session.value) % 2 != 0;
  author.session = SessionNumber(highest + (other ? 2 : 1));
  trace_.event(NodeId(), "client restarts", author.person.id.value, author.session.value);
  author.open.clear();
  author.next = RequestNumber(1);
}

/// As soon as one node knows the new key, it signs with that one. What the old one signed and is still under
/// way is executed, or not any more. Session numbers go on, so that no answer is taken for another's.
void Clients::takeNextKey(Author& author, const ledger::Ledger& view) {
  if (!author.nextKey || view.identityOf(author.nextKey->publicKey()) != author.person.id) return;
  author.person.key = *std::exchange(author.nextKey, std::nullopt);
  author.session = SessionNumber(author.session.value + 2);
  trace_.event(NodeId(), "client has a new key", author.person.id.value, author.session.value);
  author.open.clear();
  author.next = RequestNumber(1);
}

/// With so few open at a time, or for so short, an honest program's session is closed now and then.
bool Clients::mayBeClosed() const {
  const ledger::Limits& limits = world_.options().replica.ledger;
  const ledger::Limits usual;
  return limits.sessionsPerAuthor < usual.sessionsPerAuthor || limits.sessionIdle < usual.sessionIdle;
}

// ---- sending, repeating, hearing ----

void Clients::send(std::size_t at, Bytes batch, bool mayExpire) {
  Author& author = authors_[at];
  signatures_.resign(batch, author.person.key);
  const RequestNumber request = author.next;
  author.next = request.next();
  trace_.event(NodeId(), "client sends", author.person.id.value, request.value);
  if (sent_.size() < kRememberedBatches)
    sent_.push_back(batch);
  else if (random_.chance(1, 4))
    random_.oneOf(sent_) = batch;
  Pending& pending = author.open[request];
  pending.digest = wire::parseBatch(batch)->digest();
  pending.bytes = std::move(batch);
  pending.mayExpire = mayExpire;
  pending.invoked = world_.now();
  attempt(at, author.session, request);
}

void Clients::attempt(std::size_t at, SessionNumber session, RequestNumber request) {
  Author& author = authors_[at];
  const auto open = author.open.find(request);
  if (author.session != session || open == author.open.end()) return;
  Pending& pending = open->second;
  const std::uint64_t number = ++pending.attempt;
  const auto hear = [this, at, session, request](const Result<business::BatchOutcome>& answer) {
    answered(at, session, request, answer);
  };
  (void)world_.submit(random_.oneOf(world_.businessNodes()), pending.bytes, hear, hear);
  // No word: asked again, perhaps elsewhere.
  world_.later(random_.between(300'000, 900'000), [this, at, session, request, number] {
    const auto still = authors_[at].open.find(request);
    if (still != authors_[at].open.end() && still->second.attempt == number) attempt(at, session, request);
  });
}

void Clients::answered(std::size_t at, SessionNumber session, RequestNumber request,
                       const Result<business::BatchOutcome>& answer) {
  Author& author = authors_[at];
  const auto open = author.open.find(request);
  const bool known = author.session == session && open != author.open.end();
  // An answer that nobody waits for any more says when it came, and nothing about when it was asked.
  if (answer) checker_.replied(*answer, known ? open->second.invoked : 0, world_.now());
  if (!known) return;
  Pending& pending = open->second;
  if (!answer) {
    if (answer.error().code == "batch.expired" && pending.mayExpire) return restart(at);
    if (answer.error().code == "session.closed" && mayBeClosed()) {
      // Of bytes that one node got once it is the truth for ever; of others another copy may have been done.
      if (pending.attempt == 1 && !dice_.present(FaultClass::kReplayedBatch))
        checker_.toldNever(pending.digest);
      return restart(at);
    }
    // It gave the key up itself, and this node knows: of all that the key signed no more is executed.
    if (answer.error().code == "batch.key_ended" && author.nextKey) {
      checker_.toldNever(pending.digest);
      author.open.erase(open);
      return;
    }
    if (!isPassing(answer.error().code))
      checker_.violate("an honest client is not refused: " + std::string(answer.error().code) + " for " +
                       author.person.name + ", session " + std::to_string(session.value) + ", request " +
                       std::to_string(request.value));
    const std::uint64_t number = ++pending.attempt;
    world_.later(random_.between(20'000, 200'000), [this, at, session, request, number] {
      const auto still = authors_[at].open.find(request);
      if (still != authors_[at].open.end() && still->second.attempt == number) attempt(at, session, request);
    });
    return;
  }
  const auto code = static_cast<ledger::ReasonCode>(answer->result.batchCode);
  if (code == ledger::ReasonCode::kSessionClosed && mayBeClosed()) return restart(at);
  // What a faulty node put before it was refused, and this one with it: it comes again.
  if (code == ledger::ReasonCode::kRequestGap) return;
  // Its number is used up: what follows it goes on. A new leader that has heard only a clock of an hour ago
  // besides its own goes by that one for a moment.
  const bool untimely = (code == ledger::ReasonCode::kExpired && pending.mayExpire) ||
                        code == ledger::ReasonCode::kValidTooLong;
  // Somebody suspended its author, or the author gave the key up: an answer like another.
  const bool told = code == ledger::ReasonCode::kDone || code == ledger::ReasonCode::kAuthorSuspended ||
                    (code == ledger::ReasonCode::kKeyEnded && author.nextKey);
  if (!told && !untimely)
    checker_.violate("an honest client's batch is executed: " + std::string(ledger::describe(code).code));
  if (!untimely) ++answered_;
  trace_.event(NodeId(), "client heard", author.person.id.value, request.value);
  author.open.erase(open);
}

/// A faulty business node passes on what nobody signed so, or what was executed long ago.
void Clients::mischief() {
  if (finishing_) return;
  world_.later(random_.between(20'000, 200'000), [this] { mischief(); });
  if (sent_.empty()) return;
  const auto& targets = random_.chance(1, 2) ? world_.validators() : world_.businessNodes();
  const NodeId target = targets[random_.below(targets.size())];
  if (dice_.strike(FaultClass::kReplayedBatch, 1, 3)) world_.propagate(target, random_.oneOf(sent_));
  if (!dice_.strike(FaultClass::kForgedBatch, 1, 3)) return;
  // In the name of somebody who is silent, or, seldom, of one who is not.
  Author& author = authors_[random_.chance(1, 6) ? random_.below(authors_.size()) : authors_.size() - 1];
  const wire::Command command{static_cast<std::uint16_t>(wire::OpenAccount::kKind),
                              wire::encodePayload(wire::OpenAccount{author.person.id, TokenId(1)})};
  Bytes batch =
      wire::signCommands(draft(author, false), std::vector<wire::Command>{command}, author.person.key);
  signatures_.resign(batch, author.person.key);
  const std::size_t damaged =
      random_.chance(1, 2) ? offsetof(wire::BatchHeader, signature) : batch.size() - 1;
  batch[damaged] ^= 1;
  world_.propagate(target, std::move(batch));
}

}  // namespace aurigraph::sim
