#pragma once

#include <QList>

#include "ui/client/connection.h"

namespace aurigraph::ui {

/// The clusters this user has connected to, newest first; addresses and certificates, never keys.
class ProfileStore {
 public:
  static constexpr int kMaxProfiles = 20;
  [[nodiscard]] static QList<ClusterProfile> all();
  static void remember(const ClusterProfile& profile);
  static void forget(const ClusterProfile& profile);
};

}  // namespace aurigraph::ui
