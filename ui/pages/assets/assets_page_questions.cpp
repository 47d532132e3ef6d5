// AssetsPage: what it asks the gateway, and what it does with the answers. What people do: assets_page.cpp.

#include <QDragEnterEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>

#include "ui/pages/assets/asset_list.h"
#include "ui/pages/assets/asset_view.h"
#include "ui/pages/assets/assets_page.h"
#include "ui/pages/assets/proof_details.h"
#include "ui/pages/assets/verified_balances.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {

using namespace assets;  // NOLINT(google-build-using-namespace): the page's own parts

namespace {

constexpr int kPageSize = 100;

}  // namespace

void AssetsPage::refresh() {
  // By now the genesis is known and, if it was pinned, the right one.
  balances_->follow(proofHex(connection()->genesis().view()));
  askList();
  if (!asset_.isEmpty()) askAsset();
}

void AssetsPage::forget() {
  // Another connection or another reader: what was shown may not be shown any more.
  ++turn_;
  assets_ = {};
  nextAssets_.clear();
  listCame_ = false;
  records_.clear();
  holders_ = {};
  waiting_ = 0;
  height_ = 0;
  list_->setAssets({}, false);
  list_->setTokens({});
  view_->clear();
  if (connection() != shownConnection_) {
    shownConnection_ = connection();
    balances_->follow({});
    view_->setProven({});
    asset_.clear();
    if (place_ == Place::kAsset) go(Place::kList);
  }
  // A proof that lies open belongs to whoever opened it, not to the connection.
  if (place_ == Place::kProof)
    QMetaObject::invokeMethod(
        this,
        [this] {
          if (place_ == Place::kProof) go(Place::kProof);
        },
        Qt::QueuedConnection);
}

void AssetsPage::arrived(const EventBatch& batch) {
  bool list = false;
  bool one = false;
  for (const Event& event : batch.events) {
    list = list || event.topic == "asset" || event.topic == "token";
    one = one || event.topic == "record" || event.topic == "review";
  }
  if (list) return refresh();
  if (one && !asset_.isEmpty()) askAsset();
}

/// Transfers have no event of their own: holders are asked for again with each new height, once a second at
/// most.
void AssetsPage::statusCame(const QJsonObject& status) {
  const auto height = static_cast<quint64>(status[QLatin1String("height")].toInteger());
  const bool moved = height != std::exchange(height_, height);
  if (moved && place_ == Place::kAsset && waiting_ == 0 && !symbol_.isEmpty()) askHolders(symbol_, {});
}

void AssetsPage::failed(const ApiError& error) {
  if (place_ != Place::kProof) pane().failed(error);
}

void AssetsPage::askList() {
  connection()
      ->api()
      .get(QStringLiteral("/query/assets?limit=%1").arg(kPageSize))
      .then(this, [this](const Answer& answer) {
        if (!answer) {
          // What is there stays; the connection's own band says since when it is old.
          if (!listCame_ && place_ == Place::kList) failed(answer.error());
          return;
        }
        listCame_ = true;
        assets_ = (*answer)[QLatin1String("items")].toArray();
        nextAssets_ = (*answer)[QLatin1String("next")].toString();
        list_->setAssets(assets_, !nextAssets_.isEmpty());
        if (place_ == Place::kList) go(Place::kList);
      });
  askTokens();
}

void AssetsPage::askTokens() {
  connection()
      ->api()
      .list(QStringLiteral("/query/tokens"))
      .then(this, [this](const Reply<QJsonArray>& tokens) {
        if (tokens) list_->setTokens(*tokens);
      });
}

void AssetsPage::askMore() {
  if (connection() == nullptr || nextAssets_.isEmpty()) return;
  const QString cursor = std::exchange(nextAssets_, QString());
  connection()
      ->api()
      .get(QStringLiteral("/query/assets?limit=%1&cursor=%2").arg(kPageSize).arg(escaped(cursor)))
      .then(this, [this, cursor](const Answer& answer) {
        if (!answer) {
          nextAssets_ = cursor;
          return list_->say(answer.error().message + QLatin1Char(' ') + answer.error().remedy);
        }
        for (const auto& item : (*answer)[QLatin1String("items")].toArray()) assets_.append(item);
        nextAssets_ = (*answer)[QLatin1String("next")].toString();
        list_->setAssets(assets_, !nextAssets_.isEmpty());
      });
}

/// A key, else a symbol, else an id.
void AssetsPage::lookUp(const QString& typed) {
  if (connection() == nullptr) return;
  list_->say(tr("Asking the gateway …"));
  connection()
      ->api()
      .get(QStringLiteral("/query/assets?key=%1").arg(escaped(typed)))
      .then(this, [this, typed](const Answer& byKey) {
        const auto items = byKey ? (*byKey)[QLatin1String("items")].toArray() : QJsonArray();
        if (!items.isEmpty())
          return openAsset(QString::number(items.first().toObject()[QLatin1String("id")].toInteger()));
        if (!byKey && byKey.error().passing()) return list_->say(byKey.error().message);
        connection()
            ->api()
            .get(QStringLiteral("/query/tokens/%1").arg(escaped(typed.toUpper())))
            .then(this, [this, typed](const Answer& bySymbol) {
              if (bySymbol)
                return openAsset(QString::number((*bySymbol)[QLatin1String("asset")].toInteger()));
              bool number = false;
              (void)typed.toULongLong(&number);
              if (number) return openAsset(typed);
              list_->say(tr("The gateway knows no asset with this key, symbol or id."));
            });
      });
}

void AssetsPage::openAsset(const QString& id) {
  list_->say({});
  asset_ = id;
  symbol_.clear();
  records_.clear();
  holders_ = {};
  view_->clear();
  go(Place::kAsset);
  pane().loading();
  if (connection() != nullptr && connection()->live()) askAsset();
}

void AssetsPage::askAsset() {
  const int turn = ++turn_;
  waiting_ = 1;
  connection()
      ->api()
      .get(QStringLiteral("/query/assets/%1").arg(escaped(asset_)))
      .then(this, [this, turn](const Answer& asset) {
        if (turn != turn_) return;
        --waiting_;
        if (!asset) {
          if (place_ == Place::kAsset) failed(asset.error());
          return;
        }
        view_->setAsset(*asset);
        if (place_ == Place::kAsset) pane().ready();
        askRecords((*asset)[QLatin1String("records")].toArray());
        const QString symbol = (*asset)[QLatin1String("token_symbol")].toString();
        const qint64 token = (*asset)[QLatin1String("token")].toInteger();
        if (token != 0)
          askToken(symbol.isEmpty() ? QString::number(token) : symbol);
        else
          view_->setHolders({}, false, tr("Nobody holds anything of it: no token has been issued."));
      });
}

void AssetsPage::askRecords(const QJsonArray& ids) {
  recordsNote_.clear();
  for (const auto& each : ids) {
    const QString id = each.toString();
    ++waiting_;
    connection()
        ->api()
        .get(QStringLiteral("/query/records/%1").arg(escaped(id)))
        .then(this, [this, id, turn = turn_](const Answer& record) {
          if (turn != turn_) return;
          --waiting_;
          if (record)
            records_[id] = *record;
          else if (record.error().forbidden())
            recordsNote_ = tr("Records are shown to who is signed in. Their ids are public.");
          else
            recordsNote_ = record.error().message + QLatin1Char(' ') + record.error().remedy;
          view_->setRecords(records_, recordsNote_);
        });
  }
}

void AssetsPage::askToken(const QString& name) {
  ++waiting_;
  connection()
      ->api()
      .get(QStringLiteral("/query/tokens/%1").arg(escaped(name)))
      .then(this, [this, turn = turn_](const Answer& token) {
        if (turn != turn_) return;
        --waiting_;
        if (!token) return view_->setHolders({}, false, token.error().message);
        symbol_ = (*token)[QLatin1String("symbol")].toString();
        view_->setToken(*token);
        askHolders(symbol_, {});
      });
}

void AssetsPage::askHolders(const QString& symbol, const QString& cursor) {
  ++waiting_;
  QString path = QStringLiteral("/query/holders?token=%1").arg(escaped(symbol));
  if (!cursor.isEmpty()) path += QStringLiteral("&cursor=") + escaped(cursor);
  connection()->api().get(path).then(this, [this, cursor, turn = turn_](const Answer& answer) {
    if (turn != turn_) return;
    --waiting_;
    if (!answer) {
      const ApiError& error = answer.error();
      if (error.forbidden())
        return view_->setHolders({}, false,
                                 connection() != nullptr && connection()->identity().signedIn()
                                     ? tr("Who holds how much is shown to the token's issuer and to "
                                          "auditors, and each holder sees "
                                          "their own. You are signed in as %1, who is neither.")
                                           .arg(tame(connection()->identity().name))
                                     : tr("Who holds how much is shown to the token's issuer and to "
                                          "auditors, and each holder sees "
                                          "their own. Sign in as one of them to see it."));
      return view_->setHolders(holders_, false, error.message + QLatin1Char(' ') + error.remedy);
    }
    if (cursor.isEmpty()) holders_ = {};
    for (const auto& item : (*answer)[QLatin1String("items")].toArray()) holders_.append(item);
    nextHolders_ = (*answer)[QLatin1String("next")].toString();
    view_->setHolders(holders_, !nextHolders_.isEmpty(),
                      holders_.isEmpty() ? tr("Nobody holds this token any more.") : QString());
  });
}

void AssetsPage::dragEnterEvent(QDragEnterEvent* event) {
  const auto urls = event->mimeData()->urls();
  if (urls.size() == 1 && urls.first().isLocalFile()) event->acceptProposedAction();
}

void AssetsPage::dropEvent(QDropEvent* event) {
  const auto urls = event->mimeData()->urls();
  if (urls.size() != 1 || !urls.first().isLocalFile()) return;
  event->acceptProposedAction();
  readProofFile(urls.first().toLocalFile());
}

}  // namespace aurigraph::ui
