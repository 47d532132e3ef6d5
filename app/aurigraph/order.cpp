#include "app/aurigraph/order.h"

#include <boost/json/object.hpp>
#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/history.h"
#include "app/aurigraph/keys.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "app/aurigraph/wording.h"
#include "core/wire/describe.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {
namespace {

using client::Earlier;
using client::Fate;
using client::Outcome;

// The program before us may wait for a person, then for a certificate.
constexpr std::chrono::milliseconds kLockTimeout{120'000};
// Another node of the cluster may be a moment behind the one before.
constexpr std::chrono::milliseconds kCatchUp{5'000};
// This computer's clock may differ from the validators' by that much.
constexpr std::int64_t kClockMargin = 10'000'000'000;

Nanoseconds now() {
  return Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}

std::string idOf(const KeptOrder& order) {
  return toHex(order.id().view());
}

client::Wait waitFor(bool final) {
  return final ? client::Wait::kFinal : client::Wait::kCommitted;
}

void keepOutcome(const Outbox& outbox, const KeptOrder& order, const Outcome& outcome) {
  auto settlement = settlementOf(outcome);
  if (!settlement) return;
  if (const auto kept = outbox.settle(order, std::move(*settlement)); !kept)
    std::cerr << "aurigraph: what became of the order could not be noted, so it will be asked for once more: "
              << kept.error().message << " [" << kept.error().code << "]\n";
}

std::string heightText(const client::BatchReply& reply) {
  return std::string(reply.final ? "final" : "committed") + " at height " +
         grouped(std::to_string(reply.height.value));
}

Error refusal(const client::BatchReply& reply) {
  const auto done = client::asStatus(reply);
  return done ? Error{} : done.error();
}

/// Machine-readable parts that every answer about an order has.
boost::json::object aboutOrder(const KeptOrder& order) {
  return {{"batch", idOf(order)},
          {"words", order.words},
          {"kept_at", std::to_string(order.keptAt.value)},
          {"valid_until", std::to_string(order.header.validUntil.value)}};
}

int reportWith(const Error& error, const KeptOrder& order, bool json, int exitCode) {
  if (!json) return report(error, false, exitCode);
  auto out = aboutOrder(order);
  out["error"] = {{"code", error.code}, {"message", error.message}, {"remedy", error.remedy}};
  out["outcome"] = exitCode == kUnknown ? "unknown" : "nothing_happened";
  printJson(out);
  return exitCode;
}

int reportOpen(const OrderResult& result, bool json) {
  const bool other = result.which == OrderResult::Which::kStillOpen;
  const auto& why = result.outcome.why;
  // Never the cause's own remedy: it speaks of sending, and knows nothing of what is kept here.
  Error error{
      "order.outcome_unknown",
      (other ? titleOf(result.order) + " is still open, so nothing new was signed. It"
             : "Outcome unknown: order " + idOf(result.order) + " (" + plain(result.order.words) + ")") +
          " may or may not have been executed (" + plain(why.message) + " " + std::string(why.code) + ").",
      "Its bytes are kept. Ask what became of it with: aurigraph outbox resume (or aurigraph transfer "
      "--resume): that sends these same bytes, which are executed once at most. Do not sign it anew."};
  return reportWith(error, result.order, json, kUnknown);
}

int reportDone(const OrderResult& result, bool json, std::string_view done, const boost::json::object& more) {
  const auto& reply = result.outcome.reply;
  const bool earlier = result.which == OrderResult::Which::kSame;
  if (json) {
    auto out = aboutOrder(result.order);
    for (const auto& [name, value] : replyJson(reply)) out[name] = value;
    out["outcome"] = "done";
    if (earlier) out["earlier"] = true;
    for (const auto& [name, value] : more) out[name] = value;
    printJson(out);
    return kDone;
  }
  std::cout << done << " " << (reply.final ? "Final" : "Committed") << " at height "
            << grouped(std::to_string(reply.height.value)) << ".\n"
            << "Batch " << idOf(result.order) << "\n";
  if (earlier)
    std::cout << "This was the order of " << timeForPeople(result.order.keptAt)
              << ", which was still open; nothing was signed now. To do it a second time, give the command "
                 "once more.\n";
  return kDone;
}

int reportOrder(const OrderResult& result, bool json, std::string_view done,
                const boost::json::object& more) {
  const auto& outcome = result.outcome;
  if (outcome.fate == Fate::kOpen) return reportOpen(result, json);
  if (outcome.fate == Fate::kExecuted && outcome.reply.allDone()) return reportDone(result, json, done, more);
  auto why = outcome.fate == Fate::kNever ? outcome.why : refusal(outcome.reply);
  why.message = "Nothing happened: " + why.message;
  return reportWith(why, result.order, json, kFailed);
}

}  // namespace

std::optional<Settlement> settlementOf(const Outcome& outcome) {
  if (outcome.fate == Fate::kOpen) return std::nullopt;
  Settlement out;
  out.at = now();
  if (outcome.fate == Fate::kNever) {
    out.ending = Ending::kNever;
    out.code = outcome.why.code;
    out.message = outcome.why.message;
    return out;
  }
  out.height = outcome.reply.height;
  if (outcome.reply.allDone()) return out;
  const auto why = refusal(outcome.reply);
  out.ending = Ending::kRefused;
  out.code = why.code;
  out.message = why.message;
  return out;
}

std::string titleOf(const KeptOrder& order) {
  return "Order " + idOf(order) + " of " + timeForPeople(order.keptAt) + " (" + plain(order.words) + ")";
}

Outcome resumeOrder(client::ApiClient& api, const Outbox& outbox, const KeptOrder& order, bool waitFinal) {
  auto outcome = client::deliver(api, order.batch, waitFor(waitFinal), Earlier::kPerhapsSent);
  keepOutcome(outbox, order, outcome);
  return outcome;
}

Result<OrderDesk> OrderDesk::open(Session& session, const SigningOptions& options, bool json) {
  auto key = openKeyFile(session.profile.folder, options.key, options.passphraseFile);
  if (!key) return propagate(key);
  return OrderDesk(session, options, json, std::move(*key));
}

Result<OutboxLock> OrderDesk::lock() {
  return outbox_.lock(key_.key.publicKey(), kLockTimeout,
                      [] { std::cerr << "Another aurigraph is at work with this key; waiting for it …\n"; });
}

Status OrderDesk::holdLock() {
  held_.reset();
  auto locked = lock();
  if (!locked) return propagate(locked);
  held_.emplace(std::move(*locked));
  return {};
}

Result<std::optional<OrderResult>> OrderDesk::settleOpen() {
  const auto locked = lock();
  if (!locked) return propagate(locked);
  return settleLocked();
}

Result<std::optional<OrderResult>> OrderDesk::settleLocked() {
  const auto open = outbox_.open();
  if (!open) return propagate(open);
  for (const auto& order : *open) {
    if (order.header.author != key_.key.publicKey() || order.header.genesis != session_.profile.genesis)
      continue;
    std::cerr << titleOf(order) << " is still open; asking what became of it …\n";
    auto outcome = resumeOrder(*session_.api, outbox_, order, options_.waitFinal);
    if (outcome.fate == Fate::kOpen && order.header.validUntil.value + kClockMargin < now().value) {
      passTime();
      outcome = resumeOrder(*session_.api, outbox_, order, options_.waitFinal);
    }
    if (outcome.fate == Fate::kOpen)
      return OrderResult{OrderResult::Which::kStillOpen, order, std::move(outcome)};
    if (outcome.fate == Fate::kNever) {
      std::cerr << "It was not executed and never will be: " << plain(outcome.why.message) << " ["
                << outcome.why.code << "]\n";
    } else if (outcome.reply.allDone()) {
      std::cerr << "It is executed, " << heightText(outcome.reply) << ".\n";
      found_.push_back(order);
    } else {
      const auto why = refusal(outcome.reply);
      std::cerr << "The ledger refused it; nothing happened: " << plain(why.message) << " [" << why.code
                << "]\n";
    }
  }
  return std::nullopt;
}

/// An order's time is over by our clock, but no block says so on a ledger on which nothing happens: only a
/// later block proves that none will hold it. A transfer of nothing, which every ledger refuses, makes one.
void OrderDesk::passTime() {
  const wire::Transfer nothing;
  client::Author author(*session_.api, key_.key, session_.profile.genesis);
  // Whatever it answers: the question that follows is what counts.
  const auto reply = author.send(std::span<const wire::Transfer>(&nothing, 1), client::Wait::kCommitted);
  if (!reply) std::cerr << "The ledger's time cannot be moved on: " << plain(reply.error().message) << "\n";
}

/// Executed a short time ago, whoever found out: this call, a resume, another command of this key. Not what
/// a later order of this key about the same record has undone: a claim that was given back is no claim.
std::optional<KeptOrder> OrderDesk::untold(const wire::BatchHeader& wanted) const {
  const auto settled = outbox_.settled();
  const auto undone = [&](const KeptOrder& order) {
    const auto records = order.reviewed();
    return std::ranges::any_of(settled, [&](const KeptOrder& later) {
      return later.settled->ending == Ending::kExecuted && later.keptAt.value > order.keptAt.value &&
             later.header.author == order.header.author && later.header.genesis == order.header.genesis &&
             !records.empty() && later.reviewed() == records;
    });
  };
  for (const auto& order : settled)
    if (order.settled->countsUntold(now()) && order.sameAs(wanted) && !undone(order)) return order;
  return std::nullopt;
}

std::optional<OrderResult> OrderDesk::doneAlready(const wire::BatchHeader& wanted) const {
  const auto order = untold(wanted);
  if (!order) return std::nullopt;
  if (options_.again) {  // the person knows of it and means another one
    (void)outbox_.markTold(*order);
    return std::nullopt;
  }
  auto outcome =
      client::deliver(*session_.api, order->batch, waitFor(options_.waitFinal), Earlier::kPerhapsSent);
  const bool open = outcome.fate == Fate::kOpen;  // just now nobody can say it once more
  return OrderResult{open ? OrderResult::Which::kStillOpen : OrderResult::Which::kSame, *order,
                     std::move(outcome)};
}

int OrderDesk::tell(const Result<OrderResult>& result, std::string_view done,
                    const boost::json::object& more) {
  if (!result) return notGiven(result.error(), exitCodeOf(result.error()));
  int exitCode = reportOrder(*result, json_, done, more);
  if (!std::cout.flush()) {
    std::cerr << "aurigraph: what became of order " << idOf(result->order)
              << " could not be written to the standard output. See aurigraph outbox list --all. "
                 "[output.failed]\n";
    exitCode = kUnknown;
    held_.reset();
  } else {
    stepDone(result);
  }
  return exitCode;
}

void OrderDesk::stepDone(const Result<OrderResult>& result) {
  if (result && result->done()) {
    const auto order = outbox_.find(idOf(result->order));
    if (order && order->settled) (void)outbox_.markTold(*order);  // else it is told once more
  }
  held_.reset();
}

int OrderDesk::notGiven(const Error& why, int exitCode) const {
  if (found_.empty()) return report(why, json_, exitCode);
  const auto& order = found_.back();
  const Error error{
      "order.outcome_unknown",
      plain(why.message) + " " + std::string(why.code) + ": so nothing new was signed. " + titleOf(order) +
          " was executed; it may be the one that you mean.",
      "Give the same command again: if it is that order, you are told so and nothing is signed."};
  return reportWith(error, order, json_, kUnknown);
}

Result<OrderResult> OrderDesk::giveSigned(const Sign& sign, const std::vector<std::string>* ask,
                                          const std::string& words) {
  const auto wanted = wire::parseBatch(sign({.genesis = session_.profile.genesis,
                                             .lane = Lane(0),
                                             .session = SessionNumber(),
                                             .request = RequestNumber(),
                                             .validUntil = Nanoseconds()}));
  if (!wanted) return propagate(wanted);
  // Under the lock: what another program of this key has just done, and is about to tell, is its own answer.
  if (auto locked = holdLock(); !locked) return propagate(locked);
  if (auto done = doneAlready(*wanted)) return std::move(*done);
  held_.reset();
  if (auto current = caughtUp(session_.profile, *session_.api, kCatchUp); !current) return propagate(current);
  if (auto holds = checkHistory(session_.profile, *session_.api); !holds) return propagate(holds);
  if (ask != nullptr)
    if (auto agreed = confirm(*ask, options_.yes); !agreed) return propagate(agreed);
  if (auto locked = holdLock(); !locked) return propagate(locked);
  // While a person read, another program may have left one open.
  auto open = settleLocked();
  if (!open) return propagate(open);
  if (*open) return std::move(**open);
  if (auto done = doneAlready(*wanted)) return std::move(*done);
  return send(sign, words);
}

Result<OrderResult> OrderDesk::send(const Sign& sign, const std::string& words) {
  const auto draft = client::draftOfNewSession(*session_.api, key_.key.publicKey(), session_.profile.genesis);
  if (!draft) return propagate(draft);
  auto order = KeptOrder::of(sign(*draft), words, session_.profile.gatewayUrl(), now());
  if (!order) return propagate(order);
  if (auto kept = outbox_.keep(*order); !kept) {
    auto error = kept.error();
    error.message += " Nothing was sent.";
    return tl::unexpected<Error>(error);
  }
  const auto file = outbox_.fileOf(order->id()).string();
  if (json_)
    std::cerr << boost::json::value{{"kept", {{"batch", idOf(*order)}, {"file", file}}}} << std::endl;
  else
    std::cerr << "Order " << idOf(*order) << " is kept in " << file << std::endl;
  Progress progress;
  progress.say(options_.waitFinal ? "Sent; waiting for the certificate …"
                                  : "Sent; waiting for the majority …");
  auto outcome = client::deliver(*session_.api, order->batch, waitFor(options_.waitFinal), Earlier::kNotSent);
  progress.say("");
  keepOutcome(outbox_, *order, outcome);
  return OrderResult{OrderResult::Which::kThis, std::move(*order), std::move(outcome)};
}

Result<OrderResult> OrderDesk::give(const wire::AnyCommand& command, const std::string& words,
                                    const std::vector<std::string>* ask) {
  const wire::Command encoded{static_cast<std::uint16_t>(wire::kindOf(command)),
                              wire::encodePayload(command)};
  return giveSigned(
      [&](const wire::BatchDraft& draft) {
        return wire::signCommands(draft, {&encoded, 1}, key_.key);
      },
      ask, words);
}

Result<OrderResult> OrderDesk::give(const wire::Transfer& transfer, const std::string& words,
                                    const std::vector<std::string>* ask) {
  return giveSigned(
      [&](const wire::BatchDraft& draft) {
        return wire::signTransfers(draft, {&transfer, 1}, key_.key);
      },
      ask, words);
}

int atOrderDesk(const CommonOptions& common, const SigningOptions& signing,
                const std::function<int(Session&, OrderDesk&)>& use) {
  auto session = openSession(common);
  if (!session) return report(session.error(), common.json, kUsage);
  auto desk = OrderDesk::open(*session, signing, common.json);
  if (!desk) return report(desk.error(), common.json, kUsage);
  auto open = desk->settleOpen();
  if (!open) return desk->notGiven(open.error(), exitCodeOf(open.error()));
  if (*open) return desk->tell(std::move(**open), "");
  return use(*session, *desk);
}

int exitCodeOf(const Error& error) {
  return error.code.starts_with("sign.") || error.code.starts_with("key.") ||
                 error.code.starts_with("keystore.") || error.code.starts_with("passphrase.")
             ? kUsage
             : kFailed;
}

}  // namespace aurigraph::cli
