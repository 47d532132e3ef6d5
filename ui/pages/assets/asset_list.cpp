#include "ui/pages/assets/asset_list.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/pages/assets/asset_words.h"
#include "ui/pages/assets/facts_card.h"
#include "ui/pages/assets/row_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui::assets {

AssetList::AssetList(QWidget* parent)
    : QWidget(parent),
      search_(new QLineEdit(this)),
      said_(new PlainLabel({}, this)),
      table_(new QTableView(this)),
      model_(new RowModel({tr("Name"), tr("Key"), tr("Template"), tr("Issuer"), tr("Token"), tr("Supply"),
                           tr("Lowest score"), tr("Data"),
                           //: Column: the block in which an asset was registered
                           tr("Block")},
                          this)),
      count_(new PlainLabel({}, this)),
      source_(new Chip({}, nullptr, this)),
      more_(new QPushButton(tr("Show &more"), this)),
      open_(new QPushButton(tr("&Open the asset"), this)) {
  setObjectName(QStringLiteral("assetList"));
  auto* label = new PlainLabel(tr("&Find"), this);
  label->setBuddy(search_);
  search_->setObjectName(QStringLiteral("assetSearch"));
  search_->setPlaceholderText(tr("Key, name, symbol or id"));
  search_->setClearButtonEnabled(true);
  search_->setMaximumWidth(fontMetrics().averageCharWidth() * 64);
  said_->look("muted").wrapped();
  dressTable(*table_, *model_, QStringLiteral("assetTable"), tr("Assets"), 0);
  more_->setObjectName(QStringLiteral("moreAssets"));
  open_->setObjectName(QStringLiteral("openAsset"));
  setLook(*open_, "primary");
  setSource(*source_, Source::kReported);
  source_->setFont(Theme::instance().small());
  count_->look("muted");

  auto* top = new QHBoxLayout;
  top->setSpacing(10);
  top->addWidget(label);
  top->addWidget(search_, 2);
  top->addStretch(1);
  top->addWidget(source_);
  auto* bottom = new QHBoxLayout;
  bottom->addWidget(count_);
  bottom->addStretch();
  bottom->addWidget(more_);
  bottom->addWidget(open_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addLayout(top);
  column->addWidget(said_);
  column->addWidget(table_, 1);
  column->addLayout(bottom);

  connect(search_, &QLineEdit::textChanged, this, [this] {
    say({});
    show();
  });
  connect(search_, &QLineEdit::returnPressed, this, &AssetList::entered);
  connect(table_, &QTableView::activated, this, &AssetList::openCurrent);
  connect(open_, &QPushButton::clicked, this, &AssetList::openCurrent);
  connect(more_, &QPushButton::clicked, this, &AssetList::moreWanted);
  more_->hide();
  say({});
}

void AssetList::setAssets(const QJsonArray& assets, bool more) {
  assets_ = assets;
  more_->setVisible(more);
  show();
}

void AssetList::setTokens(const QJsonArray& tokens) {
  tokens_.clear();
  for (const auto& each : tokens) {
    const auto token = each.toObject();
    tokens_[token[QLatin1String("symbol")].toString()] = token;
  }
  show();
}

void AssetList::focusSearch() {
  search_->setFocus(Qt::ShortcutFocusReason);
  search_->selectAll();
}

void AssetList::focusTable() {
  table_->setFocus();
}

void AssetList::say(const QString& sentence) {
  said_->setText(sentence);
  said_->setVisible(!sentence.isEmpty());
}

void AssetList::show() {
  QList<Row> rows;
  for (const auto& each : assets_) {
    const auto asset = each.toObject();
    if (!matches(asset, search_->text())) continue;
    rows.append(assetRow(asset, tokens_.value(asset[QLatin1String("token_symbol")].toString())));
  }
  setRowsKeepingCurrent(*table_, *model_, rows);
  open_->setEnabled(!rows.isEmpty());
  const int all = static_cast<int>(assets_.size());
  if (rows.isEmpty() && all > 0)
    count_->setText(more_->isHidden()
                        ? tr("None of these assets matches. Press Enter to ask the gateway for it.")
                        : tr("None of the assets shown matches. Press Enter to ask the gateway for it."));
  else if (rows.size() < all)
    count_->setText(tr("%1 of %n asset(s)", nullptr, all).arg(QLocale().toString(rows.size())));
  else
    count_->setText(tr("%n asset(s)", nullptr, all));
}

void AssetList::openCurrent() {
  const int row = table_->currentIndex().row();
  if (row >= 0 && row < model_->rows().size()) Q_EMIT opened(model_->rows()[row].id);
}

void AssetList::entered() {
  if (model_->rowCount() > 0) return openCurrent();
  if (const QString typed = search_->text().trimmed(); !typed.isEmpty()) Q_EMIT lookUp(typed);
}

}  // namespace aurigraph::ui::assets
