#include "nodes/cluster/process_driver.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

#include "nodes/cluster/last_word.h"

extern char** environ;

namespace aurigraph::cluster {
namespace {

constexpr std::chrono::milliseconds kReapPause{10};

void closeBoth(const std::array<int, 2>& ends) {
  for (const int end : ends)
    if (end >= 0) ::close(end);
}

/// What is kept of a child's words. It has two to say; more than this is nonsense, and the rest waits unread.
constexpr std::size_t kMostSaid = 64UL << 10U;

/// What a child's end means to a person.
Error endOf(int status, std::string_view said) {
  if (auto word = parseLastWord(said); word && !WIFSIGNALED(status)) return *word;
  const std::string how = WIFSIGNALED(status) ? "by signal " + std::to_string(WTERMSIG(status))
                                              : "with exit code " + std::to_string(WEXITSTATUS(status));
  return Error{"host.process_ended", "The node's process ended " + how + ".",
               "Read node.log in the node's folder; it is started again."};
}

}  // namespace

ProcessDriver::ProcessDriver(std::filesystem::path daemon, FolderLayout layout)
    : daemon_(std::move(daemon)), layout_(std::move(layout)) {}

ProcessDriver::~ProcessDriver() {
  for (auto& [node, child] : children_)  // all at once, then wait for each
    if (child.pid != 0) ::kill(child.pid, SIGTERM);
  for (auto& [node, child] : children_) stop(node);
}

std::filesystem::path ProcessDriver::daemonBesideUs() {
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "aurigraphd";
}

Status ProcessDriver::start(const PlannedNode& node) {
  Child& child = children_[node.node];
  reap(child, false);
  if (child.pid != 0) return {};
  const auto folder = layout_.node(node.name);
  const auto cannot = [&](int error) {
    return fail("host.cannot_spawn", "Cannot start " + daemon_.string() + ": " + std::strerror(error) + ".",
                "Check that aurigraphd lies beside this program and may be run.");
  };
  std::array<int, 2> pipe{-1, -1};
  std::array<int, 2> words{-1, -1};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0 || ::pipe2(words.data(), O_CLOEXEC) != 0 ||
      ::fcntl(words[0], F_SETFL, O_NONBLOCK) != 0) {
    const int error = errno;
    closeBoth(pipe);
    closeBoth(words);
    return cannot(error);
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  const std::string log = (folder / "node.log").string();
  posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, words[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  // Signals that this program blocks for itself must reach the child; a Ctrl-C on the terminal is for us
  // alone, the children are then stopped in order.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  std::string program = daemon_.string();
  std::string config = (folder / "node.toml").string();
  std::string option = "--config";
  std::string tied = "--with-parent";
  char* arguments[] = {program.data(), option.data(), config.data(), tied.data(), nullptr};
  pid_t pid = 0;
  const int error = ::posix_spawn(&pid, program.c_str(), &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  ::close(pipe[0]);
  ::close(words[1]);
  if (error != 0) {
    ::close(pipe[1]);
    ::close(words[0]);
    return cannot(error);
  }
  child = Child{pid, pipe[1], words[0], {}, HostedNode{true, false, std::nullopt}};
  return {};
}

void ProcessDriver::letGo(Child& child) {
  if (child.lifeline >= 0) ::close(child.lifeline);
  if (child.words >= 0) ::close(child.words);
  child.lifeline = child.words = -1;
  child.pid = 0;
  child.seen.running = child.seen.listening = false;
}

void ProcessDriver::hear(Child& child) {
  char piece[4'096];
  ssize_t size = 0;
  while (child.said.size() < kMostSaid && (size = ::read(child.words, piece, sizeof piece)) > 0)
    child.said.append(piece, static_cast<std::size_t>(size));
  if (child.said.find(kStartedWord) != child.said.npos) child.seen.listening = true;
}

void ProcessDriver::reap(Child& child, bool wait) {
  if (child.pid == 0) return;
  int status = 0;
  pid_t got = 0;
  do {
    got = ::waitpid(child.pid, &status, wait ? 0 : WNOHANG);
  } while (got < 0 && errno == EINTR);
  hear(child);
  if (got == 0) return;
  child.seen.ended =
      got > 0 ? endOf(status, child.said) : Error{"host.process_ended", "The node's process is gone.", ""};
  letGo(child);
}

void ProcessDriver::stop(NodeId node) {
  Child& child = children_[node];
  reap(child, false);
  if (child.pid == 0) {
    child.seen.ended.reset();
    return;
  }
  ::kill(child.pid, SIGTERM);
  const auto deadline = std::chrono::steady_clock::now() + kStopTimeout;
  while (child.pid != 0 && std::chrono::steady_clock::now() < deadline) {
    reap(child, false);
    if (child.pid != 0) std::this_thread::sleep_for(kReapPause);
  }
  if (child.pid != 0) {
    kill(node);
    return;
  }
  child.seen.ended.reset();
}

void ProcessDriver::kill(NodeId node) {
  Child& child = children_[node];
  if (child.pid != 0) {
    ::kill(child.pid, SIGKILL);
    reap(child, true);
  }
  child.seen.ended.reset();
}

HostedNode ProcessDriver::look(NodeId node) {
  Child& child = children_[node];
  reap(child, false);
  return child.seen;
}

}  // namespace aurigraph::cluster
