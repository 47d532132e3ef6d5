#include "app/aurigraph/signing.h"

#include <unistd.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <iostream>

#include "app/aurigraph/wording.h"
#include "core/base/decimal.h"
#include "core/wire/describe.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {
namespace {

struct Question {
  const char* about;
  const char* ask;
};

Question questionOf(Signing what) {
  switch (what) {
    case Signing::kOrder:
      break;
    case Signing::kApproval:
      return {"approve, for somebody else to order", "Approve exactly this"};
    case Signing::kPossession:
      return {"say whose key this is", "Sign exactly this"};
  }
  return {"sign", "Sign and send"};
}

}  // namespace

bool isNumber(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Result<Person> findPerson(client::ApiClient& api, std::string_view nameOrId) {
  const auto unknown = [&] {
    return fail("query.unknown_identity", "Nobody on the ledger is '" + plain(nameOrId) + "'.",
                "Give an identity's name or number exactly as the ledger has it.");
  };
  const std::string by =
      isNumber(nameOrId) ? "id=" + std::string(nameOrId) : "name=" + client::escaped(nameOrId);
  const auto found = api.list("/query/identities?" + by);
  if (!found && found.error().code != "query.unknown_identity" && found.error().code != "query.bad_number")
    return propagate(found);
  if (!found || found->empty()) return unknown();
  const auto id = client::numberIn(found->front(), "id");
  if (!id) return client::badAnswer("an identity without id");
  return Person{IdentityId(static_cast<std::uint32_t>(*id)), client::textIn(found->front(), "name")};
}

Result<U128> baseUnits(std::string_view amount, std::uint8_t decimals) {
  const auto value = Decimal::parse(amount);
  if (!value) return propagate(value);
  const auto units = toUnits(*value, decimals);
  if (!units && units.error().code == "decimal.inexact")
    return fail("transfer.bad_amount",
                "The token has " + std::to_string(decimals) + " decimal place(s); " + std::string(amount) +
                    " has more.",
                "Give an amount that the token can express.");
  if (!units) return propagate(units);
  if (*units <= 0) return fail("transfer.bad_amount", "An amount is more than zero.", "Give one.");
  return static_cast<U128>(*units);
}

Status confirm(const std::vector<std::string>& lines, bool yes, Signing what) {
  const Question question = questionOf(what);
  std::cerr << "You are about to " << question.about << ":\n";
  for (const auto& line : lines) std::cerr << "  " << plain(line) << "\n";
  if (yes) return {};
  if (::isatty(STDIN_FILENO) != 1)
    return fail("sign.needs_yes", "There is no terminal to ask on, so nothing was signed.",
                "Add --yes in scripts.");
  std::cerr << question.ask << "? [y/N] " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  if (answer == "y" || answer == "Y" || answer == "yes") return {};
  return fail("sign.declined", "Nothing was signed.", "Answer y to sign.");
}

boost::json::object replyJson(const client::BatchReply& reply) {
  return {{"batch", toHex(reply.batch.view())},
          {"height", reply.height.value},
          {"position", reply.position},
          {"final", reply.final},
          {"count", reply.count}};
}

std::vector<std::string> linesOf(const wire::AnyCommand& command, const crypto::OpenedKey& key,
                                 const std::vector<std::string>& more) {
  auto lines = wire::describe(command);
  lines.push_back("as '" + key.name + "', key " + toHex(key.key.publicKey().view()));
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

std::string oneLine(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) out += (out.empty() ? "" : "; ") + plain(line);
  return out;
}

}  // namespace aurigraph::cli
