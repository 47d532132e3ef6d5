#include "core/base/crc32c.h"

#include <gtest/gtest.h>

namespace aurigraph {
namespace {

TEST(Crc32c, GivesThePublishedCheckValue) {
  EXPECT_EQ(crc32c(asBytes("123456789")), 0xE306'9283U);
  EXPECT_EQ(crc32c(Bytes(32, 0)), 0x8A91'36AAU);     // RFC 3720 B.4
  EXPECT_EQ(crc32c(Bytes(32, 0xFF)), 0x62A8'AB43U);  // RFC 3720 B.4
  EXPECT_EQ(crc32c({}), 0U);
}

TEST(Crc32c, PartsGiveTheSameAsTheWhole) {
  const std::string text = "the same bytes, summed in two goes of odd length";
  for (std::size_t cut = 0; cut <= text.size(); ++cut)
    EXPECT_EQ(crc32c(asBytes(text).subspan(cut), crc32c(asBytes(text).first(cut))), crc32c(asBytes(text)));
}

}  // namespace
}  // namespace aurigraph
