#include "core/ledger/row_codec.h"

#include "core/base/byte_io.h"

namespace aurigraph::ledger {
namespace {

template <class Enum>
void writeEnum(ByteWriter& out, Enum value) {
  out.integer(static_cast<std::underlying_type_t<Enum>>(value));
}

}  // namespace

Bytes encode(const RecordRow& row) {
  ByteWriter out;
  writeEnum(out, row.category);
  writeEnum(out, row.kind);
  writeEnum(out, row.origin);
  writeEnum(out, row.purpose);
  out.fixed(row.recordId).text(row.assetKey).integer(row.score);
  writeEnum(out, row.band);
  writeEnum(out, row.decision);
  out.integer(row.capCode).fixed(row.rawDigest).fixed(row.ruleSet).fixed(row.explanation);
  out.integer(row.submitter).integer(row.evidenceCopies);
  out.integer(static_cast<std::uint8_t>(row.serials.has_value()));
  if (row.serials)
    out.text(row.serials->registry)
        .text(row.serials->series)
        .integer(row.serials->first)
        .integer(row.serials->last);
  out.text(row.project).integer(row.scoredAt).integer(row.admittedAt);
  out.fixed(row.submitBatch).integer(row.submitIndex).integer(row.submitHeight).integer(row.asset);
  out.integer(row.claimedBy).integer(row.claimUntil).integer(row.reviewer).integer(row.reasonCode);
  out.text(row.note).integer(row.decidedAt).integer(row.validUntil);
  out.fixed(row.reviewBatch).integer(row.reviewIndex).integer(row.reviewHeight);
  return out.take();
}

Bytes encode(const SessionRow& row) {
  ByteWriter out;
  out.fixed(row.author).integer(row.session).integer(row.last);
  out.integer(static_cast<std::uint32_t>(row.window.size()));
  for (const auto& kept : row.window)
    out.integer(kept.request).fixed(kept.batch).integer(kept.height).blob(wire::encode(kept.result));
  return out.take();
}

Bytes encode(const HoldingRow& row) {
  ByteWriter out;
  out.integer(static_cast<std::uint32_t>(row.lots.size()));
  for (const Lot& lot : row.lots) out.integer(lot.amount).integer(lot.unlockSeconds);
  out.integer(static_cast<std::uint32_t>(row.intervals.size()));
  for (const SerialInterval& interval : row.intervals)
    out.integer(interval.range).integer(interval.first).integer(interval.last);
  return out.take();
}

Bytes encode(const PendingRow& row) {
  ByteWriter out;
  out.integer(row.debit).integer(row.credit).integer(row.amount).integer(row.token).integer(row.author);
  writeEnum(out, row.state);
  out.integer(row.session).integer(row.request).integer(row.index);
  return out.take();
}

Bytes encode(const AnchorRow& row) {
  ByteWriter out;
  out.integer(row.author).integer(row.last.from).integer(row.last.to).integer(row.last.leafCount);
  out.fixed(row.last.root).integer(row.count).integer(row.height);
  return out.take();
}

}  // namespace aurigraph::ledger
