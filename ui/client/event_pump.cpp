#include "ui/client/event_pump.h"

#include <QJsonDocument>

namespace aurigraph::ui {
namespace {

/// The number behind `"name":` without reading the rest: blocks come in thousands.
quint64 numberAfter(const QByteArray& json, const char* name) {
  const qsizetype at = json.indexOf(name);
  if (at < 0) return 0;
  quint64 out = 0;
  for (qsizetype i = at + static_cast<qsizetype>(qstrlen(name)); i < json.size(); ++i) {
    const char c = json[i];
    if (c < '0' || c > '9') break;
    out = out * 10 + static_cast<quint64>(c - '0');
  }
  return out;
}

}  // namespace

EventPump::EventPump(QObject* parent) : QObject(parent) {
  timer_.setInterval(kDrainEveryMs);
  connect(&timer_, &QTimer::timeout, this, &EventPump::drain);
}

void EventPump::put(RawEvent&& event) {
  const bool block = event.topic == "block";
  const quint64 operations = block ? numberAfter(event.data, "\"operations\":") : 0;
  const std::lock_guard lock(mutex_);
  if (block) {
    ++waiting_.blocks;
    waiting_.operations += operations;
    waiting_.latestBlock = std::move(event.data);
  } else if (waiting_.kept.size() < kMaxKept) {
    waiting_.kept.append(std::move(event));
  } else {
    ++waiting_.dropped;
  }
}

void EventPump::putGap() {
  const std::lock_guard lock(mutex_);
  waiting_.gap = true;
}

void EventPump::drain() {
  Waiting taken;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) return;
    std::swap(taken, waiting_);
  }
  EventBatch batch;
  batch.blocks = taken.blocks;
  batch.operations = taken.operations;
  batch.dropped = taken.dropped;
  batch.gap = taken.gap;
  batch.latestBlock = QJsonDocument::fromJson(taken.latestBlock).object();
  batch.events.reserve(taken.kept.size());
  for (RawEvent& raw : taken.kept)
    batch.events.append(Event{raw.topic, raw.id, QJsonDocument::fromJson(raw.data).object()});
  Q_EMIT arrived(batch);
}

}  // namespace aurigraph::ui
