#include "ui/wizard/view/parts.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

constexpr int kSpacing = 6;
constexpr int kCardMargin = 16;

}  // namespace

ScrollBody::ScrollBody(QWidget* parent) : QWidget(parent) {
  setProperty("look", QStringLiteral("page"));
}

bool ScrollBody::event(QEvent* event) {
  const bool done = QWidget::event(event);
  if ((event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) && layout() != nullptr)
    setMinimumHeight(layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                   : layout()->totalMinimumSize().height());
  return done;
}

Card::Card(const QString& title, const QString& sentence, QWidget* parent)
    : QFrame(parent), body_(new QVBoxLayout(this)) {
  setLook(*this, "card");
  body_->setContentsMargins(kCardMargin, kCardMargin, kCardMargin, kCardMargin);
  body_->setSpacing(kSpacing * 2);
  if (!title.isEmpty()) {
    auto* head = new PlainLabel(title, this);
    head->setFont(Theme::instance().subheading());
    body_->addWidget(head);
  }
  if (!sentence.isEmpty()) {
    auto* words = new PlainLabel(sentence, this);
    words->look("muted").wrapped();
    body_->addWidget(words);
  }
}

IssueLine::IssueLine(QWidget* parent)
    : QWidget(parent), sign_(new PlainLabel({}, this)), words_(new PlainLabel({}, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kSpacing);
  row->addWidget(sign_, 0, Qt::AlignTop);
  row->addWidget(words_, 1);
  words_->wrapped();
  hide();
  connect(&Theme::instance(), &Theme::changed, this, &IssueLine::paint);
}

QString IssueLine::text() const {
  return isHidden() ? QString() : words_->text();
}

void IssueLine::paint() {
  const int size = words_->fontMetrics().height();
  sign_->setPixmap(Theme::instance()
                       .icon(QString::fromLatin1(error_ ? "fail" : "error"), error_ ? Ink::kFail : Ink::kWarn)
                       .pixmap(size, size));
}

void IssueLine::show(const issuance::Issues& issues) {
  QStringList sentences;
  for (const auto& issue : issues) sentences << issueText(issue);
  error_ = issuance::anyError(issues);
  words_->setText(sentences.join(QLatin1Char('\n')));
  setTone(*words_, error_ ? "fail" : "warn");
  sign_->setAccessibleName(error_ ? tr("Error") : tr("Warning"));
  paint();
  setVisible(!issues.empty());
}

FieldRow::FieldRow(const QString& label, QWidget* editor, const QString& help, const QString& unit,
                   QWidget* parent)
    : QWidget(parent), editor_(editor), line_(new IssueLine(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kSpacing / 2);
  auto* name = new PlainLabel(label, this);
  QFont strong = name->font();
  strong.setWeight(QFont::DemiBold);
  name->setFont(strong);
  name->setBuddy(editor_);
  column->addWidget(name);
  editor_->setParent(this);
  // One word after another, as a listener hears it: name, unit, help.
  editor_->setAccessibleName(unit.isEmpty() ? label : tr("%1, in %2").arg(label, unit));
  editor_->setAccessibleDescription(help);
  auto* row = new QHBoxLayout;
  row->setSpacing(kSpacing);
  row->addWidget(editor_, 1);
  if (!unit.isEmpty()) {
    auto* measure = new PlainLabel(unit, this);
    measure->look("muted");
    row->addWidget(measure);
  }
  column->addLayout(row);
  column->addWidget(line_);
  if (!help.isEmpty()) {
    auto* words = new PlainLabel(help, this);
    words->look("muted").wrapped();
    words->setFont(Theme::instance().small());
    column->addWidget(words);
  }
}

QLineEdit* makeEditor(const QString& name, bool leftToRightAlways, QWidget* parent) {
  auto* editor = new QLineEdit(parent);
  editor->setObjectName(name);
  editor->setMaxLength(static_cast<int>(issuance::kMaxTypedBytes) / 4);
  if (leftToRightAlways) {
    editor->setLayoutDirection(Qt::LeftToRight);
    editor->setFont(Theme::instance().monospaced());
  }
  return editor;
}

void addSummary(QGridLayout& to, const std::vector<std::pair<QString, QString>>& lines, QWidget* parent) {
  static const QRegularExpression kDigest(QStringLiteral("[0-9a-f]{64}"));
  to.setColumnStretch(1, 1);
  to.setHorizontalSpacing(kSpacing * 4);
  to.setVerticalSpacing(kSpacing);
  for (const auto& [label, value] : lines) {
    const int row = to.rowCount();
    auto* name = new PlainLabel(label, parent);
    name->look("muted");
    auto* shown = new PlainLabel(value, parent);
    shown->wrapped();
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (value.contains(kDigest)) shown->setFont(Theme::instance().monospaced());
    to.addWidget(name, row, 0, Qt::AlignTop);
    to.addWidget(shown, row, 1);
  }
}

void clear(QLayout& layout) {
  while (QLayoutItem* item = layout.takeAt(0)) {
    // Gone from sight at once, deleted when nobody is inside its signal any more.
    if (QWidget* widget = item->widget()) {
      widget->hide();
      widget->setFocusPolicy(Qt::NoFocus);
      for (QWidget* inner : widget->findChildren<QWidget*>()) inner->setFocusPolicy(Qt::NoFocus);
      widget->deleteLater();
    }
    if (QLayout* inner = item->layout()) clear(*inner);
    delete item;
  }
}

}  // namespace aurigraph::ui
