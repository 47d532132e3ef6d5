#include "ui/wizard/view/asset_step.h"

#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

enum Column { kKind, kKey, kScore, kDecision, kAge, kColumns };
constexpr int kShownRows = 7;
constexpr int kKindCharacters = 24;

/// Whole before the next field is made: its inner line would come behind that one on the way back otherwise.
QComboBox* makeKeyBox(QWidget* parent) {
  auto* box = new QComboBox(parent);
  box->setObjectName(QStringLiteral("field-asset_key"));
  box->setEditable(true);
  box->setInsertPolicy(QComboBox::NoInsert);
  box->setLayoutDirection(Qt::LeftToRight);
  box->lineEdit()->setFont(Theme::instance().monospaced());
  box->setFocusPolicy(Qt::StrongFocus);
  return box;
}

QString idOf(const Digest& id) {
  return qtText(toHex(id.view()));
}

}  // namespace

AssetStep::AssetStep(IssuanceRun& run, QWidget* parent)
    : StepView(issuance::Step::kAsset, run, parent),
      key_(makeKeyBox(this)),
      name_(makeEditor(QStringLiteral("field-asset_name"), false, this)),
      records_(new QTableWidget(0, kColumns, this)),
      hint_(new PlainLabel({}, this)),
      needs_(new QVBoxLayout) {
  auto* card = new Card({}, {}, this);
  key_->lineEdit()->setPlaceholderText(tr("Choose from the list or type"));
  auto* keyRow = new FieldRow(fieldText("asset_key"), key_,
                              tr("Parcel, project or shipment as its records name it. An asset of yours that "
                                 "is registered and has no token yet can be chosen too."),
                              {}, card);
  key_->lineEdit()->setAccessibleName(key_->accessibleName());
  card->body().addWidget(keyRow);
  hint_->look("muted").wrapped();
  card->body().addWidget(hint_);
  auto* nameRow =
      new FieldRow(fieldText("asset_name"), name_, tr("What people call it, up to 128 bytes."), {}, card);
  card->body().addWidget(nameRow);
  content().addWidget(card);

  auto* records =
      new Card(fieldText("records"),
               tr("The ones with a tick go on the register with the asset. Space ticks and unticks."), this);
  recordsCard_ = records;
  records->body().addLayout(needs_);
  records_->setObjectName(QStringLiteral("field-records"));
  records_->setAccessibleName(tr("Usable records"));
  records_->setHorizontalHeaderLabels(
      {tr("Record"), tr("Asset key"), tr("Score"), tr("Decision"), tr("Age")});
  records_->verticalHeader()->hide();
  records_->setSelectionBehavior(QAbstractItemView::SelectRows);
  records_->setSelectionMode(QAbstractItemView::SingleSelection);
  records_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  records_->setTabKeyNavigation(false);
  records_->setShowGrid(false);
  records_->setAlternatingRowColors(true);
  records_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  records_->horizontalHeader()->setSectionResizeMode(kKey, QHeaderView::Stretch);
  // Its box for the tick is not counted among the contents.
  records_->horizontalHeader()->setSectionResizeMode(kKind, QHeaderView::Fixed);
  records_->setColumnWidth(kKind, fontMetrics().averageCharWidth() * kKindCharacters);
  records_->horizontalHeader()->setHighlightSections(false);
  records_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
  for (const Column column : {kScore, kAge})
    records_->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  records_->setMinimumHeight(records_->fontMetrics().height() * 2 * (kShownRows - 2));
  records->body().addWidget(records_);
  auto* line = new IssueLine(records);
  records->body().addWidget(line);
  content().addWidget(records);
  content().addStretch();

  bind(QStringLiteral("asset_key"), key_, keyRow->line());
  bind(QStringLiteral("asset_name"), name_, nameRow->line());
  bind(QStringLiteral("records"), records_, line);
  connect(key_, &QComboBox::textActivated, this, &AssetStep::choose);
  connect(key_->lineEdit(), &QLineEdit::textEdited, this, [this](const QString& text) {
    (void)this->run().edit([&](issuance::IssuanceFlow& to) { return to.setAssetKey(stdText(text)); });
  });
  // Typed to its end: as if it had been chosen.
  connect(key_->lineEdit(), &QLineEdit::editingFinished, this, [this] {
    if (!filling_ && draft().records.empty() && keys_.contains(key_->currentText()))
      choose(key_->currentText());
  });
  connect(name_, &QLineEdit::textEdited, this, [this](const QString& text) {
    (void)this->run().edit([&](issuance::IssuanceFlow& to) { return to.setAssetName(stdText(text)); });
  });
  connect(records_, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
    if (filling_ || item->column() != kKind) return;
    std::vector<Digest> chosen = draft().records;
    const Digest id = shown_[item->row()];
    std::erase(chosen, id);
    if (item->checkState() == Qt::Checked) chosen.push_back(id);
    (void)this->run().edit([&](issuance::IssuanceFlow& to) { return to.setRecords(chosen); });
  });
}

void AssetStep::choose(const QString& key) {
  const std::string wanted = stdText(key);
  (void)run().edit([&](issuance::IssuanceFlow& to) -> Status {
    if (const auto* asset = to.context().assetKeyed(wanted); asset != nullptr && asset->mine)
      return to.useAsset(asset->id);
    if (auto set = to.setAssetKey(wanted); !set) return set;
    return to.setRecords(to.suggestedRecords(wanted));
  });
}

void AssetStep::fill() {
  filling_ = true;
  const bool locked = flow().isLocked(step());
  const bool registered = !flow().needsRegistration();
  fillKeys();
  key_->setEnabled(!locked);
  if (name_->text() != qtText(draft().assetName)) name_->setText(qtText(draft().assetName));
  name_->setEnabled(!locked && !registered);
  recordsCard_->setVisible(!registered);
  hint_->setVisible(registered || keys_.isEmpty());
  hint_->setText(registered
                     ? tr("This asset is on the register as number %1: its records and documents stand.")
                           .arg(draft().asset.value)
                     : tr("No usable record of this kind waits for an asset. Records arrive by themselves "
                          "or after a reviewer approved them."));
  if (!registered) {
    fillNeeds();
    fillRecords();
  }
  records_->setEnabled(!locked);
  filling_ = false;
}

void AssetStep::fillKeys() {
  QStringList keys;
  for (const std::string& key : flow().assetKeys()) keys << qtText(key);
  for (const auto& asset : flow().context().assets)
    if (asset.mine && !asset.tokenized && flow().chosenTemplate() != nullptr &&
        asset.assetTemplate == flow().chosenTemplate()->assetTemplate)
      keys << qtText(asset.assetKey);
  if (keys != keys_) {
    keys_ = keys;
    key_->clear();
    key_->addItems(keys_);
  }
  const QString text = qtText(draft().assetKey);
  if (key_->currentText() != text) key_->setEditText(text);
}

void AssetStep::fillNeeds() {
  clear(*needs_);
  if (flow().chosenTemplate() == nullptr) return;
  for (const auto& need : flow().chosenTemplate()->needs) {
    const bool met = std::ranges::any_of(draft().records, [&](const Digest& id) {
      const auto* record = flow().context().record(id);
      return record != nullptr && std::ranges::find(need.anyOf, record->kind) != need.anyOf.end();
    });
    auto* label = new PlainLabel(
        met ? tr("✓ %1").arg(helpText(need.help)) : tr("○ %1 — not chosen yet").arg(helpText(need.help)),
        recordsCard_);
    label->tone(met ? "ok" : nullptr);
    if (!met) label->look("muted");
    needs_->addWidget(label);
  }
}

void AssetStep::fillRecords() {
  const auto candidates = flow().recordsFor(draft().assetKey);
  QList<Digest> ids;
  for (const auto* record : candidates) ids << record->id;
  if (ids != shown_) {
    // New arrivals never move the row that somebody is on.
    const int before = records_->currentRow();
    const Digest current = before >= 0 && before < shown_.size() ? shown_[before] : Digest{};
    shown_ = ids;
    records_->setRowCount(static_cast<int>(ids.size()));
    for (int row = 0; row < ids.size(); ++row) {
      const auto& record = *candidates[static_cast<std::size_t>(row)];
      const QString kind = kindText(qtText(record.kind));
      const QString score = scoreText(record.score.value);
      const QString decision = decisionText(qtText(record.decision));
      const QString age = durationText(record.ageSeconds * 1'000);
      const QString key = leftToRight(tame(qtText(record.assetKey)));
      const auto put = [&](int column, const QString& text, bool number) {
        auto* item = new QTableWidgetItem(text);
        item->setToolTip(idOf(record.id));
        if (number) item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        records_->setItem(row, column, item);
        return item;
      };
      auto* first = put(kKind, kind, false);
      first->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      first->setData(Qt::AccessibleTextRole,
                     tr("%1 of %2, score %3, %4, %5 old").arg(kind, key, score, decision, age));
      put(kKey, key, false);
      put(kScore, score, true);
      put(kDecision, decision, false);
      put(kAge, age, true);
    }
    if (!ids.isEmpty())
      records_->setCurrentCell(static_cast<int>(std::max<qsizetype>(0, ids.indexOf(current))), kKind);
  }
  for (int row = 0; row < shown_.size(); ++row) {
    const bool chosen = std::ranges::find(draft().records, shown_[row]) != draft().records.end();
    records_->item(row, kKind)->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
  }
}

}  // namespace aurigraph::ui
