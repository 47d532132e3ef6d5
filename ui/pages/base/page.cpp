#include "ui/pages/base/page.h"

#include <QVBoxLayout>

namespace aurigraph::ui {

Page::Page(PageEntry entry, PageContext context, QWidget* parent)
    : QWidget(parent), entry_(std::move(entry)), context_(context) {
  setObjectName(entry_.id);
}

void Page::setContent(QWidget* content) {
  pane_ = new StatePane(content, this);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(pane_);
  connect(pane_, &StatePane::retry, this, &Page::ask);
}

bool Page::open(const QString&, const QString&) {
  return false;
}

void Page::setConnection(Connection* connection) {
  if (connection_) connection_->disconnect(this);
  connection_ = connection;
  forget();
  pane_->loading();
  if (connection == nullptr) return;
  pane_->follow(connection->link());
  connect(connection, &Connection::linkChanged, this, [this](const Link& link) {
    pane_->follow(link);
    // What failed while the connection was away is asked again as soon as it is back.
    if (link.state == Link::State::kLive && pane_->state().kind != PaneState::Kind::kReady) ask();
  });
  connect(connection, &Connection::identityChanged, this, [this] {
    forget();
    ask();
  });
  connect(connection, &Connection::eventsArrived, this, [this](const EventBatch& batch) {
    if (!seen_) return;
    if (batch.gap || batch.dropped != 0) ask();
    arrived(batch);
  });
  connect(connection, &Connection::statusChanged, this, [this](const QJsonObject& status) {
    if (seen_) statusCame(status);
  });
  ask();
}

void Page::setSeen(bool seen) {
  if (seen == seen_) return;
  seen_ = seen;
  if (seen) ask();
}

void Page::ask() {
  if (seen_ && connection_ && connection_->live()) refresh();
}

}  // namespace aurigraph::ui
