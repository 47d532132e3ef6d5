#include "ui/pages/review/decision_cards.h"

#include <QFrame>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {

QVBoxLayout* dressCard(QFrame& card) {
  setLook(card, "card");
  auto* column = new QVBoxLayout(&card);
  column->setContentsMargins(14, 12, 14, 12);
  column->setSpacing(8);
  return column;
}

PlainLabel* cardTitle(const QString& text, QWidget* parent) {
  auto* label = new PlainLabel(text, parent);
  label->setFont(Theme::instance().subheading());
  label->wrapped();
  return label;
}

}  // namespace aurigraph::ui
