// Frames of the batch stream: what is written is read back, what is hostile is refused before memory is
// taken.

#include "core/wire/stream_frame.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>

namespace aurigraph::wire {
namespace {

Bytes headBytes(StreamFrameKind kind, std::uint32_t size, std::uint64_t id = 7) {
  const auto bytes = encode(StreamFrameHead{kind, size, id});
  return {bytes.begin(), bytes.end()};
}

TEST(StreamFrame, HeadsAndPayloadsAreReadBackAsWritten) {
  const StreamFrameHead head{StreamFrameKind::kBatch, 320, 0x0102'0304'0506'0708};
  EXPECT_EQ(decodeStreamFrameHead(encode(head)).value(), head);
  const StreamCredits credits{5, 1 << 20};
  EXPECT_EQ(decodeStreamCredits(encode(credits)).value(), credits);
  StreamCommitted committed{{}, Height(9), 3, {0, 10, {{4, 17, 1}}}};
  committed.batch.bytes.fill(0xAB);
  EXPECT_EQ(decodeStreamCommitted(encode(committed)).value(), committed);
  const StreamProblem problem{"session.gap", "An earlier request is missing.", "Send it."};
  EXPECT_EQ(decodeStreamProblem(encode(problem)).value(), problem);
}

TEST(StreamFrame, NoHeadAnnouncesMoreThanItsKindMayHold) {
  EXPECT_TRUE(decodeStreamFrameHead(headBytes(StreamFrameKind::kBatch, kMaxSignedBatchBytes)));
  for (const auto& bad :
       {headBytes(StreamFrameKind::kBatch, kMaxSignedBatchBytes + 1),
        headBytes(StreamFrameKind::kBatch, limits::kBatchHeaderBytes), headBytes(StreamFrameKind::kFinal, 1),
        headBytes(StreamFrameKind::kWelcome, 17), headBytes(StreamFrameKind::kCommitted, UINT32_MAX),
        headBytes(StreamFrameKind::kClosing, 1'000'000), headBytes(static_cast<StreamFrameKind>(99), 0)})
    EXPECT_EQ(decodeStreamFrameHead(bad).error().code, "stream.bad_frame");
  for (const std::size_t at : {1, 2, 3}) {
    auto reserved = headBytes(StreamFrameKind::kFinal, 0);
    reserved[at] = 1;
    EXPECT_FALSE(decodeStreamFrameHead(reserved)) << at;
  }
  EXPECT_FALSE(decodeStreamFrameHead(Bytes(15)));
}

TEST(StreamFrame, DamagedPayloadsAreRefused) {
  const auto committed = encode(StreamCommitted{{}, Height(9), 3, {0, 10, {{4, 17, 1}}}});
  for (std::size_t size = 0; size < committed.size(); ++size)
    EXPECT_FALSE(decodeStreamCommitted(ByteView(committed).first(size))) << size;
  EXPECT_FALSE(decodeStreamCredits(encode(StreamCredits{0, 1})));
  EXPECT_FALSE(decodeStreamProblem(encode(StreamProblem{})));
}

// docs/formats/gateway.md, "Batch stream".
TEST(StreamFrame, ThePageHasTheKindsAndOffsetsOfTheCode) {
  std::ifstream file(std::string(AURIGRAPH_SOURCE_DIR) + "/docs/formats/gateway.md");
  static const std::regex kRow(R"(^\| (\d+) \| (\w+) \|.*)");
  std::map<std::string, std::size_t> page;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) inside = line == "## Batch stream";
    std::smatch match;
    if (inside && std::regex_match(line, match, kRow)) page[match[2]] = std::stoul(match[1]);
  }
  const auto number = [](StreamFrameKind kind) { return static_cast<std::size_t>(kind); };
  const std::map<std::string, std::size_t> code = {{"kind", 0},
                                                   {"reserved", 1},
                                                   {"size", 4},
                                                   {"id", 8},
                                                   {"batch", number(StreamFrameKind::kBatch)},
                                                   {"welcome", number(StreamFrameKind::kWelcome)},
                                                   {"committed", number(StreamFrameKind::kCommitted)},
                                                   {"final", number(StreamFrameKind::kFinal)},
                                                   {"refused", number(StreamFrameKind::kRefused)},
                                                   {"closing", number(StreamFrameKind::kClosing)},
                                                   {"unproven", number(StreamFrameKind::kUnproven)}};
  EXPECT_EQ(page, code);
  StreamFrameHead head{StreamFrameKind::kFinal, 0x0A0B0C0D, 0x1122};
  const auto bytes = encode(head);
  EXPECT_EQ(bytes[0], 18);
  EXPECT_EQ(bytes[4], 0x0D);
  EXPECT_EQ(bytes[8], 0x22);
}

}  // namespace
}  // namespace aurigraph::wire
