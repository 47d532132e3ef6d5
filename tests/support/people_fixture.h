#pragma once

// What administrators and others order about people, against a ledger.

#include <initializer_list>

#include "tests/support/ledger_fixture.h"

namespace aurigraph::test {

inline constexpr std::int64_t kHour = 3'600;

class PeopleTest : public ::testing::Test {
 protected:
  template <class Command>
  ledger::ReasonCode run(const Person& who, const Command& command) {
    return world.run(who, wire::AnyCommand(command));
  }
  template <class Command>
  Command approved(const Person& author, Command command, std::initializer_list<const Person*> approvers) {
    std::vector<Person> all;
    for (const Person* each : approvers) all.push_back(*each);
    return world.approvedFor(author, std::move(command), all);
  }
  /// Ordered with these words.
  template <class Command>
  ledger::ReasonCode run(const Person& who, Command command, std::initializer_list<const Person*> approvers) {
    return run(who, approved(who, std::move(command), approvers));
  }
  static wire::GrantRoles grant(const Person& whom, wire::Role role) {
    return {whom.key.publicKey(), maskOf(role), "", {}};
  }
  static wire::RevokeRoles revoke(const Person& whom, wire::Role role) {
    return {whom.key.publicKey(), maskOf(role), {}};
  }
  /// Somebody new, without a role; `number` of its key.
  Person newcomer(std::uint8_t number) {
    const std::string name = "newcomer-" + std::to_string(number);
    EXPECT_EQ(run(administrator(), wire::RegisterIdentity{name, keyNumber(number).publicKey(), 0}),
              ledger::ReasonCode::kDone);
    return {name, *world.ledger().identityNamed(name), keyNumber(number)};
  }
  /// The same person with another key.
  static Person with(const Person& who, std::uint8_t number) { return {who.name, who.id, keyNumber(number)}; }
  /// The new key's word that it is this identity's.
  static Signature possession(const Person& who, std::uint8_t number) {
    const auto key = keyNumber(number);
    return key.sign(wire::possessionDigest(testGenesis().digest(), who.id, key.publicKey()));
  }
  static wire::AddKey addKey(const Person& who, std::uint8_t number) {
    return {keyNumber(number).publicKey(), possession(who, number)};
  }
  static wire::RotateKey rotateKey(const Person& who, std::uint8_t number) {
    return {keyNumber(number).publicKey(), possession(who, number)};
  }
  wire::RoleMask rolesOf(IdentityId id) { return world.ledger().identity(id)->roles; }
  ledger::ReasonCode suspend(const Person& who, const Person& whom, std::uint32_t seconds = 72 * kHour) {
    return run(who, wire::SuspendIdentity{whom.id, seconds, "A stolen key."});
  }

  LedgerWorld world;
};

}  // namespace aurigraph::test
