#include "tests/chaos/fleet.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

#include "nodes/files/files.h"

namespace aurigraph::chaos {
namespace {

constexpr std::chrono::seconds kStopTimeout{20};
constexpr std::chrono::milliseconds kStatusTimeout{2'000};

template <class T>
T valueOf(Result<T> result) {
  if (!result) throw std::runtime_error(std::string(result.error().code) + ": " + result.error().message);
  return std::move(*result);
}

cluster::ClusterConfig configOf(std::filesystem::path root) {
  cluster::ClusterConfig config;
  config.name = "chaos";
  config.folder = std::move(root);
  config.hosts = cluster::HostKind::kProcess;
  config.slim = 0;
  config.providers = false;
  // Below what the system gives out by itself, and apart from the integration tests.
  const auto base = static_cast<std::uint16_t>(14'000 + ::getpid() % 40 * 25);
  config.ports.validators = base;
  config.ports.business = static_cast<std::uint16_t>(base + 9);
  config.ports.slim = static_cast<std::uint16_t>(base + 19);
  config.ports.gateway = static_cast<std::uint16_t>(base + 23);
  config.ports.step = 1;
  return config;
}

std::uint64_t numberIn(const boost::json::value& object, const char* name) {
  const auto* found = object.as_object().if_contains(name);
  return found == nullptr ? 0 : found->to_number<std::uint64_t>();
}

}  // namespace

Fleet::Fleet(std::filesystem::path root, const cluster::GenesisExtras& genesis)
    : config_(configOf(std::move(root))), plan_(valueOf(planCluster(config_, cluster::machinePorts()))) {
  std::filesystem::remove_all(config_.folder);
  const auto now =
      Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
  folder_ = valueOf(openFolder(config_, plan_, genesis, now));
  authorityPem_ = valueOf(files::readFile(folder_.layout.authority()));
  for (const auto& node : plan_.nodes) {
    processes_[node.node];
    watchers_[node.node] = client(node.apiPort, kStatusTimeout);
  }
}

Fleet::~Fleet() {
  for (auto& [node, process] : processes_)
    if (process.pid != 0) ::kill(process.pid, SIGKILL);
  for (auto& [node, process] : processes_) reap(process, true);
}

void Fleet::start(NodeId node) {
  Process& process = processes_.at(node);
  reap(process, false);
  if (process.pid != 0) return;
  const auto home = folder_.layout.node(plan_.find(node)->name);
  const std::string program = (std::filesystem::path(AURIGRAPH_BINARY_DIR) / "bin" / "aurigraphd").string();
  const std::string config = (home / "node.toml").string();
  const std::string log = (home / "node.log").string();
  const char* const arguments[] = {program.c_str(), "--config", config.c_str(), nullptr};
  const pid_t pid = ::fork();
  if (pid == 0) {
    // Also while stopped: a test that falls over leaves nothing behind.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::setpgid(0, 0);
    const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (file >= 0) {
      ::dup2(file, STDOUT_FILENO);
      ::dup2(file, STDERR_FILENO);
    }
    ::execv(program.c_str(), const_cast<char* const*>(arguments));
    ::_exit(127);
  }
  if (pid < 0) throw std::runtime_error("cannot fork");
  process = Process{pid, false, std::nullopt};
}

void Fleet::startAll() {
  for (const auto& node : plan_.nodes) start(node.node);
}

void Fleet::kill(NodeId node) {
  Process& process = processes_.at(node);
  reap(process, false);
  if (process.pid == 0) return;
  ::kill(process.pid, SIGKILL);
  reap(process, true);
  process.ended.reset();
}

void Fleet::pause(NodeId node) {
  Process& process = processes_.at(node);
  if (process.pid == 0) return;
  ::kill(process.pid, SIGSTOP);
  process.paused = true;
}

void Fleet::resume(NodeId node) {
  Process& process = processes_.at(node);
  if (process.pid == 0 || !process.paused) return;
  ::kill(process.pid, SIGCONT);
  process.paused = false;
}

std::optional<int> Fleet::stop(NodeId node) {
  resume(node);
  Process& process = processes_.at(node);
  reap(process, false);
  if (process.pid == 0) return std::nullopt;
  ::kill(process.pid, SIGTERM);
  const bool over = eventually(
      [&] {
        reap(process, false);
        return process.pid == 0;
      },
      kStopTimeout);
  if (!over) return std::nullopt;
  return std::exchange(process.ended, std::nullopt);
}

bool Fleet::runs(NodeId node) {
  Process& process = processes_.at(node);
  reap(process, false);
  return process.pid != 0;
}

std::vector<std::pair<NodeId, int>> Fleet::endedByThemselves() {
  std::vector<std::pair<NodeId, int>> out;
  for (auto& [node, process] : processes_) {
    reap(process, false);
    if (process.ended) out.emplace_back(node, *std::exchange(process.ended, std::nullopt));
  }
  return out;
}

void Fleet::reap(Process& process, bool wait) {
  if (process.pid == 0) return;
  int status = 0;
  pid_t got = 0;
  do {
    got = ::waitpid(process.pid, &status, wait ? 0 : WNOHANG);
  } while (got < 0 && errno == EINTR);
  if (got == 0) return;
  process = Process{0, false, WIFSIGNALED(status) ? 256 + WTERMSIG(status) : WEXITSTATUS(status)};
}

std::filesystem::path Fleet::dataOf(NodeId node) const {
  return folder_.layout.node(plan_.find(node)->name) / "data";
}

std::string Fleet::logOf(NodeId node) const {
  return files::readFile(folder_.layout.node(plan_.find(node)->name) / "node.log").value_or("");
}

std::unique_ptr<client::ApiClient> Fleet::client(std::uint16_t port,
                                                 std::chrono::milliseconds timeout) const {
  client::ClientOptions options;
  options.port = port;
  options.trustedPem = authorityPem_;
  options.timeout = timeout;
  return valueOf(client::ApiClient::create(std::move(options)));
}

crypto::SigningKey Fleet::person(std::string_view name) const {
  return valueOf(cluster::openPerson(folder_.layout, name));
}

bool Fleet::healthy(NodeId node) {
  const auto health = watchers_.at(node)->health();
  return health && health->at("status").as_string() == "UP";
}

bool Fleet::waitHealthy() {
  for (const auto& node : plan_.nodes)
    if (runs(node.node) && !eventually([&] { return healthy(node.node); })) return false;
  return true;
}

std::optional<NodeStatus> Fleet::status(NodeId node) {
  const auto answer = watchers_.at(node)->get("/consensus/status");
  if (!answer) return std::nullopt;
  return NodeStatus{numberIn(*answer, "leader"),     numberIn(*answer, "applied"),
                    numberIn(*answer, "committed"),  numberIn(*answer, "certified"),
                    numberIn(*answer, "checkpoint"), std::string(answer->at("state_root").as_string())};
}

}  // namespace aurigraph::chaos
