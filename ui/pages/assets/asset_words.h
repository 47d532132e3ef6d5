#pragma once

#include <QJsonObject>
#include <QString>

#include "ui/models/row_model.h"
#include "ui/pages/assets/facts_card.h"
#include "ui/pages/assets/verified_balances.h"

namespace aurigraph::ui::assets {

/// Answers of the gateway as rows and facts (shapes: api additions in docs/openapi.yaml).

[[nodiscard]] Row assetRow(const QJsonObject& asset, const QJsonObject& token);
[[nodiscard]] QList<Fact> assetFacts(const QJsonObject& asset);
[[nodiscard]] QList<Fact> tokenFacts(const QJsonObject& token);
/// `id`: also when the record itself could not be read, then with its id alone.
[[nodiscard]] Row recordRow(const QString& id, const QJsonObject& record);
/// `verified`: the last verified balance of this holder, null: none.
[[nodiscard]] Row holderRow(const QJsonObject& holder, const QJsonObject& token,
                            const VerifiedBalance* verified);
[[nodiscard]] QString assetStatusText(const QString& word);  ///< "tokenized" → "Tokenized"
[[nodiscard]] Row documentRow(const QJsonObject& document);

/// Whether what a person typed names this asset: part of key, name or symbol, or its id.
[[nodiscard]] bool matches(const QJsonObject& asset, const QString& typed);

/// "0.72 · approved in review": the lowest score of a registered asset in the words of its band.
[[nodiscard]] Cell lowestScoreCell(int ppm);

}  // namespace aurigraph::ui::assets
