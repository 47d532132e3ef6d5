#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/crypto/ed25519.h"
#include "core/wire/genesis.h"
#include "nodes/cluster/cluster_config.h"
#include "nodes/cluster/cluster_plan.h"
#include "nodes/link/certificate_authority.h"

/// A cluster's folder: genesis, certificate authority, state secret, each node's keys and certificate, and
/// the keys of the first people. docs/formats/cluster.md.
namespace aurigraph::cluster {

/// In the cluster's folder and in that of each node with a ledger.
inline constexpr std::string_view kStateSecretFile = "state.secret";

struct FolderLayout {
  std::filesystem::path root;

  [[nodiscard]] std::filesystem::path genesis() const { return root / "cluster.genesis"; }
  /// There from a making's first step to its last: what lies beside it without a genesis is half a cluster.
  [[nodiscard]] std::filesystem::path making() const { return root / "cluster.making"; }
  [[nodiscard]] std::filesystem::path config() const { return root / "cluster.toml"; }
  [[nodiscard]] std::filesystem::path authority() const { return root / "authority.pem"; }
  /// The cluster's own copy of the state secret: whoever adds a node hands it on from here.
  [[nodiscard]] std::filesystem::path stateSecret() const { return root / kStateSecretFile; }
  [[nodiscard]] std::filesystem::path people() const { return root / "keys"; }
  [[nodiscard]] std::filesystem::path passphrase() const { return people() / "passphrase.txt"; }
  [[nodiscard]] std::filesystem::path person(std::string_view name) const {
    return people() / (std::string(name) + ".agkey");
  }
  [[nodiscard]] std::filesystem::path nodes() const { return root / "nodes"; }
  [[nodiscard]] std::filesystem::path node(std::string_view name) const {
    return nodes() / std::string(name);
  }
};

/// Somebody who is on the ledger from the first block.
struct FirstPerson {
  std::string_view name;  ///< Also the file's name.
  wire::RoleMask roles;
  std::string_view organisation;
};
/// One for each role that the first day needs, and three administrators; no two roles in one hand.
[[nodiscard]] std::span<const FirstPerson> firstPeople();

struct ClusterFolder {
  FolderLayout layout;
  wire::Genesis genesis;
  Digest digest;
  bool created = false;  ///< Now, by this call.
};

/// What a new cluster's genesis holds beside what follows from its configuration.
struct GenesisExtras {
  std::vector<Bytes> ruleSets = {};             ///< Canonical encodings.
  std::vector<wire::SourceTerms> sources = {};  ///< Beside the simulator's.
};

/// Opens the cluster in config.folder, or makes it: genesis, authority, keys, certificates, and each voter's
/// log (log_folder.h). One that was broken off while it was made is made anew; once it is made, nothing in it
/// is made again. Certificates with little time left are renewed (R-SEC-2). The people's keys are sealed
/// under a random passphrase in passphrase.txt beside them: good for trying out and training, to be changed
/// for earnest. A simulated cluster's genesis adopts the provider simulator's sources and the
/// facts of its world; a real one begins without any. Only whoever holds the folder's lock may call. Errors:
/// cluster.other_shape (the folder holds a cluster of other nodes or name), cluster.genesis_missing,
/// genesis.malformed, file.unreadable, file.unwritable, certificate.*.
Result<ClusterFolder> openFolder(const ClusterConfig& config, const ClusterPlan& plan,
                                 const GenesisExtras& extras, Nanoseconds now);

/// A cluster.toml that lies in a cluster's folder is about that cluster: a copy of the folder never starts
/// what it was copied from. `base`: where the file lies. Errors: cluster.folder_elsewhere.
Status checkPlace(const ClusterConfig& config, const std::filesystem::path& base);

/// The hosts that the folder's cluster was made for; nothing if there is none or its file cannot be read.
[[nodiscard]] std::optional<HostKind> recordedHosts(const std::filesystem::path& folder);

/// Issues anew what has less than link::kRenewWithinDays left (R-SEC-2). Errors: as openFolder.
Status renewCertificates(const ClusterFolder& folder, const ClusterPlan& plan, Nanoseconds now);

/// Writes a node's node.toml into its folder. Errors: file.unwritable.
Status saveNodeConfig(const FolderLayout& layout, const NodeConfig& config);

/// Errors: file.unreadable, genesis.malformed.
Result<wire::Genesis> loadGenesis(const std::filesystem::path& file);

/// A node's own ledger key, `node.seed`. Errors: file.unreadable, hex.malformed, hex.wrong_length.
Result<crypto::SigningKey> loadNodeKey(const std::filesystem::path& nodeFolder);

/// Whether nodes of this kind have a ledger, and so the secret that salts its state.
[[nodiscard]] bool holdsStateSecret(wire::NodeKind kind);
/// `state.secret` of a node's or a cluster's folder. Errors: node.state_secret_missing, file.unreadable,
/// node.state_secret_open (others than its owner may read it), node.wrong_state_secret (not this genesis's,
/// or no secret at all).
Result<wire::StateSecret> loadStateSecret(const std::filesystem::path& folder, const wire::Genesis& genesis);
/// Hands the cluster's state secret to a node's folder that lacks it: to a new node, or to one whose file was
/// lost. One that is there stays, whatever it holds. Errors: those of loadStateSecret() of the cluster's
/// folder, file.unwritable.
Status handStateSecret(const FolderLayout& layout, const wire::Genesis& genesis, std::string_view node);

/// A first person's key, opened with passphrase.txt. Errors: file.unreadable, keystore.*.
Result<crypto::SigningKey> openPerson(const FolderLayout& layout, std::string_view name);

/// The names of a node's certificate files in its folder, and of the provider simulator's in the root.
inline constexpr std::string_view kNodeCredentials = "tls";
inline constexpr std::string_view kProviderCredentials = "providers";
inline constexpr std::string_view kNodeConfigFile = "node.toml";

}  // namespace aurigraph::cluster
