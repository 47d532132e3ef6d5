#pragma once

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimeZone>
#include <memory>

#include "core/crypto/sha256.h"
#include "core/wire/batch.h"
#include "core/wire/commands.h"
#include "tests/ui/support/recorded_cluster.h"
#include "tests/ui/support/wait.h"
#include "ui/pages/review/review_page.h"

namespace aurigraph::ui {

/// Time that only the test turns.
struct HandTime {
  QDateTime at = QDateTime(QDate(2026, 3, 2), QTime(14, 0), QTimeZone::utc());
  qint64 steadyMs = 100'000;
};

class HandClock : public ReviewClock {
 public:
  explicit HandClock(const HandTime& time) : time_(time) {}
  [[nodiscard]] QDateTime clusterNow(const Connection*) const override { return time_.at; }
  [[nodiscard]] qint64 steadyMs() const override { return time_.steadyMs; }
  void run(bool) override {}

 private:
  const HandTime& time_;
};

/// What a review queue needs of a ledger: claims, releases, decisions, from the signed bytes themselves.
struct ReviewLedger {
  ReviewLedger(RecordedCluster& of, const HandTime& now);

  struct Row {
    QJsonObject json;
    QByteArray raw;
  };
  QString add(const QByteArray& asset, const char* category, const char* kind, int scorePpm,
              int dueInMinutes);
  QJsonObject& row(const QString& id) { return rows[id].json; }
  void claimBy(const QString& id, const QString& name, int minutes);
  void tellOf(const QString& id);  ///< Registers the answers of a new record.
  [[nodiscard]] QJsonArray open() const;
  HttpAnswer submit(const HttpRequest& request);

  RecordedCluster& cluster;
  const HandTime& time;
  QMap<QString, Row> rows;
  QStringList order;
  QList<QByteArray> submitted;
  int heightNow = 120;
  QObject context;                                 ///< What is still to be done ends with the ledger.
  std::optional<HttpAnswer::Failure> loseAnswers;  ///< Batches are applied, their answers get lost.
};

/// Puts a time the way the API does.
void putTime(QJsonObject& json, const char* name, const QDateTime& time);

/// Text of a label, button or editor of the page by its object name.
template <class T>
T* part(QWidget& page, const char* name) {
  auto* found = page.findChild<T*>(QString::fromLatin1(name));
  EXPECT_NE(found, nullptr) << name;
  return found;
}

struct ReviewTest : testing::Test {
  ReviewTest();
  ~ReviewTest() override;

  /// Five records, one of them this person's own, one claimed by somebody else.
  void fill();
  /// Page, connection, sign-in; until the queue and its first record are there.
  void start();
  void openPage();
  void advance(qint64 ms);
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
  void type(const QString& text);
  [[nodiscard]] QString text(const char* label) { return part<QLabel>(*page, label)->text(); }
  [[nodiscard]] ReviewDesk::Stage stage() const { return page->desk().stage(); }
  bool reaches(ReviewDesk::Stage wanted) {
    return eventually([&] { return stage() == wanted; });
  }
  /// Claims the open record and opens its failing checks, by keys alone.
  void claimAndLook();
  /// … and approves it with a reason and a note, up to the undo window.
  void approve(const QString& note);
  [[nodiscard]] std::optional<wire::DecideReview> decisionSent() const;
  [[nodiscard]] int decisionsSent() const;
  void eachDecision(const std::function<void(const wire::DecideReview&)>& visit) const;

  RecordedCluster cluster;
  HandTime time;
  HandClock* clock = nullptr;  ///< The page's.
  std::unique_ptr<ReviewLedger> ledger;
  std::unique_ptr<LocalStore> store;
  std::unique_ptr<Connection> connection;
  std::unique_ptr<ReviewPage> page;
  crypto::SigningKey key;
  QString first, own, others, late, carbon;
};

}  // namespace aurigraph::ui
