#include "core/quality/rule_set.h"

#include <algorithm>
#include <numeric>

#include "core/base/byte_io.h"
#include "core/crypto/sha256.h"
#include "core/quality/consistency.h"
#include "core/wire/record_io.h"

namespace aurigraph::quality {
namespace {

// Bounds of an encoded rule set.
constexpr std::size_t kMaxText = 96;
constexpr std::size_t kMaxItems = 512;
constexpr std::uint32_t kMaxBytes = 256 * 1024;

/// The layout is written once, in `walk`; these two say what a part of it does in each direction.
struct Writing {
  ByteWriter out;

  template <class T>
  requires std::integral<T>
  void part(const T& value) { out.integer(value); }
  void part(const bool& value) { out.integer(static_cast<std::uint8_t>(value ? 1 : 0)); }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void part(const Enum& value) { out.integer(static_cast<std::uint8_t>(value)); }
  template <class Tag, class Rep>
  void part(const Strong<Tag, Rep>& value) {
    out.integer(value);
  }
  void part(const std::string& value) { out.text(value); }
  void part(const Decimal& value) { wire::writeDecimal(out, value); }
  template <class T, class Each>
  void list(const std::vector<T>& items, Each each) {
    out.integer(static_cast<std::uint32_t>(items.size()));
    for (const T& item : items) each(item);
  }
};

struct Reading {
  ByteReader in;

  template <class T>
  requires std::integral<T>
  void part(T& value) { value = in.integer<T>(); }
  void part(bool& value) { value = wire::readBool(in); }
  // Which enumerators exist is checked by validate(): their numbers are not all contiguous.
  template <class Enum>
  requires std::is_enum_v<Enum>
  void part(Enum& value) { value = static_cast<Enum>(in.integer<std::uint8_t>()); }
  template <class Tag, class Rep>
  void part(Strong<Tag, Rep>& value) {
    value = in.integer<Strong<Tag, Rep>>();
  }
  void part(std::string& value) { value = wire::readText(in, kMaxText); }
  void part(Decimal& value) { value = wire::readDecimal(in); }
  template <class T, class Each>
  void list(std::vector<T>& items, Each each) {
    const auto count = in.count(4);
    if (count > kMaxItems) in.markBad();
    for (std::uint32_t at = 0; at < count && in.ok(); ++at) each(items.emplace_back());
  }
};

template <class Io, class Texts>
void texts(Io& io, Texts& items) {
  io.list(items, [&](auto& item) { io.part(item); });
}

template <class Io, class Part>
void condition(Io& io, Part& when) {
  io.part(when.field);
  texts(io, when.values);
}

template <class Io, class Part>
void interval(Io& io, Part& part) {
  io.part(part.low);
  io.part(part.high);
}

template <class Io, class Part>
void field(Io& io, Part& spec) {
  io.part(spec.name);
  io.part(spec.fieldClass);
  io.part(spec.type);
  texts(io, spec.units);
  condition(io, spec.when);
  io.list(spec.ranges, [&](auto& range) {
    condition(io, range.when);
    io.part(range.relativeTo);
    interval(io, range.normal);
    interval(io, range.plausible);
    interval(io, range.physical);
  });
  io.part(spec.stuckAfter);
}

template <class Io, class Part>
void profile(Io& io, Part& kind) {
  io.part(kind.kind);
  for (auto& weight : kind.weights) io.part(weight);
  for (auto& floor : kind.floors) io.part(floor);
  io.part(kind.minSources);
  io.part(kind.retrievalBound);
  io.part(kind.clock);
  io.list(kind.observationBounds, [&](auto& bound) {
    condition(io, bound.when);
    io.part(bound.bound);
    io.part(bound.spanField);
    io.part(bound.spanDefault);
    io.part(bound.spanMost);
  });
  io.part(kind.gapField);
  io.list(kind.fields, [&](auto& spec) { field(io, spec); });
  io.list(kind.rules, [&](auto& use) {
    io.part(use.rule);
    io.part(use.severity);
    io.list(use.parameters, [&](auto& parameter) { io.part(parameter); });
  });
  io.list(kind.references, [&](auto& reference) {
    io.part(reference.name);
    io.part(reference.severity);
    io.part(reference.field);
    texts(io, reference.known);
    texts(io, reference.bad);
    io.part(reference.strict);
  });
  io.part(kind.approvalValidFor);
  io.part(kind.usableFor);
}

template <class Io, class Part>
void walk(Io& io, Part& rules) {
  io.part(rules.version);
  io.part(rules.caps.z);
  io.part(rules.caps.v);
  io.part(rules.caps.x);
  io.part(rules.caps.r);
  io.part(rules.acceptFrom);
  io.part(rules.reviewFrom);
  for (auto& weight : rules.fieldWeights) io.part(weight);
  io.part(rules.transport.allowedHost);
  io.part(rules.transport.pinnedKey);
  io.part(rules.transport.authenticatedSession);
  io.part(rules.transport.payloadSigned);
  for (auto& points : rules.transport.tier) io.part(points);
  io.part(rules.futureTolerance);
  io.list(rules.grades, [&](auto& grade) {
    io.part(grade.code);
    io.part(grade.basisPoints);
  });
  io.list(rules.kinds, [&](auto& kind) { profile(io, kind); });
}

tl::unexpected<Error> refuse(std::string_view code, const std::string& what) {
  return fail(code, "The rule set cannot be used: " + what + ".", "Correct the rule set and adopt it again.");
}

bool within(const Interval& inner, const Interval& outer) {
  return compare(inner.low, inner.high) <= 0 && compare(outer.low, inner.low) <= 0 &&
         compare(inner.high, outer.high) <= 0;
}

bool goodSeverity(std::uint8_t severity) {
  return severity == 5 || severity == 3 || severity == 1;
}

template <class List, class Key>
bool strictlySorted(const List& list, Key key) {
  return std::ranges::adjacent_find(list, [&](const auto& a, const auto& b) { return a.*key >= b.*key; }) ==
         list.end();
}

Status validateWeights(const KindProfile& kind, const std::string& name) {
  constexpr std::array<int, kCheckCount> kDefaults = {150, 100, 150, 150, 150, 150, 50, 100};
  int sum = 0;
  for (std::size_t at = 0; at < kCheckCount; ++at) {
    const int weight = kind.weights[at];
    sum += weight;
    if (weight % 10 != 0 || weight < kDefaults[at] - 50 || weight > kDefaults[at] + 50)
      return refuse("rule_set.bad_weights",
                    name + " has a weight that is no multiple of 10 or over 50 from its default");
    if (kind.floors[at] > 10'000) return refuse("rule_set.bad_weights", name + " has a floor above 1");
  }
  if (sum != 1'000) return refuse("rule_set.bad_weights", name + "'s weights do not sum to 1,000");
  return {};
}

Status validateFields(const KindProfile& kind, const std::string& name) {
  for (const FieldSpec& spec : kind.fields) {
    if (spec.name.empty() || spec.fieldClass > FieldClass::kOptional || spec.type < ValueType::kQuantity ||
        spec.type > ValueType::kBool)
      return refuse("rule_set.malformed", name + " has a field without name, class or type");
    for (const RangeSpec& range : spec.ranges)
      if (!within(range.normal, range.plausible) || !within(range.plausible, range.physical))
        return refuse("rule_set.bad_range",
                      spec.name + " of " + name + " needs normal ⊂ plausible ⊂ physical");
  }
  return {};
}

Status validateKind(const KindProfile& kind) {
  const std::string name(wire::nameOf(kind.kind));
  if (name.empty()) return refuse("rule_set.malformed", "a kind of record is unknown");
  if (auto status = validateWeights(kind, name); !status) return status;
  if (auto status = validateFields(kind, name); !status) return status;
  if (kind.clock > ObservationClock::kBusinessDays || kind.retrievalBound.value <= 0 ||
      kind.approvalValidFor.value < 0 || kind.usableFor.value < 0)
    return refuse("rule_set.bad_bound", name + " has no clock or a bound that is not positive");
  for (const AgeBound& bound : kind.observationBounds)
    if (bound.bound.value < 0 || bound.spanDefault.value < 0 || bound.spanMost.value < 0 ||
        (bound.bound.value == 0 && bound.spanDefault.value == 0))
      return refuse("rule_set.bad_bound", name + " has an age bound that is not positive");
  for (const RuleUse& use : kind.rules) {
    if (!goodSeverity(use.severity)) return refuse("rule_set.bad_severity", use.rule + " is not 5, 3 or 1");
    const auto parameters = parameterCount(use.rule);
    if (!parameters || *parameters != use.parameters.size())
      return refuse("rule_set.unknown_rule",
                    "\"" + use.rule + "\" of " + name + " is not in this program, or has other parameters");
  }
  for (const ReferenceSpec& reference : kind.references)
    if (!goodSeverity(reference.severity) || reference.name.empty())
      return refuse("rule_set.bad_severity", "a reference of " + name + " is not 5, 3 or 1");
  if (!strictlySorted(kind.fields, &FieldSpec::name) || !strictlySorted(kind.rules, &RuleUse::rule) ||
      !strictlySorted(kind.references, &ReferenceSpec::name))
    return refuse("rule_set.bad_order", name + "'s fields, rules or references are not sorted and unique");
  return {};
}

}  // namespace

Digest RuleSet::digest() const {
  return crypto::taggedHash("aurigraph/rule-set/1", {encode(*this)});
}

const KindProfile* RuleSet::profile(wire::RecordKind kind) const {
  const auto at = std::ranges::lower_bound(kinds, kind, {}, &KindProfile::kind);
  return at != kinds.end() && at->kind == kind ? &*at : nullptr;
}

Bytes encode(const RuleSet& rules) {
  Writing io;
  io.part(RuleSet::kFormat);
  walk(io, rules);
  return io.out.take();
}

Result<RuleSet> decodeRuleSet(ByteView bytes) {
  Reading io{ByteReader(bytes)};
  RuleSet out;
  if (bytes.size() > kMaxBytes || io.in.integer<std::uint16_t>() != RuleSet::kFormat) io.in.markBad();
  walk(io, out);
  if (!io.in.finished()) return refuse("rule_set.malformed", "its bytes are not canonical");
  if (auto status = validate(out); !status) return propagate(status);
  return out;
}

Status validate(const RuleSet& rules) {
  const CapLimits& caps = rules.caps;
  const bool ordered = caps.z.value == 0 && caps.z < caps.v && caps.v < caps.x && caps.x < caps.r;
  // Whoever is capped must land in the band that the cap promises.
  if (!ordered || caps.x >= rules.reviewFrom || caps.r >= rules.acceptFrom ||
      rules.reviewFrom >= rules.acceptFrom || rules.acceptFrom.value > 1'000'000)
    return refuse("rule_set.bad_caps", "caps and bands must rise as Z < V < X < review < R < accept");
  const TransportPoints& points = rules.transport;
  for (const std::uint8_t tier : points.tier)
    if (points.allowedHost + points.pinnedKey + points.authenticatedSession + points.payloadSigned + tier >
        100)
      return refuse("rule_set.bad_weights", "transport points exceed 100");
  if (std::ranges::count(rules.fieldWeights, 0) != 0)
    return refuse("rule_set.bad_weights", "a field class weighs nothing");
  if (rules.futureTolerance.value < 0)
    return refuse("rule_set.bad_bound", "the future tolerance is negative");
  for (const QualityGrade& grade : rules.grades)
    if (grade.basisPoints > 10'000) return refuse("rule_set.bad_weights", "a quality grade is above 1");
  for (const KindProfile& kind : rules.kinds)
    if (auto status = validateKind(kind); !status) return status;
  if (!strictlySorted(rules.kinds, &KindProfile::kind) || !strictlySorted(rules.grades, &QualityGrade::code))
    return refuse("rule_set.bad_order", "its kinds or grades are not sorted and unique");
  return {};
}

}  // namespace aurigraph::quality
