#include "ui/pages/overview/needs_card.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {

NeedsCard::NeedsCard(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("needsCard"));
  setLook(*this, "card");
  sign_ = new PlainLabel({}, this);
  first_ = new PlainLabel({}, this);
  first_->setObjectName(QStringLiteral("needsFirst"));
  first_->setFont(Theme::instance().subheading());
  second_ = new PlainLabel({}, this);
  second_->setObjectName(QStringLiteral("needsSecond"));
  second_->look("muted").wrapped();
  //: Button: opens the review page
  review_ = new QPushButton(tr("Review"), this);
  review_->setObjectName(QStringLiteral("needsReview"));
  review_->setAccessibleName(tr("Open the review page"));
  setLook(*review_, "primary");
  //: Button: opens the issuance page
  issue_ = new QPushButton(tr("Start an issue"), this);
  issue_->setObjectName(QStringLiteral("needsIssue"));
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addStretch();
  words->addWidget(first_);
  words->addWidget(second_);
  words->addStretch();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 10, 14, 10);
  row->setSpacing(12);
  row->addWidget(sign_);
  row->addLayout(words, 1);
  row->addWidget(review_, 0, Qt::AlignVCenter);
  row->addWidget(issue_, 0, Qt::AlignVCenter);
  connect(review_, &QPushButton::clicked, this, &NeedsCard::reviewWanted);
  connect(issue_, &QPushButton::clicked, this, &NeedsCard::issueWanted);
  connect(&Theme::instance(), &Theme::changed, this, &NeedsCard::dress);
  say({}, std::nullopt);
}

void NeedsCard::say(const Identity& identity, std::optional<Reviews> reviews) {
  const bool reviewer = identity.may(QLatin1String("decide-review"));
  const bool issuer = identity.may(QLatin1String("issue-token"));
  review_->setVisible(reviewer);
  issue_->setVisible(issuer);
  setLook(*issue_, reviewer ? "quiet" : "primary");
  late_ = reviewer && reviews && reviews->late > 0;
  dress();
  if (!identity.signedIn()) {
    first_->setText(tr("Nobody is signed in"));
    second_->setText(tr("Sign in to see here what waits for you."));
  } else if (reviewer && !reviews) {
    first_->setText(tr("Reviews"));
    second_->setText(tr("How many wait is being asked for."));
  } else if (reviewer) {
    first_->setText(reviews->open == 0 ? tr("No record waits for review")
                                       : tr("%n record(s) wait for review", nullptr, reviews->open));
    QStringList more;
    if (reviews->late > 0) more.append(tr("%n late", "records past their service level", reviews->late));
    if (reviews->mine > 0) more.append(tr("%n claimed by you", nullptr, reviews->mine));
    second_->setText(more.isEmpty() ? reviews->open == 0 ? tr("You are up to date.") : tr("None is late.")
                                    //: Between two facts of a short list
                                    : more.join(tr(", ")));
  } else if (issuer) {
    first_->setText(tr("Nothing waits for you"));
    second_->setText(tr("You may issue tokens on registered assets."));
  } else {
    first_->setText(tr("Nothing waits for you"));
    second_->setText(tr("Signed in as %1.").arg(leftToRight(tame(identity.name))));
  }
}

void NeedsCard::dress() {
  const Theme& theme = Theme::instance();
  const int size = fontMetrics().height() * 3 / 2;
  sign_->setPixmap(late_ ? theme.icon(QStringLiteral("warn"), Ink::kWarn).pixmap(size, size)
                         : theme.icon(QStringLiteral("person"), Ink::kMuted).pixmap(size, size));
}

}  // namespace aurigraph::ui
