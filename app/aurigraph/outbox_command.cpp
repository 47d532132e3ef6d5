// `aurigraph outbox`: signed orders on this computer and what became of them.

#include "app/aurigraph/outbox_command.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/order.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/wording.h"

namespace aurigraph::cli {
namespace {

constexpr std::chrono::milliseconds kLockTimeout{120'000};
constexpr std::size_t kShownIdDigits = 12;

struct Options {
  CommonOptions common;
  std::vector<std::string> ids;
  std::string id;
  bool all = false;
  bool waitFinal = true;
  bool evenIfOpen = false;
};

std::string outcomeOf(const KeptOrder& order) {
  return order.settled ? std::string(nameOf(order.settled->ending)) : "open";
}

boost::json::object jsonOf(const KeptOrder& order) {
  boost::json::object out{{"batch", toHex(order.id().view())},
                          {"words", order.words},
                          {"gateway", order.gateway},
                          {"genesis", toHex(order.header.genesis.view())},
                          {"author", toHex(order.header.author.view())},
                          {"kept_at", std::to_string(order.keptAt.value)},
                          {"valid_until", std::to_string(order.header.validUntil.value)},
                          {"outcome", outcomeOf(order)}};
  if (!order.settled) return out;
  if (order.settled->height.value != 0) out["height"] = order.settled->height.value;
  if (!order.settled->code.empty()) {
    out["code"] = order.settled->code;
    out["message"] = order.settled->message;
  }
  return out;
}

int list(const Options& options) {
  const Outbox outbox(options.common.folder());
  auto orders = outbox.open();
  if (!orders) return report(orders.error(), options.common.json);
  if (options.all) std::ranges::move(outbox.settled(), std::back_inserter(*orders));
  if (options.common.json) {
    boost::json::array out;
    for (const auto& order : *orders) out.push_back(jsonOf(order));
    printJson(out);
    return kDone;
  }
  if (orders->empty()) {
    std::cout << (options.all ? "The outbox is empty.\n"
                              : "No order is open. --all shows the settled ones.\n");
    return kDone;
  }
  std::vector<std::vector<std::string>> rows{{"ORDER", "KEPT", "OUTCOME", "WHAT"}};
  for (const auto& order : *orders)
    rows.push_back({toHex(order.id().view()).substr(0, kShownIdDigits), timeForPeople(order.keptAt),
                    outcomeOf(order), plain(order.words)});
  std::cout << table(rows);
  return kDone;
}

int forget(const Options& options) {
  const bool json = options.common.json;
  const Outbox outbox(options.common.folder());
  const auto found = outbox.find(options.id);
  if (!found) return report(found.error(), json, found.error().code == "outbox.damaged" ? kFailed : kUsage);
  const auto locked = outbox.lock(found->header.author, kLockTimeout, [] {
    std::cerr << "Another aurigraph is at work with this key; waiting for it …\n";
  });
  if (!locked) return report(locked.error(), json);
  // It may have been settled while we waited.
  const auto order = outbox.find(toHex(found->id().view()));
  if (!order) return report(order.error(), json);
  if (!order->settled && !options.evenIfOpen)
    return report(
        {"outbox.open", titleOf(*order) + " is still open: it may have been executed, or may still be.",
         "Settle it with aurigraph outbox resume. Who forgets it with --even-if-open must find out "
         "otherwise whether it was executed before giving it anew."},
        json);
  if (auto done = outbox.forget(*order); !done) return report(done.error(), json);
  if (json)
    printJson(jsonOf(*order));
  else
    std::cout << titleOf(*order) << " is forgotten"
              << (order->settled ? "."
                                 : "; until " + timeForPeople(order->header.validUntil) +
                                       " of the ledger's time a block may still hold it.")
              << "\n";
  return kDone;
}

/// One open order and what became of it, printed. Gives the exit code for it alone.
int resumeOne(client::ApiClient& api, const Outbox& outbox, const KeptOrder& order, bool waitFinal,
              boost::json::array* json) {
  const auto outcome = resumeOrder(api, outbox, order, waitFinal);
  const auto settled = settlementOf(outcome);
  if (json != nullptr) {
    auto now = order;
    now.settled = settled;
    auto out = jsonOf(now);
    if (!settled)
      out["outcome"] = "unknown", out["code"] = outcome.why.code, out["message"] = outcome.why.message;
    json->push_back(std::move(out));
  } else {
    std::cout << titleOf(order) << ": ";
    if (!settled)
      std::cout << "still unknown (" << plain(outcome.why.message) << " " << outcome.why.code
                << "). It stays kept; aurigraph outbox resume asks once more.\n";
    else if (settled->ending == Ending::kExecuted)
      std::cout << "done, " << (outcome.reply.final ? "final" : "committed") << " at height "
                << grouped(std::to_string(settled->height.value)) << ".\n";
    else
      std::cout << (settled->ending == Ending::kRefused ? "refused by the ledger" : "never executed")
                << ", nothing happened: " << plain(settled->message) << " [" << settled->code << "]\n";
  }
  if (!settled) return kUnknown;
  return settled->ending == Ending::kExecuted ? kDone : kFailed;
}

}  // namespace

int resumeOpenOrders(const CommonOptions& options, bool waitFinal, const std::vector<std::string>& ids) {
  auto session = openSession(options);
  if (!session) return report(session.error(), options.json, kUsage);
  const Outbox outbox(session->profile.folder);
  auto orders = outbox.open();
  if (!orders) return report(orders.error(), options.json, kUnknown);
  if (!ids.empty()) {
    orders->clear();
    for (const auto& id : ids) {
      auto order = outbox.find(id);
      if (!order) return report(order.error(), options.json, kUsage);
      orders->push_back(std::move(*order));
    }
  }
  boost::json::array json;
  int exitCode = kDone;
  for (const auto& order : *orders) {
    const auto locked = outbox.lock(order.header.author, kLockTimeout, [] {
      std::cerr << "Another aurigraph is at work with this key; waiting for it …\n";
    });
    if (!locked) return report(locked.error(), options.json, kUnknown);
    // Another program may have settled it while we waited: then what that one found counts.
    auto current = outbox.find(toHex(order.id().view()));
    if (!current) return report(current.error(), options.json, kUnknown);
    const int one = [&] {
      if (!current->settled)
        return resumeOne(*session->api, outbox, *current, waitFinal, options.json ? &json : nullptr);
      if (options.json)
        json.push_back(jsonOf(*current));
      else
        std::cout << titleOf(*current) << ": " << outcomeOf(*current) << ".\n";
      return current->settled->ending == Ending::kExecuted ? kDone : kFailed;
    }();
    // The worst counts: unknown, then failed.
    exitCode = std::max(exitCode, one);
  }
  if (options.json)
    printJson(json);
  else if (orders->empty())
    std::cout << "No order is open.\n";
  return exitCode;
}

void addOutboxCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("outbox", "Signed orders kept on this computer, and what became of them");
  command->require_subcommand(1);
  command->footer(
      "Example: aurigraph outbox list\n  aurigraph outbox resume\n"
      "Whatever is signed is kept in the profile before it is sent, and stays until it is known what became\n"
      "of it. Exit code 4 of a command that signs means: not known yet.");
  auto* listed = command->add_subcommand("list", "Orders whose outcome is open");
  listed->add_flag("--all", options->all, "The settled ones too");
  addCommonOptions(*listed, options->common);
  listed->footer("Example: aurigraph outbox list --all");
  listed->callback([options, &exitCode] { exitCode = list(*options); });
  auto* resumed = command->add_subcommand("resume", "Asks what became of them, sending the same bytes again");
  resumed->add_option("order", options->ids, "Which, by how their ids begin; else all that are open");
  resumed
      ->add_option_function<std::string>(
          "--wait", [options](const std::string& until) { options->waitFinal = until == "final"; },
          "How long to wait: final (default) or committed")
      ->check(CLI::IsMember({"committed", "final"}));
  addCommonOptions(*resumed, options->common);
  resumed->footer(
      "Example: aurigraph outbox resume\n"
      "No key is needed: the bytes are signed. Exit codes: 0 all done, 1 one or more refused or never\n"
      "executed, 4 one or more still unknown.");
  resumed->callback([options, &exitCode] {
    exitCode = resumeOpenOrders(options->common, options->waitFinal, options->ids);
  });
  auto* forgotten = command->add_subcommand("forget", "Drops a settled order from the list");
  forgotten->add_option("order", options->id, "Its id, or how it begins")->required();
  forgotten->add_flag("--even-if-open", options->evenIfOpen,
                      "Also if it is open: nobody will then ask what became of it");
  addCommonOptions(*forgotten, options->common);
  forgotten->footer("Example: aurigraph outbox forget 3fa29c01");
  forgotten->callback([options, &exitCode] { exitCode = forget(*options); });
}

}  // namespace aurigraph::cli
