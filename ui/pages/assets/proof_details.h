#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "core/wire/commands.h"
#include "core/wire/events/all.h"
#include "core/wire/proof_bundle.h"
#include "ui/pages/assets/proof_check.h"

namespace aurigraph::ui::assets {

/// Digests and bytes of the link with the verifier's name `name`: what a person compares with another tool.
[[nodiscard]] QList<ProofDetail> proofDetails(const wire::ProofBundle& bundle, const QString& name);

/// The command in a leaf, as far as it can be read.
[[nodiscard]] std::optional<wire::AnyCommand> commandIn(const wire::OperationProof& proof);
/// The record that was submitted, and what the validators said when they admitted it, as far as they can be
/// read.
[[nodiscard]] std::optional<wire::Record> submittedIn(const wire::RecordProof& proof);
[[nodiscard]] std::optional<wire::RecordAdmitted> admittedIn(const wire::RecordProof& proof);
/// The record of "record 2: score"; null: there is none.
[[nodiscard]] const wire::RecordProof* recordIn(const wire::ProofBundle& bundle, const QString& name);
[[nodiscard]] QString proofHex(ByteView bytes);

}  // namespace aurigraph::ui::assets
