#include "core/quality/fields.h"

#include <gtest/gtest.h>

namespace aurigraph::quality {
namespace {

std::size_t sizeOf(std::vector<std::string> names) {
  wire::Record record;
  for (std::string& name : names)
    record.fields.push_back({std::move(name), true, wire::ParseQuality::kExact, ""});
  EXPECT_TRUE(wire::canonicalize(record));
  return listSize(record, "sensors");
}

TEST(ListSize, IsOfTheElementsThatAreThere) {
  EXPECT_EQ(sizeOf({}), 0U);
  EXPECT_EQ(sizeOf({"sensors", "items[0].value"}), 0U);
  EXPECT_EQ(sizeOf({"sensors[0].type", "sensors[0].value", "sensors[1].value"}), 2U);
  EXPECT_EQ(sizeOf({"sensors[0].value", "sensors[2].type", "sensors[2].value"}), 3U) << "one is missing";
}

TEST(ListSize, IsNotMuchMoreThanTheFieldsThatPayForIt) {
  EXPECT_EQ(sizeOf({"sensors[63].value"}), 64U);
  EXPECT_EQ(sizeOf({"sensors[1023].value"}), 64U);
  EXPECT_EQ(sizeOf({"sensors[99999].value"}), 64U);
  EXPECT_EQ(sizeOf({"sensors[x].value"}), 64U);
}

}  // namespace
}  // namespace aurigraph::quality
