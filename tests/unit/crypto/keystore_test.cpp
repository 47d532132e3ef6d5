#include "core/crypto/keystore.h"

#include <gtest/gtest.h>

namespace aurigraph::crypto {
namespace {

constexpr KeystoreCost kCheap{KeystoreCost::kLeast};

SigningKey someKey(std::uint8_t first) {
  Seed seed;
  seed.bytes.fill(first);
  return SigningKey::fromSeed(seed);
}

KeystoreEntropy entropyOf(std::uint8_t first) {
  KeystoreEntropy entropy;
  entropy.salt.bytes.fill(first);
  entropy.nonce.bytes.fill(static_cast<std::uint8_t>(first + 1));
  return entropy;
}

Bytes sealed() {
  return *sealKey(someKey(1), "Ada Lovelace", "a long sentence", entropyOf(9), kCheap);
}

TEST(Keystore, OpensWithItsPassphraseAndGivesTheSameKey) {
  const auto opened = openKey(sealed(), "a long sentence");
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(opened->name, "Ada Lovelace");
  EXPECT_EQ(opened->key.seed(), someKey(1).seed());
  const auto facts = readKeystore(sealed());
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->publicKey, someKey(1).publicKey());
}

TEST(Keystore, AWrongPassphraseIsRefused) {
  for (const char* wrong : {"a long sentencf", "a long sentence ", "A long sentence", "x"}) {
    const auto opened = openKey(sealed(), wrong);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, "keystore.wrong_passphrase");
  }
  EXPECT_EQ(openKey(sealed(), "").error().code, "keystore.bad_passphrase");
}

TEST(Keystore, EveryFlippedBitIsRefused) {
  const Bytes good = sealed();
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    Bytes bad = good;
    bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    const auto opened = openKey(bad, "a long sentence");
    ASSERT_FALSE(opened) << "bit " << bit;
    EXPECT_TRUE(opened.error().code == "keystore.malformed" ||
                opened.error().code == "keystore.wrong_passphrase")
        << opened.error().code;
  }
}

TEST(Keystore, EveryTruncationIsRefused) {
  const Bytes good = sealed();
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_EQ(openKey(ByteView(good).first(size), "a long sentence").error().code, "keystore.malformed");
  Bytes longer = good;
  longer.push_back(0);
  EXPECT_EQ(openKey(longer, "a long sentence").error().code, "keystore.malformed");
}

TEST(Keystore, RuinousCostsAreNeverWorkedOn) {
  for (const std::uint8_t logN : {0, 1, 9, 21, 63, 255}) {
    Bytes bad = sealed();
    bad[6] = logN;
    EXPECT_EQ(openKey(bad, "a long sentence").error().code, "keystore.malformed");
    EXPECT_EQ(sealKey(someKey(1), "Ada", "x", entropyOf(1), KeystoreCost{logN}).error().code,
              "keystore.bad_cost");
  }
}

TEST(Keystore, NamesAreForPeople) {
  for (const std::string& name : {std::string(), std::string(65, 'x'), std::string("two\nlines")})
    EXPECT_EQ(sealKey(someKey(1), name, "x", entropyOf(1), kCheap).error().code, "keystore.bad_name");
}

}  // namespace
}  // namespace aurigraph::crypto
