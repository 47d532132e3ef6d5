#pragma once

#include <string>
#include <utility>

namespace aurigraph::gateway {

/// A route's path with values that are well formed, whether there is such a thing or not.
inline std::string filledIn(std::string path) {
  const std::pair<const char*, std::string> values[] = {{"{symbol}", "HOUSE"},
                                                        {"{id}", "1"},
                                                        {"{name}", "test"},
                                                        {"{author}", std::string(64, 'a')},
                                                        {"{height}", "1"},
                                                        {"{token}", "HOUSE"},
                                                        {"{identity}", "2"},
                                                        {"{handle}", "1"},
                                                        {"{digest}", std::string(64, 'b')},
                                                        {"{sha256}", std::string(64, 'c')}};
  for (const auto& [name, value] : values)
    if (const auto at = path.find(name); at != std::string::npos)
      path.replace(at, std::string(name).size(), value);
  return path;
}

}  // namespace aurigraph::gateway
