#include "nodes/gateway/views/command_json.h"

#include "nodes/gateway/views/field_json.h"
#include "nodes/json/field_writer.h"

namespace aurigraph::gateway {
namespace {

constexpr std::string_view kKind = "kind";
constexpr std::size_t kMaxKindBytes = 64;

}  // namespace

Result<wire::AnyCommand> commandFromJson(const json::Value& json, const std::string& place) {
  Members members(json, place);
  const std::string kind = members.text(kKind, kMaxKindBytes);
  if (members.error()) return tl::unexpected<Error>(*members.error());
  Result<wire::AnyCommand> out =
      fail("command.unknown_kind", "There is no command '" + kind + "'.", "See docs/formats/commands.md.");
  wire::anyCommandKind([&]<class Command>(Command command) {
    if (Command::kName != kind) return false;
    FieldJsonReader reader(members);
    Command::fields(command, reader);
    if (auto status = members.finish(); !status)
      out = propagate(status);
    else if (!wire::isCanonical(command))
      out = Members::bad(place.empty() ? kind : place, kOutOfOrder);
    else
      out = std::move(command);
    return true;
  });
  return out;
}

boost::json::object toJson(const wire::AnyCommand& command) {
  return std::visit(
      []<class Command>(const Command& concrete) {
        boost::json::object out{{kKind, Command::kName}};
        json::FieldWriter writer(out);
        Command::fields(concrete, writer);
        return out;
      },
      command);
}

}  // namespace aurigraph::gateway
