#include "app/console/capture_plan.h"

#include <algorithm>

namespace aurigraph::console {

QList<ui::PageEntry> pagesToCapture(QList<ui::PageEntry> entries, const QStringList& wanted) {
  entries.removeIf(
      [&wanted](const ui::PageEntry& entry) { return !wanted.isEmpty() && !wanted.contains(entry.id); });
  std::stable_partition(entries.begin(), entries.end(),
                        [](const ui::PageEntry& entry) { return !entry.growsWithTime; });
  return entries;
}

QStringList picturesOf(const ui::PageEntry& entry) {
  QStringList out = {entry.id};
  for (const ui::PageScene& scene : entry.scenes) out.append(scene.picture);
  return out;
}

QString personFor(const ui::PageEntry& entry) {
  return entry.roles.front();
}

}  // namespace aurigraph::console
