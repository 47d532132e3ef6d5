#include "core/wire/genesis.h"

#include <algorithm>
#include <array>

#include "core/base/byte_io.h"
#include "core/base/limits.h"
#include "core/crypto/sha256.h"
#include "core/wire/field_codec.h"
#include "core/wire/record_io.h"
#include "core/wire/sorted.h"
#include "core/wire/text.h"

namespace aurigraph::wire {
namespace {

constexpr std::uint32_t kMagic = 0x3247'4741;  // "AGG2"
constexpr std::size_t kMaxGenesisNodes = 64;
constexpr std::size_t kMaxGenesisIdentities = 4'096;
constexpr std::size_t kMaxGenesisNameBytes = 64;
constexpr std::size_t kMaxForbidden = 64;
constexpr std::size_t kMaxRuleSets = 16;
constexpr std::size_t kMaxRuleSetBytes = 1024 * 1024;
constexpr std::size_t kMaxGenesisSources = 256;
constexpr std::size_t kMaxGenesisFacts = 256;

constexpr std::array<std::string_view, 3> kNodeKinds = {"validator", "business", "slim"};
constexpr std::array<std::string_view, kRoleCount> kRoles = {
    "administrator", "issuer", "compliance", "reviewer",  "senior-reviewer", "risk-officer", "operator",
    "auditor",       "holder", "slim-node",  "treasurer", "custodian",       "claim-issuer"};
constexpr std::array<std::string_view, kPermissionCount> kPermissions = {"manage-identities",
                                                                         "submit-record",
                                                                         "decide-review",
                                                                         "override-rejection",
                                                                         "register-asset",
                                                                         "issue-token",
                                                                         "approve-issue",
                                                                         "transfer",
                                                                         "anchor",
                                                                         "read-all",
                                                                         "operate-cluster",
                                                                         "adopt-rules",
                                                                         "issue-claim",
                                                                         "trust-claim-issuers",
                                                                         "recover-identity",
                                                                         "endorse-risk",
                                                                         "endorse-custody",
                                                                         "endorse-compliance",
                                                                         "manage-sources",
                                                                         "pause-sources"};

void write(ByteWriter& out, const RoleTable& table) {
  for (const RoleMask mask : table.allowed) out.integer(mask);
  out.integer(static_cast<std::uint32_t>(table.forbiddenTogether.size()));
  for (const RoleMask mask : table.forbiddenTogether) out.integer(mask);
}

RoleMask readRoles(ByteReader& in) {
  const auto mask = in.integer<RoleMask>();
  if ((mask & ~kKnownRoles) != 0) in.markBad();
  return mask;
}

RoleTable readRoleTable(ByteReader& in) {
  RoleTable table;
  for (RoleMask& mask : table.allowed) mask = readRoles(in);
  const auto entries = in.count(sizeof(RoleMask));
  if (entries > kMaxForbidden) in.markBad();
  for (std::uint32_t at = 0; at < entries && in.ok(); ++at) {
    const RoleMask mask = readRoles(in);
    // An entry of one role or none would forbid the role itself, or everything.
    if ((mask & (mask - 1)) == 0) in.markBad();
    table.forbiddenTogether.push_back(mask);
  }
  return table;
}

GenesisNode readNode(ByteReader& in) {
  GenesisNode node;
  node.node = in.integer<NodeId>();
  const auto kind = in.integer<std::uint8_t>();
  if (kind == 0 || kind > kNodeKinds.size() || node.node == NodeId(0)) in.markBad();
  node.kind = static_cast<NodeKind>(kind);
  node.name = readCleanText(in, kMaxGenesisNameBytes);
  node.key = in.fixed<PublicKey>();
  return node;
}

bool nodesAreSound(const std::vector<GenesisNode>& nodes) {
  const bool sorted = std::adjacent_find(nodes.begin(), nodes.end(), [](const auto& a, const auto& b) {
                        return a.node >= b.node;
                      }) == nodes.end();
  const auto validators =
      static_cast<std::size_t>(std::ranges::count(nodes, NodeKind::kValidator, &GenesisNode::kind));
  return sorted && validators >= 1 && validators <= limits::kMaxValidators;
}

}  // namespace

bool RoleTable::allows(RoleMask roles, Permission permission) const {
  return (allowed[static_cast<std::size_t>(permission)] & roles) != 0;
}

Duty dutyOf(Role role) {
  switch (role) {
    case Role::kSlimNode:
      return Duty::kSubmit;
    case Role::kReviewer:
    case Role::kSeniorReviewer:
      return Duty::kDecide;
    case Role::kCompliance:
    case Role::kTreasurer:
    case Role::kRiskOfficer:
    case Role::kCustodian:
      return Duty::kApprove;
    case Role::kClaimIssuer:
      return Duty::kAttest;
    case Role::kAdministrator:
      return Duty::kAdminister;
    case Role::kOperator:
      return Duty::kOperate;
    case Role::kIssuer:
      return Duty::kParty;
    case Role::kAuditor:
      return Duty::kRead;
    case Role::kHolder:
      return Duty::kNone;
  }
  return Duty::kNone;
}

bool hasDuty(RoleMask roles) {
  return (roles & ~maskOf(Role::kHolder)) != 0;
}

bool RoleTable::forbids(RoleMask roles) const {
  Duty duty = Duty::kNone;
  for (std::size_t at = 0; at < kRoleCount; ++at) {
    const Role role = static_cast<Role>(at);
    if ((roles & maskOf(role)) == 0 || dutyOf(role) == Duty::kNone) continue;
    if (duty != Duty::kNone && duty != dutyOf(role)) return true;
    duty = dutyOf(role);
  }
  if (allows(roles, Permission::kSubmitRecord) &&
      (allows(roles, Permission::kRegisterAsset) || allows(roles, Permission::kIssueToken)))
    return true;
  return std::ranges::any_of(forbiddenTogether, [&](RoleMask mask) { return (roles & mask) == mask; });
}

Digest Genesis::digest() const {
  return crypto::taggedHash("aurigraph/genesis/1", {encode(*this)});
}

VoterSet Genesis::voters() const {
  VoterSet out;
  for (const GenesisNode& node : nodes)
    if (node.kind == NodeKind::kValidator) out.voters.push_back({node.node, node.key});
  return out;
}

Bytes encode(const Genesis& genesis) {
  ByteWriter out;
  out.integer(kMagic)
      .integer(Genesis::kFormat)
      .integer(genesis.laneCount)
      .integer(genesis.protocol)
      .integer(genesis.createdAt);
  out.fixed(genesis.nonce).integer(static_cast<std::uint8_t>(genesis.simulated)).text(genesis.clusterName);
  out.integer(static_cast<std::uint32_t>(genesis.nodes.size()));
  for (const GenesisNode& node : genesis.nodes)
    out.integer(node.node).integer(static_cast<std::uint8_t>(node.kind)).text(node.name).fixed(node.key);
  out.integer(static_cast<std::uint32_t>(genesis.identities.size()));
  for (const GenesisIdentity& identity : genesis.identities)
    out.text(identity.name).fixed(identity.key).integer(identity.roles).text(identity.organisation);
  write(out, genesis.roles);
  out.integer(static_cast<std::uint32_t>(genesis.ruleSets.size()));
  for (const Bytes& ruleSet : genesis.ruleSets) out.blob(ruleSet);
  out.integer(static_cast<std::uint32_t>(genesis.sources.size()));
  for (const SourceTerms& terms : genesis.sources) FieldWriter(out).whole(terms);
  out.integer(static_cast<std::uint32_t>(genesis.facts.size()));
  for (const Fact& fact : genesis.facts) FieldWriter(out).whole(fact);
  out.fixed(genesis.stateSecretDigest);
  return out.take();
}

Result<Genesis> decodeGenesis(ByteView bytes) {
  ByteReader in(bytes);
  Genesis out;
  if (in.integer<std::uint32_t>() != kMagic || in.integer<std::uint16_t>() != Genesis::kFormat) in.markBad();
  out.laneCount = in.integer<std::uint16_t>();
  out.protocol = in.integer<Protocol>();
  if (out.laneCount == 0 || out.protocol == Protocol(0)) in.markBad();
  out.createdAt = in.integer<Nanoseconds>();
  out.nonce = in.fixed<Digest>();
  out.simulated = readBool(in);
  out.clusterName = readCleanText(in, kMaxGenesisNameBytes);
  const auto nodes = in.count(4 + 1 + 4 + PublicKey::kSizeBytes);
  if (nodes > kMaxGenesisNodes) in.markBad();
  for (std::uint32_t at = 0; at < nodes && in.ok(); ++at) out.nodes.push_back(readNode(in));
  const auto identities = in.count(4 + PublicKey::kSizeBytes + 4 + 4);
  if (identities > kMaxGenesisIdentities) in.markBad();
  for (std::uint32_t at = 0; at < identities && in.ok(); ++at) {
    GenesisIdentity identity;
    identity.name = readCleanText(in, kMaxGenesisNameBytes);
    identity.key = in.fixed<PublicKey>();
    identity.roles = readRoles(in);
    identity.organisation = readCleanText(in, kMaxGenesisNameBytes);
    out.identities.push_back(std::move(identity));
  }
  out.roles = readRoleTable(in);
  const auto ruleSets = in.count(4);
  if (ruleSets > kMaxRuleSets) in.markBad();
  for (std::uint32_t at = 0; at < ruleSets && in.ok(); ++at)
    out.ruleSets.push_back(toBytes(in.blob(kMaxRuleSetBytes)));
  const auto sources = in.count(leastBytes<SourceTerms>(form::Struct{}));
  if (sources > kMaxGenesisSources) in.markBad();
  for (std::uint32_t at = 0; at < sources && in.ok(); ++at) FieldReader(in).whole(out.sources.emplace_back());
  if (!strictlySorted(out.sources, &SourceTerms::name)) in.markBad();
  const auto facts = in.count(leastBytes<Fact>(form::Struct{}));
  if (facts > kMaxGenesisFacts) in.markBad();
  for (std::uint32_t at = 0; at < facts && in.ok(); ++at) FieldReader(in).whole(out.facts.emplace_back());
  if (!strictlySorted(out.facts, [](const Fact& fact) { return std::pair(fact.assetKey, fact.name); }))
    in.markBad();
  out.stateSecretDigest = in.fixed<Digest>();
  if (!in.finished() || !nodesAreSound(out.nodes))
    return fail("genesis.malformed", "The genesis file cannot be read.",
                "Copy it again from the cluster's operator, and compare its digest.");
  return out;
}

Status checkStateSecret(const Genesis& genesis, const StateSecret& secret) {
  if (secret.digest() == genesis.stateSecretDigest) return {};
  return fail("genesis.wrong_state_secret",
              "The state secret is not that of the cluster \"" + genesis.clusterName + "\".",
              "Hand this node the state.secret of its own cluster, from another node or from a backup.");
}

RoleTable defaultRoleTable() {
  const auto roles = [](auto... each) { return (maskOf(each) | ...); };
  RoleTable table;
  const auto allow = [&](Permission permission, RoleMask mask) {
    table.allowed[static_cast<std::size_t>(permission)] = mask;
  };
  allow(Permission::kManageIdentities, roles(Role::kAdministrator));
  allow(Permission::kSubmitRecord, roles(Role::kSlimNode));
  allow(Permission::kDecideReview, roles(Role::kReviewer, Role::kSeniorReviewer));
  allow(Permission::kOverrideRejection, roles(Role::kSeniorReviewer));
  allow(Permission::kRegisterAsset, roles(Role::kIssuer));
  allow(Permission::kIssueToken, roles(Role::kIssuer));
  allow(Permission::kApproveIssue, roles(Role::kCompliance, Role::kTreasurer));
  allow(Permission::kTransfer, roles(Role::kHolder, Role::kIssuer, Role::kTreasurer, Role::kCustodian));
  allow(Permission::kAnchor, roles(Role::kSlimNode));
  allow(Permission::kReadAll, roles(Role::kAuditor, Role::kCompliance, Role::kRiskOfficer));
  allow(Permission::kOperateCluster, roles(Role::kOperator, Role::kAdministrator));
  allow(Permission::kAdoptRules, roles(Role::kRiskOfficer));
  allow(Permission::kIssueClaim, roles(Role::kClaimIssuer));
  allow(Permission::kTrustClaimIssuers, roles(Role::kCompliance));
  allow(Permission::kRecoverIdentity, roles(Role::kCompliance));
  allow(Permission::kEndorseRisk, roles(Role::kRiskOfficer));
  allow(Permission::kEndorseCustody, roles(Role::kCustodian));
  allow(Permission::kEndorseCompliance, roles(Role::kCompliance));
  allow(Permission::kManageSources, roles(Role::kOperator));
  allow(Permission::kPauseSources, roles(Role::kCompliance));
  table.forbiddenTogether = {roles(Role::kCustodian, Role::kTreasurer)};
  return table;
}

std::string_view nameOf(NodeKind kind) {
  const auto at = static_cast<std::size_t>(kind) - 1;
  return at < kNodeKinds.size() ? kNodeKinds[at] : "unknown";
}

std::string_view nameOf(Role role) {
  const auto at = static_cast<std::size_t>(role);
  return at < kRoles.size() ? kRoles[at] : "unknown";
}

std::string_view nameOf(Permission permission) {
  const auto at = static_cast<std::size_t>(permission);
  return at < kPermissions.size() ? kPermissions[at] : "unknown";
}

Result<Role> roleFromName(std::string_view name) {
  const auto at = std::ranges::find(kRoles, name);
  if (at == kRoles.end())
    return fail("role.unknown",
                "There is no role \"" + std::string(name.substr(0, kMaxGenesisNameBytes)) + "\".",
                "Use one of: administrator, issuer, compliance, reviewer, senior-reviewer, risk-officer, "
                "operator, auditor, holder, slim-node, treasurer, custodian, claim-issuer.");
  return static_cast<Role>(at - kRoles.begin());
}

}  // namespace aurigraph::wire
