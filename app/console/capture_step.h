#pragma once

#include <QString>
#include <functional>

namespace aurigraph::console {

/// One thing that `--capture` does, and the picture it takes once that stands.
struct CaptureStep {
  QString picture;            ///< Empty: none.
  std::function<void()> act;  ///< May be empty.
  std::function<bool()> stands;
  int withinMs = 0;
};

}  // namespace aurigraph::console
