#include "nodes/link/certificate_authority.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

#include "core/crypto/sha256.h"
#include "nodes/link/openssl_types.h"

namespace aurigraph::link {
namespace {

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
constexpr std::int64_t kSecondsPerDay = 86'400;
/// Clocks of two machines differ a little: a fresh certificate is valid a little while before "now".
/// A node whose clock is that far behind still speaks to the others, and is named by them (ClockAlarm)
/// instead of being shut out without a word.
constexpr std::int64_t kBackdateSeconds = 86'400;

tl::unexpected<Error> opensslFailed(std::string_view what) {
  const unsigned long code = ERR_get_error();
  ERR_clear_error();
  const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  return fail("certificate.failed",
              "OpenSSL could not " + std::string(what) + ": " + (reason ? reason : "no reason given") + ".",
              "Check that the machine has memory and a working random source.");
}

tl::unexpected<Error> unreadable(std::string_view what) {
  ERR_clear_error();
  return fail("certificate.unreadable", "This is no " + std::string(what) + " in PEM form.",
              "Give the file that the cluster's certificate authority wrote.");
}

KeyPtr newKey() {
  return KeyPtr(EVP_EC_gen("P-256"));
}

std::string keyPem(EVP_PKEY* key) {
  const BioPtr out(BIO_new(BIO_s_mem()));
  if (!out || PEM_write_bio_PKCS8PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
    return {};
  return textOf(out.get());
}

std::string certificatePemOf(X509* certificate) {
  const BioPtr out(BIO_new(BIO_s_mem()));
  if (!out || PEM_write_bio_X509(out.get(), certificate) != 1) return {};
  return textOf(out.get());
}

bool addExtension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  if (extension == nullptr) return false;
  const bool added = X509_add_ext(certificate, extension, -1) == 1;
  X509_EXTENSION_free(extension);
  return added;
}

/// Names go into an extension's text form: only what can stand there without a meaning of its own.
bool isPlainHost(std::string_view host) {
  return !host.empty() && host.size() <= 253 && std::ranges::all_of(host, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == ':' || c == '_';
  });
}

bool isAddress(const std::string& host) {
  ASN1_OCTET_STRING* address = a2i_IPADDRESS(host.c_str());
  const bool is = address != nullptr;
  ASN1_OCTET_STRING_free(address);
  ERR_clear_error();
  return is;
}

/// A certificate with subject, serial and dates; extensions and signature are the caller's.
X509Ptr blankCertificate(std::string_view commonName, std::string_view organization, EVP_PKEY* publicKey,
                         Nanoseconds now, int days) {
  X509Ptr certificate(X509_new());
  if (!certificate) return nullptr;
  std::uint8_t serial[16];
  if (RAND_bytes(serial, sizeof serial) != 1) return nullptr;
  serial[0] &= 0x7F;  // positive
  serial[0] |= 0x01;  // and of full length
  BIGNUM* number = BN_bin2bn(serial, sizeof serial, nullptr);
  BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.get()));
  BN_free(number);

  X509_set_version(certificate.get(), X509_VERSION_3);
  const std::time_t from = now.value / kNanosecondsPerSecond - kBackdateSeconds;
  ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from);
  ASN1_TIME_set(X509_getm_notAfter(certificate.get()),
                from + kBackdateSeconds + static_cast<std::time_t>(days) * kSecondsPerDay);

  X509_NAME* subject = X509_get_subject_name(certificate.get());
  const auto put = [&](const char* field, std::string_view text) {
    return X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(text.data()),
                                      static_cast<int>(std::min<std::size_t>(text.size(), 64)), -1, 0) == 1;
  };
  if (!put("O", organization) || !put("CN", commonName)) return nullptr;
  if (X509_set_pubkey(certificate.get(), publicKey) != 1) return nullptr;
  return certificate;
}

Nanoseconds timeOf(const ASN1_TIME* time) {
  std::tm broken{};
  if (ASN1_TIME_to_tm(time, &broken) != 1) return Nanoseconds(0);
  return Nanoseconds(static_cast<std::int64_t>(timegm(&broken)) * kNanosecondsPerSecond);
}

std::string commonNameOf(X509* certificate) {
  char name[256] = {};
  const int size =
      X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
  return size > 0 ? std::string(name, static_cast<std::size_t>(size)) : std::string();
}

}  // namespace

struct CertificateAuthority::State {
  Digest genesis;
  KeyPtr key;
  X509Ptr certificate;
  std::string pem;

  Result<Credentials> issue(std::string_view name, const std::string& firstNames,
                            const std::vector<std::string>& hosts, const char* usage, Nanoseconds now,
                            int days, KeyPtr leafKey = newKey()) const {
    std::string names = firstNames;
    for (const auto& host : hosts) {
      if (!isPlainHost(host))
        return fail("certificate.bad_host", "\"" + host + "\" is neither a host name nor an address.",
                    "Give names such as node-1.example.org or addresses such as 10.0.0.1.");
      names += (isAddress(host) ? ",IP:" : ",DNS:") + host;
    }
    if (!leafKey) return opensslFailed("make a key");
    const X509Ptr leaf = blankCertificate(name, commonNameOf(certificate.get()), leafKey.get(), now, days);
    if (!leaf) return opensslFailed("make a certificate");
    X509_set_issuer_name(leaf.get(), X509_get_subject_name(certificate.get()));
    X509* issuer = certificate.get();
    if (!addExtension(leaf.get(), issuer, NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(leaf.get(), issuer, NID_key_usage, "critical,digitalSignature") ||
        !addExtension(leaf.get(), issuer, NID_ext_key_usage, usage) ||
        !addExtension(leaf.get(), issuer, NID_subject_key_identifier, "hash") ||
        !addExtension(leaf.get(), issuer, NID_authority_key_identifier, "keyid") ||
        !addExtension(leaf.get(), issuer, NID_subject_alt_name, names) ||
        X509_sign(leaf.get(), key.get(), EVP_sha256()) == 0)
      return opensslFailed("sign a certificate");
    return Credentials{certificatePemOf(leaf.get()), keyPem(leafKey.get())};
  }
};

CertificateAuthority::CertificateAuthority(std::unique_ptr<State> state) : state_(std::move(state)) {}
CertificateAuthority::~CertificateAuthority() = default;
CertificateAuthority::CertificateAuthority(CertificateAuthority&&) noexcept = default;
CertificateAuthority& CertificateAuthority::operator=(CertificateAuthority&&) noexcept = default;

std::string nodeUri(const Digest& genesis, NodeId node) {
  return "aurigraph://" + toHex(genesis.view().first(8)) + "/node/" + std::to_string(node.value);
}

Result<CertificateAuthority> CertificateAuthority::create(std::string_view clusterName, const Digest& genesis,
                                                          Nanoseconds now) {
  auto state = std::make_unique<State>();
  state->genesis = genesis;
  state->key = newKey();
  if (!state->key) return opensslFailed("make a key");
  // The genesis is part of the name, so that the roots of two clusters can be told apart.
  const std::string name = std::string(clusterName.substr(0, 40)) + " " + toHex(genesis.view().first(8));
  state->certificate = blankCertificate(name, "Aurigraph", state->key.get(), now, kAuthorityDays);
  if (!state->certificate) return opensslFailed("make a certificate");
  X509* root = state->certificate.get();
  X509_set_issuer_name(root, X509_get_subject_name(root));
  if (!addExtension(root, root, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
      !addExtension(root, root, NID_key_usage, "critical,keyCertSign,cRLSign") ||
      !addExtension(root, root, NID_subject_key_identifier, "hash") ||
      !addExtension(root, root, NID_subject_alt_name,
                    "URI:aurigraph://" + toHex(genesis.view().first(8)) + "/authority") ||
      X509_sign(root, state->key.get(), EVP_sha256()) == 0)
    return opensslFailed("sign a certificate");
  state->pem = certificatePemOf(root);
  return CertificateAuthority(std::move(state));
}

Result<CertificateAuthority> CertificateAuthority::load(const std::filesystem::path& folder,
                                                        const Digest& genesis) {
  const auto credentials = loadCredentials(folder, "authority");
  if (!credentials) return propagate(credentials);
  auto state = std::make_unique<State>();
  state->genesis = genesis;
  state->certificate = certificateFromPem(credentials->certificatePem);
  if (!state->certificate) return unreadable("certificate");
  state->key = keyFromPem(credentials->keyPem);
  if (!state->key) return unreadable("private key");
  const auto facts = readCertificate(credentials->certificatePem);
  if (!facts) return propagate(facts);
  const std::string own = "aurigraph://" + toHex(genesis.view().first(8)) + "/authority";
  if (std::ranges::find(facts->uris, own) == facts->uris.end() ||
      X509_check_private_key(state->certificate.get(), state->key.get()) != 1) {
    ERR_clear_error();
    return fail("certificate.other_cluster",
                "The certificate authority in " + folder.string() +
                    " belongs to another cluster, or its key to another one.",
                "Restore authority.pem and authority.key of this cluster from your backup.");
  }
  state->pem = credentials->certificatePem;
  return CertificateAuthority(std::move(state));
}

Status CertificateAuthority::save(const std::filesystem::path& folder) const {
  return saveCredentials({state_->pem, keyPem(state_->key.get())}, folder, "authority");
}

const std::string& CertificateAuthority::certificatePem() const {
  return state_->pem;
}

Result<Credentials> CertificateAuthority::issueNode(NodeId node, std::string_view name,
                                                    const std::vector<std::string>& hosts, Nanoseconds now,
                                                    int days) const {
  return state_->issue(name, "URI:" + nodeUri(state_->genesis, node) + ",DNS:localhost,IP:127.0.0.1,IP:::1",
                       hosts, "serverAuth,clientAuth", now, days);
}

Result<Credentials> CertificateAuthority::issueServer(std::string_view name,
                                                      const std::vector<std::string>& hosts, Nanoseconds now,
                                                      int days) const {
  return state_->issue(name, "DNS:localhost,IP:127.0.0.1,IP:::1", hosts, "serverAuth", now, days);
}

Result<Credentials> CertificateAuthority::issueServerFor(std::string_view keyPem, std::string_view name,
                                                         const std::vector<std::string>& hosts,
                                                         Nanoseconds now, int days) const {
  KeyPtr key = keyFromPem(keyPem);
  if (!key) return unreadable("private key");
  return state_->issue(name, "DNS:localhost,IP:127.0.0.1,IP:::1", hosts, "serverAuth", now, days,
                       std::move(key));
}

Result<std::string> makeServerKey() {
  const KeyPtr key = newKey();
  if (!key) return opensslFailed("make a key");
  return keyPem(key.get());
}

Result<Digest> pinOf(std::string_view keyPem) {
  const KeyPtr key = keyFromPem(keyPem);
  unsigned char* info = nullptr;
  const int size = key ? i2d_PUBKEY(key.get(), &info) : 0;
  if (size <= 0) return unreadable("private key");
  const Digest pin = crypto::sha256(ByteView(info, static_cast<std::size_t>(size)));
  OPENSSL_free(info);
  return pin;
}

Result<CertificateFacts> readCertificate(std::string_view pem) {
  const X509Ptr certificate = certificateFromPem(pem);
  if (!certificate) return unreadable("certificate");
  return factsOf(certificate.get());
}

CertificateFacts factsOf(X509* certificate) {
  CertificateFacts facts;
  facts.subject = commonNameOf(certificate);
  facts.notBefore = timeOf(X509_get0_notBefore(certificate));
  facts.notAfter = timeOf(X509_get0_notAfter(certificate));
  if (auto* names = static_cast<GENERAL_NAMES*>(
          X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr))) {
    for (int index = 0; index < sk_GENERAL_NAME_num(names); ++index) {
      const GENERAL_NAME* name = sk_GENERAL_NAME_value(names, index);
      if (name->type != GEN_URI) continue;
      const ASN1_IA5STRING* uri = name->d.uniformResourceIdentifier;
      facts.uris.emplace_back(reinterpret_cast<const char*>(ASN1_STRING_get0_data(uri)),
                              static_cast<std::size_t>(ASN1_STRING_length(uri)));
    }
    GENERAL_NAMES_free(names);
  }
  unsigned char* info = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &info);
  if (size > 0) facts.pin = crypto::sha256(ByteView(info, static_cast<std::size_t>(size)));
  OPENSSL_free(info);
  return facts;
}

X509Ptr certificateFromPem(std::string_view pem) {
  const BioPtr in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return X509Ptr(in ? PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr) : nullptr);
}

KeyPtr keyFromPem(std::string_view pem) {
  const BioPtr in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  // An empty passphrase, never a question on the terminal.
  return KeyPtr(in ? PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, const_cast<char*>("")) : nullptr);
}

std::string textOf(BIO* memory) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory, &data);
  return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

}  // namespace aurigraph::link
