// The contract and the code say the same.

#include <gtest/gtest.h>

#include <boost/algorithm/string/case_conv.hpp>
#include <set>
#include <sstream>

#include "resources/resources.h"
#include "tests/support/gateway_fixture.h"

namespace aurigraph::gateway {
namespace {

// "GET /api/v11/health" … as written: paths at two blanks, methods at four, under `paths:`.
std::set<std::string> promisedRoutes() {
  std::set<std::string> out;
  std::istringstream text{std::string(resource("openapi.yaml"))};
  std::string path;
  bool inside = false;
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line.front() != ' ') inside = line == "paths:";
    if (!inside) continue;
    if (line.starts_with("  /") && line.ends_with(':')) path = line.substr(2, line.size() - 3);
    for (const char* method : {"get", "post", "put", "delete", "patch"})
      if (line == "    " + std::string(method) + ":")
        out.insert(boost::to_upper_copy<std::string>(method) + " " + path);
  }
  return out;
}

TEST(OpenApi, EveryRouteIsPromisedAndEveryPromiseIsARoute) {
  test::GatewayFixture fixture;
  std::set<std::string> registered;
  for (const auto& route : fixture.gateway().router().routes())
    EXPECT_TRUE(registered.insert(std::string(nameOf(route.method)) + " " + route.path).second);
  const auto promised = promisedRoutes();
  ASSERT_GT(promised.size(), 20U);
  EXPECT_EQ(registered, promised);
}

TEST(OpenApi, IsServedAsBuilt) {
  test::GatewayFixture fixture;
  const auto served = fixture.client()->getBytes("/openapi.yaml");
  ASSERT_TRUE(served.has_value()) << served.error().message;
  EXPECT_EQ(asText(*served), resource("openapi.yaml"));
}

}  // namespace
}  // namespace aurigraph::gateway
