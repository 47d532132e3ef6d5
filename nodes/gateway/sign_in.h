#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"

namespace aurigraph::gateway {

struct SignInOptions {
  Nanoseconds challengeLife = Nanoseconds(60'000'000'000);
  Nanoseconds sessionLife = Nanoseconds(8LL * 3'600'000'000'000);
  std::size_t maxChallenges = 10'000;  ///< Waiting at once; the oldest goes first.
  std::size_t maxSessions = 10'000;
};

/// Challenges and bearer tokens (R-SEC-3). A token says who; what that key may read is asked of the
/// ledger each time. Only digests of tokens are kept. Safe from any thread.
class SignIn {
 public:
  /// `now`: UTC. Randomness is OpenSSL's.
  SignIn(Digest genesis, SignInOptions options, std::function<Nanoseconds()> now);

  struct Challenge {
    Digest value;
    Nanoseconds expiresAt;
  };
  Challenge challenge(const PublicKey& key);

  struct Session {
    std::string token;  ///< 64 hex digits.
    Nanoseconds expiresAt;
  };
  /// A challenge is used up by the attempt, good or bad. Errors: auth.challenge_unknown, auth.bad_signature.
  Result<Session> open(const PublicKey& key, const Digest& challenge, const Signature& signature);

  struct Entry {
    PublicKey key;
    Nanoseconds expiresAt;
  };
  /// Whose token it is and until when, if it is good.
  std::optional<Entry> sessionOf(std::string_view token);
  std::optional<PublicKey> keyOf(std::string_view token);
  void close(std::string_view token);

 private:
  static void makeRoom(std::map<Digest, Entry>& entries, std::size_t atMost, Nanoseconds now);

  Digest genesis_;
  SignInOptions options_;
  std::function<Nanoseconds()> now_;
  std::mutex mutex_;                    // guards what follows
  std::map<Digest, Entry> challenges_;  // by value
  std::map<Digest, Entry> sessions_;    // by SHA-256 of the token
};

}  // namespace aurigraph::gateway
