// `aurigraph proposal`: what waits on the ledger for the words of others, and one's own word for it.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>
#include <type_traits>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/order.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "app/aurigraph/wording.h"
#include "core/base/time_text.h"
#include "core/wire/describe.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {
namespace {

struct Options {
  CommonOptions common;
  SigningOptions signing;
  std::string proposal;
};

struct Proposal {
  Digest id;
  boost::json::object answer;
  wire::AnyCommand command;
  Nanoseconds until;
};

/// What the gateway says it is, read from its bytes, which its name covers: no word of the gateway's counts.
Result<Proposal> proposalOf(const boost::json::object& answer, const Digest& genesis) {
  const auto kind = client::numberIn(answer, "command_kind");
  const auto payload = fromHex(client::textIn(answer, "payload"));
  const auto author = fixedFromHex<PublicKey>(client::textIn(answer, "author_key"));
  const auto name = fixedFromHex<Digest>(client::textIn(answer, "proposal"));
  if (!kind || *kind > UINT16_MAX || !payload || !author || !name) return client::badAnswer("no proposal");
  auto command = wire::decodeCommand(static_cast<std::uint16_t>(*kind), *payload);
  if (!command) return propagate(command);
  if (wire::approvalDigest(genesis, *author, *command) != *name)
    return fail("proposal.other_bytes",
                "The gateway shows other bytes than those that the proposal's name covers.",
                "Endorse nothing; ask through another gateway, and tell the operator.");
  const Nanoseconds until = wire::approvedUntil(*command);
  return Proposal{*name, answer, std::move(*command), until};
}

std::vector<std::string> linesOf(const Proposal& proposal) {
  auto lines = wire::describe(proposal.command);
  lines.push_back("by the key " + client::textIn(proposal.answer, "author_key") +
                  ", which the gateway calls " + client::textIn(proposal.answer, "author_name"));
  lines.push_back("until " + timeText(proposal.until));
  return lines;
}

Result<Proposal> find(Session& session, const std::string& id) {
  const auto wanted = fixedFromHex<Digest>(id);
  if (!wanted)
    return fail("proposal.bad_name", "A proposal's name has 64 hex digits.", "aurigraph proposal list");
  const auto found = session.api->list("/query/proposals?proposal=" + toHex(wanted->view()));
  if (!found) return propagate(found);
  if (found->size() != 1 || !found->front().is_object()) return client::badAnswer("no proposal");
  auto out = proposalOf(found->front().get_object(), session.profile.genesis);
  if (out && out->id != *wanted) return client::badAnswer("another proposal");
  return out;
}

std::string endorsersOf(const Proposal& proposal) {
  std::string out;
  const auto* endorsers = proposal.answer.if_contains("endorsers");
  if (endorsers != nullptr && endorsers->is_array())
    for (const auto& each : endorsers->get_array())
      if (each.is_object()) out += (out.empty() ? "" : ", ") + client::textIn(each.get_object(), "name");
  return out.empty() ? "nobody yet" : out;
}

/// What a gateway calls somebody is its own word, and nothing that a terminal obeys.
void print(const Proposal& proposal) {
  std::cout << toHex(proposal.id.view()) << "\n";
  for (const std::string& line : linesOf(proposal)) std::cout << "  " << plain(line) << "\n";
  std::cout << "  endorsed by " << plain(endorsersOf(proposal)) << "\n";
}

int list(const Options& options) {
  const bool json = options.common.json;
  auto session = openSession(options.common);
  if (!session) return report(session.error(), json, kUsage);
  if (auto signedIn = requireSignIn(session->profile); !signedIn) return report(signedIn.error(), json);
  const auto found = session->api->list("/query/proposals?limit=200");
  if (!found) return report(found.error(), json);
  if (json) {
    printJson({{"items", *found}});
    return kDone;
  }
  if (found->empty()) std::cout << "Nothing waits for anybody.\n";
  for (const auto& item : *found) {
    if (!item.is_object()) return report(client::badAnswer("no proposal").value(), json);
    // One that this program cannot read hides no other.
    if (const auto proposal = proposalOf(item.get_object(), session->profile.genesis))
      print(*proposal);
    else
      std::cout << "A proposal that cannot be read: " << plain(proposal.error().message) << "\n";
  }
  return kDone;
}

int show(const Options& options) {
  auto session = openSession(options.common);
  if (!session) return report(session.error(), options.common.json, kUsage);
  if (auto signedIn = requireSignIn(session->profile); !signedIn)
    return report(signedIn.error(), options.common.json);
  const auto proposal = find(*session, options.proposal);
  if (!proposal) return report(proposal.error(), options.common.json);
  if (options.common.json)
    printJson(proposal->answer);
  else
    print(*proposal);
  return kDone;
}

template <class Command>
int say(const Options& options, std::string_view done) {
  return atOrderDesk(options.common, options.signing, [&](Session& session, OrderDesk& desk) {
    if (auto signedIn = requireSignIn(session.profile); !signedIn)
      return report(signedIn.error(), options.common.json);
    const auto proposal = find(session, options.proposal);
    if (!proposal) return desk.notGiven(proposal.error(), exitCodeOf(proposal.error()));
    const wire::AnyCommand command = Command{proposal->id};
    auto lines = cli::linesOf(command, desk.key());
    for (std::string& line : linesOf(*proposal)) lines.push_back(std::move(line));
    const auto given = desk.give(command, oneLine(lines), &lines);
    if (!std::is_same_v<Command, wire::Endorse> || !given || !given->done()) return desk.tell(given, done);
    // What is executed waits for nobody.
    const auto waits = find(session, options.proposal);
    const bool executed = !waits && waits.error().code == "query.unknown_proposal";
    return desk.tell(given,
                     executed ? "Endorsed. It was the last word that was needed: it is executed."
                     : waits  ? "Endorsed. It waits for more words: aurigraph proposal show."
                              : done,
                     {{"executed", executed}});
  });
}

}  // namespace

void addProposalCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("proposal", "What waits on the ledger for others' words");
  command->require_subcommand(1);
  command->footer(
      "Example: aurigraph proposal list\nWhat is shown is read from the bytes that are endorsed.");
  const auto add = [&](const char* name, const char* what, bool signs, auto run) {
    auto options = std::make_shared<Options>();
    auto* one = command->add_subcommand(name, what);
    if (std::string_view(name) != "list")
      one->add_option("proposal", options->proposal, "Its name: 64 hex digits")->required();
    if (signs) addSigningOptions(*one, options->signing, "--sign-with");
    addCommonOptions(*one, options->common);
    one->callback([options, run, &exitCode] { exitCode = run(*options); });
  };
  add("list", "All that are open", false, list);
  add("show", "One of them", false, show);
  add("endorse", "Give one's word", true, [](const Options& options) {
    return say<wire::Endorse>(options, "Endorsed. If it was the last word that it needed, it is executed.");
  });
  add("withdraw", "Take one's word back; the author: the proposal", true,
      [](const Options& options) { return say<wire::Withdraw>(options, "Withdrawn."); });
}

}  // namespace aurigraph::cli
