#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>
#include <optional>

#include "ui/pages/assets/proof_check.h"
#include "ui/pages/assets/verified_balances.h"
#include "ui/widgets/labels.h"

class QHBoxLayout;
class QPushButton;
class QTableView;

namespace aurigraph::ui {
class RowModel;
}

namespace aurigraph::ui::assets {

class Card;

/// One asset: what is registered, the records it stands on, its token, who holds it, its documents.
class AssetView : public QWidget {
  Q_OBJECT
 public:
  /// `balances`: outlives the view.
  explicit AssetView(const VerifiedBalances& balances, QWidget* parent = nullptr);

  /// Name and marks, for the page's header.
  [[nodiscard]] QWidget* heading() const { return heading_; }
  /// A new one: nothing of the asset before stays.
  void clear();
  void setAsset(const QJsonObject& asset);
  void setToken(const QJsonObject& token);
  void setRecords(const QHash<QString, QJsonObject>& records, const QString& note);
  void setHolders(const QJsonArray& holders, bool more, const QString& note);
  /// A holding of a valid proof vouches for its asset, token and records too.
  void setProven(const std::optional<ProvenHolding>& proven);
  /// The verified balances changed.
  void showHolders();
  void focusFirst();
  void proveCurrent();

 Q_SIGNALS:
  void recordWanted(const QString& id);
  void proofWanted(const QString& symbol, quint32 identity);
  void moreHoldersWanted();

 private:
  Card* makeRecords();
  Card* makeHolders();
  void show();
  void showHeading();
  void showRecords();
  void showDocuments();
  [[nodiscard]] const ProvenHolding* provenOfToken() const;

  QWidget* heading_;
  PlainLabel* name_;
  Chip* status_;
  Chip* origin_;
  Chip* score_;
  Card* facts_;
  Card* tokenCard_;
  Card* documentsCard_;
  Card* recordsCard_ = nullptr;
  Card* holdersCard_ = nullptr;
  QTableView* records_ = nullptr;
  RowModel* recordRows_ = nullptr;
  QPushButton* openRecord_ = nullptr;
  QTableView* holders_ = nullptr;
  RowModel* holderRows_ = nullptr;
  QPushButton* prove_ = nullptr;
  QPushButton* moreHolders_ = nullptr;
  QTableView* documents_ = nullptr;
  RowModel* documentRows_ = nullptr;

  QJsonObject asset_;
  QJsonObject token_;
  QHash<QString, QJsonObject> recordObjects_;
  QJsonArray holderItems_;
  std::optional<ProvenHolding> proven_;  // the newest of this cluster
  const VerifiedBalances& balances_;
};

}  // namespace aurigraph::ui::assets
