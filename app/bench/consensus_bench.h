#pragma once

#include "app/bench/options.h"
#include "app/bench/report.h"
#include "core/base/result.h"

namespace aurigraph::bench {

/// Ordering alone: the replica with a state machine that does nothing, 128-byte payloads without
/// signatures, one per batch, durable on three validators over their mutual-TLS links; beside etcd, which
/// does the same, in turns within one run. Keys `batch1_per_s_3v_durable` and `batch1_ms{p50,p99}` (64
/// clients), `rows[]`, `open_loop{}` (full run), `peers{etcd{version, puts_per_s, ms{}, rows[],
/// open_loop{}}}` (etcd null when it is not installed), `times_etcd`. Errors: those of OpaqueCluster,
/// EtcdPeer and drive().
Result<Report> runConsensus(const BenchOptions& options);

}  // namespace aurigraph::bench
