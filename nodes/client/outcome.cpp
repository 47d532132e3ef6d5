#include "nodes/client/outcome.h"

#include <algorithm>
#include <array>
#include <thread>

#include "core/wire/batch.h"
#include "nodes/client/answers.h"
#include "nodes/client/https.h"

namespace aurigraph::client {
namespace {

// How long a node's lists may take to reach the height its ledger has.
constexpr std::chrono::milliseconds kListsTimeout{3'000};
constexpr std::chrono::milliseconds kListsPause{50};

// With these the ledger turns away a whole batch for good. The digest covers the signature; what was executed
// before is refused as a repeat, not as expired.
constexpr std::string_view kExpired = "batch.expired";
constexpr std::array<std::string_view, 9> kForGood = {
    "batch.bad_signature", "batch.other_cluster",    kExpired,
    "batch.wrong_lane",    "batch.bad_kind",         "batch.valid_too_long",
    "operation.malformed", "batch.author_suspended", "batch.key_ended"};

constexpr std::array<std::string_view, 20> kBeforeOrdering = {
    "batch.truncated",      "batch.bad_magic",     "batch.bad_format",         "batch.reserved_not_zero",
    "batch.bad_kind",       "batch.empty",         "batch.too_many_transfers", "batch.too_many_commands",
    "batch.size_mismatch",  "batch.malformed",     "batch.other_cluster",      "batch.wrong_lane",
    "batch.unknown_author", "batch.bad_signature", "batch.bad_body_root",      "session.gap_too_wide",
    "request.too_large",    "route.unknown",       "batch.valid_too_long",     "batch.key_ended"};
// Whole families: limits of the gateway and sign-in come before the batch is looked at.
constexpr std::array<std::string_view, 2> kBeforeOrderingFamilies = {"rate.", "auth."};

bool saysClosed(std::string_view code) {
  return code == "session.closed" || code == "session.replayed";
}

Outcome open(Error why) {
  return {.fate = Fate::kOpen, .reply = {}, .why = std::move(why)};
}
Outcome never(Error why) {
  return {.fate = Fate::kNever, .reply = {}, .why = std::move(why)};
}

Error expired() {
  return {"batch.expired", "The order's time was over before any block held it.",
          "Give it anew if you still want it."};
}
Error closed() {
  return {"session.closed",
          "The order's session is closed, or another order has its number: no block can hold it.",
          "Give the order anew if you still want it."};
}

Outcome judge(const BatchReply& reply, Told told) {
  if (!reply.refused) return {.fate = Fate::kExecuted, .reply = reply, .why = {}};
  if (!isRefusedForGood(reply.refused->code, told)) return open(asError(*reply.refused));
  if (reply.refused->code == kExpired) return never(expired());
  if (saysClosed(reply.refused->code)) return never(closed());
  return never(asError(*reply.refused));
}

struct Lists {
  std::uint64_t applied = 0;    ///< What the node's ledger had executed …
  std::uint64_t projected = 0;  ///< … and what its lists hold, both asked after any refusal.
  Nanoseconds lastTime;         ///< Of the newest block in the lists.
};

std::optional<Lists> listsOf(const boost::json::value& status, const boost::json::value& blocks) {
  const auto applied = numberIn(status, "height");
  if (!applied) return std::nullopt;
  Lists out{.applied = *applied, .projected = 0, .lastTime = Nanoseconds(0)};
  const auto height = firstItemNumber(blocks, "height");
  const auto time = firstItemNumber(blocks, "time");
  if (height && time) {
    out.projected = *height;
    out.lastTime = Nanoseconds(static_cast<std::int64_t>(*time));
  }
  return out;
}

/// One round of questions to one node. Nothing: its lists are behind its ledger, ask once more.
std::optional<Outcome> askOnce(ApiClient& client, ByteView batch, const wire::BatchHeader& header,
                               bool closedThere) {
  const std::vector<std::string> questions{"/query/status", "/query/blocks?limit=1",
                                           "/transaction/batches/" + toHex(header.digest().view())};
  const auto answers = client.askOneNode(questions, closedThere ? batch : ByteView{});
  if (!answers) return open(answers.error());
  std::size_t at = 0;
  bool refusedHere = false;
  if (closedThere) {
    const auto& again = (*answers)[at++];
    if (again) {
      const auto reply = batchReplyOf(*again);
      if (!reply) return open(reply.error());
      if (auto known = judge(*reply, Told::kByAnswer); known.fate != Fate::kOpen) return known;
    } else {
      refusedHere = saysClosed(again.error().code);
    }
  }
  const auto& status = (*answers)[at];
  const auto& blocks = (*answers)[at + 1];
  const auto& found = (*answers)[at + 2];
  if (found) {
    const auto reply = batchReplyOf(*found);
    return reply ? judge(*reply, Told::kByBlocks) : open(reply.error());
  }
  if (found.error().code != "batch.unknown") return open(found.error());
  if (!status) return open(status.error());
  if (!blocks) return open(blocks.error());
  if (textIn(*status, "genesis") != toHex(header.genesis.view()))
    return open({"client.other_genesis", "The gateway belongs to another cluster than the order.",
                 "Point the profile at the order's cluster."});
  const auto lists = listsOf(*status, *blocks);
  if (!lists) return open(badAnswer("a status without height").value());
  // What is not in the lists up to here stands in no block up to here; see the header for the rest.
  if (lists->lastTime > header.validUntil) return never(expired());
  if (!refusedHere) return open(found.error());
  if (lists->projected >= lists->applied) return never(closed());
  return std::nullopt;
}

}  // namespace

bool isRefusedBeforeOrdering(std::string_view code) {
  return std::ranges::find(kBeforeOrdering, code) != kBeforeOrdering.end() ||
         std::ranges::any_of(kBeforeOrderingFamilies, [&](auto family) { return code.starts_with(family); });
}

bool isRefusedForGood(std::string_view code, Told told) {
  if (std::ranges::find(kForGood, code) != kForGood.end()) return true;
  // Perhaps because an earlier copy was executed; but not if this one is the first in any block.
  if (saysClosed(code)) return told == Told::kByBlocks;
  return false;  // another body under this header, a key not yet known, a request still missing …
}

Outcome askOutcome(ApiClient& client, ByteView batch, std::string_view refusal) {
  const auto header = wire::parseBatch(batch);
  if (!header) return open(header.error());
  const auto deadline = Clock::now() + kListsTimeout;
  for (;;) {
    if (auto known = askOnce(client, batch, *header, saysClosed(refusal))) return std::move(*known);
    if (Clock::now() > deadline)
      return open(
          {"client.outcome_unknown", "The gateway's lists are behind its ledger.", "Ask a little later."});
    std::this_thread::sleep_for(kListsPause);
  }
}

Outcome deliver(ApiClient& client, ByteView batch, Wait wait, Earlier earlier) {
  if (earlier == Earlier::kPerhapsSent)
    if (auto known = askOutcome(client, batch); known.fate != Fate::kOpen) return known;
  std::uint32_t sendings = 0;
  const auto reply = client.submit(batch, wait, &sendings);
  Error last;
  if (reply) {
    auto known = judge(*reply, Told::kByAnswer);
    if (known.fate != Fate::kOpen) return known;
    last = std::move(known.why);
  } else {
    last = reply.error();
    const bool certain = sendings == 0 || (sendings == 1 && isRefusedBeforeOrdering(last.code));
    if (earlier == Earlier::kNotSent && certain) return never(last);
  }
  auto known = askOutcome(client, batch, last.code);
  if (known.fate == Fate::kOpen) known.why = std::move(last);
  return known;
}

}  // namespace aurigraph::client
