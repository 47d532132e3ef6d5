#include "ui/pages/assets/proof_details.h"

#include <QCoreApplication>
#include <cstring>

#include "core/crypto/sha256.h"
#include "core/wire/batch.h"
#include "core/wire/block.h"
#include "core/wire/commands.h"
#include "core/wire/genesis.h"
#include "core/wire/record.h"
#include "core/wire/rows/all.h"
#include "ui/client/api_client.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui::assets {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(ProofDetails)
};

using Details = QList<ProofDetail>;

void add(Details& out, const QString& label, const QString& value) {
  out.append({label, value});
}
template <class Fixed>
void addHex(Details& out, const QString& label, const Fixed& value) {
  add(out, label, proofHex(value.view()));
}
void addPath(Details& out, const QString& label, const std::vector<Digest>& path) {
  for (std::size_t at = 0; at < path.size(); ++at)
    add(out, Words::tr("%1, level %2").arg(label).arg(at + 1), proofHex(path[at].view()));
}

Details genesisDetails(const wire::ProofBundle& bundle) {
  Details out;
  const auto genesis = wire::decodeGenesis(bundle.genesis);
  if (!genesis) return out;
  addHex(out, Words::tr("Genesis digest"), genesis->digest());
  addHex(out, Words::tr("Digest of the validators' set"), genesis->voters().digest());
  for (const auto& node : genesis->nodes)
    if (node.kind == wire::NodeKind::kValidator)
      addHex(out, Words::tr("Key of %1").arg(qtText(node.name)), node.key);
  return out;
}

Details certificateDetails(const wire::ProofBundle& bundle) {
  Details out;
  const auto& statement = bundle.certificate.statement;
  add(out, Words::tr("Height"), QString::number(statement.height.value));
  add(out, Words::tr("Checkpoint"), QString::number(statement.checkpointHeight.value));
  addHex(out, Words::tr("Root of the history"), statement.historyRoot);
  addHex(out, Words::tr("Root of the state"), statement.stateRoot);
  addHex(out, Words::tr("Digest that was signed"), statement.signingDigest());
  const auto genesis = wire::decodeGenesis(bundle.genesis);
  const auto nameOf = [&](NodeId voter) {
    if (genesis)
      for (const auto& node : genesis->nodes)
        if (node.node == voter) return qtText(node.name);
    return QString::number(voter.value);
  };
  for (const auto& vote : bundle.certificate.votes)
    addHex(out, Words::tr("Signature of %1").arg(nameOf(vote.voter)), vote.signature);
  if (!genesis) return out;
  for (const auto& voter : genesis->voters().voters) {
    const bool there = std::ranges::any_of(bundle.certificate.votes,
                                           [&](const auto& vote) { return vote.voter == voter.node; });
    if (!there) add(out, Words::tr("Without a signature"), nameOf(voter.node));
  }
  return out;
}

Details operationDetails(const wire::OperationProof& proof) {
  Details out;
  if (const auto batch = wire::parseBatchHeader(proof.batchHeader)) {
    addHex(out, Words::tr("Author's key"), batch->author);
    addHex(out, Words::tr("Author's signature"), batch->signature);
    addHex(out, Words::tr("Batch"), batch->digest());
    addHex(out, Words::tr("Root of the batch"), batch->bodyRoot);
  }
  add(out, Words::tr("Operation in the batch"), QString::number(proof.index));
  addPath(out, Words::tr("Way to the root of the batch"), proof.bodyPath);
  if (proof.blockHeader.size() == sizeof(wire::BlockHeader)) {
    wire::BlockHeader block;
    std::memcpy(static_cast<void*>(&block), proof.blockHeader.data(), sizeof(block));
    add(out, Words::tr("Block"), QString::number(block.height.value));
    addHex(out, Words::tr("Block hash"), block.hash());
    addHex(out, Words::tr("Root of the block's batches"), block.batchesRoot);
  }
  addPath(out, Words::tr("Way to the root of the block"), proof.batchPath);
  addHex(out, Words::tr("Root of the block's results"), proof.resultsRoot);
  addHex(out, Words::tr("Root of the block's events"), proof.eventsRoot);
  addPath(out, Words::tr("Way to the root of the history"), proof.historyPath);
  add(out, Words::tr("Signed bytes"), proofHex(proof.leaf));
  return out;
}

Details submitterDetails(const wire::OperationProof& proof) {
  Details out;
  if (const auto batch = wire::parseBatchHeader(proof.batchHeader))
    addHex(out, Words::tr("Author's key"), batch->author);
  return out;
}

Details scoreDetails(const wire::RecordProof& proof) {
  Details out;
  if (const auto record = submittedIn(proof)) {
    addHex(out, Words::tr("Record"), record->id());
    addHex(out, Words::tr("Digest of the source's answer"), record->rawDigest);
  }
  if (const auto admitted = admittedIn(proof)) {
    add(out, Words::tr("Score, millionths"), QString::number(admitted->score.value));
    addHex(out, Words::tr("Rule set"), admitted->ruleSet);
    add(out, Words::tr("Source"), tame(qtText(admitted->source)));
    add(out, Words::tr("Version of what is believed of the source"),
        QString::number(admitted->sourceVersion));
    add(out, Words::tr("Context of the score"), proofHex(admitted->context));
  }
  add(out, Words::tr("Event of the admission"), proofHex(proof.admitted.event));
  addPath(out, Words::tr("Way to the root of the events"), proof.admitted.path);
  return out;
}

Details reviewDetails(const wire::RecordProof& proof) {
  if (!proof.reviewed) return {};
  Details out = operationDetails(proof.review);
  if (!proof.overridden) return out;
  add(out, Words::tr("Event of the override"), proofHex(proof.overridden->event));
  addPath(out, Words::tr("Way to the root of the events"), proof.overridden->path);
  return out;
}

void addRow(Details& out, const QString& what, const wire::RowProof& row) {
  add(out, Words::tr("%1: row").arg(what), proofHex(row.row));
  addHex(out, Words::tr("%1: salt").arg(what), row.salt);
  addPath(out, Words::tr("%1: way to the root of the table").arg(what), row.path.pagePath);
}

Details holdingDetails(const wire::ProofBundle& bundle) {
  Details out;
  add(out, Words::tr("Checkpoint"), QString::number(bundle.holding.checkpoint.value));
  addHex(out, Words::tr("Root of the state"), bundle.certificate.statement.stateRoot);
  addRow(out, Words::tr("Account"), bundle.holding.account);
  addRow(out, Words::tr("Holder"), bundle.holding.identity);
  addRow(out, Words::tr("Token"), bundle.holding.token);
  addRow(out, Words::tr("Asset"), bundle.holding.asset);
  return out;
}

}  // namespace

std::optional<wire::AnyCommand> commandIn(const wire::OperationProof& proof) {
  const auto split = wire::splitCommands(1, proof.leaf);
  if (!split || split->empty()) return std::nullopt;
  const auto command = wire::decodeCommand(split->front().kind, split->front().payload);
  return command ? std::optional(*command) : std::nullopt;
}

std::optional<wire::Record> submittedIn(const wire::RecordProof& proof) {
  const auto command = commandIn(proof.submission);
  const auto* submit = command ? std::get_if<wire::SubmitRecord>(&*command) : nullptr;
  if (submit == nullptr) return std::nullopt;
  auto record = wire::decodeRecord(submit->record);
  return record ? std::optional(std::move(*record)) : std::nullopt;
}

std::optional<wire::RecordAdmitted> admittedIn(const wire::RecordProof& proof) {
  const auto event = wire::decodeEvent(proof.admitted.event);
  const auto* admitted = event ? std::get_if<wire::RecordAdmitted>(&event->what) : nullptr;
  return admitted != nullptr ? std::optional(*admitted) : std::nullopt;
}

const wire::RecordProof* recordIn(const wire::ProofBundle& bundle, const QString& name) {
  if (!name.startsWith(QLatin1String("record "))) return nullptr;
  const auto at = name.section(QLatin1Char(' '), 1, 1).chopped(1).toULongLong();
  return at == 0 || at > bundle.records.size() ? nullptr : &bundle.records[at - 1];
}

QString proofHex(ByteView bytes) {
  return QString::fromLatin1(qtBytes(bytes).toHex());
}

QList<ProofDetail> proofDetails(const wire::ProofBundle& bundle, const QString& name) {
  if (name == QLatin1String("genesis")) return genesisDetails(bundle);
  if (name == QLatin1String("certificate")) return certificateDetails(bundle);
  if (name == QLatin1String("registration")) return operationDetails(bundle.registration);
  if (name == QLatin1String("issue")) return operationDetails(bundle.issue);
  if (name == QLatin1String("holding")) return holdingDetails(bundle);
  const wire::RecordProof* record = recordIn(bundle, name);
  if (record == nullptr) return {};
  if (name.endsWith(QLatin1String("operation"))) return operationDetails(record->submission);
  if (name.endsWith(QLatin1String("submitter"))) return submitterDetails(record->submission);
  if (name.endsWith(QLatin1String("score"))) return scoreDetails(*record);
  return reviewDetails(*record);
}

}  // namespace aurigraph::ui::assets
