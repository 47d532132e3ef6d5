#include "ui/pages/review/queue_panel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/pages/review/queue_delegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

using Which = QueueFilter::Which;
constexpr int kTableFromCharacters = 105;  // Narrower, seven columns are unreadable.
constexpr const char* kCategories[] = {"market", "property", "carbon", "supply", "weather"};

QString chipText(Which which, int count) {
  const QString number = QLocale().toString(count);
  switch (which) {
    case Which::kAll:
      //: Filter of the review queue; %1 is a count
      return QueuePanel::tr("All %1").arg(number);
    case Which::kMine:
      //: Filter of the review queue: claimed by me; %1 is a count
      return QueuePanel::tr("Mine %1").arg(number);
    case Which::kUnclaimed:
      //: Filter of the review queue: claimed by nobody; %1 is a count
      return QueuePanel::tr("Unclaimed %1").arg(number);
    case Which::kLate:
      //: Filter of the review queue: past their due time; %1 is a count
      return QueuePanel::tr("Late %1").arg(number);
  }
  return {};
}

}  // namespace

QueuePanel::QueuePanel(QWidget* parent)
    : QWidget(parent),
      model_(new QueueModel(this)),
      filter_(new QueueFilter(*model_, this)),
      chips_(new QButtonGroup(this)),
      text_(new QLineEdit(this)),
      category_(new QComboBox(this)),
      arrivals_(new QPushButton(this)),
      cards_(new QListView(this)),
      table_(new QTableView(this)),
      views_(new QStackedWidget(this)),
      empty_(new QWidget(this)),
      emptyText_(new PlainLabel({}, empty_)),
      clearFilter_(new QPushButton(tr("Show the whole queue"), empty_)) {
  auto* chipRow = new QHBoxLayout;
  chipRow->setSpacing(6);
  static constexpr const char* kNames[] = {"filterAll", "filterMine", "filterUnclaimed", "filterLate"};
  for (const Which which : {Which::kAll, Which::kMine, Which::kUnclaimed, Which::kLate}) {
    auto* chip = new QPushButton(chipText(which, 0), this);
    chip->setObjectName(QString::fromLatin1(kNames[static_cast<int>(which)]));
    chip->setCheckable(true);
    setLook(*chip, "filter");
    chips_->addButton(chip, static_cast<int>(which));
    chipRow->addWidget(chip);
  }
  chipRow->addStretch();
  chips_->button(0)->setChecked(true);

  text_->setObjectName(QStringLiteral("queueFilter"));
  text_->setAccessibleName(tr("Filter the queue by asset, source or submitter"));
  text_->setPlaceholderText(tr("Filter ( / )"));
  text_->setClearButtonEnabled(true);
  category_->setObjectName(QStringLiteral("queueCategory"));
  category_->setAccessibleName(tr("Category"));
  category_->addItem(tr("All categories"), QString());
  for (const char* each : kCategories)
    category_->addItem(categoryText(QString::fromLatin1(each)), QString::fromLatin1(each));
  category_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  category_->setMinimumContentsLength(10);
  category_->setFocusPolicy(Qt::StrongFocus);
  auto* searchRow = new QHBoxLayout;
  searchRow->addWidget(text_, 3);
  searchRow->addWidget(category_, 2);

  arrivals_->setObjectName(QStringLiteral("arrivals"));
  setLook(*arrivals_, "quiet");
  arrivals_->hide();

  cards_->setObjectName(QStringLiteral("queueCards"));
  table_->setObjectName(QStringLiteral("queueTable"));
  for (QAbstractItemView* each :
       {static_cast<QAbstractItemView*>(cards_), static_cast<QAbstractItemView*>(table_)}) {
    each->setModel(filter_);
    each->setAccessibleName(tr("Records that wait for review"));
    each->setSelectionMode(QAbstractItemView::ExtendedSelection);
    each->setSelectionBehavior(QAbstractItemView::SelectRows);
    each->setEditTriggers(QAbstractItemView::NoEditTriggers);
    each->setTabKeyNavigation(false);
    connect(each, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT opened(index.data(QueueModel::kIdRole).toString()); });
  }
  cards_->setItemDelegate(new QueueDelegate(*filter_, cards_));
  cards_->setUniformItemSizes(true);
  cards_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  cards_->setResizeMode(QListView::Adjust);
  table_->setSelectionModel(cards_->selectionModel());
  table_->verticalHeader()->hide();
  table_->setShowGrid(false);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(QueueModel::kAsset, QHeaderView::Stretch);

  emptyText_->setObjectName(QStringLiteral("queueEmpty"));
  emptyText_->wrapped().look("muted");
  emptyText_->setAlignment(Qt::AlignCenter);
  clearFilter_->setObjectName(QStringLiteral("clearFilter"));
  auto* emptyColumn = new QVBoxLayout(empty_);
  emptyColumn->addStretch(2);
  emptyColumn->addWidget(emptyText_);
  emptyColumn->addWidget(clearFilter_, 0, Qt::AlignHCenter);
  emptyColumn->addStretch(3);
  views_->addWidget(cards_);
  views_->addWidget(table_);
  views_->addWidget(empty_);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addLayout(chipRow);
  column->addLayout(searchRow);
  column->addWidget(arrivals_);
  column->addWidget(views_, 1);

  connect(chips_, &QButtonGroup::idClicked, this, [this](int id) {
    filter_->setWhich(static_cast<Which>(id));
    arrange();
  });
  connect(text_, &QLineEdit::textChanged, this, [this](const QString& text) {
    filter_->setText(text);
    countAgain();
  });
  connect(text_, &QLineEdit::returnPressed, this, &QueuePanel::focusList);
  connect(category_, &QComboBox::currentIndexChanged, this, [this] {
    filter_->setCategory(category_->currentData().toString());
    countAgain();
  });
  connect(arrivals_, &QPushButton::clicked, this, &QueuePanel::showArrivals);
  connect(clearFilter_, &QPushButton::clicked, this, [this] {
    text_->clear();
    category_->setCurrentIndex(0);
    chips_->button(0)->click();
    focusList();
  });
  connect(model_, &QueueModel::arrivalsChanged, this, &QueuePanel::countAgain);
  auto* selection = cards_->selectionModel();
  connect(selection, &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
    Q_EMIT currentChanged(now.data(QueueModel::kIdRole).toString());
  });
  connect(selection, &QItemSelectionModel::selectionChanged, this,
          [this] { Q_EMIT selectionCountChanged(static_cast<int>(selectedIds().size())); });
  arrange();
}

QAbstractItemView& QueuePanel::view() const {
  if (views_->currentWidget() == table_) return *table_;
  return *cards_;
}

void QueuePanel::setItems(const QList<RecordItem>& items) {
  model_->setItems(items);
  countAgain();
}

void QueuePanel::setNow(const QDateTime& now) {
  model_->setNow(now);
  countAgain();
}

void QueuePanel::clear() {
  model_->clear();
  countAgain();
}

void QueuePanel::countAgain() {
  for (const Which which : {Which::kAll, Which::kMine, Which::kUnclaimed, Which::kLate})
    chips_->button(static_cast<int>(which))->setText(chipText(which, filter_->count(which)));
  for (int i = 1; i < category_->count(); ++i) {
    const QString category = category_->itemData(i).toString();
    const int count = filter_->countOf(category);
    //: A category and how many of it there are
    category_->setItemText(i, count == 0
                                  ? categoryText(category)
                                  : tr("%1 %2").arg(categoryText(category), QLocale().toString(count)));
  }
  const auto arrived = static_cast<int>(model_->arrivals());
  arrivals_->setVisible(arrived > 0);
  if (arrived > 0) arrivals_->setText(tr("%n new – press N", nullptr, arrived));
  arrange();
}

void QueuePanel::arrange() {
  const bool none = filter_->rowCount() == 0;
  if (none) {
    int others = 0;
    for (int row = 0; row < model_->rowCount(); ++row) {
      const RecordItem& item = model_->at(row);
      others += item.claimed(model_->nowMs()) && !item.mine(model_->nowMs()) ? 1 : 0;
    }
    if (filter_->which() == Which::kUnclaimed && others > 0)
      emptyText_->setText(tr("Nothing free: %n record(s) are claimed by others.", nullptr, others));
    else if (filter_->which() == Which::kMine)
      emptyText_->setText(tr("You hold no claim. Choose a record and press C to claim it."));
    else if (filter_->which() == Which::kLate)
      emptyText_->setText(tr("Nothing is late."));
    else
      emptyText_->setText(tr("No record of the queue matches the filter."));
    clearFilter_->setVisible(filter_->filters());
    views_->setCurrentWidget(empty_);
    return;
  }
  const bool wide = width() >= fontMetrics().averageCharWidth() * kTableFromCharacters;
  QWidget* wanted = wide ? static_cast<QWidget*>(table_) : cards_;
  if (views_->currentWidget() == wanted) return;
  const bool focused = cards_->hasFocus() || table_->hasFocus();
  views_->setCurrentWidget(wanted);
  if (focused) wanted->setFocus();
}

void QueuePanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

QString QueuePanel::currentId() const {
  return cards_->currentIndex().data(QueueModel::kIdRole).toString();
}

QStringList QueuePanel::selectedIds() const {
  QStringList out;
  for (const auto& index : cards_->selectionModel()->selectedRows())
    out.append(index.data(QueueModel::kIdRole).toString());
  return out;
}

bool QueuePanel::select(const QString& id) {
  const QModelIndex index = filter_->indexOf(id);
  if (!index.isValid()) return false;
  cards_->selectionModel()->setCurrentIndex(index,
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  view().scrollTo(index);
  return true;
}

void QueuePanel::selectFirst() {
  if (filter_->rowCount() > 0) (void)select(filter_->index(0, 0).data(QueueModel::kIdRole).toString());
}

bool QueuePanel::step(int by, bool extend) {
  const int row = cards_->currentIndex().isValid() ? cards_->currentIndex().row() + by : 0;
  if (row < 0 || row >= filter_->rowCount()) return false;
  const auto how = extend ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect;
  cards_->selectionModel()->setCurrentIndex(filter_->index(row, 0), how | QItemSelectionModel::Rows);
  view().scrollTo(filter_->index(row, 0));
  return true;
}

void QueuePanel::focusFilter() {
  text_->setFocus(Qt::ShortcutFocusReason);
  text_->selectAll();
}

void QueuePanel::focusList() {
  view().setFocus(Qt::OtherFocusReason);
}

void QueuePanel::showArrivals() {
  const QString current = currentId();
  model_->showArrivals();
  if (!current.isEmpty()) (void)select(current);
}

}  // namespace aurigraph::ui
