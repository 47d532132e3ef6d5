#include "ui/pages/review/decision_panel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/models/reason_codes.h"
#include "ui/pages/review/claim_card.h"
#include "ui/pages/review/decision_cards.h"
#include "ui/pages/review/history_card.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

using Stage = ReviewDesk::Stage;
using wire::ReviewDecision;

constexpr int kNoteLines = 3;
constexpr int kPreviewLines = 8;

}  // namespace

DecisionPanel::DecisionPanel(ReviewDesk& desk, Outbox& outbox, ReviewClock& clock, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      outbox_(outbox),
      clock_(clock),
      scroll_(new QScrollArea(this)),
      claim_(new ClaimCard(desk, this)),
      history_(new HistoryCard(this)) {
  outcome_ = new QFrame(this);
  setLook(*outcome_, "banner");
  outcomeText_ = new PlainLabel({}, outcome_);
  outcomeText_->setObjectName(QStringLiteral("outcome"));
  outcomeText_->wrapped();
  auto* outcomeRow = new QHBoxLayout(outcome_);
  outcomeRow->addWidget(outcomeText_);
  outcome_->hide();

  scroll_->setWidgetResizable(true);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* content = new QWidget(scroll_);
  setLook(*content, "page");
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(claim_);
  column->addWidget(buildDecision());
  column->addWidget(history_);
  column->addStretch(1);
  scroll_->setWidget(content);

  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->setSpacing(10);
  whole->addWidget(outcome_);
  whole->addWidget(scroll_, 1);
  whole->addWidget(buildFooter());

  connect(&desk_, &ReviewDesk::changed, this, &DecisionPanel::arrange);
  connect(&desk_, &ReviewDesk::draftRestored, this, &DecisionPanel::fillForm);
  arrange();
}

QWidget* DecisionPanel::buildDecision() {
  decisionCard_ = new QFrame(this);
  auto* column = dressCard(*decisionCard_);
  approve_ = new QPushButton(tr("Approve (A)"), decisionCard_);
  approve_->setObjectName(QStringLiteral("approve"));
  reject_ = new QPushButton(tr("Reject (R)"), decisionCard_);
  reject_->setObjectName(QStringLiteral("reject"));
  const auto colour = [this] {
    approve_->setIcon(Theme::instance().icon(QStringLiteral("ok"), Ink::kOk));
    reject_->setIcon(Theme::instance().icon(QStringLiteral("fail"), Ink::kFail));
  };
  colour();
  connect(&Theme::instance(), &Theme::changed, this, colour);
  choices_ = new QButtonGroup(this);
  for (QPushButton* each : {approve_, reject_}) {
    each->setCheckable(true);
    setLook(*each, "option");
  }
  choices_->addButton(approve_, static_cast<int>(ReviewDecision::kApprove));
  choices_->addButton(reject_, static_cast<int>(ReviewDecision::kReject));
  auto* row = new QHBoxLayout;
  row->addWidget(approve_, 1);
  row->addWidget(reject_, 1);
  whyNotApprove_ = new PlainLabel({}, decisionCard_);
  whyNotApprove_->setObjectName(QStringLiteral("whyNotApprove"));
  whyNotApprove_->look("muted").wrapped();
  whyNotApprove_->setFont(Theme::instance().small());

  reason_ = new QComboBox(decisionCard_);
  reason_->setObjectName(QStringLiteral("reason"));
  reason_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  reason_->setMinimumContentsLength(12);
  reason_->setFocusPolicy(Qt::StrongFocus);
  note_ = new QPlainTextEdit(decisionCard_);
  note_->setObjectName(QStringLiteral("note"));
  note_->setTabChangesFocus(true);
  note_->setPlaceholderText(tr("What you saw and why you decide so. It stays on the ledger."));
  note_->setFixedHeight(fontMetrics().lineSpacing() * kNoteLines + fontMetrics().height());
  note_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  noteHint_ = new PlainLabel({}, decisionCard_);
  noteHint_->setObjectName(QStringLiteral("noteHint"));
  noteHint_->look("muted");
  noteHint_->setFont(Theme::instance().small());
  const auto caption = [this](const QString& text, QWidget* buddy) {
    auto* label = new PlainLabel(text, decisionCard_);
    label->setBuddy(buddy);
    return label;
  };

  column->addWidget(cardTitle(tr("Decision"), decisionCard_));
  column->addLayout(row);
  column->addWidget(whyNotApprove_);
  column->addWidget(caption(tr("&Reason"), reason_));
  column->addWidget(reason_);
  column->addWidget(caption(tr("&Note"), note_));
  column->addWidget(note_);
  column->addWidget(noteHint_);
  column->addWidget(buildPreview());

  connect(choices_, &QButtonGroup::idClicked, this,
          [this](int id) { desk_.setDecision(static_cast<ReviewDecision>(id)); });
  connect(reason_, &QComboBox::currentIndexChanged, this, [this] {
    if (!filling_) desk_.setReason(static_cast<std::uint16_t>(reason_->currentData().toInt()));
  });
  connect(note_, &QPlainTextEdit::textChanged, this, [this] {
    if (!filling_) desk_.setNote(note_->toPlainText());
  });
  return decisionCard_;
}

QWidget* DecisionPanel::buildPreview() {
  preview_ = new QFrame(decisionCard_);
  setLook(*preview_, "sunken");
  auto* previewColumn = new QVBoxLayout(preview_);
  previewColumn->setContentsMargins(10, 8, 10, 8);
  previewColumn->setSpacing(4);
  auto* previewTitle = new PlainLabel(tr("The ledger will keep:"), preview_);
  previewTitle->look("muted");
  previewTitle->setFont(Theme::instance().small());
  previewWords_ = new QPlainTextEdit(preview_);
  previewWords_->setObjectName(QStringLiteral("previewWords"));
  previewWords_->setAccessibleName(tr("What the ledger will keep"));
  previewWords_->setReadOnly(true);
  previewWords_->setTabChangesFocus(true);
  QFont digits = Theme::instance().monospaced();
  digits.setPointSizeF(Theme::instance().small().pointSizeF());
  previewWords_->setFont(digits);
  previewWords_->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  previewWords_->setLayoutDirection(Qt::LeftToRight);
  previewWords_->setFixedHeight(QFontMetrics(digits).lineSpacing() * kPreviewLines + fontMetrics().height());
  previewDigest_ = new CopyField(tr("SHA-256 of what is signed"), preview_);
  previewDigest_->setObjectName(QStringLiteral("previewDigest"));
  previewColumn->addWidget(previewTitle);
  previewColumn->addWidget(previewWords_);
  auto* digestRow = new QHBoxLayout;
  //: The digest of what is signed follows
  auto* digestTitle = new PlainLabel(tr("SHA-256"), preview_);
  digestTitle->look("muted");
  digestTitle->setFont(Theme::instance().small());
  digestRow->addWidget(digestTitle);
  digestRow->addWidget(previewDigest_, 1);
  previewColumn->addLayout(digestRow);
  return preview_;
}

QWidget* DecisionPanel::buildFooter() {
  auto* footer = new QWidget(this);
  commitCard_ = new QFrame(footer);
  commit_ = new QPushButton(commitCard_);
  commit_->setObjectName(QStringLiteral("commit"));
  commit_->setToolTip(tr("Ctrl+Enter"));
  setLook(*commit_, "primary");
  whyNot_ = new PlainLabel({}, commitCard_);
  whyNot_->setObjectName(QStringLiteral("whyNot"));
  whyNot_->look("muted").wrapped();
  auto* commitColumn = new QVBoxLayout(commitCard_);
  commitColumn->setContentsMargins(0, 0, 0, 0);
  commitColumn->addWidget(commit_);
  commitColumn->addWidget(whyNot_);
  connect(commit_, &QPushButton::clicked, &desk_, &ReviewDesk::commit);

  heldCard_ = new QFrame(footer);
  setLook(*heldCard_, "banner");
  heldText_ = new PlainLabel({}, heldCard_);
  heldText_->setObjectName(QStringLiteral("heldText"));
  heldText_->wrapped();
  held_ = new QProgressBar(heldCard_);
  held_->setObjectName(QStringLiteral("heldTime"));
  held_->setAccessibleName(tr("Time left to take the decision back"));
  held_->setTextVisible(false);
  held_->setMaximum(static_cast<int>(Outbox::kHoldMs));
  undo_ = new QPushButton(tr("Take it back (Ctrl+Z)"), heldCard_);
  undo_->setObjectName(QStringLiteral("undo"));
  auto* heldColumn = new QVBoxLayout(heldCard_);
  heldColumn->addWidget(heldText_);
  heldColumn->addWidget(held_);
  heldColumn->addWidget(undo_);
  connect(undo_, &QPushButton::clicked, this, [this] { (void)outbox_.undo(desk_.record().item.id); });

  auto* column = new QVBoxLayout(footer);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(commitCard_);
  column->addWidget(heldCard_);
  return footer;
}

void DecisionPanel::setOutcome(const QString& sentence, const char* tone) {
  outcome_->setVisible(!sentence.isEmpty());
  outcomeText_->setText(sentence);
  setTone(*outcome_, tone);
}

void DecisionPanel::choose(ReviewDecision decision) {
  const QString why = desk_.whyNotChoose(decision);
  if (why.isEmpty()) {
    desk_.setDecision(decision);
    scroll_->ensureWidgetVisible(note_);
    (reason_->currentData().toInt() == 0 ? static_cast<QWidget*>(reason_) : note_)
        ->setFocus(Qt::ShortcutFocusReason);
    return;
  }
  Q_EMIT said(why);
  if (desk_.editable() && !desk_.unopened().isEmpty()) Q_EMIT checkWanted(desk_.unopened().first());
}

void DecisionPanel::fillForm() {
  filling_ = true;
  reasonsFor_.reset();
  fillReasons();
  if (note_->toPlainText() != desk_.draft().note) note_->setPlainText(desk_.draft().note);
  filling_ = false;
  arrange();
}

void DecisionPanel::fillReasons() {
  const auto decision = desk_.draft().decision;
  if (reason_->count() != 0 && decision == reasonsFor_) return;
  const bool outer = std::exchange(filling_, true);
  reasonsFor_ = decision;
  reason_->clear();
  reason_->addItem(tr("Choose …"), 0);
  if (decision)
    for (const auto& each : reasonCodesFor(*decision))
      //: A reason and its code: "7 – The source is not credible"
      reason_->addItem(tr("%1 – %2").arg(QLocale().toString(each.code), each.text), each.code);
  const int at = reason_->findData(static_cast<int>(desk_.draft().reasonCode));
  reason_->setCurrentIndex(std::max(0, at));
  filling_ = outer;
  if (at < 0) desk_.setReason(0);  // A reason to approve is none to reject.
}

void DecisionPanel::arrange() {
  claim_->arrange(now());
  arrangeHeld();
  arrangeDecision();
  history_->setVisible(desk_.stage() != Stage::kNothing);
  history_->setRecord(desk_.record(), now());
}

void DecisionPanel::arrangeHeld() {
  const auto* waiting = outbox_.find(desk_.record().item.id);
  const bool was = heldCard_->isVisible();
  const bool hadFocus = note_->hasFocus() || commit_->hasFocus() || reason_->hasFocus();
  heldCard_->setVisible(waiting != nullptr);
  if (waiting == nullptr) return;
  const bool held = waiting->state == Outbox::State::kHeld;
  const qint64 left = outbox_.leftMs(*waiting);
  held_->setVisible(held);
  undo_->setVisible(held);
  held_->setValue(static_cast<int>(left));
  setTone(*heldCard_, waiting->state == Outbox::State::kUnknown ? "warn" : nullptr);
  switch (waiting->state) {
    case Outbox::State::kHeld:
      heldText_->setText(
          waiting->decision.approves()
              ? tr("Approval: signed and sent in %n s.", nullptr, static_cast<int>((left + 999) / 1'000))
              : tr("Rejection: signed and sent in %n s.", nullptr, static_cast<int>((left + 999) / 1'000)));
      break;
    case Outbox::State::kSending:
      heldText_->setText(tr("Signed; waiting for the ledger."));
      break;
    case Outbox::State::kUnknown:
      heldText_->setText(
          tr("Unknown – checking. No answer came; the same signed bytes are sent again and the ledger is "
             "asked for them. "
             "The decision cannot be counted twice."));
      break;
  }
  // Ctrl+Z belongs to the decision now, not to the note.
  if (!was && held && hadFocus) undo_->setFocus(Qt::OtherFocusReason);
}

void DecisionPanel::arrangeDecision() {
  const Stage stage = desk_.stage();
  const ReviewDraft& draft = desk_.draft();
  const bool open = stage != Stage::kNothing && stage != Stage::kDecided;
  decisionCard_->setVisible(open);
  commitCard_->setVisible(open && stage != Stage::kHeld && stage != Stage::kSending &&
                          stage != Stage::kUnknown);
  if (!open) return;
  fillReasons();
  const QString whyNotApprove = desk_.whyNotChoose(ReviewDecision::kApprove);
  const QString whyNotReject = desk_.whyNotChoose(ReviewDecision::kReject);
  const QString whyNot = desk_.whyNotCommit();
  const bool editable = desk_.editable();
  approve_->setEnabled(whyNotApprove.isEmpty());
  reject_->setEnabled(whyNotReject.isEmpty());
  for (const auto& [button, why] : {std::pair{approve_, whyNotApprove}, std::pair{reject_, whyNotReject}}) {
    button->setToolTip(plainTip(why));
    button->setAccessibleDescription(why);
  }
  choices_->setExclusive(false);
  approve_->setChecked(draft.decision == ReviewDecision::kApprove);
  reject_->setChecked(draft.decision == ReviewDecision::kReject);
  choices_->setExclusive(draft.decision.has_value());
  whyNotApprove_->setText(editable ? whyNotApprove : QString());
  whyNotApprove_->setVisible(editable && !whyNotApprove.isEmpty());
  reason_->setEnabled(editable && draft.decision.has_value());
  note_->setEnabled(editable);
  const auto characters = static_cast<int>(draft.note.trimmed().size());
  noteHint_->setText(
      characters < ReviewDesk::kMinNoteCharacters
          ? tr("%1 of at least %2 characters")
                .arg(QLocale().toString(characters), QLocale().toString(ReviewDesk::kMinNoteCharacters))
          : tr("%1 of %2 bytes")
                .arg(QLocale().toString(draft.note.trimmed().toUtf8().size()),
                     QLocale().toString(ReviewDesk::kMaxNoteBytes)));
  noteHint_->setVisible(editable);
  const bool previews = draft.decision.has_value() && draft.reasonCode != 0;
  preview_->setVisible(previews);
  if (previews && desk_.decision() != previewed_) {
    previewed_ = desk_.decision();
    const auto preview = previewOf(previewed_);
    QStringList lines;
    for (const auto& line : preview.words) lines.append(tame(line, 1'100));
    previewWords_->setPlainText(lines.join(QLatin1Char('\n')));
    previewDigest_->setValue(preview.digest, 14);
  }
  commit_->setText(draft.decision == ReviewDecision::kApprove  ? tr("Approve and sign")
                   : draft.decision == ReviewDecision::kReject ? tr("Reject and sign")
                                                               : tr("Decide and sign"));
  commit_->setEnabled(whyNot.isEmpty());
  commit_->setAccessibleDescription(whyNot);
  whyNot_->setText(whyNot.isEmpty()
                       ? tr("Ctrl+Enter. You can take it back for 8 seconds; then it is signed and sent.")
                       : whyNot);
}

}  // namespace aurigraph::ui
