// A table keeps its indexes through everything that happens to its rows.

#include "core/ledger/table.h"

#include <gtest/gtest.h>

#include <optional>

namespace aurigraph::ledger {
namespace {

/// One of each kind of index.
struct Thing {
  static constexpr wire::StateTable kTable{0};
  static constexpr std::string_view kName = "things";
  static constexpr bool kShownInProofs = true;

  std::uint32_t key = 0;
  std::uint32_t group = 0;
  std::uint32_t weight = 0;
  bool operator==(const Thing&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("key", self.key, wire::form::Whole{UINT32_MAX});
    visit("group", self.group, wire::form::Whole{UINT32_MAX});
    visit("weight", self.weight, wire::form::Whole{UINT32_MAX});
  }
  struct Indexes;
};
bool isHeavy(const Thing& thing) {
  return thing.weight > 100;
}
std::uint64_t twice(const Thing& thing) {
  return 2ULL * thing.key;
}
/// Nothing of a light one.
std::optional<std::uint32_t> heavyGroup(const Thing& thing) {
  return isHeavy(thing) ? std::optional(thing.group) : std::nullopt;
}
struct Thing::Indexes {
  wire::index::Unique<&Thing::key> byKey;
  wire::index::UniqueHashed<&twice> byTwice;
  wire::index::Grouped<&Thing::group> ofGroup;
  wire::index::Grouped<&heavyGroup> ofHeavyGroup;
  wire::index::Where<&isHeavy> heavy;
  wire::index::Counted<&Thing::group> inGroup;
  wire::index::Column<&Thing::weight> weights;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byKey), use(byTwice), use(ofGroup), use(ofHeavyGroup), use(heavy), use(inGroup), use(weights);
  }
};

using Slots = std::vector<std::uint64_t>;

class Things : public ::testing::Test {
 protected:
  void SetUp() override {
    table.add({10, 1, 50});
    table.add({11, 1, 150});
    table.add({12, 2, 250});
  }
  void expectFollowing() { EXPECT_EQ(table.indexes(), table.rebuiltIndexes()); }
  Table<Thing> table;
};

TEST_F(Things, AreFoundByWhatTheySay) {
  expectFollowing();
  EXPECT_EQ(table.indexes().byKey.slotOf(11U), 2U);
  EXPECT_EQ(table.indexes().byKey.slotOf(99U), 0U);
  EXPECT_EQ(table.indexes().byTwice.slotOf(24U), 3U);
  EXPECT_EQ(table.indexes().ofGroup.of(1), (Slots{1, 2}));
  EXPECT_EQ(table.indexes().ofGroup.of(7), Slots());
  EXPECT_EQ(table.indexes().heavy.all(), (std::set<std::uint64_t>{2, 3}));
  EXPECT_EQ(table.indexes().inGroup.of(1), 2U);
  EXPECT_EQ(table.indexes().weights.at(3), 250U);
}

TEST_F(Things, AreFoundByTheirNewValueAndNotByTheOld) {
  table.put(1, {20, 2, 500});
  expectFollowing();
  EXPECT_EQ(table.indexes().byKey.slotOf(10U), 0U);
  EXPECT_EQ(table.indexes().byKey.slotOf(20U), 1U);
  EXPECT_EQ(table.indexes().ofGroup.of(1), (Slots{2}));
  EXPECT_EQ(table.indexes().ofGroup.of(2), (Slots{1, 3}));
  EXPECT_TRUE(table.indexes().heavy.all().contains(1));
  EXPECT_EQ(table.indexes().inGroup.of(2), 2U);
  EXPECT_EQ(table.indexes().weights.at(1), 500U);
  table.put(2, {11, 1, 1});
  expectFollowing();
  EXPECT_FALSE(table.indexes().heavy.all().contains(2));
}

TEST_F(Things, AreInNoGroupWhileTheyHaveNoKeyOfIt) {
  EXPECT_EQ(table.indexes().ofHeavyGroup.of(1), (Slots{2}));
  EXPECT_EQ(table.indexes().ofHeavyGroup.of(std::nullopt), Slots());
  table.put(1, {10, 1, 500});
  table.put(2, {11, 1, 1});
  expectFollowing();
  EXPECT_EQ(table.indexes().ofHeavyGroup.of(1), (Slots{1}));
  EXPECT_EQ(table.indexes().ofHeavyGroup.of(std::nullopt), Slots());
}

TEST_F(Things, AreAsBeforeWhenAChainIsTakenBack) {
  const auto before = table.indexes();
  table.beginUndo();
  table.put(1, {20, 2, 500});
  table.add({30, 3, 300});
  table.put(4, {31, 1, 0});
  table.put(1, {21, 9, 1});
  table.add({32, 3, 300});
  expectFollowing();
  table.rollBack();
  EXPECT_EQ(table.size(), 4U);
  EXPECT_EQ(table.get(1), (Thing{10, 1, 50}));
  EXPECT_EQ(table.indexes(), before);
  expectFollowing();

  table.beginUndo();
  table.put(1, {20, 2, 500});
  table.keep();
  EXPECT_EQ(table.indexes().byKey.slotOf(20U), 1U);
  expectFollowing();
}

TEST_F(Things, ASecondOneOfAKeyIsNotFoundAndTakesNothingFromTheFirst) {
  table.beginUndo();
  table.add({10, 5, 5});
  EXPECT_EQ(table.indexes().byKey.slotOf(10U), 1U);
  table.rollBack();
  EXPECT_EQ(table.indexes().byKey.slotOf(10U), 1U);
  expectFollowing();
}

}  // namespace
}  // namespace aurigraph::ledger
