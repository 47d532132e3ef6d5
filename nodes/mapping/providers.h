#pragma once

#include "nodes/mapping/record_builder.h"

/// One mapping per provider; each in the file of its name. Only the registry (mapper.cpp) calls them.
namespace aurigraph::mapping {

Result<MappedAnswer> mapAlpaca(const MapJob& job, ByteView raw);
Result<MappedAnswer> mapAttom(const MapJob& job, ByteView raw);
Result<MappedAnswer> mapCountyTitle(const MapJob& job, ByteView raw);
Result<MappedAnswer> mapHmLandRegistry(const MapJob& job, ByteView raw);
Result<MappedAnswer> mapVerra(const MapJob& job, ByteView raw);
Result<MappedAnswer> mapGoldStandard(const MapJob& job, ByteView raw);
Result<MappedAnswer> mapCarbonPrice(const MapJob& job, ByteView raw);
Result<MappedAnswer> mapEpcis(const MapJob& job, ByteView raw);
Result<MappedAnswer> mapOpenMeteo(const MapJob& job, ByteView raw);
Result<MappedAnswer> mapNws(const MapJob& job, ByteView raw);

}  // namespace aurigraph::mapping
