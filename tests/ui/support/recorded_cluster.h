#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/wire/genesis.h"
#include "ui/client/connection.h"
#include "ui/client/recorded_transport.h"

namespace aurigraph::ui {

/// What every recorded gateway answers: version, genesis, status, a sign-in for whoever comes.
struct RecordedCluster {
  RecordedGateway gateway;
  wire::Genesis genesis;

  RecordedCluster() {
    genesis.clusterName = "recorded";
    genesis.simulated = true;
    wire::GenesisNode node;
    node.node = NodeId(1);
    node.name = "validator-1";
    node.key.bytes[0] = 1;
    genesis.nodes.push_back(node);
    gateway.answer("GET", QStringLiteral("/info"),
                   {{QStringLiteral("api"), QStringLiteral("v11")},
                    {QStringLiteral("cluster"), QStringLiteral("recorded")}});
    gateway.answerBytes("GET", QStringLiteral("/query/genesis"), qtBytes(wire::encode(genesis)));
    gateway.answer("GET", QStringLiteral("/query/status"), status());
    gateway.answer("POST", QStringLiteral("/auth/challenge"),
                   {{QStringLiteral("challenge"), QString(64, QLatin1Char('a'))}});
    gateway.answer("POST", QStringLiteral("/auth/sessions"),
                   {{QStringLiteral("token"), QString(64, QLatin1Char('b'))}}, 201);
    gateway.answer("GET", QStringLiteral("/auth/me"),
                   {{QStringLiteral("identity"), 4},
                    {QStringLiteral("name"), QStringLiteral("reviewer")},
                    {QStringLiteral("roles"), QJsonArray{QStringLiteral("reviewer")}},
                    {QStringLiteral("permissions"), QJsonArray{QStringLiteral("decide-review")}}});
  }

  static QJsonObject status() {
    return {{QStringLiteral("cluster"), QStringLiteral("recorded")},
            {QStringLiteral("simulated"), true},
            {QStringLiteral("height"), 118},
            {QStringLiteral("certified"), 118},
            {QStringLiteral("tps"), 0},
            {QStringLiteral("nodes"), QJsonArray()}};
  }

  [[nodiscard]] ClusterProfile profile() const {
    ClusterProfile out;
    out.name = QStringLiteral("recorded");
    out.genesis = QString::fromStdString(toHex(genesis.digest().view()));
    return out;
  }
};

}  // namespace aurigraph::ui
