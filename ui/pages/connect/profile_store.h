#pragma once

#include <QList>

#include "ui/client/session.h"

namespace aurigraph::ui {

/// The clusters this user has connected to, newest first; addresses and certificates, never keys.
class ProfileStore {
 public:
  static constexpr int kMaxProfiles = 20;
  [[nodiscard]] static QList<Connection> all();
  static void remember(const Connection& connection);
  static void forget(const Connection& connection);
};

}  // namespace aurigraph::ui
