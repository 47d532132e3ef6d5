#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/sim/checker.h"
#include "app/sim/people.h"
#include "core/wire/commands.h"

namespace aurigraph::sim {

/// People and nodes that use the cluster: each signs its own batches, keeps a few under way, repeats the
/// same bytes at any business node until it hears an answer, and checks what it hears.
class Clients {
 public:
  Clients(World& world, FaultDice& dice, Trace& trace, Checker& checker, std::uint64_t seed);

  void begin();
  /// Nothing new from here on; what is under way is still repeated.
  void finish() { finishing_ = true; }
  [[nodiscard]] bool idle() const;
  [[nodiscard]] std::uint64_t answered() const { return answered_; }

 private:
  struct Pending {
    Bytes bytes;
    Digest digest;
    bool mayExpire = false;
    Microseconds invoked = 0;
    std::uint64_t attempt = 0;
  };
  /// One program of a person: its own sessions, one after another.
  struct Author {
    test::Person person;
    SessionNumber session;
    RequestNumber next{1};
    std::map<RequestNumber, Pending> open;
    std::size_t window = 1;
    std::optional<crypto::SigningKey> nextKey = {};  ///< It has asked for this one in the place of its own.
  };

  void act(std::size_t author);
  void restart(std::size_t author);
  void takeNextKey(Author& author, const ledger::Ledger& view);
  [[nodiscard]] bool mayBeClosed() const;
  void send(std::size_t author, Bytes batch, bool mayExpire);
  void attempt(std::size_t author, SessionNumber session, RequestNumber request);
  void answered(std::size_t author, SessionNumber session, RequestNumber request,
                const Result<business::BatchOutcome>& answer);
  void mischief();

  // What an author does next; empty: nothing just now.
  [[nodiscard]] std::vector<wire::Transfer> transfersOf(const Author& author, const ledger::Ledger& view);
  [[nodiscard]] wire::Transfer transferOf(const std::vector<AccountHandle>& own, TokenId token,
                                          const ledger::Ledger& view);
  [[nodiscard]] std::vector<wire::AnyCommand> commandsOf(Author& author, const ledger::Ledger& view);
  [[nodiscard]] std::vector<wire::AnyCommand> slimCommands(const ledger::Ledger& view);
  [[nodiscard]] wire::AnyCommand sayingAgain(Nanoseconds now);
  [[nodiscard]] std::vector<wire::AnyCommand> issuerCommands(const ledger::Ledger& view);
  [[nodiscard]] std::vector<wire::AnyCommand> reviewerCommands(const ledger::Ledger& view);
  // … about people (people_workload.cpp).
  [[nodiscard]] std::vector<wire::AnyCommand> administratorCommands(const ledger::Ledger& view);
  [[nodiscard]] std::vector<wire::AnyCommand> complianceCommands(const ledger::Ledger& view);
  [[nodiscard]] std::vector<wire::AnyCommand> claimIssuerCommands(const ledger::Ledger& view);
  [[nodiscard]] std::vector<wire::AnyCommand> overrideCommands(const ledger::Ledger& view);
  [[nodiscard]] std::vector<wire::AnyCommand> operatorCommands(const ledger::Ledger& view);
  [[nodiscard]] std::vector<wire::AnyCommand> factCommands();
  [[nodiscard]] std::vector<wire::AnyCommand> keyCommands(Author& author, const ledger::Ledger& view);
  template <class Command>
  [[nodiscard]] std::vector<wire::AnyCommand> withWords(const test::Person& author, Command command,
                                                        std::initializer_list<const test::Person*> approvers);
  [[nodiscard]] std::vector<wire::AnyCommand> wordsOf(IdentityId id);
  [[nodiscard]] Nanoseconds endOfWords();
  [[nodiscard]] const ledger::Ledger* view();
  [[nodiscard]] wire::BatchDraft draft(const Author& author, bool mayExpire) const;

  World& world_;
  FaultDice& dice_;
  Trace& trace_;
  Checker& checker_;
  Random random_;
  Signatures signatures_;
  std::vector<Author> authors_;
  std::vector<std::pair<std::uint64_t, std::vector<Digest>>> properties_;  ///< Number and its records.
  /// What somebody proposed, and whose words it needs. Some of it is over, or never was taken.
  struct Asked {
    Digest id;
    IdentityId author;
    std::vector<IdentityId> right;
  };
  std::vector<Asked> asked_;
  std::vector<Bytes> sent_;  ///< Some old batches, for those who replay them.
  std::int64_t anchoredUntil_ = 0;
  std::size_t replacements_ = 0;  ///< Keys that somebody asked for in the place of another.
  bool finishing_ = false;
  std::uint64_t answered_ = 0;
};

}  // namespace aurigraph::sim
