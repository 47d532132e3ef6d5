#pragma once

#include <QWidget>
#include <string>
#include <vector>

/// What everybody who uses the window without a mouse or without seeing it relies on. Give it any shown
/// widget tree: a page, a dialog, the whole window. Findings name the widget; none is the only good answer.
namespace aurigraph::ui::test {

using Findings = std::vector<std::string>;

/// Widgets that take the keyboard and that a screen reader would call nothing.
[[nodiscard]] Findings withoutName(QWidget& root);
/// Letters behind Alt that two visible widgets claim.
[[nodiscard]] Findings doubledMnemonics(QWidget& root);
/// Walks Tab round the whole window and Shift+Tab back: what holds the focus, and what is never reached.
/// The window is activated and focus moves.
[[nodiscard]] Findings tabTraps(QWidget& root);

/// All of them.
[[nodiscard]] Findings a11yFindings(QWidget& root);

}  // namespace aurigraph::ui::test
