#include "ui/wizard/view/command_json.h"

#include <QJsonArray>

#include "core/base/decimal.h"
#include "core/wire/state_rows.h"
#include "ui/client/api_client.h"

namespace aurigraph::ui {
namespace {

QString hexOf(ByteView bytes) {
  return QString::fromLatin1(qtBytes(bytes).toHex());
}

}  // namespace

QJsonObject jsonOf(const wire::RegisterAsset& command) {
  QJsonArray records;
  for (const Digest& id : command.recordIds) records.append(hexOf(id.view()));
  QJsonArray documents;
  for (const wire::Document& document : command.documents)
    documents.append(QJsonObject{{QStringLiteral("type"), qtText(document.type)},
                                 {QStringLiteral("sha256"), hexOf(document.sha256.view())}});
  return {{QStringLiteral("kind"), qtText(wire::nameOf(wire::CommandKind::kRegisterAsset))},
          {QStringLiteral("template"), qtText(wire::nameOf(command.assetTemplate))},
          {QStringLiteral("asset_key"), qtText(command.assetKey)},
          {QStringLiteral("name"), qtText(command.name)},
          {QStringLiteral("records"), records},
          {QStringLiteral("documents"), documents}};
}

QJsonObject jsonOf(const wire::IssueToken& command) {
  QJsonArray serials;
  for (const wire::SerialRange& range : command.serials)
    serials.append(QJsonObject{{QStringLiteral("registry"), qtText(range.registry)},
                               {QStringLiteral("series"), qtText(range.series)},
                               {QStringLiteral("first"), QString::number(range.first)},
                               {QStringLiteral("last"), QString::number(range.last)}});
  QJsonArray approvals;
  for (const wire::Approval& approval : command.approvals)
    approvals.append(QJsonObject{{QStringLiteral("approver"), hexOf(approval.approver.view())},
                                 {QStringLiteral("signature"), hexOf(approval.signature.view())}});
  return {{QStringLiteral("kind"), qtText(wire::nameOf(wire::CommandKind::kIssueToken))},
          {QStringLiteral("asset"), static_cast<qint64>(command.asset.value)},
          {QStringLiteral("symbol"), qtText(command.symbol)},
          {QStringLiteral("name"), qtText(command.name)},
          {QStringLiteral("decimals"), command.decimals},
          {QStringLiteral("supply"), qtText(toText(command.supply))},
          {QStringLiteral("unit_price_minor"), QString::number(command.unitPriceMinor)},
          {QStringLiteral("currency"), qtText(command.currency)},
          {QStringLiteral("lock_up_seconds"), static_cast<qint64>(command.lockUpSeconds)},
          {QStringLiteral("serials"), serials},
          {QStringLiteral("min_milli_celsius"), command.minMilliCelsius},
          {QStringLiteral("max_milli_celsius"), command.maxMilliCelsius},
          {QStringLiteral("approvals"), approvals}};
}

}  // namespace aurigraph::ui
