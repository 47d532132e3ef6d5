#include "ui/pages/review/claim_card.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include "ui/pages/review/decision_cards.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

using Stage = ReviewDesk::Stage;

QString clockText(qint64 milliseconds) {
  const qint64 seconds = (milliseconds + 999) / 1'000;
  //: Minutes and seconds that are left, like "14:05"
  return leftToRight(ClaimCard::tr("%1:%2")
                         .arg(QLocale().toString(seconds / 60))
                         .arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

}  // namespace

ClaimCard::ClaimCard(ReviewDesk& desk, QWidget* parent)
    : QFrame(parent),
      desk_(desk),
      title_(cardTitle({}, this)),
      text_(new PlainLabel({}, this)),
      lease_(new QProgressBar(this)),
      claim_(new QPushButton(tr("Claim"), this)),
      release_(new QPushButton(tr("Release"), this)) {
  auto* column = dressCard(*this);
  title_->setObjectName(QStringLiteral("claimTitle"));
  text_->setObjectName(QStringLiteral("claimText"));
  text_->look("muted").wrapped();
  lease_->setObjectName(QStringLiteral("lease"));
  lease_->setAccessibleName(tr("Time left of your claim"));
  lease_->setTextVisible(false);
  lease_->setMaximum(static_cast<int>(ReviewDesk::kLeaseMs / 1'000));
  claim_->setObjectName(QStringLiteral("claim"));
  setLook(*claim_, "primary");
  release_->setObjectName(QStringLiteral("release"));
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(claim_, 1);
  buttons->addWidget(release_, 1);
  column->addWidget(title_);
  column->addWidget(text_);
  column->addWidget(lease_);
  column->addLayout(buttons);
  connect(claim_, &QPushButton::clicked, &desk_, &ReviewDesk::claim);
  connect(release_, &QPushButton::clicked, &desk_, &ReviewDesk::release);
}

void ClaimCard::arrange(const QDateTime& now) {
  const Stage stage = desk_.stage();
  const RecordItem& item = desk_.record().item;
  setVisible(stage != Stage::kNothing && stage != Stage::kDecided);
  const bool mine = stage == Stage::kMine || stage == Stage::kHeld;
  const QString until = timeText(fromMilliseconds(item.claimUntilMs));
  QString head;
  QString text;
  switch (stage) {
    case Stage::kFree:
      head = tr("Nobody looks at it yet");
      text = tr("Claim it to decide: it is yours for 15 minutes, and longer while you work on it.");
      break;
    case Stage::kOthers:
      head = tr("Claimed by %1").arg(tame(item.claimedBy, 60));
      text = tr("Until %1, in %2.").arg(until, durationText(item.claimUntilMs - now.toMSecsSinceEpoch()));
      break;
    case Stage::kBarred:
      head = tr("You may not decide about it");
      text = barredText(item);
      break;
    case Stage::kClaiming:
      head = tr("Claiming …");
      break;
    case Stage::kMine:
    case Stage::kHeld:
    case Stage::kSending:
    case Stage::kUnknown:
      head = tr("Yours until %1").arg(until);
      text = tr("%1 left. Renewed while you work on it.").arg(clockText(desk_.leaseLeftMs()));
      break;
    case Stage::kLeaseOver:
      head = tr("Your claim ended");
      text = item.claimed(now.toMSecsSinceEpoch())
                 ? desk_.whyNotClaim()
                 : tr("Nothing was sent and your draft is kept. Claim the record again to go on.");
      break;
    case Stage::kNothing:
    case Stage::kDecided:
      break;
  }
  title_->setText(head);
  text_->setText(text);
  text_->setVisible(!text.isEmpty());
  lease_->setVisible(mine);
  lease_->setValue(static_cast<int>(std::min(ReviewDesk::kLeaseMs, desk_.leaseLeftMs()) / 1'000));
  const QString whyNot = desk_.whyNotClaim();
  claim_->setText(stage == Stage::kLeaseOver ? tr("Claim again (C)") : tr("Claim (C)"));
  claim_->setVisible(!mine && stage != Stage::kSending && stage != Stage::kUnknown);
  claim_->setEnabled(whyNot.isEmpty());
  claim_->setToolTip(plainTip(whyNot));
  claim_->setAccessibleDescription(whyNot);
  release_->setVisible(stage == Stage::kMine);
  release_->setText(tr("Release (C)"));
}

}  // namespace aurigraph::ui
