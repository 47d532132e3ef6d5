// `aurigraph source`: of which sources the ledger takes records, how far it believes them, and which facts
// scores count with beside them. They change by `aurigraph propose adopt-source`, pause-source, resume-source
// and adopt-fact (docs/sources.md).

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/wording.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {
namespace {

struct Options {
  CommonOptions common;
  std::string name;
};

int list(Session& session, const Options& options) {
  const auto found = session.api->list("/query/sources?limit=200");
  if (!found) return report(found.error(), options.common.json);
  if (options.common.json)
    printJson({{"items", *found}});
  else
    std::cout << sourcesText(*found);
  return kDone;
}

int show(Session& session, const Options& options) {
  const auto found = session.api->get("/query/sources/" + client::escaped(options.name));
  if (!found) return report(found.error(), options.common.json);
  if (!found->is_object()) return report(client::badAnswer("no source").value(), options.common.json);
  if (options.common.json)
    printJson(found->get_object());
  else
    std::cout << sourceText(found->get_object());
  return kDone;
}

int facts(Session& session, const Options& options) {
  const auto found = session.api->list("/query/facts?limit=200");
  if (!found) return report(found.error(), options.common.json);
  if (options.common.json)
    printJson({{"items", *found}});
  else
    std::cout << factsText(*found);
  return kDone;
}

int signedIn(const Options& options, int (*run)(Session&, const Options&)) {
  auto session = openSession(options.common);
  if (!session) return report(session.error(), options.common.json, kUsage);
  if (auto allowed = requireSignIn(session->profile); !allowed)
    return report(allowed.error(), options.common.json);
  return run(*session, options);
}

}  // namespace

void addSourceCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand(
      "source", "Of which sources the ledger takes records, and which facts scores count with");
  command->require_subcommand(1);
  command->footer(
      "Example: aurigraph source show county-title\n"
      "They change with the words of others: aurigraph propose adopt-source, pause-source, resume-source,\n"
      "adopt-fact.");
  const auto add = [&](const char* name, const char* what, const char* example, auto run) {
    auto options = std::make_shared<Options>();
    auto* one = command->add_subcommand(name, what);
    if (std::string_view(name) == "show") one->add_option("name", options->name, "Its name")->required();
    addCommonOptions(*one, options->common);
    one->footer(example);
    one->callback([options, run, &exitCode] { exitCode = signedIn(*options, run); });
  };
  add("list", "All that were adopted", "Example: aurigraph source list --json", list);
  add("show", "One: its terms, its pause, its records in this hour",
      "Example: aurigraph source show county-title", show);
  add("facts", "What scores count with beside records, of one object or of all",
      "Example: aurigraph source facts", facts);
}

}  // namespace aurigraph::cli
