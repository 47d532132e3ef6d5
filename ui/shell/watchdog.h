#pragma once

#include <QObject>
#include <atomic>
#include <chrono>
#include <thread>

namespace aurigraph::ui {

/// Measures for how long the UI thread does not come round: a thread of its own asks every few milliseconds
/// and waits for the answer. For tests and `--capture`; costs nothing when not made.
class UiWatchdog : public QObject {
  Q_OBJECT
 public:
  explicit UiWatchdog(QObject* parent = nullptr);
  ~UiWatchdog() override;

  /// The longest wait since the start or the last reset().
  [[nodiscard]] std::chrono::milliseconds longest() const {
    return std::chrono::milliseconds(longest_.load());
  }
  /// Waits longer than 50 ms since then.
  [[nodiscard]] int overLimit() const { return overLimit_.load(); }
  /// How often it asked since then.
  [[nodiscard]] int measured() const { return measured_.load(); }
  void reset();
  /// The wait that this moment is part of does not count: whoever measures did something long itself.
  void excuse() { excused_ = true; }
  static constexpr std::chrono::milliseconds kLimit{50};

 private:
  void run();
  std::atomic<long> longest_{0};
  std::atomic<int> overLimit_{0};
  std::atomic<int> measured_{0};
  std::atomic<bool> ending_{false};
  std::atomic<bool> answered_{true};
  std::atomic<bool> excused_{false};
  std::thread thread_;
};

}  // namespace aurigraph::ui
