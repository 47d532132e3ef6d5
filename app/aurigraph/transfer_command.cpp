// `aurigraph transfer`: moves tokens from one's own account to another's.

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/keys.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "app/aurigraph/wording.h"
#include "core/base/decimal.h"
#include "core/wire/words.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {
namespace {

struct Options {
  CommonOptions common;
  SigningOptions signing;
  std::string token;
  std::string to;
  std::string amount;
  bool openAccount = false;
};

struct Token {
  TokenId id;
  std::string symbol;
  std::uint8_t decimals = 0;
};

Result<Token> findToken(client::ApiClient& api, const std::string& symbol) {
  const auto answer = api.get("/query/tokens/" + client::escaped(symbol));
  if (!answer) return passOn(answer);
  const auto id = client::numberIn(*answer, "id");
  const auto decimals = client::numberIn(*answer, "decimals");
  if (!id || !decimals || *decimals > wire::kMaxTokenDecimals)
    return client::badAnswer("a token that lacks fields");
  return Token{TokenId(static_cast<std::uint32_t>(*id)), client::textIn(*answer, "symbol"),
               static_cast<std::uint8_t>(*decimals)};
}

int transfer(const Options& options) {
  const bool json = options.common.json;
  auto session = openSession(options.common);
  if (!session) return report(session.error(), json, kUsage);
  auto& api = *session->api;

  const auto token = findToken(api, options.token);
  if (!token) return report(token.error(), json);
  const auto amount = baseUnits(options.amount, token->decimals);
  if (!amount) return report(amount.error(), json, kUsage);
  const auto receiver = findPerson(api, options.to);
  if (!receiver) return report(receiver.error(), json);
  auto key = openKeyFile(session->profile.folder, options.signing.key, options.signing.passphraseFile);
  if (!key) return report(key.error(), json, kUsage);
  const auto sender = api.identityOf(key->key.publicKey());
  if (!sender) return report(sender.error(), json);
  const auto debit = api.account(*sender, token->id);
  if (!debit) return report(debit.error(), json);
  auto credit = api.account(receiver->id, token->id);
  const bool opens = !credit && credit.error().code == "query.unknown_account" && options.openAccount;
  if (!credit && !opens) {
    auto error = credit.error();
    if (error.code == "query.unknown_account") {
      error.message = plain(receiver->name) + " has no account in " + plain(token->symbol) + ".";
      error.remedy = "Its owner or the token's issuer opens one; if you may, add --open-account.";
    }
    return report(error, json);
  }

  wire::Transfer moved;
  moved.debit = debit->value;
  moved.credit = credit ? credit->value : 0;
  moved.amount = *amount;
  moved.token = token->id.value;
  std::vector<std::string> lines{amountText(toText(*amount), token->decimals) + " " + token->symbol +
                                 " from '" + key->name + "' (identity " + std::to_string(sender->value) +
                                 ") to '" + receiver->name + "' (identity " +
                                 std::to_string(receiver->id.value) + ")"};
  if (opens)
    lines.push_back("before that, open the account of '" + receiver->name + "' in " + token->symbol);
  else
    for (const auto& line : wire::wordsOf(moved)) lines.push_back(line);
  if (auto agreed = confirm(lines, options.signing.yes); !agreed) return report(agreed.error(), json, kUsage);

  Progress progress;
  client::Author author(api, key->key, session->profile.genesis);
  if (opens) {
    progress.say("Opening the account …");
    const auto opened = author.send(wire::OpenAccount{receiver->id, token->id}, client::Wait::kCommitted);
    if (!opened) return report(opened.error(), json);
    if (const auto done = client::asStatus(*opened); !done) return report(done.error(), json);
    credit = api.account(receiver->id, token->id);
    if (!credit) return report(credit.error(), json);
    moved.credit = credit->value;
  }
  progress.say(options.signing.waitFinal ? "Sent; waiting for the certificate …"
                                         : "Sent; waiting for the majority …");
  const auto reply = author.send(std::span<const wire::Transfer>(&moved, 1),
                                 options.signing.waitFinal ? client::Wait::kFinal : client::Wait::kCommitted);
  progress.say("");
  return reportReply(reply, json,
                     "Transferred " + amountText(toText(*amount), token->decimals) + " " +
                         plain(token->symbol) + " to " + plain(receiver->name) + ".");
}

}  // namespace

void addTransferCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("transfer", "Moves tokens from your account to another's");
  addSigningOptions(*command, options->signing, "--from-key,--key");
  command->add_option("--token", options->token, "Symbol or number of the token")->required();
  command->add_option("--to", options->to, "Name or number of the receiving identity")->required();
  command->add_option("--amount", options->amount, "In whole tokens, e.g. 12 or 12.50")->required();
  command->add_flag("--open-account", options->openAccount,
                    "Open the receiver's account first if there is none; for the token's issuer");
  addCommonOptions(*command, options->common);
  command->footer(
      "Example: aurigraph transfer --from-key issuer --token VER-19 --to holder --amount 250 --wait "
      "final\n"
      "On a terminal it says what it will sign and asks. Committed: durable on a majority of validators;\n"
      "final: covered by a certificate that anyone can check.");
  command->callback([options, &exitCode] { exitCode = transfer(*options); });
}

}  // namespace aurigraph::cli
