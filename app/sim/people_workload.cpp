// What is ordered about people: roles, suspensions, keys and claims, and the words of others that it takes;
// mostly as it should be done.

#include <algorithm>
#include <initializer_list>

#include "app/sim/clients.h"

namespace aurigraph::sim {
namespace {

constexpr std::size_t kNewcomers = 6;  ///< Beside those of the genesis, on whom the workload lives.

// Numbers of keys. Person n begins with 100 + n.
constexpr std::size_t kRecovered = 125;  ///< For whoever lost theirs.
constexpr std::size_t kReplaced = 150;   ///< In the place of an author's own.
constexpr std::size_t kSpare = 170;      ///< That an author has beside it.
constexpr std::size_t kOfEach = 20;

constexpr std::string_view kTopics[] = {"owner", "country"};

constexpr std::size_t kRememberedProposals = 12;

Signature possession(const Digest& genesis, IdentityId whose, const crypto::SigningKey& key) {
  return key.sign(wire::possessionDigest(genesis, whose, key.publicKey()));
}

}  // namespace

// ---- the words of others ----

/// Mostly tomorrow; seldom over before they are all there, or not to be had at all.
Nanoseconds Clients::endOfWords() {
  constexpr std::int64_t kHour = 3'600 * test::kSecond;
  constexpr std::int64_t kEnds[] = {24 * kHour,        24 * kHour,  24 * kHour,     71 * kHour,
                                    2 * test::kSecond, 24 * kHour,  24 * kHour,     24 * kHour,
                                    4 * test::kSecond, 24 * kHour,  24 * kHour,     24 * kHour,
                                    test::kSecond / 2, 100 * kHour, -test::kSecond, 24 * kHour};
  return Nanoseconds(world_.wallClock().value + random_.oneOf(kEnds));
}

/// Ordered with the words of these: carried along, or asked for on the ledger; seldom both.
template <class Command>
std::vector<wire::AnyCommand> Clients::withWords(const test::Person& author, Command command,
                                                 std::initializer_list<const test::Person*> approvers) {
  const Digest genesis = world_.options().genesis.digest();
  command.approvals.until = endOfWords();
  const wire::Propose proposal = test::proposing(command);
  const std::uint64_t way = random_.below(8);
  if (way < 4) {
    Asked asked{wire::approvalDigest(genesis, author.key.publicKey(), command), author.id, {}};
    for (const test::Person* each : approvers) asked.right.push_back(each->id);
    if (asked_.size() == kRememberedProposals) asked_.erase(asked_.begin());
    asked_.push_back(std::move(asked));
  }
  if (way < 3) return {proposal};
  for (const test::Person* each : approvers)
    wire::addApproval(command, genesis, author.key.publicKey(), each->key);
  if (way == 3) return {proposal, command};
  return {command};
}

/// Who is asked endorses, sometimes others do; and everybody takes something back now and then.
std::vector<wire::AnyCommand> Clients::wordsOf(IdentityId id) {
  if (asked_.empty() || !random_.chance(1, 3)) return {};
  const Asked& one = random_.oneOf(asked_);
  const bool right = std::ranges::find(one.right, id) != one.right.end();
  if (one.author == id && random_.chance(1, 4)) return {wire::Withdraw{one.id}};
  if (!right && !random_.chance(1, 8)) return {};
  if (random_.chance(1, 10)) return {wire::Withdraw{one.id}};
  return {wire::Endorse{one.id}};
}

// ---- people ----

/// People come, get roles and lose them, are suspended and blocked.
std::vector<wire::AnyCommand> Clients::administratorCommands(const ledger::Ledger& view) {
  if (!random_.chance(1, 5)) return {};
  const std::size_t first = world_.options().genesis.identities.size();
  const std::uint32_t count = view.identityCount();
  if (count < first + kNewcomers && random_.chance(1, 2)) {
    const std::string number = std::to_string(count + 1);
    return {wire::RegisterIdentity{
        random_.chance(1, 10) ? "HOLDER-2" : "holder-" + number, keyNumber(100 + count + 1).publicKey(),
        random_.chance(1, 8) ? wire::maskOf(wire::Role::kIssuer) : wire::maskOf(wire::Role::kHolder)}};
  }
  const IdentityId whom(static_cast<std::uint32_t>(random_.between(6, count)));
  const auto* row = view.identity(whom);
  const auto keys = view.keysOf(whom);
  if (row == nullptr || keys.empty()) return {};
  if (random_.chance(1, 4))
    return {wire::SuspendIdentity{whom, static_cast<std::uint32_t>(random_.between(0, 2)), "a drill"}};
  if (random_.chance(1, 4)) return {wire::ResumeIdentity{whom}};
  const PublicKey& key = random_.oneOf(keys);
  const auto& author = test::administrator();
  const auto& approver = random_.chance(1, 8) ? test::compliance() : test::administrator2();
  const bool isNew = whom.value > first;
  if (isNew && random_.chance(1, 8))
    return withWords(author, wire::BlockIdentity{key, "a forged passport", {}}, {&approver});
  if (random_.chance(1, 6)) {
    const PublicKey spare = keyNumber(kSpare + random_.below(kOfEach)).publicKey();
    const bool known = view.identityOf(spare).has_value();  // most are not: the last one of a newcomer then
    if (known || isNew) return withWords(author, wire::RevokeKey{known ? spare : key, {}}, {&approver});
  }
  const auto role = static_cast<wire::Role>(random_.below(wire::kRoleCount));
  const bool has = (row->roles & wire::maskOf(role)) != 0;
  if (has && isNew) return withWords(author, wire::RevokeRoles{key, wire::maskOf(role), {}}, {&approver});
  wire::GrantRoles grant{key, wire::maskOf(role), {}, {}};
  if (isNew && random_.chance(1, 4)) grant.organisation = random_.chance(1, 2) ? "Registry House" : " ";
  return withWords(author, std::move(grant), {&approver});
}

/// Newcomers lose their keys, and the claim issuer is trusted with something, or not any more.
std::vector<wire::AnyCommand> Clients::complianceCommands(const ledger::Ledger& view) {
  if (!random_.chance(1, 6)) return {};
  const Digest genesis = world_.options().genesis.digest();
  const IdentityId issuer = test::claimIssuer().id;
  const bool wrong = random_.chance(1, 6);
  const std::string topic(random_.oneOf(kTopics));
  if (random_.chance(1, 4)) return {wire::DistrustClaimIssuer{issuer, topic, wrong ? " " : "a forgery"}};
  if (random_.chance(1, 3)) {
    const auto keys = view.keysOf(issuer);
    return withWords(test::compliance(), wire::TrustClaimIssuer{random_.oneOf(keys), topic, {}},
                     {wrong ? &test::riskOfficer() : &test::administrator2()});
  }
  const std::size_t first = world_.options().genesis.identities.size();
  if (view.identityCount() <= first) return {};
  const IdentityId whom(static_cast<std::uint32_t>(random_.between(first + 1, view.identityCount())));
  const auto keys = view.keysOf(whom);
  if (keys.empty()) return {};
  const crypto::SigningKey& key = keyNumber(kRecovered + random_.below(kOfEach));
  const bool meantForAnother = wrong && random_.chance(1, 2);
  const wire::RecoverIdentity order{.lost = random_.oneOf(keys),
                                    .key = key.publicKey(),
                                    .possession = possession(genesis, meantForAnother ? issuer : whom, key),
                                    .reason = "lost in a fire",
                                    .document = test::filled<Digest>(0xAB),
                                    .approvals = {}};
  if (wrong && !meantForAnother) return withWords(test::compliance(), order, {&test::riskOfficer()});
  return withWords(test::compliance(), order, {&test::riskOfficer(), &test::custodian()});
}

std::vector<wire::AnyCommand> Clients::claimIssuerCommands(const ledger::Ledger& view) {
  if (!random_.chance(1, 4)) return {};
  const IdentityId whom(static_cast<std::uint32_t>(random_.between(1, view.identityCount())));
  const auto said = view.claimsOf(whom, 0, 32);
  if (!said.empty() && random_.chance(1, 3)) {
    const auto& claim = *random_.oneOf(said).row;
    return {wire::RevokeClaim{claim.subject, claim.topic, claim.value}};
  }
  const auto keys = view.keysOf(whom);
  if (keys.empty()) return {};
  const std::int64_t seconds = random_.chance(1, 10) ? -1 : static_cast<std::int64_t>(random_.between(1, 3));
  return {wire::IssueClaim{
      random_.oneOf(keys), random_.chance(1, 10) ? "Owner" : std::string(random_.oneOf(kTopics)),
      random_.chance(1, 2) ? "DE" : "", Nanoseconds(view.time().value + seconds * test::kSecond)}};
}

/// What was rejected, and sometimes what was not.
std::vector<wire::AnyCommand> Clients::overrideCommands(const ledger::Ledger& view) {
  if (properties_.empty() || !random_.chance(1, 3)) return {};
  const Digest& id = random_.oneOf(random_.oneOf(properties_).second);
  const ledger::RecordRow* record = view.record(id);
  const bool rejected = record != nullptr && record->decision == ledger::Decision::kRejected;
  if (!rejected && !random_.chance(1, 8)) return {};
  const bool wrong = random_.chance(1, 6);
  return withWords(test::seniorReviewer(), wire::OverrideRecord{id, wrong ? " " : "looked at again", {}},
                   {wrong ? &test::custodian() : &test::riskOfficer(), &test::compliance()});
}

/// The next protocol version, for a height that mostly fits when the words are there.
std::vector<wire::AnyCommand> Clients::operatorCommands(const ledger::Ledger& view) {
  if (random_.chance(1, 8)) return factCommands();
  if (!random_.chance(1, 6)) return {};
  const auto& limits = world_.options().replica.ledger;
  const std::uint64_t ahead =
      random_.chance(1, 8) ? random_.below(limits.activationLeastAhead)
                           : random_.between(limits.activationLeastAhead + 2, limits.activationMostAhead);
  const Protocol version = random_.chance(1, 8) ? view.protocol() : view.protocol().next();
  return withWords(
      test::clusterOperator(), wire::ActivateProtocol{version, Height(view.height().value + ahead), {}},
      {&test::administrator(), random_.chance(1, 8) ? &test::compliance() : &test::administrator2()});
}

/// What is known of the objects that sources speak of, and of all; taken back, too, and seldom nonsense.
std::vector<wire::AnyCommand> Clients::factCommands() {
  constexpr std::string_view kValues[] = {"yes", "no", "no", "", "perhaps"};
  const auto name = random_.chance(1, 2) ? wire::FactName::kVenueKnown : wire::FactName::kAssetStopped;
  const bool ofAll = name == wire::FactName::kVenueKnown && random_.chance(1, 2);
  return withWords(test::clusterOperator(),
                   test::adopting(ofAll ? "" : "S" + std::to_string(random_.below(2)), name,
                                  std::string(random_.oneOf(kValues))),
                   {&test::riskOfficer(), random_.chance(1, 8) ? &test::custodian() : &test::compliance()});
}

/// It replaces the key that it signs with, or has a second one for a while.
std::vector<wire::AnyCommand> Clients::keyCommands(Author& author, const ledger::Ledger& view) {
  const Digest genesis = world_.options().genesis.digest();
  const IdentityId id = author.person.id;
  const bool wrong = random_.chance(1, 6);
  const IdentityId meant = wrong ? test::holder().id : id;
  if (random_.chance(1, 2) && (author.nextKey || replacements_ < kOfEach)) {
    if (!author.nextKey) author.nextKey = keyNumber(kReplaced + replacements_++);
    return {wire::RotateKey{author.nextKey->publicKey(), possession(genesis, meant, *author.nextKey)}};
  }
  const crypto::SigningKey& spare = keyNumber(kSpare + random_.below(kOfEach));
  const auto keys = view.keysOf(id);
  if (keys.size() < 2) return {wire::AddKey{spare.publicKey(), possession(genesis, meant, spare)}};
  // Never but on purpose the one that signs this.
  const auto other = std::ranges::find_if(
      keys, [&](const PublicKey& key) { return (key == author.person.key.publicKey()) == wrong; });
  return {wire::RevokeKey{other == keys.end() ? spare.publicKey() : *other, {}}};
}

}  // namespace aurigraph::sim
