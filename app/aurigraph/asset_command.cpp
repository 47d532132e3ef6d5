// `aurigraph asset`: the register.

#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "app/aurigraph/wording.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {
namespace {

struct Options {
  CommonOptions common;
  std::string id;
};

int list(const Options& options) {
  const auto session = openSession(options.common);
  if (!session) return report(session.error(), options.common.json, kUsage);
  auto assets = session->api->list("/query/assets?limit=200");
  if (!assets) return report(assets.error(), options.common.json);
  if (options.common.json)
    printJson(*assets);
  else
    std::cout << assetsText(*assets);
  return kDone;
}

// A number, or the asset's key as the register has it.
Result<boost::json::object> find(client::ApiClient& api, const std::string& idOrKey) {
  std::string id = idOrKey;
  if (id.find_first_not_of("0123456789") != std::string::npos) {
    const auto found = api.get("/query/assets?key=" + client::escaped(id));
    if (!found) return propagate(found);
    const auto number = client::firstItemNumber(*found, "id");
    if (!number) return propagate(number);
    id = std::to_string(*number);
  }
  const auto asset = api.get("/query/assets/" + id);
  if (!asset) return propagate(asset);
  if (!asset->is_object()) return client::badAnswer("no asset");
  return asset->get_object();
}

int show(const Options& options) {
  const auto session = openSession(options.common);
  if (!session) return report(session.error(), options.common.json, kUsage);
  const auto asset = find(*session->api, options.id);
  if (!asset) return report(asset.error(), options.common.json);
  if (options.common.json)
    printJson(*asset);
  else
    std::cout << assetText(*asset);
  return kDone;
}

}  // namespace

void addAssetCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("asset", "The register of assets");
  command->require_subcommand(1);
  command->footer("Example: aurigraph asset list");
  auto* listed = command->add_subcommand("list", "All assets");
  addCommonOptions(*listed, options->common);
  listed->footer("Example: aurigraph asset list --json");
  listed->callback([options, &exitCode] { exitCode = list(*options); });
  auto* shown = command->add_subcommand("show", "One asset with its records and documents");
  shown->add_option("id", options->id, "The asset's number or key")->required();
  addCommonOptions(*shown, options->common);
  shown->footer("Example: aurigraph asset show 1");
  shown->callback([options, &exitCode] { exitCode = show(*options); });
}

}  // namespace aurigraph::cli
