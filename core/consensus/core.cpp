#include "core/consensus/core.h"

#include "core/consensus/core_template.h"

namespace aurigraph::consensus {

template class BasicCore<NoFaults>;

}  // namespace aurigraph::consensus
