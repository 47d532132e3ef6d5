#include "nodes/link/certificate_authority.h"

#include <gtest/gtest.h>
#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <sys/stat.h>

#include <algorithm>

#include "nodes/link/openssl_types.h"

namespace aurigraph::link {
namespace {

constexpr std::int64_t kDay = 86'400'000'000'000;
const Nanoseconds kNow(1'800'000'000'000'000'000);

Digest digestOf(std::uint8_t first) {
  Digest digest;
  digest.bytes.fill(first);
  return digest;
}

std::filesystem::path freshFolder(const char* name) {
  const auto folder = std::filesystem::path(testing::TempDir()) / name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

/// OpenSSL's own verdict on leaf under root at a time.
int verdict(const std::string& rootPem, const std::string& leafPem, Nanoseconds at) {
  const X509Ptr root = certificateFromPem(rootPem);
  const X509Ptr leaf = certificateFromPem(leafPem);
  X509_STORE* store = X509_STORE_new();
  X509_STORE_add_cert(store, root.get());
  X509_STORE_CTX* context = X509_STORE_CTX_new();
  X509_STORE_CTX_init(context, store, leaf.get(), nullptr);
  X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context), at.value / 1'000'000'000);
  X509_verify_cert(context);
  const int result = X509_STORE_CTX_get_error(context);
  X509_STORE_CTX_free(context);
  X509_STORE_free(store);
  ERR_clear_error();
  return result;
}

TEST(CertificateAuthority, IssuesNodesThatChainToItForNinetyDays) {
  const auto authority = CertificateAuthority::create("demo", digestOf(7), kNow);
  ASSERT_TRUE(authority) << authority.error().message;
  const auto node = authority->issueNode(NodeId(3), "validator-3", {"v3.example.org", "10.0.0.3"}, kNow);
  ASSERT_TRUE(node) << node.error().message;
  const auto& root = authority->certificatePem();
  EXPECT_EQ(verdict(root, node->certificatePem, kNow), X509_V_OK);
  EXPECT_EQ(verdict(root, node->certificatePem, Nanoseconds(kNow.value + 89 * kDay)), X509_V_OK);
  EXPECT_EQ(verdict(root, node->certificatePem, Nanoseconds(kNow.value + 91 * kDay)),
            X509_V_ERR_CERT_HAS_EXPIRED);
  // Whose clock is hours behind speaks to the others and is named by them; days behind is another matter.
  EXPECT_EQ(verdict(root, node->certificatePem, Nanoseconds(kNow.value - kDay / 2)), X509_V_OK);
  EXPECT_EQ(verdict(root, node->certificatePem, Nanoseconds(kNow.value - 2 * kDay)),
            X509_V_ERR_CERT_NOT_YET_VALID);
}

TEST(CertificateAuthority, NodeCarriesItsClusterAndNumber) {
  const auto authority = CertificateAuthority::create("demo", digestOf(0xAB), kNow);
  ASSERT_TRUE(authority);
  const auto node = authority->issueNode(NodeId(12), "business-2", {}, kNow);
  ASSERT_TRUE(node);
  const auto facts = readCertificate(node->certificatePem);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->subject, "business-2");
  EXPECT_EQ(facts->uris, std::vector<std::string>{"aurigraph://abababababababab/node/12"});
  EXPECT_FALSE(facts->pin.isZero());
}

TEST(CertificateAuthority, AnotherAuthoritysCertificateIsAStranger) {
  const auto ours = CertificateAuthority::create("demo", digestOf(1), kNow);
  const auto theirs = CertificateAuthority::create("demo", digestOf(1), kNow);
  ASSERT_TRUE(ours && theirs);
  const auto node = theirs->issueNode(NodeId(1), "validator-1", {}, kNow);
  ASSERT_TRUE(node);
  EXPECT_NE(verdict(ours->certificatePem(), node->certificatePem, kNow), X509_V_OK);
}

TEST(CertificateAuthority, SurvivesSaveAndLoadAndKeepsItsKeyPrivate) {
  const auto folder = freshFolder("authority");
  const auto made = CertificateAuthority::create("demo", digestOf(2), kNow);
  ASSERT_TRUE(made && made->save(folder));
  struct stat facts {};
  ASSERT_EQ(::stat((folder / "authority.key").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
  const auto loaded = CertificateAuthority::load(folder, digestOf(2));
  ASSERT_TRUE(loaded) << loaded.error().message;
  const auto node = loaded->issueNode(NodeId(1), "validator-1", {}, kNow);
  ASSERT_TRUE(node);
  EXPECT_EQ(verdict(made->certificatePem(), node->certificatePem, kNow), X509_V_OK);
  const auto wrong = CertificateAuthority::load(folder, digestOf(3));
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, "certificate.other_cluster");
}

TEST(CertificateAuthority, AKeysPinIsKnownBeforeItsCertificateAndStays) {
  const auto key = makeServerKey();
  ASSERT_TRUE(key);
  const auto pin = pinOf(*key);
  ASSERT_TRUE(pin);
  const auto authority = CertificateAuthority::create("demo", digestOf(2), kNow);
  ASSERT_TRUE(authority);
  for (int issued = 0; issued < 2; ++issued) {
    const auto made = authority->issueServerFor(*key, "provider simulator", {}, kNow);
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->keyPem, *key);
    EXPECT_EQ(readCertificate(made->certificatePem)->pin, *pin);
    EXPECT_EQ(verdict(authority->certificatePem(), made->certificatePem, kNow), X509_V_OK);
  }
  EXPECT_EQ(pinOf("no key").error().code, "certificate.unreadable");
  EXPECT_EQ(authority->issueServerFor("no key", "x", {}, kNow).error().code, "certificate.unreadable");
}

TEST(CertificateAuthority, HostsCannotSmuggleNamesIntoACertificate) {
  const auto authority = CertificateAuthority::create("demo", digestOf(2), kNow);
  ASSERT_TRUE(authority);
  const auto bad = authority->issueServer("gateway", {"a,URI:aurigraph://0202020202020202/node/1"}, kNow);
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, "certificate.bad_host");
}

TEST(CertificateAuthority, GarbageIsRefusedWithACode) {
  EXPECT_EQ(readCertificate("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").error().code,
            "certificate.unreadable");
  const auto folder = freshFolder("no-authority");
  EXPECT_EQ(CertificateAuthority::load(folder, digestOf(2)).error().code, "file.unreadable");
}

}  // namespace
}  // namespace aurigraph::link
