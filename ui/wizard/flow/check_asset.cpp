#include <algorithm>
#include <set>

#include "ui/wizard/flow/issue.h"

namespace aurigraph::issuance {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::uint64_t kBytesPerMegabyte = 1'000'000;

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// Collects the issues of one step.
class Finder {
 public:
  explicit Finder(Step step) : step_(step) {}

  void error(std::string field, const std::string& code, Parameters parameters = {}) {
    add(std::move(field), code, std::move(parameters), Severity::kError);
  }
  void warn(std::string field, const std::string& code, Parameters parameters = {}) {
    add(std::move(field), code, std::move(parameters), Severity::kWarning);
  }
  Issues take() { return std::move(found_); }

 private:
  void add(std::string field, const std::string& code, Parameters parameters, Severity severity) {
    found_.push_back(
        {step_, std::move(field), code, "issuance.issue." + code, std::move(parameters), severity});
  }

  Step step_;
  Issues found_;
};

void checkName(Finder& find, const std::string& field, const std::string& text, std::size_t maxBytes) {
  if (text.empty())
    find.error(field, "field.missing");
  else if (!isOneLine(text))
    find.error(field, "field.not_one_line");
  else if (text.size() > maxBytes)
    find.error(field, "field.too_long", {{"max", std::to_string(maxBytes)}});
}

bool isOfAsset(const KnownRecord& record, const std::string& key) {
  return record.assetKey == key || record.assetKey.starts_with(key + ":");
}

void checkRecord(Finder& find, const Draft& draft, const IssuanceTemplate& from,
                 const IssuanceContext& context, const Digest& id) {
  const Parameters which = {{"record", toHex(id.view())}};
  const KnownRecord* record = context.record(id);
  if (record == nullptr) {
    find.error("records", "records.unknown", which);
    return;
  }
  Parameters what = {{"record", toHex(id.view())}, {"kind", record->kind}};
  if (record->category != from.category) find.error("records", "records.wrong_category", what);
  if (!record->isUsable(context.now)) find.error("records", "records.not_usable", what);
  if (from.assetTemplate == wire::AssetTemplate::kProperty && !isOfAsset(*record, draft.assetKey))
    find.error("records", "records.other_asset", what);
  if (record->registered && draft.asset == AssetId(0)) find.error("records", "records.in_use", what);
  const TemplatePolicy* age = from.policy("record_age");
  if (age != nullptr && age->record == record->kind && record->ageSeconds > age->value * kSecondsPerDay) {
    what.emplace_back("days", std::to_string(record->ageSeconds / kSecondsPerDay));
    what.emplace_back("max", std::to_string(age->value));
    find.warn("records", "policy.record_age", what);
  }
}

void checkNeeds(Finder& find, const Draft& draft, const IssuanceTemplate& from,
                const IssuanceContext& context) {
  for (const TemplateNeed& need : from.needs) {
    const bool met = std::ranges::any_of(draft.records, [&](const Digest& id) {
      const KnownRecord* record = context.record(id);
      return record != nullptr && std::ranges::find(need.anyOf, record->kind) != need.anyOf.end();
    });
    if (!met) find.error("records", "records.missing", {{"kind", need.anyOf.front()}, {"help", need.help}});
  }
}

/// An asset that somebody registered before: only whether it can carry this issue.
void checkRegistered(Finder& find, const Draft& draft, const IssuanceTemplate& from,
                     const IssuanceContext& context) {
  const KnownAsset* asset = context.asset(draft.asset);
  if (asset == nullptr) return;  // Just registered, and not in the lists yet.
  if (asset->assetTemplate != from.assetTemplate) find.error("asset_key", "asset.other_template");
  if (!asset->mine) find.error("asset_key", "asset.not_mine");
  if (asset->tokenized) find.error("asset_key", "asset.has_token");
}

}  // namespace

Issues checkAsset(const Draft& draft, const IssuanceTemplate* from, const IssuanceContext& context) {
  Finder find(Step::kAsset);
  checkName(find, "asset_key", draft.assetKey, wire::kMaxAssetKeyBytes);
  if (from == nullptr) return find.take();
  if (draft.asset != AssetId(0)) {
    // Of a submitted one the tracker speaks.
    if (draft.tracker.state < TrackerState::kIssuing || draft.tracker.state == TrackerState::kRefused)
      checkRegistered(find, draft, *from, context);
    return find.take();
  }
  checkName(find, "asset_name", draft.assetName, wire::kMaxAssetNameBytes);
  if (context.assetKeyed(draft.assetKey) != nullptr) find.error("asset_key", "asset.exists");
  if (draft.records.size() > wire::kMaxRecordsPerAsset)
    find.error("records", "records.too_many", {{"max", std::to_string(wire::kMaxRecordsPerAsset)}});
  checkNeeds(find, draft, *from, context);
  for (const Digest& id : draft.records) checkRecord(find, draft, *from, context, id);
  return find.take();
}

Issues checkDocuments(const Draft& draft, const IssuanceTemplate* from) {
  Finder find(Step::kDocuments);
  if (from == nullptr) return {};
  for (const TemplateDocument& wanted : from->documents)
    if (wanted.required &&
        std::ranges::find(draft.documents, wanted.type, &DraftDocument::type) == draft.documents.end())
      find.error("documents", "documents.missing", {{"type", wanted.type}, {"help", wanted.help}});
  if (draft.documents.size() > wire::kMaxDocumentsPerAsset)
    find.error("documents", "documents.too_many", {{"max", std::to_string(wire::kMaxDocumentsPerAsset)}});
  const TemplatePolicy* size = from->policy("document_size");
  std::set<Digest> seen;
  for (std::size_t at = 0; at < draft.documents.size(); ++at) {
    const DraftDocument& document = draft.documents[at];
    const std::string field = "documents[" + std::to_string(at) + "]";
    checkName(find, field + ".type", document.type, wire::kMaxDocumentTypeBytes);
    if (document.sha256.isZero()) find.error(field + ".sha256", "documents.no_digest");
    if (document.sizeBytes == 0) find.error(field + ".name", "documents.empty", {{"name", document.name}});
    if (!document.sha256.isZero() && !seen.insert(document.sha256).second)
      find.error(field + ".name", "documents.twice", {{"name", document.name}});
    if (size != nullptr && document.sizeBytes > static_cast<std::uint64_t>(size->value) * kBytesPerMegabyte)
      find.warn(field + ".name", "policy.document_size",
                {{"name", document.name}, {"max", std::to_string(size->value)}});
  }
  return find.take();
}

}  // namespace aurigraph::issuance
