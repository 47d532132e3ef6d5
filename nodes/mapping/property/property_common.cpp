#include "nodes/mapping/property/property_common.h"

#include "core/crypto/sha256.h"

namespace aurigraph::mapping {

std::string parcelKey(std::string_view country, std::string_view fips, std::string_view apn) {
  std::string number;
  for (const char c : raised(apn))
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) number.push_back(c);
  if (country.empty() || fips.empty() || number.empty()) return {};
  return std::string(country) + "-" + std::string(fips) + "-" + number;
}

Digest ownerNameHash(std::string_view name) {
  std::string normal;
  bool blank = false;
  for (const char c : raised(trimmed(name))) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      blank = true;
      continue;
    }
    if (blank) normal.push_back(' ');
    blank = false;
    normal.push_back(c);
  }
  return crypto::sha256(asBytes(normal));
}

void setOwner(RecordBuilder& item, const JsonCursor& name) {
  if (name.is(json::Type::kString)) {
    if (!name.text().empty()) item.set("owner_name_hash", ownerNameHash(name.text()), name.pointer());
  } else if (name.present()) {
    item.unreadable("owner_name_hash", name.pointer(), "field.wrong_type",
                    "The owner's name must be a text.");
  }
}

void setParcel(RecordBuilder& item, std::string_view country, const JsonCursor& fips, const JsonCursor& apn) {
  if (!country.empty()) item.set("country", std::string(country), fips.pointer());
  item.text("fips", fips);
  item.text("apn", apn);
  const std::string code = item.textOf("fips");
  if (!code.empty() && (code.size() != 5 || !allDigits(code)))
    item.doubt("fips", wire::ParseQuality::kFailed);
  item.record().assetKey = parcelKey(country, code, item.textOf("apn"));
}

void setLot(RecordBuilder& item, const JsonCursor& acres, const JsonCursor& squareFeet) {
  item.measured("lot_m2", squareFeet, "ft2", Measure::kArea);
  // One figure alone is the lot; P-C6 compares only what the source says twice.
  item.measured(item.quantity("lot_m2") || item.isUnreadable("lot_m2") ? "lot_acres_m2" : "lot_m2", acres,
                "acre", Measure::kArea);
}

}  // namespace aurigraph::mapping
