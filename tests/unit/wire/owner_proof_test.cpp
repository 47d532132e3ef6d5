#include "core/wire/owner_proof.h"

#include <gtest/gtest.h>

namespace aurigraph::wire {
namespace {

Digest filled(std::uint8_t value) {
  Digest out;
  out.bytes.fill(value);
  return out;
}

CertifiedOwner sample() {
  CertifiedOwner out;
  out.owner.checkpoint = Height(12);
  out.owner.slot = 37;
  out.owner.token = TokenId(7);
  out.owner.holder = IdentityId(9);
  out.owner.privatePart = filled(1);
  out.owner.path = {{filled(2), filled(3)}, 5, {filled(4)}, {filled(5), filled(6)}};
  out.certificate.statement.height = Height(14);
  out.certificate.votes = {{NodeId(1), {}}, {NodeId(3), {}}};
  return out;
}

TEST(OwnerProof, ComesBackAsItWentAndOnlyWhole) {
  const Bytes bytes = encode(sample());
  const auto back = decodeCertifiedOwner(bytes);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(*back, sample());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decodeCertifiedOwner(ByteView(bytes).first(size))) << size;
  Bytes longer = bytes;
  longer.push_back(0);
  EXPECT_EQ(decodeCertifiedOwner(longer).error().code, "owner.malformed");
}

TEST(OwnerProof, HasOneEncoding) {
  const Bytes bytes = encode(sample());
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    Bytes changed = bytes;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
    const auto decoded = decodeCertifiedOwner(changed);
    EXPECT_TRUE(!decoded || encode(*decoded) == changed) << bit;
  }
}

TEST(OwnerProof, ASlotHasItsPlaceInAHandle) {
  auto proof = sample();
  proof.owner.slot = (std::uint64_t{1} << 48) + 37;
  EXPECT_EQ(decodeCertifiedOwner(encode(proof)).error().code, "owner.malformed");
}

}  // namespace
}  // namespace aurigraph::wire
