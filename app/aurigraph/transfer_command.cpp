#include <iostream>
#include <memory>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/json_text.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/profile.h"
#include "core/base/decimal.h"
#include "nodes/client/author.h"

namespace aurigraph::cli {
namespace {

struct Options {
  Common common;
  Signing signing;
  std::string token;
  std::string to;
  std::string amount;
};

struct Order {
  wire::Transfer transfer;
  std::vector<std::string> words;
};

Result<IdentityId> findIdentity(client::ApiClient& api, const std::string& nameOrId) {
  if (nameOrId.find_first_not_of("0123456789") == std::string::npos && nameOrId.size() < 10)
    return IdentityId(static_cast<std::uint32_t>(std::stoul(nameOrId)));
  const auto found = api.get("/query/identities?name=" + client::escaped(nameOrId));
  if (!found) return passOn(found);
  return IdentityId(found->at("items").at(0).at("id").to_number<std::uint32_t>());
}

Result<Order> orderOf(client::ApiClient& api, const Options& options, const PublicKey& key) {
  const auto token = api.get("/query/tokens/" + client::escaped(options.token));
  if (!token) return passOn(token);
  const TokenId id(token->at("id").to_number<std::uint32_t>());
  const auto decimals = token->at("decimals").to_number<std::uint8_t>();
  const auto amount = Decimal::parse(options.amount);
  if (!amount) return passOn(amount);
  const auto units = toUnits(*amount, decimals);
  if (!units) return passOn(units);
  if (*units <= 0) return fail("usage.amount", "The amount must be greater than zero.", "");
  const auto from = api.identityOf(key);
  if (!from) return passOn(from);
  const auto to = findIdentity(api, options.to);
  if (!to) return passOn(to);
  const auto debit = api.account(*from, id);
  if (!debit) return passOn(debit);
  const auto credit = api.account(*to, id);
  if (!credit) return passOn(credit);
  Order out;
  out.transfer.debit = debit->value;
  out.transfer.credit = credit->value;
  out.transfer.amount = static_cast<U128>(*units);
  out.transfer.token = id.value;
  out.words = {"Transfer " + amount->toText() + " " + options.token + " to " + options.to + " (identity " +
                   std::to_string(to->value) + ")",
               toText(out.transfer.amount) + " base units of token " + std::to_string(id.value) +
                   ", account " + std::to_string(debit->value) + " to account " +
                   std::to_string(credit->value)};
  return out;
}

int run(const Options& options) {
  auto connection = connect(options.common);
  if (!connection) return report(connection.error(), options.common.json, kUsage);
  const auto key = openKeyNamed(connection->profile, options.signing);
  if (!key) return report(key.error(), options.common.json, kUsage);
  const auto order = orderOf(*connection->api, options, key->publicKey());
  if (!order) return report(order.error(), options.common.json);
  if (const auto agreed = confirm(order->words, options.signing); !agreed)
    return report(agreed.error(), options.common.json, kUsage);
  client::Author author(*connection->api, *key, connection->profile.genesis);
  Progress progress;
  progress.say("Waiting for the certificate …");
  const auto reply = author.send(std::span<const wire::Transfer>(&order->transfer, 1), client::Wait::kFinal);
  if (!reply) return report(reply.error(), options.common.json);
  if (const auto done = client::asStatus(*reply); !done) return report(done.error(), options.common.json);
  if (options.common.json)
    printJson(
        {{"batch", toHex(reply->batch.view())}, {"height", reply->height.value}, {"final", reply->final}});
  else
    std::cout << "Done: block " << reply->height.value << (reply->final ? ", final" : "") << ".\n";
  return kDone;
}

}  // namespace

void addTransferCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("transfer", "Move tokens of yours to another identity");
  const auto options = std::make_shared<Options>();
  addCommon(*command, options->common);
  addSigning(*command, options->signing);
  command->add_option("--token", options->token, "Symbol")->required();
  command->add_option("--to", options->to, "Name or id of the receiving identity")->required();
  command->add_option("--amount", options->amount, "How much, in tokens: 12.5")->required();
  command->footer("Example: aurigraph transfer --token VER-19 --to ann --amount 25");
  command->callback([options, &exitCode] { exitCode = run(*options); });
}

}  // namespace aurigraph::cli
