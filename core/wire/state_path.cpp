#include "core/wire/state_path.h"

namespace aurigraph::wire {
namespace {

constexpr std::size_t kMaxPageRows = 16;
constexpr std::size_t kMaxTables = 32;

}  // namespace

void writeDigests(ByteWriter& writer, const std::vector<Digest>& digests) {
  writer.integer(static_cast<std::uint32_t>(digests.size()));
  for (const Digest& digest : digests) writer.fixed(digest);
}

std::vector<Digest> readDigests(ByteReader& reader, std::size_t atMost) {
  const auto count = reader.count(Digest::kSizeBytes);
  if (count > atMost) reader.markBad();
  std::vector<Digest> out;
  for (std::uint32_t at = 0; at < count && reader.ok(); ++at) out.push_back(reader.fixed<Digest>());
  return out;
}

void write(ByteWriter& writer, const StatePath& path) {
  writeDigests(writer, path.pageRowHashes);
  writer.integer(path.pageCount);
  writeDigests(writer, path.pagePath);
  writeDigests(writer, path.tableRoots);
}

StatePath readStatePath(ByteReader& reader) {
  StatePath path;
  path.pageRowHashes = readDigests(reader, kMaxPageRows);
  path.pageCount = reader.integer<std::uint64_t>();
  path.pagePath = readDigests(reader, kMaxProofPath);
  path.tableRoots = readDigests(reader, kMaxTables);
  return path;
}

}  // namespace aurigraph::wire
