// Lays the seeds into libFuzzer's corpus: fuzz_seeds FOLDER
#include <filesystem>
#include <fstream>
#include <iostream>

#include "tests/fuzz/decoders.h"
#include "tests/fuzz/seeds.h"

int main(int count, char** words) {
  using namespace aurigraph;
  if (count != 2) {
    std::cerr << "usage: fuzz_seeds FOLDER\n";
    return 2;
  }
  std::size_t number = 0;
  for (const auto& [name, bytes] : fuzz::seeds()) {
    std::uint8_t decoder = 0;
    while (decoder < fuzz::decoderCount() && fuzz::decoderName(decoder) != name) ++decoder;
    std::ofstream file(std::filesystem::path(words[1]) / ("seed-" + std::to_string(++number)),
                       std::ios::binary);
    file.put(static_cast<char>(decoder)) << asText(bytes);
    if (!file.flush()) {
      std::cerr << "cannot write a seed into " << words[1] << "\n";
      return 1;
    }
  }
}
