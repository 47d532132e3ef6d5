#include "nodes/gateway/context.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/views/ledger_rows.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

namespace {

constexpr std::size_t kMaxBodyBytes = 4'096;

struct Person {
  IdentityId id;
  std::string name;
  wire::RoleMask roles = 0;
  std::vector<wire::Permission> permissions;
};

Task<Result<Person>> findPerson(Context& context, PublicKey key) {
  std::function<Result<Person>(const ledger::Ledger&)> look =
      [key](const ledger::Ledger& ledger) -> Result<Person> {
    const auto id = ledger.identityOf(key);
    if (!id)
      return fail("auth.unknown_key", "This key belongs to nobody on the ledger.",
                  "Ask an administrator to register it.");
    const auto row = present(ledger.identity(*id), "the identity");
    if (!row) return passOn(row);
    Person out{.id = *id, .name = (*row)->name, .roles = (*row)->roles, .permissions = {}};
    for (std::size_t i = 0; i < wire::kPermissionCount; ++i)
      if (const auto permission = static_cast<wire::Permission>(i); ledger.allows(key, permission))
        out.permissions.push_back(permission);
    return out;
  };
  co_return co_await readLedger<Person>(context, std::move(look));
}

Task<Response> challengeRoute(Context& context, RequestRef request) {
  const auto body = jsonBody(*request);
  if (!body) co_return problem(body.error());
  const auto key = hexField<PublicKey>(*body, "key");
  if (!key) co_return problem(key.error());
  const auto challenge = context.signIn->challenge(*key);
  co_return jsonResponse(Object{{"challenge", hexOf(challenge.value)},
                                {"genesis", hexOf(context.genesis)},
                                {"expires_at", std::to_string(challenge.expiresAt.value)}});
}

Task<Response> signInRoute(Context& context, RequestRef request) {
  const auto body = jsonBody(*request);
  if (!body) co_return problem(body.error());
  const auto key = hexField<PublicKey>(*body, "key");
  if (!key) co_return problem(key.error());
  const auto challenge = hexField<Digest>(*body, "challenge");
  if (!challenge) co_return problem(challenge.error());
  const auto signature = hexField<Signature>(*body, "signature");
  if (!signature) co_return problem(signature.error());

  // The signature first: who cannot sign learns nothing about who is registered.
  const auto session = context.signIn->open(*key, *challenge, *signature);
  if (!session) co_return problem(session.error());
  const auto person = co_await findPerson(context, *key);
  if (!person) {
    context.signIn->close(session->token);
    co_return problem(person.error());
  }
  co_return jsonResponse(Object{{"token", session->token},
                                {"expires_at", std::to_string(session->expiresAt.value)},
                                {"identity", person->id.value},
                                {"name", person->name},
                                {"roles", roleNames(person->roles)}},
                         201);
}

Task<Response> signOutRoute(Context& context, RequestRef request) {
  context.signIn->close(request->bearer);
  co_return Response{
      .status = 204, .contentType = "application/json", .body = {}, .headers = {}, .stream = nullptr};
}

// What the reader is and may, now: a change of roles counts at once.
Task<Response> meRoute(Context& context, RequestRef request) {
  const auto session = context.signIn->sessionOf(request->bearer);
  const auto person = co_await findPerson(context, request->signedIn());
  if (!person) co_return problem(person.error());
  boost::json::array permissions;
  for (const auto permission : person->permissions)
    permissions.push_back(boost::json::string(wire::nameOf(permission)));
  Object body{{"key", toHex(request->signedIn().view())},
              {"identity", person->id.value},
              {"name", person->name},
              {"roles", roleNames(person->roles)},
              {"permissions", std::move(permissions)}};
  if (session) addTime(body, "expires_at", session->expiresAt);
  co_return jsonResponse(body);
}

}  // namespace

void addAuthRoutes(Router& router, Context& context) {
  router.add(
      {.method = Method::kPost,
       .path = "/api/v11/auth/challenge",
       .who = Who::kAnyone,
       .budget = Budget::kDefault,
       .maxBodyBytes = kMaxBodyBytes,
       .needs = Needs::kNothing,
       .handler = [&context](RequestRef request) { return challengeRoute(context, std::move(request)); }});
  router.add(
      {.method = Method::kPost,
       .path = "/api/v11/auth/sessions",
       .who = Who::kAnyone,
       .budget = Budget::kSignIn,
       .maxBodyBytes = kMaxBodyBytes,
       .needs = Needs::kLedger,
       .handler = [&context](RequestRef request) { return signInRoute(context, std::move(request)); }});
  router.add(
      {.method = Method::kDelete,
       .path = "/api/v11/auth/sessions",
       .who = Who::kSignedIn,
       .budget = Budget::kDefault,
       .maxBodyBytes = 0,
       .needs = Needs::kNothing,
       .handler = [&context](RequestRef request) { return signOutRoute(context, std::move(request)); }});
  router.add({.method = Method::kGet,
              .path = "/api/v11/auth/me",
              .who = Who::kSignedIn,
              .budget = Budget::kDefault,
              .maxBodyBytes = 0,
              .needs = Needs::kLedger,
              .handler = [&context](RequestRef request) { return meRoute(context, std::move(request)); }});
}

}  // namespace aurigraph::gateway
