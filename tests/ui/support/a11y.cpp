#include "tests/ui/support/a11y.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QSet>
#include <QTabBar>
#include <QtTest>

namespace aurigraph::ui::test {
namespace {

std::string nameOf(const QWidget& widget) {
  std::string out = widget.metaObject()->className();
  out += " '" + widget.objectName().toStdString() + "'";
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
    out += " \"" + button->text().toStdString() + "\"";
  for (const QWidget* up = widget.parentWidget(); up != nullptr; up = up->parentWidget())
    if (!up->objectName().isEmpty() && !up->objectName().startsWith(QLatin1String("qt_")))
      return out + " in '" + up->objectName().toStdString() + "'";
  return out;
}

QList<QWidget*> visibleIn(QWidget& root) {
  QList<QWidget*> out = {&root};
  for (QWidget* each : root.findChildren<QWidget*>())
    if (each->isVisible() && each->window() == root.window()) out.append(each);
  return out;
}

bool takesFocus(const QWidget& widget) {
  return widget.isVisible() && widget.isEnabled() && widget.focusPolicy() != Qt::NoFocus &&
         widget.focusProxy() == nullptr;
}

/// Parts that Qt makes inside its own widgets and speaks for.
bool ownedByQt(const QWidget& widget) {
  return widget.objectName().startsWith(QLatin1String("qt_"));
}

bool isIn(const QWidget& root, const QWidget* widget) {
  return widget != nullptr && (widget == &root || root.isAncestorOf(widget));
}

/// Of buttons of which one is chosen Tab comes to that one, and the arrow keys to the others.
bool isReachedByArrows(const QWidget& widget, const QSet<QWidget*>& seen) {
  const auto* button = qobject_cast<const QAbstractButton*>(&widget);
  if (button == nullptr || button->group() == nullptr || !button->group()->exclusive()) return false;
  const auto together = button->group()->buttons();
  return std::any_of(together.begin(), together.end(),
                     [&](QAbstractButton* each) { return seen.contains(each); });
}

/// One way round. Follows the window's whole chain; only what lies in `root` is judged.
Findings walk(QWidget& root, Qt::Key key, const char* words) {
  Findings out;
  QList<QWidget*> wanted;
  for (QWidget* each : visibleIn(root))
    if (takesFocus(*each) && (each->focusPolicy() & Qt::TabFocus) != 0 && !ownedByQt(*each))
      wanted.append(each);
  if (wanted.isEmpty()) return out;
  wanted.first()->setFocus(Qt::TabFocusReason);
  QSet<QWidget*> seen;
  const auto limit = 2 * QApplication::allWidgets().size();
  for (qsizetype steps = 0; steps < limit; ++steps) {
    QWidget* now = QApplication::focusWidget();
    if (now == nullptr) {
      out.push_back(std::string(words) + ": the focus is lost");
      return out;
    }
    if (seen.contains(now)) break;
    seen.insert(now);
    QTest::keyClick(now, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    if (QApplication::focusWidget() == now && wanted.size() > 1) {
      if (isIn(root, now)) out.push_back(std::string(words) + " does not leave " + nameOf(*now));
      // On by hand, so that what lies behind is judged too.
      QWidget* next = now;
      do {
        next = key == Qt::Key_Backtab ? next->previousInFocusChain() : next->nextInFocusChain();
      } while (next != now && !wanted.contains(next));
      next->setFocus(Qt::TabFocusReason);
    }
  }
  for (QWidget* each : wanted)
    if (!seen.contains(each) && !isReachedByArrows(*each, seen))
      out.push_back(std::string(words) + " never reaches " + nameOf(*each));
  return out;
}

void addMnemonic(QMap<QString, Findings>& claims, const QString& text, const std::string& who) {
  const QKeySequence keys = QKeySequence::mnemonic(text);
  if (!keys.isEmpty()) claims[keys.toString()].push_back(who);
}

}  // namespace

Findings withoutName(QWidget& root) {
  Findings out;
  for (QWidget* each : visibleIn(root)) {
    if (!takesFocus(*each) || ownedByQt(*each)) continue;
    auto* spoken = QAccessible::queryAccessibleInterface(each);
    if (spoken == nullptr || spoken->text(QAccessible::Name).trimmed().isEmpty())
      out.push_back("no accessible name: " + nameOf(*each));
  }
  return out;
}

Findings doubledMnemonics(QWidget& root) {
  QMap<QString, Findings> claims;
  for (QWidget* each : visibleIn(root)) {
    if (const auto* button = qobject_cast<QAbstractButton*>(each))
      addMnemonic(claims, button->text(), nameOf(*each));
    else if (const auto* label = qobject_cast<QLabel*>(each); label != nullptr && label->buddy() != nullptr)
      addMnemonic(claims, label->text(), nameOf(*each));
    else if (const auto* box = qobject_cast<QGroupBox*>(each))
      addMnemonic(claims, box->title(), nameOf(*each));
    else if (const auto* tabs = qobject_cast<QTabBar*>(each))
      for (int at = 0; at < tabs->count(); ++at) addMnemonic(claims, tabs->tabText(at), nameOf(*each));
  }
  Findings out;
  for (auto it = claims.begin(); it != claims.end(); ++it) {
    if (it->size() < 2) continue;
    std::string line = it.key().toStdString() + " is claimed by";
    for (const auto& who : *it) line += " " + who + ";";
    out.push_back(line);
  }
  return out;
}

Findings tabTraps(QWidget& root) {
  QWidget* window = root.window();
  window->activateWindow();
  // Not qWaitForWindowActive: it takes a dialog for active as soon as its parent is.
  if (!QTest::qWaitFor([&] { return QApplication::activeWindow() == window; }))
    return {"the window does not become active"};
  Findings out = walk(root, Qt::Key_Tab, "Tab");
  for (auto& each : walk(root, Qt::Key_Backtab, "Shift+Tab")) out.push_back(std::move(each));
  return out;
}

Findings a11yFindings(QWidget& root) {
  Findings out = withoutName(root);
  for (const auto& findings : {doubledMnemonics(root), tabTraps(root)})
    out.insert(out.end(), findings.begin(), findings.end());
  return out;
}

}  // namespace aurigraph::ui::test
