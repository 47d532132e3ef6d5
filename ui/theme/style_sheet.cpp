#include "ui/theme/style_sheet.h"

#include "ui/theme/theme.h"

namespace aurigraph::ui {
namespace {

// Names in @…@ are inks. Sizes are in em of the font where text is, so that they grow with it.
constexpr const char* kSheet = R"css(
QToolTip { background: @card@; color: @text@; border: 1px solid @line@; padding: 4px; }
QFrame[look="card"] { background: @card@; border: 1px solid @line@; border-radius: 8px; }
QFrame[look="sunken"] { background: @sunken@; border: 1px solid @line@; border-radius: 6px; }
QFrame[look="rail"] { background: @window@; border: none; }
QFrame[look="bar"] { background: @card@; border: none; border-bottom: 1px solid @line@; }
QFrame[look="line"] { background: @line@; border: none; }
QLabel[look="muted"] { color: @muted@; }
QLabel[tone="ok"] { color: @ok@; } QLabel[tone="warn"] { color: @warn@; } QLabel[tone="fail"] { color: @fail@; }
QLabel[tone="stale"] { color: @stale@; } QLabel[tone="accent"] { color: @accent@; }
QLabel[look="chip"] { border-radius: 9px; padding: 2px 9px; background: @sunken@; color: @text@;
  border: 1px solid @line@; }
QLabel[look="chip"][tone="ok"] { background: @ok-soft@; color: @ok@; border-color: @ok@; }
QLabel[look="chip"][tone="warn"] { background: @warn-soft@; color: @warn@; border-color: @warn@; }
QLabel[look="chip"][tone="fail"] { background: @fail-soft@; color: @fail@; border-color: @fail@; }
QLabel[look="chip"][tone="stale"] { background: @stale-soft@; color: @stale@; border-color: @stale@; }
QLabel[look="chip"][tone="accent"] { background: @accent-soft@; color: @accent@; border-color: @accent@; }
QLabel[look="chip"][tone="simulated"] { background: @simulated-soft@; color: @simulated@; border-color: @simulated@; }
QLabel[look="chip"][tone="training"] { background: @training-soft@; color: @training@; border-color: @training@; }
QFrame[look="banner"] { background: @accent-soft@; border: 1px solid @accent@; border-radius: 6px; }
QFrame[look="banner"][tone="warn"] { background: @warn-soft@; border-color: @warn@; }
QFrame[look="banner"][tone="fail"] { background: @fail-soft@; border-color: @fail@; }
QFrame[look="banner"][tone="stale"] { background: @stale-soft@; border-color: @stale@; }
QFrame[look="banner"][tone="ok"] { background: @ok-soft@; border-color: @ok@; }
QPushButton { outline: none; padding: 5px 14px; border: 1px solid @line@; border-radius: 6px; background: @card@; color: @text@; }
QPushButton:hover { background: @accent-soft@; border-color: @accent@; }
QPushButton:focus { border: 2px solid @accent@; padding: 4px 13px; }
QPushButton:disabled { color: @muted@; background: @sunken@; border-color: @line@; }
QPushButton[look="primary"] { background: @accent@; color: @on-accent@; border-color: @accent@; font-weight: 600; }
QPushButton[look="primary"]:focus { border: 2px solid @text@; }
QPushButton[look="primary"]:disabled { background: @sunken@; color: @muted@; border-color: @line@; }
QPushButton[look="danger"] { color: @fail@; border-color: @fail@; }
QPushButton[look="danger"]:hover { background: @fail-soft@; }
QPushButton[look="danger"]:disabled { color: @muted@; border-color: @line@; }
QPushButton[look="quiet"] { border-color: transparent; background: transparent; color: @accent@; }
QPushButton[look="quiet"]:hover { background: @accent-soft@; }
QPushButton[look="quiet"]:focus { border: 2px solid @accent@; }
QPushButton[look="choice"] { text-align: left; padding: 16px; border-radius: 10px; }
QPushButton[look="choice"]:checked { background: @accent-soft@; border: 2px solid @accent@; }
QPushButton[look="rail"] { text-align: left; border: none; border-radius: 6px; padding: 8px 12px; background: transparent; }
QPushButton[look="rail"]:hover { background: @accent-soft@; }
QPushButton[look="rail"]:checked { background: @accent-soft@; color: @accent@; font-weight: 600; }
QPushButton[look="rail"]:focus { border: 2px solid @accent@; padding: 6px 10px; }
QPushButton[look="filter"] { padding: 2px 9px; border-radius: 10px; background: transparent; color: @muted@; }
QPushButton[look="filter"]:focus { border: 2px solid @accent@; padding: 1px 8px; }
QPushButton[look="filter"]:checked { background: @accent-soft@; color: @accent@; border-color: @accent@; }
QPushButton[look="option"]:checked { background: @accent-soft@; color: @accent@; border: 2px solid @accent@; padding: 4px 13px; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit { background: @card@; color: @text@;
  border: 1px solid @line@; border-radius: 5px; padding: 4px 6px; selection-background-color: @accent@;
  selection-color: @on-accent@; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateEdit:focus { border: 2px solid @accent@; padding: 3px 5px; }
QLineEdit[tone="fail"], QPlainTextEdit[tone="fail"], QSpinBox[tone="fail"], QComboBox[tone="fail"] { border-color: @fail@; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled { background: @sunken@; color: @muted@; }
QComboBox::drop-down { border: none; width: 1.6em; }
QComboBox::down-arrow { image: url(:/icons/down-@kind@.svg); width: 0.8em; height: 0.8em; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { border: none;
  width: 1.5em; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/up-@kind@.svg); width: 0.7em; height: 0.7em; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/icons/down-@kind@.svg); width: 0.7em; height: 0.7em; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 0.55em; } QScrollBar:horizontal { height: 0.55em; }
QScrollBar::handle { background: @line@; border-radius: 3px; min-height: 2em; min-width: 2em; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; } QSplitter::handle:horizontal { width: 10px; }
QSplitter::handle:vertical { height: 10px; } QSplitter::handle:hover { background: @line@; }
QTableView, QTreeView, QListView { background: @card@; alternate-background-color: @sunken@; color: @text@;
  border: 1px solid @line@; border-radius: 6px; gridline-color: @line@;
  selection-background-color: @accent-soft@; selection-color: @text@; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 2px solid @accent@; }
QTableView::item, QTreeView::item { padding: 4px 6px; border: none; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @accent-soft@; color: @text@; }
QHeaderView::section { background: @sunken@; color: @muted@; border: none; border-bottom: 1px solid @line@;
  padding: 5px 6px; font-weight: 600; }
QTabBar::tab { padding: 6px 14px; border: none; border-bottom: 2px solid transparent; color: @muted@; background: transparent; }
QTabBar::tab:selected { color: @accent@; border-bottom: 2px solid @accent@; }
QTabBar::tab:focus { color: @text@; border-bottom: 2px solid @text@; }
QTabWidget::pane { border: none; border-top: 1px solid @line@; }
QProgressBar { border: 1px solid @line@; border-radius: 5px; background: @sunken@; color: @text@; text-align: center; min-height: 1.1em; }
QProgressBar::chunk { background: @accent@; border-radius: 4px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[look="page"] { background: transparent; }
QMenu { background: @card@; border: 1px solid @line@; color: @text@; }
QMenu::item:selected { background: @accent-soft@; color: @text@; }
QMenu::item:disabled { color: @muted@; }
QStatusBar { background: @window@; color: @muted@; border-top: 1px solid @line@; }
)css";

}  // namespace

QString styleSheet(const Theme& theme) {
  const QList<QPair<QString, Ink>> names = {
      {QStringLiteral("window"), Ink::kWindow},
      {QStringLiteral("card"), Ink::kCard},
      {QStringLiteral("sunken"), Ink::kSunken},
      {QStringLiteral("line"), Ink::kLine},
      {QStringLiteral("text"), Ink::kText},
      {QStringLiteral("muted"), Ink::kMuted},
      {QStringLiteral("accent"), Ink::kAccent},
      {QStringLiteral("on-accent"), Ink::kOnAccent},
      {QStringLiteral("accent-soft"), Ink::kAccentSoft},
      {QStringLiteral("ok"), Ink::kOk},
      {QStringLiteral("ok-soft"), Ink::kOkSoft},
      {QStringLiteral("warn"), Ink::kWarn},
      {QStringLiteral("warn-soft"), Ink::kWarnSoft},
      {QStringLiteral("fail"), Ink::kFail},
      {QStringLiteral("fail-soft"), Ink::kFailSoft},
      {QStringLiteral("stale"), Ink::kStale},
      {QStringLiteral("stale-soft"), Ink::kStaleSoft},
      {QStringLiteral("simulated"), Ink::kSimulated},
      {QStringLiteral("simulated-soft"), Ink::kSimulatedSoft},
      {QStringLiteral("training"), Ink::kTraining},
      {QStringLiteral("training-soft"), Ink::kTrainingSoft},
  };
  QString sheet = QString::fromLatin1(kSheet);
  const bool dark = theme.kind() == Theme::Kind::kDark;
  sheet.replace(QLatin1String("@kind@"), QLatin1String(dark ? "dark" : "light"));
  for (const auto& [name, ink] : names)
    sheet.replace(QLatin1Char('@') + name + QLatin1Char('@'), theme.color(ink).name());
  return sheet;
}

}  // namespace aurigraph::ui
