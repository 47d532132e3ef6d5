#include <iostream>
#include <memory>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/profile.h"

namespace aurigraph::cli {
namespace {

struct Options {
  Common common;
  std::string token;
  std::uint32_t identity = 0;
  std::string out;
};

int run(const Options& options) {
  const auto connection = connect(options.common);
  if (!connection) return report(connection.error(), options.common.json, kUsage);
  Progress progress;
  progress.say("Waiting for a certificate that covers the holding …");
  const auto bytes = connection->api->proof(options.token, IdentityId(options.identity));
  if (!bytes) return report(bytes.error(), options.common.json);
  const auto path =
      std::filesystem::absolute(options.out.empty() ? options.token + ".rwaproof" : options.out);
  if (const auto written = writeWhole(path, *bytes, false); !written)
    return report(written.error(), options.common.json);
  if (options.common.json)
    printJson({{"file", path.string()},
               {"bytes", bytes->size()},
               {"genesis", toHex(connection->profile.genesis.view())}});
  else
    std::cout << path.string() << "\nCheck it anywhere: aurigraph verify --genesis "
              << toHex(connection->profile.genesis.view()) << " " << path.string() << "\n";
  return kDone;
}

}  // namespace

void addProofCommand(CLI::App& app, int& exitCode) {
  auto* command =
      app.add_subcommand("proof", "Export the proof of a holding as one file that needs no network to check");
  const auto options = std::make_shared<Options>();
  addCommon(*command, options->common);
  command->add_option("token", options->token, "Symbol")->required();
  command->add_option("--identity", options->identity, "Whose holding")->required();
  command->add_option("-o,--out", options->out, "File to write; default: TOKEN.rwaproof here");
  command->footer("Example: aurigraph proof VER-19 --identity 4 -o holding.rwaproof");
  command->callback([options, &exitCode] { exitCode = run(*options); });
}

}  // namespace aurigraph::cli
