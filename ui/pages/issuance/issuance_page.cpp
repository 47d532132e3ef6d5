#include "ui/pages/issuance/issuance_page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUuid>
#include <QVBoxLayout>

#include "ui/pages/issuance/entry.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/approve_view.h"
#include "ui/wizard/view/key_form.h"
#include "ui/wizard/view/parts.h"
#include "ui/wizard/view/wizard_view.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

using issuance::TrackerState;

constexpr int kMargin = 24;
constexpr int kListCharacters = 130;

bool isSubmitted(const IssuanceRun& run) {
  return run.draft().step == issuance::Step::kSubmitted;
}

QString nameOf(const issuance::Draft& draft) {
  const QString symbol = tame(qtText(draft.term("symbol")));
  const QString asset = tame(qtText(draft.assetName.empty() ? draft.assetKey : draft.assetName));
  if (!symbol.isEmpty() && !asset.isEmpty())
    return IssuancePage::tr("%1 · %2").arg(leftToRight(symbol), asset);
  if (!symbol.isEmpty()) return leftToRight(symbol);
  return asset.isEmpty() ? IssuancePage::tr("Not named yet") : asset;
}

}  // namespace

IssuancePage::IssuancePage(PageContext context, QWidget* parent)
    : Page(issuanceEntry(), context, parent),
      stack_(new QStackedWidget(this)),
      approve_(new ApproveView(stack_)) {
  list_ = makeList();
  auto* whole = new QWidget(this);
  auto* around = new QVBoxLayout(whole);
  around->setContentsMargins(kMargin, kMargin, kMargin, kMargin / 2);
  around->addWidget(stack_);
  stack_->addWidget(list_);
  stack_->addWidget(approve_);
  setContent(whole);
  connect(approve_, &ApproveView::closeWanted, this, &IssuancePage::showList);
  connect(&facts_, &LedgerFacts::changed, this, &IssuancePage::feedFacts);
  fillList();
}

IssuancePage::~IssuancePage() {
  // The store outlives the page and writes what it was given before it ends.
  for (IssuanceRun* run : runs_) run->save();
}

QList<Shortcut> IssuancePage::shortcuts() const {
  return {{QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Next step of the wizard")}};
}

QString IssuancePage::unsaved() const {
  for (const IssuanceRun* run : runs_)
    if (run->work() == IssuanceRun::Work::kIssuing || run->work() == IssuanceRun::Work::kRegistering)
      return tr(
          "An issue is being sent to the ledger. It goes on without the window, and is found here again.");
  return {};
}

QWidget* IssuancePage::makeList() {
  auto* scroll = new QScrollArea(stack_);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* page = new ScrollBody(scroll);
  page->setMaximumWidth(fontMetrics().averageCharWidth() * kListCharacters);
  scroll->setWidget(page);
  auto* column = new QVBoxLayout(page);
  column->setSpacing(12);
  auto* top = new QHBoxLayout;
  auto* heading = new PlainLabel(tr("Issuance"), page);
  heading->setFont(Theme::instance().heading());
  top->addWidget(heading, 1);
  auto* approve = new QPushButton(tr("Approve a request …"), page);
  approve->setObjectName(QStringLiteral("approveRequest"));
  connect(approve, &QPushButton::clicked, this, &IssuancePage::showApprove);
  top->addWidget(approve);
  column->addLayout(top);
  auto* words = new PlainLabel(
      tr("From checked records to a token: choose a template, name the asset, set the terms, have another "
         "person approve it, sign."),
      page);
  words->look("muted").wrapped();
  column->addWidget(words);
  may_ = new PlainLabel({}, page);
  may_->setObjectName(QStringLiteral("mayIssue"));
  may_->tone("warn").wrapped();
  column->addWidget(may_);
  column->addSpacing(4);

  auto* start = new PlainLabel(tr("Start a new issue"), page);
  start->setFont(Theme::instance().subheading());
  column->addWidget(start);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  for (const char* name : {"property", "carbon", "batch"}) {
    auto* button = new QPushButton(page);
    button->setObjectName(QStringLiteral("start-") + QLatin1String(name));
    setLook(*button, "choice");
    const QString title = templateText(QLatin1String(name));
    button->setAccessibleName(tr("New issue: %1").arg(title));
    button->setAccessibleDescription(templateSentence(name));
    auto* inside = new QVBoxLayout(button);
    inside->setContentsMargins(16, 14, 16, 14);
    auto* head = new PlainLabel(title, button);
    head->setFont(Theme::instance().subheading());
    auto* body = new PlainLabel(templateSentence(name), button);
    body->look("muted").wrapped();
    for (PlainLabel* each : {head, body}) {
      each->setAttribute(Qt::WA_TransparentForMouseEvents);
      inside->addWidget(each);
    }
    inside->addStretch();
    button->setMinimumHeight(button->fontMetrics().height() * 5);
    connect(button, &QPushButton::clicked, this, [this, name] { startNew(QLatin1String(name)); });
    row->addWidget(button, 1);
    starts_ << button;
  }
  column->addLayout(row);
  column->addSpacing(8);

  const auto section = [&](const QString& title, const QString& none, PlainLabel*& noneLabel) {
    auto* head = new PlainLabel(title, page);
    head->setFont(Theme::instance().subheading());
    column->addWidget(head);
    noneLabel = new PlainLabel(none, page);
    noneLabel->look("muted").wrapped();
    column->addWidget(noneLabel);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(8);
    column->addLayout(rows);
    column->addSpacing(8);
    return rows;
  };
  drafts_ =
      section(tr("Drafts"), tr("No draft. What you begin is kept on this computer as you type."), noDrafts_);
  damaged_ = new PlainLabel({}, page);
  damaged_->tone("warn").wrapped();
  column->insertWidget(column->count() - 2, damaged_);
  submitted_ = section(tr("Submitted"), tr("Nothing was submitted from this computer yet."), noSubmitted_);
  column->addStretch();
  return scroll;
}

// ---- drafts ----

void IssuancePage::refresh() {
  approve_->setConnection(connection());
  facts_.setConnection(connection());
  for (IssuanceRun* run : runs_) run->setConnection(connection());
  if (!loaded_)
    loadDrafts();
  else
    askWhatIsUnderWay();
  if (wizard_ != nullptr) {
    for (KeyForm* form : wizard_->findChildren<KeyForm*>())
      form->setKeysFolder(connection() ? connection()->profile().keysFolder : QString());
    wizard_->setSigner(connection()->identity().name);
    facts_.refresh();
  }
  fillList();
}

QString IssuancePage::room() const {
  return IssuanceRun::roomOf(connection()->genesis(), connection()->author()->publicKey());
}

void IssuancePage::loadDrafts() {
  // Drafts are somebody's: of whom, is known after signing in.
  if (connection()->author() == nullptr) return pane().ready();
  loaded_ = true;
  context().store.all(room()).then(this, [this, asked = QPointer<Connection>(connection())](
                                             const Reply<QList<LocalStore::Entry>>& entries) {
    if (asked != connection() || asked == nullptr) return;
    if (!entries) {
      loaded_ = false;
      return pane().failed(entries.error());
    }
    takeDrafts(*entries);
    pane().ready();
  });
}

void IssuancePage::takeDrafts(const QList<LocalStore::Entry>& entries) {
  unreadable_ = 0;
  for (const auto& entry : entries) {
    if (std::ranges::find(runs_, entry.id, &IssuanceRun::id) != runs_.end()) continue;
    auto draft = issuance::draftFromJson(asText(viewOf(entry.json)));
    auto flow = draft ? issuance::IssuanceFlow::resume(std::move(*draft))
                      : Result<issuance::IssuanceFlow>(propagate(draft));
    // It stays where it is: a newer version of the program may still read it.
    if (flow)
      addRun(entry.id, std::move(*flow), entry.updatedMs);
    else
      ++unreadable_;
  }
  fillList();
  askWhatIsUnderWay();
  if (const QString id = std::exchange(reopen_, {}); !id.isEmpty()) openRun(id);
}

IssuanceRun* IssuancePage::addRun(const QString& id, issuance::IssuanceFlow flow, qint64 savedMs) {
  issuance::IssuanceContext around = facts_.known();
  around.genesis = connection()->genesis();
  around.simulated = connection()->simulated();
  if (connection()->author() != nullptr) around.author = connection()->author()->publicKey();
  flow.setContext(around);
  auto* run = new IssuanceRun(room(), id, std::move(flow), savedMs, context().store, this);
  run->setConnection(connection());
  connect(run, &IssuanceRun::changed, this, [this, run] {
    if (wizard_ != nullptr && &wizard_->run() == run) {
      const auto* chosen = run->flow().chosenTemplate();
      if (chosen != nullptr) facts_.want(chosen->category);
    }
  });
  connect(run, &IssuanceRun::moved, this, [this, run] {
    fillList();
    facts_.refreshSoon();
    const QString name = nameOf(run->draft());
    switch (run->draft().tracker.state) {
      case TrackerState::kRegistered:
        return Q_EMIT said(tr("%1: the asset is on the register.").arg(name));
      case TrackerState::kCommitted:
        return Q_EMIT said(tr("%1: issued.").arg(name));
      case TrackerState::kFinal:
        return Q_EMIT said(tr("%1: final.").arg(name));
      case TrackerState::kRefused:
        return Q_EMIT said(tr("%1: refused by the ledger.").arg(name));
      default:
        return;
    }
  });
  runs_ << run;
  return run;
}

void IssuancePage::removeRun(IssuanceRun* run) {
  runs_.removeOne(run);
  run->deleteLater();
}

void IssuancePage::forget() {
  // Signing in again must not throw anybody out of what they were typing.
  reopen_ = wizard_ != nullptr ? wizard_->run().id() : QString();
  closeWizard();
  for (IssuanceRun* run : runs_) {
    run->save();
    run->deleteLater();
  }
  runs_.clear();
  loaded_ = false;
  unreadable_ = 0;
  facts_.setConnection(nullptr);
  approve_->setConnection(connection());
  fillList();
  if (stack_->currentWidget() != approve_) stack_->setCurrentWidget(list_);
}

void IssuancePage::feedFacts() {
  if (wizard_ == nullptr || !connection()) return;
  if (facts_.loaded()) wizard_->run().setContext(facts_.known());
  if (facts_.problem()) Q_EMIT said(facts_.problem()->message);
}

void IssuancePage::askWhatIsUnderWay() {
  for (IssuanceRun* run : runs_) run->ask();
}

void IssuancePage::arrived(const EventBatch& batch) {
  bool changed = false;
  bool certified = false;
  for (const auto& event : batch.events) {
    changed = changed || event.topic == "asset" || event.topic == "token" || event.topic == "record" ||
              event.topic == "review";
    certified = certified || event.topic == "certificate";
  }
  if (changed && wizard_ != nullptr) facts_.refreshSoon();
  if (!certified) return;
  for (IssuanceRun* run : runs_)
    if (run->draft().tracker.state == TrackerState::kCommitted) run->ask();
}

// ---- what is seen ----

void IssuancePage::fillList() {
  const bool may = connection() != nullptr && connection()->identity().may(QLatin1String("issue-token")) &&
                   connection()->identity().may(QLatin1String("register-asset"));
  const bool in = connection() != nullptr && connection()->identity().signedIn();
  may_->setVisible(!may);
  may_->setText(in ? tr("! You are signed in as %1, who may not issue. Sign in as an issuer to go on.")
                         .arg(tame(connection()->identity().name))
                   : tr("! Sign in as an issuer to start an issue, or to find your drafts again."));
  for (QPushButton* button : starts_) button->setEnabled(may);
  clear(*drafts_);
  clear(*submitted_);
  int drafts = 0;
  int submitted = 0;
  for (auto at = runs_.crbegin(); at != runs_.crend(); ++at) {
    const bool sent = isSubmitted(**at);
    (sent ? submitted_ : drafts_)->addWidget(makeRow(*at));
    ++(sent ? submitted : drafts);
  }
  noDrafts_->setVisible(drafts == 0);
  noSubmitted_->setVisible(submitted == 0);
  damaged_->setVisible(unreadable_ != 0);
  damaged_->setText(tr("%n draft(s) could not be read and stay where they are.", nullptr, unreadable_));
}

QWidget* IssuancePage::makeRow(IssuanceRun* run) {
  const auto& draft = run->draft();
  auto* row = new QFrame(list_);
  setLook(*row, "card");
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(16, 12, 16, 12);
  line->setSpacing(14);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  auto* name = new PlainLabel(nameOf(draft), row);
  name->setFont(Theme::instance().subheading());
  words->addWidget(name);
  QString facts =
      draft.templateName.empty() ? tr("No template yet") : templateText(qtText(draft.templateName));
  if (!isSubmitted(*run)) facts = tr("%1 · at step %2").arg(facts, stepText(draft.step));
  if (draft.tracker.committedAt != Height(0))
    facts = tr("%1 · block %2")
                .arg(facts, leftToRight(amountText(QString::number(draft.tracker.committedAt.value), 0)));
  if (run->savedMs() != 0)
    facts = tr("%1 · %2").arg(facts, agoText(fromMilliseconds(run->savedMs()), QDateTime::currentDateTime()));
  auto* more = new PlainLabel(facts, row);
  more->look("muted");
  words->addWidget(more);
  line->addLayout(words, 1);
  if (const auto state = draft.tracker.state; state != TrackerState::kNone)
    line->addWidget(new Chip(trackerText(state), trackerTone(state), row));
  auto* go = new QPushButton(isSubmitted(*run) ? tr("Open") : tr("Continue"), row);
  go->setObjectName(QStringLiteral("openRun-") + run->id());
  go->setAccessibleName(isSubmitted(*run) ? tr("Open %1").arg(nameOf(draft))
                                          : tr("Continue %1").arg(nameOf(draft)));
  connect(go, &QPushButton::clicked, this, [this, id = run->id()] { openRun(id); });
  line->addWidget(go);
  return row;
}

void IssuancePage::startNew(const QString& templateName) {
  if (!connection() || connection()->author() == nullptr) return;
  auto* run = addRun(QUuid::createUuid().toString(QUuid::WithoutBraces), {}, 0);
  const QString id = run->id();
  openRun(id);
  if (!templateName.isEmpty())
    (void)run->edit([&](issuance::IssuanceFlow& to) { return to.chooseTemplate(stdText(templateName)); });
}

void IssuancePage::openRun(const QString& id) {
  const auto at = std::ranges::find(runs_, id, &IssuanceRun::id);
  if (at == runs_.end()) return;
  closeWizard();
  IssuanceRun* run = *at;
  wizard_ = new WizardView(*run, stack_);
  wizard_->setSigner(connection() ? connection()->identity().name : QString());
  stack_->addWidget(wizard_);
  stack_->setCurrentWidget(wizard_);
  connect(wizard_, &WizardView::closeWanted, this, &IssuancePage::showList);
  connect(wizard_, &WizardView::discardWanted, this, [this, run] {
    run->forget();
    showList();
    removeRun(run);
    fillList();
    Q_EMIT said(tr("The draft is discarded."));
  });
  connect(wizard_, &WizardView::assetWanted, this,
          [this](quint64 asset) { Q_EMIT openElsewhere(QStringLiteral("asset"), QString::number(asset)); });
  connect(wizard_, &WizardView::anotherWanted, this, [this] { startNew(); });
  if (run->flow().chosenTemplate() != nullptr) facts_.want(run->flow().chosenTemplate()->category);
  feedFacts();
  run->ask();
  wizard_->focusStep();
}

void IssuancePage::closeWizard() {
  if (wizard_ == nullptr) return;
  IssuanceRun* run = &wizard_->run();
  run->save();
  wizard_->hide();
  wizard_->deleteLater();
  stack_->removeWidget(wizard_);
  wizard_ = nullptr;
  if (run->untouched()) removeRun(run);
}

void IssuancePage::showList() {
  closeWizard();
  fillList();
  stack_->setCurrentWidget(list_);
}

void IssuancePage::showApprove() {
  closeWizard();
  approve_->setConnection(connection());
  stack_->setCurrentWidget(approve_);
  approve_->focusFirst();
}

bool IssuancePage::open(const QString& what, const QString& id) {
  // From a page where an asset or a token is missing: the choice of what to begin.
  if (what == QLatin1String("issuance")) {
    showList();
    return true;
  }
  if (what != QLatin1String("issue") || std::ranges::find(runs_, id, &IssuanceRun::id) == runs_.end())
    return false;
  openRun(id);
  return true;
}

}  // namespace aurigraph::ui
