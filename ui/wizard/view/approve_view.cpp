#include "ui/wizard/view/approve_view.h"

#include <QFileDialog>
#include <QGridLayout>
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
  asset_ = new PlainLabel({}, words);
  asset_->setObjectName(QStringLiteral("approveAsset"));
  asset_->look("muted").wrapped();
  words->body().addWidget(asset_);
  inside->addWidget(words);
  auto* signing =
      new Card(tr("Your approval"), tr("It is good for exactly these terms and nothing else."), found_);
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
  connection_ = connection;
  showRequest();
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
        if (request_) lookUpAsset();
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
  const bool may = connection_ && connection_->author() != nullptr &&
                   connection_->identity().may(QLatin1String("approve-issue"));
  own_->setVisible(may);
  if (may) own_->setText(tr("Approve as %1").arg(tame(connection_->identity().name)));
  key_->setReady(true);
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
