#include "ui/pages/review/item_panel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/models/queue_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/evidence_view.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/score_waterfall.h"

namespace aurigraph::ui {
namespace {

constexpr int kScoreBelowFromLines = 42;

void setUpTable(QTableView& view, QAbstractItemModel* model, const QString& name, const QString& spoken) {
  view.setModel(model);
  view.setObjectName(name);
  view.setAccessibleName(spoken);
  view.setSelectionBehavior(QAbstractItemView::SelectRows);
  view.setSelectionMode(QAbstractItemView::SingleSelection);
  view.setEditTriggers(QAbstractItemView::NoEditTriggers);
  view.setTabKeyNavigation(false);
  view.setShowGrid(false);
  view.setWordWrap(true);
  view.verticalHeader()->hide();
  view.verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  view.horizontalHeader()->setHighlightSections(false);
  view.horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

/// A caption over what it names.
QVBoxLayout* fact(const QString& caption, QWidget* value) {
  auto* column = new QVBoxLayout;
  column->setSpacing(2);
  auto* label = new PlainLabel(caption);
  label->look("muted");
  label->setFont(Theme::instance().small());
  column->addWidget(label);
  column->addWidget(value);
  column->addStretch();
  return column;
}

}  // namespace

ItemPanel::ItemPanel(QWidget* parent)
    : QWidget(parent),
      stack_(new QStackedWidget(this)),
      nothing_(new PlainLabel(tr("Choose a record of the queue."), this)),
      asset_(new PlainLabel({}, this)),
      kind_(new PlainLabel({}, this)),
      origin_(new Chip({}, "simulated", this)),
      due_(new Chip({}, nullptr, this)),
      value_(new PlainLabel({}, this)),
      score_(new PlainLabel({}, this)),
      band_(new Chip({}, nullptr, this)),
      source_(new PlainLabel({}, this)),
      age_(new PlainLabel({}, this)),
      submitter_(new PlainLabel({}, this)),
      id_(new CopyField(tr("Record id"), this)),
      tabs_(new QTabWidget(this)),
      checks_(new CheckList(this)),
      checksPage_(new QSplitter(Qt::Vertical, this)),
      scorePage_(new QScrollArea(this)),
      waterfall_(new ScoreWaterfall(this)),
      evidence_(new EvidenceView(this)),
      base_(new QFrame(this)),
      baseText_(new PlainLabel({}, base_)),
      changedOnly_(new QCheckBox(tr("Only what changed (D)"), this)),
      changes_(new ChangeModel(this)),
      changeView_(new QTableView(this)),
      changesPage_(new QWidget(this)),
      earlierPage_(new QWidget(this)),
      earlier_(new EarlierModel(this)),
      earlierView_(new QTableView(this)),
      earlierNone_(new PlainLabel(tr("There is no earlier record of this asset."), this)) {
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->look("muted").wrapped();
  nothing_->setObjectName(QStringLiteral("itemNothing"));

  tabs_->setObjectName(QStringLiteral("itemTabs"));
  tabs_->setDocumentMode(true);
  tabs_->tabBar()->setAccessibleName(tr("Parts of the record"));
  tabs_->tabBar()->setObjectName(QStringLiteral("itemTabBar"));
  tabs_->setAccessibleName(tr("Parts of the record"));
  buildChecks();
  buildChanges();
  buildEarlier();
  tabs_->addTab(checksPage_, tr("Checks"));
  tabs_->addTab(evidence_, tr("Raw bytes"));
  tabs_->addTab(changesPage_, tr("Changes"));
  tabs_->addTab(earlierPage_, tr("Earlier"));
  placeScore();

  auto* content = new QWidget(this);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(buildStrip());
  column->addWidget(tabs_, 1);
  stack_->addWidget(nothing_);
  stack_->addWidget(content);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(stack_);

  connect(checks_, &CheckList::checkOpened, this, &ItemPanel::checkOpened);
  connect(checks_, &CheckList::pointed, this, [this](const QString& pointer) {
    pointer_ = pointer;
    evidence_->point(pointer);
  });
  connect(checks_, &CheckList::rawWanted, this, [this] { showTab(kRaw); });
  connect(waterfall_, &ScoreWaterfall::checkChosen, this, [this](int check) {
    // Beside it the check unfolds; from a tab of its own nobody is thrown out by an arrow key.
    const bool beside = tabs_->indexOf(scorePage_) < 0;
    if (beside && check >= 0 && check < record_.checks.size()) checks_->openCheck(record_.checks[check].name);
  });
  connect(changedOnly_, &QCheckBox::toggled, this, [this](bool on) { changes_->setChangedOnly(on); });
  connect(earlierView_, &QTableView::activated, this, [this](const QModelIndex& index) {
    Q_EMIT recordWanted(index.data(EarlierModel::kIdRole).toString());
  });
}

QWidget* ItemPanel::buildStrip() {
  auto* strip = new QFrame(this);
  setLook(*strip, "card");
  asset_->setFont(Theme::instance().subheading());
  asset_->setObjectName(QStringLiteral("itemAsset"));
  asset_->wrapped();
  kind_->look("muted");
  value_->setFont(Theme::instance().subheading());
  score_->setFont(Theme::instance().subheading());
  for (PlainLabel* each : {source_, age_, submitter_, value_}) each->wrapped();
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(asset_, 1);
  head->addWidget(origin_, 0, Qt::AlignTop);
  head->addWidget(due_, 0, Qt::AlignTop);
  auto* scoreBox = new QWidget(strip);
  auto* scoreRow = new QHBoxLayout(scoreBox);
  scoreRow->setContentsMargins(0, 0, 0, 0);
  scoreRow->setSpacing(8);
  scoreRow->addWidget(score_);
  scoreRow->addWidget(band_);
  scoreRow->addStretch();
  auto* facts = new QGridLayout;
  facts->setHorizontalSpacing(20);
  facts->setVerticalSpacing(8);
  facts->addLayout(fact(tr("Value"), value_), 0, 0);
  facts->addLayout(fact(tr("Score"), scoreBox), 0, 1);
  facts->addLayout(fact(tr("Observed"), age_), 0, 2);
  facts->addLayout(fact(tr("Source"), source_), 1, 0);
  facts->addLayout(fact(tr("Submitted by"), submitter_), 1, 1);
  facts->addLayout(fact(tr("Record"), id_), 1, 2);
  for (int i = 0; i < 3; ++i) facts->setColumnStretch(i, 1);
  auto* column = new QVBoxLayout(strip);
  column->setContentsMargins(14, 12, 14, 12);
  column->setSpacing(8);
  column->addLayout(head);
  column->addWidget(kind_);
  column->addLayout(facts);
  return strip;
}

void ItemPanel::buildChecks() {
  checksPage_->setObjectName(QStringLiteral("checksAndScore"));
  checksPage_->setChildrenCollapsible(false);
  checksPage_->setHandleWidth(fontMetrics().height() / 2);
  checksPage_->addWidget(checks_);
  checksPage_->setStretchFactor(0, 1);
  scorePage_->setWidgetResizable(true);
  scorePage_->setFocusPolicy(Qt::NoFocus);
  waterfall_->setObjectName(QStringLiteral("waterfall"));
  scorePage_->setWidget(waterfall_);
}

void ItemPanel::placeScore() {
  const bool below = height() >= fontMetrics().height() * kScoreBelowFromLines;
  const bool isBelow = checksPage_->indexOf(scorePage_) >= 0;
  const int tab = tabs_->indexOf(scorePage_);
  if (below && !isBelow) {
    if (tab >= 0) tabs_->removeTab(tab);
    checksPage_->addWidget(scorePage_);
    checksPage_->setStretchFactor(1, 0);
    scorePage_->show();
  } else if (!below && tab < 0) {
    scorePage_->setMinimumHeight(0);
    tabs_->insertTab(1, scorePage_, tr("Score"));
  }
  if (below) scorePage_->setMinimumHeight(std::min(waterfall_->sizeHint().height() + 2, height() / 2));
}

void ItemPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  placeScore();
}

void ItemPanel::buildChanges() {
  setLook(*base_, "banner");
  baseText_->wrapped();
  baseText_->setObjectName(QStringLiteral("changesBase"));
  auto* row = new QHBoxLayout(base_);
  row->addWidget(baseText_);
  changedOnly_->setObjectName(QStringLiteral("changedOnly"));
  changedOnly_->setChecked(true);
  setUpTable(*changeView_, changes_, QStringLiteral("changes"),
             tr("Differences to the last accepted record"));
  changeView_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  auto* column = new QVBoxLayout(changesPage_);
  column->setContentsMargins(0, 8, 0, 0);
  column->addWidget(base_);
  column->addWidget(changedOnly_);
  column->addWidget(changeView_, 1);
}

void ItemPanel::buildEarlier() {
  setUpTable(*earlierView_, earlier_, QStringLiteral("earlier"), tr("Earlier records of the asset"));
  earlierView_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  earlierView_->horizontalHeader()->setStretchLastSection(true);
  earlierNone_->look("muted").wrapped();
  earlierNone_->setAlignment(Qt::AlignCenter);
  auto* column = new QVBoxLayout(earlierPage_);
  column->setContentsMargins(0, 8, 0, 0);
  column->addWidget(earlierNone_);
  column->addWidget(earlierView_, 1);
}

void ItemPanel::setRecord(const RecordDetail& record, Connection* connection) {
  const bool another = record.item.id != record_.item.id;
  const bool rescored =
      another || record.json[QLatin1String("checks")] != record_.json[QLatin1String("checks")];
  record_ = record;
  const RecordItem& item = record.item;
  asset_->setText(item.assetKey.isEmpty() ? tr("Without an asset") : tame(item.assetKey));
  kind_->setText(tr("%1 · %2").arg(categoryText(item.category), kindText(item.kind)));
  origin_->set(item.origin == QLatin1String("REAL") ? QString() : originText(item.origin), "simulated");
  value_->setText(record.value.isEmpty() ? QStringLiteral("—") : leftToRight(tame(record.value, 80)));
  score_->setText(scoreText(item.scorePpm));
  band_->set(bandText(item.band), bandTone(item.band));
  source_->setText(tame(item.source));
  submitter_->setText(item.submitter.isEmpty() ? QStringLiteral("—") : tame(item.submitter));
  id_->setValue(item.id, 18);
  if (rescored) {
    checks_->setChecks(record.checks);
    waterfall_->setStory(ScoreStory::of(record.json));
    placeScore();
    int failing = 0;
    for (const auto& each : record.checks) failing += each.failing() ? 1 : 0;
    //: Tab: checks, and how many of them lost points
    tabs_->setTabText(tabs_->indexOf(checksPage_),
                      failing == 0 ? tr("Checks") : tr("Checks (%1)").arg(QLocale().toString(failing)));
  }
  showChanges(record);
  earlier_->setRecords(record.earlier);
  earlierNone_->setVisible(record.earlier.isEmpty());
  earlierView_->setVisible(!record.earlier.isEmpty());
  if (another) {
    pointer_.clear();
    if (connection != nullptr && !record.rawDigest.isEmpty())
      evidence_->fetch(connection->api(), record.rawDigest);
    else
      evidence_->clear();
    tabs_->setCurrentWidget(checksPage_);
  }
  stack_->setCurrentIndex(1);
  setNow(now_);
}

void ItemPanel::showChanges(const RecordDetail& record) {
  changes_->setChanges(record.changes);
  const int changed = changes_->changed();
  //: Tab: what a record says differently, and how many fields
  tabs_->setTabText(tabs_->indexOf(changesPage_),
                    changed == 0 ? tr("Changes") : tr("Changes (%1)").arg(QLocale().toString(changed)));
  const bool has = record.lastAccepted.has_value();
  changeView_->setVisible(has);
  changedOnly_->setVisible(has);
  setTone(*base_, has ? nullptr : "warn");
  if (!has)
    return baseText_->setText(
        tr("There is no accepted record of this kind for this asset yet: nothing to compare it with."));
  const auto& last = *record.lastAccepted;
  const QString when = dateTimeText(fromMilliseconds(last.admittedMs));
  const QString what =
      tr("Compared with the last accepted record, of %1 (block %2, score %3, %4).")
          .arg(when, QLocale().toString(last.height), scoreText(last.scorePpm), decisionText(last.decision));
  baseText_->setText(changed == 0 ? what + QLatin1Char(' ') + tr("No field differs.")
                                  : what + QLatin1Char(' ') + tr("%n field(s) differ.", nullptr, changed));
}

void ItemPanel::clear() {
  record_ = {};
  checks_->setChecks({});
  evidence_->clear();
  nothing_->setText(tr("Choose a record of the queue."));
  stack_->setCurrentIndex(0);
}

void ItemPanel::setLoading() {
  if (stack_->currentIndex() == 0) nothing_->setText(tr("Loading the record …"));
}

void ItemPanel::setNow(const QDateTime& now) {
  now_ = now;
  if (record_.item.id.isEmpty()) return;
  const qint64 ms = now.toMSecsSinceEpoch();
  const RecordItem& item = record_.item;
  const bool waiting = item.decision == QLatin1String("WAITING") && item.dueMs != 0;
  due_->set(waiting ? dueText(item.dueMs, ms) : decisionText(item.decision), !waiting
                                                                                 ? decisionTone(item.decision)
                                                                             : item.late(ms) ? "fail"
                                                                             : item.soon(ms) ? "warn"
                                                                                             : nullptr);
  due_->setToolTip(waiting ? tr("Due %1").arg(dateTimeText(fromMilliseconds(item.dueMs))) : QString());
  const auto observed = QDateTime::fromString(
      record_.observedAt.isEmpty() ? record_.retrievedAt : record_.observedAt, Qt::ISODateWithMs);
  age_->setText(agoText(observed, now));
  age_->setToolTip(dateTimeText(observed));
}

void ItemPanel::setOpened(const QSet<QString>& opened) {
  checks_->setOpened(opened);
}

void ItemPanel::showTab(Tab tab) {
  const auto go = [this](QWidget* page, QWidget* focus) {
    tabs_->setCurrentWidget(page);
    (focus->isVisible() ? focus : tabs_->tabBar())->setFocus(Qt::OtherFocusReason);
  };
  switch (tab) {
    case kChecks:
      return go(checksPage_, checks_);
    case kScore:
      return go(tabs_->indexOf(scorePage_) >= 0 ? static_cast<QWidget*>(scorePage_) : checksPage_,
                waterfall_);
    case kRaw:
      return go(evidence_, evidence_->textView());
    case kChanges:
      return go(changesPage_, changeView_);
    case kEarlier:
      return go(earlierPage_, earlierView_);
  }
}

void ItemPanel::toggleChangedOnly() {
  const bool there = tabs_->currentWidget() == changesPage_;
  showTab(kChanges);
  if (there) changedOnly_->toggle();
}

void ItemPanel::openCheck(const QString& check) {
  showTab(kChecks);
  checks_->openCheck(check);
}

}  // namespace aurigraph::ui
