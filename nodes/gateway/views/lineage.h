#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/wire/seal.h"
#include "nodes/gateway/views/record_original.h"
#include "nodes/gateway/views/render.h"

/// The lineage of a record, from the source to a token's holders, put together from what ledger, blocks and
/// certificates say. Nothing of it is kept.
namespace aurigraph::gateway {

enum class StepState : std::uint8_t { kDone, kWaiting, kRefused };
[[nodiscard]] std::string_view nameOf(StepState state);  // "done", "waiting", "refused"

struct LineageStep {
  std::string_view name;
  StepState state = StepState::kWaiting;
  Nanoseconds at = Nanoseconds();  ///< 0: not known.
  std::string by = {};             ///< Empty: not known, or nobody's doing.
  Object facts = {};
};

struct Lineage {
  /// "review", "claim-decision", "asset", "token"; empty: for nothing.
  std::string_view waitingFor;
  /// All that happened, in the order of the pipeline, and the next one only. A rejected record ends with
  /// its refused step.
  std::vector<LineageStep> steps;
};

struct LineageFacts {
  Digest id;
  ledger::RecordRow row;
  std::string submitter;
  std::string claimant;
  std::string reviewer;
  std::vector<std::string> endorsers = {};  ///< Names, of an override.
  bool claimed = false;                     ///< The claim has not ended.
  bool registrable = false;  ///< Good data of a category that assets are registered with, as of now.
  std::optional<RecordOriginal> original = {};
  std::optional<std::uint64_t> rawBytes = {};
  std::optional<std::uint32_t> position = {};  ///< Of its batch in the block.
  /// The first certificate kept that covers the record's block, and its voters' names.
  std::optional<wire::Certificate> certificate = {};
  std::vector<std::string> sealedBy = {};
  struct Registered {
    AssetId id;
    ledger::AssetRow row;
    std::string issuer;
    Nanoseconds at = Nanoseconds();
  };
  std::optional<Registered> asset = {};
  struct Issued {
    TokenId id;
    ledger::TokenRow row;
    std::string issuer;
    Nanoseconds at = Nanoseconds();
    std::uint64_t holders = 0;  ///< With a balance.
  };
  std::optional<Issued> token = {};
};

[[nodiscard]] Lineage lineageOf(const LineageFacts& facts);

/// The whole answer: docs/formats/gateway.md, "Records and reviews".
[[nodiscard]] Object render(const LineageFacts& facts);

}  // namespace aurigraph::gateway
