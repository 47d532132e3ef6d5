#include <algorithm>

#include "app/sim/audit/model.h"
#include "app/sim/audit/texts.h"

// Of which sources records are taken, and what their scores count with beside them (core/wire/source_terms.h,
// fact.h, commands/adopt_source.h, pause_source.h, resume_source.h, adopt_fact.h).

namespace aurigraph::audit {
namespace {

constexpr std::int64_t kHour = 3'600LL * 1'000'000'000;
constexpr I128 kMonth = I128{30 * 24} * kHour;

/// "a", "nws", "hm-land-registry": words of small letters and digits with one hyphen between two.
bool isName(const std::string& text) {
  if (text.empty() || text.size() > 64 || text.front() == '-' || text.back() == '-') return false;
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos &&
         text.find("--") == std::string::npos;
}

bool sound(const wire::SourceTerms& terms) {
  if (!isName(terms.name) || !isName(terms.provider)) return false;
  if (terms.kinds.empty() || terms.recordsPerHour == 0) return false;
  if (terms.origin == wire::Origin::kReplayed) return false;
  return !terms.host.empty() || terms.pins.empty();
}

/// Risk and compliance; and nobody was made for it today.
NeededWords neededToAdopt() {
  return {.of = {wire::Permission::kEndorseRisk, wire::Permission::kEndorseCompliance},
          .fromKnownPeople = true};
}

/// Three days by one person's word; by two until it is resumed.
Nanoseconds pauseEnd(bool alone, Nanoseconds time) {
  return alone ? Nanoseconds(time.value + 72 * kHour) : Nanoseconds(INT64_MAX);
}

}  // namespace

std::uint32_t Source::recordsInHour(Nanoseconds time) const {
  return I128{time.value} - hourSince.value < kHour ? records : 0;
}

void Model::judgeSource(const std::string& name, wire::RecordKind kind, Nanoseconds time,
                        ExpectedOutcome& out) const {
  const auto found = sources.find(name);
  if (found == sources.end()) {
    out.refuse(ReasonCode::kSourceUnknown);
    return;
  }
  const Source& source = found->second;
  const auto& kinds = source.terms.kinds;
  out.refuseIf(time < source.pausedUntil, ReasonCode::kSourcePaused);
  out.refuseIf(std::ranges::find(kinds, kind) == kinds.end(), ReasonCode::kSourceKind);
  out.refuseIf(source.recordsInHour(time) >= source.terms.recordsPerHour, ReasonCode::kSourceBudget);
}

void Model::countRecord(const std::string& source, Nanoseconds time) {
  Source& from = sources.at(source);
  if (from.recordsInHour(time) == 0) {
    from.hourSince = time;
    from.records = 0;
  }
  ++from.records;
}

template <>
ExpectedOutcome Model::expectedOf(const wire::AdoptSource& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kManageSources, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!sound(command.terms), ReasonCode::kMandatoryFieldBad);
  const bool simulated = command.terms.origin == wire::Origin::kSimulated;
  out.refuseIf(simulated != genesis.simulated || command.terms.origin == wire::Origin::kReplayed,
               ReasonCode::kSourceOrigin);
  const auto known = sources.find(command.terms.name);
  out.refuseIf(known != sources.end() && known->second.terms == command.terms, ReasonCode::kSourceStands);
  out.refuseIf(known == sources.end() && sources.size() >= policy.sourcesMost, ReasonCode::kStateFull);
  judgeApprovals(command, neededToAdopt(), when, out);
  return out;
}

template <>
void Model::carryOut(const wire::AdoptSource& command, const Circumstances& when) {
  Source& source = sources[command.terms.name];
  source.terms = command.terms;
  ++source.version;
  told.emplace_back(wire::SourceAdopted{command.terms, source.version, when.author});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::PauseSource& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kPauseSources, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(blank(command.reason), ReasonCode::kMandatoryFieldBad);
  out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  const auto found = sources.find(command.source);
  out.refuseIf(found == sources.end(), ReasonCode::kSourceUnknown);
  if (alone(command, when)) {
    out.refuseIf(found != sources.end() && I128{when.time.value} - found->second.pausedAt.value < kMonth,
                 ReasonCode::kSourcePausedLately);
  } else {
    judgeApprovals(command, {.of = {wire::Permission::kEndorseRisk}}, when, out);
  }
  // A pause that changes nothing blames its author for another's.
  out.refuseIf(found != sources.end() && when.time < found->second.pausedUntil &&
                   pauseEnd(alone(command, when), when.time) <= found->second.pausedUntil,
               ReasonCode::kSourcePaused);
  return out;
}

template <>
void Model::carryOut(const wire::PauseSource& command, const Circumstances& when) {
  Source& source = sources.at(command.source);
  source.pausedUntil = pauseEnd(alone(command, when), when.time);
  if (alone(command, when)) source.pausedAt = when.time;
  source.pausedBy = when.author;
  told.emplace_back(wire::SourcePaused{command.source, source.pausedUntil, when.author, command.reason});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::ResumeSource& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kPauseSources, when.time),
               ReasonCode::kPermissionMissing);
  const auto found = sources.find(command.source);
  out.refuseIf(found == sources.end(), ReasonCode::kSourceUnknown);
  out.refuseIf(found != sources.end() && when.time >= found->second.pausedUntil,
               ReasonCode::kSourceNotPaused);
  judgeApprovals(command, {.of = {wire::Permission::kEndorseRisk}, .fromKnownPeople = true}, when, out);
  return out;
}

template <>
void Model::carryOut(const wire::ResumeSource& command, const Circumstances& when) {
  sources.at(command.source).pausedUntil = when.time;
  told.emplace_back(wire::SourceResumed{command.source, when.author});
}

// ---- facts ----

std::optional<wire::FieldValue> meaningOf(wire::FactName name, const std::string& value) {
  if (name == wire::FactName::kSpvOwnerHash) {
    if (value.size() != 64 || value.find_first_not_of("0123456789abcdef") != std::string::npos)
      return std::nullopt;
    return wire::FieldValue(*fixedFromHex<Digest>(value));
  }
  if (value != "yes" && value != "no") return std::nullopt;
  return wire::FieldValue(value == "yes");
}

template <>
ExpectedOutcome Model::expectedOf(const wire::AdoptFact& command, const Circumstances& when) const {
  ExpectedOutcome out;
  const auto& [object, name, value] = command.fact;
  out.refuseIf(!allows(when.author, wire::Permission::kManageSources, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!value.empty() && !meaningOf(name, value), ReasonCode::kFactBad);
  out.refuseIf(object.find_first_of("\t\n") != std::string::npos, ReasonCode::kFactBad);
  out.refuseIf(!object.empty() && (object.front() == ' ' || object.back() == ' '), ReasonCode::kFactBad);
  // A stop of all there is is nobody's order.
  out.refuseIf(name == wire::FactName::kAssetStopped && object.empty(), ReasonCode::kFactBad);
  const auto known = facts.find({object, name});
  const std::string standing = known == facts.end() ? std::string() : known->second.value;
  out.refuseIf(value == standing, ReasonCode::kFactStands);
  out.refuseIf(known == facts.end() && facts.size() >= policy.factsMost, ReasonCode::kStateFull);
  judgeApprovals(command, neededToAdopt(), when, out);
  return out;
}

template <>
void Model::carryOut(const wire::AdoptFact& command, const Circumstances& when) {
  AdoptedFact& fact = facts[{command.fact.assetKey, command.fact.name}];
  fact.value = command.fact.value;
  ++fact.version;
  told.emplace_back(wire::FactAdopted{command.fact, fact.version, when.author});
}

}  // namespace aurigraph::audit
