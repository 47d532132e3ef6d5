#pragma once

#include <span>
#include <string_view>

namespace aurigraph::detail {

struct EmbeddedResource {
  std::string_view path;
  std::string_view bytes;
};

/// Sorted by path. Defined in the file that cmake/EmbedResources.cmake writes.
std::span<const EmbeddedResource> embeddedResources();

}  // namespace aurigraph::detail
