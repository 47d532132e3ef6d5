// Sign-in with a signed challenge, its end, and what the reader may.

#include "nodes/gateway/http/members.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/sign_in.h"
#include "nodes/gateway/views/ledger_rows.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  LedgerReader ledger;
  SignIn& signIn;
  const Digest& genesis;
};

constexpr std::size_t kMaxBodyBytes = 4'096;

struct Person {
  IdentityId id;
  std::string name;
  std::string organisation;  ///< Empty: nobody says.
  wire::RoleMask roles = 0;
  std::vector<wire::Permission> permissions;
  bool blocked = false;
  std::optional<Nanoseconds> suspendedUntil;
};

Task<Result<Person>> findPerson(const Parts& parts, PublicKey key) {
  std::function<Result<Person>(const ledger::Ledger&)> look =
      [key](const ledger::Ledger& ledger) -> Result<Person> {
    const auto id = ledger.identityOf(key);
    if (!id && ledger.hasEnded(key))
      return fail("auth.key_ended", "This key was revoked or replaced: it is nobody's any more.",
                  "Sign in with a key of yours that is in force.");
    if (!id)
      return fail("auth.unknown_key", "This key belongs to nobody on the ledger.",
                  "Ask an administrator to register it.");
    const auto row = present(ledger.identity(*id), "the identity");
    if (!row) return propagate(row);
    Person out{.id = *id,
               .name = (*row)->name,
               .organisation = (*row)->organisation,
               .roles = (*row)->rolesAt(ledger.time()),
               .permissions = {},
               .blocked = (*row)->isBlocked(),
               .suspendedUntil = suspendedUntil(**row, ledger.time())};
    for (std::size_t i = 0; i < wire::kPermissionCount; ++i)
      if (const auto permission = static_cast<wire::Permission>(i); ledger.allows(key, permission))
        out.permissions.push_back(permission);
    return out;
  };
  co_return co_await parts.ledger.read<Person>(std::move(look));
}

Task<Response> challengeRoute(const Parts& parts, RequestRef request) {
  const auto body = jsonBody(request->body);
  if (!body) co_return problem(body.error());
  Members members(body->root());
  const auto key = members.hex<PublicKey>("key");
  if (const auto read = members.finish(); !read) co_return problem(read.error());
  const auto challenge = parts.signIn.challenge(key);
  co_return jsonResponse(Object{{"challenge", hexOf(challenge.value)},
                                {"genesis", hexOf(parts.genesis)},
                                {"expires_at", std::to_string(challenge.expiresAt.value)}});
}

Task<Response> signInRoute(const Parts& parts, RequestRef request) {
  const auto body = jsonBody(request->body);
  if (!body) co_return problem(body.error());
  Members members(body->root());
  const auto key = members.hex<PublicKey>("key");
  const auto challenge = members.hex<Digest>("challenge");
  const auto signature = members.hex<Signature>("signature");
  if (const auto read = members.finish(); !read) co_return problem(read.error());

  // The signature first: who cannot sign learns nothing about who is registered.
  const auto session = parts.signIn.open(key, challenge, signature);
  if (!session) co_return problem(session.error());
  const auto person = co_await findPerson(parts, key);
  if (!person) {
    parts.signIn.close(session->token);
    co_return problem(person.error());
  }
  co_return jsonResponse(Object{{"token", session->token},
                                {"expires_at", std::to_string(session->expiresAt.value)},
                                {"identity", person->id.value},
                                {"name", person->name},
                                {"roles", roleNames(person->roles)}},
                         201);
}

Task<Response> signOutRoute(const Parts& parts, RequestRef request) {
  parts.signIn.close(request->bearer);
  co_return Response{
      .status = 204, .contentType = "application/json", .body = {}, .headers = {}, .stream = nullptr};
}

// What the reader is and may, now: a change of roles counts at once.
Task<Response> meRoute(const Parts& parts, RequestRef request) {
  const auto session = parts.signIn.sessionOf(request->bearer);
  const auto person = co_await findPerson(parts, request->signedIn());
  if (!person) co_return problem(person.error());
  boost::json::array permissions;
  for (const auto permission : person->permissions)
    permissions.push_back(boost::json::string(wire::nameOf(permission)));
  Object body{{"key", toHex(request->signedIn().view())},
              {"identity", person->id.value},
              {"name", person->name},
              {"roles", roleNames(person->roles)},
              {"permissions", std::move(permissions)}};
  if (!person->organisation.empty()) body["organisation"] = person->organisation;
  if (person->blocked || person->suspendedUntil) body["suspended"] = true;
  if (person->blocked)
    body["blocked"] = true;
  else if (person->suspendedUntil)
    addTime(body, "suspended_until", *person->suspendedUntil);
  if (session) addTime(body, "expires_at", session->expiresAt);
  co_return jsonResponse(body);
}

}  // namespace

std::vector<Route> authRoutes(LedgerReader ledger, SignIn& signIn, const Digest& genesis) {
  const Parts parts{.ledger = ledger, .signIn = signIn, .genesis = genesis};
  return {
      {.method = Method::kPost,
       .path = "/api/v11/auth/challenge",
       .who = Who::kAnyone,
       .budget = Budget::kDefault,
       .maxBodyBytes = kMaxBodyBytes,
       .needs = Needs::kNothing,
       .handler = with(parts, challengeRoute)},
      {.method = Method::kPost,
       .path = "/api/v11/auth/sessions",
       .who = Who::kAnyone,
       .budget = Budget::kSignIn,
       .maxBodyBytes = kMaxBodyBytes,
       .needs = Needs::kLedger,
       .handler = with(parts, signInRoute)},
      {.method = Method::kDelete,
       .path = "/api/v11/auth/sessions",
       .who = Who::kSignedIn,
       .budget = Budget::kDefault,
       .maxBodyBytes = 0,
       .needs = Needs::kNothing,
       .handler = with(parts, signOutRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/auth/me",
       .who = Who::kSignedIn,
       .budget = Budget::kDefault,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, meRoute)},
  };
}

}  // namespace aurigraph::gateway
