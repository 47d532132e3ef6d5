// `aurigraph key`: sealed keys on this computer.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/keys.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/wording.h"

namespace aurigraph::cli {
namespace {

struct Options {
  CommonOptions common;
  std::string name;
  std::string out;
  std::string passphraseFile;
};

boost::json::object toJson(const KeyFile& key) {
  return {{"name", key.facts.name},
          {"key", toHex(key.facts.publicKey.view())},
          {"file", std::filesystem::absolute(key.file).lexically_normal().string()}};
}

int show(const Result<KeyFile>& key, bool json) {
  if (!key) return report(key.error(), json);
  if (json)
    printJson(toJson(*key));
  else
    std::cout << table({{"Name", plain(key->facts.name)},
                        {"Public key", toHex(key->facts.publicKey.view())},
                        {"File", key->file.string()}});
  return kDone;
}

int makeNew(const Options& options) {
  const bool json = options.common.json;
  auto file = options.out.empty() ? keyFileFor(options.common.folder(), options.name)
                                  : Result<std::filesystem::path>(options.out);
  if (!file) return report(file.error(), json, kUsage);
  std::error_code ignored;
  if (std::filesystem::exists(*file, ignored))
    return report({"key.exists", file->string() + " exists.",
                   "Choose another name: a key that was overwritten is lost for ever."},
                  json);
  const auto passphrase = choosePassphrase(options.passphraseFile);
  if (!passphrase) return report(passphrase.error(), json);
  const auto made = makeKey(*file, options.name, *passphrase);
  const int code = show(made, json);
  if (code == kDone && !json)
    std::cout << "\nSomebody new gives the public key to an administrator, who registers it; for another key "
                 "of yours:\n"
                 "aurigraph prove-key. Keep a copy of the file.\n";
  return code;
}

int list(const Options& options) {
  const auto keys = listKeys(options.common.folder());
  const auto profile = Profile::load(options.common.folder());
  const auto isDefault = [&](const KeyFile& key) {
    return profile && profile->key == std::filesystem::absolute(key.file).lexically_normal();
  };
  if (options.common.json) {
    boost::json::array items;
    for (const auto& key : keys) {
      auto one = toJson(key);
      one["default"] = isDefault(key);
      items.push_back(std::move(one));
    }
    printJson(items);
    return kDone;
  }
  if (keys.empty()) {
    std::cout << "No key in " << options.common.folder().string()
              << "/keys. Make one: aurigraph key new NAME\n";
  } else {
    std::vector<std::vector<std::string>> rows{{"FILE", "NAME", "PUBLIC KEY", ""}};
    for (const auto& key : keys)
      rows.push_back({key.file.stem().string(), plain(key.facts.name), toHex(key.facts.publicKey.view()),
                      isDefault(key) ? "default" : ""});
    std::cout << table(rows);
  }
  if (profile && !profile->key.empty() && std::ranges::none_of(keys, isDefault))
    std::cout << "The profile signs with " << profile->key.string() << "\n";
  return kDone;
}

}  // namespace

void addKeyCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("key", "Your keys, sealed under a passphrase on this computer");
  command->require_subcommand(1);
  command->footer("Example: aurigraph key new anna");

  auto* made = command->add_subcommand("new", "Makes a key and seals it under a passphrase");
  made->add_option("name", options->name, "Whose key it is")->required();
  made->add_option("--out", options->out, "The file; else in the profile's keys");
  made->add_option("--passphrase-file", options->passphraseFile,
                   "The passphrase's file; else asked for twice");
  addCommonOptions(*made, options->common);
  made->footer("Example: aurigraph key new anna --out anna.agkey");
  made->callback([options, &exitCode] { exitCode = makeNew(*options); });

  auto* shown = command->add_subcommand("show", "A key's name and public key; needs no passphrase");
  shown->add_option("key", options->name, "A name or a file; else the profile's default key");
  addCommonOptions(*shown, options->common);
  shown->footer("Example: aurigraph key show anna");
  shown->callback([options, &exitCode] {
    const auto file = findKey(options->common.folder(), options->name);
    exitCode = file ? show(readKeyFile(*file), options->common.json)
                    : report(file.error(), options->common.json, kUsage);
  });

  auto* listed = command->add_subcommand("list", "The keys of the profile");
  addCommonOptions(*listed, options->common);
  listed->footer("Example: aurigraph key list --json");
  listed->callback([options, &exitCode] { exitCode = list(*options); });
}

}  // namespace aurigraph::cli
