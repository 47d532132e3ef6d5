#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/aurigraph/common.h"
#include "core/crypto/keystore.h"
#include "core/wire/commands.h"
#include "core/wire/transfer.h"
#include "nodes/client/author.h"

/// From words on the command line to operations, and to the words a person agrees to.
namespace aurigraph::cli {

/// All digits.
[[nodiscard]] bool isNumber(std::string_view text);

struct Person {
  IdentityId id;
  std::string name;
};
/// All digits: an identity's number; else its name. Errors: query.unknown_identity.
Result<Person> findPerson(client::ApiClient& api, std::string_view nameOrId);

/// A decimal of whole tokens ("12.50") in base units. Errors: decimal.*, transfer.bad_amount (not above
/// zero, more places than the token has).
Result<U128> baseUnits(std::string_view amount, std::uint8_t decimals);

/// What a signature is for.
enum class Signing : std::uint8_t {
  kOrder,       ///< It is sent at once.
  kApproval,    ///< Of what somebody else orders.
  kPossession,  ///< That the key is an identity's.
};
/// Shows the lines and asks, unless `yes`: then it only shows.
/// Errors: sign.declined; sign.needs_yes (no terminal to ask on).
Status confirm(const std::vector<std::string>& lines, bool yes, Signing what = Signing::kOrder);

[[nodiscard]] boost::json::object replyJson(const client::BatchReply& reply);

/// The command's own words, whose key signs it, and `more`.
[[nodiscard]] std::vector<std::string> linesOf(const wire::AnyCommand& command, const crypto::OpenedKey& key,
                                               const std::vector<std::string>& more = {});

/// The lines as one, for the list of orders.
[[nodiscard]] std::string oneLine(const std::vector<std::string>& lines);

}  // namespace aurigraph::cli
