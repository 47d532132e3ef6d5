#pragma once

#include "app/bench/options.h"
#include "app/bench/report.h"
#include "core/base/result.h"

namespace aurigraph::bench {

/// Client → business → three validators → certificate (R-PERF): signed transfers over the batch stream,
/// all nodes in this process with their own disks, links and certificates. Counted is what a certificate
/// covers and the ledger's books confirm.
/// Errors: those of the cluster and the client; bench.books_differ, bench.not_conserved, bench.refused.
Result<Report> runE2e(const BenchOptions& options);

}  // namespace aurigraph::bench
