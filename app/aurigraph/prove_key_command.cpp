// `aurigraph prove-key`: what the holder of a new key signs before an identity can take it for its own.

#include <boost/json/object.hpp>
#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/keys.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "core/wire/commands/possession.h"

namespace aurigraph::cli {
namespace {

struct Options {
  CommonOptions common;
  std::uint32_t identity = 0;
  std::string key;
  std::string passphraseFile;
  bool yes = false;
};

/// Needs no connection: the identity stands in the flags, and the cluster in the profile.
int prove(const Options& options) {
  const bool json = options.common.json;
  const auto failed = [&](const Error& why) { return report(why, json, kUsage); };
  const auto profile = Profile::load(options.common.folder());
  if (!profile) return failed(profile.error());
  const auto opened = openKeyFile(profile->folder, options.key, options.passphraseFile);
  if (!opened) return failed(opened.error());
  const PublicKey& key = opened->key.publicKey();
  const std::string hexKey = toHex(key.view());
  const std::string identity = "identity " + std::to_string(options.identity);
  const std::string genesis = toHex(profile->genesis.view());
  if (auto agreed = confirm(
          {"the key " + hexKey + " ('" + opened->name + "')", "may become one of " + identity,
           "and then whatever it signs, " + identity + " says", "on the cluster of genesis " + genesis},
          options.yes, Signing::kPossession);
      !agreed)
    return failed(agreed.error());
  const Digest digest = wire::possessionDigest(profile->genesis, IdentityId(options.identity), key);
  const std::string possession = toHex(opened->key.sign(digest).view());
  if (json) {
    printJson(
        {{"identity", options.identity}, {"key", hexKey}, {"possession", possession}, {"genesis", genesis}});
    return kDone;
  }
  std::cout << possession << "\n";
  std::cerr << "This line says that the holder of key " << hexKey << "\nwants it to be " << identity
            << "'s. Hand both to whoever gives the order, which " << identity << " does itself:\n"
            << "  aurigraph order add-key --key " << hexKey << " --possession THE_LINE\n"
            << "rotate-key takes the same, and ends the key that signs it; so does recover-identity, with "
               "others'\nwords, for who has no key left. The line is good for nothing else.\n";
  return kDone;
}

}  // namespace

void addProveKeyCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("prove-key", "Sign with a new key that it is an identity's");
  command->add_option("--identity", options->identity, "The identity's number (aurigraph identity show)")
      ->required()
      ->check(CLI::Range(std::uint32_t{1}, UINT32_MAX));
  command->add_option("--sign-with", options->key, "The new key: a name or a file")->required();
  command->add_option("--passphrase-file", options->passphraseFile,
                      "Its passphrase; else AURIGRAPH_PASSPHRASE, else asked for");
  command->add_flag("--yes", options->yes, "Sign without asking; for scripts");
  addCommonOptions(*command, options->common);
  command->footer(
      "Example: aurigraph prove-key --identity 7 --sign-with anna-2\n"
      "Nothing is sent. The printed line goes to who orders add-key, rotate-key or recover-identity.");
  command->callback([options, &exitCode] { exitCode = prove(*options); });
}

}  // namespace aurigraph::cli
