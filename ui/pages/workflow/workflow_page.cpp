#include "ui/pages/workflow/workflow_page.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/client/json.h"
#include "ui/pages/workflow/entry.h"
#include "ui/pages/workflow/pipeline_view.h"
#include "ui/pages/workflow/record_view.h"
#include "ui/pages/workflow/stage_card.h"
#include "ui/pages/workflow/stage_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

constexpr int kAskEveryMs = 1'000;

}  // namespace

WorkflowPage::WorkflowPage(PageContext context, QWidget* parent)
    : Page(workflowEntry(), context, parent),
      stack_(new QStackedWidget),
      picture_(new PipelineView),
      panel_(new StagePanel),
      record_(new RecordView),
      asOf_(new PlainLabel) {
  auto* overview = new QWidget;
  auto* heading = new PlainLabel(title(), overview);
  heading->setFont(Theme::instance().heading());
  auto* purpose =
      new PlainLabel(tr("From a provider's answer to a token: how much is where, and what waits."), overview);
  purpose->look("muted");
  purpose->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  asOf_->look("muted");
  asOf_->setFont(Theme::instance().small());
  auto* head = new QHBoxLayout;
  head->setSpacing(14);
  head->addWidget(heading, 0, Qt::AlignBaseline);
  head->addWidget(purpose, 1, Qt::AlignBaseline);
  head->addWidget(asOf_, 0, Qt::AlignBaseline);
  auto* column = new QVBoxLayout(overview);
  column->setContentsMargins(24, 18, 24, 18);
  column->setSpacing(14);
  column->addLayout(head);
  column->addWidget(picture_);
  column->addSpacing(4);
  column->addWidget(panel_, 1);
  stack_->addWidget(overview);
  stack_->addWidget(record_);
  setContent(stack_);

  picture_->choose(QStringLiteral("ledger"));
  connect(picture_, &PipelineView::opened, this, [this](const QString& stage) {
    openStage(stage);
    panel_->focusTable();
  });
  connect(panel_, &StagePanel::recordWanted, this,
          [this](const QString& id) { open(QStringLiteral("record"), id); });
  connect(panel_, &StagePanel::said, this, &Page::said);
  connect(record_, &RecordView::backWanted, this, &WorkflowPage::back);
  connect(record_, &RecordView::elsewhereWanted, this, &Page::openElsewhere);
  connect(record_, &RecordView::said, this, &Page::said);

  const auto key = [this](const QKeySequence& keys, auto&& what) {
    auto* shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, what);
  };
  key(Qt::Key_N, [this] {
    if (!following()) panel_->showNew();
  });
  key(Qt::Key_Slash, [this] {
    if (!following()) panel_->focusFilter();
  });
  key(Qt::Key_Escape, [this] { back(); });
  key(Qt::ALT | Qt::Key_Left, [this] { back(); });

  again_.setSingleShot(true);
  again_.setInterval(kAskEveryMs);
  connect(&again_, &QTimer::timeout, this, [this] {
    if (seen()) ask();
  });
}

QList<Shortcut> WorkflowPage::shortcuts() const {
  return {{Qt::Key_Left, tr("Previous stage; Right: next stage")},
          {Qt::Key_Return, tr("Open a stage or follow a record")},
          {Qt::Key_N, tr("Show new records")},
          {Qt::Key_Slash, tr("To the filters")},
          {Qt::Key_Escape, tr("Back from a record to the list")}};
}

bool WorkflowPage::settled() const {
  return Page::settled() && (following() ? record_->settled() : panel_->settled());
}

bool WorkflowPage::following() const {
  return stack_->currentWidget() == record_;
}

bool WorkflowPage::open(const QString& what, const QString& id) {
  if (what == QLatin1String("stage")) {
    if (!stageNames().contains(id)) return false;
    stack_->setCurrentIndex(0);
    openStage(id);
    return true;
  }
  if (what != QLatin1String("record")) return false;
  stack_->setCurrentWidget(record_);
  record_->follow(connection(), id);
  record_->focusFirst();
  return true;
}

void WorkflowPage::openStage(const QString& stage) {
  picture_->choose(stage);
  panel_->openStage(stage);
}

void WorkflowPage::back() {
  if (!following()) return;
  stack_->setCurrentIndex(0);
  panel_->focusTable();
  ask();
}

void WorkflowPage::refresh() {
  listsMoved_ = true;
  ask();
}

void WorkflowPage::ask() {
  if (connection() == nullptr || asking_) return;
  asking_ = true;
  connection()
      ->api()
      .get(QStringLiteral("/query/pipeline"))
      .then(this, [this, call = call_](const Answer& answer) {
        if (call != call_ || connection() == nullptr) return;
        asking_ = false;
        if (!answer) {
          // Numbers that are there stay; the connection's own band says since when.
          if (!Page::settled() || !answer.error().passing()) pane().failed(answer.error());
          return;
        }
        pipeline_ = Pipeline::of(*answer);
        picture_->set(pipeline_, late_);
        const auto then = fromMilliseconds(millisecondsIn(*answer, "time"));
        const QDateTime now = then.isValid() ? then : connection()->clusterNow();
        panel_->setNow(now);
        panel_->setSources(pipeline_.sources);
        const bool moved = std::exchange(listsMoved_, false);
        if (panel_->stage().isEmpty())
          openStage(picture_->chosen());
        else if (moved)
          panel_->look();
        asOf_->setText(tr("As of %1").arg(timeText(now)));
        pane().ready();
        if (following() && (moved || record_->moving())) record_->look();
        askLate();
      });
}

/// What is late is told to whoever may see the queue.
void WorkflowPage::askLate() {
  if (!connection()->identity().may(QLatin1String("decide-review"))) return;
  connection()
      ->api()
      .get(QStringLiteral("/query/reviews?limit=1"))
      .then(this, [this, call = call_](const Answer& answer) {
        if (!answer || call != call_) return;
        const auto late = static_cast<qint64>(
            (*answer)[QLatin1String("counts")].toObject()[QLatin1String("late")].toDouble());
        if (late == late_) return;
        late_ = late;
        picture_->set(pipeline_, late_);
      });
}

void WorkflowPage::arrived(const EventBatch& batch) {
  for (const Event& event : batch.events) {
    if (event.topic == "metric") {
      pipeline_.takeCounts(event.data[QLatin1String("stages")].toObject());
      picture_->set(pipeline_, late_);
    } else if (event.topic == "record" || event.topic == "review" || event.topic == "asset" ||
               event.topic == "token") {
      listsMoved_ = true;
    }
  }
  if (!again_.isActive()) again_.start();
}

void WorkflowPage::statusCame(const QJsonObject&) {
  if (!again_.isActive()) again_.start();
}

void WorkflowPage::forget() {
  again_.stop();
  ++call_;
  asking_ = false;
  listsMoved_ = false;
  late_ = 0;
  pipeline_ = Pipeline::of({});
  picture_->set(pipeline_, 0);
  panel_->setConnection(connection());
  record_->forget();
  if (connection() != of_) stack_->setCurrentIndex(0);
  of_ = connection();
}

}  // namespace aurigraph::ui
