#include "app/bench/machine.h"

#include <sys/utsname.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace aurigraph::bench {
namespace {

constexpr const char* kUnknown = "unknown";

std::string cpuModel() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("model name")) continue;
    const auto colon = line.find(": ");
    if (colon != std::string::npos) return line.substr(colon + 2);
  }
  return kUnknown;
}

std::string fileSystemOf(const std::filesystem::path& folder) {
  struct statfs info {};
  if (statfs(folder.c_str(), &info) != 0) return kUnknown;
  // linux/magic.h; the header itself differs between distributions.
  switch (static_cast<std::uint32_t>(info.f_type)) {
    case 0xEF53:
      return "ext4";
    case 0x58465342:
      return "xfs";
    case 0x9123683E:
      return "btrfs";
    case 0x01021994:
      return "tmpfs";
    case 0x794C7630:
      return "overlayfs";
    case 0x2FC12FC1:
      return "zfs";
    default:
      return kUnknown;
  }
}

std::string buildWords() {
#if defined(__clang__)
  std::string words = "clang " __clang_version__;
#else
  std::string words = "gcc " __VERSION__;
#endif
#if defined(__OPTIMIZE__)
  words += ", optimised";
#else
  words += ", not optimised";
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  words += ", with sanitizers";
#endif
  return words;
}

}  // namespace

Machine thisMachine(const std::filesystem::path& dataFolder) {
  Machine out;
  out.cpu = cpuModel();
  out.cores = std::thread::hardware_concurrency();
  out.memoryBytes =
      static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  utsname name{};
  out.kernel = uname(&name) == 0 ? std::string(name.sysname) + " " + name.release : kUnknown;
  out.fileSystem = fileSystemOf(dataFolder);
  getloadavg(&out.load, 1);
  out.build = buildWords();
  return out;
}

boost::json::object toJson(const Machine& machine) {
  return {{"cpu", machine.cpu},       {"cores", machine.cores},
          {"kernel", machine.kernel}, {"memory_bytes", machine.memoryBytes},
          {"load_1m", machine.load},  {"file_system", machine.fileSystem},
          {"build", machine.build}};
}

std::string inWords(const Machine& machine) {
  char numbers[96];
  std::snprintf(numbers, sizeof(numbers), "%u cores, %.0f GiB, load %.2f", machine.cores,
                static_cast<double>(machine.memoryBytes) / (1024.0 * 1024 * 1024), machine.load);
  return machine.cpu + ", " + numbers + ", " + machine.kernel + ", data on " + machine.fileSystem + ", " +
         machine.build;
}

}  // namespace aurigraph::bench
