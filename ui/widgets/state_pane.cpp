#include "ui/widgets/state_pane.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

constexpr int kLoadingAfterMs = 300;

const char* iconOf(PaneState::Kind kind) {
  using enum PaneState::Kind;
  switch (kind) {
    case kForbidden:
      return "lock";
    case kError:
      return "error";
    case kOffline:
      return "offline";
    case kEmpty:
      return "empty";
    case kLoading:
    case kReady:
    case kStale:
      return "clock";
  }
  return "clock";
}

}  // namespace

StatePane::StatePane(QWidget* content, QWidget* parent)
    : QWidget(parent),
      content_(content),
      band_(new QFrame(this)),
      bandText_(new PlainLabel({}, band_)),
      stack_(new QStackedWidget(this)),
      message_(new QWidget(this)),
      icon_(new PlainLabel({}, message_)),
      title_(new PlainLabel({}, message_)),
      text_(new PlainLabel({}, message_)),
      details_(new PlainLabel({}, message_)),
      button_(new QPushButton(message_)) {
  setObjectName(QStringLiteral("statePane"));
  band_->setObjectName(QStringLiteral("stateBand"));
  title_->setObjectName(QStringLiteral("stateTitle"));
  text_->setObjectName(QStringLiteral("stateText"));
  details_->setObjectName(QStringLiteral("stateDetails"));
  setLook(*band_, "banner");
  setTone(*band_, "stale");
  auto* bandRow = new QHBoxLayout(band_);
  bandText_->wrapped();
  bandRow->addWidget(bandText_);
  band_->hide();

  icon_->setAlignment(Qt::AlignCenter);
  title_->setAlignment(Qt::AlignCenter);
  title_->setFont(Theme::instance().subheading());
  title_->wrapped();
  text_->setAlignment(Qt::AlignCenter);
  text_->look("muted").wrapped();
  text_->setMaximumWidth(fontMetrics().averageCharWidth() * 80);
  details_->setAlignment(Qt::AlignCenter);
  details_->look("muted");
  details_->setFont(Theme::instance().small());
  details_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  button_->setObjectName(QStringLiteral("stateAction"));
  auto* column = new QVBoxLayout(message_);
  column->setSpacing(10);
  column->addStretch(2);
  for (QWidget* each : {static_cast<QWidget*>(icon_), static_cast<QWidget*>(title_)}) column->addWidget(each);
  column->addWidget(text_, 0, Qt::AlignHCenter);
  column->addWidget(details_);
  column->addWidget(button_, 0, Qt::AlignHCenter);
  column->addStretch(3);

  stack_->addWidget(content_);
  stack_->addWidget(message_);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(band_);
  whole->addWidget(stack_, 1);

  connect(button_, &QPushButton::clicked, this, [this] {
    if (state_.kind == PaneState::Kind::kEmpty)
      Q_EMIT actionWanted();
    else
      Q_EMIT retry();
  });
  delay_.setSingleShot(true);
  delay_.setInterval(kLoadingAfterMs);
  connect(&delay_, &QTimer::timeout, this, &StatePane::arrange);
  connect(&Theme::instance(), &Theme::changed, this, &StatePane::arrange);
  show({});
}

void StatePane::empty(const QString& title, const QString& text, const QString& action) {
  show({.kind = PaneState::Kind::kEmpty,
        .title = title,
        .text = text,
        .action = action,
        .error = {},
        .since = {}});
}

void StatePane::failed(const ApiError& error) {
  if (error.forbidden())
    return show({.kind = PaneState::Kind::kForbidden,
                 .title = tr("This is not shown to you."),
                 .text = error.message + QLatin1Char(' ') + error.remedy,
                 .action = {},
                 .error = error,
                 .since = {}});
  show({.kind = PaneState::Kind::kError,
        .title = error.message,
        .text = error.remedy,
        .action = {},
        .error = error,
        .since = {}});
}

void StatePane::show(const PaneState& state) {
  state_ = state;
  if (state_.kind == PaneState::Kind::kLoading) {
    delay_.start();
    return;
  }
  delay_.stop();
  arrange();
}

void StatePane::follow(const Link& link) {
  if (link.state == Link::State::kLive)
    lostLink_.reset();
  else
    lostLink_ = link;
  arrange();
}

void StatePane::arrange() {
  using enum PaneState::Kind;
  const bool shown = state_.kind == kReady || state_.kind == kStale;
  // Lost connection: what is on screen stays, with since when; without content there is only the sentence.
  band_->setVisible(shown && (lostLink_.has_value() || state_.kind == kStale));
  if (lostLink_) {
    const QString since =
        lostLink_->lastAnswer.isValid() ? timeText(lostLink_->lastAnswer) : QStringLiteral("—");
    bandText_->setText(lostLink_->retryAt
                           ? tr("No connection since %1. What you see is from then. Trying again at %2.")
                                 .arg(since, timeText(*lostLink_->retryAt))
                           : tr("No answer since %1. What you see is from then.").arg(since));
  } else if (state_.kind == kStale) {
    bandText_->setText(
        tr("These values are from %1; newer ones are being asked for.").arg(timeText(state_.since)));
  }
  if (shown) {
    stack_->setCurrentWidget(content_);
    return;
  }
  PaneState::Kind kind = state_.kind;
  QString title = state_.title;
  QString text = state_.text;
  if (kind == kLoading && lostLink_) kind = kOffline;
  if (kind == kLoading) {
    title = tr("Loading …");
    text.clear();
  }
  if (kind == kOffline) {
    title = tr("There is no connection to the cluster.");
    text = lostLink_ && lostLink_->error
               ? lostLink_->error->message + QLatin1Char(' ') + lostLink_->error->remedy
               : tr("The page fills as soon as it is back.");
  }
  icon_->setPixmap(Theme::instance().icon(QString::fromLatin1(iconOf(kind)), Ink::kMuted).pixmap(48, 48));
  title_->setText(title);
  text_->setText(text);
  text_->setVisible(!text.isEmpty());
  details_->setVisible(state_.error.has_value() && kind == kError);
  if (state_.error) details_->setText(leftToRight(state_.error->code));
  const bool retryable = kind == kError || kind == kOffline;
  button_->setVisible(retryable || (kind == kEmpty && !state_.action.isEmpty()));
  button_->setText(retryable ? tr("Try again") : state_.action);
  stack_->setCurrentWidget(message_);
}

}  // namespace aurigraph::ui
