#include <boost/json/array.hpp>
#include <iostream>
#include <memory>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/json_text.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/profile.h"

namespace aurigraph::cli {
namespace {

struct Options {
  Common common;
  std::string asset;
};

int list(const Options& options) {
  const auto connection = connect(options.common);
  if (!connection) return report(connection.error(), options.common.json, kUsage);
  const auto assets = connection->api->list("/query/assets?limit=200");
  if (!assets) return report(assets.error(), options.common.json);
  if (options.common.json) {
    printJson(*assets);
    return kDone;
  }
  std::vector<std::vector<std::string>> rows = {{"id", "template", "key", "name", "token"}};
  for (const auto& asset : *assets)
    rows.push_back({textAt(asset, "id"), textAt(asset, "template"), textAt(asset, "asset_key"),
                    textAt(asset, "name"), textAt(asset, "token")});
  std::cout << table(rows);
  return kDone;
}

int show(const Options& options) {
  const auto connection = connect(options.common);
  if (!connection) return report(connection.error(), options.common.json, kUsage);
  const bool number = options.asset.find_first_not_of("0123456789") == std::string::npos;
  const auto answer = connection->api->get(number ? "/query/assets/" + options.asset
                                                  : "/query/assets?key=" + client::escaped(options.asset));
  if (!answer) return report(answer.error(), options.common.json);
  const auto& asset = number ? *answer : answer->at("items").at(0);
  if (options.common.json) {
    printJson(asset);
    return kDone;
  }
  std::vector<std::vector<std::string>> rows;
  for (const char* name :
       {"id", "asset_key", "name", "template", "status", "origin", "issuer", "token", "registered_at"})
    rows.push_back({name, textAt(asset, name)});
  rows.push_back({"lowest score", scoreText(asset, "lowest_score_ppm")});
  for (const auto& record : asset.at("records").as_array())
    rows.push_back({"record", std::string(record.as_string())});
  for (const auto& document : asset.at("documents").as_array())
    rows.push_back({"document", textAt(document, "type") + " " + textAt(document, "sha256")});
  std::cout << table(rows);
  return kDone;
}

}  // namespace

void addAssetCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("asset", "The asset register");
  command->require_subcommand(1);
  const auto options = std::make_shared<Options>();
  auto* all = command->add_subcommand("list", "All assets");
  addCommon(*all, options->common);
  all->footer("Example: aurigraph asset list");
  all->callback([options, &exitCode] { exitCode = list(*options); });
  auto* one = command->add_subcommand("show", "One asset with its records and documents");
  addCommon(*one, options->common);
  one->add_option("asset", options->asset, "Id or key")->required();
  one->footer("Example: aurigraph asset show US-06037-1234");
  one->callback([options, &exitCode] { exitCode = show(*options); });
}

}  // namespace aurigraph::cli
