#pragma once

#include "tests/ui/overview/busy_cluster.h"
#include "tests/ui/review/review_fixture.h"

namespace aurigraph::ui::test {

/// One gateway that answers whatever any page asks: the recordings of the pages' own tests, at one moment.
class WholeCluster : public BusyCluster {
 public:
  WholeCluster();

  /// The recorded genesis is known, as a careful person would have it.
  [[nodiscard]] ClusterProfile wholeProfile(ClusterProfile::Mode mode = ClusterProfile::Mode::kRemote) const;
  /// Whoever signs in from now on.
  void answerIdentity(const QString& name, const QStringList& roles, const QStringList& permissions);
  void answerStatus(const QJsonObject& changes = {});

  HandTime time;
  std::unique_ptr<ReviewLedger> reviews;
};

}  // namespace aurigraph::ui::test
