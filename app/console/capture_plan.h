#pragma once

#include <QList>
#include <QStringList>

#include "ui/pages/base/page_entry.h"

namespace aurigraph::console {

/// The pages that `--capture` takes pictures of, in its order: what grows with time comes last. `wanted`:
/// their ids; empty: all.
[[nodiscard]] QList<ui::PageEntry> pagesToCapture(QList<ui::PageEntry> entries, const QStringList& wanted);
/// Names of an entry's pictures: of the page as it opens, and of its scenes.
[[nodiscard]] QStringList picturesOf(const ui::PageEntry& entry);
/// Whoever works with a page sees most of it.
[[nodiscard]] QString personFor(const ui::PageEntry& entry);

}  // namespace aurigraph::console
