#include "app/aurigraph/history.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <thread>

#include "app/aurigraph/wording.h"
#include "core/crypto/sha256.h"
#include "core/proof/history_check.h"
#include "nodes/client/answers.h"
#include "nodes/files/files.h"

namespace aurigraph::cli {
namespace {

using proof::HistoryVerdict;
using std::filesystem::path;

constexpr std::string_view kSeenFormat = "aurigraph/seen-certificate/1";
constexpr std::string_view kEvidenceFormat = "aurigraph/history-evidence/1";
constexpr std::size_t kNameBytes = 8;

std::string hex(const Digest& digest) {
  return toHex(digest.view());
}

path historyFolder(const path& profileFolder) {
  return profileFolder / "history";
}

path seenFile(const path& profileFolder, const Digest& genesis) {
  return historyFolder(profileFolder) / (hex(genesis) + ".json");
}

tl::unexpected<Error> damaged(const path& file) {
  return fail("history.damaged",
              file.string() + " should hold the last certificate seen of this cluster and does not.",
              "Restore it from a backup. Without it nobody notices a history that was replaced: move it away "
              "only if you know why it is damaged.");
}

boost::json::object jsonOf(const wire::Certificate& certificate) {
  return {{"height", certificate.statement.height.value},
          {"history_root", hex(certificate.statement.historyRoot)},
          {"certificate", toHex(wire::encode(certificate))}};
}

boost::json::object jsonOf(const wire::ConsistencyPath& answer) {
  boost::json::array hashes;
  for (const auto& hash : answer.path) hashes.push_back(boost::json::string(hex(hash)));
  return {{"from", answer.from.value},
          {"from_root", hex(answer.fromRoot)},
          {"to", answer.to.value},
          {"to_root", hex(answer.toRoot)},
          {"path", std::move(hashes)}};
}

Status remember(const path& profileFolder, const wire::Certificate& certificate) {
  const Digest& genesis = certificate.statement.genesis;
  boost::json::object out{{"format", kSeenFormat}, {"genesis", hex(genesis)}};
  for (const auto& [name, value] : jsonOf(certificate)) out[name] = value;
  return files::writeFile(seenFile(profileFolder, genesis), boost::json::serialize(out) + "\n",
                          files::kForEveryone);
}

/// What contradicts: two certificates, and what the gateway gave to lead from one to the other.
struct Contradiction {
  HistoryVerdict verdict = HistoryVerdict::kForked;
  const wire::Certificate& remembered;
  const wire::Certificate& shown;
  const wire::ConsistencyPath& answer;
};

/// One file for each contradiction, however often it is met.
Result<path> keepEvidence(const Profile& profile, const Contradiction& found) {
  const boost::json::object out{{"format", kEvidenceFormat},
                                {"genesis", hex(profile.genesis)},
                                {"verdict", found.verdict == HistoryVerdict::kForked ? "forked" : "unproven"},
                                {"gateway", profile.gatewayUrl()},
                                {"remembered", jsonOf(found.remembered)},
                                {"shown", jsonOf(found.shown)},
                                {"answer", jsonOf(found.answer)}};
  const std::string text = boost::json::serialize(out) + "\n";
  const Digest name = crypto::sha256(asBytes(text));
  auto file = historyFolder(profile.folder) / "evidence" / (toHex(name.view().first(kNameBytes)) + ".json");
  if (auto written = files::writeFile(file, text, files::kForEveryone); !written) return propagate(written);
  return file;
}

Error asError(const Contradiction& found, const Profile& profile, const Result<path>& evidence) {
  const std::string seenUpTo = "block " + grouped(std::to_string(found.remembered.statement.height.value));
  const std::string kept =
      evidence ? "Both certificates are kept in " + evidence->string() + "."
               : "The evidence could not be kept (" + evidence.error().message + "): copy the profile now.";
  if (found.verdict == HistoryVerdict::kUnproven)
    return {"client.history_unproven",
            "The gateway " + profile.gatewayUrl() +
                " shows a certificate, but not that its history goes on from the one that this profile saw "
                "certified up to " +
                seenUpTo + ". It is faulty, or hides that the history was replaced.",
            "Ask another node of the cluster. If that cannot show it either, sign nothing and tell the "
            "operators and an auditor. " +
                kept};
  return {"client.history_forked",
          "This cluster has two certified histories: what the gateway " + profile.gatewayUrl() +
              " shows does not go on from what this profile saw certified up to " + seenUpTo +
              ". A majority of the validators' keys signed both, so what was final in one may be missing in "
              "the other.",
          "Sign nothing and rely on no balance until the operators have explained it; show the evidence to "
          "an auditor. " +
              kept};
}

void say(std::string_view what, const Error& why) {
  std::cerr << "aurigraph: " << what << ": " << plain(why.message) << " [" << why.code << "]\n";
}

void sayNotCompared(const Error& why) {
  say("the history could not be compared with the one seen before", why);
}

/// A profile that may only be read is no reason to refuse.
Status rememberOrSay(const Profile& profile, const wire::Certificate& certificate) {
  if (const auto kept = remember(profile.folder, certificate); !kept)
    say("the certificate could not be remembered", kept.error());
  return {};
}

/// Of two checked certificates of one cluster.
Status compare(const Profile& profile, client::ApiClient& api, const wire::Certificate& remembered,
               const wire::Certificate& shown) {
  const bool newer = remembered.statement.height < shown.statement.height;
  const auto& earlier = newer ? remembered.statement : shown.statement;
  const auto& later = newer ? shown.statement : remembered.statement;
  wire::ConsistencyPath answer;
  if (earlier.height != later.height) {
    auto given = api.consistency(earlier.height, later.height);
    if (!given) {
      sayNotCompared(given.error());
      return {};
    }
    answer = std::move(*given);
  }
  const auto verdict = proof::compareHistories(earlier, later, answer);
  if (verdict == HistoryVerdict::kOneHistory) return newer ? rememberOrSay(profile, shown) : Status{};
  const Contradiction found{verdict, remembered, shown, answer};
  return tl::unexpected<Error>(asError(found, profile, keepEvidence(profile, found)));
}

}  // namespace

Result<std::optional<wire::Certificate>> lastSeen(const path& profileFolder, const Digest& genesis) {
  const path file = seenFile(profileFolder, genesis);
  std::error_code error;
  if (!std::filesystem::exists(file, error) && !error) return std::nullopt;
  const auto content = files::readFile(file);
  if (!content) return damaged(file);
  boost::system::error_code code;
  const auto value = boost::json::parse({content->data(), content->size()}, code);
  if (code || client::textIn(value, "format") != kSeenFormat) return damaged(file);
  const auto bytes = fromHex(client::textIn(value, "certificate"));
  if (!bytes) return damaged(file);
  auto certificate = wire::decodeCertificate(*bytes);
  if (!certificate || certificate->statement.genesis != genesis) return damaged(file);
  return std::move(*certificate);
}

Status checkHistory(const Profile& profile, client::ApiClient& api, const wire::Certificate& shown) {
  const auto remembered = lastSeen(profile.folder, profile.genesis);
  if (!remembered) return propagate(remembered);
  if (*remembered && **remembered == shown) return {};
  const auto genesis = api.genesis(profile.genesis);
  if (!genesis) return propagate(genesis);
  if (auto sealed = proof::checkSealed(shown, *genesis); !sealed) return sealed;
  if (!*remembered) return rememberOrSay(profile, shown);
  if (!proof::checkSealed(**remembered, *genesis)) return damaged(seenFile(profile.folder, profile.genesis));
  return compare(profile, api, **remembered, shown);
}

Status checkHistory(const Profile& profile, client::ApiClient& api) {
  const auto shown = api.latestCertificate();
  if (shown) return checkHistory(profile, api, *shown);
  const auto remembered = lastSeen(profile.folder, profile.genesis);
  if (!remembered) return propagate(remembered);
  if (*remembered) sayNotCompared(shown.error());
  return {};
}

Status caughtUp(const Profile& profile, client::ApiClient& api, std::chrono::milliseconds atMost) {
  constexpr std::chrono::milliseconds kPause{200};
  const auto remembered = lastSeen(profile.folder, profile.genesis);
  if (!remembered) return propagate(remembered);
  if (!*remembered) return {};
  const Height seen = (*remembered)->statement.height;
  for (auto waited = std::chrono::milliseconds::zero();; waited += kPause) {
    const auto shown = api.latestCertificate();
    if (!shown || shown->statement.height >= seen) return {};
    if (waited >= atMost)
      return fail(
          "client.gateway_behind",
          "The gateway " + profile.gatewayUrl() + " is certified up to block " +
              grouped(std::to_string(shown->statement.height.value)) + ", this profile saw block " +
              grouped(std::to_string(seen.value)) +
              " certified. It lags, or the cluster was rolled back: nothing was signed.",
          "Try again in a moment, or at another node. If all stay behind, tell the operators: what was "
          "final would be missing.");
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace aurigraph::cli
