#pragma once

#include <string>
#include <string_view>

#include "nodes/mapping/record_builder.h"

/// What property mappings share (domain §2.2).
namespace aurigraph::mapping {

/// "US-08031-0219204018000": country, FIPS, the parcel number without its punctuation. Empty when a part is
/// missing.
std::string parcelKey(std::string_view country, std::string_view fips, std::string_view apn);

/// SHA-256 of the name in capitals, outer blanks removed, inner runs one blank (docs/records.md): owners can
/// be compared and are not named.
Digest ownerNameHash(std::string_view name);

/// owner_name_hash; nothing when the name is absent or empty.
void setOwner(RecordBuilder& item, const JsonCursor& name);

/// Fields country, fips, apn and the key; a FIPS code of another form than five digits is marked.
void setParcel(RecordBuilder& item, std::string_view country, const JsonCursor& fips, const JsonCursor& apn);

/// lot_m2 from the square feet, lot_acres_m2 from the acres beside it (P-C6 compares the two).
void setLot(RecordBuilder& item, const JsonCursor& acres, const JsonCursor& squareFeet);

}  // namespace aurigraph::mapping
