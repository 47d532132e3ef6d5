// `aurigraph identity`: who somebody is on the ledger, and what is said about them.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "app/aurigraph/tidy_name.h"
#include "app/aurigraph/wording.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {
namespace {

struct Options {
  CommonOptions common;
  std::string who;
  bool claims = false;
  std::string topic;
};

/// A key has 64 hex digits, a number fewer; all else is a name.
std::string questionFor(const std::string& who) {
  if (fixedFromHex<PublicKey>(who)) return "key=" + who;
  return isNumber(who) ? "id=" + who : "name=" + client::escaped(tidyName(who));
}

Result<boost::json::object> find(client::ApiClient& api, const std::string& who) {
  const auto found = api.list("/query/identities?" + questionFor(who));
  if (!found) return propagate(found);
  if (found->empty() || !found->front().is_object()) return client::badAnswer("no identity");
  return found->front().get_object();
}

int show(const Options& options) {
  const bool json = options.common.json;
  const auto session = openSession(options.common);
  if (!session) return report(session.error(), json, kUsage);
  client::ApiClient& api = *session->api;
  auto identity = find(api, options.who);
  if (!identity) return report(identity.error(), json);
  const auto id = client::numberIn(*identity, "id");
  if (!id) return report(client::badAnswer("an identity without id").value(), json);
  const std::string number = std::to_string(*id);
  std::string text = identityText(*identity);
  if (options.claims) {
    if (auto signedIn = requireSignIn(session->profile); !signedIn) return report(signedIn.error(), json);
    auto claims = api.list("/query/claims?limit=200&identity=" + number);
    if (!claims) return report(claims.error(), json);
    text += "\n" + claimsText(*claims);
    (*identity)["claims"] = std::move(*claims);
  }
  if (!options.topic.empty()) {
    auto trust = api.get("/query/trust?issuer=" + number + "&topic=" + client::escaped(options.topic));
    if (!trust) return report(trust.error(), json);
    if (!trust->is_object()) return report(client::badAnswer("no trust").value(), json);
    text += "\n" + trustText(trust->get_object());
    (*identity)["trust"] = std::move(*trust);
  }
  if (json)
    printJson(*identity);
  else
    std::cout << text;
  return kDone;
}

}  // namespace

void addIdentityCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("identity", "Who somebody is on the ledger");
  command->require_subcommand(1);
  command->footer("Example: aurigraph identity show issuer");
  auto* shown = command->add_subcommand("show", "One identity: roles, keys, organisation, suspensions");
  shown->add_option("who", options->who, "A name, a number, or a key of 64 hex digits")->required();
  shown->add_flag("--claims", options->claims,
                  "Also what claim issuers say: your own, or if you may read all or issue claims");
  shown->add_option("--trusted-with", options->topic,
                    "Also whether this claim issuer is trusted with a topic");
  addCommonOptions(*shown, options->common);
  shown->footer(
      "Example: aurigraph identity show issuer --claims\n"
      "  aurigraph identity show claim-issuer --trusted-with owner");
  shown->callback([options, &exitCode] { exitCode = show(*options); });
}

}  // namespace aurigraph::cli
