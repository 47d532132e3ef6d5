#pragma once

#include <QHash>
#include <QJsonArray>
#include <memory>

#include "ui/pages/assets/file_access.h"
#include "ui/pages/assets/proof_flow.h"
#include "ui/pages/base/page.h"

class QPushButton;
class QStackedWidget;

namespace aurigraph::ui {

class PlainLabel;
namespace assets {
class AssetList;
class AssetView;
class ProofView;
class VerifiedBalances;
}  // namespace assets

/// The asset register: list → one asset → the proof of a holding. Proof files are checked without any
/// connection. open("asset", id), open("proof", "SYMBOL/identity" or empty: asks for a file),
/// open("proof-file", path).
class AssetsPage : public Page {
  Q_OBJECT
 public:
  explicit AssetsPage(PageContext context, QWidget* parent = nullptr);
  ~AssetsPage() override;

  [[nodiscard]] QList<Shortcut> shortcuts() const override;
  [[nodiscard]] bool settled() const override;
  bool open(const QString& what, const QString& id) override;

  void setFileChooser(std::unique_ptr<assets::FileChooser> chooser) { chooser_ = std::move(chooser); }

 protected:
  void refresh() override;
  void arrived(const EventBatch& batch) override;
  void statusCame(const QJsonObject& status) override;
  void forget() override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  enum class Place { kList, kAsset, kProof };
  void makeHeader();
  void makeKeys();
  void go(Place place);
  void back();
  void askList();
  void askTokens();
  void askMore();
  void lookUp(const QString& typed);
  void openAsset(const QString& id);
  void askAsset();
  void askToken(const QString& symbol);
  void askRecords(const QJsonArray& ids);
  void askHolders(const QString& symbol, const QString& cursor);
  void openProof(const QString& symbol, quint32 identity);
  void chooseProofFile();
  void readProofFile(const QString& file);
  void saveProof();
  void proofChanged();
  void failed(const ApiError& error);

  std::unique_ptr<assets::FileChooser> chooser_;
  assets::ProofFlow* flow_;
  assets::VerifiedBalances* balances_;
  QPushButton* back_ = nullptr;
  QPushButton* openFile_ = nullptr;
  PlainLabel* heading_ = nullptr;
  PlainLabel* notice_ = nullptr;
  QStackedWidget* stack_;
  assets::AssetList* list_;
  assets::AssetView* view_;
  assets::ProofView* proof_;
  Place place_ = Place::kList;
  Place beforeProof_ = Place::kList;

  QJsonArray assets_;
  QString nextAssets_;
  bool listCame_ = false;
  QString asset_;  ///< Id of the one shown.
  QString symbol_;
  QHash<QString, QJsonObject> records_;
  QString recordsNote_;
  QJsonArray holders_;
  QString nextHolders_;
  int waiting_ = 0;  ///< Questions about the shown asset that are not answered.
  int turn_ = 0;     ///< Answers to an earlier asset count for nothing.
  quint64 height_ = 0;
  QPointer<Connection> shownConnection_;
};

}  // namespace aurigraph::ui
