#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"

/// The built-in certificate authority for embedded and small deployments (R-SEC-2): one self-signed
/// root per cluster, P-256, and 90-day certificates under it for nodes and HTTPS servers. Own
/// certificates are accepted in their place, as long as they chain to the cluster's root and carry the
/// node's name (nodeUri). Keys are TLS keys only: nothing on the ledger is signed with them.
namespace aurigraph::link {

inline constexpr int kCertificateDays = 90;
inline constexpr int kAuthorityDays = 3'650;
/// A node asks for a new certificate when less than this is left.
inline constexpr int kRenewWithinDays = 30;

/// A certificate and its key, both PEM. The key is secret: files that hold it are 0600.
struct Credentials {
  std::string certificatePem;
  std::string keyPem;
};

/// The name a node's certificate carries as URI in its SAN:
/// `aurigraph://<first 16 hex digits of the genesis digest>/node/<id>`.
[[nodiscard]] std::string nodeUri(const Digest& genesis, NodeId node);

/// What we read off a certificate.
struct CertificateFacts {
  std::string subject;            ///< Common name.
  std::vector<std::string> uris;  ///< Of the SAN.
  Nanoseconds notBefore;
  Nanoseconds notAfter;
  Digest pin;  ///< SHA-256 of the SubjectPublicKeyInfo.
};
/// Errors: certificate.unreadable.
Result<CertificateFacts> readCertificate(std::string_view pem);

/// A new TLS key, PEM: for whoever must be pinned before there is a certificate.
/// Errors: certificate.failed.
Result<std::string> makeServerKey();
/// What a certificate for this key will be pinned by. Errors: certificate.unreadable.
Result<Digest> pinOf(std::string_view keyPem);

class CertificateAuthority {
 public:
  /// A new root for a cluster. Errors: certificate.failed (OpenSSL could not).
  static Result<CertificateAuthority> create(std::string_view clusterName, const Digest& genesis,
                                             Nanoseconds now);
  /// From `authority.pem` and `authority.key` of a folder.
  /// Errors: file.unreadable, certificate.unreadable, certificate.other_cluster.
  static Result<CertificateAuthority> load(const std::filesystem::path& folder, const Digest& genesis);
  ~CertificateAuthority();
  CertificateAuthority(CertificateAuthority&&) noexcept;
  CertificateAuthority& operator=(CertificateAuthority&&) noexcept;

  /// Writes both files; the key 0600. Errors: file.unwritable.
  Status save(const std::filesystem::path& folder) const;

  [[nodiscard]] const std::string& certificatePem() const;

  /// For a node's links and its own API port: client and server use, nodeUri, `localhost`, 127.0.0.1,
  /// ::1 and `hosts` (names or addresses) in the SAN.
  Result<Credentials> issueNode(NodeId node, std::string_view name, const std::vector<std::string>& hosts,
                                Nanoseconds now, int days = kCertificateDays) const;
  /// For an HTTPS server that is no node (gateway at the edge, provider simulator).
  Result<Credentials> issueServer(std::string_view name, const std::vector<std::string>& hosts,
                                  Nanoseconds now, int days = kCertificateDays) const;
  /// The same for a key that is there, so that its pin stays. Errors: also certificate.unreadable (the key).
  Result<Credentials> issueServerFor(std::string_view keyPem, std::string_view name,
                                     const std::vector<std::string>& hosts, Nanoseconds now,
                                     int days = kCertificateDays) const;

 private:
  struct State;
  explicit CertificateAuthority(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Reads and writes credentials as `<name>.pem` and `<name>.key` (0600) of a folder.
/// Errors: file.unreadable, file.unwritable.
Result<Credentials> loadCredentials(const std::filesystem::path& folder, std::string_view name);
Status saveCredentials(const Credentials& credentials, const std::filesystem::path& folder,
                       std::string_view name);

}  // namespace aurigraph::link
