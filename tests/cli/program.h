#pragma once

// Runs build/…/bin/aurigraph as a user would and takes its exit code and output.

#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace aurigraph::test {

struct Ran {
  int exitCode = -1;
  std::string out;
  std::string err;
};

/// `arguments` go through a shell; stdin is empty. `errorFile`: where stderr is kept for reading.
inline Ran runProgram(const std::string& arguments, const std::filesystem::path& errorFile) {
  const std::string command = "AURIGRAPH_PASSPHRASE='correct horse' '" AURIGRAPH_BINARY_DIR
                              "/bin/aurigraph' " +
                              arguments + " </dev/null 2>'" + errorFile.string() + "'";
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  Ran out;
  char piece[4'096];
  for (std::size_t size = 0; (size = std::fread(piece, 1, sizeof(piece), pipe)) > 0;)
    out.out.append(piece, size);
  const int status = pclose(pipe);
  out.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  std::ostringstream err;
  err << std::ifstream(errorFile).rdbuf();
  out.err = err.str();
  return out;
}

}  // namespace aurigraph::test
