#include "nodes/gateway/sign_in.h"

#include <openssl/rand.h>

#include <algorithm>

#include "core/base/assert.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/sha256.h"
#include "core/wire/sign_in.h"

namespace aurigraph::gateway {

namespace {

Digest randomDigest() {
  Digest out;
  AG_ASSERT(RAND_bytes(out.bytes.data(), static_cast<int>(out.bytes.size())) == 1);
  return out;
}

}  // namespace

SignIn::SignIn(Digest genesis, SignInOptions options, std::function<Nanoseconds()> now)
    : genesis_(genesis), options_(options), now_(std::move(now)) {}

void SignIn::makeRoom(std::map<Digest, Entry>& entries, std::size_t atMost, Nanoseconds now) {
  if (entries.size() < atMost) return;
  std::erase_if(entries, [&](const auto& entry) { return entry.second.expiresAt <= now; });
  if (entries.size() < atMost) return;
  entries.erase(std::min_element(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    return a.second.expiresAt < b.second.expiresAt;
  }));
}

SignIn::Challenge SignIn::challenge(const PublicKey& key) {
  const auto now = now_();
  const Challenge out{.value = randomDigest(),
                      .expiresAt = Nanoseconds(now.value + options_.challengeLife.value)};
  const std::lock_guard lock(mutex_);
  makeRoom(challenges_, options_.maxChallenges, now);
  challenges_[out.value] = {key, out.expiresAt};
  return out;
}

Result<SignIn::Session> SignIn::open(const PublicKey& key, const Digest& challenge,
                                     const Signature& signature) {
  const auto now = now_();
  {
    const std::lock_guard lock(mutex_);
    const auto found = challenges_.find(challenge);
    const bool good = found != challenges_.end() && found->second.key == key && found->second.expiresAt > now;
    if (found != challenges_.end()) challenges_.erase(found);
    if (!good)
      return fail("auth.challenge_unknown",
                  "This challenge is not open for this key: unknown, used or too old.",
                  "Ask for a new challenge and sign that.");
  }
  if (!crypto::verify(key, wire::signInDigest(genesis_, key, challenge), signature))
    return fail("auth.bad_signature", "The signature over the challenge does not hold.",
                "Sign with the key that the challenge is for, and for this cluster's genesis.");
  Session out{.token = toHex(randomDigest().view()),
              .expiresAt = Nanoseconds(now.value + options_.sessionLife.value)};
  const std::lock_guard lock(mutex_);
  makeRoom(sessions_, options_.maxSessions, now);
  sessions_[crypto::sha256(asBytes(out.token))] = {key, out.expiresAt};
  return out;
}

std::optional<SignIn::Entry> SignIn::sessionOf(std::string_view token) {
  if (token.size() != 2 * Digest::kSizeBytes) return std::nullopt;
  const auto now = now_();
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(crypto::sha256(asBytes(token)));
  if (found == sessions_.end()) return std::nullopt;
  if (found->second.expiresAt <= now) {
    sessions_.erase(found);
    return std::nullopt;
  }
  return found->second;
}

std::optional<PublicKey> SignIn::keyOf(std::string_view token) {
  const auto session = sessionOf(token);
  if (!session) return std::nullopt;
  return session->key;
}

void SignIn::close(std::string_view token) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(crypto::sha256(asBytes(token)));
}

}  // namespace aurigraph::gateway
