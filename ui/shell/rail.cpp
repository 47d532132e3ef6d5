#include "ui/shell/rail.h"

#include <QButtonGroup>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {

Rail::Rail(const QList<PageEntry>& entries, QWidget* parent)
    : QFrame(parent), pages_(new QButtonGroup(this)), toStart_(nullptr) {
  setObjectName(QStringLiteral("rail"));
  setLook(*this, "rail");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 14, 10, 14);
  column->setSpacing(4);
  for (qsizetype at = 0; at < entries.size(); ++at) column->addWidget(addPage(entries[at], at));
  pages_->setExclusive(true);
  toStart_ = new QPushButton(tr("Back to the start"), this);
  toStart_->setObjectName(QStringLiteral("railStart"));
  setLook(*toStart_, "rail");
  const auto paint = [button = toStart_] {
    button->setIcon(Theme::instance().icon(QStringLiteral("arrow-back"), Ink::kMuted));
  };
  paint();
  connect(&Theme::instance(), &Theme::changed, toStart_, paint);
  connect(toStart_, &QPushButton::clicked, this, &Rail::startWanted);
  column->addWidget(toStart_);
  column->addStretch();
  setMinimumWidth(fontMetrics().averageCharWidth() * 24);
}

QPushButton* Rail::addPage(const PageEntry& entry, qsizetype at) {
  const QString title = entry.title();
  auto* button = new QPushButton(title, this);
  button->setObjectName(QStringLiteral("rail_") + entry.id);
  setLook(*button, "rail");
  button->setCheckable(true);
  button->setAccessibleName(title);
  button->setToolTip(QStringLiteral("%1 (%2)").arg(title, keyOf(at).toString(QKeySequence::NativeText)));
  const auto paint = [button, icon = entry.icon] {
    button->setIcon(Theme::instance().icon(icon, button->isChecked() ? Ink::kAccent : Ink::kMuted));
  };
  paint();
  connect(&Theme::instance(), &Theme::changed, button, paint);
  connect(button, &QPushButton::toggled, button, paint);
  connect(button, &QPushButton::clicked, this, [this, id = entry.id] { Q_EMIT pageWanted(id); });
  pages_->addButton(button, static_cast<int>(at));
  return button;
}

void Rail::setEntered(bool entered) {
  for (QAbstractButton* each : pages_->buttons()) each->setVisible(entered);
  toStart_->setVisible(!entered);
}

void Rail::check(qsizetype at) {
  if (auto* button = pages_->button(static_cast<int>(at))) button->setChecked(true);
}

QKeySequence Rail::keyOf(qsizetype at) {
  return {Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + at)};
}

}  // namespace aurigraph::ui
