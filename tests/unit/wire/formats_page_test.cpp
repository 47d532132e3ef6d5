// docs/formats.md says what the code does: every offset of its tables is compared.

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <string>

#include "core/wire/batch.h"
#include "core/wire/block.h"
#include "core/wire/seal.h"
#include "core/wire/transfer.h"

namespace aurigraph::wire {
namespace {

/// Offsets by field name of the table under the heading that begins with `title`.
std::map<std::string, std::size_t> tableOf(const std::string& title) {
  std::ifstream file(std::string(AURIGRAPH_SOURCE_DIR) + "/docs/formats.md");
  static const std::regex kRow(R"(^\| (\d+) \| (\w+) \|.*)");
  std::map<std::string, std::size_t> out;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) inside = line.starts_with("## " + title);
    std::smatch match;
    if (inside && std::regex_match(line, match, kRow)) out[match[2]] = std::stoul(match[1]);
  }
  return out;
}

using Offsets = std::map<std::string, std::size_t>;

TEST(FormatsPage, TransferOffsetsAreTheCodes) {
  const Offsets code = {{"debit", offsetof(Transfer, debit)},     {"credit", offsetof(Transfer, credit)},
                        {"amount", offsetof(Transfer, amount)},   {"userData", offsetof(Transfer, userData)},
                        {"pending", offsetof(Transfer, pending)}, {"token", offsetof(Transfer, token)},
                        {"code", offsetof(Transfer, code)},       {"flags", offsetof(Transfer, flags)}};
  EXPECT_EQ(tableOf("Transfer"), code);
}

TEST(FormatsPage, BatchHeaderOffsetsAreTheCodes) {
  const Offsets code = {
      {"magic", offsetof(BatchHeader, magic)},         {"format", offsetof(BatchHeader, format)},
      {"lane", offsetof(BatchHeader, lane)},           {"genesis", offsetof(BatchHeader, genesis)},
      {"author", offsetof(BatchHeader, author)},       {"session", offsetof(BatchHeader, session)},
      {"request", offsetof(BatchHeader, request)},     {"validUntil", offsetof(BatchHeader, validUntil)},
      {"count", offsetof(BatchHeader, count)},         {"kind", offsetof(BatchHeader, kind)},
      {"bodySize", offsetof(BatchHeader, bodySize)},   {"bodyRoot", offsetof(BatchHeader, bodyRoot)},
      {"reserved2", offsetof(BatchHeader, reserved2)}, {"signature", offsetof(BatchHeader, signature)}};
  EXPECT_EQ(tableOf("BatchHeader"), code);
}

TEST(FormatsPage, BlockHeaderOffsetsAreTheCodes) {
  const Offsets code = {
      {"magic", offsetof(BlockHeader, magic)},        {"format", offsetof(BlockHeader, format)},
      {"lane", offsetof(BlockHeader, lane)},          {"genesis", offsetof(BlockHeader, genesis)},
      {"height", offsetof(BlockHeader, height)},      {"term", offsetof(BlockHeader, term)},
      {"voterSet", offsetof(BlockHeader, voterSet)},  {"previous", offsetof(BlockHeader, previous)},
      {"time", offsetof(BlockHeader, time)},          {"controlHeight", offsetof(BlockHeader, controlHeight)},
      {"protocol", offsetof(BlockHeader, protocol)},  {"batchCount", offsetof(BlockHeader, batchCount)},
      {"kind", offsetof(BlockHeader, kind)},          {"batchesRoot", offsetof(BlockHeader, batchesRoot)},
      {"reserved1", offsetof(BlockHeader, reserved1)}};
  EXPECT_EQ(tableOf("BlockHeader"), code);
}

TEST(FormatsPage, SealStatementHasTheSizeItSays) {
  EXPECT_EQ(encode(SealStatement{}).size(), SealStatement::kEncodedBytes);
}

}  // namespace
}  // namespace aurigraph::wire
