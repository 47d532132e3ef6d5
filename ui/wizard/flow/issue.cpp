#include "ui/wizard/flow/issue.h"

#include <algorithm>
#include <array>

#include "core/wire/text.h"

namespace aurigraph::issuance {
namespace {

struct Place {
  std::string_view code;
  Step step;
  std::string_view field;
};

// Where a person can do something about the ledger's reason.
constexpr std::array<Place, 28> kPlaces = {{
    {"token.symbol_taken", Step::kTerms, "symbol"},
    {"mint.serial_count", Step::kTerms, "supply"},
    {"mint.serial_overlap", Step::kTerms, "serials"},
    {"mint.serial_unproven", Step::kTerms, "serials"},
    {"operation.field_bad", Step::kTerms, "symbol"},
    {"operation.malformed", Step::kTerms, "symbol"},
    {"mint.record_missing", Step::kAsset, "records"},
    {"record.not_usable", Step::kAsset, "records"},
    {"record.stale", Step::kAsset, "records"},
    {"record.unknown", Step::kAsset, "records"},
    {"record.wrong_kind", Step::kAsset, "records"},
    {"record.other_asset", Step::kAsset, "records"},
    {"record.in_use", Step::kAsset, "records"},
    {"record.submitter_is_issuer", Step::kAsset, "records"},
    {"record.reviewer_is_issuer", Step::kAsset, "records"},
    {"asset.exists", Step::kAsset, "asset_key"},
    {"asset.unknown", Step::kAsset, "asset_key"},
    {"asset.not_yours", Step::kAsset, "asset_key"},
    {"asset.already_issued", Step::kAsset, "asset_key"},
    {"approval.missing", Step::kApproval, "approval"},
    {"approval.bad", Step::kApproval, "approval"},
    {"approval.own", Step::kApproval, "approval"},
    {"approval.related", Step::kApproval, "approval"},
    {"approval.same_organisation", Step::kApproval, "approval"},
    {"approval.twice", Step::kApproval, "approval"},
    {"approval.ended", Step::kApproval, "request"},
    {"approval.too_long", Step::kApproval, "request"},
    {"approval.used", Step::kApproval, "request"},
}};

}  // namespace

const std::string& Issue::parameter(const std::string& name) const {
  static const std::string kNothing;
  for (const auto& [key, value] : parameters)
    if (key == name) return value;
  return kNothing;
}

bool anyError(const Issues& issues) {
  return std::ranges::find(issues, Severity::kError, &Issue::severity) != issues.end();
}

Issue issueOf(const LedgerReason& reason) {
  const auto* place = std::ranges::find(kPlaces, reason.code, &Place::code);
  Issue out{Step::kPrecheck,
            "",
            reason.code,
            "issuance.ledger",
            {{"message", reason.message}, {"remedy", reason.remedy}, {"parameter", reason.parameter}},
            Severity::kError};
  if (place == kPlaces.end()) return out;
  out.step = place->step;
  out.field = place->field;
  return out;
}

bool isOneLine(std::string_view text) {
  const bool blank = std::ranges::all_of(text, [](char c) { return c == ' '; });
  return !blank && text.find_first_of("\n\t") == std::string_view::npos && wire::isCleanText(text);
}

std::uint8_t minorDigitsOf(std::string_view currency) {
  constexpr std::array<std::string_view, 15> kNone = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                                      "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF"};
  constexpr std::array<std::string_view, 7> kThree = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
  if (std::ranges::find(kNone, currency) != kNone.end() || currency == "XOF" || currency == "XPF") return 0;
  return std::ranges::find(kThree, currency) != kThree.end() ? 3 : 2;
}

}  // namespace aurigraph::issuance
