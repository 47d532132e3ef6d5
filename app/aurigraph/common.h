#pragma once

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "app/aurigraph/profile.h"

/// What the commands that talk to a cluster share.
namespace aurigraph::cli {

struct CommonOptions {
  std::string profile;
  bool json = false;
  std::uint32_t timeoutSeconds = 15;

  [[nodiscard]] std::filesystem::path folder() const {
    return profile.empty() ? defaultProfileFolder() : std::filesystem::path(profile);
  }
};

inline void addCommonOptions(CLI::App& command, CommonOptions& options) {
  command.add_option("--profile", options.profile,
                     "The profile folder; else $AURIGRAPH_PROFILE, else ~/.config/aurigraph");
  command.add_flag("--json", options.json, "JSON on stdout");
  command
      .add_option("--timeout", options.timeoutSeconds, "Seconds to wait for one answer of the gateway (15)")
      ->check(CLI::Range(1, 600));
}

/// For commands that sign.
struct SigningOptions {
  std::string key;
  std::string passphraseFile;
  bool waitFinal = true;
  bool yes = false;
  bool again = false;  ///< Also if the same order, open from before, turns out to be done.
};

inline void addSigningOptions(CLI::App& command, SigningOptions& options, const char* keyOption) {
  command.add_option(keyOption, options.key, "Key that signs: a name or a file; else the profile's");
  command.add_option("--passphrase-file", options.passphraseFile,
                     "Its passphrase; else AURIGRAPH_PASSPHRASE, else asked for");
  command
      .add_option_function<std::string>(
          "--wait", [&options](const std::string& until) { options.waitFinal = until == "final"; },
          "How long to wait: final (default) or committed")
      ->check(CLI::IsMember({"committed", "final"}));
  command.add_flag("--yes", options.yes, "Sign without asking; for scripts");
  command.add_flag("--again", options.again,
                   "Sign even if the very same order, still open from before, turns out to be executed");
}

/// A profile and its connection.
struct Session {
  Profile profile;
  std::unique_ptr<client::ApiClient> api;
};
inline Result<Session> openSession(const CommonOptions& options) {
  auto profile = Profile::load(options.folder());
  if (!profile) return propagate(profile);
  auto api = connect(*profile, std::chrono::seconds(options.timeoutSeconds));
  if (!api) return propagate(api);
  return Session{std::move(*profile), std::move(*api)};
}

}  // namespace aurigraph::cli
