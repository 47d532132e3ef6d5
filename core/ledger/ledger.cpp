#include "core/ledger/ledger.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/crypto/ed25519.h"
#include "core/ledger/contracts/contract.h"
#include "core/ledger/parts.h"
#include "core/ledger/sessions.h"
#include "core/ledger/timers.h"
#include "core/ledger/transfers.h"

namespace aurigraph::ledger {
namespace {

// What one command and one page of a checkpoint weigh in transfers, for the length of a slice: a score
// or a signature costs tens of microseconds, a page's 32 hashes some five.
constexpr std::size_t kCommandWeight = 256;
constexpr std::size_t kPageWeight = 32;

/// What one administrator gives alone, a name and the role of a holder, carries no power but over what is
/// one's own; and who lets people in is who the rules about administrators are for.
Status checkRoleTable(const wire::RoleTable& table) {
  const auto allowed = [&](wire::Permission permission) {
    return table.allowed[static_cast<std::size_t>(permission)];
  };
  bool good = (allowed(wire::Permission::kManageIdentities) & ~maskOf(wire::Role::kAdministrator)) == 0;
  for (std::size_t at = 0; at < wire::kPermissionCount; ++at) {
    const auto permission = static_cast<wire::Permission>(at);
    if (permission != wire::Permission::kTransfer)
      good = good && (allowed(permission) & maskOf(wire::Role::kHolder)) == 0;
  }
  if (good) return {};
  return fail(
      "genesis.bad_role_table",
      "The genesis lets holders do more than transfer, or others than administrators manage identities.",
      "Make the genesis with the shipped table.");
}

Status addIdentities(State& state) {
  const auto bad = [](const wire::GenesisIdentity& identity, const char* why) {
    return fail("genesis.bad_identity", "Identity \"" + identity.name + "\" of the genesis " + why + ".",
                "Correct the genesis file.");
  };
  for (const wire::GenesisIdentity& identity : state.genesis.identities) {
    if (!wire::isIdentityName(identity.name)) return bad(identity, "has no name that may be one");
    if (!identity.organisation.empty() && !wire::isIdentityName(identity.organisation))
      return bad(identity, "has an organisation that may be none");
    if (isNameTaken(state, identity.name)) return bad(identity, "is there twice, or looks like another");
    if (state.keyRow(identity.key) != nullptr) return bad(identity, "has another's key");
    if (!crypto::isUsableKey(identity.key)) return bad(identity, "has an unusable key");
    if (state.genesis.roles.forbids(identity.roles))
      return bad(identity, "holds roles that exclude each other");
    const std::uint64_t slot = state.of<IdentityRow>().add({.name = identity.name,
                                                            .roles = identity.roles,
                                                            .since = Height(0),
                                                            .organisation = identity.organisation,
                                                            .createdAt = state.genesis.createdAt});
    state.of<KeyRow>().add(
        {identity.key, IdentityId(static_cast<std::uint32_t>(slot)), Height(0), state.genesis.createdAt, {}});
  }
  return {};
}

Status adoptSources(State& state) {
  const auto origin = state.genesis.simulated ? wire::Origin::kSimulated : wire::Origin::kReal;
  for (const wire::SourceTerms& terms : state.genesis.sources) {
    if (!wire::areSound(terms) || terms.origin != origin)
      return fail("genesis.bad_source",
                  "Source \"" + terms.name + "\" of the genesis has terms that cannot be adopted.",
                  "Correct its name, kinds, records per hour and origin.");
    state.of<SourceRow>().add({.terms = terms, .version = 1});
  }
  return {};
}

Status adoptFacts(State& state) {
  for (const wire::Fact& fact : state.genesis.facts) {
    if (!isSound(fact) || fact.value.empty())
      return fail("genesis.bad_fact",
                  "The genesis says nothing that " + std::string(wire::nameOf(fact.name)) + " can be of \"" +
                      fact.assetKey + "\".",
                  "Correct the fact's value.");
    state.of<FactRow>().add({.fact = fact, .version = 1});
  }
  return {};
}

Status adoptRules(State& state) {
  const auto bad = [](const std::string& why) {
    return fail("genesis.bad_rule_set", "The genesis's rule sets cannot be used: " + why + ".",
                "Make the genesis from the shipped rule sets.");
  };
  if (state.genesis.ruleSets.empty()) return bad("there is none");
  for (const Bytes& bytes : state.genesis.ruleSets) {
    auto rules = quality::decodeRuleSet(bytes);
    if (!rules) return bad(rules.error().message);
    state.rules = std::move(*rules);
  }
  state.rulesDigest = state.rules.digest();
  return {};
}

void addFailure(wire::BatchResult& result, std::uint32_t index, ReasonCode code) {
  result.failures.push_back({static_cast<std::uint16_t>(index), static_cast<std::uint16_t>(code), 0});
}

}  // namespace

Ledger::Ledger(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::fromGenesis(const wire::Genesis& genesis,
                                                    const wire::StateSecret& secret, Limits limits,
                                                    Faults faults, Lane lane) {
  // Through its encoding: what this ledger runs on is what the digest says, nothing else.
  auto decoded = wire::decodeGenesis(wire::encode(genesis));
  if (!decoded) return propagate(decoded);
  if (auto status = wire::checkStateSecret(*decoded, secret); !status) return propagate(status);
  auto parts = std::make_unique<Parts>();
  State& state = parts->state;
  state.genesis = std::move(*decoded);
  state.salts = wire::RowSalts(secret, lane);
  state.genesisDigest = state.genesis.digest();
  state.limits = limits;
  state.faults = faults;
  state.time = state.genesis.createdAt;
  state.lane = lane;
  state.protocol = state.genesis.protocol;
  if (auto status = checkRoleTable(state.genesis.roles); !status) return propagate(status);
  if (auto status = addIdentities(state); !status) return propagate(status);
  if (auto status = adoptRules(state); !status) return propagate(status);
  if (auto status = adoptSources(state); !status) return propagate(status);
  if (auto status = adoptFacts(state); !status) return propagate(status);
  return std::unique_ptr<Ledger>(new Ledger(std::move(parts)));
}

// ---- apply ----

void Ledger::begin(const wire::Block& block, std::span<const bool> verdicts) {
  Execution& execution = parts_->execution;
  AG_ASSERT(!execution.active);
  AG_ASSERT(block.header().height == parts_->state.height.next());
  AG_ASSERT(verdicts.size() == block.batchCount());
  execution = {};
  execution.active = true;
  execution.block = block;
  execution.verdicts.assign(verdicts.begin(), verdicts.end());
  // A committed block is never judged by its time; the ledger's own only goes forward.
  execution.time = std::max(block.header().time, parts_->state.time);
  execution.results.resize(block.batchCount());
  // Nor is it judged by its version: a leader that names a wrong one has named the one in force.
  State& state = parts_->state;
  state.protocol = state.versions().executing(block.header().protocol, block.header().height);
  for (const Timer& timer : timers())
    timer.run(state, block.header().height, execution.time, timer.rowsPerBlock);
}

bool Ledger::advance(std::size_t maxOperations) {
  Execution& execution = parts_->execution;
  AG_ASSERT(execution.active);
  std::size_t budget = std::max<std::size_t>(maxOperations, 1);
  while (execution.batch < execution.block.batchCount()) {
    if (budget == 0) return false;
    parts_->advanceBatch(budget);
  }
  State& state = parts_->state;
  Checkpoints& checkpoints = parts_->checkpoints;
  const Height height = execution.block.header().height;
  if (execution.checkpointDecided && !checkpoints.running()) return true;
  if (!execution.checkpointDecided) {
    execution.checkpointDecided = true;
    if (!checkpoints.due(state, height, execution.time)) return true;
    checkpoints.begin();
  }
  const std::size_t pages = std::max<std::size_t>(budget / kPageWeight, 1);
  return checkpoints.advance(state, pages, height, execution.time, parts_->watch);
}

void Ledger::Parts::advanceBatch(std::size_t& budget) {
  const wire::BatchHeader& header = execution.block.batch(execution.batch);
  wire::BatchResult& result = execution.results[execution.batch];
  if (!execution.batchAdmitted) {
    result.count = header.count;
    const ReasonCode refusal = admitBatch();
    if (refusal != ReasonCode::kDone) {
      result.batchCode = static_cast<std::uint16_t>(refusal);
      if (usesRequestNumber(refusal)) recordBatch();
      nextBatch(budget);
      return;
    }
    execution.batchAdmitted = true;
  }
  if (header.kind == wire::BatchKind::kTransfers) {
    const std::uint32_t before = execution.operation;
    const auto most = static_cast<std::uint32_t>(std::min<std::size_t>(budget, header.count));
    execution.operation = executeTransfers(state, execution.call, execution.block.batchBody(execution.batch),
                                           before, most, result.failures);
    budget -= std::min<std::size_t>(budget, execution.operation - before);
  } else {
    executeCommand(result);
    budget -= std::min(budget, kCommandWeight);
  }
  if (execution.operation < header.count) return;
  recordBatch();
  nextBatch(budget);
}

void Ledger::Parts::recordBatch() {
  ledger::record(state, execution.block.batch(execution.batch), execution.block.header().height,
                 execution.time, execution.results[execution.batch]);
}

void Ledger::Parts::nextBatch(std::size_t& budget) {
  ++execution.batch;
  execution.batchAdmitted = false;
  execution.operation = 0;
  execution.commands.clear();
  budget -= std::min<std::size_t>(budget, 1);
}

/// Why nothing of the current batch is executed; kDone: its call is set up.
ReasonCode Ledger::Parts::admitBatch() {
  const wire::BatchHeader& header = execution.block.batch(execution.batch);
  const ByteView body = execution.block.batchBody(execution.batch);
  if (header.genesis != state.genesisDigest) return ReasonCode::kOtherCluster;
  if (header.lane != execution.block.header().lane) return ReasonCode::kWrongLane;
  if (!execution.verdicts[execution.batch]) {
    const auto root = wire::bodyRoot(header.kind, header.count, body);
    return root && *root == header.bodyRoot ? ReasonCode::kBadSignature : ReasonCode::kBadBodyRoot;
  }
  const auto caller = state.callerOf(header.author, execution.time);
  if (!caller) return ReasonCode::kUnknownAuthor;
  if (const ReasonCode refusal = admit(state, header, execution.time); refusal != ReasonCode::kDone)
    return refusal;
  if (header.validUntil < execution.time) return ReasonCode::kExpired;
  if (header.validUntil.value > execution.time.value + state.limits.longestValidity.value)
    return ReasonCode::kValidTooLong;
  if (const ReasonCode refusal = caller->barred(); refusal != ReasonCode::kDone) return refusal;
  if (header.kind == wire::BatchKind::kOpaque) return ReasonCode::kBadKind;
  if (header.kind == wire::BatchKind::kCommands) {
    auto commands = wire::splitCommands(header.count, body);
    if (!commands) return ReasonCode::kMalformed;
    execution.commands = std::move(*commands);
  }
  execution.call.caller = *caller;
  execution.call.moment = {
      execution.block.header().height, execution.time, header.digest(), header.session, header.request, 0};
  return ReasonCode::kDone;
}

void Ledger::Parts::executeCommand(wire::BatchResult& result) {
  const std::uint32_t index = execution.operation++;
  const wire::CommandView& view = execution.commands[index];
  const auto command = wire::decodeCommand(view.kind, view.payload, state.protocol);
  if (!command) {
    addFailure(result, index, ReasonCode::kMalformed);
    return;
  }
  execution.call.moment.index = index;
  Plan plan = planAny(state, execution.call, *command);
  if (!plan.accepted()) {
    addFailure(result, index, plan.reasons().front().code);
    return;
  }
  const wire::EventCause cause{wire::CauseKind::kCommand, static_cast<std::uint16_t>(execution.batch), index};
  std::move(plan).carryOut(state, cause, execution.events);
}

wire::BlockOutcome Ledger::finish() {
  Execution& execution = parts_->execution;
  State& state = parts_->state;
  AG_ASSERT(execution.active && execution.checkpointDecided && !parts_->checkpoints.running());
  state.height = execution.block.header().height;
  state.time = execution.time;
  auto outcome = std::move(execution.events).with(std::move(execution.results));
  state.history.append(wire::historyLeaf(execution.block.hash(), outcome));
  execution = {};
  return outcome;
}

wire::BlockOutcome Ledger::apply(const wire::Block& block, std::span<const bool> verdicts) {
  begin(block, verdicts);
  while (!advance(limits::kMaxTransfersPerBatch)) {
  }
  return finish();
}

// ---- simulating ----

std::vector<Reason> Ledger::simulate(const wire::Transfer& transfer, const PublicKey& author) const {
  const auto caller = parts_->state.callerOf(author, parts_->state.time);
  if (!caller) return {{ReasonCode::kUnknownAuthor}};
  if (const ReasonCode refusal = caller->barred(); refusal != ReasonCode::kDone) return {{refusal}};
  return simulateTransfer(parts_->state, parts_->callNow(*caller), transfer);
}

std::vector<Reason> Ledger::simulate(const wire::AnyCommand& command, const PublicKey& author,
                                     Nanoseconds at) const {
  const auto caller = parts_->state.callerOf(author, std::max(parts_->state.time, at));
  if (!caller) return {{ReasonCode::kUnknownAuthor}};
  if (const ReasonCode refusal = caller->barred(); refusal != ReasonCode::kDone) return {{refusal}};
  const auto decoded = wire::decodeCommand(static_cast<std::uint16_t>(wire::kindOf(command)),
                                           wire::encodePayload(command), parts_->state.protocol);
  if (!decoded) return {{ReasonCode::kMalformed}};
  auto call = parts_->callNow(*caller);
  call.moment.time = std::max(call.moment.time, at);
  return planAny(parts_->state, call, *decoded).reasons();
}

Call Ledger::Parts::callNow(const Caller& caller) const {
  Call call;
  call.caller = caller;
  call.moment.height = state.height.next();
  call.moment.time = state.time;
  return call;
}

}  // namespace aurigraph::ledger
