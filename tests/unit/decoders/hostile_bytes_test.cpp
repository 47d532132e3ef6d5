// The fuzz targets on damaged valid encodings, a fixed number of them from a fixed seed, so that every
// build meets them. The open-ended search is tests/fuzz/run.

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <variant>
#include <vector>

#include "core/consensus/messages.h"
#include "core/wire/commands.h"
#include "tests/fuzz/decoders.h"
#include "tests/fuzz/seeds.h"
#include "tests/unit/proof/forger.h"

namespace aurigraph {
namespace {

std::size_t decoderNamed(std::string_view name) {
  for (std::size_t at = 0; at < fuzz::decoderCount(); ++at)
    if (fuzz::decoderName(at) == name) return at;
  ADD_FAILURE() << "there is no decoder of a " << name;
  return 0;
}

/// What the fuzzer begins with, and a bundle that holds: that one leads all the way through the verifier.
std::vector<fuzz::Seed> seeds() {
  auto out = fuzz::seeds();
  out.push_back({"proof bundle", test::Forger().bytes()});
  return out;
}

TEST(Seeds, EachIsTakenByItsDecoder) {
  for (const fuzz::Seed& seed : seeds())
    EXPECT_TRUE(fuzz::decodes(decoderNamed(seed.decoder), seed.bytes))
        << "a " << seed.decoder << " of " << seed.bytes.size() << " bytes";
}

TEST(Seeds, EveryDecoderHasOne) {
  std::set<std::string_view> names;
  for (const fuzz::Seed& seed : fuzz::seeds()) names.insert(seed.decoder);
  for (std::size_t at = 0; at < fuzz::decoderCount(); ++at)
    EXPECT_TRUE(names.contains(fuzz::decoderName(at))) << fuzz::decoderName(at) << " has no seed";
}

TEST(Seeds, EveryKindOfCommandHasOne) {
  std::set<std::size_t> kinds;
  for (const fuzz::Seed& seed : fuzz::seeds()) {
    if (seed.decoder != "command") continue;
    ASSERT_GE(seed.bytes.size(), 2U);
    const auto kind = static_cast<std::uint16_t>(seed.bytes[0] | (seed.bytes[1] << 8));
    const auto command = wire::decodeCommand(kind, ByteView(seed.bytes).subspan(2));
    ASSERT_TRUE(command) << kind;
    kinds.insert(command->index());
  }
  EXPECT_EQ(kinds.size(), std::variant_size_v<wire::AnyCommand>);
}

TEST(Seeds, EveryKindOfMessageHasOne) {
  std::set<std::size_t> kinds;
  for (const fuzz::Seed& seed : fuzz::seeds()) {
    if (seed.decoder != "message") continue;
    const auto message = consensus::decodeMessage(seed.bytes, {}, Digest{}, Lane(0));
    ASSERT_TRUE(message) << message.error().message;
    kinds.insert(message->body.index());
  }
  EXPECT_EQ(kinds.size(), std::variant_size_v<consensus::MessageBody>);
}

/// Bytes of another decoder are noise to this one; its own lead into it, so they are tried more often.
int roundsOf(bool own, std::size_t sizeBytes) {
  constexpr std::size_t kLargeBytes = 4 * 1024;
  if (!own) return 1'000;
  return sizeBytes > kLargeBytes ? 1'000 : 4'000;
}

TEST(HostileBytes, DamagedEncodingsNeverDecodeToSomethingElse) {
  std::mt19937 random(20'261'123);
  for (const auto& [name, valid] : seeds())
    for (std::size_t decoder = 0; decoder < fuzz::decoderCount(); ++decoder)
      for (int round = roundsOf(fuzz::decoderName(decoder) == name, valid.size()); round > 0; --round) {
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
