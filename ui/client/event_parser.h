#pragma once

#include <QByteArray>
#include <functional>

namespace aurigraph::ui {

/// One server-sent event.
struct RawEvent {
  QByteArray topic;  ///< "block", "metric", "review" …
  QByteArray id;     ///< lane:height:index; empty: none.
  QByteArray data;   ///< JSON.
};

/// Server-sent events out of pieces of text (WHATWG HTML §9.2, what our gateway uses of it). A line that
/// never ends is dropped at kMaxPendingBytes.
class EventParser {
 public:
  static constexpr qsizetype kMaxPendingBytes = 1 << 20;
  void feed(const QByteArray& text, const std::function<void(RawEvent&&)>& onEvent);
  void reset() {
    pending_.clear();
    current_ = {};
  }

 private:
  QByteArray pending_;
  RawEvent current_;
};

}  // namespace aurigraph::ui
