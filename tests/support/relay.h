#pragma once

// A loopback relay between a program and its gateway that loses what a test wants lost. It sees ciphertext
// only: what it holds back is decided by when it comes.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace aurigraph::tests {

class Relay {
 public:
  /// Asked before each piece is passed on, from the relay's threads.
  using Lose = std::function<bool()>;

  explicit Relay(std::uint16_t gateway)
      : gateway_(gateway), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    auto address = loopback(0);
    socklen_t size = sizeof(address);
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
      throw std::runtime_error("no relay");
    port_ = ntohs(address.sin_port);
    threads_.emplace_back([this] { accept(); });
  }
  ~Relay() {
    ended_ = true;
    for (;;) {
      std::vector<std::thread> threads;
      {
        const std::lock_guard lock(mutex_);
        threads.swap(threads_);
      }
      if (threads.empty()) break;
      for (auto& thread : threads) thread.join();
    }
    ::close(listener_);
  }
  Relay(const Relay&) = delete;
  Relay& operator=(const Relay&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  void loseRequests(Lose when) { set(requests_, std::move(when)); }
  void loseAnswers(Lose when) { set(answers_, std::move(when)); }
  /// Pieces that did not arrive.
  [[nodiscard]] std::uint64_t lost() const { return lost_; }

 private:
  static constexpr int kTurnMs = 20;

  static sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(port);
    out.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return out;
  }
  void set(Lose& which, Lose when) {
    const std::lock_guard lock(mutex_);
    which = std::move(when);
  }
  bool loses(const Lose& which) {
    Lose when;
    {
      const std::lock_guard lock(mutex_);
      when = which;
    }
    return when && when();
  }
  void accept() {
    while (!ended_) {
      pollfd wanted{listener_, POLLIN, 0};
      if (::poll(&wanted, 1, kTurnMs) <= 0) continue;
      const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client < 0) continue;
      const std::lock_guard lock(mutex_);
      threads_.emplace_back([this, client] { carry(client); });
    }
  }
  void carry(int client) {
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(gateway_);
    bool good = ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    while (good && !ended_) {
      pollfd ends[2] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
      if (::poll(ends, 2, kTurnMs) <= 0) continue;
      if ((ends[0].revents & (POLLIN | POLLHUP)) != 0) good = pass(client, server, requests_);
      if (good && (ends[1].revents & (POLLIN | POLLHUP)) != 0) good = pass(server, client, answers_);
    }
    ::close(client);
    ::close(server);
  }
  bool pass(int from, int to, const Lose& which) {
    char piece[16 * 1024];
    const auto size = ::recv(from, piece, sizeof(piece), 0);
    if (size <= 0) return false;
    if (loses(which)) {
      ++lost_;
      return true;
    }
    return ::send(to, piece, static_cast<std::size_t>(size), MSG_NOSIGNAL) == size;
  }

  std::uint16_t gateway_;
  int listener_;
  std::uint16_t port_ = 0;
  std::atomic<bool> ended_ = false;
  std::atomic<std::uint64_t> lost_ = 0;
  std::mutex mutex_;
  Lose requests_;
  Lose answers_;
  std::vector<std::thread> threads_;
};

}  // namespace aurigraph::tests
