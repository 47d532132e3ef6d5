#include "ui/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QStyle>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

void polishAgain(QWidget& widget) {
  widget.style()->unpolish(&widget);
  widget.style()->polish(&widget);
  widget.update();
}

}  // namespace

void setLook(QWidget& widget, const char* look) {
  if (widget.property("look").toString() == QLatin1String(look)) return;
  widget.setProperty("look", QString::fromLatin1(look));
  polishAgain(widget);
}

void setTone(QWidget& widget, const char* tone) {
  // Said again every second by whoever shows a state: styling anew is not free.
  if (widget.property("tone").toString() == QLatin1String(tone)) return;
  widget.setProperty("tone", QString::fromLatin1(tone));
  polishAgain(widget);
}

PlainLabel& PlainLabel::look(const char* name) {
  setLook(*this, name);
  return *this;
}
PlainLabel& PlainLabel::tone(const char* name) {
  setTone(*this, name);
  return *this;
}

Chip::Chip(const QString& text, const char* tone, QWidget* parent) : PlainLabel(text, parent) {
  setLook(*this, "chip");
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
  set(text, tone);
}

void Chip::set(const QString& text, const char* tone) {
  setText(text);
  setVisible(!text.isEmpty() || parentWidget() == nullptr);
  setTone(*this, tone);
}

CopyField::CopyField(const QString& accessibleName, QWidget* parent)
    : QWidget(parent), shown_(new PlainLabel({}, this)), copy_(new QToolButton(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  row->addWidget(shown_);
  row->addWidget(copy_);
  row->addStretch();
  shown_->setFont(Theme::instance().monospaced());
  shown_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  copy_->setIcon(Theme::instance().icon(QStringLiteral("copy"), Ink::kMuted));
  copy_->setAutoRaise(true);
  copy_->setAccessibleName(tr("Copy: %1").arg(accessibleName));
  copy_->setToolTip(tr("Copy"));
  connect(copy_, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(value_); });
  connect(&Theme::instance(), &Theme::changed, this,
          [this] { copy_->setIcon(Theme::instance().icon(QStringLiteral("copy"), Ink::kMuted)); });
  setValue({});
}

void CopyField::setValue(const QString& value, int keepCharacters) {
  value_ = value;
  shown_->setText(value.isEmpty() ? QStringLiteral("—") : leftToRight(elidedMiddle(value, keepCharacters)));
  shown_->setToolTip(plainTip(value));
  shown_->setAccessibleName(value);
  copy_->setVisible(!value.isEmpty());
}

}  // namespace aurigraph::ui
