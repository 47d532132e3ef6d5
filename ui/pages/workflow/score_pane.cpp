#include "ui/pages/workflow/score_pane.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/models/json_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/score_waterfall.h"

namespace aurigraph::ui {
namespace {

QString wordsIn(const QJsonObject& reason, const char* name) {
  return tamedIn(reason, name, 400);
}

}  // namespace

ScorePane::ScorePane(QWidget* parent)
    : QWidget(parent),
      fall_(new ScoreWaterfall(this)),
      legend_(new PlainLabel({}, this)),
      caps_(new PlainLabel({}, this)),
      chosen_(new PlainLabel({}, this)),
      reasons_(new QWidget(this)),
      list_(new QVBoxLayout(reasons_)) {
  setObjectName(QStringLiteral("scorePane"));
  legend_->look("muted").wrapped();
  legend_->setFont(Theme::instance().small());
  legend_->setText(
      tr("Hatched: points lost. Dotted: what the check could have cost. Accepted from %1 on, for "
         "review from %2 on.")
          .arg(scoreText(ScoreWaterfall::kAcceptPpm), scoreText(ScoreWaterfall::kReviewPpm)));
  caps_->wrapped();
  caps_->hide();
  chosen_->setFont(Theme::instance().subheading());
  chosen_->wrapped();
  list_->setContentsMargins(0, 0, 0, 0);
  list_->setSpacing(8);
  auto* inside = new QWidget(this);
  setLook(*inside, "page");
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(2, 8, 2, 8);
  column->setSpacing(8);
  column->addWidget(fall_);
  column->addWidget(legend_);
  column->addWidget(caps_);
  column->addSpacing(6);
  column->addWidget(chosen_);
  column->addWidget(reasons_);
  column->addStretch();
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("scoreScroll"));
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidgetResizable(true);
  scroll->setWidget(inside);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(scroll);
  connect(fall_, &ScoreWaterfall::checkChosen, this, &ScorePane::showReasons);
}

void ScorePane::setRecord(const QJsonObject& record) {
  if (record == record_) return;
  const bool other = record[QLatin1String("id")] != record_[QLatin1String("id")];
  record_ = record;
  const auto story = ScoreStory::of(record);
  if (other) fall_->choose(-1);
  fall_->setStory(story);
  QStringList caps;
  for (const auto& cap : story.caps)
    caps.append(tr("%1 by rule %2").arg(tame(cap.code, 4), leftToRight(tame(cap.rule, 60))));
  //: Limits of the score that apply, like "X by rule S-C3"
  caps_->setText(tr("Caps: %1").arg(caps.join(tr(", "))));
  caps_->setVisible(!caps.isEmpty());
  if (fall_->chosen() < 0 && !story.checks.isEmpty()) {
    const auto most = std::ranges::max_element(story.checks, {}, &ScoreStory::Check::lostPpm);
    fall_->choose(static_cast<int>(most - story.checks.begin()));
  }
  showReasons();
}

QString ScorePane::pointerOf(const QJsonObject& reason) const {
  if (const QString own = reason[QLatin1String("pointer")].toString(); !own.isEmpty()) return own;
  const QString name = reason[QLatin1String("field")].toString();
  if (name.isEmpty()) return {};
  const auto fields = record_[QLatin1String("fields")].toArray();
  for (const auto& value : fields) {
    const auto field = value.toObject();
    if (field[QLatin1String("name")].toString() == name) return field[QLatin1String("pointer")].toString();
  }
  return {};
}

void ScorePane::showReasons() {
  while (QLayoutItem* item = list_->takeAt(0)) {
    if (QWidget* gone = item->widget()) {
      gone->hide();
      gone->deleteLater();
    }
    delete item;
  }
  const auto checks = record_[QLatin1String("checks")].toArray();
  const int at = fall_->chosen();
  chosen_->setVisible(at >= 0 && at < checks.size());
  if (chosen_->isHidden()) return;
  const auto check = checks[at].toObject();
  const QString name = checkText(check[QLatin1String("name")].toString());
  const int lost = check[QLatin1String("lost_ppm")].toInt();
  chosen_->setText(lost == 0 ? tr("%1 lost nothing.").arg(name)
                             : tr("%1 lost %2 of %3.")
                                   .arg(name, leftToRight(QLocale().toString(lost / 1e6, 'g', 6)),
                                        scoreText(check[QLatin1String("weight")].toInt())));
  int place = 0;
  const auto reasons = check[QLatin1String("reasons")].toArray();
  for (const auto& reason : reasons) list_->addWidget(makeReason(reason.toObject(), place++));
}

QWidget* ScorePane::makeReason(const QJsonObject& reason, int place) {
  auto* card = new QFrame(reasons_);
  setLook(*card, "sunken");
  auto* column = new QVBoxLayout(card);
  column->setSpacing(4);
  auto* words = new PlainLabel(wordsIn(reason, "words"), card);
  words->wrapped();
  auto* head = new QHBoxLayout;
  head->addWidget(words, 1);
  if (const int missed = reason[QLatin1String("missed_ppm")].toInt(); missed > 0) {
    auto* cost = new PlainLabel(leftToRight(QChar(0x2212) + QLocale().toString(missed / 1e6, 'g', 6)), card);
    cost->tone("fail");
    cost->setToolTip(tr("Points that this cost."));
    head->addWidget(cost, 0, Qt::AlignTop);
  }
  column->addLayout(head);
  QStringList facts;
  if (const QString field = wordsIn(reason, "field"); !field.isEmpty())
    facts.append(tr("Field: %1").arg(leftToRight(field)));
  if (const QString observed = wordsIn(reason, "observed"); !observed.isEmpty())
    facts.append(tr("Found: %1").arg(leftToRight(observed)));
  if (const QString expected = wordsIn(reason, "expected"); !expected.isEmpty())
    facts.append(tr("Expected: %1").arg(leftToRight(expected)));
  if (const QString rule = wordsIn(reason, "rule"); !rule.isEmpty())
    facts.append(tr("Rule: %1").arg(leftToRight(rule)));
  auto* line = new PlainLabel(facts.join(QStringLiteral(" · ")), card);
  line->look("muted").wrapped();
  line->setFont(Theme::instance().small());
  line->setVisible(!facts.isEmpty());
  column->addWidget(line);
  if (const QString pointer = pointerOf(reason); !pointer.isEmpty()) {
    auto* button = new QPushButton(tr("Show the field in the raw bytes"), card);
    button->setObjectName(QStringLiteral("showField-%1").arg(place));
    setLook(*button, "quiet");
    button->setAccessibleName(tr("Show the field %1 in the raw bytes").arg(wordsIn(reason, "field")));
    connect(button, &QPushButton::clicked, this, [this, pointer] { Q_EMIT fieldWanted(pointer); });
    column->addWidget(button, 0, Qt::AlignLeft);
  }
  return card;
}

}  // namespace aurigraph::ui
