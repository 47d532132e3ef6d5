#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace aurigraph::tests {

/// A program started by a test: its stdout is read here, it is stopped by its own id.
class ChildProcess {
 public:
  explicit ChildProcess(std::vector<std::string> command) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      std::vector<char*> arguments;
      for (auto& word : command) arguments.push_back(word.data());
      arguments.push_back(nullptr);
      ::execvp(arguments[0], arguments.data());
      ::_exit(127);
    }
    ::close(ends[1]);
    output_ = ends[0];
  }
  ~ChildProcess() {
    if (pid_ > 0 && !exitCode_) {
      ::kill(pid_, SIGKILL);
      wait();
    }
    ::close(output_);
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  void signal(int number) const { ::kill(pid_, number); }

  /// The next whole line of stdout; empty when none came in time or the program closed it.
  std::string line(std::chrono::seconds timeout) {
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    for (;;) {
      if (const auto end = held_.find('\n'); end != std::string::npos) {
        std::string out = held_.substr(0, end);
        held_.erase(0, end + 1);
        return out;
      }
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
      pollfd wanted{output_, POLLIN, 0};
      if (left.count() <= 0 || ::poll(&wanted, 1, static_cast<int>(left.count())) <= 0) return {};
      char buffer[4'096];
      const auto got = ::read(output_, buffer, sizeof buffer);
      if (got <= 0) return {};
      held_.append(buffer, static_cast<std::size_t>(got));
    }
  }

  /// Everything it still says, until it ends or the timeout does.
  std::string rest(std::chrono::seconds timeout) {
    std::string out;
    for (std::string next = line(timeout); !next.empty(); next = line(timeout)) out += next + "\n";
    return out;
  }

  /// Without waiting.
  bool ended() {
    int status = 0;
    if (!exitCode_ && ::waitpid(pid_, &status, WNOHANG) == pid_) take(status);
    return exitCode_.has_value();
  }

  /// Exit code; 128 + n when signal n ended it.
  int wait() {
    if (exitCode_) return *exitCode_;
    int status = 0;
    ::waitpid(pid_, &status, 0);
    take(status);
    return *exitCode_;
  }

 private:
  void take(int status) { exitCode_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

  pid_t pid_ = -1;
  int output_ = -1;
  std::string held_;
  std::optional<int> exitCode_;
};

}  // namespace aurigraph::tests
