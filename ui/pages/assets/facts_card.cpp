#include "ui/pages/assets/facts_card.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui::assets {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(Source)
};

constexpr int kShownCharacters = 26;

QWidget* valueOf(const Fact& fact, QWidget* parent) {
  switch (fact.kind) {
    case Fact::Kind::kCopy: {
      auto* field = new CopyField(fact.label, parent);
      field->setValue(fact.value, kShownCharacters);
      return field;
    }
    case Fact::Kind::kChip:
      return new Chip(tame(fact.value), fact.tone, parent);
    case Fact::Kind::kText:
      break;
  }
  auto* label = new PlainLabel(tame(fact.value), parent);
  label->wrapped();
  // Names and numbers of another script stand where the others do.
  label->setAlignment((parent->isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
  if (fact.tone != nullptr) label->tone(fact.tone);
  return label;
}

}  // namespace

QString sourceText(Source source) {
  switch (source) {
    case Source::kReported:
      return Words::tr("Reported by the gateway");
    case Source::kVerified:
      return Words::tr("Verified on this computer");
    case Source::kNone:
      break;
  }
  return {};
}

void setSource(Chip& chip, Source source, const QString& detail) {
  const QString sign = source == Source::kVerified ? QStringLiteral("✓ ") : QString();
  chip.set(sign + sourceText(source), source == Source::kVerified ? "ok" : nullptr);
  chip.setToolTip(
      !detail.isEmpty() || source != Source::kReported
          ? detail
          : Words::tr("This is what the gateway says. Check a holding's proof to see it verified here."));
}

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent),
      source_(new Chip({}, nullptr, this)),
      note_(new PlainLabel({}, this)),
      body_(new QVBoxLayout) {
  setLook(*this, "card");
  auto* heading = new PlainLabel(title, this);
  heading->setFont(Theme::instance().subheading());
  source_->setFont(Theme::instance().small());
  note_->look("muted").wrapped();
  note_->hide();
  auto* top = new QHBoxLayout;
  top->addWidget(heading);
  top->addStretch();
  top->addWidget(source_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 14);
  column->setSpacing(10);
  column->addLayout(top);
  column->addWidget(note_);
  column->addLayout(body_);
  body_->setSpacing(8);
}

void Card::setFacts(const QList<Fact>& facts) {
  if (facts == facts_ && grid_ != nullptr) return;
  facts_ = facts;
  delete grid_;
  grid_ = new QWidget(this);
  auto* rows = new QGridLayout(grid_);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setHorizontalSpacing(20);
  rows->setVerticalSpacing(7);
  rows->setColumnStretch(1, 1);
  int row = 0;
  for (const Fact& fact : facts) {
    auto* label = new PlainLabel(fact.label, grid_);
    label->look("muted");
    rows->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeading);
    rows->addWidget(valueOf(fact, grid_), row++, 1);
  }
  body_->insertWidget(0, grid_);
}

void Card::setNote(const QString& sentence) {
  note_->setText(sentence);
  note_->setVisible(!sentence.isEmpty());
}

}  // namespace aurigraph::ui::assets
