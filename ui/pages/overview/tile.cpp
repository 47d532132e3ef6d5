#include "ui/pages/overview/tile.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/labels.h"

namespace aurigraph::ui {

Tile::Tile(const QString& name, const QString& caption, Ink ink, QWidget* parent)
    : QFrame(parent), caption_(caption) {
  setObjectName(name);
  setLook(*this, "card");
  auto* title = new PlainLabel(caption, this);
  title->look("muted");
  figure_ = new PlainLabel(QStringLiteral("—"), this);
  figure_->setObjectName(name + QLatin1String("Figure"));
  figure_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  figure_->setFont(Theme::instance().figure());
  words_ = new PlainLabel({}, this);
  words_->setObjectName(name + QLatin1String("Words"));
  words_->setFont(Theme::instance().small());
  words_->look("muted").wrapped();
  line_ = new Sparkline(ink, this);
  auto* row = new QHBoxLayout;
  row->setSpacing(14);
  row->addWidget(figure_);
  row->addWidget(line_, 1, Qt::AlignBottom);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(14, 10, 14, 10);
  column->setSpacing(2);
  column->addWidget(title);
  column->addLayout(row);
  column->addWidget(words_);
  column->addStretch();
}

void Tile::say(const QString& figure, const QString& words) {
  figure_->setText(figure);
  words_->setText(words);
  //: Accessible name of a tile: what it is, the number, and what it means
  setAccessibleName(tr("%1: %2. %3").arg(caption_, figure, words));
}

QString Tile::figure() const {
  return figure_->text();
}

QString Tile::words() const {
  return words_->text();
}

}  // namespace aurigraph::ui
