#include "ui/pages/assets/entry.h"

#include "ui/pages/assets/assets_page.h"

namespace aurigraph::ui {
namespace {

QString assetId(const QJsonObject& asset) {
  return QString::number(asset[QLatin1String("id")].toInteger());
}

QString firstHolding(const QJsonObject& token) {
  return QStringLiteral("%1/%2")
      .arg(token[QLatin1String("symbol")].toString())
      .arg(token[QLatin1String("issuer")].toInteger());
}

}  // namespace

const PageEntry& assetsEntry() {
  static const PageEntry kEntry{
      .id = QStringLiteral("assets"),
      .title = [] { return AssetsPage::tr("Assets"); },
      .icon = QStringLiteral("assets"),
      .roles = {QStringLiteral("auditor"), QStringLiteral("compliance"), QStringLiteral("holder"),
                QStringLiteral("custodian")},
      .make = [](const PageContext& context, QWidget* parent) -> Page* {
        return new AssetsPage(context, parent);
      },
      .scenes = {{QStringLiteral("asset-detail"), QStringLiteral("/query/assets?limit=1"),
                  QStringLiteral("asset"), assetId},
                 {QStringLiteral("proof"), QStringLiteral("/query/tokens?limit=1"), QStringLiteral("proof"),
                  firstHolding}},
  };
  return kEntry;
}

}  // namespace aurigraph::ui
