#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdint>
#include <vector>

#include "core/ledger/ledger.h"
#include "nodes/gateway/metrics_history.h"
#include "nodes/telemetry/readings.h"

/// From outside data to tokens, as numbers: of the slim nodes' readings and of the ledger.
namespace aurigraph::gateway {

struct LedgerCounts {
  std::uint64_t operations = 0;  ///< Executed since the genesis, refused ones included.
  std::uint64_t blocks = 0;
  ledger::Ledger::ReviewCounts reviews;
  std::uint64_t assets = 0;
  std::uint64_t tokens = 0;
};
[[nodiscard]] LedgerCounts countsOf(const ledger::Ledger& ledger, std::uint64_t operations);

struct Pipeline {
  telemetry::SlimReading slim;  ///< All slim nodes' together; without sources.
  std::uint64_t cached = 0;
  LedgerCounts ledger;

  [[nodiscard]] StageTotals totals() const;
};
[[nodiscard]] Pipeline pipelineOf(const std::vector<telemetry::NodeReading>& nodes,
                                  const LedgerCounts& ledger);

/// `before`: the totals a minute ago.
[[nodiscard]] boost::json::array stagesJson(const Pipeline& pipeline, const StageTotals& before);
[[nodiscard]] boost::json::array sourcesJson(const std::vector<telemetry::NodeReading>& nodes);
/// The `stages` of a `metric` event.
[[nodiscard]] boost::json::object stageNumbers(const Pipeline& pipeline);

/// A node for `/query/status`.
[[nodiscard]] boost::json::object toJson(const telemetry::NodeReading& node);

}  // namespace aurigraph::gateway
