// `aurigraph proof`: a holding as a file that anyone can check without us.

#include <boost/json/object.hpp>
#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/history.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "app/aurigraph/wording.h"
#include "core/proof/verifier.h"
#include "nodes/files/files.h"

namespace aurigraph::cli {
namespace {

struct Options {
  CommonOptions common;
  std::string token;
  std::string holder;
  std::string out;
  bool verify = false;
};

/// That it holds, and that its history is the one this profile knows.
Status checkProof(const Bytes& bytes, const Session& session, proof::Report& into) {
  into = proof::verify(bytes, session.profile.genesis);
  if (into.verdict == proof::Verdict::kValid)
    return checkHistory(session.profile, *session.api, wire::decodeProofBundle(bytes)->certificate);
  const auto* failed = into.failed();
  return fail(
      "proof.invalid",
      "The gateway's proof does not hold" +
          (failed == nullptr ? std::string(".") : " at '" + failed->name + "': " + failed->words + "."),
      "Nothing was written. Ask another node, and tell the cluster's operator.");
}

int exportProof(const Options& options) {
  const bool json = options.common.json;
  const auto session = openSession(options.common);
  if (!session) return report(session.error(), json, kUsage);
  if (auto signedIn = requireSignIn(session->profile); !signedIn) return report(signedIn.error(), json);
  const auto holder = findPerson(*session->api, options.holder);
  if (!holder) return report(holder.error(), json);
  Progress progress;
  progress.say("Waiting for a certificate that covers the holding …");
  const auto bytes = session->api->proof(options.token, holder->id);
  progress.say("");
  if (!bytes) return report(bytes.error(), json);
  proof::Report checked;
  if (options.verify)
    if (auto valid = checkProof(*bytes, *session, checked); !valid) return report(valid.error(), json);
  if (auto written = files::writeFile(options.out, asText(*bytes), files::kForEveryone); !written)
    return report(written.error(), json);

  if (json) {
    boost::json::object out{{"file", std::filesystem::absolute(options.out).lexically_normal().string()},
                            {"bytes", bytes->size()},
                            {"genesis", toHex(session->profile.genesis.view())},
                            {"verified", options.verify}};
    if (options.verify) {
      out["balance"] = checked.summary.balance;
      out["height"] = checked.summary.height;
    }
    printJson(out);
    return kDone;
  }
  std::cout << "Wrote " << options.out << " (" << grouped(std::to_string(bytes->size())) << " bytes).\n";
  if (options.verify)
    std::cout << "VALID: " << plain(checked.summary.holder) << " holds " << grouped(checked.summary.balance)
              << " base units of " << plain(checked.summary.token) << "; all " << checked.links.size()
              << " links hold.\n";
  std::cout << "Anyone can check it:\n  aurigraph verify --genesis " << toHex(session->profile.genesis.view())
            << " " << options.out << "\n";
  return kDone;
}

}  // namespace

void addProofCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("proof", "A holding as a file that anyone can check offline");
  command->footer("Example: aurigraph proof export VER-19 holder --out house.rwaproof --verify");
  auto* exported = command->add_subcommand("export", "Writes the proof of a holding");
  exported->add_option("token", options->token, "The token's symbol")->required();
  exported->add_option("holder", options->holder, "Name or number of the holding identity")->required();
  exported->add_option("-o,--out", options->out, "The file to write, usually .rwaproof")->required();
  exported->add_flag("--verify", options->verify, "Check it before it is written");
  addCommonOptions(*exported, options->common);
  exported->footer(
      "Example: aurigraph proof export VER-19 holder --out house.rwaproof --verify\n"
      "For the holder, the token's issuer and auditors: sign in first (aurigraph login).");
  // Without the word "export" too.
  command->add_option("token", options->token, "The token's symbol");
  command->add_option("--identity", options->holder, "Name or number of the holding identity");
  command->add_option("-o,--out", options->out, "The file to write");
  command->add_flag("--verify", options->verify, "Check it before it is written");
  addCommonOptions(*command, options->common);
  command->callback([command, options, &exitCode] {
    if (!command->get_subcommands().empty()) return;
    if (options->token.empty() || options->holder.empty())
      throw CLI::RequiredError("TOKEN and --identity, or export TOKEN HOLDER --out FILE");
    if (options->out.empty()) options->out = options->token + ".rwaproof";
    exitCode = exportProof(*options);
  });
  exported->callback([options, &exitCode] { exitCode = exportProof(*options); });
}

}  // namespace aurigraph::cli
