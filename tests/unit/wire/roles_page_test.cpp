// docs/roles.md says what the shipped table and the duties say, row by row.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/wire/genesis.h"

namespace aurigraph::wire {
namespace {

using Names = std::set<std::string>;

/// "senior reviewer, reviewer; and so on" → the names before what is said beside them.
Names namesIn(std::string cell) {
  cell.erase(std::min(cell.find_first_of(";:"), cell.size()));
  Names out;
  std::istringstream parts(cell);
  for (std::string name; std::getline(parts, name, ',');) {
    const auto first = name.find_first_not_of(' ');
    const auto last = name.find_last_not_of(' ');
    if (first != std::string::npos) out.insert(name.substr(first, last - first + 1));
  }
  return out;
}

std::vector<std::string> cellsOf(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream parts(line);
  for (std::string cell; std::getline(parts, cell, '|');) {
    const auto first = cell.find_first_not_of(' ');
    const auto last = cell.find_last_not_of(' ');
    out.push_back(first == std::string::npos ? std::string() : cell.substr(first, last - first + 1));
  }
  return out;
}

/// The rows of the page's table that begins with such a head: by the cell of that column its last one.
std::map<std::string, Names> tableUnder(const std::string& head, std::size_t column) {
  std::ifstream page(std::string(AURIGRAPH_SOURCE_DIR) + "/docs/roles.md");
  std::map<std::string, Names> out;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with(head)) {
      inside = true;
      std::getline(page, line);  // the rule under it
    } else if (inside && line.starts_with("|")) {
      const auto cells = cellsOf(line);
      EXPECT_TRUE(out.emplace(cells.at(column), namesIn(cells.back())).second) << line;
    } else {
      inside = false;
    }
  }
  return out;
}

std::string inWords(Role role) {
  std::string out(nameOf(role));
  std::ranges::replace(out, '-', ' ');
  return out;
}

TEST(RolesPage, SaysWhichRolesHaveEachPermission) {
  const RoleTable table = defaultRoleTable();
  std::map<std::string, Names> expected;
  for (std::size_t permission = 0; permission < kPermissionCount; ++permission) {
    Names& roles = expected[std::string(nameOf(static_cast<Permission>(permission)))];
    for (std::size_t role = 0; role < kRoleCount; ++role)
      if (table.allows(maskOf(static_cast<Role>(role)), static_cast<Permission>(permission)))
        roles.insert(inWords(static_cast<Role>(role)));
  }
  EXPECT_EQ(tableUnder("| permission | name | roles |", 2), expected);
}

TEST(RolesPage, SaysWhichDutyEachRoleHas) {
  const std::map<Duty, std::string> words = {{Duty::kSubmit, "submit"},
                                             {Duty::kDecide, "decide"},
                                             {Duty::kApprove, "approve"},
                                             {Duty::kAttest, "attest"},
                                             {Duty::kAdminister, "administer"},
                                             {Duty::kOperate, "operate"},
                                             {Duty::kParty, "party"},
                                             {Duty::kRead, "read"},
                                             {Duty::kNone, "none"}};
  std::map<std::string, Names> expected;
  for (std::size_t role = 0; role < kRoleCount; ++role)
    expected[words.at(dutyOf(static_cast<Role>(role)))].insert(inWords(static_cast<Role>(role)));
  EXPECT_EQ(tableUnder("| duty | roles |", 1), expected);
}

}  // namespace
}  // namespace aurigraph::wire
