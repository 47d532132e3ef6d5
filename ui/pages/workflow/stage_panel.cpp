#include "ui/pages/workflow/stage_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/state_pane.h"

namespace aurigraph::ui {
namespace {

constexpr int kRowsMeasured = 40;  // For the widths of columns: what one screen shows.

QComboBox* makeChoice(const QString& name, const QStringList& words, QString (*text)(const QString&),
                      const QString& all, QWidget* parent) {
  auto* box = new QComboBox(parent);
  box->setObjectName(name);
  box->addItem(all, QString());
  for (const QString& word : words) box->addItem(text(word), word);
  box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  return box;
}

}  // namespace

StagePanel::StagePanel(QWidget* parent)
    : QWidget(parent),
      records_(new RecordModel(this)),
      sources_(new SourceModel(this)),
      title_(new PlainLabel({}, this)),
      purpose_(new PlainLabel({}, this)),
      filters_(new QWidget(this)),
      clear_(new QPushButton(tr("Clear filters"), filters_)),
      new_(new QPushButton(this)),
      stack_(new QStackedWidget(this)) {
  setObjectName(QStringLiteral("stagePanel"));
  title_->setFont(Theme::instance().subheading());
  title_->setObjectName(QStringLiteral("stageTitle"));
  purpose_->look("muted");
  purpose_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  category_ = makeChoice(QStringLiteral("categoryFilter"),
                         {QStringLiteral("market"), QStringLiteral("property"), QStringLiteral("carbon"),
                          QStringLiteral("supply"), QStringLiteral("weather")},
                         &categoryText, tr("All categories"), filters_);
  band_ = makeChoice(QStringLiteral("bandFilter"),
                     {QStringLiteral("ACCEPT"), QStringLiteral("REVIEW"), QStringLiteral("REJECT")},
                     &bandText, tr("All results"), filters_);
  category_->setAccessibleName(tr("Category"));
  band_->setAccessibleName(tr("Result of the score"));
  clear_->setObjectName(QStringLiteral("clearFilters"));
  setLook(*clear_, "quiet");
  clear_->hide();
  new_->setObjectName(QStringLiteral("showNew"));
  setLook(*new_, "primary");
  new_->hide();

  auto* filterRow = new QHBoxLayout(filters_);
  filterRow->setContentsMargins(0, 0, 0, 0);
  filterRow->addWidget(clear_);
  filterRow->addWidget(category_);
  filterRow->addWidget(band_);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(title_);
  words->addWidget(purpose_);
  auto* head = new QHBoxLayout;
  head->addLayout(words, 1);
  head->addWidget(new_, 0, Qt::AlignBottom);
  head->addWidget(filters_, 0, Qt::AlignBottom);

  recordTable_ = makeTable(records_, QStringLiteral("recordTable"));
  recordTable_->setAccessibleName(tr("Records at this stage, newest first"));
  recordTable_->horizontalHeader()->setSectionResizeMode(RecordModel::kAsset, QHeaderView::Stretch);
  recordPane_ = new StatePane(recordTable_, stack_);
  sourceTable_ = makeTable(sources_, QStringLiteral("sourceTable"));
  sourceTable_->setAccessibleName(tr("Sources"));
  sourceTable_->horizontalHeader()->setStretchLastSection(true);
  sourcePane_ = new StatePane(sourceTable_, stack_);
  stack_->addWidget(recordPane_);
  stack_->addWidget(sourcePane_);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addLayout(head);
  column->addWidget(stack_, 1);

  connect(category_, &QComboBox::activated, this, &StagePanel::filterChanged);
  connect(band_, &QComboBox::activated, this, &StagePanel::filterChanged);
  connect(clear_, &QPushButton::clicked, this, &StagePanel::clearFilters);
  connect(new_, &QPushButton::clicked, this, &StagePanel::showNew);
  connect(recordPane_, &StatePane::retry, records_, &RecordModel::look);
  connect(recordPane_, &StatePane::actionWanted, this, &StagePanel::clearFilters);
  connect(records_, &RecordModel::freshChanged, this, &StagePanel::showFresh);
  connect(records_, &RecordModel::came, this, &StagePanel::showState);
  connect(records_, &RecordModel::failed, this, [this](const ApiError& error) {
    if (records_->rowCount() == 0)
      recordPane_->failed(error);
    else
      Q_EMIT said(error.message + u' ' + error.remedy);
  });
  connect(recordTable_, &QTableView::activated, this,
          [this](const QModelIndex& index) { Q_EMIT recordWanted(records_->idAt(index.row())); });
}

QTableView* StagePanel::makeTable(QAbstractItemModel* model, const QString& name) {
  auto* table = new QTableView(this);
  table->setObjectName(name);
  table->setModel(model);
  table->setItemDelegate(new ChipDelegate(table));
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setTabKeyNavigation(false);
  table->setShowGrid(false);
  table->setWordWrap(false);
  table->setTextElideMode(Qt::ElideMiddle);  // Keys differ at their ends.
  table->setCornerButtonEnabled(false);
  table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 2);
  table->horizontalHeader()->setHighlightSections(false);
  table->horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 9);
  table->horizontalHeader()->setResizeContentsPrecision(kRowsMeasured);
  return table;
}

void StagePanel::setConnection(Connection* connection) {
  records_->setConnection(connection);
  sources_->set({});
  sourcesCame_ = false;
  recordPane_->loading();
  sourcePane_->loading();
}

void StagePanel::openStage(const QString& stage) {
  stage_ = stage;
  const bool sources = beforeLedger(stage);
  //: Heading of a table: records at a stage; %1 is the stage
  title_->setText(sources ? tr("%1: sources").arg(stageText(stage))
                          : tr("%1: records").arg(stageText(stage)));
  purpose_->setText(stagePurpose(stage));
  purpose_->setToolTip(stagePurpose(stage));
  filters_->setVisible(!sources);
  stack_->setCurrentWidget(sources ? sourcePane_ : recordPane_);
  if (!sources) filterChanged();
  showFresh();
  showState();
}

void StagePanel::filterChanged() {
  const RecordModel::Filter wanted{.stage = stage_,
                                   .category = category_->currentData().toString(),
                                   .band = band_->currentData().toString()};
  clear_->setVisible(wanted.narrows());
  if (wanted != records_->filter()) recordPane_->loading();
  records_->setFilter(wanted);
}

void StagePanel::clearFilters() {
  category_->setCurrentIndex(0);
  band_->setCurrentIndex(0);
  filterChanged();
  category_->setFocus();
}

void StagePanel::look() {
  if (!beforeLedger(stage_)) records_->look();
}

void StagePanel::setSources(const QList<Source>& sources) {
  const bool first = !sourcesCame_;
  sourcesCame_ = true;
  sources_->set(sources);
  if (first) sourceTable_->resizeColumnsToContents();
  showState();
}

void StagePanel::setNow(const QDateTime& now) {
  records_->setNow(now);
}

void StagePanel::showState() {
  if (sourcesCame_) {
    if (sources_->rowCount() == 0)
      sourcePane_->empty(
          tr("No source is set up."),
          tr("Sources belong to slim nodes. As soon as one runs, what it asks is listed here."));
    else
      sourcePane_->ready();
  }
  if (!records_->loaded()) return;
  if (records_->rowCount() > 0) {
    if (recordPane_->state().kind != PaneState::Kind::kReady) recordTable_->resizeColumnsToContents();
    return recordPane_->ready();
  }
  if (records_->filter().narrows())
    return recordPane_->empty(tr("No record here matches the filters."),
                              tr("There may be others at this stage."), tr("Clear filters"));
  if (stage_ == QLatin1String("review"))
    return recordPane_->empty(
        tr("Nothing has needed a review yet."),
        tr("Records that score from 0.60 to below 0.80 are listed here and wait for a person."));
  recordPane_->empty(tr("No record has come this far yet."),
                     tr("Records appear here by themselves as sources are asked and answers are scored."));
}

void StagePanel::showFresh() {
  const int fresh = records_->fresh();
  const bool shown = fresh > 0 && !beforeLedger(stage_);
  // A button that goes takes no focus with it.
  if (!shown && new_->hasFocus()) recordTable_->setFocus();
  new_->setVisible(shown);
  if (!shown) return;
  new_->setText(records_->freshIsMore() ? tr("More than %n new – press N", nullptr, fresh)
                                        : tr("%n new – press N", nullptr, fresh));
}

void StagePanel::showNew() {
  if (new_->isHidden()) return;
  const int count = records_->showNew();
  if (count == 0) return;
  recordTable_->scrollToTop();
  recordTable_->selectRow(0);
  recordTable_->setFocus();
  Q_EMIT said(tr("%n new record(s) shown.", nullptr, count));
}

bool StagePanel::settled() const {
  return beforeLedger(stage_) ? sourcePane_->state().kind == PaneState::Kind::kReady
                              : recordPane_->state().kind == PaneState::Kind::kReady;
}

void StagePanel::focusTable() {
  QTableView* table = beforeLedger(stage_) ? sourceTable_ : recordTable_;
  if (!table->currentIndex().isValid() && table->model()->rowCount() > 0) table->selectRow(0);
  table->setFocus();
}

void StagePanel::focusFilter() {
  if (!beforeLedger(stage_)) category_->setFocus();
}

void StagePanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange)
    for (QTableView* table : {recordTable_, sourceTable_})
      if (table != nullptr) table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 2);
}

}  // namespace aurigraph::ui
