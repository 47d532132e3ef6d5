#include "ui/models/json_words.h"

#include "ui/widgets/format.h"

namespace aurigraph::ui {

QString tamedIn(const QJsonObject& object, const char* name, int atMost) {
  return tame(textIn(object, name), atMost);
}

}  // namespace aurigraph::ui
