#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

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
