#include "core/wire/state_rows.h"

#include <algorithm>
#include <array>

#include "core/base/byte_io.h"
#include "core/base/limits.h"
#include "core/wire/record_io.h"
#include "core/wire/text.h"

namespace aurigraph::wire {
namespace {

constexpr std::uint8_t kOrigins = 3;

template <class Row>
Result<Row> finished(const ByteReader& in, Row row, ByteView bytes) {
  // Whatever the reader let pass must still be the one encoding of what it read.
  if (!in.finished() || !std::ranges::equal(encode(row), bytes))
    return fail("state.malformed_row", "A row of the ledger's state cannot be read.",
                "Ask the node for the proof again, or do not trust the file.");
  return row;
}

void write(ByteWriter& out, const std::vector<SerialRange>& serials) {
  out.integer(static_cast<std::uint32_t>(serials.size()));
  for (const SerialRange& range : serials)
    out.text(range.registry).text(range.series).integer(range.first).integer(range.last);
}

std::vector<SerialRange> readSerials(ByteReader& in) {
  std::vector<SerialRange> out;
  const auto count = in.count(4 + 4 + 8 + 8);
  if (count > kMaxSerialRanges) in.markBad();
  for (std::uint32_t at = 0; at < count && in.ok(); ++at) {
    SerialRange range;
    range.registry = readCleanText(in, kMaxSerialPartBytes);
    range.series = readCleanText(in, kMaxSerialPartBytes);
    range.first = in.integer<std::uint64_t>();
    range.last = in.integer<std::uint64_t>();
    out.push_back(std::move(range));
  }
  return out;
}

AssetTemplate readTemplate(ByteReader& in) {
  const auto value = readEnum<AssetTemplate>(in, static_cast<std::uint8_t>(AssetTemplate::kBatch) + 1);
  if (static_cast<std::uint8_t>(value) == 0) in.markBad();
  return value;
}

}  // namespace

Bytes encode(const AccountRow& row) {
  return toBytes({reinterpret_cast<const std::uint8_t*>(&row), sizeof(row)});
}

Result<AccountRow> decodeAccountRow(ByteView bytes) {
  ByteReader in(bytes);
  AccountRow row;
  const ByteView raw = in.raw(sizeof(row));
  if (raw.size() == sizeof(row)) std::memcpy(&row, raw.data(), sizeof(row));
  if (row.reserved != 0) in.markBad();
  return finished(in, row, bytes);
}

Bytes encode(const IdentityRow& row) {
  ByteWriter out;
  out.text(row.name).fixed(row.key).integer(row.roles).integer(row.since);
  return out.take();
}

Result<IdentityRow> decodeIdentityRow(ByteView bytes) {
  ByteReader in(bytes);
  IdentityRow row;
  row.name = readCleanText(in, kMaxNameBytes);
  row.key = in.fixed<PublicKey>();
  row.roles = in.integer<RoleMask>();
  row.since = in.integer<Height>();
  return finished(in, std::move(row), bytes);
}

Bytes encode(const TokenRow& row) {
  ByteWriter out;
  out.text(row.symbol).text(row.name).integer(row.asset).integer(row.issuer);
  out.integer(static_cast<std::uint8_t>(row.kind)).integer(static_cast<std::uint8_t>(row.origin));
  out.integer(row.decimals).integer(row.minted).integer(row.burned);
  out.integer(row.unitPriceMinor).text(row.currency).integer(row.lockUpSeconds);
  write(out, row.serials);
  out.integer(row.minMilliCelsius).integer(row.maxMilliCelsius);
  out.integer(static_cast<std::uint32_t>(row.approvers.size()));
  for (const PublicKey& key : row.approvers) out.fixed(key);
  out.fixed(row.issueBatch).integer(row.issueIndex).integer(row.issuedAt).integer(row.ruleEpoch);
  return out.take();
}

Result<TokenRow> decodeTokenRow(ByteView bytes) {
  ByteReader in(bytes);
  TokenRow row;
  row.symbol = readCleanText(in, kMaxSymbolBytes);
  row.name = readCleanText(in, kMaxAssetNameBytes);
  row.asset = in.integer<AssetId>();
  row.issuer = in.integer<IdentityId>();
  row.kind = readTemplate(in);
  row.origin = readEnum<Origin>(in, kOrigins);
  row.decimals = in.integer<std::uint8_t>();
  row.minted = in.integer<U128>();
  row.burned = in.integer<U128>();
  row.unitPriceMinor = in.integer<std::uint64_t>();
  row.currency = readCleanText(in, kCurrencyBytes);
  row.lockUpSeconds = in.integer<std::int64_t>();
  row.serials = readSerials(in);
  row.minMilliCelsius = in.integer<std::int32_t>();
  row.maxMilliCelsius = in.integer<std::int32_t>();
  const auto approvers = in.count(PublicKey::kSizeBytes);
  if (approvers > limits::kMaxApprovals) in.markBad();
  for (std::uint32_t at = 0; at < approvers && in.ok(); ++at) row.approvers.push_back(in.fixed<PublicKey>());
  row.issueBatch = in.fixed<Digest>();
  row.issueIndex = in.integer<std::uint32_t>();
  row.issuedAt = in.integer<Height>();
  row.ruleEpoch = in.integer<std::uint32_t>();
  return finished(in, std::move(row), bytes);
}

Bytes encode(const AssetRow& row) {
  ByteWriter out;
  out.integer(static_cast<std::uint8_t>(row.assetTemplate)).text(row.assetKey).text(row.name);
  out.integer(row.issuer).integer(static_cast<std::uint8_t>(row.origin));
  out.integer(static_cast<std::uint8_t>(row.status));
  out.integer(static_cast<std::uint32_t>(row.recordIds.size()));
  for (const Digest& id : row.recordIds) out.fixed(id);
  out.integer(static_cast<std::uint32_t>(row.documents.size()));
  for (const Document& document : row.documents) out.text(document.type).fixed(document.sha256);
  out.integer(row.lowestScore).integer(row.evidenceCopies).integer(row.token).integer(row.registeredAt);
  return out.take();
}

Result<AssetRow> decodeAssetRow(ByteView bytes) {
  ByteReader in(bytes);
  AssetRow row;
  row.assetTemplate = readTemplate(in);
  row.assetKey = readCleanText(in, kMaxAssetKeyBytes);
  row.name = readCleanText(in, kMaxAssetNameBytes);
  row.issuer = in.integer<IdentityId>();
  row.origin = readEnum<Origin>(in, kOrigins);
  row.status = readEnum<AssetStatus>(in, static_cast<std::uint8_t>(AssetStatus::kDelivered) + 1);
  if (static_cast<std::uint8_t>(row.status) == 0) in.markBad();
  const auto records = in.count(Digest::kSizeBytes);
  if (records > kMaxRecordsPerAsset) in.markBad();
  for (std::uint32_t at = 0; at < records && in.ok(); ++at) row.recordIds.push_back(in.fixed<Digest>());
  const auto documents = in.count(4 + Digest::kSizeBytes);
  if (documents > kMaxDocumentsPerAsset) in.markBad();
  for (std::uint32_t at = 0; at < documents && in.ok(); ++at) {
    Document document;
    document.type = readCleanText(in, kMaxDocumentTypeBytes);
    document.sha256 = in.fixed<Digest>();
    row.documents.push_back(std::move(document));
  }
  row.lowestScore = in.integer<Ppm>();
  row.evidenceCopies = in.integer<std::uint8_t>();
  row.token = in.integer<TokenId>();
  row.registeredAt = in.integer<Height>();
  return finished(in, std::move(row), bytes);
}

std::string_view nameOf(AssetTemplate assetTemplate) {
  for (const auto& [value, name] : RegisterAsset::kTemplates.names)
    if (value == assetTemplate) return name;
  return "unknown";
}

std::string_view nameOf(AssetStatus status) {
  switch (status) {
    case AssetStatus::kRegistered:
      return "registered";
    case AssetStatus::kTokenized:
      return "tokenized";
    case AssetStatus::kRetired:
      return "retired";
    case AssetStatus::kDelivered:
      return "delivered";
  }
  return "unknown";
}

}  // namespace aurigraph::wire
