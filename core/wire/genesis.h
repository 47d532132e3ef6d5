#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/fact.h"
#include "core/wire/seal.h"
#include "core/wire/source_terms.h"
#include "core/wire/state_secret.h"

namespace aurigraph::wire {

enum class NodeKind : std::uint8_t { kValidator = 1, kBusiness = 2, kSlim = 3 };

/// What a person or node may do, as bits of an identity's role mask (R-SEC-3, domain.md §6). Which role
/// may do what stands in the genesis (RoleTable), not in code.
enum class Role : std::uint8_t {
  kAdministrator = 0,
  kIssuer = 1,
  kCompliance = 2,
  kReviewer = 3,
  kSeniorReviewer = 4,
  kRiskOfficer = 5,
  kOperator = 6,
  kAuditor = 7,
  kHolder = 8,
  kSlimNode = 9,
  kTreasurer = 10,
  kCustodian = 11,
  kClaimIssuer = 12,
};
inline constexpr std::size_t kRoleCount = 13;
using RoleMask = std::uint32_t;
constexpr RoleMask maskOf(Role role) {
  return RoleMask{1} << static_cast<unsigned>(role);
}
inline constexpr RoleMask kKnownRoles = (RoleMask{1} << kRoleCount) - 1;

/// What a role is for. Nobody has two of them: who brings data does not decide about it, who gains by it
/// neither, and who lets people in does nothing else. To hold tokens is no duty.
enum class Duty : std::uint8_t {
  kNone,
  kSubmit,
  kDecide,
  kApprove,
  kAttest,
  kAdminister,
  kOperate,
  kParty,
  kRead,
};
[[nodiscard]] Duty dutyOf(Role role);
[[nodiscard]] bool hasDuty(RoleMask roles);

/// What a role can allow. One per guarded operation or route, and one per group of which a command that needs
/// more than its author asks for somebody's word.
enum class Permission : std::uint8_t {
  kManageIdentities = 0,
  kSubmitRecord = 1,
  kDecideReview = 2,
  kOverrideRejection = 3,
  kRegisterAsset = 4,
  kIssueToken = 5,
  kApproveIssue = 6,
  kTransfer = 7,
  kAnchor = 8,
  kReadAll = 9,
  kOperateCluster = 10,
  kAdoptRules = 11,
  kIssueClaim = 12,
  kTrustClaimIssuers = 13,
  kRecoverIdentity = 14,
  kEndorseRisk = 15,
  kEndorseCustody = 16,
  kEndorseCompliance = 17,
  kManageSources = 18,
  kPauseSources = 19,
};
inline constexpr std::size_t kPermissionCount = 20;

struct RoleTable {
  RoleMask allowed[kPermissionCount] = {};  ///< Roles that have each permission.
  std::vector<RoleMask> forbiddenTogether;  ///< No identity may hold all roles of one entry.
  bool operator==(const RoleTable&) const = default;
  [[nodiscard]] bool allows(RoleMask roles, Permission permission) const;
  /// Whether the roles are of more than one duty, let one identity both submit records and register assets or
  /// issue tokens (R-TRUST-1, R-TRUST-2: no table allows that), or hold all of some forbidden entry.
  [[nodiscard]] bool forbids(RoleMask roles) const;
};

struct GenesisNode {
  NodeId node;
  NodeKind kind = NodeKind::kValidator;
  std::string name;  ///< "validator-1"; host names and ports are deployment, not genesis.
  PublicKey key;
  bool operator==(const GenesisNode&) const = default;
};

struct GenesisIdentity {
  std::string name;
  PublicKey key;
  RoleMask roles = 0;
  std::string organisation = {};  ///< For whom it works; empty: nobody says.
  bool operator==(const GenesisIdentity&) const = default;
};

/// How a cluster begins (DESIGN §6). Its digest is in every signed thing and is all that an auditor
/// must be told. Canonical binary encoding, docs/formats.md; file suffix `.genesis`.
struct Genesis {
  static constexpr std::uint16_t kFormat = 5;

  std::string clusterName;
  Nanoseconds createdAt;
  Digest nonce;  ///< Random: two clusters of equal content still differ.
  bool simulated =
      false;  ///< Whether records labelled SIMULATED or REPLAYED may reach the ledger (R-PIPE-5).
  std::uint16_t laneCount = 1;
  Protocol protocol = Protocol(1);          ///< Of the first blocks.
  std::vector<GenesisNode> nodes;           ///< Sorted by node id, unique.
  std::vector<GenesisIdentity> identities;  ///< Become identities 1, 2, 3 … in this order.
  RoleTable roles;
  std::vector<Bytes> ruleSets;  ///< Canonical encodings (core/quality/rule_set.h); the last one is in force.
  std::vector<SourceTerms> sources;  ///< Adopted from the beginning; ascending by name.
  std::vector<Fact> facts;           ///< Adopted from the beginning; ascending by asset key and name.
  Digest stateSecretDigest;          ///< Of what the state's row salts are made of (state_secret.h).

  bool operator==(const Genesis&) const = default;
  [[nodiscard]] Digest digest() const;
  [[nodiscard]] VoterSet voters() const;  ///< The validators among `nodes`.
};

[[nodiscard]] Bytes encode(const Genesis& genesis);
/// Errors: genesis.malformed (also: nodes unsorted, no validator or more than 9, unknown roles).
Result<Genesis> decodeGenesis(ByteView bytes);

/// Whether the secret is this cluster's. Errors: genesis.wrong_state_secret.
Status checkStateSecret(const Genesis& genesis, const StateSecret& secret);

/// The shipped role table: permissions and forbidden pairs of docs/roles.md.
[[nodiscard]] RoleTable defaultRoleTable();

[[nodiscard]] std::string_view nameOf(NodeKind kind);            // "validator", "business", "slim"
[[nodiscard]] std::string_view nameOf(Role role);                // "issuer", "senior-reviewer", …
[[nodiscard]] std::string_view nameOf(Permission permission);    // "issue-token", …
[[nodiscard]] Result<Role> roleFromName(std::string_view name);  // role.unknown

}  // namespace aurigraph::wire
