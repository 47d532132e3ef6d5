#include "ui/wizard/view/review_step.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

constexpr std::string_view kAssetKeys[] = {"issuance.summary.template", "issuance.summary.asset_key",
                                           "issuance.summary.asset_name", "issuance.summary.record",
                                           "issuance.summary.document"};

bool isOfAsset(const issuance::SummaryLine& line) {
  return std::ranges::find(kAssetKeys, line.key) != std::end(kAssetKeys);
}

}  // namespace

ReviewStep::ReviewStep(IssuanceRun& run, QWidget* parent)
    : StepView(issuance::Step::kReview, run, parent), lines_(new QVBoxLayout) {
  lines_->setSpacing(12);
  content().addLayout(lines_);
  auto* card = new Card(tr("What you sign"), {}, this);
  auto* grid = new QGridLayout;
  grid->setColumnStretch(1, 1);
  grid->setHorizontalSpacing(24);
  const auto digestRow = [&](const QString& name, const QString& objectName) {
    auto* label = new PlainLabel(name, card);
    label->look("muted");
    auto* field = new CopyField(name, card);
    field->setObjectName(objectName);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
    return field;
  };
  digest_ = digestRow(tr("Digest of this command"), QStringLiteral("commandDigest"));
  approved_ = digestRow(tr("Digest that was approved"), QStringLiteral("approvedDigest"));
  card->body().addLayout(grid);
  auto* words = new PlainLabel(
      tr("Your signature covers one batch that holds exactly this command, encoded on this computer, and "
         "is valid for two minutes."),
      card);
  words->look("muted").wrapped();
  card->body().addWidget(words);
  signer_ = new PlainLabel({}, card);
  signer_->setObjectName(QStringLiteral("signer"));
  signer_->wrapped();
  card->body().addWidget(signer_);
  ended_ = new PlainLabel({}, card);
  ended_->setObjectName(QStringLiteral("approvalEnded"));
  ended_->tone("fail").wrapped();
  card->body().addWidget(ended_);
  read_ = new QCheckBox(tr("I have read it and &want to issue exactly this"), card);
  read_->setObjectName(QStringLiteral("haveRead"));
  card->body().addWidget(read_);
  sign_ = new QPushButton(tr("&Sign and issue"), card);
  sign_->setObjectName(QStringLiteral("signAndIssue"));
  sign_->setAccessibleDescription(tr("Cannot be taken back."));
  setLook(*sign_, "primary");
  card->body().addWidget(sign_, 0, Qt::AlignLeading);
  content().addWidget(card);
  content().addStretch();
  connect(read_, &QCheckBox::toggled, this, [this] { fill(); });
  connect(sign_, &QPushButton::clicked, this, [this] { this->run().issue(); });
  bind(QStringLiteral("read"), read_, nullptr);
}

void ReviewStep::entered() {
  read_->setChecked(false);
}

void ReviewStep::setSigner(const QString& name) {
  signer_->setText(name.isEmpty() ? tr("Nobody is signed in.") : tr("You sign as %1.").arg(tame(name)));
}

void ReviewStep::fill() {
  const auto issue = flow().issueToken();
  const auto request = flow().approvalRequest();
  const bool idle = run().work() == IssuanceRun::Work::kNone;
  digest_->setValue(issue ? qtText(toHex(issuance::digestOf(*issue).view())) : QString(), 64);
  approved_->setValue(request ? qtText(toHex(request->digest().view())) : QString(), 64);
  const bool ended = !flow().approvalsHold();
  ended_->setText(ended ? tr("✗ What was approved has ended. Go back to the approval, and ask again.")
                        : QString());
  ended_->setVisible(ended);
  sign_->setEnabled(idle && issue.has_value() && read_->isChecked() && !ended && !flow().isLocked(step()));
  const auto summary = flow().summary();
  // Other words than those that were agreed to need another agreement.
  std::string key;
  for (const auto& line : summary) key += line.key + line.value + '\n';
  if (key == shown_) return;
  shown_ = key;
  read_->setChecked(false);
  clear(*lines_);
  for (const bool ofAsset : {false, true}) {
    auto* card = new Card(ofAsset ? tr("The asset") : tr("The token"), {}, this);
    auto* grid = new QGridLayout;
    std::vector<std::pair<QString, QString>> lines;
    for (const auto& line : summary)
      if (isOfAsset(line) == ofAsset) lines.emplace_back(summaryLabel(line), summaryValue(line));
    addSummary(*grid, lines, card);
    card->body().addLayout(grid);
    lines_->addWidget(card);
  }
}

}  // namespace aurigraph::ui
