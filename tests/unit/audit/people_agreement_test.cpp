// The auditor and the ledger must agree on whatever is ordered about people: roles, organisations, keys,
// suspensions, blocks, recoveries and claims.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/audit/audited.h"

namespace aurigraph::audit {
namespace {

using namespace aurigraph::test;
using ledger::ReasonCode;
using wire::AnyCommand;
using wire::Role;

bool seldom(int in) {
  return *rc::gen::inRange(0, in) == 0;
}

Signature possession(IdentityId whose, const crypto::SigningKey& key) {
  return key.sign(wire::possessionDigest(testGenesis().digest(), whose, key.publicKey()));
}

/// For this author, with each key's word once.
template <class Command>
Command signedBy(const Person& author, Command command, const std::vector<Person>& approvers,
                 const Digest& genesis) {
  for (const Person& who : approvers) addApproval(command, genesis, author.key.publicKey(), who.key);
  auto& given = command.approvals.given;
  const auto twice = std::ranges::unique(given, {}, &wire::Approval::approver);
  given.erase(twice.begin(), twice.end());
  return command;
}

/// People with all the keys that they ever had. Orders come from the right ones mostly, at the right time
/// mostly, with a key in force mostly.
class Town {
 public:
  Town() {
    keys_ = {administrator(), administrator2(), administrator3(), compliance(), riskOfficer(),
             custodian(),     claimIssuer(),    holder(),         reviewer()};
    for (const std::uint8_t number : {120, 121, 122}) {
      const std::string name = "n-" + std::to_string(number);
      world.run(administrator(), wire::RegisterIdentity{name, keyNumber(number).publicKey(), 0});
      keys_.push_back({name, *world.ledger().identityNamed(name), keyNumber(number)});
    }
  }

  LedgerWorld world;

  void order() {
    switch (*rc::gen::inRange(0, 21)) {
      case 0:
        return registerSomebody();
      case 1:
      case 2:
        return grant();
      case 3:
        return revoke();
      case 4:
        return suspendOrResume();
      case 5:
        return block();
      case 6:
      case 7:
        return ownKeys();
      case 8:
        return revokeAnothersKey();
      case 9:
      case 10:
        return recover();
      case 11:
        return issueClaims();
      case 12:
        return revokeClaim();
      case 13:
        return trust();
      case 14:
        return distrust();
      case 15:
      case 16:
        return endorseSomething();
      case 17:
        return withdrawSomething();
      case 18:
        return carryWhatWaits();
      case 19:
        return orderAgain();
      default:
        return seldom(2) ? proposeNonsense() : proposeMuch();
    }
  }

 private:
  // ---- who ----

  /// One of somebody's keys: the newest mostly, which is mostly in force.
  Person keyOf(IdentityId id) {
    std::vector<Person> all;
    std::ranges::copy_if(keys_, std::back_inserter(all), [&](const Person& each) { return each.id == id; });
    return seldom(6) ? all[*rc::gen::inRange<std::size_t>(0, all.size())] : all.back();
  }
  Person anyone() { return keyOf(keys_[*rc::gen::inRange<std::size_t>(0, keys_.size())].id); }
  Person mostly(const Person& right) { return seldom(6) ? anyone() : keyOf(right.id); }
  /// Whom an order is about.
  PublicKey whom() { return seldom(12) ? keyNumber(250).publicKey() : anyone().key.publicKey(); }

  // ---- keys ----

  /// Unknown so far, seldom not.
  crypto::SigningKey freshKey() {
    if (seldom(8)) return anyone().key;
    return keyNumber(static_cast<std::uint8_t>(130 + fresh_++ % 110));
  }
  /// Remembers what has become somebody's.
  void learn(const crypto::SigningKey& key) {
    const auto id = world.ledger().identityOf(key.publicKey());
    const bool known = std::ranges::any_of(
        keys_, [&](const Person& each) { return each.key.publicKey() == key.publicKey(); });
    if (id && !known) keys_.push_back({"", *id, key});
  }

  // ---- how ----

  void run(const Person& author, const AnyCommand& command) { world.run(author, command); }
  /// Ordered with the words of these, mostly: carried along, or given on the ledger.
  template <class Command>
  void ask(const Person& author, Command command, const std::vector<Person>& right) {
    const auto hours = *rc::gen::element<std::int64_t>(24, 24, 24, 24, 24, 2, 72, 73, 0, -1);
    command.approvals.until = world.inHours(hours);
    if (!seldom(2)) return carry(author, std::move(command), right);
    run(author, proposing(command));
    waiting_.push_back({wire::approvalDigest(world.genesisDigest(), author.key.publicKey(), command), author,
                        command, right});
    const Waiting now = waiting_.back();
    if (seldom(3)) return;
    for (const Person& each : right)
      if (!seldom(6)) endorse(mostly(each), now.id);
  }
  template <class Command>
  void carry(const Person& author, Command command, const std::vector<Person>& right) {
    std::vector<Person> who;
    for (const Person& each : right)
      if (!seldom(8)) who.push_back(mostly(each));
    if (seldom(8)) who.push_back(anyone());
    if (seldom(6) && !who.empty()) who.push_back(keyOf(who.front().id));  // with another key perhaps
    command = signedBy(seldom(20) ? anyone() : author, std::move(command), who, world.genesisDigest());
    auto& given = command.approvals.given;
    if (seldom(20) && !given.empty()) given.front().signature.bytes[0] ^= 1;
    ordered_.emplace_back(author, command);
    run(author, command);
  }

  // ---- proposals ----

  struct Waiting {
    Digest id;
    Person author;
    AnyCommand what;
    std::vector<Person> right;  ///< Whose words it needs.
  };
  /// Some of them are over, or never were taken.
  const Waiting& oneWaiting() { return waiting_[*rc::gen::inRange<std::size_t>(0, waiting_.size())]; }
  static const Person& oneOf(const std::vector<Person>& people) {
    return people[*rc::gen::inRange<std::size_t>(0, people.size())];
  }
  /// Seldom with a key that ends in the same batch.
  void endorse(const Person& who, const Digest& proposal) {
    if (!seldom(12)) return run(who, wire::Endorse{proposal});
    const auto key = freshKey();
    world.run(who, std::vector<AnyCommand>{wire::RotateKey{key.publicKey(), possession(who.id, key)},
                                           wire::Endorse{proposal}});
    learn(key);
  }
  void endorseSomething() {
    if (waiting_.empty()) return run(anyone(), wire::Endorse{filled<Digest>(7)});
    const Waiting waits = oneWaiting();
    endorse(seldom(4) ? keyOf(waits.author.id) : mostly(oneOf(waits.right)), waits.id);
  }
  void withdrawSomething() {
    if (waiting_.empty()) return run(anyone(), wire::Withdraw{filled<Digest>(7)});
    const Waiting waits = oneWaiting();
    run(seldom(3) ? keyOf(waits.author.id) : mostly(oneOf(waits.right)), wire::Withdraw{waits.id});
  }
  /// The same words as a proposal needs, beside it.
  void carryWhatWaits() {
    if (waiting_.empty()) return;
    const Waiting waits = oneWaiting();
    std::visit(
        [&]<class Command>(const Command& command) {
          if constexpr (wire::TakesApprovals<Command>) carry(waits.author, command, waits.right);
        },
        waits.what);
  }
  void orderAgain() {
    if (ordered_.empty()) return;
    const auto [author, command] = ordered_[*rc::gen::inRange<std::size_t>(0, ordered_.size())];
    run(author, command);
    if (seldom(2)) run(author, proposing(command));  // with approvals inside
  }
  void proposeNonsense() {
    wire::BlockIdentity order{whom(), "A bribe.", {}};
    order.approvals.until = world.inHours(24);
    auto issue = world.terms(AssetId(1), "HOUSE", 10);
    issue.approvals.until = world.inHours(24);
    std::vector<wire::Propose> all(4, proposing(order));
    all[0].payload.pop_back();
    all[1].payload.push_back(0);
    all[2].kind = 9'999;
    all[3].payload.clear();
    for (const AnyCommand& each :
         {AnyCommand(issue), AnyCommand(proposing(order)), AnyCommand(wire::SetNoticeAddress{"x"})})
      all.push_back(proposing(each));
    run(mostly(administrator()), all[*rc::gen::inRange<std::size_t>(0, all.size())]);
  }
  /// More than one author may have.
  void proposeMuch() {
    const Person author = mostly(administrator2());
    wire::BlockIdentity order{whom(), "", {}};
    order.approvals.until = world.inHours(*rc::gen::element<std::int64_t>(1, 24));
    std::vector<AnyCommand> all;
    for (int at = 0; at < 66; ++at) {
      order.reason = std::to_string(at);
      all.emplace_back(proposing(order));
    }
    world.run(author, all);
    const Digest last = wire::approvalDigest(world.genesisDigest(), author.key.publicKey(), order);
    waiting_.push_back({last, author, order, {administrator()}});
  }

  // ---- orders ----

  void registerSomebody() {
    const auto key = freshKey();
    const std::string name =
        *rc::gen::element<std::string>("n-" + std::to_string(fresh_), "N-120", "n 120", "lssuer", "holder-3",
                                       " n", "n ", "a  b", "J\u00F6rg", "J\u00D6RG", "Jo\u0308rg");
    run(mostly(administrator()),
        wire::RegisterIdentity{
            name, key.publicKey(),
            *rc::gen::element(wire::RoleMask{0}, maskOf(Role::kHolder), maskOf(Role::kClaimIssuer))});
    learn(key);
  }
  void grant() {
    const PublicKey key = whom();
    const auto roles = *rc::gen::element(
        wire::RoleMask{0}, maskOf(Role::kHolder), maskOf(Role::kReviewer), maskOf(Role::kAdministrator),
        maskOf(Role::kAdministrator), maskOf(Role::kClaimIssuer), maskOf(Role::kCompliance),
        maskOf(Role::kRiskOfficer) | maskOf(Role::kCustodian), maskOf(Role::kCustodian));
    const std::string organisation = *rc::gen::element<std::string>(
        "", "", "", "Registry House", "REGISTRY HOUSE", "Reg\u0456stry House", "Test Trust", " x");
    ask(mostly(administrator()), wire::GrantRoles{key, roles, organisation, {}}, {administrator2()});
  }
  void revoke() {
    const PublicKey key = whom();
    const auto id = world.ledger().identityOf(key);
    const auto has = id ? world.ledger().identity(*id)->roles : 0;
    const auto roles =
        *rc::gen::element(has, has, wire::RoleMask{0}, maskOf(Role::kAdministrator), maskOf(Role::kReviewer));
    ask(mostly(administrator2()), wire::RevokeRoles{key, roles, {}}, {administrator3()});
  }
  void suspendOrResume() {
    const IdentityId id = anyone().id;
    const Person author = mostly(seldom(2) ? administrator() : administrator3());
    if (seldom(2)) return run(author, wire::ResumeIdentity{id});
    run(author, wire::SuspendIdentity{id, *rc::gen::element(1U, 50'000U, 200'000U, 0U), "A drill."});
  }
  void block() {
    ask(mostly(administrator()),
        wire::BlockIdentity{whom(), *rc::gen::element<std::string>("A bribe.", "A bribe.", " "), {}},
        {administrator3()});
  }
  /// One batch about one's own keys: it may end the key that signs it, and go on.
  void ownKeys() {
    const Person author = anyone();
    std::vector<AnyCommand> all;
    std::vector<crypto::SigningKey> asked;
    for (int left = *rc::gen::element(1, 1, 1, 2, 3, 9); left > 0; --left) {
      asked.push_back(freshKey());
      const auto& key = asked.back();
      const Signature word = possession(seldom(6) ? holder2().id : author.id, key);
      switch (*rc::gen::inRange(0, 4)) {
        case 0:
          all.emplace_back(wire::RotateKey{key.publicKey(), word});
          break;
        case 1:
          all.emplace_back(wire::RevokeKey{
              (seldom(3) ? author : keyOf(author.id)).key.publicKey(),
              {.until = world.inHours(1),
               .given = seldom(8) ? std::vector<wire::Approval>(1) : std::vector<wire::Approval>()}});
          break;
        default:
          all.emplace_back(wire::AddKey{seldom(20) ? PublicKey() : key.publicKey(), word});
      }
    }
    world.run(author, all);
    for (const auto& each : asked) learn(each);
  }
  void revokeAnothersKey() { ask(mostly(administrator2()), wire::RevokeKey{whom(), {}}, {administrator()}); }
  void recover() {
    const Person lost = seldom(2) ? keyOf(holder().id) : anyone();
    const auto key = freshKey();
    const wire::RecoverIdentity order{
        .lost = lost.key.publicKey(),
        .key = key.publicKey(),
        .possession = possession(seldom(8) ? holder2().id : lost.id, key),
        .reason = seldom(12) ? " " : "Lost in a fire.",
        .document = seldom(12) ? Digest() : filled<Digest>(0xAB),
        .approvals = {},
    };
    ask(mostly(compliance()), order, {riskOfficer(), custodian()});
    learn(key);
  }

  // ---- claims ----

  std::string topic() {
    return *rc::gen::element<std::string>("owner", "owner", "owner", "country", "", "Owner", "a b",
                                          "a\u00E4");
  }
  wire::IssueClaim claim(const PublicKey& subject, std::string value) {
    constexpr std::int64_t kDaySeconds = 86'400;
    const std::int64_t seconds =
        *rc::gen::element<std::int64_t>(-1, 0, 1, 1'000, 200'000, 200'000, 200'000, 5 * 365 * kDaySeconds,
                                        5 * 365 * kDaySeconds + 1, 5 * 366 * kDaySeconds + 1);
    return {subject, topic(), std::move(value), Nanoseconds(world.now().value + seconds * kSecond)};
  }
  /// Now and then more than one issuer may say about one identity.
  void issueClaims() {
    const Person author = mostly(claimIssuer());
    const PublicKey subject = whom();
    if (!seldom(6))
      return run(author, claim(subject, *rc::gen::element<std::string>("", "DE", "DE", " ", "D\nE")));
    std::vector<AnyCommand> all;
    for (int at = 0; at < 18; ++at) all.emplace_back(claim(subject, std::to_string(at)));
    world.run(author, all);
  }
  void revokeClaim() {
    const IdentityId subject = anyone().id;
    const auto said = world.ledger().claimsOf(subject, 0, 100);
    if (said.empty() || seldom(6))
      return run(mostly(claimIssuer()), wire::RevokeClaim{subject, "owner", "DE"});
    const auto& row = *said[*rc::gen::inRange<std::size_t>(0, said.size())].row;
    run(seldom(6) ? anyone() : keyOf(row.issuer), wire::RevokeClaim{row.subject, row.topic, row.value});
  }
  void trust() {
    const Person issuer = mostly(claimIssuer());
    ask(mostly(compliance()), wire::TrustClaimIssuer{issuer.key.publicKey(), topic(), {}},
        {administrator2()});
  }
  void distrust() {
    run(mostly(compliance()),
        wire::DistrustClaimIssuer{mostly(claimIssuer()).id, topic(), seldom(12) ? " " : "A forgery."});
  }

  std::vector<Person> keys_;  ///< Of each key its own, oldest first; the ended ones too.
  std::vector<Waiting> waiting_;
  std::vector<std::pair<Person, AnyCommand>> ordered_;  ///< With words carried along.
  unsigned fresh_ = 0;
};

RC_GTEST_PROP(Agreement, OnPeople, ()) {
  Town town;
  const int steps = *rc::gen::inRange(1, 60);
  for (int n = 0; n < steps; ++n) {
    town.order();
    town.world.passTime(*rc::gen::element(0, 0, 0, 0, 1'000, 100'000, 3'000'000));
  }
  Replay replay(testGenesis());
  RC_ASSERT(textOf(replay.play(town.world.blocks())) == "");
}

/// Whose word lets an issue through: by organisation, by person and not by key.
RC_GTEST_PROP(Agreement, OnWhoApprovesAnIssue, ()) {
  const auto organisation = [] {
    return *rc::gen::element<std::string>("", "Harbour Estates", "HARBOUR ESTATES", "Harb0ur Estates",
                                          "Other");
  };
  wire::Genesis genesis = testGenesis();
  const Person second{"compliance-2", IdentityId(17), keyNumber(117)};
  genesis.identities.push_back(
      {second.name, second.key.publicKey(), maskOf(Role::kCompliance), organisation()});
  for (const Person* each : {&issuer(), &compliance(), &treasurer()})
    genesis.identities[each->id.value - 1].organisation = organisation();
  LedgerWorld world(genesis);
  const Digest digest = world.genesisDigest();
  const Person compliancesOther{"compliance", compliance().id, keyNumber(50)};
  const auto otherKey = compliancesOther.key.publicKey();
  world.run(compliance(), AnyCommand(wire::AddKey{otherKey, compliancesOther.key.sign(wire::possessionDigest(
                                                                digest, compliance().id, otherKey))}));
  const AssetId asset = world.propertyAsset();
  const std::vector<Person> approvers = {compliance(), compliancesOther, treasurer(), second};
  for (int attempt = 0; attempt < 4; ++attempt) {
    std::vector<Person> who;
    for (const Person& each : approvers)
      if (seldom(3)) who.push_back(each);
    if (seldom(8)) who.push_back(seldom(2) ? slimNode() : issuer());
    auto terms = world.terms(asset, "HOUSE", 10);
    terms.approvals.until = world.tomorrow();
    world.run(issuer(), AnyCommand(signedBy(issuer(), terms, who, digest)));
    if (seldom(2)) {
      const wire::GrantRoles moved{compliance().key.publicKey(), 0, organisation(), {}};
      world.run(administrator(), AnyCommand(world.approvedFor(administrator(), moved, {administrator2()})));
    }
  }
  Replay replay(genesis);
  RC_ASSERT(textOf(replay.play(world.blocks())) == "");
}

/// Each order about people once as it should be, so that nobody agrees on refusals alone.
TEST(Agreement, OnEachOrderAboutPeople) {
  LedgerWorld world;
  const auto done = [&](const Person& author, const AnyCommand& command) {
    EXPECT_EQ(world.run(author, command), ReasonCode::kDone) << wire::nameOf(wire::kindOf(command));
  };
  const auto add = [&](std::uint8_t number) {
    return wire::AddKey{keyNumber(number).publicKey(), possession(holder().id, keyNumber(number))};
  };
  done(holder(), add(50));
  done(holder(), wire::RevokeKey{keyNumber(50).publicKey(), {}});
  done(holder(), wire::RotateKey{keyNumber(51).publicKey(), possession(holder().id, keyNumber(51))});
  const Person now{"holder", holder().id, keyNumber(51)};
  EXPECT_EQ(world.run(holder(), AnyCommand(wire::SetNoticeAddress{"x"})), ReasonCode::kKeyEnded);
  done(now, add(52));
  done(administrator(), world.approvedFor(administrator(), wire::RevokeKey{keyNumber(52).publicKey(), {}},
                                          {administrator2()}));
  done(administrator(),
       world.approvedFor(administrator(), wire::GrantRoles{now.key.publicKey(), 0, "Harbour Estates", {}},
                         {administrator2()}));
  done(claimIssuer(), wire::IssueClaim{now.key.publicKey(), "country", "DE",
                                       Nanoseconds(world.now().value + 1'000 * kSecond)});
  done(claimIssuer(), wire::RevokeClaim{holder().id, "country", "DE"});
  done(compliance(),
       world.approvedFor(compliance(), wire::TrustClaimIssuer{claimIssuer().key.publicKey(), "country", {}},
                         {administrator()}));
  done(compliance(), wire::DistrustClaimIssuer{claimIssuer().id, "country", "A forgery."});
  done(now, add(53));
  const wire::RecoverIdentity lost{now.key.publicKey(),
                                   keyNumber(54).publicKey(),
                                   possession(holder().id, keyNumber(54)),
                                   "Lost.",
                                   filled<Digest>(1),
                                   {}};
  done(compliance(), world.approvedFor(compliance(), lost, {riskOfficer(), custodian()}));
  const Person recovered{"holder", holder().id, keyNumber(54)};
  done(recovered, wire::SetNoticeAddress{"me@example.com"});
  done(administrator(),
       world.approvedFor(administrator(),
                         wire::BlockIdentity{keyNumber(54).publicKey(), "A forged passport.", {}},
                         {administrator2()}));
  EXPECT_EQ(world.run(recovered, AnyCommand(wire::SetNoticeAddress{"x"})), ReasonCode::kAuthorSuspended);
  Replay replay(testGenesis());
  EXPECT_EQ(textOf(replay.play(world.blocks())), "");
}

}  // namespace
}  // namespace aurigraph::audit
