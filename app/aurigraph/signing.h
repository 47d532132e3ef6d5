#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/aurigraph/common.h"
#include "core/wire/commands.h"
#include "core/wire/transfer.h"
#include "nodes/client/author.h"

/// From words on the command line to a signed batch and back.
namespace aurigraph::cli {

struct Person {
  IdentityId id;
  std::string name;
};
/// All digits: an identity's number; else its name. Errors: query.unknown_identity.
Result<Person> findPerson(client::ApiClient& api, std::string_view nameOrId);

/// A decimal of whole tokens ("12.50") in base units. Errors: decimal.*, transfer.bad_amount (not above
/// zero, more places than the token has).
Result<U128> baseUnits(std::string_view amount, std::uint8_t decimals);

/// Shows the lines and asks, unless `yes`: then it only shows.
/// Errors: sign.declined; sign.needs_yes (no terminal to ask on).
Status confirm(const std::vector<std::string>& lines, bool yes);

[[nodiscard]] boost::json::object replyJson(const client::BatchReply& reply);

/// Opens the key, shows in words what will be signed and `more`, asks, signs, sends and waits.
Result<client::BatchReply> signAndSend(Session& session, const SigningOptions& options,
                                       const wire::AnyCommand& command,
                                       const std::vector<std::string>& more = {});

/// Reports the outcome and gives the exit code: what the ledger refused is a failure.
int reportReply(const Result<client::BatchReply>& reply, bool json, std::string_view done);

}  // namespace aurigraph::cli
