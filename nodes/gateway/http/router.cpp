#include "nodes/gateway/http/router.h"

#include "core/base/assert.h"
#include "core/wire/record_io.h"
#include "nodes/gateway/http/problem.h"

namespace aurigraph::gateway {

namespace {

std::vector<std::string_view> segmentsOf(std::string_view path) {
  std::vector<std::string_view> out;
  while (!path.empty()) {
    AG_ASSERT(path.front() == '/');
    const auto end = path.find('/', 1);
    out.push_back(path.substr(1, end == std::string_view::npos ? end : end - 1));
    path = end == std::string_view::npos ? std::string_view() : path.substr(end);
  }
  return out;
}

bool isParameter(std::string_view segment) {
  return segment.starts_with('{') && segment.ends_with('}');
}

bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path) {
  if (pattern.size() != path.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (isParameter(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return false;
  return true;
}

int hexDigit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

auto badPath() {
  return fail("route.bad_path", "The request's address is malformed.", "Percent-encode it (RFC 3986).");
}

}  // namespace

std::string_view nameOf(Method method) {
  switch (method) {
    case Method::kGet:
      return "GET";
    case Method::kPost:
      return "POST";
    case Method::kPut:
      return "PUT";
    case Method::kDelete:
      return "DELETE";
    case Method::kOther:
      break;
  }
  return "another method";
}

std::string_view nameOf(Who who) {
  switch (who) {
    case Who::kAnyone:
      return "anyone";
    case Who::kAnyoneKnown:
      return "anyone known";
    case Who::kSignedIn:
      return "signed in";
    case Who::kRecordWorkers:
      return "record workers";
    case Who::kReviewers:
      return "reviewers";
    case Who::kEvidenceBringers:
      return "evidence bringers";
  }
  return "nobody";
}

std::string_view nameOf(Budget budget) {
  switch (budget) {
    case Budget::kHealth:
      return "health";
    case Budget::kQuery:
      return "query";
    case Budget::kConsensus:
      return "consensus";
    case Budget::kTransaction:
      return "transaction";
    case Budget::kContract:
      return "contract";
    case Budget::kExternal:
      return "external";
    case Budget::kState:
      return "state";
    case Budget::kSignIn:
      return "sign-in";
    case Budget::kDefault:
      return "default";
  }
  return "default";
}

void Router::add(Route route) {
  AG_ASSERT(route.path.starts_with('/') && route.handler && route.method != Method::kOther);
  // Roles stand on the ledger: who must have one waits for it to be there.
  AG_ASSERT(route.who <= Who::kSignedIn || route.needs != Needs::kNothing);
  routes_.push_back(std::move(route));
}

void Router::add(std::vector<Route> routes) {
  for (auto& route : routes) add(std::move(route));
}

Task<std::optional<Response>> Router::turnedAway(const Route& route, Request& request) const {
  if (guard_) {
    if (auto why = guard_->notReady(route)) co_return why;
    if (auto why = guard_->overBudget(route.budget, request.peerAddress)) co_return why;
  }
  if (route.who == Who::kAnyone) co_return std::nullopt;
  if (!guard_)
    co_return problem(
        Error{"auth.required", "This node knows nobody who could sign in.", "Ask a gateway of the cluster."});
  auto reader = co_await guard_->reader(route.who, request.bearer);
  if (!reader) co_return problem(reader.error());
  request.reader = *reader;
  co_return std::nullopt;
}

Result<Router::Match> Router::find(Method method, std::string_view path) const {
  if (!path.starts_with('/')) return badPath();
  const auto asked = segmentsOf(path);
  for (const auto& route : routes_) {
    const auto pattern = segmentsOf(route.path);
    if (route.method != method || !fits(pattern, asked)) continue;
    Match match{.route = &route, .parameters = {}};
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (!isParameter(pattern[i])) continue;
      auto value = percentDecoded(asked[i]);
      if (!value) return propagate(value);
      match.parameters.emplace(pattern[i].substr(1, pattern[i].size() - 2), std::move(*value));
    }
    return match;
  }
  if (const auto allowed = methodsAt(path); !allowed.empty())
    return fail("route.method_not_allowed", "This address answers to " + allowed + " only.",
                "See /api/v11/openapi.yaml.");
  return fail("route.unknown", "There is nothing at this address.", "See /api/v11/openapi.yaml.");
}

std::string Router::methodsAt(std::string_view path) const {
  std::string out;
  if (!path.starts_with('/')) return out;
  for (const auto& route : routes_)
    if (fits(segmentsOf(route.path), segmentsOf(path)))
      out += (out.empty() ? "" : ", ") + std::string(nameOf(route.method));
  return out;
}

Result<std::string> percentDecoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out.push_back(text[i]);
      continue;
    }
    const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
    if (high < 0 || low < 0 || (high == 0 && low == 0)) return badPath();
    out.push_back(static_cast<char>(high * 16 + low));
    i += 2;
  }
  // What came in an address is said again in answers, and JSON is UTF-8.
  if (!wire::isUtf8(out)) return badPath();
  return out;
}

Result<Target> parseTarget(std::string_view target) {
  Target out;
  const auto question = target.find('?');
  out.path = std::string(target.substr(0, question));
  auto rest = question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
  while (!rest.empty()) {
    const auto end = rest.find('&');
    const auto pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    const auto equals = pair.find('=');
    auto name = percentDecoded(pair.substr(0, equals));
    auto value = percentDecoded(equals == std::string_view::npos ? "" : pair.substr(equals + 1));
    if (!name) return propagate(name);
    if (!value) return propagate(value);
    if (!name->empty()) out.query.insert_or_assign(std::move(*name), std::move(*value));
  }
  return out;
}

}  // namespace aurigraph::gateway
