// IssuanceFlow: what is typed and what there is to choose. The way and what comes out: issuance_flow.cpp.

#include <algorithm>
#include <set>

#include "core/base/time_text.h"
#include "core/crypto/sha256.h"
#include "core/wire/text.h"
#include "ui/wizard/flow/issuance_flow.h"

namespace aurigraph::issuance {
namespace {

constexpr std::int64_t kSecondsPerHour = 3'600;

bool isTakable(std::string_view text) {
  return text.size() <= kMaxTypedBytes && wire::isCleanText(text);
}

Status textRefused() {
  return fail("issuance.text_refused",
              "The text has characters that no ledger field takes, or is far too long.",
              "Type it by hand or paste less of it.");
}
Status noSuchItem() {
  return fail("issuance.no_such_item", "There is no such field or entry in this draft.",
              "Open the draft again.");
}
Status listFull(std::size_t max) {
  return fail("issuance.list_full", "The list takes at most " + std::to_string(max) + " entries.",
              "Remove one first.");
}

bool areTakable(const DraftSerial& serial) {
  return isTakable(serial.registry) && isTakable(serial.series) && isTakable(serial.first) &&
         isTakable(serial.last);
}
bool areTakable(const DraftDocument& document) {
  return isTakable(document.type) && isTakable(document.name);
}

template <class Item>
Status addTo(std::vector<Item>& list, Item item, std::size_t max) {
  if (!areTakable(item)) return textRefused();
  if (list.size() >= max) return listFull(max);
  list.push_back(std::move(item));
  return {};
}
template <class Item>
Status setIn(std::vector<Item>& list, std::size_t at, Item item) {
  if (at >= list.size()) return noSuchItem();
  if (!areTakable(item)) return textRefused();
  list[at] = std::move(item);
  return {};
}
template <class Item>
Status removeFrom(std::vector<Item>& list, std::size_t at) {
  if (at >= list.size()) return noSuchItem();
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
  return {};
}

bool isKindOf(const TemplateNeed& need, const KnownRecord& record) {
  return std::ranges::find(need.anyOf, record.kind) != need.anyOf.end();
}

std::string filledIn(std::string text, std::string_view mark, std::string_view value) {
  if (const auto at = text.find(mark); at != std::string::npos) text.replace(at, mark.size(), value);
  return text;
}

/// At most that many bytes, and no half character.
std::string clipped(std::string text, std::size_t maxBytes) {
  if (text.size() <= maxBytes) return text;
  while (maxBytes > 0 && (static_cast<std::uint8_t>(text[maxBytes]) & 0xC0U) == 0x80U) --maxBytes;
  text.resize(maxBytes);
  return text;
}

}  // namespace

bool IssuanceFlow::isLocked(Step step) const {
  const Tracker& tracker = draft_.tracker;
  switch (tracker.state) {
    case TrackerState::kIssuing:
    case TrackerState::kCommitted:
    case TrackerState::kFinal:
      return true;
    default:
      break;
  }
  const bool ofAsset = step == Step::kTemplate || step == Step::kAsset || step == Step::kDocuments;
  return ofAsset && (tracker.state == TrackerState::kRegistering || tracker.registeredAt != Height(0));
}

Status IssuanceFlow::editable(Step step) const {
  if (!isLocked(step)) return {};
  return fail("issuance.locked", "This is on the ledger and cannot be changed any more.",
              "Start another issue for other values.");
}

Status IssuanceFlow::chooseTemplate(const std::string& name) {
  if (auto may = editable(Step::kTemplate); !may) return may;
  auto loaded = loadTemplate(name);
  if (!loaded) return propagate(loaded);
  template_ = std::move(*loaded);
  draft_.templateName = name;
  return {};
}

Status IssuanceFlow::setAssetKey(std::string key) {
  if (auto may = editable(Step::kAsset); !may) return may;
  if (!isTakable(key)) return textRefused();
  draft_.assetKey = std::move(key);
  draft_.asset = AssetId(0);
  return {};
}

Status IssuanceFlow::setAssetName(std::string name) {
  if (auto may = editable(Step::kAsset); !may) return may;
  if (!isTakable(name)) return textRefused();
  draft_.assetName = std::move(name);
  return {};
}

Status IssuanceFlow::setRecords(std::vector<Digest> records) {
  if (auto may = editable(Step::kAsset); !may) return may;
  if (records.size() > wire::kMaxRecordsPerAsset) return listFull(wire::kMaxRecordsPerAsset);
  if (std::set<Digest>(records.begin(), records.end()).size() != records.size()) return noSuchItem();
  draft_.records = std::move(records);
  return {};
}

Status IssuanceFlow::useAsset(AssetId asset) {
  if (auto may = editable(Step::kAsset); !may) return may;
  const KnownAsset* known = context_.asset(asset);
  if (known == nullptr && asset != AssetId(0)) return noSuchItem();
  draft_.asset = asset;
  draft_.assetKey = known == nullptr ? std::string() : known->assetKey;
  draft_.assetName = known == nullptr ? std::string() : known->name;
  draft_.records = known == nullptr ? std::vector<Digest>() : known->records;
  return {};
}

Status IssuanceFlow::setTerm(const std::string& key, std::string text) {
  if (auto may = editable(Step::kTerms); !may) return may;
  if (!template_ || template_->field(key) == nullptr) return noSuchItem();
  if (!isTakable(text)) return textRefused();
  draft_.terms[key] = std::move(text);
  return {};
}

Status IssuanceFlow::addSerial(DraftSerial serial) {
  if (auto may = editable(Step::kTerms); !may) return may;
  return addTo(draft_.serials, std::move(serial), wire::kMaxSerialRanges);
}
Status IssuanceFlow::setSerial(std::size_t at, DraftSerial serial) {
  if (auto may = editable(Step::kTerms); !may) return may;
  return setIn(draft_.serials, at, std::move(serial));
}
Status IssuanceFlow::removeSerial(std::size_t at) {
  if (auto may = editable(Step::kTerms); !may) return may;
  return removeFrom(draft_.serials, at);
}

Status IssuanceFlow::addDocument(DraftDocument document) {
  if (auto may = editable(Step::kDocuments); !may) return may;
  return addTo(draft_.documents, std::move(document), wire::kMaxDocumentsPerAsset);
}
Status IssuanceFlow::setDocument(std::size_t at, DraftDocument document) {
  if (auto may = editable(Step::kDocuments); !may) return may;
  return setIn(draft_.documents, at, std::move(document));
}
Status IssuanceFlow::removeDocument(std::size_t at) {
  if (auto may = editable(Step::kDocuments); !may) return may;
  return removeFrom(draft_.documents, at);
}

Status IssuanceFlow::askForApproval() {
  if (auto may = editable(Step::kApproval); !may) return may;
  if (const auto issue = issueToken(); !issue) return propagate(issue);
  if (context_.now == Nanoseconds())
    return fail("issuance.no_time", "The cluster has not said yet what time it is.",
                "Connect to it, and try again in a moment.");
  const std::int64_t seconds = context_.now.value / kNanosPerSecond + kRequestHours * kSecondsPerHour;
  const Nanoseconds until(seconds * kNanosPerSecond);
  if (until == draft_.approvalsUntil) return {};
  draft_.approvalsUntil = until;
  draft_.approvals.clear();
  return {};
}

Status IssuanceFlow::addApproval(const ApprovalAnswer& answer) {
  if (auto may = editable(Step::kApproval); !may) return may;
  const auto request = approvalRequest();
  if (!request) return propagate(request);
  const wire::Approval& approval = answer.approval;
  if (answer.author != request->author)
    return fail("approval.other_author", "The approval is good for an issue of somebody else.",
                "Have your own request approved, and import the answer to it.");
  if (approval.approver == context_.author)
    return fail("approval.own", "An issuer cannot approve their own issue.",
                "Ask another person to approve.");
  if (answer.until != request->until())
    return fail("approval.other_request",
                "The approval is of another request: good until " + timeText(answer.until) +
                    ", while the newest is good until " + timeText(request->until()) + ".",
                "Export the newest request and have exactly that approved.");
  if (approvalEnded())
    return fail("approval.ended", "The request was good until " + timeText(request->until()) + ".",
                "Ask again, and have the new request approved.");
  if (!approvalFits(approval, request->digest()))
    return fail("approval.other_terms", "The approval is for other terms or for another cluster.",
                "Export the request again and have exactly that approved.");
  std::erase_if(draft_.approvals,
                [&](const wire::Approval& old) { return old.approver == approval.approver; });
  if (draft_.approvals.size() >= kMaxApprovals) return listFull(kMaxApprovals);
  draft_.approvals.push_back(approval);
  return {};
}

Status IssuanceFlow::removeApproval(const PublicKey& approver) {
  if (auto may = editable(Step::kApproval); !may) return may;
  const auto removed = std::erase_if(
      draft_.approvals, [&](const wire::Approval& approval) { return approval.approver == approver; });
  return removed == 0 ? noSuchItem() : Status();
}

// ---- what there is to choose ----

std::vector<std::string> IssuanceFlow::assetKeys() const {
  std::set<std::string> out;
  if (!template_ || template_->needs.empty()) return {};
  for (const KnownRecord& record : context_.records)
    if (record.category == template_->category && isKindOf(template_->needs.front(), record) &&
        record.isUsable(context_.now) && !record.registered && !record.assetKey.empty() &&
        context_.assetKeyed(record.assetKey) == nullptr)
      out.insert(record.assetKey);
  return {out.begin(), out.end()};
}

std::vector<const KnownRecord*> IssuanceFlow::recordsFor(const std::string& assetKey) const {
  std::vector<const KnownRecord*> out;
  if (!template_) return out;
  const bool byKey = template_->assetTemplate == wire::AssetTemplate::kProperty;
  for (const KnownRecord& record : context_.records) {
    const bool same = record.assetKey == assetKey || record.assetKey.starts_with(assetKey + ":");
    if (record.category == template_->category && record.isUsable(context_.now) && !record.registered &&
        (same || !byKey))
      out.push_back(&record);
  }
  std::ranges::stable_sort(out, {}, [&](const KnownRecord* record) {
    return std::pair(record->assetKey != assetKey, record->ageSeconds);
  });
  return out;
}

std::vector<Digest> IssuanceFlow::suggestedRecords(const std::string& assetKey) const {
  std::vector<const KnownRecord*> picked;
  if (!template_) return {};
  const auto candidates = recordsFor(assetKey);
  for (const TemplateNeed& need : template_->needs) {
    if (std::ranges::any_of(picked, [&](const KnownRecord* record) { return isKindOf(need, *record); }))
      continue;
    const auto sameProject = [&](const KnownRecord* record) {
      return record->project.empty() || std::ranges::all_of(picked, [&](const KnownRecord* other) {
               return other->project.empty() || other->project == record->project;
             });
    };
    const auto at = std::ranges::find_if(candidates, [&](const KnownRecord* record) {
      return isKindOf(need, *record) && sameProject(record);
    });
    if (at != candidates.end()) picked.push_back(*at);
  }
  std::vector<Digest> out;
  for (const KnownRecord* record : picked) out.push_back(record->id);
  return out;
}

/// The first key whose records meet every need; the first at all where none does.
void IssuanceFlow::chooseExampleAsset() {
  const auto keys = assetKeys();
  const auto complete = [this](const std::string& key) {
    Draft trial = draft_;
    trial.assetKey = trial.assetName = key;
    trial.records = suggestedRecords(key);
    return !anyError(checkAsset(trial, chosenTemplate(), context_));
  };
  auto at = std::ranges::find_if(keys, complete);
  if (at == keys.end()) at = keys.begin();
  if (at == keys.end()) return;
  draft_.assetKey = *at;
  draft_.records = suggestedRecords(*at);
}

/// As much of the asset's block as the supply asks for, or all of it.
void IssuanceFlow::addExampleSerials() {
  for (const Digest& id : draft_.records) {
    const KnownRecord* block = context_.record(id);
    if (block == nullptr || !block->serials) continue;
    const wire::SerialRange& all = *block->serials;
    const auto wanted = parseU128(draft_.term("supply"));
    const bool part = wanted && *wanted > 0 && *wanted <= static_cast<U128>(all.last) - all.first;
    const std::uint64_t last = part ? all.first + static_cast<std::uint64_t>(*wanted) - 1 : all.last;
    draft_.serials.push_back({all.registry, all.series, std::to_string(all.first), std::to_string(last)});
    draft_.terms["supply"] = toText(static_cast<U128>(last) - all.first + 1);
    return;
  }
}

Status IssuanceFlow::fillWithExample(std::string_view number) {
  if (!context_.simulated)
    return fail("issuance.not_simulated", "Examples are for simulated clusters only.",
                "Type the real values of your asset.");
  if (!template_) return fail("issuance.no_template", "No template is chosen yet.", "Choose one first.");
  if (auto may = editable(Step::kAsset); !may) return may;
  if (draft_.assetKey.empty()) chooseExampleAsset();
  if (draft_.assetName.empty()) draft_.assetName = clipped(draft_.assetKey, wire::kMaxAssetNameBytes);
  for (const TemplateField& field : template_->fields) {
    if (field.kind == FieldKind::kSerials) continue;
    std::string& text = draft_.terms[field.key];
    if (!text.empty()) continue;
    text = clipped(filledIn(filledIn(field.example, "{n}", number), "{asset}", draft_.assetName),
                   wire::kMaxNameBytes);
  }
  if (template_->field("serials") != nullptr && draft_.serials.empty()) addExampleSerials();
  if (draft_.documents.empty() && needsRegistration())
    for (const TemplateDocument& wanted : template_->documents) {
      const std::string text = "Example of a " + wanted.type + " for " + draft_.assetKey + "\n";
      draft_.documents.push_back(
          {wanted.type, "example-" + wanted.type + ".txt", crypto::sha256(asBytes(text)), text.size()});
    }
  return {};
}

}  // namespace aurigraph::issuance
