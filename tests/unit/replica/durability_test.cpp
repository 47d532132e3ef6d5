#include "nodes/replica/durability.h"

#include <gtest/gtest.h>

namespace aurigraph::replica {
namespace {

using consensus::HardState;
using consensus::PersistSequence;

consensus::Deferred waitsFor(std::uint64_t sequence) {
  consensus::Deferred out;
  out.after = PersistSequence(sequence);
  out.envelope.to = NodeId(static_cast<std::uint32_t>(sequence));
  return out;
}

TEST(DurabilityGate, APromiseWaitsForBlocksAndHardStateAlike) {
  DurabilityGate gate;
  gate.begin(PersistSequence(1), HardState{Term(2), NodeId(3)}, Height(5));
  gate.hold(waitsFor(1));
  EXPECT_FALSE(gate.blocksDurable(Height(5)));
  EXPECT_TRUE(gate.release().empty());
  EXPECT_FALSE(gate.hardStateDurable({Term(2), NodeId(0), Height(0)})) << "the term, but not the vote";
  EXPECT_TRUE(gate.hardStateDurable({Term(2), NodeId(3), Height(0)}));
  EXPECT_EQ(gate.release().size(), 1U);
  EXPECT_EQ(gate.complete(), PersistSequence(1));
}

TEST(DurabilityGate, SequencesCompleteInOrder) {
  DurabilityGate gate;
  gate.begin(PersistSequence(1), HardState{Term(2), NodeId(0)}, Height(0));
  gate.begin(PersistSequence(2), std::nullopt, Height(1));
  gate.hold(waitsFor(2));
  EXPECT_FALSE(gate.blocksDurable(Height(1))) << "what came before it is not durable";
  EXPECT_TRUE(gate.hardStateDurable({Term(4), NodeId(1), Height(0)}))
      << "a later state covers an earlier one";
  EXPECT_EQ(gate.complete(), PersistSequence(2));
  EXPECT_EQ(gate.release().size(), 1U);
}

TEST(DurabilityGate, ATruncationEndsTheWaitForWhatIsGoneAndNotForWhatReplacesIt) {
  DurabilityGate gate;
  gate.blocksDurable(Height(3));
  gate.begin(PersistSequence(1), std::nullopt, Height(5));
  gate.truncated(Height(3));
  gate.begin(PersistSequence(2), std::nullopt, Height(3));
  EXPECT_TRUE(gate.blocksDurable(Height(2)));
  EXPECT_EQ(gate.complete(), PersistSequence(1));
  EXPECT_TRUE(gate.blocksDurable(Height(3)));
  EXPECT_EQ(gate.complete(), PersistSequence(2));
}

}  // namespace
}  // namespace aurigraph::replica
