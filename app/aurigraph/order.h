#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/aurigraph/common.h"
#include "app/aurigraph/outbox.h"
#include "core/crypto/keystore.h"
#include "core/wire/commands.h"
#include "core/wire/transfer.h"
#include "nodes/client/outcome.h"

/// From an operation that a person agreed to, to what became of it, without ever doing it twice
/// (docs/decisions/080, 081): signed bytes are kept before they are sent, an open order is settled before
/// anything new is signed, and an open outcome is never told as a failure.
namespace aurigraph::cli {

/// What a command ends with.
struct OrderResult {
  enum class Which : std::uint8_t {
    kThis,       ///< The order of this command.
    kSame,       ///< One from before that does the same, is executed, and was never told. Nothing was signed.
    kStillOpen,  ///< One from before that is open still. Nothing was signed.
  };
  Which which = Which::kThis;
  KeptOrder order;
  client::Outcome outcome;

  [[nodiscard]] bool done() const {
    return outcome.fate == client::Fate::kExecuted && outcome.reply.allDone();
  }
};

/// Where one command gives its orders: one key on one cluster.
class OrderDesk {
 public:
  /// Opens the key. Errors: those of openKeyFile.
  static Result<OrderDesk> open(Session& session, const SigningOptions& options, bool json);

  [[nodiscard]] const crypto::OpenedKey& key() const { return key_; }

  /// Sends again what this key still has open here and says on stderr what became of it. Gives the first
  /// that is open still. Errors: outbox.*.
  Result<std::optional<OrderResult>> settleOpen();

  /// Tells what became of give(), gives the exit code: 0 done, 1 nothing happened, 4 unknown (DESIGN §9).
  /// From here on the same command means a second time. Until then no other program gives an order of this
  /// key, or it would take this one's outcome for its own. `more`: of JSON, when it is done.
  int tell(const Result<OrderResult>& result, std::string_view done, const boost::json::object& more = {});

  /// The order was a step of the command, done and not worth a word; it goes on.
  void stepDone(const Result<OrderResult>& result);

  /// Reports what kept the command from giving its order. If one that was open turned out to be executed, it
  /// may be the very one that is wanted: then nobody may say that nothing happened.
  int notGiven(const Error& why, int exitCode) const;

  /// Looks that the cluster's history goes on from the one seen before; shows the lines and asks (without
  /// `ask` the person has agreed already); settles what is open; signs, keeps, sends. `words`: one line, kept
  /// with it. Errors, before anything was sent: those of checkHistory(), sign.*, outbox.*, and those of
  /// asking the gateway for the session.
  Result<OrderResult> give(const wire::AnyCommand& command, const std::string& words,
                           const std::vector<std::string>* ask = nullptr);
  Result<OrderResult> give(const wire::Transfer& transfer, const std::string& words,
                           const std::vector<std::string>* ask = nullptr);

 private:
  using Sign = std::function<Bytes(const wire::BatchDraft&)>;
  OrderDesk(Session& session, const SigningOptions& options, bool json, crypto::OpenedKey key)
      : session_(session),
        options_(options),
        json_(json),
        key_(std::move(key)),
        outbox_(session.profile.folder) {}

  Result<OutboxLock> lock();
  Status holdLock();  ///< Into held_: until the outcome is told.
  Result<std::optional<OrderResult>> settleLocked();
  [[nodiscard]] std::optional<OrderResult> doneAlready(const wire::BatchHeader& wanted) const;
  [[nodiscard]] std::optional<KeptOrder> untold(const wire::BatchHeader& wanted) const;
  Result<OrderResult> giveSigned(const Sign& sign, const std::vector<std::string>* ask,
                                 const std::string& words);
  Result<OrderResult> send(const Sign& sign, const std::string& words);
  void passTime();

  Session& session_;
  const SigningOptions& options_;
  bool json_;
  crypto::OpenedKey key_;
  Outbox outbox_;
  std::optional<OutboxLock> held_;  ///< From give() to tell().
  std::vector<KeptOrder> found_;    ///< Were open, and turned out to be executed.
};

/// What every command that gives an order begins with: the cluster, the key, and what this key still has
/// open. With nothing open `use` goes on, and gives the exit code.
int atOrderDesk(const CommonOptions& common, const SigningOptions& signing,
                const std::function<int(Session&, OrderDesk&)>& use);

/// Sends an order of the outbox again and keeps what became of it. For whoever holds its author's lock.
client::Outcome resumeOrder(client::ApiClient& api, const Outbox& outbox, const KeptOrder& order,
                            bool waitFinal);

/// What an outcome means, for the outbox; nothing while it is open.
[[nodiscard]] std::optional<Settlement> settlementOf(const client::Outcome& outcome);

/// One line: which order, from when, what it does.
[[nodiscard]] std::string titleOf(const KeptOrder& order);

/// Exit code of an error before anything was sent.
[[nodiscard]] int exitCodeOf(const Error& error);

}  // namespace aurigraph::cli
