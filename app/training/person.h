#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "nodes/client/author.h"
#include "nodes/client/client.h"

namespace aurigraph::training {

/// One person of the demo: an own key, an own connection, an own sign-in. Nobody shares anything.
class Person {
 public:
  /// Connects and signs in. Errors: those of the client.
  static Result<std::unique_ptr<Person>> arrive(std::string name, const client::ClientOptions& gateway,
                                                const crypto::SigningKey& key, const Digest& genesis);

  /// Signs, sends, waits for the certificate, and notes how long that took.
  Status doFinal(const wire::AnyCommand& command);
  Status transferFinal(const wire::Transfer& transfer);

  [[nodiscard]] client::ApiClient& api() { return *api_; }
  [[nodiscard]] const crypto::SigningKey& key() const { return key_; }
  [[nodiscard]] IdentityId identity() const { return identity_; }
  [[nodiscard]] const std::vector<std::int64_t>& finalityMicroseconds() const { return finality_; }
  /// Height of the block of the last operation.
  [[nodiscard]] Height lastHeight() const { return lastHeight_; }

 private:
  Person(std::string name, const crypto::SigningKey& key) : name_(std::move(name)), key_(key) {}
  Status note(const Result<client::BatchReply>& reply, std::chrono::steady_clock::time_point sent);

  std::string name_;
  crypto::SigningKey key_;
  std::unique_ptr<client::ApiClient> api_;
  std::optional<client::Author> author_;
  IdentityId identity_;
  std::vector<std::int64_t> finality_;
  Height lastHeight_;
};

}  // namespace aurigraph::training
