#include "ui/pages/review/history_card.h"

#include <QLocale>
#include <QVBoxLayout>

#include "ui/models/reason_codes.h"
#include "ui/pages/review/decision_cards.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {

HistoryCard::HistoryCard(QWidget* parent) : QFrame(parent), lines_(new PlainLabel({}, this)) {
  auto* column = dressCard(*this);
  lines_->setObjectName(QStringLiteral("history"));
  lines_->wrapped();
  column->addWidget(cardTitle(tr("History"), this));
  column->addWidget(lines_);
}

void HistoryCard::setRecord(const RecordDetail& record, const QDateTime& now) {
  QStringList lines;
  const auto add = [&lines](qint64 ms, const QString& what) {
    //: Time, then what happened
    lines.append(ms == 0 ? what : HistoryCard::tr("%1  %2").arg(dateTimeText(fromMilliseconds(ms)), what));
  };
  add(record.item.admittedMs,
      tr("Submitted by %1, block %2, score %3.")
          .arg(tame(record.item.submitter, 60), QLocale().toString(record.item.height),
               scoreText(record.item.scorePpm)));
  if (record.item.claimUntilMs != 0 && !record.decided)
    add(0,
        record.item.claimed(now.toMSecsSinceEpoch())
            ? tr("Claimed by %1 until %2.")
                  .arg(tame(record.item.claimedBy, 60), timeText(fromMilliseconds(record.item.claimUntilMs)))
            : tr("A claim of %1 ended at %2.")
                  .arg(tame(record.item.claimedBy, 60),
                       timeText(fromMilliseconds(record.item.claimUntilMs))));
  if (const auto& decided = record.decided) {
    add(decided->decidedMs, tr("%1 by %2, block %3.")
                                .arg(decisionText(record.item.decision), tame(decided->reviewer, 60),
                                     QLocale().toString(decided->height)));
    if (decided->endorsers.isEmpty())
      lines.append(
          tr("Reason %1: %2").arg(QLocale().toString(decided->reasonCode), reasonText(decided->reasonCode)));
    else
      lines.append(tr("With the words of %1.").arg(tame(decided->endorsers.join(tr(", ")), 500)));
    lines.append(tr("Note: %1").arg(tame(decided->note, 1'000)));
    if (decided->validUntilMs != 0)
      lines.append(tr("Usable until %1.").arg(dateTimeText(fromMilliseconds(decided->validUntilMs))));
  }
  lines_->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace aurigraph::ui
