#include "ui/pages/workflow/record_view.h"

#include <QApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/client/json.h"
#include "ui/models/field_model.h"
#include "ui/pages/workflow/lineage_step_view.h"
#include "ui/pages/workflow/score_pane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/evidence_view.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/state_pane.h"

namespace aurigraph::ui {

RecordView::RecordView(QWidget* parent)
    : QWidget(parent),
      title_(new PlainLabel({}, this)),
      summary_(new PlainLabel({}, this)),
      origin_(new Chip({}, nullptr, this)),
      band_(new Chip({}, nullptr, this)),
      decision_(new Chip({}, nullptr, this)),
      idField_(new CopyField(tr("Record id"), this)),
      door_(new QPushButton(this)),
      pane_(nullptr),
      scroll_(new QScrollArea),
      tabs_(new QTabWidget),
      score_(new ScorePane),
      evidence_(new EvidenceView),
      fields_(new FieldModel(this)),
      fieldTable_(new QTableView) {
  setObjectName(QStringLiteral("recordView"));
  scroll_->setObjectName(QStringLiteral("lineageScroll"));
  scroll_->setWidgetResizable(true);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* left = new QFrame;
  setLook(*left, "card");
  auto* leftColumn = new QVBoxLayout(left);
  leftColumn->setContentsMargins(4, 4, 4, 4);
  leftColumn->addWidget(scroll_);
  auto* row = new QHBoxLayout;
  row->setSpacing(20);
  row->addWidget(left, 5);
  row->addWidget(makeDetails(), 7);
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(24, 18, 24, 18);
  column->setSpacing(12);
  column->addWidget(makeHead());
  column->addLayout(row, 1);
  pane_ = new StatePane(content, this);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(pane_);
  connect(pane_, &StatePane::retry, this, &RecordView::look);
  connect(score_, &ScorePane::fieldWanted, this, &RecordView::showBytes);
  connect(fieldTable_, &QTableView::activated, this,
          [this](const QModelIndex& index) { showBytes(fields_->pointerAt(index.row())); });
  connect(tabs_, &QTabWidget::currentChanged, this, [this](int tab) {
    if (tab == kBytesTab && evidence_->state() == EvidenceView::State::kNothing) fetchBytes({});
  });
}

QWidget* RecordView::makeHead() {
  auto* head = new QWidget;
  auto* back = new QPushButton(tr("Back"), head);
  back->setObjectName(QStringLiteral("recordBack"));
  back->setAccessibleName(tr("Back to the list"));
  back->setToolTip(tr("Back to the list (Esc)"));
  setLook(*back, "quiet");
  const auto paint = [back] {
    back->setIcon(Theme::instance().icon(QStringLiteral("arrow-back"), Ink::kAccent));
  };
  paint();
  connect(&Theme::instance(), &Theme::changed, back, paint);
  connect(back, &QPushButton::clicked, this, &RecordView::backWanted);
  title_->setFont(Theme::instance().heading());
  title_->setObjectName(QStringLiteral("recordTitle"));
  title_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  origin_->setObjectName(QStringLiteral("recordOrigin"));
  summary_->look("muted");
  summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* upper = new QHBoxLayout;
  upper->setSpacing(10);
  upper->addWidget(back);
  upper->addWidget(title_);
  upper->addStretch();
  upper->addWidget(door_);
  door_->setObjectName(QStringLiteral("recordDoor"));
  setLook(*door_, "primary");
  connect(door_, &QPushButton::clicked, this, [this] {
    const LineageDoor door = doorOf(lineage_);
    Q_EMIT elsewhereWanted(door.what, door.id);
  });
  auto* lower = new QHBoxLayout;
  lower->setSpacing(8);
  lower->addWidget(origin_);
  lower->addWidget(band_);
  lower->addWidget(decision_);
  lower->addSpacing(6);
  lower->addWidget(summary_, 1);
  lower->addWidget(idField_);
  auto* column = new QVBoxLayout(head);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  column->addLayout(upper);
  column->addLayout(lower);
  return head;
}

QWidget* RecordView::makeDetails() {
  tabs_->setObjectName(QStringLiteral("recordTabs"));
  tabs_->setAccessibleName(tr("Details of the record"));
  tabs_->tabBar()->setObjectName(QStringLiteral("recordTabBar"));
  tabs_->tabBar()->setAccessibleName(tr("Details of the record"));
  auto* bytes = new QWidget;
  auto* bytesColumn = new QVBoxLayout(bytes);
  bytesColumn->setContentsMargins(2, 10, 2, 2);
  bytesColumn->addWidget(evidence_);
  fieldTable_->setObjectName(QStringLiteral("fieldTable"));
  fieldTable_->setAccessibleName(tr("Fields of the record; Enter shows a field in the raw bytes"));
  fieldTable_->setModel(fields_);
  fieldTable_->setSelectionBehavior(QAbstractItemView::SelectRows);
  fieldTable_->setSelectionMode(QAbstractItemView::SingleSelection);
  fieldTable_->setTabKeyNavigation(false);
  fieldTable_->setShowGrid(false);
  fieldTable_->setWordWrap(false);
  fieldTable_->verticalHeader()->hide();
  fieldTable_->horizontalHeader()->setStretchLastSection(true);
  fieldTable_->horizontalHeader()->setHighlightSections(false);
  auto* fields = new QWidget;
  auto* fieldsColumn = new QVBoxLayout(fields);
  fieldsColumn->setContentsMargins(2, 10, 2, 2);
  fieldsColumn->addWidget(fieldTable_);
  //: Tab: the score of a record
  tabs_->addTab(score_, tr("Score"));
  //: Tab: what the provider answered
  tabs_->addTab(bytes, tr("Raw bytes"));
  //: Tab: the fields of a record
  tabs_->addTab(fields, tr("Fields"));
  return tabs_;
}

void RecordView::follow(Connection* connection, const QString& id) {
  const bool other = id != id_ || connection != connection_;
  connection_ = connection;
  id_ = id;
  if (other || lineage_.isEmpty()) {
    forget();
    tabs_->setCurrentIndex(kScoreTab);
  }
  look();
}

void RecordView::look() {
  if (!connection_ || id_.isEmpty() || asking_) return;
  asking_ = true;
  const QString path = QStringLiteral("/query/records/") + escaped(id_);
  connection_->api()
      .get(path + QStringLiteral("/lineage"))
      .then(this, [this, call = call_](const Answer& lineage) {
        if (call != call_) return;
        asking_ = false;
        if (!lineage) {
          if (lineage_.isEmpty()) pane_->failed(lineage.error());
          return;
        }
        if (*lineage != lineage_) {
          lineage_ = *lineage;
          showLineage();
          showHead();
        }
        pane_->ready();
        if (std::exchange(focusWanted_, false)) focusFirst();
      });
  connection_->api().get(path).then(this, [this, call = call_](const Answer& record) {
    if (call != call_) return;
    recordCame_ = true;
    if (!record) {
      Q_EMIT said(record.error().message + u' ' + record.error().remedy);
      return;
    }
    record_ = *record;
    score_->setRecord(record_);
    const bool first = fields_->rowCount() == 0;
    fields_->set(record_[QLatin1String("fields")].toArray());
    if (first && fields_->rowCount() > 0) {
      fieldTable_->resizeColumnsToContents();
      fieldTable_->selectRow(0);
    }
    showHead();
    if (tabs_->currentIndex() == kBytesTab && evidence_->state() == EvidenceView::State::kNothing)
      fetchBytes({});
  });
}

void RecordView::forget() {
  ++call_;
  asking_ = false;
  recordCame_ = false;
  lineage_ = {};
  record_ = {};
  score_->setRecord({});
  evidence_->clear();
  fields_->set({});
  steps_.clear();
  path_ = nullptr;
  auto* nothing = new QWidget;  // Nothing of another record stays in sight.
  setLook(*nothing, "page");
  scroll_->setWidget(nothing);
  pane_->loading();
}

bool RecordView::settled() const {
  return pane_->state().kind == PaneState::Kind::kReady && recordCame_;
}

bool RecordView::moving() const {
  if (steps_.isEmpty()) return false;
  const LineageStep& last = steps_.back()->step();
  return last.state == LineageStep::State::kWaiting &&
         (last.name == QLatin1String("ordered") || last.name == QLatin1String("final"));
}

void RecordView::focusFirst() {
  if (pane_->state().kind != PaneState::Kind::kReady || steps_.isEmpty()) {
    focusWanted_ = true;
    return;
  }
  steps_.front()->setFocus(Qt::TabFocusReason);
}

void RecordView::showHead() {
  const auto& from = record_.isEmpty() ? lineage_ : record_;
  const QString kind = textIn(record_, "kind");
  const QString asset = elidedMiddle(tame(textIn(from, "asset_key")), 40);
  //: Heading: a kind of record and the asset that it is about
  title_->setText(kind.isEmpty() ? leftToRight(asset)
                                 : tr("%1 of %2").arg(kindText(kind), leftToRight(asset)));
  const QString origin = textIn(from, "origin");
  origin_->set(originText(origin), origin == QLatin1String("REAL") ? nullptr : "simulated");
  const QString band = textIn(from, "band");
  const auto score = from[QLatin1String("score_ppm")].toInt();
  //: The score and what it means, like "0.72 For review"
  band_->set(band.isEmpty() ? QString() : tr("%1 %2").arg(scoreText(score), bandText(band)), bandTone(band));
  const QString decision = textIn(from, "decision");
  decision_->set(decision.isEmpty() ? QString() : decisionText(decision), decisionTone(decision));
  QStringList summary;
  if (const QString category = textIn(record_, "category"); !category.isEmpty())
    summary.append(categoryText(category));
  if (const QString source = textIn(record_, "source"); !source.isEmpty())
    summary.append(tr("from %1").arg(leftToRight(tame(source, 60))));
  if (const QString who = textIn(record_, "submitter_name"); !who.isEmpty())
    summary.append(tr("submitted by %1").arg(isolated(tame(who, 60))));
  summary_->setText(summary.join(QStringLiteral(" · ")));
  idField_->setValue(id_);
  const LineageDoor door = doorOf(lineage_);
  door_->setText(door.label);
  door_->setVisible(!door.label.isEmpty());
}

void RecordView::showLineage() {
  // What has focus, and where one was reading, are found again in the new picture.
  const QWidget* focused = QApplication::focusWidget();
  const bool inside = focused != nullptr && path_ != nullptr && path_->isAncestorOf(focused);
  const QString name = inside ? focused->objectName() : QString();
  const int at = scroll_->verticalScrollBar()->value();

  path_ = new QWidget;
  setLook(*path_, "page");
  auto* column = new QVBoxLayout(path_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  steps_.clear();
  const auto steps = stepsOf(lineage_);
  for (qsizetype i = 0; i < steps.size(); ++i) {
    auto* view = new LineageStepView(steps[i], i == 0, i + 1 == steps.size(), path_);
    connect(view, &LineageStepView::moveWanted, this, [this, i](int by) {
      const qsizetype to = std::clamp<qsizetype>(i + by, 0, steps_.size() - 1);
      steps_[to]->setFocus(Qt::TabFocusReason);
      scroll_->ensureWidgetVisible(steps_[to]);
    });
    steps_.append(view);
    addDoors(*view);
    column->addWidget(view);
  }
  column->addStretch();
  scroll_->setWidget(path_);
  scroll_->setMinimumWidth(path_->minimumSizeHint().width() +
                           scroll_->verticalScrollBar()->sizeHint().width() + 4);
  scroll_->verticalScrollBar()->setValue(at);
  if (name.isEmpty()) return;
  if (auto* again = path_->findChild<QWidget*>(name)) again->setFocus();
}

void RecordView::addDoors(LineageStepView& view) {
  const LineageStep& step = view.step();
  if (step.state == LineageStep::State::kWaiting) {
    const LineageDoor door = doorOf(lineage_);
    if (door.label.isEmpty() || moving()) return;
    auto* button = view.addButton(QStringLiteral("doorOfLineage"), door.label);
    connect(button, &QPushButton::clicked, this,
            [this, door] { Q_EMIT elsewhereWanted(door.what, door.id); });
    return;
  }
  if (step.name == QLatin1String("fetched")) {
    auto* button = view.addButton(QStringLiteral("showBytes"), tr("Show the bytes"));
    connect(button, &QPushButton::clicked, this, [this] { showBytes({}); });
  }
  if (step.name == QLatin1String("scored")) {
    auto* button = view.addButton(QStringLiteral("showScore"), tr("Show the score"));
    connect(button, &QPushButton::clicked, this, [this] {
      tabs_->setCurrentIndex(kScoreTab);
      score_->findChild<QWidget*>(QStringLiteral("scoreWaterfall"))->setFocus();
    });
  }
  if (step.name == QLatin1String("registered")) {
    const auto asset = step.given[QLatin1String("asset")].toInteger();
    auto* button = view.addButton(QStringLiteral("showAsset"), tr("Open the asset"));
    connect(button, &QPushButton::clicked, this,
            [this, asset] { Q_EMIT elsewhereWanted(QStringLiteral("asset"), QString::number(asset)); });
  }
}

void RecordView::fetchBytes(const QString& pointer) {
  if (!connection_) return;
  QString digest = textIn(record_, "raw_digest");
  if (digest.isEmpty())
    for (const LineageStepView* view : std::as_const(steps_))
      if (view->step().name == QLatin1String("fetched")) digest = textIn(view->step().given, "digest");
  if (!digest.isEmpty()) evidence_->fetch(connection_->api(), digest, pointer);
}

void RecordView::showBytes(const QString& pointer) {
  fetchBytes(pointer);
  tabs_->setCurrentIndex(kBytesTab);
  evidence_->textView()->setFocus();
}

}  // namespace aurigraph::ui
