// The table of routes is data: the description, the page and what a client sees are compared with it.

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "nodes/gateway/http/router.h"
#include "resources/resources.h"
#include "tests/support/gateway_fixture.h"
#include "tests/unit/gateway/filled_in.h"
#include "tests/unit/gateway/raw_client.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;

std::string nameOfRoute(const Route& route) {
  return std::string(nameOf(route.method)) + " " + route.path;
}

bool needsSignIn(Who who) {
  return who != Who::kAnyone && who != Who::kAnyoneKnown;
}

// ---- the description ----

// Which of its operations want a bearer: paths at two blanks, methods at four, `security` at six.
std::map<std::string, bool> promisedSecurity() {
  std::map<std::string, bool> out;
  std::istringstream text{std::string(resource("openapi.yaml"))};
  static const std::regex kMethod("    (get|post|put|delete|patch):");
  std::string path;
  std::string operation;
  bool inside = false;
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line.front() != ' ') inside = line == "paths:";
    if (!inside) continue;
    if (line.starts_with("  /") && line.ends_with(':')) path = line.substr(2, line.size() - 3);
    if (std::smatch method; std::regex_match(line, method, kMethod)) {
      operation = method[1].str() + " " + path;
      for (char& letter : operation) {
        if (letter == ' ') break;
        letter = static_cast<char>(std::toupper(letter));
      }
      out[operation] = false;
    }
    if (line == "      security: [{ bearer: [] }]") out[operation] = true;
  }
  return out;
}

TEST(RouteTable, TheDescriptionWantsABearerExactlyWhereTheTableWantsASignIn) {
  GatewayFixture fixture;
  std::map<std::string, bool> table;
  for (const auto& route : fixture.gateway().router().routes())
    EXPECT_TRUE(table.emplace(nameOfRoute(route), needsSignIn(route.who)).second) << nameOfRoute(route);
  EXPECT_EQ(table, promisedSecurity());
}

// ---- the page ----

std::string withCommas(std::size_t number) {
  std::string out = std::to_string(number);
  for (auto at = static_cast<int>(out.size()) - 3; at > 0; at -= 3)
    out.insert(static_cast<std::size_t>(at), ",");
  return out;
}

std::set<std::string> pageRows(const std::string& heading, const std::string& beginning) {
  std::ifstream file(std::string(AURIGRAPH_SOURCE_DIR) + "/docs/formats/gateway.md");
  std::set<std::string> out;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) inside = line == "## " + heading;
    if (inside && std::regex_match(line, std::regex(beginning + ".*"))) {
      EXPECT_TRUE(out.insert(line).second) << line;
    }
  }
  return out;
}

TEST(RouteTable, ThePageOfAccessIsTheCodes) {
  GatewayFixture fixture;
  std::set<std::string> table;
  for (const auto& route : fixture.gateway().router().routes())
    table.insert("| " + nameOfRoute(route) + " | " + std::string(nameOf(Who(route.who))) + " | " +
                 std::string(nameOf(Budget(route.budget))) + " | " + withCommas(route.maxBodyBytes) + " |");
  ASSERT_GT(table.size(), 30U);
  EXPECT_EQ(table, pageRows("Access", R"(\| [A-Z]+ /)"));
}

TEST(RouteTable, ThePageSaysWhoIsMeantByEachWord) {
  for (int who = 0; who <= static_cast<int>(Who::kEvidenceBringers); ++who) {
    const std::string word(nameOf(static_cast<Who>(who)));
    EXPECT_EQ(pageRows("Access", "\\| \\*\\*" + word + "\\*\\* \\|").size(), 1U) << word;
  }
}

// ---- what a client sees ----

enum class Asker { kNobody, kHolder, kIssuer, kReviewer };

// The status by which somebody is turned away, or 0: they may.
unsigned turnedAwayWith(Who who, Asker asker) {
  if (!needsSignIn(who)) return 0;
  if (asker == Asker::kNobody) return 401;
  std::set<Asker> mayAsk = {Asker::kHolder, Asker::kIssuer, Asker::kReviewer};
  if (who == Who::kRecordWorkers) mayAsk = {Asker::kIssuer, Asker::kReviewer};
  if (who == Who::kReviewers) mayAsk = {Asker::kReviewer};
  if (who == Who::kEvidenceBringers) mayAsk = {Asker::kIssuer};
  return mayAsk.contains(asker) ? 0 : 403;
}

// Whose things they are is looked at when they are found, so these may say 403 to some who are signed in.
const std::set<std::string> kOwnLook = {"GET /api/v11/query/holders", "GET /api/v11/query/claims",
                                        "GET /api/v11/query/proposals",
                                        "GET /api/v11/query/proof/{token}/{identity}"};

TEST(RouteTable, EveryRouteTurnsAwayExactlyWhomItSays) {
  GatewayFixture fixture([](GatewayOptions&, GatewayParts& parts) {
    parts.evidence.get = [](const Digest&) -> Result<Bytes> {
      return fail("evidence.unknown", "Nothing here has this digest.");
    };
  });
  issueProperty(*fixture.client(), fixture.business().digest(), "US-1", "HOUSE", 1'000);
  RawClient raw(fixture.clientOptions());
  const std::pair<Asker, const Person*> askers[] = {{Asker::kNobody, nullptr},
                                                    {Asker::kHolder, &holder()},
                                                    {Asker::kIssuer, &issuer()},
                                                    {Asker::kReviewer, &reviewer()}};
  const auto secret = testSecret();
  const std::string secretForms[] = {std::string(asText(secret.reveal().view())),
                                     toHex(secret.reveal().view())};
  std::size_t turnedAway = 0;
  for (const auto& [asker, person] : askers) {
    const auto signIn = [&fixture, person = person] {
      return person == nullptr ? std::string()
                               : fixture.client()->signIn(person->key, fixture.business().digest())->token;
    };
    std::string token = signIn();
    for (const auto& route : fixture.gateway().router().routes()) {
      const std::string where = nameOfRoute(route) + (person == nullptr ? "" : " as " + person->name);
      std::string text = std::string(nameOf(route.method)) + " " + filledIn(route.path) +
                         " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
      if (!token.empty()) text += "Authorization: Bearer " + token + "\r\n";
      if (route.method != Method::kGet) text += "Content-Length: 0\r\n";
      const auto answer = raw.say(text + "\r\n");
      ASSERT_NE(answer.status, 0U) << where;
      EXPECT_LT(answer.status, 500U) << where << ": " << answer.body;
      for (const std::string& form : secretForms)
        EXPECT_EQ(answer.body.find(form), std::string::npos) << where << " tells the state secret";
      if (const unsigned expected = turnedAwayWith(route.who, asker); expected != 0) {
        ++turnedAway;
        EXPECT_EQ(answer.status, expected) << where << ": " << answer.body;
        EXPECT_EQ(answer.code(), expected == 401 ? "auth.required" : "auth.forbidden") << where;
      } else {
        EXPECT_NE(answer.status, 401U) << where << ": " << answer.body;
        if (!kOwnLook.contains(nameOfRoute(route)) || asker == Asker::kIssuer) {
          EXPECT_NE(answer.status, 403U) << where << ": " << answer.body;
        }
      }
      if (route.method == Method::kDelete) token = signIn();
    }
  }
  EXPECT_GT(turnedAway, 10U);
}

}  // namespace
}  // namespace aurigraph::gateway
