#include "ui/pages/assets/assets_page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/pages/assets/asset_list.h"
#include "ui/pages/assets/asset_view.h"
#include "ui/pages/assets/entry.h"
#include "ui/pages/assets/proof_view.h"
#include "ui/pages/assets/verified_balances.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

// What people do on the page; what it asks the gateway: assets_page_questions.cpp.
namespace aurigraph::ui {

using namespace assets;  // NOLINT(google-build-using-namespace): the page's own parts

AssetsPage::AssetsPage(PageContext context, QWidget* parent)
    : Page(assetsEntry(), context, parent),
      chooser_(std::make_unique<FileChooser>()),
      flow_(new ProofFlow(this)),
      balances_(new VerifiedBalances(this->context().store, this)),
      stack_(new QStackedWidget),
      list_(new AssetList),
      view_(new AssetView(*balances_)),
      proof_(new ProofView(*flow_)) {
  for (QWidget* each :
       {static_cast<QWidget*>(list_), static_cast<QWidget*>(view_), static_cast<QWidget*>(proof_)})
    stack_->addWidget(each);
  setContent(stack_);
  makeHeader();
  makeKeys();
  setAcceptDrops(true);
  connect(list_, &AssetList::opened, this, &AssetsPage::openAsset);
  connect(list_, &AssetList::lookUp, this, &AssetsPage::lookUp);
  connect(list_, &AssetList::moreWanted, this, &AssetsPage::askMore);
  connect(view_, &AssetView::recordWanted, this,
          [this](const QString& id) { Q_EMIT openElsewhere(QStringLiteral("record"), id); });
  connect(view_, &AssetView::proofWanted, this, &AssetsPage::openProof);
  connect(view_, &AssetView::moreHoldersWanted, this, [this] { askHolders(symbol_, nextHolders_); });
  connect(proof_, &ProofView::saveWanted, this, &AssetsPage::saveProof);
  connect(proof_, &ProofView::openWanted, this, &AssetsPage::chooseProofFile);
  connect(flow_, &ProofFlow::changed, this, &AssetsPage::proofChanged);
  connect(balances_, &VerifiedBalances::changed, view_, &AssetView::showHolders);
  connect(&pane(), &StatePane::actionWanted, this,
          [this] { Q_EMIT openElsewhere(QStringLiteral("issuance"), QString()); });
  go(Place::kList);
}

AssetsPage::~AssetsPage() = default;

void AssetsPage::makeHeader() {
  back_ = new QPushButton(tr("&Back"), this);
  back_->setObjectName(QStringLiteral("assetsBack"));
  setLook(*back_, "quiet");
  heading_ = new PlainLabel({}, this);
  heading_->setFont(Theme::instance().heading());
  notice_ = new PlainLabel({}, this);
  notice_->setObjectName(QStringLiteral("assetsNotice"));
  notice_->look("muted");
  openFile_ = new QPushButton(tr("Check a proof fi&le …"), this);
  openFile_->setObjectName(QStringLiteral("openProofFile"));
  openFile_->setToolTip(
      tr("Checks a .rwaproof file on this computer. Needs no connection; you can also drop it here."));
  const auto icons = [this] {
    back_->setIcon(Theme::instance().icon(QStringLiteral("arrow-back"), Ink::kAccent));
    openFile_->setIcon(Theme::instance().icon(QStringLiteral("proof")));
  };
  icons();
  connect(&Theme::instance(), &Theme::changed, this, icons);
  connect(back_, &QPushButton::clicked, this, &AssetsPage::back);
  connect(openFile_, &QPushButton::clicked, this, &AssetsPage::chooseProofFile);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  row->addWidget(back_);
  row->addWidget(heading_);
  row->addWidget(view_->heading());
  row->addWidget(notice_, 1);
  row->addWidget(openFile_);
  // Above the pane: a proof can be checked whatever the connection does.
  auto* whole = static_cast<QVBoxLayout*>(layout());
  whole->setContentsMargins(24, 18, 24, 18);
  whole->setSpacing(14);
  whole->insertLayout(0, row);
}

void AssetsPage::makeKeys() {
  const auto key = [this](const QKeySequence& keys, auto act) {
    auto* shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
  };
  key(QKeySequence::Find, [this] {
    go(Place::kList);
    list_->focusSearch();
  });
  key(QKeySequence::Open, [this] { chooseProofFile(); });
  key(QKeySequence::Save, [this] {
    if (place_ == Place::kProof) saveProof();
  });
  key(Qt::Key_Escape, [this] { back(); });
  key(QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
    if (place_ == Place::kAsset) view_->proveCurrent();
  });
}

QList<Shortcut> AssetsPage::shortcuts() const {
  return {{QKeySequence::Find, tr("Find an asset")},
          {QKeySequence(Qt::Key_Return), tr("Open what is selected")},
          {QKeySequence(Qt::CTRL | Qt::Key_E), tr("Check the proof of the selected holding")},
          {QKeySequence::Open, tr("Check a proof file")},
          {QKeySequence::Save, tr("Save the proof that is shown")},
          {QKeySequence(Qt::Key_Escape), tr("Back")}};
}

bool AssetsPage::settled() const {
  switch (place_) {
    case Place::kList:
      return Page::settled() && listCame_;
    case Place::kAsset:
      return Page::settled() && waiting_ == 0;
    case Place::kProof:
      return Page::settled() && flow_->stage() == ProofFlow::Stage::kDone;
  }
  return false;
}

bool AssetsPage::open(const QString& what, const QString& id) {
  if (what == QLatin1String("asset")) {
    openAsset(id);
    return true;
  }
  if (what == QLatin1String("proof") && id.isEmpty()) {
    chooseProofFile();
    return true;
  }
  if (what == QLatin1String("proof")) {
    openProof(id.section(QLatin1Char('/'), 0, 0), id.section(QLatin1Char('/'), 1).toUInt());
    return true;
  }
  if (what == QLatin1String("proof-file")) {
    readProofFile(id);
    return true;
  }
  return false;
}

void AssetsPage::go(Place place) {
  if (place == Place::kProof && place_ != Place::kProof) beforeProof_ = place_;
  place_ = place;
  stack_->setCurrentIndex(static_cast<int>(place));
  back_->setVisible(place != Place::kList);
  openFile_->setVisible(place == Place::kList);
  heading_->setText(place == Place::kProof ? tr("Proof of a holding") : title());
  heading_->setVisible(place != Place::kAsset);
  view_->heading()->setVisible(place == Place::kAsset);
  notice_->setText(place == Place::kProof ? elidedMiddle(tame(flow_->name()), 60) : QString());
  if (place == Place::kProof) {
    proof_->setPinned(connection() != nullptr ? connection()->profile().genesis : QString());
    pane().ready();
  } else if (place == Place::kList && listCame_) {
    assets_.isEmpty()
        ? pane().empty(tr("There are no assets yet."),
                       tr("An asset appears here when an issuer has registered it on accepted or "
                          "approved records. The issuance wizard leads through it."),
                       tr("Open the issuance wizard"))
        : pane().ready();
  }
}

void AssetsPage::back() {
  if (place_ == Place::kProof) {
    flow_->cancel();
    // The asset before it may be of a cluster that is gone.
    const bool there = beforeProof_ == Place::kAsset && !asset_.isEmpty();
    go(there ? Place::kAsset : Place::kList);
    if (there) view_->focusFirst();
  } else if (place_ == Place::kAsset) {
    ++turn_;
    asset_.clear();
    go(Place::kList);
    list_->focusTable();
  } else {
    return;
  }
  if (place_ == Place::kList && !listCame_) {
    pane().loading();
    if (connection() != nullptr && connection()->live()) refresh();
  }
}

void AssetsPage::chooseProofFile() {
  chooser_->openProof(this, [this](const QString& file) {
    if (!file.isEmpty()) readProofFile(file);
  });
}

void AssetsPage::readProofFile(const QString& file) {
  go(Place::kProof);
  flow_->read(file);
}

void AssetsPage::openProof(const QString& symbol, quint32 identity) {
  if (connection() == nullptr) return;
  go(Place::kProof);
  flow_->ask(connection()->api(), symbol, identity);
}

void AssetsPage::saveProof() {
  if (flow_->stage() != ProofFlow::Stage::kDone || flow_->fromFile() || flow_->result().failed() != nullptr)
    return;
  // The very bytes that were checked, whatever is shown by the time a name was chosen.
  chooser_->saveProof(this, flow_->name(), [this, bytes = flow_->bytes()](const QString& file) {
    if (file.isEmpty()) return;
    notice_->setText(tr("Saving …"));
    writeProof(file, bytes).then(this, [this, bytes](const Reply<QString>& written) {
      const QString sentence = written ? tr("Saved: %1").arg(leftToRight(*written))
                                       : written.error().message + QLatin1Char(' ') + written.error().remedy;
      notice_->setText(elidedMiddle(sentence, 90));
      notice_->setToolTip(sentence);
      if (written && flow_->bytes() == bytes) proof_->setSavedAs(*written);
      Q_EMIT said(sentence);
    });
  });
}

void AssetsPage::proofChanged() {
  if (place_ == Place::kProof)
    notice_->setText(elidedMiddle(tame(flow_->name().section(QLatin1Char('/'), -1)), 60));
  if (flow_->stage() != ProofFlow::Stage::kDone) return;
  const auto& holding = flow_->result().holding;  // Of a valid proof, or not there.
  // Only a proof of the cluster that we are connected to says something about what it reports.
  if (!holding || connection() == nullptr || flow_->trusted() != std::optional(connection()->genesis()))
    return;
  balances_->keep(*holding, flow_->result().digest);
  view_->setProven(holding);
}

}  // namespace aurigraph::ui
