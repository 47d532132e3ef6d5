#pragma once

#include "app/bench/options.h"
#include "app/bench/report.h"
#include "core/base/result.h"

namespace aurigraph::bench {

/// Apply alone, in memory, on one core: what the state machine itself can do. Keys
/// `apply_per_s_1m_accounts`, `apply_signed_per_s`, `bytes_per_account`, `record_us` (a submission of a
/// record with its context and score, in batches of 128), `rows[]`, and in the full run `checkpoint{…}`.
/// Errors: bench.untrue (an operation that had to succeed was refused).
Result<Report> runLedger(const BenchOptions& options);

}  // namespace aurigraph::bench
