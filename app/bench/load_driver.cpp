#include "app/bench/load_driver.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <deque>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "app/bench/pace.h"
#include "nodes/runtime/clocks.h"

namespace aurigraph::bench {
namespace {

constexpr std::uint64_t kTimeout = 10'000'000'000;
constexpr std::size_t kEventsAtOnce = 64;

/// A file descriptor of ours.
class Descriptor {
 public:
  explicit Descriptor(int value = -1) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

struct Client {
  Descriptor socket;
  std::unique_ptr<ClientProtocol> protocol;
  Bytes out;
  std::uint64_t begunAt = 0;  ///< Or meant to begin; 0: idle.
};

tl::unexpected<Error> unreachable(const char* what) {
  return fail("bench.unreachable",
              std::string("The server under test cannot be reached: ") + what + ": " +
                  std::generic_category().message(errno) + ".",
              "Run it again; if it stays, look at the server's own output.");
}

class Driver {
 public:
  Driver(const LoadPlan& plan, const std::function<std::unique_ptr<ClientProtocol>()>& makeProtocol)
      : plan_(plan), make_(makeProtocol), poll_(::epoll_create1(EPOLL_CLOEXEC)) {}

  Result<Load> run() {
    for (std::size_t at = 0; at < plan_.clients; ++at)
      if (auto status = connect(at); !status) return propagate(status);
    const std::uint64_t cpuBefore = runtime::threadCpuNanoseconds();
    countFrom_ = runtime::steadyNanoseconds() + plan_.warmUpNanoseconds;
    countTo_ = countFrom_ + plan_.nanoseconds;
    if (plan_.perSecond) pace_.emplace(countFrom_ - plan_.warmUpNanoseconds, *plan_.perSecond);
    lastAnswer_ = runtime::steadyNanoseconds();
    for (std::size_t at = 0; at < clients_.size(); ++at) idle_.push_back(at);
    for (;;) {
      const std::uint64_t now = runtime::steadyNanoseconds();
      if (now < countTo_) {
        if (auto status = startDue(now); !status) return propagate(status);
      } else if (idle_.size() == clients_.size()) {
        break;  // all that was begun is answered
      }
      if (auto status = waitAndTake(now); !status) return propagate(status);
    }
    load_.driverCpuNanoseconds = runtime::threadCpuNanoseconds() - cpuBefore;
    load_.perSecond = static_cast<double>(load_.answered) * 1e9 / static_cast<double>(plan_.nanoseconds);
    return std::move(load_);
  }

 private:
  Status connect(std::size_t at) {
    Client client;
    client.socket = Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(plan_.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int handle = client.socket.get();
    if (::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
      return unreachable("connect");
    const int on = 1;
    ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = at;
    if (::epoll_ctl(poll_.get(), EPOLL_CTL_ADD, handle, &event) != 0) return unreachable("epoll");
    client.protocol = make_();
    client.protocol->greet(client.out);
    clients_.push_back(std::move(client));
    return {};
  }

  Status startDue(std::uint64_t now) {
    const std::uint64_t due = pace_ ? pace_->dueBy(now) : ~std::uint64_t{0};
    while (started_ < due && !idle_.empty()) {
      const std::size_t at = idle_.front();
      idle_.pop_front();
      Client& client = clients_[at];
      client.begunAt = pace_ ? pace_->intended(started_) : now;
      ++started_;
      client.protocol->request(client.out);
      if (auto status = flush(client); !status) return status;
    }
    return {};
  }

  Status waitAndTake(std::uint64_t now) {
    std::uint64_t until = now < countTo_ ? countTo_ : now + kTimeout;
    if (pace_ && now < countTo_ && !idle_.empty()) until = std::min(until, pace_->intended(started_));
    const std::uint64_t wait = until > now ? until - now : 0;
    const timespec timeout{static_cast<time_t>(wait / 1'000'000'000U),
                           static_cast<long>(wait % 1'000'000'000U)};
    epoll_event events[kEventsAtOnce];
    const int count = ::epoll_pwait2(poll_.get(), events, kEventsAtOnce, &timeout, nullptr);
    if (count < 0 && errno != EINTR) return unreachable("epoll");
    for (int at = 0; at < count; ++at)
      if (auto status = take(events[at].data.u64); !status) return status;
    if (runtime::steadyNanoseconds() - lastAnswer_ > kTimeout && idle_.size() < clients_.size())
      return fail("bench.no_answer", "The server under test gave no answer for ten seconds.",
                  "Look at the server's own output.");
    return {};
  }

  Status take(std::size_t at) {
    Client& client = clients_[at];
    std::uint8_t space[16 * 1024];
    const ssize_t size = ::recv(client.socket.get(), space, sizeof(space), 0);
    if (size <= 0) return unreachable("receive");
    auto answers = client.protocol->received({space, static_cast<std::size_t>(size)}, client.out);
    if (!answers) return propagate(answers);
    if (*answers > 0) {
      const std::uint64_t now = lastAnswer_ = runtime::steadyNanoseconds();
      ++load_.completed;
      if (now >= countFrom_ && now < countTo_) {
        ++load_.answered;
        load_.latencies.record(now > client.begunAt ? now - client.begunAt : 0);
      }
      client.begunAt = 0;
      // A client without a pace goes on at once; its next request leaves with what must be said.
      if (!pace_ && now < countTo_) {
        client.begunAt = now;
        ++started_;
        client.protocol->request(client.out);
      } else {
        idle_.push_back(at);
      }
    }
    return flush(client);
  }

  static Status flush(Client& client) {
    std::size_t at = 0;
    while (at < client.out.size()) {
      const ssize_t sent =
          ::send(client.socket.get(), client.out.data() + at, client.out.size() - at, MSG_NOSIGNAL);
      if (sent <= 0) return unreachable("send");
      at += static_cast<std::size_t>(sent);
    }
    client.out.clear();
    return {};
  }

  const LoadPlan& plan_;
  const std::function<std::unique_ptr<ClientProtocol>()>& make_;
  Descriptor poll_;
  std::vector<Client> clients_;
  std::deque<std::size_t> idle_;
  std::optional<OpenLoop> pace_;
  std::uint64_t started_ = 0;
  std::uint64_t countFrom_ = 0;
  std::uint64_t countTo_ = 0;
  std::uint64_t lastAnswer_ = 0;
  Load load_;
};

}  // namespace

Result<Load> drive(const LoadPlan& plan,
                   const std::function<std::unique_ptr<ClientProtocol>()>& makeProtocol) {
  return Driver(plan, makeProtocol).run();
}

}  // namespace aurigraph::bench
