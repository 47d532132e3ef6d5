#include "ui/pages/review/entry.h"

#include "ui/pages/review/review_page.h"

namespace aurigraph::ui {
namespace {

QString recordId(const QJsonObject& item) {
  return item[QLatin1String("id")].toString();
}

}  // namespace

const PageEntry& reviewEntry() {
  static const PageEntry kEntry{
      .id = QStringLiteral("review"),
      .title =
          [] {
            //: Page: records that wait for a person
            return ReviewPage::tr("Review");
          },
      .icon = QStringLiteral("review"),
      .roles = {QStringLiteral("reviewer"), QStringLiteral("senior-reviewer")},
      .make = [](const PageContext& context, QWidget* parent) -> Page* {
        return new ReviewPage(context, parent);
      },
      .scenes = {{QStringLiteral("review-detail"), QStringLiteral("/query/reviews?limit=1"),
                  QStringLiteral("review"), recordId}},
  };
  return kEntry;
}

}  // namespace aurigraph::ui
