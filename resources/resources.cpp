#include "resources/resources.h"

#include "resources/table.h"

namespace aurigraph {

std::string_view resource(std::string_view path) {
  for (const auto& entry : detail::embeddedResources())
    if (entry.path == path) return entry.bytes;
  return {};
}

std::vector<std::string_view> resourcePaths(std::string_view prefix) {
  std::vector<std::string_view> out;
  for (const auto& entry : detail::embeddedResources())
    if (entry.path.starts_with(prefix)) out.push_back(entry.path);
  return out;
}

}  // namespace aurigraph
