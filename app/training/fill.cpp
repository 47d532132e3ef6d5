#include "app/training/fill.h"

#include <boost/json/array.hpp>
#include <chrono>
#include <set>
#include <string>
#include <thread>

#include "app/training/person.h"
#include "app/training/story.h"

namespace aurigraph::training {
namespace {

constexpr std::size_t kSteps = kStorySteps + 2;
constexpr std::uint64_t kUnitsForTreasury = 1'200;
constexpr std::size_t kFewestWaiting = 6;
constexpr std::size_t kFewestCategories = 4;
constexpr std::chrono::seconds kInboxTimeout{12};
constexpr std::chrono::milliseconds kPoll{50};

Result<std::unique_ptr<Person>> arrive(embedded::EmbeddedCluster& cluster, const char* name) {
  const auto key = cluster.key(name);
  if (!key) return propagate(key);
  return Person::arrive(name, cluster.gateway(), *key, cluster.genesis());
}

/// The treasury holds some of the token of goods, so that a token has two holders beside each other.
Status treasurerBuys(embedded::EmbeddedCluster& cluster, const std::string& symbol) {
  auto issuer = arrive(cluster, "issuer");
  if (!issuer) return propagate(issuer);
  auto treasurer = arrive(cluster, "treasurer");
  if (!treasurer) return propagate(treasurer);
  const auto token = (*issuer)->api().tokenId(symbol);
  if (!token) return propagate(token);
  if (auto opened = (*treasurer)->doFinal(wire::OpenAccount{(*treasurer)->identity(), *token}); !opened)
    return opened;
  const auto from = (*issuer)->api().account((*issuer)->identity(), *token);
  if (!from) return propagate(from);
  const auto to = (*issuer)->api().account((*treasurer)->identity(), *token);
  if (!to) return propagate(to);
  wire::Transfer transfer;
  transfer.debit = from->value;
  transfer.credit = to->value;
  transfer.amount = kUnitsForTreasury;
  transfer.token = token->value;
  return (*issuer)->transferFinal(transfer);
}

Status inboxIsFull(Person& auditor, const std::stop_token& cancel) {
  std::size_t waiting = 0;
  for (const auto deadline = std::chrono::steady_clock::now() + kInboxTimeout;
       std::chrono::steady_clock::now() < deadline && !cancel.stop_requested();
       std::this_thread::sleep_for(kPoll)) {
    const auto records = auditor.api().list("/query/records");
    if (!records) return propagate(records);
    std::set<std::string> categories;
    waiting = 0;
    for (const auto& item : *records) {
      const auto& record = item.as_object();
      if (record.at("band").as_string() != "REVIEW" || record.at("decision").as_string() != "WAITING")
        continue;
      ++waiting;
      categories.emplace(record.at("category").as_string());
    }
    if (waiting >= kFewestWaiting && categories.size() >= kFewestCategories) return {};
  }
  return fail("demo.inbox_thin", "Only " + std::to_string(waiting) + " records wait for a reviewer.",
              "Look at the slim node's sources: a provider is down or answers something else.");
}

}  // namespace

Result<DemoReport> fillForWindow(embedded::EmbeddedCluster& cluster, const FillOptions& options) {
  std::size_t done = 0;
  const auto begin = [&](std::string_view step) {
    if (options.onProgress) options.onProgress({step, done, kSteps});
    ++done;
  };
  const auto cancelled = [&]() -> Status {
    if (!options.cancel.stop_requested()) return {};
    return fail("demo.cancelled", "It was cancelled.", "");
  };
  auto auditor = arrive(cluster, "auditor");
  if (!auditor) return propagate(auditor);
  const auto assets = (*auditor)->api().list("/query/assets");
  if (!assets) return propagate(assets);
  DemoReport report;
  if (!assets->empty()) return report;

  std::error_code error;
  std::filesystem::create_directories(options.proofs, error);
  if (error)
    return fail("file.unwritable", "The folder " + options.proofs.string() + " cannot be made.",
                "Choose another one.");
  DemoOptions story;
  story.seed = cluster.running().config().providersSeed;
  story.out = options.proofs;
  story.say = [](std::string_view) {};
  story.progress = begin;
  story.cancel = options.cancel;
  tellStory(cluster, story, report);
  if (!report.failedStep.empty()) return tl::unexpected<Error>(report.failure);

  begin("buyers");
  if (auto wanted = cancelled(); !wanted) return propagate(wanted);
  if (auto bought = treasurerBuys(cluster, report.assets.back().token); !bought) return propagate(bought);
  begin("inbox");
  if (auto wanted = cancelled(); !wanted) return propagate(wanted);
  if (auto full = inboxIsFull(**auditor, options.cancel); !full) {
    if (auto wanted = cancelled(); !wanted) return propagate(wanted);
    return propagate(full);
  }
  if (options.onProgress) options.onProgress({"inbox", kSteps, kSteps});
  return report;
}

}  // namespace aurigraph::training
