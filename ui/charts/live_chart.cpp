#include "ui/charts/live_chart.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include "ui/charts/chart_plot.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

constexpr double kWorthDrawingPixels = 0.3;

/// A piece of a line as the plot draws it.
class LineSample final : public QWidget {
 public:
  LineSample(const ChartLine& line, qsizetype index, QWidget* parent)
      : QWidget(parent), line_(line), index_(index) {
    setFixedSize(fontMetrics().averageCharWidth() * 3, fontMetrics().height());
    setLayoutDirection(Qt::LeftToRight);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setPen(penOf(line_, index_));
    painter.drawLine(0, height() / 2, width(), height() / 2);
  }

 private:
  const ChartLine& line_;
  qsizetype index_;
};

}  // namespace

LiveChart::LiveChart(Chart chart, TimeWindow& time, QWidget* parent)
    : QFrame(parent), chart_(std::move(chart)), time_(time) {
  setObjectName(chart_.name + QLatin1String("Chart"));
  setAccessibleName(chart_.title);
  setLook(*this, "card");
  plot_ = new ChartPlot(chart_, time_, this);
  table_ = new ChartTable(chart_, this);
  tableView_ = new QTableView(this);
  tableView_->setObjectName(chart_.name + QLatin1String("Table"));
  //: Accessible name of the table beside a chart; %1 is the chart's title
  tableView_->setAccessibleName(tr("%1, as a table").arg(chart_.title));
  tableView_->setModel(table_);
  tableView_->setSelectionBehavior(QAbstractItemView::SelectRows);
  tableView_->setTabKeyNavigation(false);
  tableView_->setAlternatingRowColors(true);
  tableView_->setShowGrid(false);
  tableView_->verticalHeader()->hide();
  tableView_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  tableView_->horizontalHeader()->setStretchLastSection(true);
  tableView_->horizontalHeader()->setHighlightSections(false);
  stack_ = new QStackedWidget(this);
  stack_->addWidget(plot_);
  stack_->addWidget(tableView_);
  // The chart takes the room there is; what Qt would like for a view is none of its business.
  stack_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
  stack_->setMinimumHeight(fontMetrics().height() * 8);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(14, 10, 12, 8);
  column->setSpacing(4);
  column->addWidget(makeHead());
  column->addWidget(makeLegend());
  column->addWidget(stack_, 1);

  auto* twin = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this);
  twin->setContext(Qt::WidgetWithChildrenShortcut);
  connect(twin, &QShortcut::activated, this, [this] { setShowsTable(!showsTable()); });
  connect(&time_, &TimeWindow::changed, this, &LiveChart::windowChanged);
  connect(&time_, &TimeWindow::cursorMoved, this, &LiveChart::say);
  connect(&Theme::instance(), &Theme::changed, this, &LiveChart::dress);
  timer_.setInterval(kTickMs);
  connect(&timer_, &QTimer::timeout, this, &LiveChart::tick);
  dress();
  say();
}

LiveChart::~LiveChart() = default;

QWidget* LiveChart::makeHead() {
  auto* head = new QWidget(this);
  auto* title = new PlainLabel(chart_.title, head);
  title->setFont(Theme::instance().subheading());
  when_ = new PlainLabel({}, head);
  when_->setObjectName(chart_.name + QLatin1String("When"));
  when_->setFont(Theme::instance().small());
  when_->look("muted");
  tableButton_ = new QToolButton(head);
  tableButton_->setObjectName(chart_.name + QLatin1String("ShowTable"));
  tableButton_->setCheckable(true);
  tableButton_->setAutoRaise(true);
  tableButton_->setToolTip(tr("Show as a table (Ctrl+T)"));
  tableButton_->setAccessibleName(tr("Show as a table: %1").arg(chart_.title));
  exportButton_ = new QToolButton(head);
  exportButton_->setObjectName(chart_.name + QLatin1String("Export"));
  exportButton_->setAutoRaise(true);
  exportButton_->setPopupMode(QToolButton::InstantPopup);
  exportButton_->setToolTip(tr("Save as a picture or a table"));
  exportButton_->setAccessibleName(tr("Save: %1").arg(chart_.title));
  auto* menu = new QMenu(exportButton_);
  menu->addAction(tr("Save as a picture (PNG) …"), this, &LiveChart::exportPicture);
  menu->addAction(tr("Save as a table (CSV) …"), this, &LiveChart::exportTable);
  exportButton_->setMenu(menu);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  row->addWidget(title);
  row->addStretch();
  row->addWidget(when_);
  row->addWidget(tableButton_);
  row->addWidget(exportButton_);
  connect(tableButton_, &QToolButton::toggled, this, &LiveChart::setShowsTable);
  return head;
}

QWidget* LiveChart::makeLegend() {
  auto* legend = new QWidget(this);
  legend->setObjectName(chart_.name + QLatin1String("Legend"));
  auto* flow = new FlowLayout(legend);
  flow->setContentsMargins(0, 0, 0, 0);
  flow->setSpacing(12);
  for (qsizetype line = 0; line < chart_.lines.size(); ++line) {
    auto* entry = new QWidget(legend);
    auto* row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    auto* name = new PlainLabel(chart_.lines[line].name, entry);
    name->look("muted");
    auto* value = new PlainLabel({}, entry);
    value->setObjectName(QStringLiteral("%1Value%2").arg(chart_.name).arg(line));
    QFont font = value->font();
    font.setWeight(QFont::DemiBold);
    value->setFont(font);
    row->addWidget(new LineSample(chart_.lines[line], line, entry));
    row->addWidget(name);
    row->addWidget(value);
    values_.append(value);
    flow->addWidget(entry);
  }
  return legend;
}

void LiveChart::put(qint64 second, const QList<std::optional<double>>& values) {
  const qint64 newest = chart_.lines.isEmpty() ? -1 : chart_.lines[0].readings.newest();
  for (qsizetype line = 0; line < chart_.lines.size(); ++line)
    chart_.lines[line].readings.put(second, values.value(line));
  // Steps under way are not shown: nothing to draw before they are whole.
  due_ = due_ || second < newest || (second + 1) % time_.range().step == 0;
}

void LiveChart::clear() {
  for (ChartLine& line : chart_.lines) line.readings.clear();
  if (frozen_) frozen_ = chart_;
  due_ = true;
}

void LiveChart::tick() {
  if (!isVisible()) return;
  const double end = time_.end();
  const double pixels = (end - shown_.end) / time_.range().seconds * plot_->width();
  if (!due_ && std::abs(pixels) < kWorthDrawingPixels) return;
  due_ = false;
  draw(shownOf(frozen_ ? *frozen_ : chart_, end, time_.range().seconds, time_.range().step));
}

void LiveChart::draw(const Shown& shown) {
  shown_ = shown;
  if (showsTable())
    table_->show(shown_);
  else
    plot_->draw(shown_);
  say();
}

void LiveChart::windowChanged() {
  if (time_.paused() && !frozen_)
    frozen_ = chart_;
  else if (!time_.paused())
    frozen_.reset();
  due_ = true;
  tick();
  say();
}

/// Legend, and the words for who cannot see the lines.
void LiveChart::say() {
  const int pointed = time_.cursor() ? shown_.indexOf(*time_.cursor()) : -1;
  const int index = pointed >= 0 ? pointed : shown_.newestValue();
  QStringList spoken;
  for (qsizetype line = 0; line < values_.size(); ++line) {
    const QString text = index < 0 ? QStringLiteral("—") : pointText(chart_, shown_.lines[line][index]);
    values_[line]->setText(leftToRight(text));
    spoken.append(tr("%1: %2").arg(chart_.lines[line].name, text));
  }
  if (pointed >= 0)
    when_->setText(clockText(shown_.secondOf(pointed)));
  else if (time_.paused())
    when_->setText(tr("paused since %1").arg(clockText(*time_.pausedAt() / 1'000)));
  else
    when_->clear();
  plot_->setAccessibleDescription(
      pointed >= 0
          ? tr("At %1: %2.").arg(clockText(shown_.secondOf(pointed)), spoken.join(QStringLiteral("; ")))
          : spokenText(chart_, shown_));
}

bool LiveChart::showsTable() const {
  return stack_->currentWidget() == tableView_;
}

void LiveChart::setShowsTable(bool table) {
  if (table == showsTable()) return;
  const bool focused = plot_->hasFocus() || tableView_->hasFocus();
  stack_->setCurrentWidget(table ? static_cast<QWidget*>(tableView_) : plot_);
  if (focused) stack_->currentWidget()->setFocus();
  tableButton_->setChecked(table);
  draw(shown_);
}

void LiveChart::dress() {
  tableButton_->setIcon(Theme::instance().icon(QStringLiteral("table"), Ink::kMuted));
  exportButton_->setIcon(Theme::instance().icon(QStringLiteral("export"), Ink::kMuted));
}

void LiveChart::showEvent(QShowEvent* event) {
  QFrame::showEvent(event);
  due_ = true;
  timer_.start();
  tick();
}

void LiveChart::hideEvent(QHideEvent* event) {
  QFrame::hideEvent(event);
  timer_.stop();
}

QImage LiveChart::picture() const {
  const int line = fontMetrics().height();
  const QSize size(plot_->width() + line * 2, plot_->height() + line * 5);
  QImage image(size * 2, QImage::Format_RGB32);
  image.setDevicePixelRatio(2);
  image.fill(color(Ink::kCard));
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(color(Ink::kText));
  painter.setFont(Theme::instance().subheading());
  painter.drawText(QPointF(line, line * 1.4), chart_.title);
  painter.setFont(font());
  double x = line;
  for (qsizetype each = 0; each < chart_.lines.size(); ++each) {
    painter.setPen(penOf(chart_.lines[each], each));
    painter.drawLine(QPointF(x, line * 2.4), QPointF(x + line * 1.6, line * 2.4));
    painter.setPen(color(Ink::kText));
    x += line * 2;
    painter.drawText(QPointF(x, line * 2.75), chart_.lines[each].name);
    x += QFontMetricsF(font()).horizontalAdvance(chart_.lines[each].name) + line;
  }
  plot_->paintPlain(painter, QPoint(line, line * 16 / 5));
  painter.setPen(color(Ink::kMuted));
  painter.setFont(Theme::instance().small());
  const auto at = [](double second) { return fromMilliseconds(static_cast<qint64>(second * 1'000)); };
  painter.drawText(QPointF(line, size.height() - line * 0.5),
                   tr("%1 to %2").arg(dateTimeText(at(shown_.begin)), dateTimeText(at(shown_.end))));
  return image;
}

void LiveChart::exportPicture() {
  ask_(this, chart_.name + QLatin1String(".png"), tr("Pictures (*.png)"),
       [this, image = picture()](const QString& path) { finish(path, writePicture(path, image)); });
}

void LiveChart::exportTable() {
  ask_(this, chart_.name + QLatin1String(".csv"), tr("Tables (*.csv)"),
       [this, bytes = csvOf(chart_, shown_)](const QString& path) { finish(path, writeBytes(path, bytes)); });
}

void LiveChart::finish(const QString& path, QFuture<QString> written) {
  written.then(this, [this, path](const QString& fault) {
    Q_EMIT said(fault.isEmpty() ? tr("Saved: %1").arg(path)
                                : tr("%1 could not be written: %2").arg(path, fault));
  });
}

}  // namespace aurigraph::ui
