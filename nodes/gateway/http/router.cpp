#include "nodes/gateway/http/router.h"

#include "core/base/assert.h"

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

std::string_view nameOf(RouteClass routeClass) {
  switch (routeClass) {
    case RouteClass::kHealth:
      return "health";
    case RouteClass::kQuery:
      return "query";
    case RouteClass::kConsensus:
      return "consensus";
    case RouteClass::kTransaction:
      return "transaction";
    case RouteClass::kContract:
      return "contract";
    case RouteClass::kExternal:
      return "external";
    case RouteClass::kState:
      return "state";
    case RouteClass::kDefault:
      return "default";
  }
  return "default";
}

void Router::add(Route route) {
  AG_ASSERT(route.pattern.starts_with('/') && route.handler);
  routes_.push_back(std::move(route));
}

Result<Router::Match> Router::find(boost::beast::http::verb method, std::string_view path) const {
  if (!path.starts_with('/')) return badPath();
  const auto asked = segmentsOf(path);
  std::string allowed;
  for (const auto& route : routes_) {
    const auto pattern = segmentsOf(route.pattern);
    if (!fits(pattern, asked)) continue;
    if (route.method != method) {
      allowed += (allowed.empty() ? "" : ", ") + std::string(boost::beast::http::to_string(route.method));
      continue;
    }
    Match match{.route = &route, .parameters = {}};
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (!isParameter(pattern[i])) continue;
      auto value = percentDecoded(asked[i]);
      if (!value) return passOn(value);
      match.parameters.emplace(pattern[i].substr(1, pattern[i].size() - 2), std::move(*value));
    }
    return match;
  }
  if (!allowed.empty())
    return fail("route.method_not_allowed", "This address answers to " + allowed + " only.",
                "See /api/v11/openapi.yaml.");
  return fail("route.unknown", "There is nothing at this address.", "See /api/v11/openapi.yaml.");
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
    if (!name) return passOn(name);
    if (!value) return passOn(value);
    if (!name->empty()) out.query.insert_or_assign(std::move(*name), std::move(*value));
  }
  return out;
}

}  // namespace aurigraph::gateway
