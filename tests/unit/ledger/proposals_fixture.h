#pragma once

#include <vector>

#include "tests/support/people_fixture.h"

namespace aurigraph::test {

/// What needs the words of others and waits for them on the ledger (DESIGN §4, "Approvals").
class ProposalsTest : public PeopleTest {
 protected:
  template <class Command>
  Command untilTomorrow(Command command) {
    command.approvals.until = world.tomorrow();
    return command;
  }
  Digest idOf(const Person& author, const wire::AnyCommand& command) {
    return wire::approvalDigest(world.genesisDigest(), author.key.publicKey(), command);
  }
  ledger::ReasonCode propose(const Person& author, const wire::AnyCommand& command) {
    return run(author, proposing(command));
  }
  /// Waits, until tomorrow if it does not say until when.
  template <class Command>
  Digest waiting(const Person& author, Command command) {
    if (command.approvals.until == Nanoseconds()) command = untilTomorrow(command);
    EXPECT_EQ(propose(author, command), ledger::ReasonCode::kDone);
    return idOf(author, command);
  }
  ledger::ReasonCode endorse(const Person& who, const Digest& proposal) {
    return run(who, wire::Endorse{proposal});
  }
  ledger::ReasonCode withdraw(const Person& who, const Digest& proposal) {
    return run(who, wire::Withdraw{proposal});
  }
  static wire::BlockIdentity block(const Person& whom, std::string reason = "A forged passport.") {
    return {whom.key.publicKey(), std::move(reason), {}};
  }
  /// Of the holder: compliance orders it, and it takes two words beside.
  static wire::RecoverIdentity recovery() {
    return {holder().key.publicKey(), keyNumber(90).publicKey(), possession(holder(), 90),
            "Lost in a fire.",        filled<Digest>(0xAB),      {}};
  }
  bool recovered() { return world.ledger().identityOf(keyNumber(90).publicKey()) == holder().id; }
  bool isReviewer(const Person& who) { return (rolesOf(who.id) & maskOf(wire::Role::kReviewer)) != 0; }
  /// Of the last block.
  template <class Told>
  std::vector<Told> told() {
    std::vector<Told> out;
    for (const wire::Event& each : world.outcomes().back().events)
      if (const auto* one = std::get_if<Told>(&each.what)) out.push_back(*one);
    return out;
  }
};

}  // namespace aurigraph::test
