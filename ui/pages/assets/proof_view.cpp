#include "ui/pages/assets/proof_view.h"

#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/pages/assets/facts_card.h"
#include "ui/pages/assets/proof_words.h"
#include "ui/pages/assets/row_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui::assets {

ProofView::ProofView(ProofFlow& flow, QWidget* parent) : QWidget(parent), flow_(flow) {
  setObjectName(QStringLiteral("proofView"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(makeVerdict());
  column->addWidget(makeSteps(), 1);
  column->addWidget(makeBelow());
  connect(&flow_, &ProofFlow::changed, this, &ProofView::follow);
  connect(&Theme::instance(), &Theme::changed, this, &ProofView::showVerdict);
  follow();
}

QWidget* ProofView::makeVerdict() {
  verdict_ = new QFrame(this);
  setLook(*verdict_, "banner");
  sign_ = new PlainLabel({}, verdict_);
  verdictTitle_ = new PlainLabel({}, verdict_);
  verdictTitle_->setObjectName(QStringLiteral("verdict"));
  verdictTitle_->setFont(Theme::instance().subheading());
  verdictTitle_->wrapped();
  verdictText_ = new PlainLabel({}, verdict_);
  verdictText_->wrapped();
  progress_ = new QProgressBar(verdict_);
  progress_->setRange(0, 0);
  progress_->setTextVisible(false);
  progress_->setAccessibleName(tr("Progress of the check"));
  progress_->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
  cancel_ = new QPushButton(tr("Cancel"), verdict_);
  cancel_->setObjectName(QStringLiteral("cancelProof"));
  save_ = new QPushButton(tr("&Save the proof …"), verdict_);
  save_->setObjectName(QStringLiteral("saveProof"));
  setLook(*save_, "primary");
  open_ = new QPushButton(tr("Check another &file …"), verdict_);
  open_->setObjectName(QStringLiteral("openAnotherProof"));
  auto* words = new QVBoxLayout;
  words->setSpacing(4);
  words->addWidget(verdictTitle_);
  words->addWidget(verdictText_);
  words->addWidget(progress_);
  auto* row = new QHBoxLayout(verdict_);
  row->setContentsMargins(16, 12, 16, 12);
  row->setSpacing(14);
  row->addWidget(sign_, 0, Qt::AlignTop);
  row->addLayout(words, 1);
  row->addWidget(cancel_, 0, Qt::AlignVCenter);
  row->addWidget(open_, 0, Qt::AlignVCenter);
  row->addWidget(save_, 0, Qt::AlignVCenter);
  connect(cancel_, &QPushButton::clicked, &flow_, &ProofFlow::cancel);
  connect(save_, &QPushButton::clicked, this, &ProofView::saveWanted);
  connect(open_, &QPushButton::clicked, this, &ProofView::openWanted);
  return verdict_;
}

QWidget* ProofView::makeSteps() {
  auto* both = new QWidget(this);
  table_ = new QTableView(both);
  //: Column: number of a link of the proof
  model_ = new RowModel({tr("No."), tr("Link"), tr("Result"), tr("What was found")}, this);
  dressTable(*table_, *model_, QStringLiteral("proofSteps"), tr("Links of the proof"), 3);
  table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 5 / 3);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) { showStep(now.row()); });
  connect(model_, &QAbstractItemModel::modelReset, this, [this] { showStep(-1); });

  auto* side = new QFrame(both);
  setLook(*side, "card");
  stepTitle_ = new PlainLabel({}, side);
  stepTitle_->setFont(Theme::instance().subheading());
  stepTitle_->wrapped();
  stepSays_ = new PlainLabel({}, side);
  stepSays_->wrapped();
  stepFound_ = new PlainLabel({}, side);
  stepFound_->setObjectName(QStringLiteral("stepFound"));
  stepFound_->wrapped();
  auto* label = new PlainLabel(tr("&Digests and bytes"), side);
  label->look("muted");
  bytes_ = new QPlainTextEdit(side);
  bytes_->setObjectName(QStringLiteral("proofBytes"));
  bytes_->setAccessibleName(tr("Digests and bytes of this link"));
  bytes_->setReadOnly(true);
  bytes_->setTabChangesFocus(true);
  bytes_->setWordWrapMode(QTextOption::WrapAnywhere);
  bytes_->setFont(Theme::instance().monospaced());
  label->setBuddy(bytes_);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(16, 12, 16, 14);
  column->setSpacing(8);
  column->addWidget(stepTitle_);
  column->addWidget(stepSays_);
  column->addWidget(stepFound_);
  column->addWidget(label);
  column->addWidget(bytes_, 1);
  auto* row = new QHBoxLayout(both);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  row->addWidget(table_, 3);
  row->addWidget(side, 2);
  return both;
}

QWidget* ProofView::makeBelow() {
  auto* below = new QWidget(this);
  auto* trust = new Card(tr("Checked against"), below);
  auto* genesisLabel = new PlainLabel(tr("&Genesis digest that you were given"), trust);
  genesisLabel->look("muted");
  genesis_ = new QLineEdit(trust);
  genesis_->setObjectName(QStringLiteral("proofGenesis"));
  genesis_->setFont(Theme::instance().monospaced());
  genesis_->setLayoutDirection(Qt::LeftToRight);
  genesis_->setPlaceholderText(tr("64 hexadecimal digits, from somebody you trust"));
  genesis_->setMaxLength(64);
  genesisLabel->setBuddy(genesis_);
  genesisNote_ = new PlainLabel({}, trust);
  genesisNote_->setObjectName(QStringLiteral("genesisNote"));
  genesisNote_->wrapped();
  trust->body().addWidget(genesisLabel);
  trust->body().addWidget(genesis_);
  trust->body().addWidget(genesisNote_);
  trust->body().addStretch();
  connect(genesis_, &QLineEdit::textEdited, this, [this] {
    typed_ = true;
    genesisTyped();
  });

  auto* limits = new Card(tr("What this does not prove"), below);
  auto* limitsText = new PlainLabel(
      tr("That the thing outside exists, or that a source told the truth. A proof leads from what sources "
         "said "
         "to what a holder owns in the ledger; it says nothing about the house, the forest or the parcel "
         "itself, and nothing about what happened after its checkpoint."),
      limits);
  limitsText->wrapped();
  auto* commandLabel = new PlainLabel(tr("Check it without this program and without a network:"), limits);
  commandLabel->look("muted");
  commandLabel->wrapped();
  auto* well = new QFrame(limits);
  setLook(*well, "sunken");
  command_ = new PlainLabel({}, well);
  command_->setObjectName(QStringLiteral("proofCommand"));
  command_->setFont(Theme::instance().monospaced());
  command_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  command_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  command_->setAlignment(Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter);
  auto* copy = new QToolButton(well);
  copy->setObjectName(QStringLiteral("copyCommand"));
  copy->setAutoRaise(true);
  copy->setAccessibleName(tr("Copy the command"));
  copy->setToolTip(tr("Copy the command"));
  const auto icon = [copy] { copy->setIcon(Theme::instance().icon(QStringLiteral("copy"), Ink::kMuted)); };
  icon();
  connect(&Theme::instance(), &Theme::changed, copy, icon);
  auto* wellRow = new QHBoxLayout(well);
  wellRow->setContentsMargins(10, 6, 10, 6);
  wellRow->addWidget(command_, 1);
  wellRow->addWidget(copy);
  limits->body().addWidget(limitsText);
  limits->body().addWidget(commandLabel);
  limits->body().addWidget(well);
  connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(command()); });

  auto* row = new QHBoxLayout(below);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  row->addWidget(trust, 2);
  row->addWidget(limits, 3);
  return below;
}

void ProofView::setPinned(const QString& genesis) {
  if (genesis == pinned_ && !genesis_->text().isEmpty()) return;
  pinned_ = genesis;
  if (!typed_) {
    genesis_->setText(genesis);
    genesis_->setCursorPosition(0);
  }
  genesisTyped();
}

void ProofView::setSavedAs(const QString& file) {
  savedAs_ = file;
  showCommand();
}

QString ProofView::command() const {
  return verifyCommand(genesis_->text(), savedAs_.isEmpty() ? flow_.name() : savedAs_);
}

void ProofView::genesisTyped() {
  const QString text = genesis_->text().trimmed().toLower();
  const auto digest = fixedFromHex<Digest>(stdText(text));
  const bool usable = text.isEmpty() || digest.has_value();
  setTone(*genesis_, usable ? nullptr : "fail");
  if (!usable) {
    genesisNote_->setText(tr("This is no digest yet: it has %1 of 64 hexadecimal digits.").arg(text.size()));
  } else if (text.isEmpty()) {
    genesisNote_->setText(
        tr("None given. Without one, the best that can be said is that the file agrees with itself."));
  } else if (text == pinned_) {
    genesisNote_->setText(tr("You gave this digest when you connected; it is pinned."));
  } else {
    genesisNote_->setText(tr("You typed this digest here. Compare it with whoever runs the cluster."));
  }
  if (usable) flow_.trust(text.isEmpty() ? std::nullopt : std::optional(*digest));
  showCommand();
}

void ProofView::follow() {
  if (flow_.stage() == ProofFlow::Stage::kReading || flow_.stage() == ProofFlow::Stage::kAsking)
    savedAs_.clear();
  showVerdict();
  showSteps();
  showCommand();
}

void ProofView::showVerdict() {
  const VerdictWords words = verdictWords(flow_);
  setTone(*verdict_, words.tone);
  sign_->setPixmap(Theme::instance()
                       .icon(QString::fromLatin1(words.icon), words.ink)
                       .pixmap(fontMetrics().height() * 2, fontMetrics().height() * 2));
  verdictTitle_->setText(words.title);
  verdictText_->setText(words.text);
  verdictText_->setVisible(!words.text.isEmpty());
  progress_->setVisible(flow_.busy());
  cancel_->setVisible(flow_.busy());
  open_->setVisible(!flow_.busy());
  const bool done = flow_.stage() == ProofFlow::Stage::kDone;
  // What does not hold is not worth handing on.
  save_->setVisible(done && !flow_.fromFile() && flow_.result().failed() == nullptr);
}

void ProofView::showSteps() {
  QList<ProofStep> steps =
      flow_.stage() == ProofFlow::Stage::kDone ? flow_.result().steps : QList<ProofStep>();
  // Whoever looks at a broken proof looks for where it breaks.
  std::stable_partition(steps.begin(), steps.end(),
                        [](const ProofStep& step) { return step.state == ProofStep::State::kFails; });
  shown_ = steps;
  QList<Row> rows;
  for (const ProofStep& step : steps) rows.append(stepRow(step));
  const bool broken = !steps.isEmpty() && steps.first().state == ProofStep::State::kFails;
  setRowsKeepingCurrent(*table_, *model_, rows);
  if (broken) {
    table_->setCurrentIndex(model_->index(0, 0));
    table_->setFocus();
  }
  showStep(table_->currentIndex().row());
}

void ProofView::showStep(int row) {
  const bool there = row >= 0 && row < shown_.size();
  const ProofStep step = there ? shown_[row] : ProofStep{};
  stepTitle_->setText(there ? tr("%1. %2").arg(step.number).arg(step.title) : tr("No link is selected."));
  stepSays_->setText(step.says);
  stepFound_->setText(foundText(step));
  setTone(*stepFound_, step.state == ProofStep::State::kFails   ? "fail"
                       : step.state == ProofStep::State::kHolds ? "ok"
                                                                : "stale");
  stepFound_->setVisible(there);
  QString text;
  for (const ProofDetail& detail : step.details)
    text += detail.label + QLatin1Char('\n') + leftToRight(detail.value) + QStringLiteral("\n\n");
  bytes_->setPlainText(text.trimmed());
}

void ProofView::showCommand() {
  command_->setText(leftToRight(
      verifyCommand(elidedMiddle(genesis_->text(), 16), savedAs_.isEmpty() ? flow_.name() : savedAs_)));
  command_->setToolTip(command());
}

}  // namespace aurigraph::ui::assets
