#include "app/sim/signatures.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "core/base/assert.h"
#include "core/base/byte_io.h"

namespace aurigraph::sim {
namespace {

constexpr std::size_t kKeys = 256;

Signature keyedHash(const PublicKey& key, const Digest& digest) {
  Signature out;
  std::uint64_t state = 0xA0761D6478BD642FULL;
  const auto absorb = [&](ByteView bytes) {
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
      state ^= loadAt<std::uint64_t>(bytes, at);
      state *= 0xE7037ED1A0B428DBULL;
      state ^= state >> 32;
    }
  };
  absorb(key.view());
  absorb(digest.view());
  for (std::size_t at = 0; at < out.bytes.size(); at += 8) {
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t word = state * 0xBF58476D1CE4E5B9ULL;
    word ^= word >> 31;
    std::memcpy(out.bytes.data() + at, &word, sizeof(word));
  }
  return out;
}

}  // namespace

Signature Signatures::sign(const crypto::SigningKey& key, const Digest& digest) const {
  return cheap_ ? keyedHash(key.publicKey(), digest) : key.sign(digest);
}

bool Signatures::verify(const PublicKey& key, const Digest& digest, const Signature& signature) const {
  return cheap_ ? keyedHash(key, digest) == signature : crypto::verify(key, digest, signature);
}

std::string_view Signatures::verifyBatch(const wire::BatchHeader& header, ByteView body) const {
  const auto root = wire::bodyRoot(header.kind, header.count, body);
  if (!root || *root != header.bodyRoot) return "batch.bad_body_root";
  return verify(header.author, header.signingDigest(), header.signature) ? "" : "batch.bad_signature";
}

bool Signatures::verify(const wire::Certificate& certificate, const wire::VoterSet& voters) const {
  if (!wire::checkVotes(certificate, voters)) return false;
  const Digest digest = certificate.statement.signingDigest();
  return std::ranges::all_of(certificate.votes, [&](const wire::Certificate::Vote& vote) {
    return verify(voters.find(vote.voter)->key, digest, vote.signature);
  });
}

void Signatures::resign(Bytes& batch, const crypto::SigningKey& key) const {
  if (!cheap_) return;
  const auto header = wire::parseBatch(batch);
  AG_ASSERT(header.has_value());
  const Signature signature = sign(key, header->signingDigest());
  std::ranges::copy(signature.bytes, batch.begin() + offsetof(wire::BatchHeader, signature));
}

const crypto::SigningKey& keyNumber(std::size_t number) {
  static const std::vector<crypto::SigningKey> keys = [] {
    std::vector<crypto::SigningKey> out;
    for (std::size_t at = 0; at < kKeys; ++at) {
      crypto::Seed seed;
      seed.bytes.fill(static_cast<std::uint8_t>(at));
      out.push_back(crypto::SigningKey::fromSeed(seed));
    }
    return out;
  }();
  return keys.at(number);
}

}  // namespace aurigraph::sim
