#pragma once

#include <CLI/CLI.hpp>

/// The command line: one file pair per command, registered here. A command parses its options with CLI11,
/// does its work in the callback and leaves its exit code in `exitCode`: 0 done, 1 failed (says what and
/// what to do; nothing happened), 2 wrong usage or unusable input, 4 outcome unknown: what was sent is kept,
/// `aurigraph outbox resume` asks and sends the same bytes (DESIGN §9). Results go to stdout, progress and
/// errors to stderr; see output.h.
namespace aurigraph::cli {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;
inline constexpr int kUnknown = 4;

void addUpCommand(CLI::App& app, int& exitCode);
void addStatusCommand(CLI::App& app, int& exitCode);
void addWatchCommand(CLI::App& app, int& exitCode);
void addKeyCommand(CLI::App& app, int& exitCode);
void addLoginCommand(CLI::App& app, int& exitCode);
void addIdentityCommand(CLI::App& app, int& exitCode);
void addProveKeyCommand(CLI::App& app, int& exitCode);
void addAssetCommand(CLI::App& app, int& exitCode);
void addReviewCommand(CLI::App& app, int& exitCode);
void addOrderCommand(CLI::App& app, int& exitCode);
void addApproveCommand(CLI::App& app, int& exitCode);
void addProposeCommand(CLI::App& app, int& exitCode);
void addProposalCommand(CLI::App& app, int& exitCode);
void addSourceCommand(CLI::App& app, int& exitCode);
void addTransferCommand(CLI::App& app, int& exitCode);
void addOutboxCommand(CLI::App& app, int& exitCode);
void addProofCommand(CLI::App& app, int& exitCode);
void addDemoCommand(CLI::App& app, int& exitCode);
void addVerifyCommand(CLI::App& app, int& exitCode);
void addBenchCommand(CLI::App& app, int& exitCode);
void addScoreCommand(CLI::App& app, int& exitCode);

}  // namespace aurigraph::cli
