#pragma once

#include <string_view>
#include <vector>

/// What the programs carry inside themselves, so that a binary runs from anywhere: rule sets, provider
/// presets, the API's contract. Which files: resources/CMakeLists.txt.
namespace aurigraph {

/// The bytes of a file under resources/ ("rules/v1.json", "providers/attom.json") or of docs/openapi.yaml
/// ("openapi.yaml"), as they were when the program was built. A null view (data() == nullptr): not carried.
std::string_view resource(std::string_view path);

/// All carried paths that begin with `prefix`, sorted.
std::vector<std::string_view> resourcePaths(std::string_view prefix);

}  // namespace aurigraph
