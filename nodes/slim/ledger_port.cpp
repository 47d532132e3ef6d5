#include "nodes/slim/ledger_port.h"

namespace aurigraph::slim {
namespace {

class ApiPort final : public LedgerPort {
 public:
  ApiPort(std::unique_ptr<client::ApiClient> client, crypto::SigningKey key, const Digest& genesis)
      : client_(std::move(client)), key_(std::move(key)), genesis_(genesis) {}

  Result<client::BatchReply> submit(ByteView batch) override {
    return client_->submit(batch, client::Wait::kCommitted);
  }

  Result<client::SessionState> session(const PublicKey& author) override { return client_->session(author); }

  Status putEvidence(const Digest& sha256, ByteView bytes) override {
    if (signedIn_) {
      auto done = client_->putEvidence(sha256, bytes);
      // A session that ran out, or a node that forgot it: once more with a new one.
      if (done || !done.error().code.starts_with("auth.")) return done;
    }
    const auto signedIn = client_->signIn(key_, genesis_);
    if (!signedIn) return passOn(signedIn);
    signedIn_ = true;
    return client_->putEvidence(sha256, bytes);
  }

 private:
  std::unique_ptr<client::ApiClient> client_;
  crypto::SigningKey key_;
  Digest genesis_;
  bool signedIn_ = false;
};

}  // namespace

std::unique_ptr<LedgerPort> portOverApi(std::unique_ptr<client::ApiClient> client, crypto::SigningKey key,
                                        const Digest& genesis) {
  return std::make_unique<ApiPort>(std::move(client), std::move(key), genesis);
}

}  // namespace aurigraph::slim
