#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "app/aurigraph/commands.h"

int main(int argc, char** argv) {
  CLI::App app{"Aurigraph: tokens of real-world assets on a replicated ledger."};
  app.name("aurigraph");
  app.require_subcommand(1);
  app.set_version_flag("--version", "aurigraph " AURIGRAPH_VERSION);
  app.footer("Every command has --help with an example and --json for programs.");

  int exitCode = aurigraph::cli::kDone;
  // One line per command, in the order of the help. Definitions: <name>_command.cpp.
  aurigraph::cli::addScoreCommand(app, exitCode);
  aurigraph::cli::addUpCommand(app, exitCode);
  aurigraph::cli::addStatusCommand(app, exitCode);
  aurigraph::cli::addWatchCommand(app, exitCode);
  aurigraph::cli::addKeyCommand(app, exitCode);
  aurigraph::cli::addLoginCommand(app, exitCode);
  aurigraph::cli::addIdentityCommand(app, exitCode);
  aurigraph::cli::addAssetCommand(app, exitCode);
  aurigraph::cli::addReviewCommand(app, exitCode);
  aurigraph::cli::addTransferCommand(app, exitCode);
  aurigraph::cli::addOrderCommand(app, exitCode);
  aurigraph::cli::addApproveCommand(app, exitCode);
  aurigraph::cli::addProposeCommand(app, exitCode);
  aurigraph::cli::addProposalCommand(app, exitCode);
  aurigraph::cli::addSourceCommand(app, exitCode);
  aurigraph::cli::addProveKeyCommand(app, exitCode);
  aurigraph::cli::addOutboxCommand(app, exitCode);
  aurigraph::cli::addProofCommand(app, exitCode);
  aurigraph::cli::addVerifyCommand(app, exitCode);
  aurigraph::cli::addDemoCommand(app, exitCode);
  aurigraph::cli::addBenchCommand(app, exitCode);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? aurigraph::cli::kDone : aurigraph::cli::kUsage;
  } catch (const std::exception& error) {
    std::cerr << "aurigraph: " << error.what() << " [internal]\n";
    return aurigraph::cli::kFailed;
  }
  return exitCode;
}
