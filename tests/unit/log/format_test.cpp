#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "nodes/log/format.h"

namespace aurigraph::log {
namespace {

RC_GTEST_PROP(Format, AnyFlippedBitOfAPageIsNoticed, (std::uint64_t sequence, std::uint64_t salt)) {
  SuperBlock super;
  super.sequence = sequence;
  super.salt = salt;
  Bytes page = encodePage(super);
  RC_ASSERT(readSuper(page).has_value() && readSuper(page)->salt == salt);
  const auto bit = *rc::gen::inRange<std::size_t>(0, kPageBytes * 8);
  page[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
  RC_ASSERT(!readSuper(page).has_value());
}

RC_GTEST_PROP(Format, AnyFlippedBitOfAFramePageIsNoticed, (std::uint64_t salt)) {
  Bytes page(kPageBytes, 0x5A);
  FrameHeader header;
  header.salt = salt;
  sealFramePage(page, header);
  RC_ASSERT(readFrameHeader(page)->salt == salt);
  const auto bit = *rc::gen::inRange<std::size_t>(0, kPageBytes * 8);
  page[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
  const auto read = readFrameHeader(page);
  RC_ASSERT(!read.has_value() || read->lane != Lane());  // the lane stands before the checked bytes
}

TEST(Format, ThePageSaysTheFramesOffsetsAsTheCodeDoes) {
  std::ifstream file(std::string(AURIGRAPH_SOURCE_DIR) + "/docs/formats/log.md");
  static const std::regex kRow(R"(^\| (\d+) \| (u16|u32|u64|32|124) \|.*)");
  std::vector<std::size_t> offsets;
  for (std::string line; std::getline(file, line);)
    if (std::smatch match; std::regex_match(line, match, kRow)) offsets.push_back(std::stoul(match[1]));
  EXPECT_EQ(
      offsets,
      (std::vector<std::size_t>{
          offsetof(FrameHeader, magic), offsetof(FrameHeader, format), offsetof(FrameHeader, lane),
          offsetof(FrameHeader, headerCrc), offsetof(FrameHeader, bodyCrc), offsetof(FrameHeader, position),
          offsetof(FrameHeader, salt), offsetof(FrameHeader, term), offsetof(FrameHeader, height),
          offsetof(FrameHeader, synced), offsetof(FrameHeader, stateSequence),
          offsetof(FrameHeader, previous), offsetof(FrameHeader, hash), offsetof(FrameHeader, bodySize),
          offsetof(FrameHeader, reserved)}));
}

TEST(Format, SegmentNamesReadBackAndNothingElseDoes) {
  EXPECT_EQ(segmentName(7), "segment-00000007");
  EXPECT_EQ(segmentSequence("segment-00000007"), 7U);
  EXPECT_EQ(segmentSequence(segmentName(123'456'789)), 123'456'789U);
  for (const char* name :
       {"segment-", "segment-7", "segment-0000000x", "segment-00000000", "segment-00000007 ",
        "segment--0000007", "spare", "state", "", "segment-99999999999"})
    EXPECT_FALSE(segmentSequence(name)) << name;
}

}  // namespace
}  // namespace aurigraph::log
