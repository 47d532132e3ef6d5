#pragma once

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QTableView>
#include <QtTest>

#include "ui/client/recorded_transport.h"
#include "ui/pages/assets/assets_page.h"

namespace aurigraph::ui::test {

inline const QString kData = QStringLiteral(AURIGRAPH_SOURCE_DIR "/tests/ui/assets/data");
/// Of the recorded cluster.
inline const QString kGenesis =
    QStringLiteral("7eb1ad472b499da4bd88ef9fce639ca457638665c391d0194ec331e0ab0abb6e");

inline QByteArray recorded(const QString& file) {
  QFile in(kData + QLatin1Char('/') + file);
  return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/// Answers for the person; remembers what it was asked.
class ScriptedChooser : public assets::FileChooser {
 public:
  QString answer;
  QString suggested;
  void openProof(QWidget*, Chosen chosen) override { chosen(answer); }
  void saveProof(QWidget*, const QString& name, Chosen chosen) override {
    suggested = name;
    chosen(answer);
  }
};

/// The page on recorded answers of a real cluster (property, carbon credits, shipment; all simulated data).
class Stage {
 public:
  enum class Pin { kPinned, kUnpinned };
  explicit Stage(Pin pin = Pin::kPinned) : store_({}), page_(PageContext{store_}) {
    EXPECT_TRUE(gateway.load(kData));
    ClusterProfile profile;
    profile.name = QStringLiteral("Demo");
    if (pin == Pin::kPinned) profile.genesis = kGenesis;
    connection_ = std::make_unique<Connection>(profile, gateway.transport());
    auto chooser = std::make_unique<ScriptedChooser>();
    chooser_ = chooser.get();
    page_.setFileChooser(std::move(chooser));
    page_.resize(1'100, 760);
    page_.show();
    page_.setSeen(true);
  }
  ~Stage() { page_.setConnection(nullptr); }

  RecordedGateway gateway;

  void connectIt() {
    page_.setConnection(connection_.get());
    connection_->open();
  }
  bool showList() {
    connectIt();
    return settles();
  }
  bool showAsset(const QString& id) {
    if (!showList()) return false;
    page_.open(QStringLiteral("asset"), id);
    return settles();
  }
  bool showProof(const QString& holding) {
    if (!showList()) return false;
    page_.open(QStringLiteral("proof"), holding);
    return settles();
  }
  bool settles() {
    return QTest::qWaitFor([this] { return page_.settled(); }, 10'000);
  }

  AssetsPage& page() { return page_; }
  Connection& connection() { return *connection_; }
  ScriptedChooser& chooser() { return *chooser_; }

  template <class W>
  W& find(const char* name) {
    W* found = page_.findChild<W*>(QLatin1String(name));
    if (found == nullptr) throw std::runtime_error(std::string("no ") + name);
    return *found;
  }
  QString text(const char* label) { return find<QLabel>(label).text(); }
  /// Cell of a table, as shown.
  QString cell(const char* table, int row, int column) {
    auto& view = find<QTableView>(table);
    return view.model()->index(row, column).data().toString();
  }

 private:
  LocalStore store_;
  std::unique_ptr<Connection> connection_;
  AssetsPage page_;
  ScriptedChooser* chooser_ = nullptr;
};

}  // namespace aurigraph::ui::test
