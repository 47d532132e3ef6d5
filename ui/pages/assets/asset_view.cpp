#include "ui/pages/assets/asset_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/client/json.h"
#include "ui/pages/assets/asset_words.h"
#include "ui/pages/assets/facts_card.h"
#include "ui/pages/assets/row_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui::assets {
namespace {

constexpr int kMostRows = 8;  ///< More scroll inside their table.

}  // namespace

AssetView::AssetView(const VerifiedBalances& balances, QWidget* parent)
    : QWidget(parent),
      heading_(new QWidget(this)),
      name_(new PlainLabel({}, heading_)),
      status_(new Chip({}, "accent", heading_)),
      origin_(new Chip({}, "simulated", heading_)),
      score_(new Chip({}, nullptr, heading_)),
      facts_(new Card(tr("Asset"), this)),
      tokenCard_(new Card(tr("Token"), this)),
      documentsCard_(new Card(tr("Documents"), this)),
      balances_(balances) {
  setObjectName(QStringLiteral("assetView"));
  recordsCard_ = makeRecords();
  holdersCard_ = makeHolders();
  name_->setFont(Theme::instance().heading());
  facts_->source().setObjectName(QStringLiteral("assetSource"));
  tokenCard_->source().setObjectName(QStringLiteral("tokenSource"));
  recordsCard_->source().setObjectName(QStringLiteral("recordsSource"));
  name_->setObjectName(QStringLiteral("assetName"));
  documents_ = new QTableView(documentsCard_);
  //: Columns: type and digest of a document
  documentRows_ = new RowModel({tr("Type"), tr("SHA-256 of the file")}, this);
  dressTable(*documents_, *documentRows_, QStringLiteral("documentTable"), tr("Documents of the asset"), 1);
  documentsCard_->body().addWidget(documents_);

  auto* inside = new QWidget;
  inside->setProperty("look", QStringLiteral("page"));
  auto* grid = new QGridLayout(inside);
  grid->setContentsMargins(0, 0, 6, 6);
  grid->setSpacing(12);
  grid->setColumnStretch(0, 1);
  grid->setColumnStretch(1, 1);
  grid->addWidget(facts_, 0, 0);
  grid->addWidget(tokenCard_, 0, 1);
  grid->addWidget(holdersCard_, 1, 0, 1, 2);
  grid->addWidget(recordsCard_, 2, 0, 1, 2);
  grid->addWidget(documentsCard_, 3, 0, 1, 2);
  grid->setRowStretch(4, 1);
  for (Card* each : {facts_, tokenCard_}) each->body().addStretch();
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("assetScroll"));
  scroll->setAccessibleName(tr("One asset"));
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(inside);

  auto* heading = new QHBoxLayout(heading_);
  heading->setContentsMargins(0, 0, 0, 0);
  heading->setSpacing(10);
  heading->addWidget(name_);
  for (Chip* each : {status_, origin_, score_}) heading->addWidget(each, 0, Qt::AlignVCenter);
  heading->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(scroll, 1);
  clear();
}

Card* AssetView::makeRecords() {
  auto* card = new Card(tr("Records it stands on"), this);
  records_ = new QTableView(card);
  recordRows_ = new RowModel(
      {tr("Record"), tr("Source"), tr("Score"), tr("Band"), tr("Decision"), tr("Digest of the evidence"),
       //: Column: the block in which a record was submitted
       tr("Block")},
      this);
  dressTable(*records_, *recordRows_, QStringLiteral("recordTable"), tr("Records of the asset"), 0);
  openRecord_ = new QPushButton(tr("Follow the &record"), card);
  openRecord_->setObjectName(QStringLiteral("openRecord"));
  card->body().addWidget(records_);
  card->body().addWidget(openRecord_, 0, Qt::AlignTrailing);
  const auto open = [this] {
    const int row = records_->currentIndex().row();
    if (row >= 0) Q_EMIT recordWanted(recordRows_->rows()[row].id);
  };
  connect(records_, &QTableView::activated, this, open);
  connect(openRecord_, &QPushButton::clicked, this, open);
  return card;
}

Card* AssetView::makeHolders() {
  auto* card = new Card(tr("Holders"), this);
  holders_ = new QTableView(card);
  holderRows_ = new RowModel({tr("Holder"), tr("Identity"), tr("Balance"), tr("Share"),
                              //: Column: the part of a balance that is reserved for pending transfers
                              tr("Reserved"), tr("Account"), tr("Where the balance comes from")},
                             this);
  dressTable(*holders_, *holderRows_, QStringLiteral("holderTable"), tr("Holders of the token"), 6);
  prove_ = new QPushButton(tr("Check the &proof of this holding"), card);
  prove_->setObjectName(QStringLiteral("proveHolding"));
  setLook(*prove_, "primary");
  moreHolders_ = new QPushButton(tr("Show &more holders"), card);
  moreHolders_->setObjectName(QStringLiteral("moreHolders"));
  auto* row = new QHBoxLayout;
  row->addStretch();
  row->addWidget(moreHolders_);
  row->addWidget(prove_);
  card->body().addWidget(holders_);
  card->body().addLayout(row);
  connect(holders_, &QTableView::activated, this, &AssetView::proveCurrent);
  connect(prove_, &QPushButton::clicked, this, &AssetView::proveCurrent);
  connect(moreHolders_, &QPushButton::clicked, this, &AssetView::moreHoldersWanted);
  return card;
}

void AssetView::clear() {
  asset_ = {};
  token_ = {};
  recordObjects_.clear();
  holderItems_ = {};
  setRecords({}, {});
  setHolders({}, false, {});
  show();
}

void AssetView::setAsset(const QJsonObject& asset) {
  asset_ = asset;
  if (!asset_.contains(QLatin1String("token"))) token_ = {};
  show();
  showRecords();
}

void AssetView::setToken(const QJsonObject& token) {
  token_ = token;
  show();
  showRecords();
  showHolders();
}

void AssetView::setRecords(const QHash<QString, QJsonObject>& records, const QString& note) {
  recordObjects_ = records;
  recordsCard_->setNote(note);
  showRecords();
}

void AssetView::setHolders(const QJsonArray& holders, bool more, const QString& note) {
  holderItems_ = holders;
  moreHolders_->setVisible(more);
  holdersCard_->setNote(note);
  showHolders();
}

void AssetView::setProven(const std::optional<ProvenHolding>& proven) {
  proven_ = proven;
  show();
  showRecords();
  showHolders();
}

void AssetView::focusFirst() {
  (holders_->isHidden() ? records_ : holders_)->setFocus();
}

const ProvenHolding* AssetView::provenOfToken() const {
  return proven_ && !token_.isEmpty() && proven_->symbol == textIn(token_, "symbol") ? &*proven_ : nullptr;
}

void AssetView::showHeading() {
  name_->setText(elidedMiddle(tame(textIn(asset_, "name")), 52));
  name_->setToolTip(plainTip(tame(textIn(asset_, "asset_key"), 400)));
  status_->set(assetStatusText(textIn(asset_, "status")), "accent");
  const QString origin = textIn(asset_, "origin");
  origin_->set(originText(origin), origin == QLatin1String("REAL") ? "ok" : "simulated");
  const Cell score = lowestScoreCell(asset_[QLatin1String("lowest_score_ppm")].toInt());
  score_->set(asset_.isEmpty() ? QString() : score.text, score.tone);
  score_->setToolTip(score.whole);
}

void AssetView::show() {
  showHeading();
  showDocuments();
  facts_->setFacts(asset_.isEmpty() ? QList<Fact>() : assetFacts(asset_));
  tokenCard_->setFacts(token_.isEmpty() ? QList<Fact>() : tokenFacts(token_));
  tokenCard_->setNote(!token_.isEmpty() || asset_.isEmpty() ? QString()
                      : asset_.contains(QLatin1String("token"))
                          ? tr("The token is being asked for …")
                          : tr("No token has been issued on this asset yet. The issuance wizard does that."));
  const ProvenHolding* proven = provenOfToken();
  const auto mark = [proven](Card& card, const QJsonObject& shown, const QJsonObject& rows) {
    if (shown.isEmpty()) return card.setSource(Source::kNone);
    if (proven == nullptr || !agrees(rows, shown)) return card.setSource(Source::kReported);
    card.setSource(
        Source::kVerified,
        tr("These values are in the state of checkpoint %1, which the validators signed with block "
           "%2. The proof was checked on this computer.")
            .arg(proven->checkpoint)
            .arg(proven->height));
  };
  const QJsonObject none;
  mark(*facts_, asset_, proven != nullptr ? proven->asset : none);
  mark(*documentsCard_, asset_, proven != nullptr ? proven->asset : none);
  mark(*tokenCard_, token_, proven != nullptr ? proven->token : none);
}

void AssetView::showRecords() {
  QList<Row> rows;
  const ProvenHolding* proven = provenOfToken();
  bool verified = proven != nullptr;
  for (const auto& each : asset_[QLatin1String("records")].toArray()) {
    const QString id = each.toString();
    const QJsonObject record = recordObjects_.value(id);
    verified = verified && proven->records.contains(id) && agrees(proven->records[id], record);
    rows.append(recordRow(id, record));
  }
  setRowsKeepingCurrent(*records_, *recordRows_, rows);
  fitHeight(*records_, kMostRows);
  openRecord_->setEnabled(!rows.isEmpty());
  if (rows.isEmpty())
    recordsCard_->setSource(Source::kNone);
  else if (verified)
    recordsCard_->setSource(
        Source::kVerified,
        tr("Each record was scored again on this computer, and its signatures, its way into "
           "the certified history and its approval were checked."));
  else
    recordsCard_->setSource(Source::kReported);
}

void AssetView::showHolders() {
  QList<Row> rows;
  for (const auto& each : holderItems_) {
    const auto holder = each.toObject();
    const auto identity = static_cast<quint32>(holder[QLatin1String("identity")].toInteger());
    rows.append(holderRow(holder, token_, balances_.find(textIn(token_, "symbol"), identity)));
  }
  setRowsKeepingCurrent(*holders_, *holderRows_, rows);
  fitHeight(*holders_, kMostRows);
  holders_->setVisible(!rows.isEmpty());
  prove_->setVisible(!rows.isEmpty());
  // Each row says it for itself.
  holdersCard_->setSource(Source::kNone);
}

void AssetView::showDocuments() {
  QList<Row> rows;
  for (const auto& each : asset_[QLatin1String("documents")].toArray())
    rows.append(documentRow(each.toObject()));
  setRowsKeepingCurrent(*documents_, *documentRows_, rows);
  fitHeight(*documents_, kMostRows);
  documents_->setVisible(!rows.isEmpty());
  documentsCard_->setNote(
      rows.isEmpty() && !asset_.isEmpty() ? tr("No documents were registered with this asset.") : QString());
}

void AssetView::proveCurrent() {
  const int row = holders_->currentIndex().row();
  if (row < 0 || holders_->isHidden()) return;
  Q_EMIT proofWanted(textIn(token_, "symbol"), holderRows_->rows()[row].id.toUInt());
}

}  // namespace aurigraph::ui::assets
