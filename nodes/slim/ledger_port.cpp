#include "nodes/slim/ledger_port.h"

#include "core/base/assert.h"

namespace aurigraph::slim {
namespace {

/// This node cannot help now; another may.
bool isAboutTheNode(const Error& error) {
  return error.code == "client.unreachable" || error.code == "client.timeout" ||
         error.code == "client.untrusted_server" || error.code == "node.busy" ||
         error.code == "node.recovering" || error.code == "evidence.unavailable";
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

  Status putEvidence(const Digest& sha256, ByteView bytes) override {
    return onSome([&](Gateway& gateway) -> Status {
      if (gateway.signedIn) {
        auto done = gateway.client->putEvidence(sha256, bytes);
        // A session that ran out, or a node that forgot it: once more with a new one.
        if (done || !done.error().code.starts_with("auth.")) return done;
      }
      const auto signedIn = gateway.client->signIn(key_, genesis_);
      if (!signedIn) return propagate(signedIn);
      gateway.signedIn = true;
      return gateway.client->putEvidence(sha256, bytes);
    });
  }

 private:
  struct Gateway {
    std::unique_ptr<client::ApiClient> client;
    bool signedIn = false;
  };

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
