// `aurigraph transfer`: moves tokens from one's own account to another's.

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/order.h"
#include "app/aurigraph/outbox_command.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "app/aurigraph/wording.h"
#include "core/base/decimal.h"
#include "core/wire/describe.h"
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
  bool resume = false;
};

struct Token {
  TokenId id;
  std::string symbol;
  std::uint8_t decimals = 0;
};

Result<Token> findToken(client::ApiClient& api, const std::string& symbol) {
  const auto answer = api.get("/query/tokens/" + client::escaped(symbol));
  if (!answer) return propagate(answer);
  const auto id = client::numberIn(*answer, "id");
  const auto decimals = client::numberIn(*answer, "decimals");
  if (!id || !decimals || *decimals > wire::kMaxTokenDecimals)
    return client::badAnswer("a token that lacks fields");
  return Token{TokenId(static_cast<std::uint32_t>(*id)), client::textIn(*answer, "symbol"),
               static_cast<std::uint8_t>(*decimals)};
}

int transfer(const Options& options, client::ApiClient& api, OrderDesk& desk) {
  const auto token = findToken(api, options.token);
  if (!token) return desk.notGiven(token.error(), kFailed);
  const auto amount = baseUnits(options.amount, token->decimals);
  if (!amount) return desk.notGiven(amount.error(), kUsage);
  const auto receiver = findPerson(api, options.to);
  if (!receiver) return desk.notGiven(receiver.error(), kFailed);
  const auto sender = api.identityOf(desk.key().key.publicKey());
  if (!sender) return desk.notGiven(sender.error(), kFailed);
  const auto debit = api.account(*sender, token->id);
  if (!debit) return desk.notGiven(debit.error(), kFailed);
  auto credit = api.account(receiver->id, token->id);
  const bool opens = !credit && credit.error().code == "query.unknown_account" && options.openAccount;
  if (!credit && !opens) {
    auto error = credit.error();
    if (error.code == "query.unknown_account") {
      error.message = plain(receiver->name) + " has no account in " + plain(token->symbol) + ".";
      error.remedy = "Its owner or the token's issuer opens one; if you may, add --open-account.";
    }
    return desk.notGiven(error, kFailed);
  }

  wire::Transfer moved;
  moved.debit = debit->value;
  moved.credit = credit ? credit->value : 0;
  moved.amount = *amount;
  moved.token = token->id.value;
  const std::string what = amountText(toText(*amount), token->decimals) + " " + plain(token->symbol);
  std::vector<std::string> lines{what + " from '" + desk.key().name + "' (identity " +
                                 std::to_string(sender->value) + ") to '" + receiver->name + "' (identity " +
                                 std::to_string(receiver->id.value) + ")"};
  const std::string words = oneLine(lines);
  if (opens) {
    lines.push_back("before that, open the account of '" + receiver->name + "' in " + token->symbol);
    if (auto agreed = confirm(lines, options.signing.yes); !agreed)
      return desk.notGiven(agreed.error(), kUsage);
    const auto opened = desk.give(wire::OpenAccount{receiver->id, token->id},
                                  "open the account of " + plain(receiver->name) + " in " +
                                      plain(token->symbol) + " (nothing was paid yet)");
    if (!opened || !opened->done()) return desk.tell(opened, "");
    desk.stepDone(opened);
    credit = api.account(receiver->id, token->id);
    if (!credit) {
      auto error = credit.error();
      error.message = "The account of " + plain(receiver->name) + " in " + plain(token->symbol) +
                      " is open now, but nothing was paid: " + error.message;
      return desk.notGiven(error, kFailed);
    }
    moved.credit = credit->value;
  } else {
    for (const auto& line : wire::describe(moved)) lines.push_back(line);
  }
  const auto given = desk.give(moved, words, opens ? nullptr : &lines);
  return desk.tell(given, "Transferred " + what + " to " + plain(receiver->name) + ".");
}

}  // namespace

void addTransferCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("transfer", "Moves tokens from your account to another's");
  addSigningOptions(*command, options->signing, "--from-key,--key");
  command->add_option("--token", options->token, "Symbol or number of the token");
  command->add_option("--to", options->to, "Name or number of the receiving identity");
  command->add_option("--amount", options->amount, "In whole tokens, e.g. 12 or 12.50");
  command->add_flag("--open-account", options->openAccount,
                    "Open the receiver's account first if there is none; for the token's issuer");
  command->add_flag("--resume", options->resume,
                    "Nothing new: ask what became of orders that are open, sending the same bytes again");
  addCommonOptions(*command, options->common);
  command->footer(
      "Example: aurigraph transfer --from-key issuer --token VER-19 --to holder --amount 250 --wait "
      "final\n"
      "On a terminal it says what it will sign and asks. Committed: durable on a majority of validators;\n"
      "final: covered by a certificate that anyone can check.\n"
      "The signed bytes are kept in the profile before they are sent. Exit codes: 0 done; 1 nothing "
      "happened;\n"
      "2 wrong usage; 4 outcome unknown: aurigraph transfer --resume asks and sends the same bytes, which "
      "are\n"
      "executed once at most. A new transfer settles what is open first; if that was the very same transfer\n"
      "and is executed, it is reported and nothing is signed (--again: signed all the same).");
  command->callback([options, &exitCode] {
    if (options->resume) {
      exitCode = resumeOpenOrders(options->common, options->signing.waitFinal, {});
      return;
    }
    for (const auto& [name, given] :
         {std::pair("--token", &options->token), {"--to", &options->to}, {"--amount", &options->amount}})
      if (given->empty()) throw CLI::RequiredError(name);
    // First what an earlier call left open: it decides what is still to be paid.
    exitCode = atOrderDesk(options->common, options->signing, [&](Session& session, OrderDesk& desk) {
      return transfer(*options, *session.api, desk);
    });
  });
}

}  // namespace aurigraph::cli
