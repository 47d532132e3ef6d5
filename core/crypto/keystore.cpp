#include "core/crypto/keystore.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <algorithm>
#include <memory>

#include "core/base/assert.h"
#include "core/base/byte_io.h"

namespace aurigraph::crypto {
namespace {

constexpr std::uint32_t kMagic = 0x534B'4741;  // "AGKS"
constexpr std::uint16_t kFormat = 1;
constexpr std::size_t kSealedBytes = 32;
constexpr std::size_t kTagBytes = 16;
constexpr std::uint64_t kScryptR = 8;
constexpr std::uint64_t kScryptP = 1;

/// Wiped when it goes.
struct SealingKey {
  std::array<std::uint8_t, 32> bytes{};
  ~SealingKey() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
};

struct ContextDeleter {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using ContextPtr = std::unique_ptr<EVP_CIPHER_CTX, ContextDeleter>;

tl::unexpected<Error> malformed() {
  return fail("keystore.malformed", "This file is no sealed key.",
              "Give the .agkey file that `aurigraph key` wrote, or its backup.");
}

bool isName(std::string_view name) {
  return !name.empty() && name.size() <= kMaxKeyNameBytes &&
         std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
}

/// Everything before the sealed seed; the seal covers it.
Bytes openPart(std::string_view name, const PublicKey& publicKey, const KeystoreEntropy& entropy,
               KeystoreCost cost) {
  ByteWriter out;
  out.integer(kMagic).integer(kFormat).integer(cost.logN).integer(std::uint8_t{0});
  out.fixed(entropy.salt).fixed(entropy.nonce).fixed(publicKey).text(name);
  return out.take();
}

Status derive(std::string_view passphrase, const KeystoreEntropy& entropy, KeystoreCost cost,
              SealingKey& out) {
  if (passphrase.empty() || passphrase.size() > kMaxPassphraseBytes)
    return fail("keystore.bad_passphrase", "The passphrase is empty or longer than 1,024 bytes.",
                "Choose a sentence that only you know.");
  const std::uint64_t n = std::uint64_t{1} << cost.logN;
  const std::uint64_t memory = 128 * kScryptR * (n + kScryptP + 2);
  if (EVP_PBE_scrypt(passphrase.data(), passphrase.size(), entropy.salt.bytes.data(),
                     entropy.salt.bytes.size(), n, kScryptR, kScryptP, memory, out.bytes.data(),
                     out.bytes.size()) != 1) {
    ERR_clear_error();
    return fail("keystore.failed", "The passphrase could not be worked on: not enough memory.",
                "Close other programs and try again.");
  }
  return {};
}

struct Parsed {
  KeystoreFacts facts;
  KeystoreEntropy entropy;
  ByteView open;    ///< What the seal covers beside the seed.
  ByteView sealed;  ///< Encrypted seed.
  ByteView tag;
};

Result<Parsed> parse(ByteView file) {
  ByteReader in(file);
  Parsed out;
  const auto magic = in.integer<std::uint32_t>();
  const auto format = in.integer<std::uint16_t>();
  out.facts.cost.logN = in.integer<std::uint8_t>();
  const auto reserved = in.integer<std::uint8_t>();
  out.entropy.salt = in.fixed<decltype(out.entropy.salt)>();
  out.entropy.nonce = in.fixed<decltype(out.entropy.nonce)>();
  out.facts.publicKey = in.fixed<PublicKey>();
  out.facts.name = in.text(kMaxKeyNameBytes);
  out.open = file.first(in.position());
  out.sealed = in.raw(kSealedBytes);
  out.tag = in.raw(kTagBytes);
  if (!in.finished() || magic != kMagic || format != kFormat || reserved != 0 || !isName(out.facts.name) ||
      out.facts.cost.logN < KeystoreCost::kLeast || out.facts.cost.logN > KeystoreCost::kMost)
    return malformed();
  return out;
}

}  // namespace

Result<Bytes> sealKey(const SigningKey& key, std::string_view name, std::string_view passphrase,
                      const KeystoreEntropy& entropy, KeystoreCost cost) {
  if (!isName(name))
    return fail("keystore.bad_name", "A key's name has 1 to 64 bytes and no control characters.",
                "Name the person, for example \"Ada Lovelace\".");
  if (cost.logN < KeystoreCost::kLeast || cost.logN > KeystoreCost::kMost)
    return fail("keystore.bad_cost", "The cost must lie between 10 and 20.", "Leave it at its default.");
  SealingKey sealing;
  if (auto derived = derive(passphrase, entropy, cost, sealing); !derived) return propagate(derived);

  Bytes out = openPart(name, key.publicKey(), entropy, cost);
  Seed seed = key.seed();
  std::array<std::uint8_t, kSealedBytes> sealed;
  std::array<std::uint8_t, kTagBytes> tag;
  const ContextPtr context(EVP_CIPHER_CTX_new());
  int size = 0;
  const bool done =
      context != nullptr &&
      EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, sealing.bytes.data(),
                         entropy.nonce.bytes.data()) == 1 &&
      EVP_EncryptUpdate(context.get(), nullptr, &size, out.data(), static_cast<int>(out.size())) == 1 &&
      EVP_EncryptUpdate(context.get(), sealed.data(), &size, seed.bytes.data(), kSealedBytes) == 1 &&
      EVP_EncryptFinal_ex(context.get(), nullptr, &size) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, tag.data()) == 1;
  OPENSSL_cleanse(seed.bytes.data(), seed.bytes.size());
  AG_ASSERT(done);
  out.insert(out.end(), sealed.begin(), sealed.end());
  out.insert(out.end(), tag.begin(), tag.end());
  return out;
}

Result<KeystoreFacts> readKeystore(ByteView file) {
  auto parsed = parse(file);
  if (!parsed) return propagate(parsed);
  return std::move(parsed->facts);
}

Result<OpenedKey> openKey(ByteView file, std::string_view passphrase) {
  auto parsed = parse(file);
  if (!parsed) return propagate(parsed);
  SealingKey sealing;
  if (auto derived = derive(passphrase, parsed->entropy, parsed->facts.cost, sealing); !derived)
    return propagate(derived);
  Seed seed;
  Bytes tag = toBytes(parsed->tag);
  const ContextPtr context(EVP_CIPHER_CTX_new());
  int size = 0;
  const bool opened =
      context != nullptr &&
      EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, sealing.bytes.data(),
                         parsed->entropy.nonce.bytes.data()) == 1 &&
      EVP_DecryptUpdate(context.get(), nullptr, &size, parsed->open.data(),
                        static_cast<int>(parsed->open.size())) == 1 &&
      EVP_DecryptUpdate(context.get(), seed.bytes.data(), &size, parsed->sealed.data(), kSealedBytes) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) == 1 &&
      EVP_DecryptFinal_ex(context.get(), nullptr, &size) == 1;
  ERR_clear_error();
  const auto refuse = [&] {
    OPENSSL_cleanse(seed.bytes.data(), seed.bytes.size());
    return fail("keystore.wrong_passphrase", "The passphrase is wrong, or the file is damaged.",
                "Type the passphrase again; if it is right, restore the file from your backup.");
  };
  if (!opened) return refuse();
  const SigningKey key = SigningKey::fromSeed(seed);
  if (key.publicKey() != parsed->facts.publicKey) return refuse();
  OPENSSL_cleanse(seed.bytes.data(), seed.bytes.size());
  return OpenedKey{std::move(parsed->facts.name), key};
}

}  // namespace aurigraph::crypto
