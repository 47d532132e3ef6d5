#pragma once

#include <boost/json/object.hpp>

#include "core/wire/commands.h"

namespace aurigraph::gateway {

/// A command from JSON: `{"kind": "open-account", "identity": 4, "token": 1}`; fields per kind in
/// docs/formats/gateway.md. Errors: command.unknown_kind, request.bad_field.
Result<wire::AnyCommand> commandFromJson(const boost::json::object& json);

}  // namespace aurigraph::gateway
