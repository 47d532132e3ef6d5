#include <boost/json/array.hpp>
#include <iostream>
#include <memory>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/json_text.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/profile.h"
#include "nodes/client/author.h"
#include "nodes/client/words.h"

namespace aurigraph::cli {
namespace {

enum class Action : std::uint8_t { kClaim, kApprove, kReject };

struct Options {
  Common common;
  Signing signing;
  std::string record;
  std::uint16_t reasonCode = 1;
  std::string note;
};

int list(const Options& options) {
  const auto connection = connect(options.common);
  if (!connection) return report(connection.error(), options.common.json, kUsage);
  const auto open = connection->api->list("/query/reviews?limit=200");
  if (!open) return report(open.error(), options.common.json);
  if (options.common.json) {
    printJson(*open);
    return kDone;
  }
  std::vector<std::vector<std::string>> rows = {{"record", "kind", "asset", "score", "since", "claimed by"}};
  for (const auto& record : *open)
    rows.push_back({textAt(record, "id"), textAt(record, "category") + "/" + textAt(record, "kind"),
                    textAt(record, "asset_key"), scoreText(record, "score_ppm"),
                    textAt(record, "admitted_at_text"), textAt(record, "claimed_by")});
  std::cout << (open->empty() ? std::string("Nothing waits for a review.\n") : table(rows));
  return kDone;
}

// The evidence first: what the record says and what it lost points for.
std::vector<std::string> reasonsOf(const boost::json::value& record) {
  std::vector<std::string> out = {"asset " + textAt(record, "asset_key") + ", score " +
                                  scoreText(record, "score_ppm")};
  const auto* checks = record.as_object().if_contains("checks");
  if (checks == nullptr || !checks->is_array()) return out;
  for (const auto& check : checks->get_array())
    for (const auto& reason : check.at("reasons").as_array())
      out.push_back(textAt(check, "name") + ": " + textAt(reason, "words"));
  return out;
}

int decide(const Options& options, Action action) {
  auto connection = connect(options.common);
  if (!connection) return report(connection.error(), options.common.json, kUsage);
  const auto id = fixedFromHex<Digest>(options.record);
  if (!id) return report(id.error(), options.common.json, kUsage);
  const auto record = connection->api->get("/query/records/" + options.record);
  if (!record) return report(record.error(), options.common.json);
  wire::AnyCommand command = wire::ClaimReview{*id};
  if (action != Action::kClaim)
    command = wire::DecideReview{
        *id, action == Action::kApprove ? wire::ReviewDecision::kApprove : wire::ReviewDecision::kReject,
        options.reasonCode, options.note};
  auto words = client::wordsOf(command);
  for (auto& line : reasonsOf(*record)) words.push_back(std::move(line));
  const auto key = openKeyNamed(connection->profile, options.signing);
  if (!key) return report(key.error(), options.common.json, kUsage);
  if (const auto agreed = confirm(words, options.signing); !agreed)
    return report(agreed.error(), options.common.json, kUsage);
  client::Author author(*connection->api, *key, connection->profile.genesis);
  Progress progress;
  progress.say("Waiting for the certificate …");
  const auto reply = author.send(command, client::Wait::kFinal);
  if (!reply) return report(reply.error(), options.common.json);
  if (const auto done = client::asStatus(*reply); !done) return report(done.error(), options.common.json);
  if (options.common.json)
    printJson({{"record", options.record}, {"height", reply->height.value}, {"final", reply->final}});
  else
    std::cout << "Done: block " << reply->height.value << (reply->final ? ", final" : "") << ".\n";
  return kDone;
}

}  // namespace

void addReviewCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("review", "Records that wait for a person's decision");
  command->require_subcommand(1);
  const auto options = std::make_shared<Options>();
  auto* all = command->add_subcommand("list", "What waits, oldest first");
  addCommon(*all, options->common);
  all->footer("Example: aurigraph review list");
  all->callback([options, &exitCode] { exitCode = list(*options); });
  const auto add = [&](const char* name, const char* what, Action action) {
    auto* sub = command->add_subcommand(name, what);
    addCommon(*sub, options->common);
    addSigning(*sub, options->signing);
    sub->add_option("record", options->record, "Id of the record")->required();
    if (action != Action::kClaim) {
      sub->add_option("--reason", options->reasonCode, "Reason code")
          ->check(CLI::Range(1, 65'535))
          ->capture_default_str();
      sub->add_option("--note", options->note, "Why, in your words")->required();
      sub->footer("Example: aurigraph review " + std::string(name) +
                  " 4be0…91 --reason 1 --note 'second source agrees'");
    } else {
      sub->footer("Example: aurigraph review claim 4be0…91");
    }
    sub->callback([options, action, &exitCode] { exitCode = decide(*options, action); });
  };
  add("claim", "Hold a record for yourself while you look at it", Action::kClaim);
  add("approve", "Approve a record; your signed decision goes on the ledger", Action::kApprove);
  add("reject", "Reject a record; your signed decision goes on the ledger", Action::kReject);
}

}  // namespace aurigraph::cli
