#pragma once

#include <QString>

class QFrame;
class QVBoxLayout;
class QWidget;

namespace aurigraph::ui {

class PlainLabel;

/// How the cards beside a record look. Gives the column for what is in the card.
[[nodiscard]] QVBoxLayout* dressCard(QFrame& card);
[[nodiscard]] PlainLabel* cardTitle(const QString& text, QWidget* parent);

}  // namespace aurigraph::ui
