#include <iostream>
#include <memory>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/json_text.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/profile.h"

namespace aurigraph::cli {
namespace {

int run(const Common& common) {
  const auto connection = connect(common);
  if (!connection) return report(connection.error(), common.json, kUsage);
  const auto status = connection->api->get("/query/status");
  if (!status) return report(status.error(), common.json);
  if (common.json) {
    printJson(*status);
    return kDone;
  }
  const auto& object = status->as_object();
  std::vector<std::vector<std::string>> rows;
  for (const char* name : {"cluster", "genesis", "simulated", "gateway", "leader", "term", "height",
                           "committed", "certified", "checkpoint", "projected", "operations"})
    rows.push_back({name, textAt(object, name)});
  std::cout << table(rows);
  if (const auto* nodes = object.if_contains("nodes"); nodes != nullptr && nodes->is_array()) {
    std::vector<std::vector<std::string>> list = {{"", ""}, {"node", "name", "kind", "state"}};
    for (const auto& node : nodes->get_array())
      list.push_back({textAt(node, "id"), textAt(node, "name"), textAt(node, "kind"), textAt(node, "state")});
    std::cout << table(list);
  }
  if (textAt(object, "leader") == "0") {
    std::cerr << "aurigraph: The cluster has no leader at the moment; nothing can be ordered.\n";
    return kFailed;
  }
  return kDone;
}

}  // namespace

void addStatusCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("status", "Leader, heights and nodes of the cluster");
  const auto common = std::make_shared<Common>();
  addCommon(*command, *common);
  command->footer("Example: aurigraph status --json");
  command->callback([common, &exitCode] { exitCode = run(*common); });
}

}  // namespace aurigraph::cli
