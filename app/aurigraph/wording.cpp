#include "app/aurigraph/wording.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <vector>

#include "app/aurigraph/output.h"
#include "app/aurigraph/shown.h"
#include "core/base/time_text.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {
namespace {

using boost::json::array;
using boost::json::object;
using client::numberIn;
using client::textIn;

using Rows = std::vector<std::vector<std::string>>;

void addRow(Rows& rows, std::string name, std::string value) {
  if (!value.empty()) rows.push_back({std::move(name), std::move(value)});
}

std::string nodesText(const array& nodes) {
  // What a gateway knows of a node beyond these three depends on the host; each further fact a column.
  std::vector<std::string> names{"id", "name", "kind"};
  for (const auto& node : nodes)
    if (node.is_object())
      for (const auto& member : node.get_object())
        if (!member.value().is_structured() && std::ranges::find(names, member.key()) == names.end())
          names.emplace_back(member.key());
  Rows rows;
  std::vector<std::string> head;
  for (const auto& name : names) {
    head.push_back(name == "id" ? "NODE" : plain(name));
    std::ranges::transform(head.back(), head.back().begin(),
                           [](char c) { return c == '_' ? ' ' : static_cast<char>(std::toupper(c)); });
  }
  rows.push_back(std::move(head));
  for (const auto& node : nodes) {
    if (!node.is_object()) continue;
    std::vector<std::string> row;
    row.reserve(names.size());
    for (const auto& name : names) row.push_back(shown(node.get_object(), name));
    rows.push_back(std::move(row));
  }
  return table(rows);
}

std::string nodeName(const object& status, std::uint64_t id) {
  for (const auto& node : listIn(status, "nodes"))
    if (node.is_object() && numberIn(node, "id") == id) return textIn(node, "name");
  return {};
}

std::string pauseIn(const object& source) {
  const auto* paused = source.if_contains("paused");
  if (paused == nullptr || !paused->is_bool() || !paused->get_bool()) return "believed";
  const auto until = shown(source, "paused_until_text");
  return "paused until " + (until.empty() ? "it is resumed" : until);
}

void addReasons(std::string& out, const object& check) {
  for (const auto& reason : listIn(check, "reasons"))
    if (reason.is_object())
      out += "    " + shown(reason.get_object(), "rule") + ": " + shown(reason.get_object(), "words") + "\n";
}

std::string fieldValue(const object& field) {
  const auto* value = field.if_contains("value");
  if (value == nullptr || value->is_null()) return "(absent)";
  if (value->is_object()) {
    const auto unit = shown(value->get_object(), "unit");
    return shown(value->get_object(), "value") + (unit.empty() ? "" : " " + unit);
  }
  return shown(*value);
}

}  // namespace

std::string plain(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(out[i]);
    if (byte < 0x20 || byte == 0x7F) out[i] = ' ';
    // Marks that nobody sees and that turn what stands beside them: U+200B…F, U+2028…E, U+2060…F, U+FEFF.
    const auto at = [&](std::size_t n) {
      return i + n < out.size() ? static_cast<std::uint8_t>(out[i + n]) : std::uint8_t{0};
    };
    const bool hidden = (byte == 0xE2 && at(1) == 0x80 &&
                         ((at(2) >= 0x8B && at(2) <= 0x8F) || (at(2) >= 0xA8 && at(2) <= 0xAE))) ||
                        (byte == 0xE2 && at(1) == 0x81 && at(2) >= 0xA0 && at(2) <= 0xAF) ||
                        (byte == 0xEF && at(1) == 0xBB && at(2) == 0xBF);
    if (hidden) out[i] = out[i + 1] = out[i + 2] = ' ';
    // U+0080…U+009F: control characters in two bytes.
    if (byte == 0xC2 && i + 1 < out.size() && static_cast<std::uint8_t>(out[i + 1]) < 0xA0) {
      out[i] = out[i + 1] = ' ';
    }
  }
  return out;
}

std::string grouped(std::string_view digits) {
  std::string out(digits);
  if (out.empty() || out.find_first_not_of("0123456789") != std::string::npos) return out;
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
  return out;
}

std::string amountText(std::string_view baseUnits, std::uint64_t decimals) {
  std::string digits(baseUnits);
  if (decimals == 0) return grouped(digits);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  const auto point = digits.size() - decimals;
  return grouped(digits.substr(0, point)) + "." + digits.substr(point);
}

std::string timeForPeople(Nanoseconds time) {
  std::string out = timeText(time, TimeForm::kSeconds);
  out[out.find('T')] = ' ';
  out.pop_back();
  return out + " UTC";
}

std::string scoreText(std::uint64_t ppm) {
  auto digits = std::to_string(ppm);
  if (digits.size() < 7) digits.insert(0, 7 - digits.size(), '0');
  digits.insert(digits.size() - 6, ".");
  while (digits.ends_with('0') && digits[digits.size() - 3] != '.') digits.pop_back();
  return digits;
}

/// "1; version 2 from height 12,000 on".
std::string protocolText(const object& status) {
  const auto* protocol = status.if_contains("protocol");
  if (protocol == nullptr || !protocol->is_object()) return {};
  std::string out = number(protocol->get_object(), "in_force");
  const auto* next = protocol->get_object().if_contains("next");
  if (next == nullptr || !next->is_object()) return out;
  const object& activated = next->get_object();
  const auto* due = activated.if_contains("due");
  out += "; version " + number(activated, "version") + " from height " + number(activated, "from_height") +
         " on";
  if (due != nullptr && due->is_bool() && due->get_bool())
    out += ", as soon as every voter and every serving learner understands it";
  return out;
}

std::string statusText(const object& status, std::string_view gatewayUrl) {
  Rows rows;
  const auto* simulated = status.if_contains("simulated");
  const bool isSimulated = simulated != nullptr && simulated->is_bool() && simulated->get_bool();
  addRow(rows, "Cluster", shown(status, "cluster") + (isSimulated ? " (simulated data)" : " (real data)"));
  addRow(rows, "Genesis", shown(status, "genesis"));
  const auto by = shown(status, "gateway");
  addRow(rows, "Gateway", std::string(gatewayUrl) + (by.empty() ? "" : " (" + by + ")"));
  const auto leader = numberIn(status, "leader").value_or(0);
  const auto name = plain(nodeName(status, leader));
  addRow(rows, "Leader",
         leader == 0
             ? "none at the moment"
             : (name.empty() ? "node " + std::to_string(leader) : name) + ", term " + number(status, "term"));
  addRow(rows, "Height",
         number(status, "height") + ", certified up to " + number(status, "certified") + " (final)");
  addRow(rows, "Checkpoint", number(status, "checkpoint"));
  addRow(rows, "Protocol", protocolText(status));
  auto operations = number(status, "operations");
  const auto* rate = status.if_contains("tps");
  if (!operations.empty() && rate != nullptr && rate->is_number())
    operations += ", " + grouped(std::to_string(static_cast<std::uint64_t>(rate->to_number<double>()))) +
                  " a second at the moment";
  addRow(rows, "Operations", operations);
  return table(rows) + "\n" + nodesText(listIn(status, "nodes"));
}

std::string identityText(const object& identity) {
  Rows rows;
  addRow(rows, "Identity", shown(identity, "id") + "  " + shown(identity, "name"));
  const auto organisation = shown(identity, "organisation");
  addRow(rows, "Organisation", organisation.empty() ? "none that administrators know of" : organisation);
  const auto roles = shown(identity, "roles");
  addRow(rows, "Roles", roles.empty() ? "none" : roles);
  for (const auto& key : listIn(identity, "keys")) addRow(rows, "Key", shown(key));
  const auto maker = shown(identity, "created_by");
  addRow(rows, "Since",
         maker.empty() ? "the beginning"
                       : "height " + number(identity, "since_height") + ", " +
                             shown(identity, "created_at_text") + ", registered by identity " + maker);
  if (const auto changes = numberIn(identity, "role_changes"))
    addRow(rows, "Role changes", std::to_string(*changes));
  const auto until = shown(identity, "suspended_until_text");
  addRow(rows, "Suspended", until.empty() ? "" : "until " + until + ": nothing it signs is executed");
  if (identity.contains("blocked_height"))
    addRow(rows, "Blocked",
           "for good, since height " + number(identity, "blocked_height") + ": nothing it signs is executed");
  addRow(rows, "Notices to", shown(identity, "notice_address"));
  return table(rows);
}

std::string claimsText(const array& claims) {
  if (claims.empty()) return "Nothing is said about it.\n";
  Rows rows{{"TOPIC", "VALUE", "ISSUER", "SINCE HEIGHT", "UNTIL", "COUNTS"}};
  for (const auto& claim : claims) {
    if (!claim.is_object()) continue;
    const auto& one = claim.get_object();
    rows.push_back({shown(one, "topic"), shown(one, "value"),
                    shown(one, "issuer") + " " + shown(one, "issuer_name"), number(one, "since_height"),
                    shown(one, "ends_at_text"), shown(one, "counts")});
  }
  return table(rows);
}

std::string trustText(const object& trust) {
  const auto* trusted = trust.if_contains("trusted");
  const bool is = trusted != nullptr && trusted->is_bool() && trusted->get_bool();
  const auto topic = shown(trust, "topic");
  return "Its claims of " + topic + (is ? " count.\n" : " count for nothing.\n");
}

std::string sourcesText(const array& sources) {
  if (sources.empty())
    return "The ledger has adopted no source: it takes no records. See aurigraph propose adopt-source.\n";
  Rows rows{{"SOURCE", "PROVIDER", "TIER", "DATA", "IN THIS HOUR", "STATE"}};
  for (const auto& source : sources) {
    if (!source.is_object()) continue;
    const auto& one = source.get_object();
    rows.push_back({shown(one, "name"), shown(one, "provider"), shown(one, "tier"), shown(one, "origin"),
                    number(one, "records_in_hour") + " of " + number(one, "records_per_hour"), pauseIn(one)});
  }
  return table(rows);
}

std::string sourceText(const object& source) {
  Rows rows;
  addRow(rows, "Source", shown(source, "name"));
  addRow(rows, "Provider", shown(source, "provider"));
  addRow(rows, "Speaks of", shown(source, "kinds"));
  addRow(rows, "Tier", shown(source, "tier"));
  addRow(rows, "Data", shown(source, "origin"));
  const auto host = shown(source, "host");
  addRow(rows, "Host", host.empty() ? "none proves itself" : host);
  for (const auto& pin : listIn(source, "pins")) addRow(rows, "Pin", shown(pin));
  addRow(rows, "Session", shown(source, "session"));
  const auto signer = shown(source, "signer");
  addRow(rows, "Signed by", signer.empty() ? "nobody" : signer);
  addRow(rows, "Records",
         number(source, "records_in_hour") + " in this hour, at most " + number(source, "records_per_hour"));
  addRow(rows, "State", pauseIn(source));
  if (source.contains("paused_by"))
    addRow(rows, "Paused by",
           "identity " + shown(source, "paused_by") + " " + shown(source, "paused_by_name") + " at " +
               shown(source, "paused_at_text"));
  const auto since = numberIn(source, "since_height");
  addRow(rows, "Terms",
         "version " + shown(source, "version") + ", since " +
             (since.value_or(0) == 0 ? "the beginning" : "height " + number(source, "since_height")));
  return table(rows);
}

std::string factsText(const array& facts) {
  if (facts.empty())
    return "No fact was adopted: scores count with records alone. See aurigraph propose adopt-fact.\n";
  Rows rows{{"OBJECT", "FACT", "VALUE", "VERSION", "SINCE HEIGHT"}};
  for (const auto& fact : facts) {
    if (!fact.is_object()) continue;
    const auto& one = fact.get_object();
    const auto value = shown(one, "value");
    rows.push_back({factObject(one), shown(one, "name"), value.empty() ? "(taken back)" : value,
                    number(one, "version"), number(one, "since_height")});
  }
  return table(rows);
}

std::string assetsText(const array& assets) {
  if (assets.empty()) return "No asset is registered yet.\n";
  Rows rows{{"ID", "KEY", "NAME", "TEMPLATE", "TOKEN", "ISSUER", "HEIGHT"}};
  for (const auto& asset : assets) {
    if (!asset.is_object()) continue;
    const auto& one = asset.get_object();
    rows.push_back({shown(one, "id"), shown(one, "asset_key"), shown(one, "name"), shown(one, "template"),
                    one.contains("token") ? shown(one, "token") : "-", shown(one, "issuer"),
                    number(one, "registered_height")});
  }
  return table(rows);
}

std::string assetText(const object& asset) {
  Rows rows;
  addRow(rows, "Asset", shown(asset, "id") + "  " + shown(asset, "name"));
  addRow(rows, "Key", shown(asset, "asset_key"));
  addRow(rows, "Template", shown(asset, "template"));
  addRow(rows, "Status", shown(asset, "status"));
  addRow(rows, "Data", shown(asset, "origin"));
  addRow(rows, "Lowest score", scoreIn(asset, "lowest_score_ppm"));
  addRow(rows, "Evidence on", shown(asset, "evidence_copies") + " node(s)");
  addRow(rows, "Issuer", "identity " + shown(asset, "issuer"));
  addRow(rows, "Token", asset.contains("token") ? "token " + shown(asset, "token") : "none yet");
  addRow(rows, "Registered", "at height " + number(asset, "registered_height"));
  for (const auto& record : listIn(asset, "records")) addRow(rows, "Record", shown(record));
  for (const auto& document : listIn(asset, "documents"))
    if (document.is_object())
      addRow(rows, "Document",
             shown(document.get_object(), "type") + "  " + shown(document.get_object(), "sha256"));
  return table(rows);
}

std::string reviewsText(const array& reviews) {
  if (reviews.empty()) return "There is none.\n";
  // Who decides names a record by its beginning; what is decided is named by the whole.
  const bool decided =
      reviews.front().is_object() && shown(reviews.front().get_object(), "decision") != "WAITING";
  const std::size_t digits = decided ? 2 * Digest::kSizeBytes : kShownIdDigits;
  Rows rows{{"RECORD", "SCORE", "KIND", "ASSET", "SINCE", decided ? "DECISION" : "CLAIMED BY"}};
  for (const auto& review : reviews) {
    if (!review.is_object()) continue;
    const auto& one = review.get_object();
    const auto claimed =
        one.contains("claimed_by") ? "identity " + shown(one, "claimed_by") : std::string("-");
    rows.push_back({shown(one, "id").substr(0, digits), scoreIn(one, "score_ppm"),
                    shown(one, "category") + "/" + shown(one, "kind"), shown(one, "asset_key"),
                    shown(one, "admitted_at_text"), decided ? shown(one, "decision") : claimed});
  }
  return table(rows);
}

std::string recordText(const object& record) {
  Rows rows;
  addRow(rows, "Record", shown(record, "id"));
  addRow(rows, "What",
         shown(record, "category") + " / " + shown(record, "kind") + " of " + shown(record, "asset_key"));
  addRow(rows, "From", shown(record, "source"));
  addRow(rows, "Data", shown(record, "origin"));
  addRow(rows, "Retrieved", shown(record, "retrieved_at_text"));
  const auto cap = shown(record, "cap");
  addRow(
      rows, "Score",
      scoreIn(record, "score_ppm") + ", band " + shown(record, "band") + (cap.empty() ? "" : ", cap " + cap));
  addRow(rows, "Decision", shown(record, "decision"));
  if (record.contains("claimed_by"))
    addRow(rows, "Claimed by",
           "identity " + shown(record, "claimed_by") + " until " + shown(record, "claim_until_text"));
  if (const auto* review = record.if_contains("review"); review != nullptr && review->is_object()) {
    const auto& decided = review->get_object();
    const auto endorsers = shown(decided, "endorsers");
    const auto who = "identity " + shown(decided, "reviewer") + " at " + shown(decided, "decided_at_text");
    if (endorsers.empty())
      addRow(rows, "Decided by", who + ", reason " + shown(decided, "reason_code"));
    else
      addRow(rows, "Overridden by", who + ", with the words of identities " + endorsers);
    addRow(rows, "Note", shown(decided, "note"));
    addRow(rows, "Usable until", shown(decided, "valid_until_text"));
  }
  addRow(rows, "Raw data", shown(record, "raw_digest"));
  addRow(rows, "Rule set", shown(record, "rule_set"));
  std::string out = table(rows);
  if (const auto& fields = listIn(record, "fields"); !fields.empty()) {
    Rows lines{{"FIELD", "VALUE"}};
    for (const auto& field : fields)
      if (field.is_object())
        lines.push_back({shown(field.get_object(), "name"), fieldValue(field.get_object())});
    out += "\n" + table(lines);
  }
  if (const auto& checks = listIn(record, "checks"); !checks.empty()) {
    out += "\nCHECKS\n";
    for (const auto& check : checks) {
      if (!check.is_object()) continue;
      const auto lost = numberIn(check, "lost_ppm").value_or(0);
      out += "  " + shown(check.get_object(), "name") +
             (lost == 0 ? ": nothing lost" : ": lost " + scoreText(lost)) + "\n";
      addReasons(out, check.get_object());
    }
  }
  return out;
}

}  // namespace aurigraph::cli
