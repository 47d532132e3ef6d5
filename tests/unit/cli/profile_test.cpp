#include "app/aurigraph/profile.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <sstream>

#include "app/aurigraph/keys.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::cli {
namespace {

using aurigraph::test::TemporaryFolder;

Digest digestOf(std::uint8_t byte) {
  Digest out;
  out.bytes.fill(byte);
  return out;
}

client::SignedIn signedIn(std::chrono::hours left) {
  const auto until = std::chrono::system_clock::now().time_since_epoch() + left;
  return {.token = "secret",
          .expiresAt = Nanoseconds(until / std::chrono::nanoseconds(1)),
          .identity = IdentityId(3),
          .name = "ann",
          .roles = {}};
}

class ProfileFolder : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path profile() const { return folder_.path() / "profile"; }
  void make(const std::string& gateway = "https://127.0.0.1:9443", std::uint8_t genesis = 7) const {
    const auto saved = saveProfile(profile(), gateway, "PEM", digestOf(genesis));
    ASSERT_TRUE(saved) << saved.error().message;
  }
  TemporaryFolder folder_;
};

TEST_F(ProfileFolder, WhatWasSavedIsLoaded) {
  make();
  const auto loaded = Profile::load(profile());
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(loaded->host, "127.0.0.1");
  EXPECT_EQ(loaded->port, 9443);
  EXPECT_EQ(loaded->gatewayUrl(), "https://127.0.0.1:9443");
  EXPECT_EQ(loaded->authorityPem, "PEM");
  EXPECT_EQ(loaded->genesis, digestOf(7));
  EXPECT_TRUE(loaded->token.empty());
}

TEST_F(ProfileFolder, AMissingOneSaysWhatToType) {
  const auto loaded = Profile::load(profile());
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, "profile.missing");
  EXPECT_NE(loaded.error().message.find(profile().string()), std::string::npos);
  EXPECT_NE(loaded.error().remedy.find("aurigraph login --cluster"), std::string::npos);
  EXPECT_NE(loaded.error().remedy.find("aurigraph login --gateway"), std::string::npos);
}

TEST_F(ProfileFolder, DamagedOnesAreRefused) {
  for (const char* content :
       {"", "[]", "{}", "{\"gateway\":\"https://h:1\"}", "{\"gateway\":5,\"genesis\":7}",
        "{\"gateway\":\"https://h:1\",\"genesis\":\"07\"}", "\xff{"}) {
    make();
    std::ofstream(profile() / "profile.json") << content;
    const auto loaded = Profile::load(profile());
    ASSERT_FALSE(loaded) << content;
    EXPECT_EQ(loaded.error().code, "profile.malformed") << content;
  }
}

TEST_F(ProfileFolder, ASignInIsForItsOwnerAloneAndEnds) {
  make();
  ASSERT_TRUE(saveToken(profile(), signedIn(std::chrono::hours(1))));
  EXPECT_EQ(Profile::load(profile())->token, "secret");
  EXPECT_TRUE(requireSignIn(*Profile::load(profile())));
  EXPECT_EQ(std::filesystem::status(profile() / "token.json").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  ASSERT_TRUE(saveToken(profile(), signedIn(std::chrono::hours(-1))));
  const auto expired = Profile::load(profile());
  EXPECT_TRUE(expired->token.empty());
  const auto refused = requireSignIn(*expired);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "profile.not_signed_in");
  EXPECT_NE(refused.error().remedy.find("aurigraph login --profile " + profile().string()),
            std::string::npos);
}

TEST_F(ProfileFolder, ASignInIsNeverShownToAnotherClusterOrGateway) {
  make();
  ASSERT_TRUE(saveToken(profile(), signedIn(std::chrono::hours(1))));
  make();
  EXPECT_EQ(Profile::load(profile())->token, "secret") << "the same cluster again keeps it";
  make("https://127.0.0.1:9444");
  EXPECT_TRUE(Profile::load(profile())->token.empty());
  ASSERT_TRUE(saveToken(profile(), signedIn(std::chrono::hours(1))));
  make("https://127.0.0.1:9444", 8);
  EXPECT_TRUE(Profile::load(profile())->token.empty());
}

TEST_F(ProfileFolder, TheDefaultKeyOutlivesAnotherCluster) {
  make();
  auto loaded = Profile::load(profile());
  loaded->key = "/keys/ann.agkey";
  loaded->passphraseFile = "/keys/words.txt";
  ASSERT_TRUE(loaded->save());
  make("https://127.0.0.1:9444", 8);
  EXPECT_EQ(Profile::load(profile())->key, "/keys/ann.agkey");
  EXPECT_EQ(Profile::load(profile())->passphraseFile, "/keys/words.txt");
}

TEST(GatewayAddresses, AreReadInTheirUsualForms) {
  const auto expect = [](std::string_view text, std::string_view host, std::uint16_t port) {
    const auto address = parseGateway(text);
    ASSERT_TRUE(address) << text;
    EXPECT_EQ(address->host, host) << text;
    EXPECT_EQ(address->port, port) << text;
  };
  expect("https://127.0.0.1:8443", "127.0.0.1", 8443);
  expect("https://ledger.example/", "ledger.example", 8443);
  expect("127.0.0.1:1", "127.0.0.1", 1);
  expect("https://[::1]:65535", "::1", 65535);
  for (const char* text :
       {"", "https://", "http://h:1", "https://h:0", "https://h:65536", "https://h:x",
        "https://h:", "https://h/path", "https://user@h", "https://[::1", "https://h:1:2", "h\nx:1"})
    EXPECT_FALSE(parseGateway(text)) << text;
}

TEST_F(ProfileFolder, AKeyIsSealedListedOpenedAndNeverReplaced) {
  const auto file = keyFileFor(profile(), "ann").value();
  const auto made = makeKey(file, "ann", Passphrase("correct horse"), {.logN = crypto::KeystoreCost::kLeast});
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto again = makeKey(file, "ann", Passphrase("another"), {.logN = crypto::KeystoreCost::kLeast});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, "key.exists");
  ASSERT_EQ(listKeys(profile()).size(), 1U);
  EXPECT_EQ(listKeys(profile())[0].facts.publicKey, made->facts.publicKey);

  const auto words = folder_.path() / "words.txt";
  std::ofstream(words) << "correct horse\nsecond line\n";
  const auto opened = openKeyFile(profile(), "ann", words);
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(opened->key.publicKey(), made->facts.publicKey);
  std::ofstream(words) << "wrong\n";
  EXPECT_EQ(openKeyFile(profile(), "ann", words).error().code, "keystore.wrong_passphrase");
}

TEST_F(ProfileFolder, KeysAreNamedOrGivenByPathAndNeverLeaveTheFolderByName) {
  for (const char* name : {"", ".", "..", "../ann", "a/b", ".hidden", "ann b", "\n"})
    EXPECT_FALSE(keyFileFor(profile(), name)) << name;
  EXPECT_EQ(findKey(profile(), "elsewhere/ann.agkey").value(), "elsewhere/ann.agkey");
  const auto unknown = findKey(profile(), "nobody");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, "key.unknown");
}

TEST_F(ProfileFolder, AShortPassphraseIsRefusedForANewKey) {
  const auto words = folder_.path() / "words.txt";
  std::ofstream(words) << "short\n";
  const auto chosen = choosePassphrase(words);
  ASSERT_FALSE(chosen);
  EXPECT_EQ(chosen.error().code, "passphrase.too_short");
}

}  // namespace
}  // namespace aurigraph::cli
