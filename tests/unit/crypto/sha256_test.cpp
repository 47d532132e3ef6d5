#include "core/crypto/sha256.h"

#include <gtest/gtest.h>

#include <optional>

namespace aurigraph::crypto {
namespace {

TEST(DomainBlock, IsATaggedHashWhoseFirstBlockIsFilledUp) {
  const Bytes shared(32, 7);
  const Bytes part(10, 3);
  const Bytes more(40, 5);
  const std::string_view domain = "aurigraph/row-salt/1";
  const Bytes fill(64 - domain.size() - 1 - shared.size());
  const DomainBlock block(domain, shared);
  EXPECT_EQ(block.hash({part}), taggedHash(domain, {shared, fill, part}));
  EXPECT_EQ(block.hash({part, more}), taggedHash(domain, {shared, fill, part, more}));
  EXPECT_EQ(DomainBlock(domain).hash({}), taggedHash(domain, {Bytes(64 - domain.size() - 1)}));
}

TEST(DomainBlock, ACopyOutlivesWhatItWasCopiedFrom) {
  const Bytes part(10, 3);
  std::optional<DomainBlock> first(DomainBlock("a", part));
  const DomainBlock copy = *first;
  const Digest before = first->hash({part});
  first.reset();
  EXPECT_EQ(copy.hash({part}), before);
}

}  // namespace
}  // namespace aurigraph::crypto
