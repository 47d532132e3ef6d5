// The window's memory of certificates: what a connection shows must go on from what was seen before.

#include "ui/client/history_guard.h"

#include <gtest/gtest.h>

#include <QUrlQuery>
#include <algorithm>

#include "core/crypto/merkle.h"
#include "tests/ui/support/recorded_cluster.h"
#include "tests/ui/support/wait.h"

namespace aurigraph::ui {
namespace {

/// A cluster of one validator whose key is known here, with one history and another.
struct History : ::testing::Test {
  RecordedCluster cluster;
  LocalStore store{QString()};
  HistoryGuard guard{store};
  std::unique_ptr<Connection> connection;
  crypto::SigningKey validator;
  crypto::MerkleTree real;
  crypto::MerkleTree other;
  QStringList said;  ///< Codes; empty text: agreed.

  History() : validator(keyOf(9)) {
    cluster.genesis.nodes.front().key = validator.publicKey();
    cluster.gateway.answerBytes("GET", QStringLiteral("/query/genesis"),
                                qtBytes(wire::encode(cluster.genesis)));
    for (std::uint8_t at = 1; at <= 10; ++at) {
      real.append(leaf(at));
      other.append(leaf(at < 3 ? at : at + 100));
    }
    QObject::connect(&guard, &HistoryGuard::agreed, &guard, [this] { said.append(QString()); });
    QObject::connect(&guard, &HistoryGuard::contradicted, &guard,
                     [this](const ApiError& error) { said.append(error.code); });
    connection = std::make_unique<Connection>(cluster.profile(), cluster.gateway.transport());
  }
  static crypto::SigningKey keyOf(std::uint8_t byte) {
    crypto::Seed seed;
    seed.bytes.fill(byte);
    return crypto::SigningKey::fromSeed(seed);
  }
  static Digest leaf(int number) {
    Digest out;
    out.bytes.fill(static_cast<std::uint8_t>(number));
    return out;
  }
  [[nodiscard]] wire::Certificate sealed(const crypto::MerkleTree& history, std::uint64_t height) const {
    wire::Certificate out;
    out.statement.genesis = cluster.genesis.digest();
    out.statement.voterSet = cluster.genesis.voters().digest();
    out.statement.height = Height(height);
    out.statement.historyRoot = history.rootAt(height);
    out.votes.push_back({NodeId(1), validator.sign(out.statement.signingDigest())});
    return out;
  }
  /// The gateway shows this and serves paths of this history.
  void serve(const crypto::MerkleTree& history, const wire::Certificate& shown) {
    cluster.gateway.answer("GET", QStringLiteral("/query/certificates/latest"),
                           {{QStringLiteral("bytes"), QString::fromStdString(toHex(wire::encode(shown)))}});
    cluster.gateway.handle("GET", QStringLiteral("/query/consistency"), [&history](const HttpRequest& asked) {
      const QUrlQuery query(QUrl(asked.path).query());
      const auto from = query.queryItemValue(QStringLiteral("from")).toULongLong();
      const auto to = query.queryItemValue(QStringLiteral("to")).toULongLong();
      QJsonArray path;
      for (const auto& hash : history.consistencyProof(from, to))
        path.append(QString::fromStdString(toHex(hash.view())));
      HttpAnswer answer;
      answer.status = 200;
      answer.body = QJsonDocument(QJsonObject{{QStringLiteral("from"), static_cast<qint64>(from)},
                                              {QStringLiteral("from_root"), rootOf(history, from)},
                                              {QStringLiteral("to"), static_cast<qint64>(to)},
                                              {QStringLiteral("to_root"), rootOf(history, to)},
                                              {QStringLiteral("path"), path}})
                        .toJson();
      return answer;
    });
  }
  static QString rootOf(const crypto::MerkleTree& history, std::uint64_t size) {
    return QString::fromStdString(toHex(history.rootAt(size).view()));
  }
  /// What the guard says next: a code, or empty for "agreed".
  QString verdict() {
    const auto before = said.size();
    if (before == 0) {
      guard.follow(connection.get());
      connection->open();
    } else {
      guard.look();
    }
    return eventually([&] { return said.size() > before; }) ? said.last() : QStringLiteral("nothing");
  }
  QString verdictOn(const crypto::MerkleTree& history, std::uint64_t height) {
    serve(history, sealed(history, height));
    return verdict();
  }
  QJsonObject kept(const QString& room) {
    const auto entries = resultOf(store.all(room));
    return entries && entries->size() == 1 ? QJsonDocument::fromJson(entries->first().json).object()
                                           : QJsonObject();
  }
};

TEST_F(History, GoesOnFromWhatWasSeenAndAnOlderOneReplacesNothing) {
  EXPECT_EQ(verdictOn(real, 4), QString());
  EXPECT_EQ(verdictOn(real, 9), QString());
  EXPECT_EQ(kept(QStringLiteral("history.seen"))[QLatin1String("height")].toInteger(), 9);
  EXPECT_EQ(verdictOn(real, 6), QString());
  EXPECT_EQ(kept(QStringLiteral("history.seen"))[QLatin1String("height")].toInteger(), 9);
}

TEST_F(History, AForkIsSaidAndBothCertificatesAreKept) {
  EXPECT_EQ(verdictOn(real, 4), QString());
  EXPECT_EQ(verdictOn(other, 9), QStringLiteral("client.history_forked"));
  EXPECT_EQ(kept(QStringLiteral("history.seen"))[QLatin1String("height")].toInteger(), 4);
  const auto evidence = kept(QStringLiteral("history.evidence"));
  EXPECT_EQ(stdText(evidence[QLatin1String("remembered")].toString()), toHex(wire::encode(sealed(real, 4))));
  EXPECT_EQ(stdText(evidence[QLatin1String("shown")].toString()), toHex(wire::encode(sealed(other, 9))));
  EXPECT_EQ(verdictOn(other, 4), QStringLiteral("client.history_forked")) << "one height";
  EXPECT_EQ(verdictOn(other, 2), QStringLiteral("client.history_unproven"))
      << "a common beginning, but no way to what was seen";
}

TEST_F(History, WhatTheValidatorsDidNotSealIsRefusedAndNotRemembered) {
  auto shown = sealed(real, 4);
  shown.statement.historyRoot = other.rootAt(4);
  serve(other, shown);
  EXPECT_EQ(verdict(), QStringLiteral("certificate.bad_signature"));
  EXPECT_TRUE(resultOf(store.all(QStringLiteral("history.seen")))->isEmpty());
}

TEST_F(History, WhatCannotBeAskedJustNowIsNoContradiction) {
  EXPECT_EQ(verdictOn(real, 4), QString());
  serve(real, sealed(real, 9));
  cluster.gateway.handle("GET", QStringLiteral("/query/consistency"), [](const HttpRequest&) {
    HttpAnswer answer;
    answer.status = 404;
    answer.body = R"({"code":"query.unknown_block","detail":"Block 9 is not here (yet)."})";
    return answer;
  });
  guard.look();
  EXPECT_TRUE(eventually([&] {
    const auto asked = cluster.gateway.requests();
    return std::ranges::any_of(asked, [](const HttpRequest& each) {
      return each.path.contains(QStringLiteral("/query/consistency"));
    });
  }));
  EXPECT_EQ(verdictOn(real, 9), QString());
  EXPECT_EQ(said, QStringList({QString(), QString()})) << "nothing was said of the one without an answer";
}

}  // namespace
}  // namespace aurigraph::ui
