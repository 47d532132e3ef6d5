// The fuzz targets on damaged valid encodings, a fixed number of them from a fixed seed, so that every
// build meets them. The open-ended search is tests/fuzz/run.

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "core/wire/commands.h"
#include "core/wire/genesis.h"
#include "core/wire/proof_bundle.h"
#include "core/wire/record.h"
#include "core/wire/seal.h"
#include "core/wire/state_rows.h"
#include "tests/fuzz/decoders.h"

namespace aurigraph {
namespace {

std::vector<Bytes> validEncodings() {
  wire::Genesis genesis;
  genesis.clusterName = "fuzz";
  genesis.nodes = {{NodeId(1), wire::NodeKind::kValidator, "validator-1", {}}};
  genesis.identities = {{"issuer", {}, maskOf(wire::Role::kIssuer)}};
  wire::Record record;
  record.assetKey = "US:06037:1";
  record.fields = {{"a", wire::Quantity{Decimal::of(5), "USD"}, wire::ParseQuality::kExact, "/a"},
                   {"b", std::string("text"), wire::ParseQuality::kNormalized, "/b"}};
  wire::Certificate certificate;
  certificate.votes = {{NodeId(1), {}}, {NodeId(2), {}}};
  wire::ProofBundle bundle;
  bundle.genesis = encode(genesis);
  for (auto* operation : {&bundle.registration, &bundle.issue}) {
    operation->batchHeader.resize(256);
    operation->blockHeader.resize(256);
  }
  bundle.certificate = certificate;
  wire::TokenRow token;
  token.symbol = "HOME-1";
  return {encode(genesis),
          encode(record),
          encode(wire::ScoreInputs{}),
          encode(certificate),
          encode(bundle),
          encode(token),
          encode(wire::Seal{}),
          encode(wire::AssetRow{}),
          wire::encodePayload(wire::IssueToken{}),
          wire::encodePayload(wire::DecideReview{})};
}

TEST(HostileBytes, DamagedEncodingsNeverDecodeToSomethingElse) {
  std::mt19937 random(20'261'123);
  for (const Bytes& valid : validEncodings())
    for (std::size_t decoder = 0; decoder < fuzz::decoderCount(); ++decoder)
      for (int round = 0; round < 4'000; ++round) {
        Bytes input = {static_cast<std::uint8_t>(decoder)};
        input.insert(input.end(), valid.begin(), valid.end());
        for (unsigned changes = random() % 4; changes > 0 && input.size() > 1; --changes) {
          const std::size_t at = 1 + random() % (input.size() - 1);
          switch (random() % 4) {
            case 0:
              input[at] = static_cast<std::uint8_t>(random());
              break;
            case 1:
              input[at] = random() % 2 == 0 ? 0xFF : 0;
              break;
            case 2:
              input.resize(at);
              break;
            default:
              input.insert(input.begin() + static_cast<std::ptrdiff_t>(at),
                           static_cast<std::uint8_t>(random()));
          }
        }
        fuzz::decodeOne(input);  // ends the process if a promise breaks
      }
}

}  // namespace
}  // namespace aurigraph
