#include <sys/random.h>

#include <boost/json/object.hpp>
#include <iostream>
#include <memory>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/profile.h"
#include "core/crypto/keystore.h"

namespace aurigraph::cli {
namespace {

constexpr std::size_t kMaxKeyFileBytes = 64 * 1024;

struct Options {
  Common common;
  Signing signing;
  std::string name;
};

template <class Fixed>
bool fillRandom(Fixed& out) {
  return getrandom(out.bytes.data(), out.bytes.size(), 0) == static_cast<ssize_t>(out.bytes.size());
}

void print(const Options& options, const crypto::KeystoreFacts& facts, const std::filesystem::path& file) {
  const auto hex = toHex(facts.publicKey.view());
  if (options.common.json) return printJson({{"name", facts.name}, {"key", hex}, {"file", file.string()}});
  std::cout << table({{"name", facts.name}, {"key", hex}, {"file", file.string()}});
}

int makeKey(const Options& options) {
  Profile profile;
  profile.folder = options.common.folder();
  const auto file = profile.keyFile(options.name);
  if (options.name.find('/') != std::string::npos || options.name.starts_with('.'))
    return report({"key.bad_name", "A key's name is also its file's name.",
                   "Choose one of letters, digits, '-' and '_'."},
                  options.common.json, kUsage);
  if (std::filesystem::exists(file))
    return report({"key.exists", "There is already a key '" + options.name + "'.",
                   "Choose another name; keys are never overwritten."},
                  options.common.json);
  crypto::Seed seed;
  crypto::KeystoreEntropy entropy;
  if (!fillRandom(seed) || !fillRandom(entropy.salt) || !fillRandom(entropy.nonce))
    return report({"key.no_randomness", "The system gives no random numbers.", "Try again."},
                  options.common.json);
  auto words = passphrase(options.signing, "New passphrase for '" + options.name + "': ");
  if (!words) return report(words.error(), options.common.json);
  const auto sealed = crypto::sealKey(crypto::SigningKey::fromSeed(seed), options.name, *words, entropy);
  if (!sealed) return report(sealed.error(), options.common.json, kUsage);
  if (const auto written = writeWhole(file, *sealed, true); !written)
    return report(written.error(), options.common.json);
  print(options, *crypto::readKeystore(*sealed), file);
  return kDone;
}

int showKey(const Options& options) {
  Profile profile;
  profile.folder = options.common.folder();
  const auto path = profile.keyFile(options.name);
  const auto bytes = readWhole(path, kMaxKeyFileBytes);
  if (!bytes) return report(bytes.error(), options.common.json, kUsage);
  const auto facts = crypto::readKeystore(*bytes);
  if (!facts) return report(facts.error(), options.common.json, kUsage);
  print(options, *facts, path);
  return kDone;
}

}  // namespace

void addKeyCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("key", "Make and show your keys; they stay sealed on this computer");
  command->require_subcommand(1);
  const auto add = [&](const char* name, const char* what, const char* example, int (*run)(const Options&)) {
    auto* sub = command->add_subcommand(name, what);
    const auto options = std::make_shared<Options>();
    addCommon(*sub, options->common);
    sub->add_option("name", options->name, "Name of the key")->required();
    sub->add_option("--passphrase-file", options->signing.passphraseFile,
                    "File whose first line is the passphrase");
    sub->footer(std::string("Example: ") + example);
    sub->callback([options, run, &exitCode] { exitCode = run(*options); });
  };
  add("new", "A new key, sealed under a passphrase", "aurigraph key new me", makeKey);
  add("show", "The public part of a key", "aurigraph key show me --json", showKey);
}

}  // namespace aurigraph::cli
