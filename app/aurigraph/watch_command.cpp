// `aurigraph watch`: the live event stream, one line per event, across lost connections.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <thread>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/wording.h"

namespace aurigraph::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kFirstPause{200};
constexpr std::chrono::milliseconds kLongestPause{5'000};
constexpr std::chrono::milliseconds kGlance{100};

volatile std::sig_atomic_t interrupted = 0;

struct Options {
  CommonOptions common;
  std::vector<std::string> topics;
  std::string after;
  double seconds = 0;
  std::uint64_t count = 0;
};

bool worthReconnecting(std::string_view code) {
  return code == "client.unreachable" || code == "client.connection_lost" || code == "client.timeout" ||
         code == "gateway.timeout" || code.starts_with("rate.");
}

int watch(const Options& options) {
  const bool json = options.common.json;
  const auto session = openSession(options.common);
  if (!session) return report(session.error(), json, kUsage);
  std::signal(SIGINT, [](int) { interrupted = 1; });
  std::signal(SIGTERM, [](int) { interrupted = 1; });
  const auto end =
      Clock::now() + std::chrono::milliseconds(static_cast<std::int64_t>(options.seconds * 1'000));
  std::uint64_t seen = 0;
  const auto over = [&] {
    return (options.count != 0 && seen >= options.count) || interrupted != 0 ||
           (options.seconds > 0 && Clock::now() >= end);
  };

  Progress progress;
  std::string last = options.after;
  std::map<std::string, std::string> current;  // what has no id comes again with each connection
  bool connected = false;
  auto pause = kFirstPause;
  const auto onEvent = [&](const client::StreamEvent& event) {
    progress.say("");
    connected = true;
    pause = kFirstPause;
    if (event.id.empty()) {
      auto& known = current[event.topic];
      if (known == event.data) return !over();
      known = event.data;
    } else {
      last = event.id;
    }
    if (json)
      printJson(eventJson(event));
    else
      std::cout << eventLine(event) << "\n" << std::flush;
    ++seen;
    return !over() && std::cout.good();
  };
  while (!over()) {
    const auto followed = session->api->follow(options.topics, last, onEvent, over);
    if (over() || !std::cout.good()) break;
    if (!followed && (!connected || !worthReconnecting(followed.error().code)))
      return report(followed.error(), json);
    connected = true;
    progress.say("Connection lost; trying again …");
    for (const auto until = Clock::now() + pause; Clock::now() < until && !over();)
      std::this_thread::sleep_for(kGlance);
    pause = std::min(pause * 2, kLongestPause);
  }
  return kDone;
}

}  // namespace

void addWatchCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("watch", "Blocks, records, reviews and tokens as they happen");
  command
      ->add_option("--topics,--topic", options->topics,
                   "block, certificate, leader, identity, claim, asset, token, record, review, account, "
                   "anchor, source, proposal, protocol, metric; else all that you may see")
      ->delimiter(',');
  command->add_option("--after,--from", options->after, "Begin behind the event of this id");
  command->add_option("--for", options->seconds, "End after so many seconds")->check(CLI::PositiveNumber);
  command->add_option("--count", options->count, "End after so many events");
  addCommonOptions(*command, options->common);
  command->footer(
      "Example: aurigraph watch --topics record,review,token\n"
      "Goes on by itself after a lost connection and misses nothing. Records and reviews are shown to who\n"
      "is signed in and works with them (aurigraph login). With --json one object per line. Ctrl-C ends it.");
  command->callback([options, &exitCode] { exitCode = watch(*options); });
}

}  // namespace aurigraph::cli
