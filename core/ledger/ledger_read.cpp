#include "core/ledger/ledger.h"
#include "core/ledger/parts.h"

#include <algorithm>

namespace aurigraph::ledger {
namespace {

template <class Map, class Key>
auto lookUp(const Map& map, const Key& key) -> std::optional<typename Map::mapped_type> {
  const auto at = map.find(key);
  if (at == map.end()) return std::nullopt;
  return at->second;
}

template <class Row>
std::uint64_t rowCount(const Table<Row>& table) {
  return table.size() - 1;  // slot 0 is none
}

}  // namespace

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
  return parts_->state.tables.identities.find(id.value);
}
std::optional<IdentityId> Ledger::identityOf(const PublicKey& key) const {
  return lookUp(parts_->state.indexes.identityByKey, key);
}
std::optional<IdentityId> Ledger::identityNamed(std::string_view name) const {
  return lookUp(parts_->state.indexes.identityByName, name);
}
bool Ledger::allows(const PublicKey& key, wire::Permission permission) const {
  const auto id = identityOf(key);
  return id && parts_->state.allows(identity(*id)->roles, permission);
}

const SessionRow* Ledger::session(const PublicKey& author) const {
  const auto slot = lookUp(parts_->state.indexes.sessionByAuthor, author);
  return slot ? &parts_->state.tables.sessions.get(*slot) : nullptr;
}

std::optional<AccountHandle> Ledger::account(IdentityId identity, TokenId token) const {
  const std::uint64_t slot = parts_->state.accountSlot(identity, token);
  if (slot == 0) return std::nullopt;
  return AccountHandle::of(Lane(0), slot);
}
const AccountRow* Ledger::row(AccountHandle handle) const {
  return handle.lane() == Lane(0) ? parts_->state.tables.accounts.find(handle.slot()) : nullptr;
}
const HoldingRow* Ledger::holding(AccountHandle handle) const {
  const AccountRow* account = row(handle);
  return account == nullptr ? nullptr : parts_->state.tables.holdings.find(account->extension);
}

std::optional<AccountHandle> Ledger::pendingOf(IdentityId author, SessionNumber session,
                                               RequestNumber request, std::uint32_t index) const {
  const auto slot =
      lookUp(parts_->state.indexes.pendingByOperation, PendingKey{author, session, request, index});
  if (!slot) return std::nullopt;
  return AccountHandle::of(Lane(0), *slot);
}
const PendingRow* Ledger::pending(AccountHandle handle) const {
  return handle.lane() == Lane(0) ? parts_->state.tables.pendings.find(handle.slot()) : nullptr;
}

const TokenRow* Ledger::token(TokenId id) const {
  return parts_->state.tables.tokens.find(id.value);
}
std::optional<TokenId> Ledger::tokenNamed(std::string_view symbol) const {
  return lookUp(parts_->state.indexes.tokenBySymbol, symbol);
}
const AssetRow* Ledger::asset(AssetId id) const {
  return parts_->state.tables.assets.find(id.value);
}
std::optional<AssetId> Ledger::assetKeyed(std::string_view assetKey) const {
  return lookUp(parts_->state.indexes.assetByKey, assetKey);
}
const RecordRow* Ledger::record(const Digest& recordId) const {
  return parts_->state.record(recordId);
}
std::optional<AnchorRow> Ledger::lastAnchor(IdentityId author) const {
  const auto slot = lookUp(parts_->state.indexes.anchorByAuthor, author);
  if (!slot) return std::nullopt;
  return parts_->state.tables.anchors.get(*slot);
}

std::uint32_t Ledger::identityCount() const {
  return static_cast<std::uint32_t>(rowCount(parts_->state.tables.identities));
}
std::uint32_t Ledger::tokenCount() const {
  return static_cast<std::uint32_t>(rowCount(parts_->state.tables.tokens));
}
std::uint64_t Ledger::assetCount() const {
  return rowCount(parts_->state.tables.assets);
}
std::uint64_t Ledger::accountCount() const {
  return rowCount(parts_->state.tables.accounts);
}
std::uint64_t Ledger::recordCount() const {
  return rowCount(parts_->state.tables.records);
}

std::vector<Digest> Ledger::records(std::uint64_t from, std::size_t atMost) const {
  std::vector<Digest> out;
  const auto& table = parts_->state.tables.records;
  for (std::uint64_t slot = from + 1; slot < table.size() && out.size() < atMost; ++slot)
    out.push_back(table.get(slot).recordId);
  return out;
}

Ledger::ReviewCounts Ledger::reviewCounts() const {
  const Indexes& indexes = parts_->state.indexes;
  return {indexes.waitingReviews.size(), indexes.approvedReviews, indexes.rejectedReviews};
}
std::vector<Digest> Ledger::openReviews(std::size_t atMost) const {
  std::vector<Digest> out;
  for (const std::uint64_t slot : parts_->state.indexes.waitingReviews) {
    if (out.size() == atMost) break;
    out.push_back(parts_->state.tables.records.get(slot).recordId);
  }
  return out;
}

std::vector<AccountHandle> Ledger::accountsOf(TokenId token, std::uint64_t fromSlot,
                                              std::size_t atMost) const {
  std::vector<AccountHandle> out;
  const auto& byToken = parts_->state.indexes.accountsOfToken;
  if (token.value >= byToken.size()) return out;
  const auto& slots = byToken[token.value];
  for (auto at = std::ranges::lower_bound(slots, fromSlot); at != slots.end() && out.size() < atMost; ++at)
    out.push_back(AccountHandle::of(Lane(0), *at));
  return out;
}

bool Ledger::conserved() const {
  const Tables& tables = parts_->state.tables;
  std::vector<U128> sums(tables.tokens.size(), 0);
  for (std::uint64_t slot = 1; slot < tables.accounts.size(); ++slot) {
    const AccountRow& account = tables.accounts.get(slot);
    if (account.held > account.balance) return false;
    if (__builtin_add_overflow(sums[account.token], account.balance, &sums[account.token])) return false;
  }
  for (std::uint64_t id = 1; id < tables.tokens.size(); ++id)
    if (sums[id] != tables.tokens.get(id).minted - tables.tokens.get(id).burned) return false;
  return true;
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
