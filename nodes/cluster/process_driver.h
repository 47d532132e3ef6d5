#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>

#include "nodes/cluster/cluster_folder.h"
#include "nodes/cluster/host_driver.h"

namespace aurigraph::cluster {

/// Each node a child process `aurigraphd --config …/node.toml --with-parent`. A child ends itself when
/// this process is gone, however it went: it holds the reading end of a pipe as standard input. Its log
/// goes to `node.log` in its folder. That it has its ports, and why it refuses to go on, it says on its
/// standard output, in the words of docs/formats/cluster.md; a child that ends without a last word has
/// crashed.
class ProcessDriver final : public HostDriver {
 public:
  /// What a graceful stop gets before the child is killed.
  static constexpr std::chrono::seconds kStopTimeout{15};

  ProcessDriver(std::filesystem::path daemon, FolderLayout layout);
  ~ProcessDriver() override;

  /// Errors: host.cannot_spawn.
  Status start(const PlannedNode& node) override;
  void stop(NodeId node) override;
  void kill(NodeId node) override;
  HostedNode look(NodeId node) override;

  /// `aurigraphd` beside the running program.
  static std::filesystem::path daemonBesideUs();

 private:
  struct Child {
    pid_t pid = 0;  ///< 0: none.
    int lifeline = -1;
    int words = -1;    ///< What it says on its standard output.
    std::string said;  ///< And has said so far.
    HostedNode seen;
  };
  void reap(Child& child, bool wait);
  static void hear(Child& child);
  void letGo(Child& child);

  std::filesystem::path daemon_;
  FolderLayout layout_;
  std::map<NodeId, Child> children_;
};

}  // namespace aurigraph::cluster
