// docs/records.md says what the rule set does: every field of every kind is compared.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <string>

#include "nodes/rules/rules_json.h"

namespace aurigraph::mapping {
namespace {

using Lines = std::map<std::string, std::map<std::string, std::string>>;  // kind → class → list

Lines pageLines() {
  std::ifstream file(std::string(AURIGRAPH_SOURCE_DIR) + "/docs/records.md");
  EXPECT_TRUE(file.good());
  Lines out;
  std::string kind;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("### "))
      kind = line.substr(4);
    else if (line.starts_with("## "))
      kind.clear();
    else if (!kind.empty() && line.starts_with("- ") && line.size() > 4 && line[3] == ':')
      out[kind][line.substr(2, 1)] = line.substr(5);
  }
  return out;
}

std::string inWords(const quality::FieldSpec& spec) {
  constexpr std::string_view kTypes[] = {"", "quantity", "text", "time", "digest", "bool"};
  std::string out = "`" + spec.name + "` " + std::string(kTypes[static_cast<std::size_t>(spec.type)]);
  if (spec.type == quality::ValueType::kQuantity) {
    std::string units;
    for (const auto& unit : spec.units) units += (units.empty() ? "" : ", ") + (unit.empty() ? "none" : unit);
    out += " [" + (spec.units.empty() ? "any" : units) + "]";
  }
  if (!spec.when.field.empty()) {
    std::string values;
    for (const auto& value : spec.when.values) values += (values.empty() ? "" : " or ") + value;
    out += " (when " + spec.when.field + " = " + values + ")";
  }
  return out;
}

TEST(RecordsPage, ListsExactlyTheFieldsOfTheRuleSet) {
  const auto rules = rules::newestRuleSet();
  ASSERT_TRUE(rules.has_value());
  const Lines page = pageLines();
  EXPECT_EQ(page.size(), rules->kinds.size());
  for (const quality::KindProfile& kind : rules->kinds) {
    const std::string name =
        std::string(wire::nameOf(wire::categoryOf(kind.kind))) + "/" + std::string(wire::nameOf(kind.kind));
    ASSERT_TRUE(page.contains(name)) << name;
    std::map<std::string, std::string> want;
    for (const quality::FieldSpec& spec : kind.fields) {
      std::string& list = want[std::string(1, "REO"[static_cast<std::size_t>(spec.fieldClass)])];
      list += (list.empty() ? "" : "; ") + inWords(spec);
    }
    EXPECT_EQ(page.at(name), want) << name;
  }
}

}  // namespace
}  // namespace aurigraph::mapping
