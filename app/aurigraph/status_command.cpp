// `aurigraph status`: the cluster as its gateway sees it.

#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/history.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/wording.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {
namespace {

int status(const CommonOptions& options) {
  const auto session = openSession(options);
  if (!session) return report(session.error(), options.json, kUsage);
  const auto answer = session->api->get("/query/status");
  if (!answer) return report(answer.error(), options.json);
  if (!answer->is_object()) return report(client::badAnswer("no status").value(), options.json);
  if (client::textIn(*answer, "genesis") != toHex(session->profile.genesis.view()))
    return report(
        {"client.other_genesis",
         "The gateway " + session->profile.gatewayUrl() + " belongs to another cluster than this profile.",
         "Check the address; aurigraph login --help says how to point a profile elsewhere."},
        options.json);
  if (auto holds = checkHistory(session->profile, *session->api); !holds)
    return report(holds.error(), options.json);
  if (options.json)
    printJson(*answer);
  else
    std::cout << statusText(answer->get_object(), session->profile.gatewayUrl());
  return kDone;
}

}  // namespace

void addStatusCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<CommonOptions>();
  auto* command = app.add_subcommand("status", "Leader, heights and nodes of the cluster");
  addCommonOptions(*command, *options);
  command->footer(
      "Example: aurigraph status --profile aurigraph-data/profile\n"
      "Needs no sign-in. With --json exactly what the gateway answers. Ends with 1 if the history does not "
      "go\n"
      "on from what this profile saw certified before.");
  command->callback([options, &exitCode] { exitCode = status(*options); });
}

}  // namespace aurigraph::cli
