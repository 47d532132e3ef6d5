#include "ui/wizard/flow/draft.h"

#include <array>
#include <boost/json/serialize.hpp>
#include <limits>

#include "ui/wizard/flow/strict_json.h"

namespace aurigraph::issuance {
namespace {

constexpr std::uint64_t kWithoutEnd = 1;  // That format knew no end of approvals.
constexpr std::uint64_t kMaxU64 = std::numeric_limits<std::uint64_t>::max();
constexpr std::array<std::string_view, kStepCount> kSteps = {"template", "asset",    "terms",  "documents",
                                                             "approval", "precheck", "review", "submitted"};
constexpr std::array<std::string_view, 7> kStates = {"none",      "registering", "registered", "issuing",
                                                     "committed", "final",       "refused"};

template <class Value, std::size_t kSize>
Value readName(const std::array<std::string_view, kSize>& names, const std::string& name, StrictJson& json) {
  for (std::size_t at = 0; at < kSize; ++at)
    if (names[at] == name) return static_cast<Value>(at);
  json.refuse("'" + name + "' is not known");
  return Value{};
}

boost::json::value hexOrEmpty(const Digest& digest) {
  return boost::json::value(digest.isZero() ? std::string() : toHex(digest.view()));
}
Digest readHexOrEmpty(StrictJson& json, const boost::json::object& from, std::string_view key) {
  const std::string hex = json.text(from, key, Digest::kSizeBytes * 2);
  return hex.empty() ? Digest{} : json.fixedOf<Digest>(hex, key);
}

boost::json::array write(const std::vector<LedgerReason>& reasons) {
  boost::json::array out;
  for (const auto& reason : reasons)
    out.push_back(boost::json::object{{"word", reason.code},
                                      {"message", reason.message},
                                      {"remedy", reason.remedy},
                                      {"parameter", reason.parameter}});
  return out;
}
std::vector<LedgerReason> readReasons(StrictJson& json, const boost::json::object& from,
                                      std::string_view key) {
  std::vector<LedgerReason> out;
  for (const auto& item : json.list(from, key, kMaxReasons)) {
    const auto reason = json.objectItem(item, key);
    out.push_back({json.text(reason, "word", kMaxTypedBytes), json.text(reason, "message", kMaxTypedBytes),
                   json.text(reason, "remedy", kMaxTypedBytes),
                   json.text(reason, "parameter", kMaxTypedBytes)});
  }
  return out;
}

boost::json::object write(const Tracker& tracker) {
  return {{"state", nameOf(tracker.state)},
          {"register_batch", hexOrEmpty(tracker.registerBatch)},
          {"issue_batch", hexOrEmpty(tracker.issueBatch)},
          {"registered_at", tracker.registeredAt.value},
          {"committed_at", tracker.committedAt.value},
          {"certified_at", tracker.certifiedAt.value},
          {"why", write(tracker.why)}};
}
Tracker readTracker(StrictJson& json, const boost::json::object& from) {
  Tracker out;
  out.state = readName<TrackerState>(kStates, json.text(from, "state", 16), json);
  out.registerBatch = readHexOrEmpty(json, from, "register_batch");
  out.issueBatch = readHexOrEmpty(json, from, "issue_batch");
  out.registeredAt = Height(json.number(from, "registered_at", kMaxU64));
  out.committedAt = Height(json.number(from, "committed_at", kMaxU64));
  out.certifiedAt = Height(json.number(from, "certified_at", kMaxU64));
  out.why = readReasons(json, from, "why");
  return out;
}

boost::json::value write(const std::optional<Precheck>& precheck) {
  if (!precheck) return nullptr;
  return boost::json::object{{"of", toHex(precheck->of.view())},
                             {"height", precheck->height.value},
                             {"reasons", write(precheck->reasons)}};
}

void readLists(StrictJson& json, const boost::json::object& top, Draft& out) {
  for (const auto& item : json.list(top, "records", wire::kMaxRecordsPerAsset))
    out.records.push_back(
        json.fixedOf<Digest>(json.textItem(item, "records", Digest::kSizeBytes * 2), "records"));
  const auto terms = json.object(top, "terms");
  if (terms.size() > kMaxTermFields) json.refuse("field 'terms' has too many entries");
  for (const auto& [key, value] : terms) out.terms.emplace(key, json.textItem(value, key, kMaxTypedBytes));
  for (const auto& item : json.list(top, "serials", wire::kMaxSerialRanges)) {
    const auto from = json.objectItem(item, "serials");
    out.serials.push_back(
        {json.text(from, "registry", kMaxTypedBytes), json.text(from, "series", kMaxTypedBytes),
         json.text(from, "first", kMaxTypedBytes), json.text(from, "last", kMaxTypedBytes)});
  }
  for (const auto& item : json.list(top, "documents", wire::kMaxDocumentsPerAsset)) {
    const auto from = json.objectItem(item, "documents");
    out.documents.push_back({json.text(from, "type", kMaxTypedBytes), json.text(from, "name", kMaxTypedBytes),
                             json.fixed<Digest>(from, "sha256"), json.number(from, "size_bytes", kMaxU64)});
  }
  for (const auto& item : json.list(top, "approvals", kMaxApprovals)) {
    const auto from = json.objectItem(item, "approvals");
    out.approvals.push_back(
        {json.fixed<PublicKey>(from, "approver"), json.fixed<Signature>(from, "signature")});
  }
}

std::string writtenAs(std::uint64_t format, const Draft& draft) {
  boost::json::array records;
  for (const auto& id : draft.records) records.emplace_back(toHex(id.view()));
  boost::json::object terms;
  for (const auto& [key, text] : draft.terms) terms.emplace(key, text);
  boost::json::array serials;
  for (const auto& range : draft.serials)
    serials.push_back(boost::json::object{{"registry", range.registry},
                                          {"series", range.series},
                                          {"first", range.first},
                                          {"last", range.last}});
  boost::json::array documents;
  for (const auto& document : draft.documents)
    documents.push_back(boost::json::object{{"type", document.type},
                                            {"name", document.name},
                                            {"sha256", toHex(document.sha256.view())},
                                            {"size_bytes", document.sizeBytes}});
  boost::json::array approvals;
  for (const auto& approval : draft.approvals)
    approvals.push_back(boost::json::object{{"approver", toHex(approval.approver.view())},
                                            {"signature", toHex(approval.signature.view())}});
  boost::json::object out{{"format", format},
                          {"step", nameOf(draft.step)},
                          {"furthest", nameOf(draft.furthest)},
                          {"template", draft.templateName},
                          {"asset_key", draft.assetKey},
                          {"asset_name", draft.assetName},
                          {"records", std::move(records)},
                          {"asset", draft.asset.value},
                          {"terms", std::move(terms)},
                          {"serials", std::move(serials)},
                          {"documents", std::move(documents)}};
  if (format != kWithoutEnd) out.emplace("approvals_until", std::to_string(draft.approvalsUntil.value));
  out.emplace("approvals", std::move(approvals));
  out.emplace("precheck", write(draft.precheck));
  out.emplace("tracker", write(draft.tracker));
  return boost::json::serialize(out);
}

}  // namespace

std::string_view nameOf(Step step) {
  return kSteps[static_cast<std::size_t>(step)];
}
std::string_view nameOf(TrackerState state) {
  return kStates[static_cast<std::size_t>(state)];
}

const std::string& Draft::term(const std::string& key) const {
  static const std::string kNothing;
  const auto at = terms.find(key);
  return at == terms.end() ? kNothing : at->second;
}

std::string toJson(const Draft& draft) {
  return writtenAs(Draft::kFormat, draft);
}

Result<Draft> draftFromJson(std::string_view text) {
  StrictJson json;
  const auto top = StrictJson::parse(text, kMaxDraftBytes, json);
  const auto format = json.number(top, "format", kMaxU64);
  if (json.ok() && format > Draft::kFormat)
    return fail("draft.newer_format", "The draft was written by a newer version of this program.",
                "Open it with that version.");
  if (json.ok() && format == 0) json.refuse("field 'format' is 0");
  Draft out;
  out.step = readName<Step>(kSteps, json.text(top, "step", 16), json);
  out.furthest = readName<Step>(kSteps, json.text(top, "furthest", 16), json);
  out.templateName = json.text(top, "template", kMaxTypedBytes);
  out.assetKey = json.text(top, "asset_key", kMaxTypedBytes);
  out.assetName = json.text(top, "asset_name", kMaxTypedBytes);
  out.asset = AssetId(json.number(top, "asset", kMaxU64));
  readLists(json, top, out);
  if (format != kWithoutEnd) out.approvalsUntil = json.time(top, "approvals_until");
  if (const auto* precheck = top.if_contains("precheck"); precheck != nullptr && !precheck->is_null()) {
    const auto from = json.objectItem(*precheck, "precheck");
    out.precheck = Precheck{json.fixed<Digest>(from, "of"), Height(json.number(from, "height", kMaxU64)),
                            readReasons(json, from, "reasons")};
  }
  out.tracker = readTracker(json, json.object(top, "tracker"));
  // What does not come back byte for byte has keys that nobody reads, keys twice, or another order.
  if (json.ok() && writtenAs(format, out) != text)
    json.refuse("it is not in the form in which drafts are written");
  if (!json.ok())
    return fail("draft.malformed", "The draft cannot be read: " + json.problem() + ".",
                "Nothing of it was used; start a new one or restore the file.");
  // They were signed without author and end: no ledger takes them any more.
  if (format == kWithoutEnd) out.approvals.clear();
  return out;
}

}  // namespace aurigraph::issuance
