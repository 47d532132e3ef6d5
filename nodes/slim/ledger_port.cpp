#include "nodes/slim/ledger_port.h"

#include <utility>

#include "core/base/assert.h"
#include "nodes/client/answers.h"
#include "nodes/client/field_reader.h"

namespace aurigraph::slim {
namespace {

/// This node cannot help now; another may.
bool isAboutTheNode(const Error& error) {
  return error.code == "client.unreachable" || error.code == "client.timeout" ||
         error.code == "client.untrusted_server" || error.code == "node.busy" ||
         error.code == "node.recovering" || error.code == "evidence.unavailable";
}

constexpr std::string_view kUnknownSource = "query.unknown_source";

/// An item of /query/sources (docs/formats/gateway.md). The gateway's word: where it says too much, the
/// ledger believes less.
Result<SourceWord> sourceWordOf(const boost::json::value& answer) {
  SourceWord out;
  if (!answer.is_object()) return client::badAnswer("no source");
  const boost::json::object& object = answer.get_object();
  client::FieldReader reader(object);
  wire::SourceTerms::fields(out.terms, reader);
  const auto* paused = object.if_contains("paused");
  const auto records = client::numberIn(answer, "records_in_hour");
  if (!reader.ok() || !out.terms.canonical() || paused == nullptr || !paused->is_bool() || !records ||
      *records > UINT32_MAX)
    return client::badAnswer("no source's terms");
  out.paused = paused->get_bool();
  out.recordsInHour = static_cast<std::uint32_t>(*records);
  const auto time = [&](std::string_view name) -> std::optional<Nanoseconds> {
    const auto number = client::numberIn(answer, name);
    if (!number || *number > INT64_MAX) return std::nullopt;
    return Nanoseconds(static_cast<std::int64_t>(*number));
  };
  out.pausedUntil = time("paused_until");
  out.hourSince = time("hour_since");
  return out;
}

class ApiPort final : public LedgerPort {
 public:
  ApiPort(std::vector<std::unique_ptr<client::ApiClient>> clients, crypto::SigningKey key,
          const Digest& genesis)
      : key_(std::move(key)), genesis_(genesis) {
    AG_ASSERT(!clients.empty());
    for (auto& client : clients) gateways_.push_back({std::move(client), false});
  }

  Result<client::BatchReply> submit(ByteView batch) override {
    return onSome([&](Gateway& gateway) { return gateway.client->submit(batch, client::Wait::kCommitted); });
  }

  Result<client::SessionsState> sessions(const PublicKey& author) override {
    return onSome([&](Gateway& gateway) { return gateway.client->sessions(author); });
  }

  Result<std::optional<SourceWord>> source(std::string_view name) override {
    const auto answer = signedIn(
        [&](client::ApiClient& client) { return client.get("/query/sources/" + client::escaped(name)); });
    if (answer) {
      auto word = sourceWordOf(*answer);
      if (!word) return propagate(word);
      if (word->terms.name != name) return client::badAnswer("another source");
      return std::optional<SourceWord>(std::move(*word));
    }
    if (answer.error().code == kUnknownSource) return std::optional<SourceWord>();
    return propagate(answer);
  }

  Status putEvidence(const Digest& sha256, ByteView bytes) override {
    return signedIn([&](client::ApiClient& client) { return client.putEvidence(sha256, bytes); });
  }

 private:
  struct Gateway {
    std::unique_ptr<client::ApiClient> client;
    bool signedIn = false;
  };

  template <class Call>
  auto signedIn(Call call) -> decltype(call(std::declval<client::ApiClient&>())) {
    return onSome([&](Gateway& gateway) -> decltype(call(*gateway.client)) {
      if (gateway.signedIn) {
        auto done = call(*gateway.client);
        // A session that ran out, or a node that forgot it: once more with a new one.
        if (done || !done.error().code.starts_with("auth.")) return done;
      }
      const auto session = gateway.client->signIn(key_, genesis_);
      if (!session) return propagate(session);
      gateway.signedIn = true;
      return call(*gateway.client);
    });
  }
  /// Stays with the node that answered last, so that session and evidence are not scattered.
  template <class Call>
  auto onSome(Call call) -> decltype(call(std::declval<Gateway&>())) {
    auto answer = call(gateways_[current_]);
    for (std::size_t tried = 1; tried < gateways_.size() && !answer && isAboutTheNode(answer.error());
         ++tried) {
      current_ = (current_ + 1) % gateways_.size();
      answer = call(gateways_[current_]);
    }
    return answer;
  }

  std::vector<Gateway> gateways_;
  std::size_t current_ = 0;
  crypto::SigningKey key_;
  Digest genesis_;
};

}  // namespace

std::unique_ptr<LedgerPort> portOverApi(std::vector<std::unique_ptr<client::ApiClient>> clients,
                                        crypto::SigningKey key, const Digest& genesis) {
  return std::make_unique<ApiPort>(std::move(clients), std::move(key), genesis);
}

}  // namespace aurigraph::slim
