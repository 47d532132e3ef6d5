// Who holds a proof of his own balance, and all that is public, learns nobody else's from it.

#include <algorithm>
#include <cstring>

#include "core/wire/row_proof.h"
#include "tests/attacks/attacked_cluster.h"

namespace aurigraph::attacks {
namespace {

constexpr std::string_view kSymbol = "ATTACKED";
constexpr std::string_view kParcel = "US-06075-1";

bool holds(ByteView bytes, ByteView part) {
  return std::search(bytes.begin(), bytes.end(), part.begin(), part.end()) != bytes.end();
}

/// A token that the issuer and the holder have some of.
class Privacy : public Attack {
 protected:
  static void SetUpTestSuite() {
    begin({quality::encode(test::testRules())});
    const auto api = attacked().gateway();
    const auto holder = attacked().person("holder");
    const auto done = [&](const crypto::SigningKey& key, const wire::AnyCommand& command) {
      const auto code = codeOf(api->submit(signedBy(key, {command}), client::Wait::kCommitted));
      if (code != "done") throw std::runtime_error(code);
    };
    std::vector<Digest> records;
    for (const auto kind : {wire::RecordKind::kPropertyTitle, wire::RecordKind::kPropertyValuation}) {
      const auto record = test::scoredRecord(kind, std::string(kParcel), wallNow());
      done(attacked().slimKey(), record.command());
      records.push_back(record.record.id());
    }
    std::ranges::sort(records);
    done(issuer(), wire::RegisterAsset{wire::AssetTemplate::kProperty,
                                       std::string(kParcel),
                                       "A house",
                                       records,
                                       {{"deed", test::filled<Digest>(0xDD)}}});
    done(issuer(), terms());
    const TokenId token = api->tokenId(kSymbol).value();
    const IdentityId who = api->identityOf(holder.publicKey()).value();
    done(holder, wire::OpenAccount{who, token});
    const IdentityId seller = api->identityOf(issuer().publicKey()).value();
    wire::Transfer transfer;
    transfer.debit = api->account(seller, token).value().value;
    transfer.credit = api->account(who, token).value().value;
    transfer.amount = kSold;
    transfer.token = token.value;
    const Bytes batch = wire::signTransfers(draft(), std::span(&transfer, 1), issuer());
    if (const auto code = codeOf(api->submit(batch, client::Wait::kFinal)); code != "done")
      throw std::runtime_error(code);
  }

  static crypto::SigningKey issuer() { return attacked().person("issuer"); }
  static wire::IssueToken terms() {
    wire::IssueToken out;
    out.asset = AssetId(1);
    out.symbol = kSymbol;
    out.name = "A house's token";
    out.supply = kSupply;
    out.unitPriceMinor = 100;
    out.currency = "USD";
    out.approvals.until = wallIn(1h);
    wire::addApproval(out, attacked().genesis(), issuer().publicKey(), attacked().person("compliance"));
    return out;
  }
  /// As the person gets it of his own holding.
  static Bytes ownProof(const crypto::SigningKey& key) {
    const auto api = attacked().gateway();
    if (const auto in = api->signIn(key, attacked().genesis()); !in)
      throw std::runtime_error(in.error().message);
    return api->proof(kSymbol, api->identityOf(key.publicKey()).value()).value();
  }

  static constexpr U128 kSupply = 0x5A5B'5C5D'5E5FULL;
  static constexpr U128 kSold = 985;
};

TEST_F(Privacy, ANeighboursBalanceIsNotInAProofNorInTheGenesis) {
  const Bytes mine = ownProof(attacked().person("holder"));
  const Bytes genesis = api().getBytes("/query/genesis").value();
  // What the attacker does not have: the neighbour's row and its salt.
  const wire::RowProof theirs = wire::decodeProofBundle(ownProof(issuer())).value().holding.account;
  const wire::RowProof own = wire::decodeProofBundle(mine).value().holding.account;
  ASSERT_EQ(own.slot / wire::kRowsPerPage, theirs.slot / wire::kRowsPerPage) << "they are no neighbours";
  const Digest seen = own.path.pageRowHashes[theirs.slot % wire::kRowsPerPage];
  const auto opens = [&](const Digest& salt) {
    return seen == wire::rowHash(wire::AccountRow::kTable, salt, theirs.row);
  };
  ASSERT_TRUE(opens(theirs.salt))
      << "with its salt a balance can be tried out: else this would prove nothing";

  const U128 balance = kSupply - kSold;
  Bytes digits(6);
  std::memcpy(digits.data(), &balance, digits.size());
  ASSERT_TRUE(holds(theirs.row, digits));
  for (const Bytes* known : {&mine, &genesis}) {
    EXPECT_FALSE(holds(*known, digits));
    EXPECT_FALSE(holds(*known, theirs.row));
    EXPECT_FALSE(holds(*known, theirs.salt.view()));
  }
  // Nor does anything in them make the salt.
  EXPECT_FALSE(opens(own.salt));
  for (const Bytes* known : {&mine, &genesis})
    for (std::size_t at = 0; at + Digest::kSizeBytes <= known->size(); ++at) {
      wire::StateSecret::Value secret;
      std::memcpy(secret.bytes.data(), known->data() + at, secret.bytes.size());
      const wire::RowSalts salts{wire::StateSecret(secret)};
      ASSERT_FALSE(opens(salts.of(wire::AccountRow::kTable, theirs.slot))) << at;
    }
}

TEST_F(Privacy, TheStateSecretIsGivenToNobody) {
  const auto secret =
      cluster::loadStateSecret(attacked().folder().layout.root, attacked().folder().genesis).value();
  EXPECT_FALSE(holds(api().getBytes("/query/genesis").value(), secret.reveal().view()));
  EXPECT_FALSE(holds(ownProof(attacked().person("holder")), secret.reveal().view()));
}

TEST_F(Privacy, AnotherHoldersProofIsNotHandedOut) {
  const IdentityId seller = api().identityOf(issuer().publicKey()).value();
  EXPECT_EQ(std::string(api().proof(kSymbol, seller).error().code), "auth.required");
  ASSERT_TRUE(api().signIn(attacked().person("holder"), attacked().genesis()));
  EXPECT_EQ(std::string(api().proof(kSymbol, seller).error().code), "auth.forbidden");
  ASSERT_TRUE(api().signIn(attacked().person("custodian"), attacked().genesis()));
  EXPECT_EQ(std::string(api().proof(kSymbol, seller).error().code), "auth.forbidden");
}

}  // namespace
}  // namespace aurigraph::attacks
