#include "nodes/replica/replica_actor.h"

#include "nodes/log/log_template.h"
#include "nodes/replica/replica_template.h"

namespace aurigraph::replica {

template class BasicReplica<NoFaults>;

}  // namespace aurigraph::replica
