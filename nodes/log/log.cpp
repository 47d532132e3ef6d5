#include "nodes/log/log.h"

#include "nodes/log/log_template.h"

namespace aurigraph::log {

template class BasicLog<runtime::NoFaults>;

}  // namespace aurigraph::log
