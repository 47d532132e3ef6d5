#include "core/wire/record.h"

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/crypto/sha256.h"
#include "core/wire/record_io.h"
#include "core/wire/sorted.h"
#include "core/wire/text.h"

namespace aurigraph::wire {
namespace {

// Bounds of docs/formats/record.md: a record fits one command's payload, its context one event.
constexpr std::size_t kMaxUnitBytes = 32;
constexpr std::size_t kMaxPointerBytes = 256;
constexpr std::size_t kMaxTextBytes = 4'096;
constexpr std::size_t kMaxInputItems = 256;
constexpr std::size_t kMaxHistory = 30;
constexpr std::size_t kMaxErroredChecks = 8;

enum class ValueTag : std::uint8_t { kNone = 0, kQuantity = 1, kText = 2, kTime = 3, kDigest = 4, kBool = 5 };

struct ValueWriter {
  ByteWriter& writer;

  void tag(ValueTag value) { writer.integer(static_cast<std::uint8_t>(value)); }
  void operator()(const NoValue& none) {
    tag(ValueTag::kNone);
    writer.integer(static_cast<std::uint8_t>(none.reason));
  }
  void operator()(const Quantity& quantity) {
    tag(ValueTag::kQuantity);
    writeDecimal(writer, quantity.value);
    writer.text(quantity.unit);
  }
  void operator()(const std::string& text) {
    tag(ValueTag::kText);
    writer.text(text);
  }
  void operator()(Nanoseconds time) {
    tag(ValueTag::kTime);
    writer.integer(time);
  }
  void operator()(const Digest& digest) {
    tag(ValueTag::kDigest);
    writer.fixed(digest);
  }
  void operator()(bool flag) {
    tag(ValueTag::kBool);
    writer.integer(static_cast<std::uint8_t>(flag ? 1 : 0));
  }
};

void writeValue(ByteWriter& writer, const FieldValue& value) {
  std::visit(ValueWriter{writer}, value);
}

FieldValue readValue(ByteReader& reader) {
  switch (readEnum<ValueTag>(reader, 6)) {
    case ValueTag::kNone:
      return NoValue{readEnum<NullReason>(reader, 6)};
    case ValueTag::kQuantity: {
      Quantity out;
      out.value = readDecimal(reader);
      out.unit = readCleanText(reader, kMaxUnitBytes);
      return out;
    }
    case ValueTag::kText:
      return readCleanText(reader, kMaxTextBytes);
    case ValueTag::kTime:
      return reader.integer<Nanoseconds>();
    case ValueTag::kDigest:
      return reader.fixed<Digest>();
    case ValueTag::kBool:
      return readBool(reader);
  }
  return NoValue{};  // readEnum has marked the reader bad
}

void writeTime(ByteWriter& writer, const std::optional<Nanoseconds>& time) {
  writer.integer(static_cast<std::uint8_t>(time ? 1 : 0));
  if (time) writer.integer(*time);
}

std::optional<Nanoseconds> readTime(ByteReader& reader) {
  if (!readBool(reader)) return std::nullopt;
  return reader.integer<Nanoseconds>();
}

RecordKind readKind(ByteReader& reader) {
  const auto kind = static_cast<RecordKind>(reader.integer<std::uint8_t>());
  if (nameOf(kind).empty()) reader.markBad();
  return kind;
}

void write(ByteWriter& writer, const TransportFacts& facts) {
  std::uint8_t flags = 0;
  std::uint8_t bit = 1;
  for (const bool fact :
       {facts.allowedHostOverTls, facts.pinnedKey, facts.authenticatedSession, facts.payloadSigned,
        facts.hostFailed, facts.signatureInvalid, facts.deviceRevoked, facts.rawDigestMatches}) {
    if (fact) flags = static_cast<std::uint8_t>(flags | bit);
    bit = static_cast<std::uint8_t>(bit << 1);
  }
  writer.integer(flags).integer(static_cast<std::uint8_t>(facts.cacheState));
}

TransportFacts readTransport(ByteReader& reader) {
  TransportFacts facts;
  const auto flags = reader.integer<std::uint8_t>();
  std::uint8_t bit = 1;
  for (bool* fact :
       {&facts.allowedHostOverTls, &facts.pinnedKey, &facts.authenticatedSession, &facts.payloadSigned,
        &facts.hostFailed, &facts.signatureInvalid, &facts.deviceRevoked, &facts.rawDigestMatches}) {
    *fact = (flags & bit) != 0;
    bit = static_cast<std::uint8_t>(bit << 1);
  }
  facts.cacheState = readEnum<CacheState>(reader, 4);
  return facts;
}

SourceTier readTier(ByteReader& reader) {
  const auto tier = readEnum<SourceTier>(reader, 5);
  if (static_cast<std::uint8_t>(tier) == 0) reader.markBad();
  return tier;
}

/// Of a list; 0 if there are more than `most`.
std::uint32_t countOf(ByteReader& reader, std::size_t leastItemBytes, std::size_t most) {
  const auto items = reader.count(leastItemBytes);
  if (items > most) reader.markBad();
  return reader.ok() ? items : 0;
}

void write(ByteWriter& writer, const std::vector<ReferenceLookup>& references) {
  writer.integer(static_cast<std::uint32_t>(references.size()));
  for (const auto& reference : references)
    writer.text(reference.name).integer(static_cast<std::uint8_t>(reference.outcome));
}

std::vector<ReferenceLookup> readReferences(ByteReader& reader, std::size_t most) {
  std::vector<ReferenceLookup> out(countOf(reader, 5, most));
  for (ReferenceLookup& lookup : out) {
    lookup.name = readCleanText(reader, kMaxRecordNameBytes);
    lookup.outcome = readEnum<ReferenceOutcome>(reader, 3);
  }
  if (!strictlySorted(out, &ReferenceLookup::name)) reader.markBad();
  return out;
}

void write(ByteWriter& writer, const std::vector<RuleFact>& facts) {
  writer.integer(static_cast<std::uint32_t>(facts.size()));
  for (const auto& fact : facts) {
    writer.text(fact.name);
    writeValue(writer, fact.value);
  }
}

std::vector<RuleFact> readFacts(ByteReader& reader, std::size_t most) {
  std::vector<RuleFact> out(countOf(reader, 6, most));
  for (RuleFact& fact : out) {
    fact.name = readCleanText(reader, kMaxRecordNameBytes);
    fact.value = readValue(reader);
  }
  if (!strictlySorted(out, &RuleFact::name)) reader.markBad();
  return out;
}

void write(ByteWriter& writer, const Record& record, const Fetch& fetch) {
  writer.integer(Record::kSchemaVersion);
  writer.integer(static_cast<std::uint8_t>(record.category)).integer(static_cast<std::uint8_t>(record.kind));
  writer.integer(static_cast<std::uint8_t>(record.origin)).integer(static_cast<std::uint8_t>(record.tier));
  writer.text(record.assetKey).text(record.sourceId).text(record.connectorVersion);
  writeTime(writer, record.observedAt);
  writeTime(writer, record.publishedAt);
  writer.integer(record.retrievedAt).fixed(record.rawDigest).integer(record.revision);
  writer.integer(static_cast<std::uint32_t>(record.fields.size()));
  for (const Field& field : record.fields) {
    writer.text(field.name).integer(static_cast<std::uint8_t>(field.parse)).text(field.pointer);
    writeValue(writer, field.value);
  }
  writer.integer(static_cast<std::uint8_t>(fetch.purpose));
  write(writer, fetch.transport);
  write(writer, fetch.facts);
}

}  // namespace

Digest Record::id() const {
  return crypto::taggedHash("aurigraph/record/2", {encode(*this)});
}

Digest Record::content() const {
  // The encoding of the same record without time, place and way of reading and without what is thought of its
  // source: canonical, so equal says equal.
  Record said = *this;
  said.origin = Origin::kReal;
  said.tier = SourceTier::kRegistryOfRecord;
  said.connectorVersion.clear();
  said.publishedAt.reset();
  if (!moment()) said.observedAt.reset();
  said.retrievedAt = Nanoseconds(0);
  said.rawDigest = Digest{};
  for (Field& field : said.fields) {
    field.pointer.clear();
    field.parse = ParseQuality::kExact;
  }
  ByteWriter writer;
  write(writer, said, Fetch{});
  return crypto::taggedHash("aurigraph/record-content/1", {writer.take()});
}

std::optional<Nanoseconds> Record::moment() const {
  return observedAt == retrievedAt ? std::nullopt : observedAt;
}

const Field* Record::find(std::string_view name) const {
  const auto at = std::ranges::lower_bound(fields, name, {},
                                           [](const Field& field) -> std::string_view { return field.name; });
  return at != fields.end() && at->name == name ? &*at : nullptr;
}

Bytes encode(const Record& record) {
  ByteWriter writer;
  write(writer, record, record.fetch);
  return writer.take();
}

Result<Record> decodeRecord(ByteView bytes) {
  constexpr std::size_t kMinFieldBytes = 11;
  ByteReader reader(bytes);
  Record out;
  if (reader.integer<std::uint16_t>() != Record::kSchemaVersion) reader.markBad();
  out.category = static_cast<Category>(reader.integer<std::uint8_t>());
  out.kind = readKind(reader);
  if (reader.ok() && categoryOf(out.kind) != out.category) reader.markBad();
  out.origin = readEnum<Origin>(reader, 3);
  out.tier = readTier(reader);
  out.assetKey = readCleanText(reader, kMaxRecordKeyBytes);
  out.sourceId = readCleanText(reader, kMaxRecordNameBytes);
  out.connectorVersion = readCleanText(reader, kMaxRecordNameBytes);
  out.observedAt = readTime(reader);
  out.publishedAt = readTime(reader);
  out.retrievedAt = reader.integer<Nanoseconds>();
  out.rawDigest = reader.fixed<Digest>();
  out.revision = reader.integer<std::uint64_t>();
  const auto count = reader.count(kMinFieldBytes);
  if (count > Record::kMaxFields) reader.markBad();
  for (std::uint32_t at = 0; at < count && reader.ok(); ++at) {
    Field field;
    field.name = readCleanText(reader, kMaxRecordNameBytes);
    field.parse = readEnum<ParseQuality>(reader, 3);
    field.pointer = readCleanText(reader, kMaxPointerBytes);
    field.value = readValue(reader);
    if (field.name.empty()) reader.markBad();
    out.fields.push_back(std::move(field));
  }
  if (!strictlySorted(out.fields, &Field::name)) reader.markBad();
  out.fetch.purpose = readEnum<Purpose>(reader, 2);
  out.fetch.transport = readTransport(reader);
  out.fetch.facts = readFacts(reader, Fetch::kMaxFacts);
  if (!reader.finished())
    return fail("record.malformed", "A record's bytes are not a canonical record.",
                "Fetch and map the source's answer again.");
  return out;
}

Bytes encode(const ScoreInputs& inputs) {
  ByteWriter writer;
  writer.integer(ScoreInputs::kFormat).integer(static_cast<std::uint8_t>(inputs.purpose));
  writer.integer(static_cast<std::uint8_t>(inputs.tier)).integer(inputs.scoredAt);
  writeTime(writer, inputs.lastSessionClose);
  write(writer, inputs.transport);
  writer.integer(inputs.independentSources).integer(inputs.minSources);
  writer.integer(static_cast<std::uint8_t>(inputs.seen));
  writer.integer(static_cast<std::uint8_t>(inputs.assetStopped ? 1 : 0));
  write(writer, inputs.references);
  write(writer, inputs.facts);
  writer.integer(static_cast<std::uint32_t>(inputs.history.size()));
  for (const auto& history : inputs.history) {
    writer.text(history.field).integer(static_cast<std::uint32_t>(history.values.size()));
    for (const Decimal& value : history.values) writeDecimal(writer, value);
  }
  writer.integer(static_cast<std::uint32_t>(inputs.erroredChecks.size()));
  for (const auto& check : inputs.erroredChecks) writer.text(check);
  return writer.take();
}

Result<ScoreInputs> decodeScoreInputs(ByteView bytes) {
  ByteReader reader(bytes);
  ScoreInputs out;
  if (reader.integer<std::uint16_t>() != ScoreInputs::kFormat) reader.markBad();
  out.purpose = readEnum<Purpose>(reader, 2);
  out.tier = readTier(reader);
  out.scoredAt = reader.integer<Nanoseconds>();
  out.lastSessionClose = readTime(reader);
  out.transport = readTransport(reader);
  out.independentSources = reader.integer<std::uint8_t>();
  out.minSources = reader.integer<std::uint8_t>();
  out.seen = readEnum<Seen>(reader, 5);
  out.assetStopped = readBool(reader);
  out.references = readReferences(reader, kMaxInputItems);
  out.facts = readFacts(reader, kMaxInputItems);
  out.history.resize(countOf(reader, 8, kMaxInputItems));
  for (FieldHistory& history : out.history) {
    history.field = readCleanText(reader, kMaxRecordNameBytes);
    history.values.resize(countOf(reader, 17, kMaxHistory));
    for (Decimal& value : history.values) value = readDecimal(reader);
  }
  out.erroredChecks.resize(countOf(reader, 4, kMaxErroredChecks));
  for (std::string& check : out.erroredChecks) check = readCleanText(reader, kMaxRecordNameBytes);
  if (!strictlySorted(out.history, &FieldHistory::field) || !strictlySorted(out.erroredChecks))
    reader.markBad();
  if (!reader.finished())
    return fail("inputs.malformed", "The inputs of a score are not canonical.", "Score the record again.");
  return out;
}

Status canonicalize(Record& record) {
  std::ranges::sort(record.fields, {}, &Field::name);
  std::ranges::sort(record.fetch.facts, {}, &RuleFact::name);
  const auto twice = std::ranges::adjacent_find(record.fields, {}, &Field::name);
  if (twice != record.fields.end())
    return fail("record.duplicate_field", "The record holds the field \"" + twice->name + "\" twice.",
                "Map each source field to one canonical field.");
  if (!strictlySorted(record.fetch.facts, &RuleFact::name))
    return fail("record.duplicate_field", "The record's answer gives a fact twice.", "Map each once.");
  return {};
}

Status canonicalize(ScoreInputs& inputs) {
  std::ranges::sort(inputs.references, {}, &ReferenceLookup::name);
  std::ranges::sort(inputs.facts, {}, &RuleFact::name);
  std::ranges::sort(inputs.history, {}, &FieldHistory::field);
  std::ranges::sort(inputs.erroredChecks);
  if (!strictlySorted(inputs.references, &ReferenceLookup::name) ||
      !strictlySorted(inputs.facts, &RuleFact::name) ||
      !strictlySorted(inputs.history, &FieldHistory::field) || !strictlySorted(inputs.erroredChecks))
    return fail("inputs.duplicate_name", "A reference, fact, history or check is given twice.",
                "Give each once.");
  return {};
}

std::string_view nameOf(Category category) {
  return form::nameIn(kCategories, category);
}
std::string_view nameOf(RecordKind kind) {
  return form::nameIn(kRecordKinds, kind);
}
std::string_view nameOf(Origin origin) {
  return form::nameIn(kOrigins, origin);
}
std::string_view nameOf(Band band) {
  return form::nameIn(kBands, band);
}

Category categoryOf(RecordKind kind) {
  return static_cast<Category>(static_cast<std::uint8_t>(kind) / 10);  // kinds are numbered 10 × category + n
}

}  // namespace aurigraph::wire
