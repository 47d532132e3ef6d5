#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/quality/explanation.h"
#include "core/wire/source_terms.h"
#include "nodes/connectors/connector.h"
#include "nodes/evidence/store.h"
#include "nodes/mapping/mapper.h"
#include "nodes/slim/config.h"
#include "nodes/slim/counters.h"
#include "nodes/slim/store.h"

namespace aurigraph::slim {

/// One record of an answer with the node's estimate of its score: of now, or of earlier if it is a repeat.
struct ScoredRecord {
  Digest recordId;
  wire::RecordKind kind = wire::RecordKind::kMarketSnapshot;
  wire::Origin origin = wire::Origin::kReal;
  std::string assetKey;
  Ppm score;
  quality::Band band = quality::Band::kReject;
  Digest rawDigest;
  Digest explanation;      ///< SHA-256 of the stored explanation.
  bool duplicate = false;  ///< Said before: recordId, score and band are the earlier one's.
};

struct FetchReport {
  std::string source;
  Digest rawDigest;
  wire::CacheState cacheState = wire::CacheState::kMiss;
  Nanoseconds retrievedAt;
  std::vector<ScoredRecord> records;
  std::vector<mapping::RefusedItem> refused;
};

/// How far a source is believed, and what its set-up proves by itself (source_terms.h).
struct Belief {
  wire::SourceTerms believed;
  wire::SourceTerms own;
};

/// Fetch → validate → transform → estimate → evidence → queue (R-PIPE; DESIGN §5). The ledger scores by
/// itself (R-QA-2): the estimate tells people here at once what to expect, and is sent nowhere. Everything is
/// on disk when it answers; handing over to the ledger is the sender's. Any thread; answers are taken one
/// after another.
class Pipeline {
 public:
  Pipeline(const SlimConfig& config, SlimStore& store, evidence::EvidenceStore& evidence,
           SlimCounters& counters, std::function<Nanoseconds()> now);

  /// What the records claim of their way is lowered to the belief; kinds that the source was not adopted for
  /// are refused. Errors: those of Connector::fetch and map(), slim.store_failed, slim.queue_full,
  /// evidence.*.
  Result<FetchReport> run(connectors::Connector& source, const Belief& belief,
                          const connectors::Query& query);

 private:
  Result<FetchReport> take(connectors::Connector& source, const Belief& belief,
                           const connectors::Query& query, const connectors::Fetched& fetched);
  Result<KeptRecord> estimate(wire::Record record, const Digest& content, const wire::SourceTerms& believed);
  Status unreadable(connectors::Connector& source, const connectors::Query& query,
                    const connectors::Fetched& fetched, const Error& error);
  const SlimConfig& config_;
  SlimStore& store_;
  evidence::EvidenceStore& evidence_;
  SlimCounters& counters_;
  std::function<Nanoseconds()> now_;
  std::mutex mutex_;
};

}  // namespace aurigraph::slim
