#include "ui/shell/watchdog.h"

namespace aurigraph::ui {
namespace {

constexpr std::chrono::milliseconds kEvery{5};

}  // namespace

UiWatchdog::UiWatchdog(QObject* parent) : QObject(parent), thread_([this] { run(); }) {}

UiWatchdog::~UiWatchdog() {
  ending_ = true;
  thread_.join();
}

void UiWatchdog::reset() {
  longest_ = 0;
  overLimit_ = 0;
  measured_ = 0;
}

void UiWatchdog::run() {
  using Clock = std::chrono::steady_clock;
  while (!ending_) {
    answered_ = false;
    const auto asked = Clock::now();
    QMetaObject::invokeMethod(
        this, [this] { answered_ = true; }, Qt::QueuedConnection);
    while (!answered_ && !ending_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - asked).count();
    if (ending_) return;
    if (excused_.exchange(false)) continue;
    ++measured_;
    if (waited > longest_) longest_ = waited;
    if (waited > kLimit.count()) ++overLimit_;
    std::this_thread::sleep_for(kEvery);
  }
}

}  // namespace aurigraph::ui
