#include "ui/widgets/score_waterfall.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

constexpr int kAll = 1'000'000;

/// Digits behind the point that show every one of the numbers exactly; at least two.
int digitsFor(const ScoreStory& story) {
  int digits = 2;
  const auto needs = [&](int ppm) {
    int unit = kAll / 100;
    for (int i = 2; i <= 6; ++i, unit /= 10)
      if (ppm % unit == 0) return digits = std::max(digits, i);
    return digits;
  };
  for (const auto& check : story.checks) needs(check.lostPpm);
  if (story.capBinds()) needs(story.averagePpm - story.scorePpm);
  return digits;
}

QString lostText(int ppm, int digits) {
  if (ppm == 0) return QStringLiteral("—");
  // U+2212: as wide as a digit.
  return leftToRight(QChar(0x2212) + QLocale().toString(ppm / 1e6, 'f', digits));
}

}  // namespace

ScoreStory ScoreStory::of(const QJsonObject& record) {
  ScoreStory out;
  out.scorePpm = record[QLatin1String("score_ppm")].toInt();
  out.averagePpm = record[QLatin1String("average_ppm")].toInt(out.scorePpm);
  out.band = record[QLatin1String("band")].toString();
  const auto checks = record[QLatin1String("checks")].toArray();
  for (const auto& value : checks) {
    const auto check = value.toObject();
    out.checks.append({check[QLatin1String("name")].toString(), check[QLatin1String("weight")].toInt(),
                       check[QLatin1String("lost_ppm")].toInt()});
  }
  const auto caps = record[QLatin1String("caps")].toArray();
  for (const auto& value : caps) {
    const auto cap = value.toObject();
    out.caps.append({cap[QLatin1String("code")].toString(), cap[QLatin1String("rule")].toString()});
  }
  return out;
}

/// What one line of the picture shows; levels in ppm.
struct ScoreWaterfall::Row {
  QString name;
  QString value;
  int before = 0;
  int after = 0;
  int least = 0;  ///< Where the check could have brought it.
  Ink ink = Ink::kFail;
  bool total = false;
  int check = -1;
};

ScoreWaterfall::ScoreWaterfall(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("scoreWaterfall"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
  describe();
}

void ScoreWaterfall::setStory(const ScoreStory& story) {
  story_ = story;
  if (chosen_ >= story_.checks.size()) chosen_ = -1;
  describe();
  updateGeometry();
  update();
}

void ScoreWaterfall::choose(int check) {
  if (check < -1 || check >= story_.checks.size()) return;
  if (check == chosen_) return;
  chosen_ = check;
  describe();
  update();
  Q_EMIT checkChosen(check);
}

QList<ScoreWaterfall::Row> ScoreWaterfall::rows() const {
  QList<Row> out;
  const int digits = digitsFor(story_);
  int level = kAll;
  for (qsizetype i = 0; i < story_.checks.size(); ++i) {
    const auto& check = story_.checks[i];
    Row row;
    row.name = checkText(check.name);
    row.value = lostText(check.lostPpm, digits);
    row.before = level;
    row.after = std::max(0, level - check.lostPpm);
    row.least = std::max(0, level - check.weightPpm);
    row.check = static_cast<int>(i);
    level = row.after;
    out.append(row);
  }
  if (story_.capBinds()) {
    Row row;
    //: A limit of the score; %1 is its letter, %2 the rule that set it
    row.name = tr("Cap %1").arg(tame(story_.caps.front().code, 4));
    row.value = lostText(story_.averagePpm - story_.scorePpm, digits);
    row.before = story_.averagePpm;
    row.after = story_.scorePpm;
    row.least = story_.scorePpm;
    row.ink = Ink::kSimulated;
    out.append(row);
  }
  Row total;
  //: The sum of all checks
  total.name = tr("Score");
  total.value = scoreText(story_.scorePpm);
  total.after = story_.scorePpm;
  total.total = true;
  total.ink = story_.scorePpm >= kAcceptPpm   ? Ink::kOk
              : story_.scorePpm >= kReviewPpm ? Ink::kWarn
                                              : Ink::kFail;
  out.append(total);
  return out;
}

int ScoreWaterfall::rowHeight() const {
  return fontMetrics().height() * 8 / 5;
}
int ScoreWaterfall::headHeight() const {
  return fontMetrics().height() * 3 / 2;
}

QSize ScoreWaterfall::sizeHint() const {
  const auto lines = rows().size();
  return {fontMetrics().averageCharWidth() * 60, headHeight() + static_cast<int>(lines) * rowHeight() + 6};
}
QSize ScoreWaterfall::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 36, sizeHint().height()};
}

void ScoreWaterfall::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto lines = rows();
  const int pad = fontMetrics().averageCharWidth();
  int names = 0;
  int values = 0;
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  for (const Row& row : lines) {
    names = std::max(names, QFontMetrics(bold).horizontalAdvance(row.name));
    values = std::max(values, QFontMetrics(bold).horizontalAdvance(row.value));
  }
  const int left = pad + names + 2 * pad;
  const int right = width() - pad - values - pad;
  const auto x = [&](int ppm) { return left + static_cast<double>(right - left) * ppm / kAll; };
  // Everything is placed left to right, then mirrored as a whole.
  const auto place = [this](QRectF box) {
    if (layoutDirection() == Qt::RightToLeft) box.moveLeft(width() - box.right());
    return box;
  };
  const Qt::Alignment leading = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
  const Qt::Alignment trailing = layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;

  const double top = headHeight();
  const double bottom = top + static_cast<double>(lines.size()) * rowHeight();
  if (chosen_ >= 0) {
    const QRectF box(1, top + chosen_ * rowHeight(), width() - 2, rowHeight());
    painter.setPen(hasFocus() ? QPen(color(Ink::kAccent), 2) : QPen(Qt::NoPen));
    painter.setBrush(color(Ink::kAccentSoft));
    painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 4, 4);
  } else if (hasFocus()) {
    painter.setPen(QPen(color(Ink::kAccent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
  }

  // The two bounds, behind the bars.
  for (const int bound : {kReviewPpm, kAcceptPpm}) {
    painter.setPen(QPen(color(Ink::kMuted), 1, Qt::DashLine));
    const QRectF line = place({x(bound), top - 3, 0, bottom - top + 6});
    painter.drawLine(line.topLeft(), line.bottomLeft());
    painter.setFont(Theme::instance().small());
    const double wide = QFontMetrics(painter.font()).horizontalAdvance(scoreText(bound)) + 2 * pad;
    painter.drawText(place({x(bound) - wide / 2, 0, wide, top - 3}), Qt::AlignHCenter | Qt::AlignBottom,
                     scoreText(bound));
  }

  double y = top;
  for (const Row& row : lines) {
    const QRectF line(0, y, width(), rowHeight());
    painter.setFont(row.total ? bold : font());
    painter.setPen(color(Ink::kText));
    painter.drawText(place({static_cast<double>(pad), y, static_cast<double>(names + pad), line.height()}),
                     leading | Qt::AlignAbsolute | Qt::AlignVCenter, row.name);
    painter.setPen(row.total || row.before != row.after ? color(row.ink) : color(Ink::kMuted));
    painter.drawText(
        place({static_cast<double>(right), y, width() - pad - static_cast<double>(right), line.height()}),
        trailing | Qt::AlignAbsolute | Qt::AlignVCenter, row.value);
    const double barTop = y + line.height() * 0.22;
    const double barHeight = line.height() * 0.56;
    if (row.total) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(color(row.ink));
      painter.drawRoundedRect(place({x(0), barTop, x(row.after) - x(0), barHeight}), 3, 3);
    } else {
      // What is left, what was taken (hatched, not by colour alone), what could have been taken (outline).
      painter.setPen(Qt::NoPen);
      painter.setBrush(color(Ink::kLine));
      painter.drawRoundedRect(place({x(0), barTop + barHeight * 0.4, x(row.after) - x(0), barHeight * 0.2}),
                              1, 1);
      painter.setBrush(Qt::NoBrush);
      painter.setPen(QPen(color(Ink::kMuted), 1, Qt::DotLine));
      painter.drawRect(place({x(row.least), barTop, x(row.before) - x(row.least), barHeight}));
      if (row.before != row.after) {
        const QRectF taken =
            place({x(row.after), barTop, std::max(2.0, x(row.before) - x(row.after)), barHeight});
        painter.fillRect(taken, color(row.ink));
        painter.fillRect(taken, QBrush(color(Ink::kCard), Qt::BDiagPattern));
        painter.setPen(QPen(color(row.ink), 1));
        painter.drawRect(taken);
      }
      painter.setPen(QPen(color(Ink::kMuted), 1));
      const QRectF down = place({x(row.after), barTop + barHeight, 0, line.height() - barHeight});
      painter.drawLine(down.topLeft(), down.bottomLeft());
    }
    y += rowHeight();
  }
}

int ScoreWaterfall::checkAt(int y) const {
  const int row = y < headHeight() ? -1 : (y - headHeight()) / rowHeight();
  return row < story_.checks.size() ? row : -1;
}

void ScoreWaterfall::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(story_.checks.size()) - 1;
  switch (event->key()) {
    case Qt::Key_Down:
      return choose(std::min(last, chosen_ + 1));
    case Qt::Key_Up:
      return choose(chosen_ <= 0 ? std::min(0, last) : chosen_ - 1);
    case Qt::Key_Home:
      return choose(std::min(0, last));
    case Qt::Key_End:
      return choose(last);
    default:
      QWidget::keyPressEvent(event);
  }
}

void ScoreWaterfall::mousePressEvent(QMouseEvent* event) {
  if (const int check = checkAt(static_cast<int>(event->position().y())); check >= 0) choose(check);
}

bool ScoreWaterfall::event(QEvent* event) {
  if (event->type() == QEvent::FocusIn && chosen_ < 0 && !story_.checks.isEmpty()) {
    // The costliest first: that is what one looks for.
    const auto most = std::ranges::max_element(story_.checks, {}, &ScoreStory::Check::lostPpm);
    choose(static_cast<int>(most - story_.checks.begin()));
  }
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int check = checkAt(help->pos().y());
    if (check >= 0) QToolTip::showText(help->globalPos(), sentenceOf(check), this);
    return true;
  }
  return QWidget::event(event);
}

QString ScoreWaterfall::sentenceOf(int check) const {
  const auto& one = story_.checks[check];
  return one.lostPpm == 0 ? tr("%1: nothing lost of %2.").arg(checkText(one.name), scoreText(one.weightPpm))
                          : tr("%1: %2 lost of %3.")
                                .arg(checkText(one.name), QLocale().toString(one.lostPpm / 1e6, 'g', 6),
                                     scoreText(one.weightPpm));
}

void ScoreWaterfall::describe() {
  QStringList all;
  for (int i = 0; i < story_.checks.size(); ++i) all.append(sentenceOf(i));
  if (story_.capBinds())
    all.append(tr("Cap %1, by rule %2, holds the score at %3.")
                   .arg(tame(story_.caps.front().code, 4), leftToRight(tame(story_.caps.front().rule, 60)),
                        scoreText(story_.scorePpm)));
  all.append(
      tr("Accepted from %1 on, for review from %2 on.").arg(scoreText(kAcceptPpm), scoreText(kReviewPpm)));
  setAccessibleDescription(all.join(u' '));
  const QString score = tr("Score %1: %2.").arg(scoreText(story_.scorePpm), bandText(story_.band));
  setAccessibleName(chosen_ < 0 ? score : score + u' ' + sentenceOf(chosen_));
  QAccessibleEvent changed(this, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&changed);
}

}  // namespace aurigraph::ui
