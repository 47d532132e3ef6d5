#include "core/ledger/contracts/contract.h"
#include "core/ledger/invariants.h"
#include "core/ledger/ledger.h"
#include "core/ledger/parts.h"
#include "core/ledger/sessions.h"

#include <algorithm>

namespace aurigraph::ledger {
namespace {

/// The id that a slot is; nothing for slot 0.
template <class Id>
std::optional<Id> idOf(std::uint64_t slot) {
  if (slot == 0) return std::nullopt;
  return Id(static_cast<typename Id::Representation>(slot));
}

}  // namespace

Protocol Ledger::protocol() const {
  return parts_->state.protocol;
}
wire::VersionRule Ledger::versions() const {
  return parts_->state.versions();
}
Height Ledger::height() const {
  return parts_->state.height;
}
Nanoseconds Ledger::time() const {
  return parts_->state.time;
}
Digest Ledger::historyRoot() const {
  return parts_->state.history.root();
}
Height Ledger::checkpointHeight() const {
  return parts_->checkpoints.height();
}
Digest Ledger::stateRoot() const {
  return parts_->checkpoints.root();
}
std::optional<Nanoseconds> Ledger::nextTimer() const {
  return parts_->checkpoints.nextTime(parts_->state);
}

const wire::Genesis& Ledger::genesis() const {
  return parts_->state.genesis;
}
const Digest& Ledger::genesisDigest() const {
  return parts_->state.genesisDigest;
}
const quality::RuleSet& Ledger::rules() const {
  return parts_->state.rules;
}

const IdentityRow* Ledger::identity(IdentityId id) const {
  return parts_->state.of<IdentityRow>().find(id.value);
}
std::optional<IdentityId> Ledger::identityOf(const PublicKey& key) const {
  return parts_->state.identityOf(key);
}
bool Ledger::hasEnded(const PublicKey& key) const {
  const KeyRow* row = parts_->state.keyRow(key);
  return row != nullptr && !row->inForce();
}
std::vector<PublicKey> Ledger::keysOf(IdentityId identity) const {
  std::vector<PublicKey> out;
  for (const std::uint64_t slot : parts_->state.keysInForce(identity))
    out.push_back(parts_->state.of<KeyRow>().get(slot).key);
  return out;
}
std::vector<Ledger::Claim> Ledger::claimsOf(IdentityId identity, std::size_t from, std::size_t atMost) const {
  const State& state = parts_->state;
  const auto& slots = state.of<ClaimRow>().indexes().ofSubject.of(identity);
  std::vector<Claim> out;
  for (std::size_t at = from; at < slots.size() && out.size() < atMost; ++at) {
    const ClaimRow& row = state.of<ClaimRow>().get(slots[at]);
    out.push_back({&row, counts(state, row, time())});
  }
  return out;
}
bool Ledger::isTrusted(IdentityId issuer, std::string_view topic) const {
  return ledger::isTrusted(parts_->state, issuer, std::string(topic));
}
std::vector<Ledger::Proposal> Ledger::openProposals(std::uint64_t fromSlot, std::size_t atMost) const {
  const Table<ProposalRow>& rows = parts_->state.of<ProposalRow>();
  std::vector<Proposal> out;
  for (std::uint64_t slot = std::max<std::uint64_t>(fromSlot, 1); slot < rows.size() && out.size() < atMost;
       ++slot)
    if (const ProposalRow* row = rows.find(slot); row != nullptr && row->isOpen(time()))
      out.push_back({slot, row});
  return out;
}
const ProposalRow* Ledger::openProposal(const Digest& id) const {
  const Table<ProposalRow>& rows = parts_->state.of<ProposalRow>();
  const ProposalRow* row = rows.find(rows.indexes().byId.slotOf(id));
  return row != nullptr && row->isOpen(time()) ? row : nullptr;
}
std::vector<Ledger::Source> Ledger::sources(std::uint64_t fromSlot, std::size_t atMost) const {
  const Table<SourceRow>& rows = parts_->state.of<SourceRow>();
  std::vector<Source> out;
  for (std::uint64_t slot = std::max<std::uint64_t>(fromSlot, 1); slot < rows.size() && out.size() < atMost;
       ++slot)
    out.push_back({slot, &rows.get(slot)});
  return out;
}
const SourceRow* Ledger::source(std::string_view name) const {
  const Table<SourceRow>& rows = parts_->state.of<SourceRow>();
  return rows.find(rows.indexes().byName.slotOf(name));
}
std::vector<Ledger::FactItem> Ledger::facts(std::uint64_t fromSlot, std::size_t atMost) const {
  const Table<FactRow>& rows = parts_->state.of<FactRow>();
  std::vector<FactItem> out;
  for (std::uint64_t slot = std::max<std::uint64_t>(fromSlot, 1); slot < rows.size() && out.size() < atMost;
       ++slot)
    out.push_back({slot, &rows.get(slot)});
  return out;
}
std::optional<IdentityId> Ledger::actingIdentity(const PublicKey& key) const {
  const auto id = identityOf(key);
  return id && !identity(*id)->suspendedAt(time()) ? id : std::nullopt;
}
std::optional<IdentityId> Ledger::identityNamed(std::string_view name) const {
  return idOf<IdentityId>(parts_->state.of<IdentityRow>().indexes().byName.slotOf(name));
}
bool Ledger::allows(const PublicKey& key, wire::Permission permission) const {
  const auto id = identityOf(key);
  return id && parts_->state.allows(identity(*id)->rolesAt(time()), permission);
}

const SessionRow* Ledger::session(const PublicKey& author, SessionNumber number) const {
  const Table<SessionRow>& sessions = parts_->state.of<SessionRow>();
  return sessions.find(sessions.indexes().byNumber.slotOf(wire::SessionKey(author, number)));
}
std::vector<const SessionRow*> Ledger::sessionsOf(const PublicKey& author) const {
  std::vector<const SessionRow*> out;
  for (const std::uint64_t slot : openSessions(parts_->state, author, time()))
    out.push_back(&parts_->state.of<SessionRow>().get(slot));
  std::ranges::sort(out, {}, &SessionRow::session);
  return out;
}
SessionNumber Ledger::highestSession(const PublicKey& author) const {
  const auto open = sessionsOf(author);
  const SessionNumber closed = closedUpTo(parts_->state, author, time());
  return open.empty() ? closed : std::max(closed, open.back()->session);
}
std::optional<RequestNumber> Ledger::nextRequest(const PublicKey& author, SessionNumber number) const {
  return ledger::nextRequest(parts_->state, author, number, time());
}

std::optional<AccountHandle> Ledger::account(IdentityId identity, TokenId token) const {
  const std::uint64_t slot = parts_->state.accountSlot(identity, token);
  if (slot == 0) return std::nullopt;
  return parts_->state.handleOf(slot);
}
const AccountRow* Ledger::row(AccountHandle handle) const {
  return parts_->state.of<AccountRow>().find(parts_->state.slotOf(handle));
}
const HoldingRow* Ledger::holding(AccountHandle handle) const {
  const AccountRow* account = row(handle);
  return account == nullptr ? nullptr : parts_->state.of<HoldingRow>().find(account->extension);
}

std::optional<AccountHandle> Ledger::pendingOf(const PublicKey& author, SessionNumber session,
                                               RequestNumber request, std::uint32_t index) const {
  const std::uint64_t slot = parts_->state.of<PendingRow>().indexes().byOperation.slotOf(
      PendingKey{static_cast<std::uint32_t>(parts_->state.of<KeyRow>().indexes().byKey.slotOf(author)),
                 session, request, index});
  if (slot == 0) return std::nullopt;
  return parts_->state.handleOf(slot);
}
const PendingRow* Ledger::pending(AccountHandle handle) const {
  return parts_->state.of<PendingRow>().find(parts_->state.slotOf(handle));
}

const TokenRow* Ledger::token(TokenId id) const {
  return parts_->state.of<TokenRow>().find(id.value);
}
std::optional<TokenId> Ledger::tokenNamed(std::string_view symbol) const {
  return idOf<TokenId>(parts_->state.of<TokenRow>().indexes().bySymbol.slotOf(symbol));
}
const AssetRow* Ledger::asset(AssetId id) const {
  return parts_->state.of<AssetRow>().find(id.value);
}
std::optional<AssetId> Ledger::assetKeyed(std::string_view assetKey) const {
  return idOf<AssetId>(parts_->state.of<AssetRow>().indexes().byKey.slotOf(assetKey));
}
const RecordRow* Ledger::record(const Digest& recordId) const {
  return parts_->state.record(recordId);
}
std::optional<AnchorRow> Ledger::lastAnchor(IdentityId author) const {
  const Table<AnchorRow>& anchors = parts_->state.of<AnchorRow>();
  const AnchorRow* row = anchors.find(anchors.indexes().byAuthor.slotOf(author));
  return row == nullptr ? std::nullopt : std::optional(*row);
}

std::uint32_t Ledger::identityCount() const {
  return static_cast<std::uint32_t>(parts_->state.of<IdentityRow>().rowCount());
}
std::uint32_t Ledger::tokenCount() const {
  return static_cast<std::uint32_t>(parts_->state.of<TokenRow>().rowCount());
}
std::uint64_t Ledger::assetCount() const {
  return parts_->state.of<AssetRow>().rowCount();
}
std::uint64_t Ledger::accountCount() const {
  return parts_->state.of<AccountRow>().rowCount();
}
std::uint64_t Ledger::recordCount() const {
  return parts_->state.of<RecordRow>().rowCount();
}

std::vector<Digest> Ledger::records(std::uint64_t from, std::size_t atMost) const {
  std::vector<Digest> out;
  const Table<RecordRow>& table = parts_->state.of<RecordRow>();
  for (std::uint64_t slot = from + 1; slot < table.size() && out.size() < atMost; ++slot)
    out.push_back(table.get(slot).recordId);
  return out;
}

Ledger::ReviewCounts Ledger::reviewCounts() const {
  const auto& indexes = parts_->state.of<RecordRow>().indexes();
  return {indexes.waiting.all().size(), indexes.reviewed.of(Decision::kApproved),
          indexes.reviewed.of(Decision::kRejected)};
}
std::vector<Digest> Ledger::openReviews(std::size_t atMost) const {
  std::vector<Digest> out;
  const Table<RecordRow>& records = parts_->state.of<RecordRow>();
  for (const std::uint64_t slot : records.indexes().waiting.all()) {
    if (out.size() == atMost) break;
    out.push_back(records.get(slot).recordId);
  }
  return out;
}

std::vector<AccountHandle> Ledger::accountsOf(TokenId token, std::uint64_t fromSlot,
                                              std::size_t atMost) const {
  std::vector<AccountHandle> out;
  const auto& slots = parts_->state.of<AccountRow>().indexes().ofToken.of(token.value);
  for (auto at = std::ranges::lower_bound(slots, fromSlot); at != slots.end() && out.size() < atMost; ++at)
    out.push_back(parts_->state.handleOf(*at));
  return out;
}

bool Ledger::conserved() const {
  return ledger::conserved(parts_->state);
}

std::optional<std::string_view> Ledger::brokenInvariant() const {
  for (const Invariant& each : invariants())
    if (!each.holds(parts_->state)) return each.name;
  return std::nullopt;
}

std::optional<std::string_view> Ledger::invariantAlarm() const {
  return parts_->watch.broken();
}

std::size_t Ledger::memoryBytes() const {
  // Nodes of the indexes, about: a map's with its key.
  constexpr std::size_t kIndexNodeBytes = 96;
  std::size_t sum = 0;
  std::size_t rows = 0;
  parts_->state.tables.each([&](const auto& table) {
    sum += table.memoryBytes();
    rows += table.size();
  });
  return sum + rows * kIndexNodeBytes;
}

}  // namespace aurigraph::ledger
