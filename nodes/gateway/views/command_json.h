#pragma once

#include <boost/json/object.hpp>

#include "core/wire/commands.h"
#include "nodes/json/json.h"

/// Commands in JSON, both ways: `{"kind": "open-account", "identity": 4, "token": 1}`. The members are the
/// fields of the command's own header (core/wire/commands/), docs/formats/commands.md.
namespace aurigraph::gateway {

/// `place`: where the command stands, for messages. Errors: command.unknown_kind, request.bad_field,
/// request.unknown_member.
Result<wire::AnyCommand> commandFromJson(const json::Value& json, const std::string& place);
[[nodiscard]] boost::json::object toJson(const wire::AnyCommand& command);

}  // namespace aurigraph::gateway
