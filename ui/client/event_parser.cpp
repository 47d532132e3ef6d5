#include "ui/client/event_parser.h"

#include <cstring>
#include <string_view>

namespace aurigraph::ui {

void EventParser::feed(const QByteArray& text, const std::function<void(RawEvent&&)>& onEvent) {
  pending_ += text;
  qsizetype at = 0;
  const char* const begin = pending_.constData();
  while (at < pending_.size()) {
    const auto* end = static_cast<const char*>(
        std::memchr(begin + at, '\n', static_cast<std::size_t>(pending_.size() - at)));
    if (end == nullptr) break;
    std::string_view line(begin + at, static_cast<std::size_t>(end - (begin + at)));
    at = end - begin + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      if (!current_.data.isEmpty()) onEvent(std::move(current_));
      current_ = {};
      continue;
    }
    const auto colon = line.find(':');
    if (colon == 0) continue;  // A comment keeps the connection alive.
    const auto name = line.substr(0, colon);
    auto value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    if (value.starts_with(' ')) value.remove_prefix(1);
    const QByteArray bytes(value.data(), static_cast<qsizetype>(value.size()));
    if (name == "event")
      current_.topic = bytes;
    else if (name == "id")
      current_.id = bytes;
    else if (name == "data")
      current_.data += current_.data.isEmpty() ? bytes : '\n' + bytes;
  }
  pending_.remove(0, at);
  if (pending_.size() > kMaxPendingBytes) pending_.clear();
}

}  // namespace aurigraph::ui
