#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/wire/stream_frame.h"
#include "nodes/gateway/clock.h"
#include "nodes/gateway/cluster_nodes.h"
#include "nodes/gateway/evidence_access.h"
#include "nodes/gateway/http/http.h"
#include "nodes/gateway/known_genesis.h"
#include "nodes/gateway/ledger_reader.h"
#include "nodes/gateway/lists.h"
#include "nodes/gateway/metrics_history.h"
#include "nodes/gateway/rate_meter.h"
#include "nodes/gateway/submission.h"
#include "nodes/gateway/views/service_levels.h"
#include "nodes/projection/projection.h"
#include "nodes/telemetry/consensus_metrics.h"

/// The API, a function for each file of this folder: it gets what its routes may use and nothing else, and
/// gives them. gateway.cpp puts the table together. What is given as a reference outlives the routes.
namespace aurigraph::gateway {

class EventHub;
class SignIn;

/// A handler out of a function that gets what it needs beside the request.
template <class Parts>
Handler with(const Parts& parts, Task<Response> (*answer)(const Parts&, RequestRef)) {
  return [parts, answer](RequestRef request) { return answer(parts, std::move(request)); };
}

/// Who answers, in health and info.
struct Names {
  std::string node;  ///< "business-1"
  std::string version;
};

struct HealthParts {
  business::BusinessService& service;
  telemetry::Registry& registry;
  telemetry::ConsensusMetrics& consensus;
  const projection::Projection& projection;
  const ReadyGate& gate;
  RateMeter& rate;
  /// This node's CPU and memory; may be empty.
  std::function<boost::json::object(const replica::ReplicaStatus& own)> usage;
  Names names;
  Lane lane;
  Clock now;
};
std::vector<Route> healthRoutes(HealthParts parts);

struct StatusParts {
  LedgerReader ledger;
  const KnownGenesis& genesis;
  const projection::Projection& projection;
  const ReadyGate& gate;
  const ClusterNodes& nodes;
  RateMeter& rate;
  const FinalityWindow& finality;
  Names names;
  Clock now;
};
std::vector<Route> statusRoutes(StatusParts parts);

// About the node and the cluster.
std::vector<Route> infoRoutes(const KnownGenesis& genesis, Names names);
std::vector<Route> consensusRoutes(LedgerReader ledger);
std::vector<Route> metricsRoutes(const MetricsHistory& metrics, Clock now);
std::vector<Route> pipelineRoutes(LedgerReader ledger, const ClusterNodes& nodes,
                                  const MetricsHistory& metrics, Clock now);

// People and what they hold.
std::vector<Route> authRoutes(LedgerReader ledger, SignIn& signIn, const Digest& genesis);
std::vector<Route> identityRoutes(LedgerReader ledger, Lists lists);
std::vector<Route> claimRoutes(LedgerReader ledger);
std::vector<Route> proposalRoutes(LedgerReader ledger);
std::vector<Route> accountRoutes(LedgerReader ledger, Lists lists);
std::vector<Route> registerRoutes(LedgerReader ledger, Lists lists);

// Records and their sources: the originals are judged by the genesis' rule sets.
std::vector<Route> sourceRoutes(LedgerReader ledger);
std::vector<Route> factRoutes(LedgerReader ledger);
std::vector<Route> recordRoutes(LedgerReader ledger, Lists lists, const KnownGenesis& genesis,
                                ServiceLevels levels, Clock now);
std::vector<Route> lineageRoutes(LedgerReader ledger, Lists lists, const KnownGenesis& genesis,
                                 EvidenceAccess evidence, Clock now);
std::vector<Route> reviewRoutes(LedgerReader ledger, Lists lists, const KnownGenesis& genesis,
                                ServiceLevels levels, Clock now);
std::vector<Route> evidenceRoutes(EvidenceAccess evidence);

// The chain.
std::vector<Route> sessionsRoutes(LedgerReader ledger);
std::vector<Route> blockRoutes(Lists lists);
std::vector<Route> certificateRoutes(Lists lists);
std::vector<Route> consistencyRoutes(Lists lists);
std::vector<Route> genesisRoutes(const KnownGenesis& genesis);
std::vector<Route> proofRoutes(LedgerReader ledger, Lists lists, EventHub& events,
                               const KnownGenesis& genesis, std::chrono::milliseconds timeout);

// In.
std::vector<Route> batchRoutes(Submission submission, Lists lists);
std::vector<Route> contractRoutes(LedgerReader ledger, Submission submission, const Digest& genesis,
                                  Lane lane, Clock now);
std::vector<Route> streamRoutes(Submission submission, wire::StreamCredits credits);

// Live.
std::vector<Route> eventRoutes(LedgerReader ledger, EventHub& events, Lane lane);

}  // namespace aurigraph::gateway
