#include "core/wire/proof_bundle.h"

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/base/limits.h"
#include "core/wire/events/record_admitted.h"

namespace aurigraph::wire {
namespace {

constexpr std::size_t kMaxRowBytes = 16 * 1024;
constexpr std::size_t kMaxResultBytes = 128 * 1024;
constexpr std::size_t kMaxLeafBytes = limits::kMaxCommandPayloadBytes + 8;
constexpr std::size_t kMaxGenesisBytes = 1024 * 1024;
constexpr std::size_t kMaxRecords = 16;
/// Of the events that are shown, a record's admission is the largest: it holds a context.
constexpr std::size_t kMaxEventBytes = kMaxContextBytes + std::size_t{4} * 1024;

/// Who decided about a record.
enum class Decided : std::uint8_t { kByScore = 0, kByReview = 1, kByOverride = 2 };

void write(ByteWriter& writer, const RowProof& proof) {
  writer.integer(proof.table).integer(proof.slot).blob(proof.row).fixed(proof.salt);
  write(writer, proof.path);
}

RowProof readRowProof(ByteReader& reader) {
  RowProof proof;
  proof.table = reader.integer<std::uint16_t>();
  proof.slot = reader.integer<std::uint64_t>();
  proof.row = toBytes(reader.blob(kMaxRowBytes));
  proof.salt = reader.fixed<Digest>();
  proof.path = readStatePath(reader);
  return proof;
}

void write(ByteWriter& writer, const HoldingProof& proof) {
  writer.integer(proof.checkpoint);
  for (const RowProof* row : {&proof.account, &proof.identity, &proof.token, &proof.asset})
    write(writer, *row);
}

HoldingProof readHoldingProof(ByteReader& reader) {
  HoldingProof proof;
  proof.checkpoint = reader.integer<Height>();
  for (RowProof* row : {&proof.account, &proof.identity, &proof.token, &proof.asset})
    *row = readRowProof(reader);
  return proof;
}

void write(ByteWriter& writer, const OperationProof& proof) {
  writer.blob(proof.batchHeader).integer(proof.index).blob(proof.leaf);
  writeDigests(writer, proof.bodyPath);
  writer.blob(proof.blockHeader).integer(proof.batchPosition);
  writeDigests(writer, proof.batchPath);
  writer.blob(proof.result);
  writeDigests(writer, proof.resultPath);
  writer.fixed(proof.resultsRoot).fixed(proof.eventsRoot);
  writeDigests(writer, proof.historyPath);
}

OperationProof readOperationProof(ByteReader& reader) {
  OperationProof proof;
  proof.batchHeader = toBytes(reader.blob(limits::kBatchHeaderBytes));
  proof.index = reader.integer<std::uint32_t>();
  proof.leaf = toBytes(reader.blob(kMaxLeafBytes));
  proof.bodyPath = readDigests(reader, kMaxProofPath);
  proof.blockHeader = toBytes(reader.blob(limits::kBlockHeaderBytes));
  proof.batchPosition = reader.integer<std::uint32_t>();
  proof.batchPath = readDigests(reader, kMaxProofPath);
  proof.result = toBytes(reader.blob(kMaxResultBytes));
  proof.resultPath = readDigests(reader, kMaxProofPath);
  proof.resultsRoot = reader.fixed<Digest>();
  proof.eventsRoot = reader.fixed<Digest>();
  proof.historyPath = readDigests(reader, kMaxProofPath);
  if (proof.batchHeader.size() != limits::kBatchHeaderBytes ||
      proof.blockHeader.size() != limits::kBlockHeaderBytes)
    reader.markBad();
  return proof;
}

void write(ByteWriter& writer, const EventProof& proof) {
  writer.blob(proof.event).integer(proof.index).integer(proof.count);
  writeDigests(writer, proof.path);
}

EventProof readEventProof(ByteReader& reader) {
  EventProof proof;
  proof.event = toBytes(reader.blob(kMaxEventBytes));
  proof.index = reader.integer<std::uint32_t>();
  proof.count = reader.integer<std::uint32_t>();
  proof.path = readDigests(reader, kMaxProofPath);
  return proof;
}

void write(ByteWriter& writer, const RecordProof& record) {
  write(writer, record.submission);
  write(writer, record.admitted);
  const Decided by = !record.reviewed     ? Decided::kByScore
                     : !record.overridden ? Decided::kByReview
                                          : Decided::kByOverride;
  writer.integer(static_cast<std::uint8_t>(by));
  if (by != Decided::kByScore) write(writer, record.review);
  if (by == Decided::kByOverride) write(writer, *record.overridden);
}

RecordProof readRecordProof(ByteReader& reader) {
  RecordProof record;
  record.submission = readOperationProof(reader);
  record.admitted = readEventProof(reader);
  const Decided by{reader.integer<std::uint8_t>()};
  if (by > Decided::kByOverride) reader.markBad();
  record.reviewed = by != Decided::kByScore;
  if (record.reviewed && reader.ok()) record.review = readOperationProof(reader);
  if (by == Decided::kByOverride && reader.ok()) record.overridden = readEventProof(reader);
  return record;
}

}  // namespace

Bytes encode(const ProofBundle& bundle) {
  ByteWriter writer;
  writer.integer(ProofBundle::kMagic).integer(ProofBundle::kFormat).integer(std::uint16_t{0});
  writer.blob(bundle.genesis);
  writer.integer(static_cast<std::uint32_t>(bundle.records.size()));
  for (const RecordProof& record : bundle.records) write(writer, record);
  write(writer, bundle.registration);
  write(writer, bundle.issue);
  write(writer, bundle.holding);
  writer.blob(encode(bundle.certificate));
  return writer.take();
}

Result<ProofBundle> decodeProofBundle(ByteView bytes) {
  constexpr std::size_t kMinRecordBytes = limits::kBatchHeaderBytes + limits::kBlockHeaderBytes;
  ByteReader reader(bytes);
  ProofBundle bundle;
  const auto malformed = [](const char* why) {
    return fail("proof.malformed", std::string("The proof cannot be read: ") + why + ".",
                "Export it again; a copy may be truncated.");
  };
  if (reader.integer<std::uint32_t>() != ProofBundle::kMagic) return malformed("it is no .rwaproof file");
  if (reader.integer<std::uint16_t>() != ProofBundle::kFormat) return malformed("its format is unknown");
  if (reader.integer<std::uint16_t>() != 0) return malformed("a reserved field is not zero");
  bundle.genesis = toBytes(reader.blob(kMaxGenesisBytes));
  const auto records = reader.count(kMinRecordBytes);
  if (records > kMaxRecords) return malformed("it holds too many records");
  for (std::uint32_t at = 0; at < records && reader.ok(); ++at)
    bundle.records.push_back(readRecordProof(reader));
  bundle.registration = readOperationProof(reader);
  bundle.issue = readOperationProof(reader);
  bundle.holding = readHoldingProof(reader);
  const ByteView certificate = reader.blob(kMaxCertificateBytes);
  if (!reader.finished()) return malformed("it is truncated, too long, or a part has an impossible size");
  auto decoded = decodeCertificate(certificate);
  if (!decoded) return propagate(decoded);
  bundle.certificate = std::move(*decoded);
  if (!std::ranges::equal(encode(bundle), bytes))
    return fail("proof.not_canonical", "The proof is written in a form its maker would not write.",
                "Do not trust it; export it again from a node.");
  return bundle;
}

}  // namespace aurigraph::wire
