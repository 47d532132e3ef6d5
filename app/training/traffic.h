#pragma once

#include <stop_token>
#include <string_view>

#include "app/embedded/embedded_cluster.h"

namespace aurigraph::training {

/// Two people of a filled cluster send units of `symbol` to and fro until told to stop, some tens of
/// transfers a second in waves, each batch signed, ordered and certified like anybody's: something for charts
/// to show while people train. Nothing is created or lost, and what they hold wanders by at most a batch.
/// Blocks.
void keepTrading(embedded::EmbeddedCluster& cluster, std::string_view symbol, const std::stop_token& stop);

}  // namespace aurigraph::training
