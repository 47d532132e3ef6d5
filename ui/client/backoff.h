#pragma once

#include <QRandomGenerator>
#include <algorithm>

namespace aurigraph::ui {

/// 0.5, 1, 2 … 10 s, a quarter of it by chance, so that many windows do not come back at once.
class Backoff {
 public:
  static constexpr int kFirstMs = 500;
  static constexpr int kLongestMs = 10'000;

  int nextMs() {
    const int base = next_;
    next_ = std::min(next_ * 2, kLongestMs);
    return base - base / 8 + QRandomGenerator::global()->bounded(base / 4 + 1);
  }
  void reset() { next_ = kFirstMs; }

 private:
  int next_ = kFirstMs;
};

}  // namespace aurigraph::ui
