#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <memory>
#include <thread>

#include <boost/json/parse.hpp>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/profile.h"

namespace aurigraph::cli {
namespace {

constexpr std::chrono::seconds kLongestPause{10};

std::atomic<bool> interrupted = false;
void onSignal(int) {
  interrupted = true;
}

struct Options {
  Common common;
  std::vector<std::string> topics;
  std::string from;
  std::uint64_t count = 0;
};

void print(const client::StreamEvent& event, bool json) {
  if (!json) {
    std::cout << event.topic << (event.id.empty() ? "" : "  " + event.id) << "  " << event.data << "\n"
              << std::flush;
    return;
  }
  boost::system::error_code error;
  auto data = boost::json::parse(event.data, error);
  printJson({{"topic", event.topic},
             {"id", event.id},
             {"data", error ? boost::json::value(event.data) : std::move(data)}});
}

// Goes on behind the last event when the stream breaks; ends on a signal, after --count events, or on a
// refusal that waiting does not mend.
int run(const Options& options) {
  const auto connection = connect(options.common);
  if (!connection) return report(connection.error(), options.common.json, kUsage);
  std::signal(SIGINT, onSignal);
  std::signal(SIGTERM, onSignal);
  std::string last = options.from;
  std::uint64_t seen = 0;
  const auto ended = [&] { return interrupted.load() || (options.count != 0 && seen >= options.count); };
  std::chrono::seconds pause{1};
  bool ever = false;
  while (!ended()) {
    const auto read = connection->api->follow(
        options.topics, last,
        [&](const client::StreamEvent& event) {
          ever = true;
          pause = std::chrono::seconds(1);
          if (!event.id.empty()) last = event.id;
          print(event, options.common.json);
          ++seen;
          return !ended();
        },
        [&] { return interrupted.load(); });
    if (ended()) break;
    const bool transient = !read && read.error().code.starts_with("client.") &&
                           read.error().code != "client.untrusted_server" &&
                           read.error().code != "client.bad_answer";
    if (!read && (!transient || !ever)) return report(read.error(), options.common.json);
    if (!read) std::cerr << "aurigraph: " << read.error().message << " Connecting again.\n";
    for (auto left = pause * 10; left.count() > 0 && !ended(); --left)
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    pause = std::min(pause * 2, kLongestPause);
  }
  return kDone;
}

}  // namespace

void addWatchCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("watch", "Blocks, certificates, records and reviews as they happen");
  const auto options = std::make_shared<Options>();
  addCommon(*command, options->common);
  command
      ->add_option("--topic", options->topics,
                   "Only these topics (block, certificate, leader, identity, asset, token, record, review)")
      ->delimiter(',');
  command->add_option("--from", options->from, "Go on behind this event id; 0:0:0 is the beginning");
  command->add_option("--count", options->count, "End after so many events");
  command->footer("Example: aurigraph watch --topic record,review --json");
  command->callback([options, &exitCode] { exitCode = run(*options); });
}

}  // namespace aurigraph::cli
