// `aurigraph review`: what the machine scored between certain and hopeless, decided by people.

#include <algorithm>
#include <iostream>
#include <sstream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/order.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "app/aurigraph/wording.h"
#include "core/wire/describe.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {
namespace {

constexpr std::size_t kLeastIdDigits = 6;

struct Options {
  CommonOptions common;
  SigningOptions signing;
  std::string record;
  std::uint16_t reason = 0;
  std::string note;
  std::string decision;  ///< Of a list; empty: what waits.
};

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

Result<Session> openSignedIn(const CommonOptions& options) {
  auto session = openSession(options);
  if (!session) return session;
  if (auto signedIn = requireSignIn(session->profile); !signedIn) return propagate(signedIn);
  return session;
}

// With a key at hand a sign-in that is over is no hindrance.
Result<boost::json::array> waitingRecords(Session& session, const crypto::OpenedKey* key) {
  if (key == nullptr)
    if (auto signedIn = requireSignIn(session.profile); !signedIn) return propagate(signedIn);
  auto waiting = session.api->list("/query/reviews?limit=200");
  if (waiting || key == nullptr || !waiting.error().code.starts_with("auth.")) return waiting;
  if (const auto signedIn = session.api->signIn(key->key, session.profile.genesis); !signedIn)
    return propagate(signedIn);
  return session.api->list("/query/reviews?limit=200");
}

// 64 digits, or the first ones of a record that waits.
Result<Digest> findRecord(Session& session, const std::string& text, const crypto::OpenedKey* key = nullptr) {
  if (text.size() == 2 * Digest::kSizeBytes) return fixedFromHex<Digest>(text);
  if (text.size() < kLeastIdDigits || text.find_first_not_of("0123456789abcdef") != std::string::npos)
    return fail("review.bad_id", "'" + plain(text) + "' is no record's id.",
                "Give its 64 hex digits, or at least the first " + std::to_string(kLeastIdDigits) +
                    " of a waiting record (aurigraph review list).");
  const auto waiting = waitingRecords(session, key);
  if (!waiting) return propagate(waiting);
  std::string found;
  for (const auto& one : *waiting) {
    const auto id = client::textIn(one, "id");
    if (!id.starts_with(text)) continue;
    if (!found.empty())
      return fail("review.ambiguous_id", "Several waiting records begin with " + text + ".",
                  "Give more digits.");
    found = id;
  }
  if (found.empty())
    return fail("review.unknown", "No waiting record begins with " + text + ".",
                "See aurigraph review list; a decided record is named by all 64 digits.");
  return fixedFromHex<Digest>(found);
}

// What cannot be an id is wrong usage; one that is not there is not.
int exitOf(const Error& error) {
  return error.code == "review.bad_id" || error.code.starts_with("hex.") ? kUsage : kFailed;
}

int list(const Options& options) {
  const auto session = openSignedIn(options.common);
  if (!session) return report(session.error(), options.common.json, kUsage);
  auto reviews =
      session->api->list(options.decision.empty() ? std::string("/query/reviews?limit=200")
                                                  : "/query/records?limit=200&decision=" + options.decision);
  if (!reviews) return report(reviews.error(), options.common.json);
  if (options.common.json)
    printJson(*reviews);
  else
    std::cout << reviewsText(*reviews);
  return kDone;
}

int show(const Options& options) {
  auto session = openSignedIn(options.common);
  if (!session) return report(session.error(), options.common.json, kUsage);
  const auto id = findRecord(*session, options.record);
  if (!id) return report(id.error(), options.common.json, exitOf(id.error()));
  const auto record = session->api->get("/query/records/" + toHex(id->view()));
  if (!record) return report(record.error(), options.common.json);
  if (!record->is_object()) return report(client::badAnswer("no record").value(), options.common.json);
  if (options.common.json)
    printJson(*record);
  else
    std::cout << recordText(record->get_object());
  return kDone;
}

// The evidence first: what the record is and what it lost points for. Who may not read it may still sign.
std::vector<std::string> evidenceOf(Session& session, const Digest& id) {
  std::vector<std::string> out;
  const auto record = session.api->get("/query/records/" + toHex(id.view()));
  if (!record || !record->is_object()) return out;
  std::istringstream lines(recordText(record->get_object()));
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) out.push_back(line);
  return out;
}

// Settles what is open, finds the record, shows `evidence` of it if wanted, signs and sends.
int sign(const Options& options, bool showEvidence,
         const std::function<wire::AnyCommand(const Digest&)>& commandFor, std::string_view done) {
  return atOrderDesk(options.common, options.signing, [&](Session& session, OrderDesk& desk) {
    const auto id = findRecord(session, options.record, &desk.key());
    if (!id) return desk.notGiven(id.error(), exitOf(id.error()));
    const auto command = commandFor(*id);
    const auto lines =
        linesOf(command, desk.key(), showEvidence ? evidenceOf(session, *id) : std::vector<std::string>());
    return desk.tell(desk.give(command, oneLine(wire::describe(command)), &lines), done);
  });
}

int claim(const Options& options) {
  return sign(
      options, true, [](const Digest& id) { return wire::ClaimReview{id}; },
      "Claimed: others see that you are looking at it.");
}

int release(const Options& options) {
  return sign(
      options, false, [](const Digest& id) { return wire::ReleaseReview{id}; },
      "Released: others may take it.");
}

int decide(const Options& options, wire::ReviewDecision decision) {
  if (options.note.size() > wire::kMaxNoteBytes)
    return report({"review.note_too_long", "A note has at most 1,000 bytes.", "Say it shorter."},
                  options.common.json, kUsage);
  return sign(
      options, true,
      [&](const Digest& id) {
        return wire::DecideReview{
            .recordId = id, .decision = decision, .reasonCode = options.reason, .note = options.note};
      },
      decision == wire::ReviewDecision::kApprove ? "Approved." : "Rejected.");
}

void addRecordOption(CLI::App& command, Options& options) {
  command.add_option("record", options.record, "The record's id, or how it begins")->required();
}

void addDecision(CLI::App& parent, const std::shared_ptr<Options>& options, int& exitCode, const char* name,
                 const char* words, wire::ReviewDecision decision) {
  auto* command = parent.add_subcommand(name, words);
  addRecordOption(*command, *options);
  command->add_option("--reason", options->reason, "Reason code, 1 to 65535: your organisation's list")
      ->required()
      ->check(CLI::Range(1, 65'535));
  command->add_option("--note", options->note, "Why, for those who come after; kept on the ledger")
      ->required()
      ->check([](const std::string& note) {
        return note.find_first_not_of(" \t\n") == std::string::npos ? std::string("must say something")
                                                                    : std::string();
      });
  addSigningOptions(*command, options->signing, "--key");
  addCommonOptions(*command, options->common);
  command->footer(std::string("Example: aurigraph review ") + name +
                  " 3fa29c01 --reason 10 --note \"Compared with the registry by telephone\"");
  command->callback([options, &exitCode, decision] { exitCode = decide(*options, decision); });
}

}  // namespace

void addReviewCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("review", "Records that wait for a person's decision");
  command->require_subcommand(1);
  command->footer(
      "Example: aurigraph login --as reviewer --cluster aurigraph-data\n  aurigraph review list\n"
      "What is signed is kept before it is sent. Exit code 4: the outcome is unknown; aurigraph outbox "
      "resume\n"
      "asks for it and sends the same bytes.");
  auto* listed = command->add_subcommand("list", "Waiting records, oldest first; or those of a decision");
  listed
      ->add_option("--decision", options->decision,
                   "Newest first: what was accepted, approved, rejected or overridden")
      ->check(CLI::IsMember({"WAITING", "AUTO", "APPROVED", "REJECTED", "OVERRIDDEN"}))
      ->transform([](std::string name) { return upper(std::move(name)); });
  addCommonOptions(*listed, options->common);
  listed->footer("Example: aurigraph review list --decision rejected");
  listed->callback([options, &exitCode] { exitCode = list(*options); });
  auto* shown = command->add_subcommand("show", "One record: fields, score and what it lost where");
  addRecordOption(*shown, *options);
  addCommonOptions(*shown, options->common);
  shown->footer("Example: aurigraph review show 3fa29c01");
  shown->callback([options, &exitCode] { exitCode = show(*options); });
  auto* claimed = command->add_subcommand("claim", "Keeps a record for you while you look at it");
  addRecordOption(*claimed, *options);
  addSigningOptions(*claimed, options->signing, "--key");
  addCommonOptions(*claimed, options->common);
  claimed->footer("Example: aurigraph review claim 3fa29c01");
  claimed->callback([options, &exitCode] { exitCode = claim(*options); });
  auto* released = command->add_subcommand("release", "Gives your claim back");
  addRecordOption(*released, *options);
  addSigningOptions(*released, options->signing, "--key");
  addCommonOptions(*released, options->common);
  released->footer("Example: aurigraph review release 3fa29c01");
  released->callback([options, &exitCode] { exitCode = release(*options); });
  addDecision(*command, options, exitCode, "approve", "Lets the record stand as good data",
              wire::ReviewDecision::kApprove);
  addDecision(*command, options, exitCode, "reject", "Refuses the record for good",
              wire::ReviewDecision::kReject);
}

}  // namespace aurigraph::cli
