#include "ui/pages/connect/profile_store.h"

#include <QSettings>

namespace aurigraph::ui {
namespace {

constexpr auto kGroup = "connections";

bool same(const ClusterProfile& a, const ClusterProfile& b) {
  return a.endpoint.host == b.endpoint.host && a.endpoint.port == b.endpoint.port;
}

void write(const QList<ClusterProfile>& all) {
  QSettings settings;
  settings.beginWriteArray(QLatin1String(kGroup), static_cast<int>(all.size()));
  for (int i = 0; i < all.size(); ++i) {
    settings.setArrayIndex(i);
    settings.setValue(QStringLiteral("name"), all[i].name);
    settings.setValue(QStringLiteral("host"), all[i].endpoint.host);
    settings.setValue(QStringLiteral("port"), all[i].endpoint.port);
    settings.setValue(QStringLiteral("authority"), all[i].endpoint.authorityPem);
    settings.setValue(QStringLiteral("genesis"), all[i].genesis);
  }
  settings.endArray();
}

}  // namespace

QList<ClusterProfile> ProfileStore::all() {
  QSettings settings;
  QList<ClusterProfile> out;
  const int size = std::min(settings.beginReadArray(QLatin1String(kGroup)), kMaxProfiles);
  for (int i = 0; i < size; ++i) {
    settings.setArrayIndex(i);
    ClusterProfile one;
    one.name = settings.value(QStringLiteral("name")).toString();
    one.endpoint.host = settings.value(QStringLiteral("host")).toString();
    one.endpoint.port = static_cast<quint16>(settings.value(QStringLiteral("port")).toUInt());
    one.endpoint.authorityPem = settings.value(QStringLiteral("authority")).toByteArray();
    one.genesis = settings.value(QStringLiteral("genesis")).toString();
    if (!one.endpoint.host.isEmpty() && one.endpoint.port != 0) out.append(one);
  }
  settings.endArray();
  return out;
}

void ProfileStore::remember(const ClusterProfile& profile) {
  QList<ClusterProfile> profiles = all();
  profiles.removeIf([&](const ClusterProfile& each) { return same(each, profile); });
  profiles.prepend(profile);
  while (profiles.size() > kMaxProfiles) profiles.removeLast();
  write(profiles);
}

void ProfileStore::forget(const ClusterProfile& profile) {
  QList<ClusterProfile> profiles = all();
  profiles.removeIf([&](const ClusterProfile& each) { return same(each, profile); });
  write(profiles);
}

}  // namespace aurigraph::ui
