#include "ui/wizard/view/approve_view.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QJsonArray>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "core/crypto/keystore.h"
#include "ui/client/json.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/files.h"
#include "ui/wizard/view/key_form.h"
#include "ui/wizard/view/parts.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

constexpr int kContentCharacters = 110;
constexpr qint64 kLongestMs = wire::kApprovalHours * 3'600'000;

QDateTime endOf(const issuance::ApprovalRequest& request) {
  return QDateTime::fromMSecsSinceEpoch(request.until().value / 1'000'000);
}

}  // namespace

ApproveView::ApproveView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("approveView"));
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* page = new ScrollBody(scroll);
  page->setMaximumWidth(fontMetrics().averageCharWidth() * kContentCharacters);
  scroll->setWidget(page);
  whole->addWidget(scroll, 1);
  auto* column = new QVBoxLayout(page);
  column->setSpacing(12);
  auto* heading = new PlainLabel(tr("Approve a request"), page);
  heading->setFont(Theme::instance().heading());
  column->addWidget(heading);
  auto* sentence = new PlainLabel(
      tr("Open the file that the issuer sent. What you read below is made on this computer from the very "
         "bytes that you sign; a file that says otherwise is not opened."),
      page);
  sentence->look("muted").wrapped();
  column->addWidget(sentence);
  open_ = new QPushButton(tr("Open a request …"), page);
  open_->setObjectName(QStringLiteral("openRequest"));
  setLook(*open_, "primary");
  column->addWidget(open_, 0, Qt::AlignLeading);
  said_ = new PlainLabel({}, page);
  said_->setObjectName(QStringLiteral("approveSaid"));
  said_->wrapped();
  column->addWidget(said_);

  found_ = new QWidget(page);
  auto* inside = new QVBoxLayout(found_);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->setSpacing(12);
  clusterBand_ = new QFrame(found_);
  setLook(*clusterBand_, "banner");
  auto* band = new QVBoxLayout(clusterBand_);
  cluster_ = new PlainLabel({}, clusterBand_);
  cluster_->setObjectName(QStringLiteral("approveCluster"));
  cluster_->wrapped();
  band->addWidget(cluster_);
  inside->addWidget(clusterBand_);
  auto* words = new Card(tr("The issue"), {}, found_);
  lines_ = new QGridLayout;
  words->body().addLayout(lines_);
  author_ = new PlainLabel({}, words);
  author_->setObjectName(QStringLiteral("approveAuthor"));
  author_->look("muted").wrapped();
  words->body().addWidget(author_);
  asset_ = new PlainLabel({}, words);
  asset_->setObjectName(QStringLiteral("approveAsset"));
  asset_->look("muted").wrapped();
  words->body().addWidget(asset_);
  inside->addWidget(words);
  auto* signing = new Card(
      tr("Your approval"),
      tr("It is good for exactly these terms, ordered by this issuer, once, and until its end."), found_);
  end_ = new PlainLabel({}, signing);
  end_->setObjectName(QStringLiteral("approveEnd"));
  end_->wrapped();
  signing->body().addWidget(end_);
  digest_ = new CopyField(tr("Digest to approve"), signing);
  signing->body().addWidget(digest_);
  own_ = new QPushButton(tr("Approve as yourself"), signing);
  own_->setObjectName(QStringLiteral("approveOwn"));
  signing->body().addWidget(own_, 0, Qt::AlignLeading);
  key_ = new KeyForm(tr("Approve with this key"), signing);
  signing->body().addWidget(key_);
  inside->addWidget(signing);
  save_ = new QPushButton(tr("Save the answer …"), found_);
  save_->setObjectName(QStringLiteral("saveAnswer"));
  setLook(*save_, "primary");
  inside->addWidget(save_, 0, Qt::AlignLeading);
  column->addWidget(found_);
  column->addStretch();
  auto* close = new QPushButton(tr("&Back to the list"), this);
  close->setObjectName(QStringLiteral("approveClose"));
  whole->addWidget(close, 0, Qt::AlignLeading);

  connect(open_, &QPushButton::clicked, this, [this] {
    auto* dialog =
        new QFileDialog(this, tr("Approval request"), {}, tr("Approval requests (*.approval-request)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ApproveView::openRequest);
    dialog->open();
  });
  connect(save_, &QPushButton::clicked, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Save the answer"), {}, tr("Approvals (*.approval)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("approval"));
    dialog->selectFile(suggested_);
    connect(dialog, &QFileDialog::fileSelected, this, &ApproveView::saveAnswer);
    dialog->open();
  });
  connect(own_, &QPushButton::clicked, this, [this] {
    if (connection_ && connection_->author() != nullptr) sign(connection_->author()->key());
  });
  connect(key_, &KeyForm::wanted, this, [this](const QByteArray& file, const QString& phrase) {
    key_->setBusy(true);
    using Opened = Result<crypto::OpenedKey>;
    QtConcurrent::run([file, words = stdText(phrase)] {
      return crypto::openKey(viewOf(file), words);
    }).then(this, [this](const Opened& opened) {
      key_->setBusy(false);
      if (!opened)
        return say(qtText(opened.error().message) + QLatin1Char(' ') + qtText(opened.error().remedy), "fail");
      sign(opened->key);
    });
  });
  connect(close, &QPushButton::clicked, this, &ApproveView::closeWanted);
  showRequest();
}

void ApproveView::setConnection(Connection* connection) {
  const bool other = connection != connection_;
  connection_ = connection;
  showRequest();
  if (!other || !request_) return;
  lookUpAuthor();
  lookUpAsset();
}

void ApproveView::focusFirst() {
  open_->setFocus();
}

void ApproveView::say(const QString& sentence, const char* tone) {
  said_->setText(sentence);
  said_->tone(tone);
  said_->setVisible(!sentence.isEmpty());
}

void ApproveView::openRequest(const QString& path) {
  readFile(path, static_cast<qint64>(issuance::kMaxApprovalFileBytes) + 1)
      .then(this, [this](const Reply<QByteArray>& bytes) {
        request_.reset();
        answer_.reset();
        say({}, nullptr);
        if (!bytes) {
          say(bytes.error().message + QLatin1Char(' ') + bytes.error().remedy, "fail");
        } else if (auto request = issuance::approvalRequestFromJson(asText(viewOf(*bytes))); request) {
          request_ = std::move(*request);
          suggested_ = qtText(request_->issue.symbol) + QStringLiteral(".approval");
        } else {
          say(qtText(request.error().message) + QLatin1Char(' ') + qtText(request.error().remedy), "fail");
        }
        showRequest();
        if (!request_) return;
        lookUpAuthor();
        lookUpAsset();
      });
}

void ApproveView::showRequest() {
  found_->setVisible(request_.has_value());
  if (said_->text().isEmpty()) said_->hide();
  if (!request_) return;
  clear(*lines_);
  std::vector<std::pair<QString, QString>> lines;
  for (const auto& line : request_->words()) lines.emplace_back(summaryLabel(line), summaryValue(line));
  addSummary(*lines_, lines, this);
  digest_->setValue(qtText(toHex(request_->digest().view())), 64);
  sayCluster();
  sayEnd();
  const bool may = connection_ && connection_->author() != nullptr &&
                   connection_->author()->publicKey() != request_->author &&
                   connection_->identity().may(QLatin1String("approve-issue"));
  own_->setVisible(may);
  own_->setEnabled(mayBeSigned());
  if (may) own_->setText(tr("Approve as %1").arg(tame(connection_->identity().name)));
  key_->setReady(mayBeSigned());
  save_->setVisible(answer_.has_value());
}

void ApproveView::sayCluster() {
  const bool known = connection_ && !connection_->genesis().isZero();
  const bool same = known && connection_->genesis() == request_->genesis;
  const QString genesis = leftToRight(elidedMiddle(qtText(toHex(request_->genesis.view())), 20));
  if (same)
    cluster_->setText(tr("✓ The request is for the cluster that you are connected to."));
  else if (known)
    cluster_->setText(
        tr("! The request is for another cluster than the one you are connected to (genesis %1).")
            .arg(genesis));
  else
    cluster_->setText(tr("! You are not connected. Compare the request's genesis digest with the one that "
                         "you were given: %1")
                          .arg(genesis));
  setTone(*clusterBand_, same ? "ok" : "warn");
}

QDateTime ApproveView::now() const {
  return connection_ ? connection_->clusterNow() : QDateTime::currentDateTime();
}

bool ApproveView::hasEnded() const {
  return endOf(*request_) < now();
}
bool ApproveView::isTooLong() const {
  return now().msecsTo(endOf(*request_)) > kLongestMs;
}

bool ApproveView::mayBeSigned() const {
  // The ledger sees the end alone, not when the words were given: what is good for a year now is refused now,
  // and taken in a year. What has ended harms nobody, and a computer without a connection may be wrong.
  return request_ && !isTooLong() && (!hasEnded() || !connection_);
}

void ApproveView::sayEnd() {
  const QDateTime end = endOf(*request_);
  const bool against = isTooLong() || hasEnded();
  QString words;
  if (isTooLong())
    words = tr("✗ The request would be good until %1, for longer than the %2 hours that a ledger takes. "
               "Ask the issuer for a new one.")
                .arg(dateTimeText(end), QString::number(wire::kApprovalHours));
  else if (hasEnded())
    words = tr("✗ The request was good until %1. Ask the issuer for a new one.").arg(dateTimeText(end));
  else
    words = tr("The issue can be ordered with it until %1, %2.").arg(dateTimeText(end), agoText(end, now()));
  if (against && !connection_)
    words += QLatin1Char(' ') + tr("By this computer's clock it is %1.").arg(dateTimeText(now()));
  end_->setText(words);
  end_->tone(against ? "fail" : nullptr);
}

void ApproveView::lookUpAuthor() {
  author_->setText({});
  if (!connection_ || connection_->genesis() != request_->genesis) return;
  const PublicKey key = request_->author;
  connection_->api()
      .get(QStringLiteral("/query/identities?key=") + qtText(toHex(key.view())))
      .then(this, [this, key](const Answer& answer) {
        if (!request_ || request_->author != key || !answer) return;
        const auto found = (*answer)[QLatin1String("items")].toArray();
        if (found.isEmpty())
          return author_->setText(tr("! This cluster knows nobody who has the issuer's key."));
        const QJsonObject who = found.at(0).toObject();
        const QString name = isolated(tame(textIn(who, "name")));
        const QString organisation = tame(textIn(who, "organisation"));
        author_->setText(organisation.isEmpty()
                             ? tr("This cluster says that the issuer's key is of “%1”.").arg(name)
                             : tr("This cluster says that the issuer's key is of “%1”, who works for “%2”.")
                                   .arg(name, isolated(organisation)));
      });
}

void ApproveView::lookUpAsset() {
  asset_->setText({});
  if (!connection_ || connection_->genesis() != request_->genesis) return;
  const auto id = request_->issue.asset.value;
  connection_->api()
      .get(QStringLiteral("/query/assets/%1").arg(id))
      .then(this, [this, id](const Answer& answer) {
        if (!request_ || request_->issue.asset.value != id) return;
        if (!answer) return asset_->setText(tr("This cluster does not know asset %1.").arg(id));
        const auto text = [&](const char* name) { return leftToRight(tame(textIn(*answer, name))); };
        asset_->setText(tr("This cluster says that asset %1 is “%2” with the key %3.")
                            .arg(QString::number(id), text("name"), text("asset_key")));
      });
}

void ApproveView::sign(const crypto::SigningKey& key) {
  if (!request_) return;
  if (key.publicKey() == request_->author)
    return say(tr("✗ This is the issuer's own key. Nobody approves their own issue."), "fail");
  if (!mayBeSigned()) return showRequest();  // It ended while it was read.
  answer_ = issuance::approve(*request_, key);
  say(tr("✓ Signed. Save the answer and send it to the issuer."), "ok");
  showRequest();
  save_->setFocus();
}

void ApproveView::saveAnswer(const QString& path) {
  if (!answer_) return;
  writeFile(path, QByteArray::fromStdString(issuance::toJson(*answer_) + "\n"))
      .then(this, [this, path](const Reply<bool>& written) {
        if (written)
          say(tr("✓ Written to %1. Send it to the issuer.").arg(leftToRight(tame(path))), "ok");
        else
          say(written.error().message + QLatin1Char(' ') + written.error().remedy, "fail");
      });
}

}  // namespace aurigraph::ui
