#include "core/wire/record.h"

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/crypto/sha256.h"
#include "core/wire/record_io.h"
#include "core/wire/text.h"

namespace aurigraph::wire {
namespace {

// Bounds of docs/formats/record.md: a record and its inputs fit one command's payload.
constexpr std::size_t kMaxUnitBytes = 32;
constexpr std::size_t kMaxPointerBytes = 256;
constexpr std::size_t kMaxTextBytes = 4'096;
constexpr std::size_t kMaxInputItems = 256;
constexpr std::size_t kMaxHistory = 30;

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

template <class List, class Name>
bool strictlySorted(const List& list, Name name) {
  return std::ranges::adjacent_find(list, [&](const auto& a, const auto& b) { return name(a) >= name(b); }) ==
         list.end();
}

const auto kNameOfItem = [](const auto& item) -> const std::string& { return item.name; };
const auto kFieldOfItem = [](const auto& item) -> const std::string& { return item.field; };
const auto kItself = [](const std::string& item) -> const std::string& { return item; };

}  // namespace

Digest Record::id() const {
  return crypto::taggedHash("aurigraph/record/1", {encode(*this)});
}

const Field* Record::find(std::string_view name) const {
  const auto at = std::ranges::lower_bound(fields, name, {},
                                           [](const Field& field) -> std::string_view { return field.name; });
  return at != fields.end() && at->name == name ? &*at : nullptr;
}

Bytes encode(const Record& record) {
  ByteWriter writer;
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
  out.tier = readEnum<SourceTier>(reader, 5);
  if (static_cast<std::uint8_t>(out.tier) == 0) reader.markBad();
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
  if (!strictlySorted(out.fields, kNameOfItem)) reader.markBad();
  if (!reader.finished())
    return fail("record.malformed", "A record's bytes are not a canonical record.",
                "Fetch and map the source's answer again.");
  return out;
}

Bytes encode(const ScoreInputs& inputs) {
  ByteWriter writer;
  writer.integer(ScoreInputs::kFormat).integer(static_cast<std::uint8_t>(inputs.purpose));
  writer.integer(inputs.scoredAt);
  writeTime(writer, inputs.lastSessionClose);
  const TransportFacts& facts = inputs.transport;
  std::uint8_t flags = 0;
  std::uint8_t bit = 1;
  for (const bool fact :
       {facts.allowedHostOverTls, facts.pinnedKey, facts.authenticatedSession, facts.payloadSigned,
        facts.hostFailed, facts.signatureInvalid, facts.deviceRevoked, facts.rawDigestMatches}) {
    if (fact) flags = static_cast<std::uint8_t>(flags | bit);
    bit = static_cast<std::uint8_t>(bit << 1);
  }
  writer.integer(flags).integer(static_cast<std::uint8_t>(facts.cacheState));
  writer.integer(inputs.independentSources).integer(inputs.minSources);
  writer.integer(static_cast<std::uint8_t>(inputs.seen));
  writer.integer(static_cast<std::uint8_t>(inputs.assetStopped ? 1 : 0));
  writer.integer(static_cast<std::uint32_t>(inputs.references.size()));
  for (const auto& reference : inputs.references)
    writer.text(reference.name).integer(static_cast<std::uint8_t>(reference.outcome));
  writer.integer(static_cast<std::uint32_t>(inputs.facts.size()));
  for (const auto& fact : inputs.facts) {
    writer.text(fact.name);
    writeValue(writer, fact.value);
  }
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
  out.scoredAt = reader.integer<Nanoseconds>();
  out.lastSessionClose = readTime(reader);
  const auto flags = reader.integer<std::uint8_t>();
  std::uint8_t bit = 1;
  TransportFacts& facts = out.transport;
  for (bool* fact :
       {&facts.allowedHostOverTls, &facts.pinnedKey, &facts.authenticatedSession, &facts.payloadSigned,
        &facts.hostFailed, &facts.signatureInvalid, &facts.deviceRevoked, &facts.rawDigestMatches}) {
    *fact = (flags & bit) != 0;
    bit = static_cast<std::uint8_t>(bit << 1);
  }
  facts.cacheState = readEnum<CacheState>(reader, 4);
  out.independentSources = reader.integer<std::uint8_t>();
  out.minSources = reader.integer<std::uint8_t>();
  out.seen = readEnum<Seen>(reader, 5);
  out.assetStopped = readBool(reader);
  const auto bounded = [&](std::size_t minItemBytes, std::size_t most) {
    const auto items = reader.count(minItemBytes);
    if (items > most) reader.markBad();
    return reader.ok() ? items : 0U;
  };
  const auto references = bounded(5, kMaxInputItems);
  for (std::uint32_t at = 0; at < references && reader.ok(); ++at) {
    ReferenceLookup lookup;
    lookup.name = readCleanText(reader, kMaxRecordNameBytes);
    lookup.outcome = readEnum<ReferenceOutcome>(reader, 3);
    out.references.push_back(std::move(lookup));
  }
  const auto ruleFacts = bounded(6, kMaxInputItems);
  for (std::uint32_t at = 0; at < ruleFacts && reader.ok(); ++at) {
    RuleFact fact;
    fact.name = readCleanText(reader, kMaxRecordNameBytes);
    fact.value = readValue(reader);
    out.facts.push_back(std::move(fact));
  }
  const auto histories = bounded(8, kMaxInputItems);
  for (std::uint32_t at = 0; at < histories && reader.ok(); ++at) {
    FieldHistory history;
    history.field = readCleanText(reader, kMaxRecordNameBytes);
    const auto values = bounded(17, kMaxHistory);
    for (std::uint32_t value = 0; value < values && reader.ok(); ++value)
      history.values.push_back(readDecimal(reader));
    out.history.push_back(std::move(history));
  }
  const auto errored = bounded(4, kMaxInputItems);
  for (std::uint32_t at = 0; at < errored && reader.ok(); ++at)
    out.erroredChecks.push_back(readCleanText(reader, kMaxRecordNameBytes));
  if (!strictlySorted(out.references, kNameOfItem) || !strictlySorted(out.facts, kNameOfItem) ||
      !strictlySorted(out.history, kFieldOfItem) || !strictlySorted(out.erroredChecks, kItself))
    reader.markBad();
  if (!reader.finished())
    return fail("inputs.malformed", "A score's recorded inputs are not canonical.",
                "Score the record again.");
  return out;
}

Status canonicalize(Record& record) {
  std::ranges::sort(record.fields, {}, &Field::name);
  const auto twice = std::ranges::adjacent_find(record.fields, {}, &Field::name);
  if (twice != record.fields.end())
    return fail("record.duplicate_field", "The record holds the field \"" + twice->name + "\" twice.",
                "Map each source field to one canonical field.");
  return {};
}

Status canonicalize(ScoreInputs& inputs) {
  std::ranges::sort(inputs.references, {}, &ReferenceLookup::name);
  std::ranges::sort(inputs.facts, {}, &RuleFact::name);
  std::ranges::sort(inputs.history, {}, &FieldHistory::field);
  std::ranges::sort(inputs.erroredChecks);
  if (!strictlySorted(inputs.references, kNameOfItem) || !strictlySorted(inputs.facts, kNameOfItem) ||
      !strictlySorted(inputs.history, kFieldOfItem) || !strictlySorted(inputs.erroredChecks, kItself))
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
