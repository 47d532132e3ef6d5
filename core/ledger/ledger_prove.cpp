#include "core/ledger/ledger.h"
#include "core/ledger/parts.h"

namespace aurigraph::ledger {
namespace {

Status standing(const Checkpoints& checkpoints) {
  if (checkpoints.running())
    return fail("proof.checkpoint_running", "A checkpoint is being taken.", "Ask again in a moment.");
  if (checkpoints.height() == Height(0))
    return fail("proof.no_checkpoint", "The ledger has taken no checkpoint yet.", "Ask again in a moment.");
  return {};
}

tl::unexpected<Error> tooNew(std::string_view code, const char* what) {
  return fail(code, std::string("The ") + what + " is younger than the last checkpoint.",
              "Ask again after the next checkpoint.");
}

template <class Row>
wire::RowProof prove(const Table<Row>& table, std::uint64_t slot, const State& state,
                     const Checkpoints& checkpoints) {
  wire::RowProof proof = table.prove(slot, state.salts);
  proof.path.tableRoots = checkpoints.tableRoots();
  return proof;
}

}  // namespace

Result<wire::HoldingProof> Ledger::proveHolding(AccountHandle handle) const {
  const State& state = parts_->state;
  const Checkpoints& checkpoints = parts_->checkpoints;
  if (auto status = standing(checkpoints); !status) return propagate(status);
  const AccountRow* account = state.of<AccountRow>().atCheckpoint(state.slotOf(handle));
  if (account == nullptr) return tooNew("proof.account_too_new", "account");
  // Account, holder, token and asset are older than the account: all were there.
  const TokenRow* token = state.of<TokenRow>().atCheckpoint(account->token);
  AG_ASSERT(token != nullptr);
  wire::HoldingProof out;
  out.checkpoint = checkpoints.height();
  out.account = prove(state.of<AccountRow>(), handle.slot(), state, checkpoints);
  out.identity = prove(state.of<IdentityRow>(), account->holder, state, checkpoints);
  out.token = prove(state.of<TokenRow>(), account->token, state, checkpoints);
  out.asset = prove(state.of<AssetRow>(), token->asset.value, state, checkpoints);
  return out;
}

Result<wire::OwnerProof> Ledger::proveOwner(AccountHandle handle) const {
  const State& state = parts_->state;
  const Checkpoints& checkpoints = parts_->checkpoints;
  if (auto status = standing(checkpoints); !status) return propagate(status);
  const Table<AccountRow>& accounts = state.of<AccountRow>();
  const std::uint64_t slot = state.slotOf(handle);
  const AccountRow* account = accounts.atCheckpoint(slot);
  if (account == nullptr) return tooNew("proof.account_too_new", "account");
  wire::OwnerProof out;
  out.checkpoint = checkpoints.height();
  out.slot = slot;
  out.token = TokenId(account->token);
  out.holder = IdentityId(account->holder);
  withEncoding(*account, [&](ByteView bytes) {
    out.privatePart =
        wire::privateDigest(state.salts.of(AccountRow::kTable, slot), bytes.first<sizeof(AccountRow)>());
  });
  out.path = accounts.pathOf(slot, state.salts);
  out.path.tableRoots = checkpoints.tableRoots();
  return out;
}

Result<wire::RowProof> Ledger::proveToken(TokenId id) const {
  if (auto status = standing(parts_->checkpoints); !status) return propagate(status);
  const Table<TokenRow>& tokens = parts_->state.of<TokenRow>();
  if (tokens.atCheckpoint(id.value) == nullptr) return tooNew("proof.token_too_new", "token");
  return prove(tokens, id.value, parts_->state, parts_->checkpoints);
}

}  // namespace aurigraph::ledger
