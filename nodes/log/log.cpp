#include "nodes/log/log.h"

#include "nodes/log/log_template.h"

namespace aurigraph::log {

template class BasicLog<NoFaults>;

}  // namespace aurigraph::log
