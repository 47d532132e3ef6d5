#include "nodes/log/format.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <type_traits>

#include "core/base/assert.h"
#include "core/base/crc32c.h"

namespace aurigraph::log {
namespace {

constexpr std::string_view kSegmentPrefix = "segment-";
constexpr std::size_t kSegmentDigits = 8;
constexpr std::size_t kCheckedFrom = 8;        // of pages with the checksum at byte 4
constexpr std::size_t kFrameCheckedFrom = 12;  // of frames: headerCrc stands at byte 8

template <class Page>
Bytes encodeChecked(Page page) {
  static_assert(std::is_trivially_copyable_v<Page> && offsetof(Page, crc) == 4);
  Bytes out(kPageBytes, 0);
  std::memcpy(out.data(), &page, sizeof(Page));
  page.crc = crc32c(ByteView(out).subspan(kCheckedFrom));
  std::memcpy(out.data() + offsetof(Page, crc), &page.crc, sizeof(page.crc));
  return out;
}

template <class Page>
std::optional<Page> readChecked(ByteView bytes) {
  if (bytes.size() < kPageBytes) return {};
  Page page;
  std::memcpy(static_cast<void*>(&page), bytes.data(), sizeof(Page));
  if (page.magic != Page::kMagic) return {};
  if (page.crc != crc32c(bytes.first(kPageBytes).subspan(kCheckedFrom))) return {};
  return page;
}

}  // namespace

std::string segmentName(std::uint64_t sequence) {
  char text[32];
  std::snprintf(text, sizeof(text), "segment-%08llu", static_cast<unsigned long long>(sequence));
  return text;
}

std::optional<std::uint64_t> segmentSequence(std::string_view name) {
  if (!name.starts_with(kSegmentPrefix)) return {};
  const std::string_view digits = name.substr(kSegmentPrefix.size());
  std::uint64_t sequence = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), sequence);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.size() < kSegmentDigits)
    return {};
  return segmentName(sequence) == name && sequence != 0 && sequence <= 0x7FFF'FFFF ? std::optional(sequence)
                                                                                   : std::nullopt;
}

Bytes encodePage(SuperBlock super) {
  return encodeChecked(super);
}
Bytes encodePage(Mark mark) {
  return encodeChecked(mark);
}
Bytes encodePage(StatePage state) {
  return encodeChecked(state);
}

Bytes freshState(NodeId node, const Digest& genesis) {
  StatePage page;
  page.node = node;
  page.sequence = 1;
  page.genesis = genesis;
  page.baseHash = genesis;
  Bytes out(kStateBytes, 0);
  std::ranges::copy(encodePage(page),
                    out.begin() + static_cast<std::ptrdiff_t>(page.sequence % 2 * kPageBytes));
  return out;
}

void sealFramePage(std::span<std::uint8_t> page, FrameHeader header) {
  AG_ASSERT(page.size() == kPageBytes);
  header.headerCrc = 0;
  std::memcpy(page.data(), &header, sizeof(header));
  header.headerCrc = crc32c(ByteView(page).subspan(kFrameCheckedFrom));
  std::memcpy(page.data() + offsetof(FrameHeader, headerCrc), &header.headerCrc, sizeof(header.headerCrc));
}

std::optional<SuperBlock> readSuper(ByteView page) {
  const auto super = readChecked<SuperBlock>(page);
  return super && super->format == SuperBlock::kFormat ? super : std::nullopt;
}
std::optional<Mark> readMark(ByteView page) {
  return readChecked<Mark>(page);
}
std::optional<StatePage> readState(ByteView page) {
  return readChecked<StatePage>(page);
}

std::optional<FrameHeader> readFrameHeader(ByteView page) {
  if (page.size() < kPageBytes) return {};
  FrameHeader header;
  std::memcpy(static_cast<void*>(&header), page.data(), sizeof(header));
  if (header.magic != FrameHeader::kMagic || header.format != FrameHeader::kFormat) return {};
  if (header.headerCrc != crc32c(page.first(kPageBytes).subspan(kFrameCheckedFrom))) return {};
  return header;
}

}  // namespace aurigraph::log
