#include "app/training/person.h"

namespace aurigraph::training {

Result<std::unique_ptr<Person>> Person::arrive(std::string name, const client::ClientOptions& gateway,
                                               const crypto::SigningKey& key, const Digest& genesis) {
  std::unique_ptr<Person> person(new Person(std::move(name), key));
  auto api = client::ApiClient::create(gateway);
  if (!api) return propagate(api);
  person->api_ = std::move(*api);
  const auto signedIn = person->api_->signIn(key, genesis);
  if (!signedIn) return propagate(signedIn);
  person->identity_ = signedIn->identity;
  person->author_.emplace(*person->api_, key, genesis);
  return person;
}

Status Person::note(const Result<client::BatchReply>& reply, std::chrono::steady_clock::time_point sent) {
  if (!reply) return propagate(reply);
  const auto took = std::chrono::steady_clock::now() - sent;
  if (auto status = client::asStatus(*reply); !status) return status;
  if (!reply->final)
    return fail("demo.not_final", "An operation was executed, but no certificate came for it.",
                "See the validators' logs.");
  finality_.push_back(std::chrono::duration_cast<std::chrono::microseconds>(took).count());
  lastHeight_ = reply->height;
  return {};
}

Status Person::doFinal(const wire::AnyCommand& command) {
  const auto sent = std::chrono::steady_clock::now();
  return note(author_->send(command, client::Wait::kFinal), sent);
}

Status Person::transferFinal(const wire::Transfer& transfer) {
  const auto sent = std::chrono::steady_clock::now();
  return note(author_->send(std::span(&transfer, 1), client::Wait::kFinal), sent);
}

}  // namespace aurigraph::training
