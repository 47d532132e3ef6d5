#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>

#include "ui/widgets/labels.h"

class QLineEdit;
class QPushButton;
class QTableView;

namespace aurigraph::ui {
class RowModel;
}

namespace aurigraph::ui::assets {

/// The register: a search box and a table. Filters what is loaded; asks for what is not.
class AssetList : public QWidget {
  Q_OBJECT
 public:
  explicit AssetList(QWidget* parent = nullptr);

  void setAssets(const QJsonArray& assets, bool more);
  void setTokens(const QJsonArray& tokens);
  void focusSearch();
  void focusTable();
  /// Under the search box: what a look-up came to; empty: nothing.
  void say(const QString& sentence);
  [[nodiscard]] bool empty() const { return assets_.isEmpty(); }

 Q_SIGNALS:
  void opened(const QString& asset);
  /// Nothing that is loaded matches; look it up as key, symbol or id.
  void lookUp(const QString& typed);
  void moreWanted();

 private:
  void show();
  void openCurrent();
  void entered();

  QLineEdit* search_;
  PlainLabel* said_;
  QTableView* table_;
  RowModel* model_;
  PlainLabel* count_;
  Chip* source_;
  QPushButton* more_;
  QPushButton* open_;
  QJsonArray assets_;
  QHash<QString, QJsonObject> tokens_;  // by symbol
};

}  // namespace aurigraph::ui::assets
