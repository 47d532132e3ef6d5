#include "tests/chaos/final_log.h"

#include <fstream>
#include <iterator>

#include "tests/unit/log/machine.h"

namespace aurigraph::chaos {

namespace memory = log::testing;

Result<std::vector<wire::Block>> readLog(const std::filesystem::path& dataFolder, NodeId node,
                                         const Digest& genesis) {
  memory::MemoryDisk disk;
  for (const auto& entry : std::filesystem::directory_iterator(dataFolder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    Bytes content{std::istreambuf_iterator<char>(in), {}};
    disk.files[entry.path().filename().string()] = {content, content, {}};
  }
  memory::FixedEnvironment environment;
  log::LogOptions options;
  options.node = node;
  options.genesis = genesis;
  memory::Machine machine(disk, environment, options);
  machine.log.open(machine.out);
  machine.run();
  std::vector<wire::Block> out;
  while (!machine.failed && Height(out.size()) < machine.log.last()) {
    machine.log.read(Height(out.size() + 1), {.bytes = std::size_t{1} << 20, .blocks = 256},
                     runtime::Token(1), machine.out);
    machine.run();
    if (machine.failed) break;
    for (auto& block : machine.reads.back().blocks) out.push_back(std::move(block));
  }
  if (machine.failed) return tl::unexpected<Error>(*machine.failed);
  return out;
}

}  // namespace aurigraph::chaos
