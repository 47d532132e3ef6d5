// libFuzzer's entry; built by tests/fuzz/run with clang.
#include "tests/fuzz/decoders.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  aurigraph::fuzz::decodeOne({data, size});
  return 0;
}
