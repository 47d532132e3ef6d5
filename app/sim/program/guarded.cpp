#include "app/sim/program/guarded.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/assert.h"

namespace aurigraph::sim {
namespace {

using Clock = std::chrono::steady_clock;

// A report as lines of text: numbers, then three texts that may be empty, then one line per node.
std::string encode(const RunReport& report) {
  std::ostringstream out;
  out << report.seed << ' ' << report.strikes << ' ' << report.traceHash << ' ' << report.events << ' '
      << report.virtualTime << ' ' << report.answered << ' ' << report.transfers << ' ' << report.refused
      << ' ' << report.blocks << ' ' << report.elections;
  for (const std::uint64_t hits : report.hits) out << ' ' << hits;
  out << '\n' << report.cluster << '\n' << report.violation.value_or("") << '\n';
  for (const std::string& node : report.nodes) out << node << '\n';
  out << "end\n";
  return out.str();
}

std::optional<RunReport> decode(const std::string& text) {
  if (!text.ends_with("\nend\n")) return {};
  std::istringstream in(text);
  RunReport out;
  in >> out.seed >> out.strikes >> out.traceHash >> out.events >> out.virtualTime >> out.answered >>
      out.transfers >> out.refused >> out.blocks >> out.elections;
  for (std::uint64_t& hits : out.hits) in >> hits;
  std::string line;
  std::getline(in, line);
  std::getline(in, out.cluster);
  std::getline(in, line);
  if (!line.empty()) out.violation = line;
  while (std::getline(in, line) && line != "end") out.nodes.push_back(line);
  return out;
}

struct Child {
  std::uint64_t seed = 0;
  pid_t pid = 0;
  int report = -1;
  int words = -1;  ///< Its standard error: what an assertion said.
  std::string text;
  std::string said;
  Clock::time_point deadline;
};

void writeAll(int to, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t written = ::write(to, text.data() + at, text.size() - at);
    if (written <= 0) return;
    at += static_cast<std::size_t>(written);
  }
}

Child begin(std::uint64_t seed, const Guarded::Run& run, std::chrono::seconds timeout) {
  int report[2];
  int words[2];
  AG_ASSERT(::pipe(report) == 0 && ::pipe(words) == 0);
  std::fflush(nullptr);
  Child child{seed, ::fork(), report[0], words[0], {}, {}, Clock::now() + timeout};
  AG_ASSERT(child.pid >= 0);
  if (child.pid == 0) {
    ::dup2(words[1], STDERR_FILENO);
    ::close(report[0]);
    ::close(words[0]);
    writeAll(report[1], encode(run(seed)));
    ::_exit(0);
  }
  ::close(report[1]);
  ::close(words[1]);
  return child;
}

/// False: closed.
bool readSome(int from, std::string& into) {
  char buffer[4096];
  const ssize_t got = ::read(from, buffer, sizeof(buffer));
  if (got > 0) into.append(buffer, static_cast<std::size_t>(got));
  return got > 0;
}

RunReport finish(Child& child, bool late) {
  if (late) ::kill(child.pid, SIGKILL);
  while (readSome(child.words, child.said)) {
  }
  ::close(child.report);
  ::close(child.words);
  ::waitpid(child.pid, nullptr, 0);
  if (auto whole = decode(child.text)) return *whole;
  RunReport report;
  report.seed = child.seed;
  while (!child.said.empty() && child.said.back() == '\n') child.said.pop_back();
  const auto lastLine = child.said.substr(child.said.rfind('\n') + 1);
  report.violation = late ? "the run did not end" : lastLine.empty() ? "the run's process died" : lastLine;
  return report;
}

}  // namespace

void Guarded::each(std::uint64_t first, std::uint64_t count, const Run& run, const Hear& hear) const {
  std::vector<Child> running;
  std::uint64_t next = first;
  bool more = true;
  while (true) {
    while (more && running.size() < jobs_ && next - first < count)
      running.push_back(begin(next++, run, timeout_));
    if (running.empty()) return;
    std::vector<pollfd> polled;
    polled.reserve(running.size());
    for (const Child& child : running) polled.push_back({child.report, POLLIN, 0});
    (void)::poll(polled.data(), polled.size(), 500);
    for (std::size_t at = running.size(); at-- > 0;) {
      Child& child = running[at];
      const bool late = Clock::now() > child.deadline;
      if (!late && polled[at].revents == 0) continue;
      if (!late && readSome(child.report, child.text)) continue;
      more = hear(finish(child, late)) && more;
      running.erase(running.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }
}

RunReport Guarded::one(std::uint64_t seed, const Run& run) const {
  RunReport out;
  each(seed, 1, run, [&](const RunReport& report) {
    out = report;
    return false;
  });
  return out;
}

}  // namespace aurigraph::sim
