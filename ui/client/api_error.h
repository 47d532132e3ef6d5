#pragma once

#include <QString>

namespace aurigraph::ui {

/// What went wrong, in the gateway's words or in ours. `code` is stable and never translated.
struct ApiError {
  QString code;
  QString message;
  QString remedy;
  int status = 0;  ///< HTTP; 0: nothing was answered.
  int retryAfterSeconds = 0;

  /// The same request may do better in a moment.
  [[nodiscard]] bool passing() const {
    return status == 0 || status == 429 || status == 502 || status == 503 || status == 504;
  }
  [[nodiscard]] bool forbidden() const { return status == 401 || status == 403; }
};

}  // namespace aurigraph::ui
