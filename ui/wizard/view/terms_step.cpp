#include "ui/wizard/view/terms_step.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/decimal.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

constexpr int kColumns = 2;

bool isWords(issuance::FieldKind kind) {
  return kind == issuance::FieldKind::kText;
}

/// Symbols and currencies are capitals; nobody should have to hold Shift.
bool isCapitals(issuance::FieldKind kind) {
  return kind == issuance::FieldKind::kSymbol || kind == issuance::FieldKind::kCurrency;
}

}  // namespace

TermsStep::TermsStep(IssuanceRun& run, QWidget* parent)
    : StepView(issuance::Step::kTerms, run, parent), body_(new QVBoxLayout) {
  body_->setSpacing(12);
  content().addLayout(body_);
  content().addStretch();
}

void TermsStep::build(const issuance::IssuanceTemplate& from) {
  unbind({});
  clear(*body_);
  editors_.clear();
  rows_.clear();
  serialButtons_.clear();
  serials_ = nullptr;
  total_ = nullptr;
  auto* card = new Card({}, {}, this);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(24);
  grid->setVerticalSpacing(14);
  for (int column = 0; column < kColumns; ++column) grid->setColumnStretch(column, 1);
  int place = 0;
  for (const auto& field : from.fields) {
    if (field.kind == issuance::FieldKind::kSerials) continue;
    const QString key = qtText(field.key);
    auto* editor = makeEditor(QStringLiteral("field-") + key, !isWords(field.kind), card);
    auto* row =
        new FieldRow(field.required ? fieldText(field.key) : tr("%1 (optional)").arg(fieldText(field.key)),
                     editor, helpText(field.help), unitText(field.unit), card);
    grid->addWidget(row, place / kColumns, place % kColumns, Qt::AlignTop);
    ++place;
    editors_.insert(key, editor);
    bind(key, editor, row->line());
    connect(editor, &QLineEdit::textEdited, this,
            [this, editor, key, capitals = isCapitals(field.kind)](QString text) {
              if (capitals && text != text.toUpper()) {
                const int at = editor->cursorPosition();
                text = text.toUpper();
                editor->setText(text);
                editor->setCursorPosition(at);
              }
              (void)this->run().edit(
                  [&](issuance::IssuanceFlow& to) { return to.setTerm(stdText(key), stdText(text)); });
            });
  }
  card->body().addLayout(grid);
  offer_ = new PlainLabel({}, card);
  offer_->setObjectName(QStringLiteral("offer"));
  offer_->wrapped();
  card->body().addWidget(offer_);
  body_->addWidget(card);

  if (from.field("serials") != nullptr) {
    auto* box = new Card(fieldText("serials"), helpText(from.field("serials")->help), this);
    serials_ = new QVBoxLayout;
    serials_->setSpacing(8);
    box->body().addLayout(serials_);
    auto* line = new IssueLine(box);
    box->body().addWidget(line);
    total_ = new PlainLabel({}, box);
    total_->setObjectName(QStringLiteral("serialTotal"));
    total_->look("muted");
    box->body().addWidget(total_);
    auto* buttons = new QHBoxLayout;
    auto* add = new QPushButton(tr("Add a range"), box);
    add->setObjectName(QStringLiteral("serialAdd"));
    auto* take = new QPushButton(tr("Take the whole chosen block"), box);
    take->setObjectName(QStringLiteral("serialBlock"));
    buttons->addWidget(add);
    buttons->addWidget(take);
    buttons->addStretch();
    box->body().addLayout(buttons);
    serialButtons_ = {add, take};
    connect(add, &QPushButton::clicked, this, [this] {
      issuance::DraftSerial next;
      if (!draft().serials.empty()) {
        next.registry = draft().serials.back().registry;
        next.series = draft().serials.back().series;
      }
      (void)run().edit([&](issuance::IssuanceFlow& to) { return to.addSerial(next); });
      focusOn(QStringLiteral("serials[%1].registry").arg(draft().serials.size() - 1));
    });
    connect(take, &QPushButton::clicked, this, &TermsStep::addBlocks);
    bind(QStringLiteral("serials"), add, line);
    body_->addWidget(box);
  }
  sayPolicies(from);
}

void TermsStep::sayPolicies(const issuance::IssuanceTemplate& from) {
  auto* card =
      new Card(tr("Example policies"),
               tr("Thresholds of this template, shown as examples. Breaking one warns and stops nobody; what "
                  "the ledger demands is asked in the pre-check."),
               this);
  for (const auto& policy : from.policies) {
    auto* label = new PlainLabel(QStringLiteral("• ") + helpText(policy.help).arg(policy.value), card);
    label->look("muted").wrapped();
    card->body().addWidget(label);
  }
  body_->addWidget(card);
}

void TermsStep::addBlocks() {
  (void)run().edit([](issuance::IssuanceFlow& to) -> Status {
    for (const Digest& id : to.draft().records) {
      const auto* record = to.context().record(id);
      if (record == nullptr || !record->serials) continue;
      const auto& block = *record->serials;
      const issuance::DraftSerial range{block.registry, block.series, std::to_string(block.first),
                                        std::to_string(block.last)};
      // An empty row, as "Add a range" makes it, is filled first.
      const auto& rows = to.draft().serials;
      const auto empty =
          std::ranges::find_if(rows, [](const auto& row) { return row.first.empty() && row.last.empty(); });
      const Status done = empty == rows.end()
                              ? to.addSerial(range)
                              : to.setSerial(static_cast<std::size_t>(empty - rows.begin()), range);
      if (!done) return done;
      if (to.draft().term("supply").empty())
        return to.setTerm("supply", toText(static_cast<U128>(block.last) - block.first + 1));
    }
    return {};
  });
}

void TermsStep::fill() {
  const auto* from = flow().chosenTemplate();
  if (from == nullptr) return;
  if (built_ != qtText(from->name)) {
    built_ = qtText(from->name);
    build(*from);
  }
  const bool locked = flow().isLocked(step());
  for (auto at = editors_.cbegin(); at != editors_.cend(); ++at) {
    const QString text = qtText(draft().term(stdText(at.key())));
    if (at.value()->text() != text) at.value()->setText(text);
    at.value()->setReadOnly(locked);
  }
  for (QPushButton* button : serialButtons_) button->setEnabled(!locked);
  if (serials_ != nullptr) fillSerials();
  sayOffer();
}

void TermsStep::fillSerials() {
  const auto& serials = draft().serials;
  if (rows_.size() != static_cast<qsizetype>(serials.size())) {
    unbind(QStringLiteral("serials["));
    clear(*serials_);
    rows_.clear();
    for (std::size_t at = 0; at < serials.size(); ++at) {
      auto* holder = new QWidget(this);
      auto* column = new QVBoxLayout(holder);
      column->setContentsMargins(0, 0, 0, 0);
      column->setSpacing(3);
      auto* row = new QHBoxLayout;
      row->setSpacing(8);
      SerialRow made{};
      const QString number = QString::number(at + 1);
      const auto part = [&](QLineEdit*& to, const char* name, int stretch) {
        to = makeEditor(QStringLiteral("serial-%1-%2").arg(at).arg(QLatin1String(name)), true, holder);
        const QString label = fieldText(name);
        to->setAccessibleName(tr("%1 of range %2").arg(label, number));
        auto* cell = new QVBoxLayout;
        cell->setSpacing(3);
        if (at == 0) {
          auto* head = new PlainLabel(label, holder);
          head->look("muted");
          head->setFont(Theme::instance().small());
          cell->addWidget(head);
        }
        cell->addWidget(to);
        row->addLayout(cell, stretch);
        auto* line = new IssueLine(holder);
        column->addWidget(line);
        bind(QStringLiteral("serials[%1].%2").arg(at).arg(QLatin1String(name)), to, line);
        connect(to, &QLineEdit::textEdited, this, [this, at] {
          if (static_cast<qsizetype>(at) >= rows_.size()) return;
          const SerialRow& typed = rows_[static_cast<qsizetype>(at)];
          const issuance::DraftSerial range{stdText(typed.registry->text()), stdText(typed.series->text()),
                                            stdText(typed.first->text()), stdText(typed.last->text())};
          (void)run().edit([&](issuance::IssuanceFlow& into) { return into.setSerial(at, range); });
        });
      };
      column->addLayout(row);
      part(made.registry, "registry", 2);
      part(made.series, "series", 4);
      part(made.first, "first", 3);
      part(made.last, "last", 3);
      auto* remove = new QPushButton(tr("Remove"), holder);
      remove->setObjectName(QStringLiteral("serial-%1-remove").arg(at));
      remove->setAccessibleName(tr("Remove range %1").arg(number));
      setLook(*remove, "quiet");
      remove->setEnabled(!flow().isLocked(step()));
      row->addWidget(remove, 0, Qt::AlignBottom);
      connect(remove, &QPushButton::clicked, this, [this, at] {
        (void)run().edit([&](issuance::IssuanceFlow& to) { return to.removeSerial(at); });
        focusOn(QStringLiteral("serials"));
      });
      rows_ << made;
      serials_->addWidget(holder);
    }
  }
  U128 count = 0;
  for (std::size_t at = 0; at < serials.size(); ++at) {
    const auto& range = serials[at];
    const SerialRow& row = rows_[static_cast<qsizetype>(at)];
    const auto put = [&](QLineEdit* to, const std::string& text) {
      if (to->text() != qtText(text)) to->setText(qtText(text));
      to->setReadOnly(flow().isLocked(step()));
    };
    put(row.registry, range.registry);
    put(row.series, range.series);
    put(row.first, range.first);
    put(row.last, range.last);
    const auto first = parseU128(range.first);
    const auto last = parseU128(range.last);
    if (first && last && *first <= *last && *last <= UINT64_MAX) count += *last - *first + 1;
  }
  total_->setText(tr("%1 credits in all.").arg(leftToRight(amountText(qtText(toText(count)), 0))));
  total_->setVisible(!serials.empty());
}

void TermsStep::sayOffer() {
  wire::IssueToken terms;
  (void)issuance::checkTerms(draft(), flow().chosenTemplate(), flow().context(), terms);
  const bool stated = terms.supply > 0 && terms.unitPriceMinor > 0 &&
                      terms.supply <= static_cast<U128>(INT64_MAX) &&
                      terms.unitPriceMinor <= static_cast<std::uint64_t>(INT64_MAX);
  offer_->setVisible(stated);
  if (!stated) return;
  const auto digits = issuance::minorDigitsOf(terms.currency);
  const auto offer = multiply(Decimal::of(static_cast<std::int64_t>(terms.supply), terms.decimals),
                              Decimal::of(static_cast<std::int64_t>(terms.unitPriceMinor), digits));
  const auto units = offer ? toUnits(*offer, digits) : Result<I128>(fail("decimal.inexact", {}));
  offer_->setVisible(units.has_value());
  if (units)
    offer_->setText(tr("All tokens at this price: %1")
                        .arg(leftToRight(amountText(qtText(toText(*units)), digits) + QLatin1Char(' ') +
                                         qtText(terms.currency))));
}

}  // namespace aurigraph::ui
