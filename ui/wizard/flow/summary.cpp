#include "ui/wizard/flow/summary.h"

#include "core/base/decimal.h"
#include "core/base/time_text.h"
#include "core/crypto/sha256.h"
#include "core/wire/rows/all.h"
#include "ui/wizard/flow/issue.h"

namespace aurigraph::issuance {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::uint8_t kMilli = 3;

void add(Summary& out, const std::string& key, std::string label, std::string value) {
  out.push_back({"issuance.summary." + key, std::move(label), std::move(value)});
}

/// mantissa × 10^-scale, also beyond 64 bits.
std::string scaled(U128 mantissa, std::uint8_t scale) {
  std::string digits = toText(mantissa);
  if (scale == 0) return digits;
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  return digits.insert(digits.size() - scale, ".");
}

std::string textOf(const wire::SerialRange& range) {
  return range.registry + " " + range.series + " " + std::to_string(range.first) + "-" +
         std::to_string(range.last);
}

}  // namespace

Summary summaryOf(const wire::IssueToken& issue) {
  Summary out;
  add(out, "asset_number", "Asset number", std::to_string(issue.asset.value));
  add(out, "symbol", "Symbol", issue.symbol);
  add(out, "name", "Name", issue.name);
  add(out, "supply", "Supply", scaled(issue.supply, issue.decimals));
  add(out, "decimals", "Decimals", std::to_string(issue.decimals));
  if (issue.unitPriceMinor != 0)
    add(out, "unit_price", "Price of one token",
        scaled(issue.unitPriceMinor, minorDigitsOf(issue.currency)) + " " + issue.currency);
  else if (!issue.currency.empty())
    add(out, "currency", "Currency", issue.currency);
  if (issue.lockUpSeconds % kSecondsPerDay == 0)
    add(out, "lock_up_days", "Lock-up in days", std::to_string(issue.lockUpSeconds / kSecondsPerDay));
  else
    add(out, "lock_up_seconds", "Lock-up in seconds", std::to_string(issue.lockUpSeconds));
  for (const auto& range : issue.serials) add(out, "serials", "Serial numbers", textOf(range));
  if (issue.minMilliCelsius != 0 || issue.maxMilliCelsius != 0) {
    add(out, "min_celsius", "Lowest temperature in °C", Decimal::of(issue.minMilliCelsius, kMilli).toText());
    add(out, "max_celsius", "Highest temperature in °C", Decimal::of(issue.maxMilliCelsius, kMilli).toText());
  }
  if (issue.approvals.until != Nanoseconds())
    add(out, "approved_until", "Approvals are good until", timeText(issue.approvals.until));
  for (const auto& approval : issue.approvals.given)
    add(out, "approver", "Approved by key", toHex(approval.approver.view()));
  return out;
}

Summary summaryOf(const wire::RegisterAsset& asset) {
  Summary out;
  add(out, "template", "Template", std::string(wire::nameOf(asset.assetTemplate)));
  add(out, "asset_key", "Asset key", asset.assetKey);
  add(out, "asset_name", "Asset name", asset.name);
  for (const Digest& id : asset.recordIds) add(out, "record", "Record", toHex(id.view()));
  for (const auto& document : asset.documents)
    add(out, "document", "Document", document.type + " " + toHex(document.sha256.view()));
  return out;
}

Digest digestOf(const wire::AnyCommand& command) {
  const auto kind = static_cast<std::uint16_t>(wire::kindOf(command));
  const std::array<std::uint8_t, 2> number = {static_cast<std::uint8_t>(kind & 0xFFU),
                                              static_cast<std::uint8_t>(kind >> 8U)};
  const Bytes payload = wire::encodePayload(command);
  return crypto::taggedHash("aurigraph/issuance-payload/1", {ByteView(number), ByteView(payload)});
}

}  // namespace aurigraph::issuance
