#include "ui/pages/issuance/entry.h"

#include "ui/pages/issuance/issuance_page.h"

namespace aurigraph::ui {

const PageEntry& issuanceEntry() {
  static const PageEntry kEntry{
      .id = QStringLiteral("issuance"),
      .title = [] { return IssuancePage::tr("Issuance"); },
      .icon = QStringLiteral("issuance"),
      .roles = {QStringLiteral("issuer"), QStringLiteral("compliance"), QStringLiteral("treasurer")},
      .make = [](const PageContext& context, QWidget* parent) -> Page* {
        return new IssuancePage(context, parent);
      },
  };
  return kEntry;
}

}  // namespace aurigraph::ui
