// What a submitter says of itself and of its record makes neither of them better.

#include "tests/attacks/attacked_records.h"

namespace aurigraph::attacks {
namespace {

constexpr std::string_view kRegister = "self-attested:";

class SelfAttestedRecords : public RecordAttack {
 protected:
  static std::string parcel(std::string_view name) { return std::string(kRegister) + std::string(name); }
  static Digest thief() { return test::filled<Digest>(0x77); }
  [[nodiscard]] wire::Record valuationOf(std::string assetKey) const {
    wire::Record out = titleOf(std::move(assetKey), thief());
    out.kind = wire::RecordKind::kPropertyValuation;
    out.fields = {test::textField("country", "US"), test::numberField("high", 1'100'000, "USD"),
                  test::numberField("low", 900'000, "USD"), test::numberField("value", 1'000'000, "USD")};
    return out;
  }
};

TEST_F(SelfAttestedRecords, AnIssuerCannotSubmitARecord) {
  const auto castle = boasting(titleOf(parcel("castle"), rightOwner()));
  for (const auto& each : cluster::firstPeople())
    EXPECT_EQ(codeWhen(attacked().person(each.name), submitting(castle)), "permission.missing") << each.name;
  EXPECT_EQ(codeOfReading(castle.id()), "query.unknown_record");
}

TEST_F(SelfAttestedRecords, NobodySubmitsARecordForTheSlimNode) {
  const auto castle = boasting(titleOf(parcel("manor"), rightOwner()));
  EXPECT_EQ(codeWhen(test::keyNumber(0xEE), submitting(castle)), "batch.unknown_author");
  const auto withoutSignature =
      wire::draftCommands(draft(), encoded({submitting(castle)}), attacked().slimKey().publicKey());
  EXPECT_EQ(codeOf(send(withoutSignature)), "batch.bad_signature");
  Bytes forged = signedBy(attacked().person("issuer"), {submitting(castle)});
  const PublicKey author = attacked().slimKey().publicKey();
  std::ranges::copy(author.bytes, forged.begin() + offsetof(wire::BatchHeader, author));
  EXPECT_EQ(codeOf(send(forged)), "batch.bad_signature");
  EXPECT_EQ(codeOfReading(castle.id()), "query.unknown_record");
}

TEST_F(SelfAttestedRecords, ASlimNodesRecordCountsOnlyAsFarAsItsSourceIsBelieved) {
  const auto all =
      admit({poorTitleOf(parcel("plain"), rightOwner()), boasting(poorTitleOf(parcel("boast"), rightOwner())),
             boasting(titleOf(parcel("known"), rightOwner()))});
  const Admitted& plain = all[0];
  const Admitted& boast = all[1];
  const Admitted& known = all[2];
  ASSERT_GT(known.score, plain.score) << "the same words count where they may: else this would prove nothing";
  EXPECT_EQ(boast.score, plain.score);
  EXPECT_EQ(boast.band, plain.band);
  EXPECT_NE(boast.band, "ACCEPT");
  EXPECT_EQ(boast.origin, "SIMULATED");
  EXPECT_EQ(boast.inputs.tier, wire::SourceTier::kScraped);
  EXPECT_EQ(boast.inputs.transport, wire::TransportFacts());
  EXPECT_EQ(known.origin, "SIMULATED") << "a simulated source says nothing real, whatever its record says";
  EXPECT_FALSE(known.inputs.transport.payloadSigned) << "nobody knows a key of this source";
}

TEST_F(SelfAttestedRecords, AnOwnersHashInARecordCountsForNothing) {
  wire::Record claiming = titleOf(parcel("claims"), thief());
  claiming.fetch.facts = {{"asset_stopped", false}, {"spv_owner_hash", thief()}, {"venue_known", true}};
  const auto all =
      admit({titleOf(parcel("stolen"), thief()), claiming, titleOf(parcel("honest"), rightOwner())});
  ASSERT_GT(all[2].score, all[0].score) << "whose the title is counts: else this would prove nothing";
  EXPECT_EQ(all[1].score, all[0].score);
  EXPECT_EQ(all[1].band, all[0].band);
  EXPECT_EQ(all[1].inputs.facts, all[0].inputs.facts);
}

TEST_F(SelfAttestedRecords, ASecondValuationInTheFirstOneCountsForNothing) {
  wire::Record claiming = valuationOf(parcel("twice"));
  const wire::Quantity agreed{Decimal::of(1'000'000), "USD"};
  claiming.fetch.facts = {{"median_30d", agreed}, {"second_price", agreed}, {"second_valuation", agreed}};
  const auto all = admit({valuationOf(parcel("once")), claiming});
  EXPECT_EQ(all[1].score, all[0].score);
  EXPECT_EQ(all[1].inputs.independentSources, 1);
  EXPECT_EQ(all[1].inputs.facts, all[0].inputs.facts);
}

TEST_F(SelfAttestedRecords, AWaitingRecordIsNotLaunderedByASecondCopy) {
  const auto waiting = poorTitleOf(parcel("laundered"), rightOwner());
  const auto first = admit(waiting);
  ASSERT_EQ(first.decision, "WAITING") << "else this would prove nothing";
  auto copy = boasting(waiting);
  copy.retrievedAt.value += 1;
  const auto second = admit(copy);
  EXPECT_EQ(second.decision, "WAITING");
  EXPECT_EQ(second.band, first.band);
  EXPECT_LE(second.score, first.score);
  EXPECT_EQ(second.origin, "SIMULATED");
}

}  // namespace
}  // namespace aurigraph::attacks
