#include "app/bench/etcd_peer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

#include "app/bench/grpc_connection.h"
#include "core/base/assert.h"

namespace aurigraph::bench {
namespace {

namespace fs = std::filesystem;

constexpr const char* kProgram = "/usr/bin/etcd";
constexpr std::size_t kMembers = 3;
constexpr std::chrono::seconds kStartTimeout{20};
constexpr std::chrono::seconds kStopTimeout{5};
constexpr std::chrono::milliseconds kAskAgain{50};
constexpr std::uint32_t kKeysPerClient = 1'000;

tl::unexpected<Error> failed(const std::string& what) {
  return fail("bench.peer_failed", "etcd " + what + ".", "Run `etcd` by hand to see why, or remove it.");
}

/// A port that was free a moment ago.
std::uint16_t freePort() {
  const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  std::uint16_t port = 0;
  if (::bind(handle, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
      ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size) == 0)
    port = ntohs(address.sin_port);
  ::close(handle);
  return port;
}

std::string urlOf(std::uint16_t port) {
  return "http://127.0.0.1:" + std::to_string(port);
}

struct Member {
  std::uint16_t clientPort = freePort();
  std::uint16_t peerPort = freePort();
  pid_t process = -1;
};

pid_t spawn(std::vector<std::string> arguments, const fs::path& log) {
  std::vector<char*> raw;
  raw.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) raw.push_back(argument.data());
  raw.push_back(nullptr);
  const std::string output = log.string();
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child != 0) return child;
  // Between fork and exec: system calls only.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  const int file = ::open(output.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
  ::dup2(file, STDOUT_FILENO);
  ::dup2(file, STDERR_FILENO);
  ::execv(kProgram, raw.data());
  ::_exit(127);
}

/// One call on a connection of its own; nullopt: it could not be made or failed.
std::optional<Bytes> callOnce(std::uint16_t port, std::string_view path) {
  const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval timeout{2, 0};
  ::setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof(timeout));
  std::optional<Bytes> answer;
  if (::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
    GrpcConnection connection;
    Bytes out;
    GrpcConnection::greet(out);
    connection.call(path, {}, out);
    while (!answer) {
      if (!out.empty() && ::send(handle, out.data(), out.size(), MSG_NOSIGNAL) < 0) break;
      out.clear();
      std::uint8_t space[4'096];
      const ssize_t size = ::recv(handle, space, sizeof(space), 0);
      if (size <= 0) break;
      auto got = connection.received({space, static_cast<std::size_t>(size)}, out);
      if (!got) break;
      answer = std::move(*got);
    }
  }
  ::close(handle);
  return answer;
}

/// etcdserverpb.KV/Put of one client.
class PutProtocol final : public ClientProtocol {
 public:
  explicit PutProtocol(std::size_t valueBytes, std::uint32_t client)
      : value_(valueBytes, 0x61), client_(client) {}
  void greet(Bytes& out) override { GrpcConnection::greet(out); }
  void request(Bytes& out) override {
    const std::uint32_t key[2] = {client_, next_++ % kKeysPerClient};
    Bytes message;
    putField(message, 1, {reinterpret_cast<const std::uint8_t*>(key), sizeof(key)});
    putField(message, 2, value_);
    connection_.call("/etcdserverpb.KV/Put", message, out);
  }
  Result<std::size_t> received(ByteView bytes, Bytes& out) override {
    const auto answer = connection_.received(bytes, out);
    if (!answer) return propagate(answer);
    return *answer ? std::size_t{1} : std::size_t{0};
  }

 private:
  GrpcConnection connection_;
  Bytes value_;
  std::uint32_t client_;
  std::uint32_t next_ = 0;
};

}  // namespace

struct EtcdPeer::State {
  std::vector<Member> members{kMembers};
  std::string version;
  std::uint32_t clients = 0;

  ~State() {
    for (const Member& member : members)
      if (member.process > 0) ::kill(member.process, SIGTERM);
    const auto until = std::chrono::steady_clock::now() + kStopTimeout;
    for (const Member& member : members) {
      if (member.process <= 0) continue;
      while (::waitpid(member.process, nullptr, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > until) ::kill(member.process, SIGKILL);
        std::this_thread::sleep_for(kAskAgain);
      }
    }
  }

  void start(const fs::path& folder) {
    fs::create_directories(folder);
    std::string all;
    for (std::size_t at = 0; at < members.size(); ++at)
      all += (at == 0 ? "m" : ",m") + std::to_string(at) + "=" + urlOf(members[at].peerPort);
    for (std::size_t at = 0; at < members.size(); ++at) {
      Member& member = members[at];
      const std::string name = "m" + std::to_string(at);
      member.process =
          spawn({kProgram, "--name", name, "--data-dir", (folder / name).string(), "--listen-client-urls",
                 urlOf(member.clientPort), "--advertise-client-urls", urlOf(member.clientPort),
                 "--listen-peer-urls", urlOf(member.peerPort), "--initial-advertise-peer-urls",
                 urlOf(member.peerPort), "--initial-cluster", all, "--initial-cluster-state", "new"},
                folder / (name + ".log"));
    }
  }

  Result<std::uint16_t> leader() {
    const auto until = std::chrono::steady_clock::now() + kStartTimeout;
    while (std::chrono::steady_clock::now() < until) {
      for (Member& member : members) {
        if (::waitpid(member.process, nullptr, WNOHANG) != 0) {
          member.process = -1;
          return failed("ended by itself");
        }
        const auto answer = callOnce(member.clientPort, "/etcdserverpb.Maintenance/Status");
        if (!answer) continue;
        const auto header = bytesField(*answer, 1);
        const auto leads = varintField(*answer, 4);
        if (const auto said = bytesField(*answer, 2)) version.assign(said->begin(), said->end());
        if (header && leads && varintField(*header, 2) == leads) return member.clientPort;
      }
      std::this_thread::sleep_for(kAskAgain);
    }
    return failed("elected no leader in 20 s");
  }
};

EtcdPeer::EtcdPeer(std::unique_ptr<State> state) : state_(std::move(state)) {}
EtcdPeer::~EtcdPeer() = default;

bool EtcdPeer::isInstalled() {
  return ::access(kProgram, X_OK) == 0;
}

Result<std::unique_ptr<EtcdPeer>> EtcdPeer::start(const fs::path& folder) {
  auto state = std::make_unique<State>();
  state->start(folder);
  if (auto leader = state->leader(); !leader) return propagate(leader);
  return std::unique_ptr<EtcdPeer>(new EtcdPeer(std::move(state)));
}

Result<std::uint16_t> EtcdPeer::leaderPort() {
  return state_->leader();
}

const std::string& EtcdPeer::version() const {
  return state_->version;
}

std::unique_ptr<ClientProtocol> EtcdPeer::client(std::size_t valueBytes) {
  return std::make_unique<PutProtocol>(valueBytes, state_->clients++);
}

std::uint64_t EtcdPeer::cpuNanoseconds() const {
  std::uint64_t ticks = 0;
  for (const Member& member : state_->members) {
    std::ifstream file("/proc/" + std::to_string(member.process) + "/stat");
    std::string line;
    std::getline(file, line);
    // Fields 14 and 15 of proc(5), counted after the name, which is in brackets.
    std::istringstream rest(line.substr(line.rfind(')') + 1));
    std::string skipped;
    for (int field = 3; field < 14; ++field) rest >> skipped;
    std::uint64_t user = 0;
    std::uint64_t system = 0;
    rest >> user >> system;
    ticks += user + system;
  }
  return ticks * 1'000'000'000U / static_cast<std::uint64_t>(sysconf(_SC_CLK_TCK));
}

}  // namespace aurigraph::bench
