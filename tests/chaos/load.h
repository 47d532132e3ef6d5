#pragma once

#include <array>
#include <atomic>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "app/sim/audit/history.h"
#include "core/crypto/ed25519.h"
#include "core/wire/batch.h"
#include "core/wire/commands.h"
#include "tests/chaos/fleet.h"

/// Clients that pay each other over the public API, and write down what they were told.
namespace aurigraph::chaos {

/// One history for all clients; every line is on disk when it is said.
class Recorder {
 public:
  explicit Recorder(const std::filesystem::path& file) : out_(file) {}
  void add(audit::Attempt attempt);
  [[nodiscard]] audit::History take();

 private:
  std::mutex mutex_;
  std::ofstream out_;
  audit::History history_;
};

/// Signs one key's batches, sends them to any gateway and repeats the same bytes until it is answered.
class Sender {
 public:
  Sender(std::string name, const crypto::SigningKey& key, const Fleet& fleet, Recorder& recorder,
         std::uint64_t seed);

  [[nodiscard]] const crypto::SigningKey& key() const { return key_; }
  /// The next request's bytes.
  [[nodiscard]] Bytes sign(const std::vector<wire::Transfer>& transfers);
  [[nodiscard]] Bytes sign(const std::vector<wire::AnyCommand>& commands);

  /// One attempt, written down. Nothing: no answer, it may or may not have been executed.
  std::optional<client::BatchReply> attempt(ByteView batch, client::Wait wait);
  /// Attempts, once at least, until an answer comes or `giveUp` says so.
  template <class GiveUp>
  std::optional<client::BatchReply> insist(ByteView batch, client::Wait wait, GiveUp giveUp) {
    for (;;) {
      if (auto reply = attempt(batch, wait)) return reply;
      changeGateway();
      if (giveUp()) return std::nullopt;
    }
  }
  /// The request was executed: the next one is due.
  void done() { request_ = request_.next(); }
  /// Leaves the request open and goes on in a session of its own.
  void abandon();

  struct Figures {
    std::uint64_t attempts = 0, unanswered = 0, executed = 0, operations = 0, refused = 0, abandoned = 0;
    std::map<std::string, std::uint64_t> errors;
  };
  [[nodiscard]] const Figures& figures() const { return figures_; }

 private:
  [[nodiscard]] wire::BatchDraft draft() const;
  void changeGateway() { gateway_ = (gateway_ + 1) % gateways_.size(); }

  std::string name_;
  crypto::SigningKey key_;
  Digest genesis_;
  Recorder& recorder_;
  std::vector<std::unique_ptr<client::ApiClient>> gateways_;
  std::size_t gateway_;
  SessionNumber session_{1};
  RequestNumber request_{1};
  Figures figures_;
};

/// An account of everybody, by token.
struct Payees {
  std::vector<TokenId> tokens;
  std::map<TokenId, std::vector<AccountHandle>> accounts;  ///< [client]
};

/// A client's life: random payments, holds, posts, voids, chains, some of them impossible; repeats, also of
/// what was answered long ago; now and then an unanswered request is left alone.
class PayingClient {
 public:
  PayingClient(std::size_t number, std::unique_ptr<Sender> sender, const Payees& payees, std::uint64_t seed);
  ~PayingClient();
  static constexpr std::uint64_t kHolds = 60;
  /// Before anybody else sends: makes holds, which get these slots. Throws when it cannot.
  void prepareHolds(std::uint64_t firstSlot);
  void begin();
  void finish();  ///< No new requests; the one under way is insisted on.
  void join();
  [[nodiscard]] const Sender::Figures& figures() const { return sender_->figures(); }

 private:
  void run();
  wire::Transfer payment();
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }

  std::size_t number_;
  std::unique_ptr<Sender> sender_;
  const Payees& payees_;
  std::mt19937_64 random_;
  std::vector<wire::Transfer> holds_;  ///< What finishes them; perhaps some are finished.
  std::vector<Bytes> answered_;        ///< Sent again now and then.
  std::atomic<bool> finish_ = false;
  std::thread thread_;
};

/// Registers the clients' keys, mints a free and a locked-up token and gives everybody some of each.
/// Throws with words when something is refused.
Payees prepareMarket(const Fleet& fleet, Recorder& recorder, const std::vector<crypto::SigningKey>& clients);

}  // namespace aurigraph::chaos
