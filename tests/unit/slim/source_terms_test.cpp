// What a set-up asks the ledger to believe, and how what a fetch says is lowered to it.

#include "nodes/slim/source_terms.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "nodes/providers/demo_questions.h"
#include "nodes/slim/simulated_sources.h"

namespace aurigraph::slim {
namespace {

using wire::Origin;
using wire::RecordKind;
using wire::SourceSession;
using wire::SourceTier;

Digest digestOf(std::uint8_t fill) {
  Digest out;
  out.bytes.fill(fill);
  return out;
}

connectors::SourceConfig county() {
  connectors::SourceConfig out;
  out.provider = "county-title";
  out.baseUrl = "https://recorder.example-county.gov:8443/v1";
  out.pins = {digestOf(9), digestOf(2)};
  return out;
}

wire::TransportFacts everything() {
  wire::TransportFacts out;
  out.allowedHostOverTls = out.pinnedKey = out.authenticatedSession = out.payloadSigned = true;
  return out;
}

wire::Record realRecord() {
  wire::Record out;
  out.tier = SourceTier::kRegistryOfRecord;
  out.fetch.transport = everything();
  return out;
}

TEST(TermsOf, SayWhatTheSetUpProvesAndNoMore) {
  const auto terms = termsOf(county());
  ASSERT_TRUE(terms) << terms.error().message;
  EXPECT_TRUE(areSound(*terms));
  EXPECT_TRUE(terms->canonical());
  EXPECT_EQ(terms->name, "county-title");
  EXPECT_EQ(terms->provider, "county-title");
  EXPECT_EQ(terms->host, "recorder.example-county.gov");
  EXPECT_EQ(terms->pins, (std::vector{digestOf(2), digestOf(9)}));
  EXPECT_EQ(terms->tier, SourceTier::kRegistryOfRecord);
  EXPECT_EQ(terms->session, SourceSession::kCredential);
  EXPECT_EQ(terms->origin, Origin::kReal);
  EXPECT_EQ(terms->signer, std::nullopt) << "nobody's signature is verified";
  EXPECT_EQ(terms->recordsPerHour, kMostRecordsPerHour) << "ten calls a second";
  EXPECT_TRUE(std::ranges::binary_search(terms->kinds, RecordKind::kPropertyTitle));

  auto carrier = county();
  carrier.name = "carrier";
  carrier.provider = "epcis";
  carrier.baseUrl.clear();
  carrier.withoutKey = true;
  carrier.tier = SourceTier::kPublicApi;
  carrier.simulated = true;
  const auto its = termsOf(carrier);
  ASSERT_TRUE(its);
  EXPECT_EQ(its->name, "carrier");
  EXPECT_EQ(its->provider, "epcis");
  EXPECT_EQ(its->host, "epcis.example.org") << "the preset's";
  EXPECT_EQ(its->tier, SourceTier::kPublicApi);
  EXPECT_EQ(its->session, SourceSession::kNone);
  EXPECT_EQ(its->origin, Origin::kSimulated);

  auto slow = county();
  slow.provider = "open-meteo";
  EXPECT_EQ(termsOf(slow)->recordsPerHour, 5'000U) << "the tightest of three budgets";
  slow.provider = "carbon-price";
  EXPECT_EQ(termsOf(slow)->recordsPerHour, kLeastRecordsPerHour);
}

TEST(TermsOf, AnAddressIsAHost) {
  auto source = county();
  for (const auto& [url, host] :
       {std::pair{"https://[::1]:9443/alpaca", "::1"}, std::pair{"https://127.0.0.1/x", "127.0.0.1"}}) {
    source.baseUrl = url;
    EXPECT_EQ(termsOf(source)->host, host);
  }
  for (const char* bad : {"http://x.org", "https://", "https://:80/", "x"}) {
    source.baseUrl = bad;
    EXPECT_EQ(termsOf(source).error().code, "http.bad_base_url") << bad;
  }
  source.provider = "nobody";
  EXPECT_EQ(termsOf(source).error().code, "provider.unknown");
}

/// Whatever the demo asks is of a source that its genesis adopts.
TEST(SimulatedTerms, AreOfEverySourceThatTheDemoAsks) {
  const auto terms = simulatedTerms(digestOf(7));
  ASSERT_TRUE(terms) << terms.error().message;
  EXPECT_TRUE(std::ranges::is_sorted(*terms, std::ranges::less_equal(), &wire::SourceTerms::name));
  for (const auto& question : providers::demoQuestions(providers::demoWorld(1))) {
    const auto found = std::ranges::find(*terms, question.source, &wire::SourceTerms::name);
    ASSERT_NE(found, terms->end()) << question.source;
    EXPECT_TRUE(areSound(*found)) << question.source;
    EXPECT_EQ(found->origin, Origin::kSimulated) << question.source;
  }
  for (const SourceSetup& setup : simulatedSources("https://localhost:9443", {}, digestOf(7), {}))
    EXPECT_TRUE(std::ranges::count(*terms, *termsOf(setup.source)) == 1) << "whatever the port";
}

TEST(LowerTo, NothingIsClaimedThatTheTermsDoNotBear) {
  const auto own = *termsOf(county());
  auto believed = own;
  auto record = realRecord();
  lowerTo(believed, own, record);
  auto expected = everything();
  expected.payloadSigned = false;
  EXPECT_EQ(record.fetch.transport, expected) << "as adopted: only the signature is nobody's";

  believed.pins = {digestOf(2)};  // one of the keys that we would take is unknown to the ledger
  believed.session = SourceSession::kNone;
  believed.tier = SourceTier::kPublicApi;
  believed.origin = Origin::kSimulated;
  record = realRecord();
  lowerTo(believed, own, record);
  EXPECT_FALSE(record.fetch.transport.pinnedKey);
  EXPECT_FALSE(record.fetch.transport.authenticatedSession);
  EXPECT_TRUE(record.fetch.transport.allowedHostOverTls);
  EXPECT_EQ(record.tier, SourceTier::kPublicApi);
  EXPECT_EQ(record.origin, Origin::kSimulated);
  EXPECT_EQ(believedOf(record, believed), asStated(record)) << "the ledger believes all that is left";

  believed.host = "elsewhere.org";
  record = realRecord();
  lowerTo(believed, own, record);
  EXPECT_FALSE(record.fetch.transport.allowedHostOverTls) << "another host than the ledger's";
}

TEST(LowerTo, TermsNeverRaise) {
  auto own = *termsOf(county());
  own.tier = SourceTier::kScraped;
  auto believed = *termsOf(county());
  believed.signer = PublicKey{};
  auto record = realRecord();
  record.fetch.transport = {};
  record.origin = Origin::kReplayed;
  lowerTo(believed, own, record);
  EXPECT_EQ(record.fetch.transport, wire::TransportFacts{});
  EXPECT_EQ(record.tier, SourceTier::kScraped);
  EXPECT_EQ(record.origin, Origin::kReplayed);
}

}  // namespace
}  // namespace aurigraph::slim
