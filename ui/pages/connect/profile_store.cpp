#include "ui/pages/connect/profile_store.h"

#include <QSettings>

namespace aurigraph::ui {
namespace {

constexpr auto kGroup = "connections";

bool same(const Connection& a, const Connection& b) {
  return a.endpoint.host == b.endpoint.host && a.endpoint.port == b.endpoint.port;
}

void write(const QList<Connection>& all) {
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

QList<Connection> ProfileStore::all() {
  QSettings settings;
  QList<Connection> out;
  const int size = std::min(settings.beginReadArray(QLatin1String(kGroup)), kMaxProfiles);
  for (int i = 0; i < size; ++i) {
    settings.setArrayIndex(i);
    Connection one;
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

void ProfileStore::remember(const Connection& connection) {
  QList<Connection> profiles = all();
  profiles.removeIf([&](const Connection& each) { return same(each, connection); });
  profiles.prepend(connection);
  while (profiles.size() > kMaxProfiles) profiles.removeLast();
  write(profiles);
}

void ProfileStore::forget(const Connection& connection) {
  QList<Connection> profiles = all();
  profiles.removeIf([&](const Connection& each) { return same(each, connection); });
  write(profiles);
}

}  // namespace aurigraph::ui
