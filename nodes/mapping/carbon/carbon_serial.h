#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/types.h"

/// Serial numbers of credit registries (domain §2.3). A serial names a closed range of credits in a series.
namespace aurigraph::mapping {

struct CarbonSerial {
  std::string series;  ///< All parts but first and last: two ranges overlap only within one series.
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::string project;  ///< As the serial writes it, without "GS".
  std::string country;  ///< ISO 3166-1 alpha-2; empty when the grammar has none.
  std::string scope;
  std::optional<Nanoseconds> vintageStart;
  std::optional<Nanoseconds> vintageEnd;
  std::optional<int> vintageYear;
};

/// series-first-last-VCS-VCU-VVB-VER-country-scope-project-ddmmyyyy-ddmmyyyy-flag. Errors: serial.malformed.
Result<CarbonSerial> parseVerraSerial(std::string_view text);

/// GS1-1-CC-GS{id}-product-vintage-batch-first-last, or the two-ended CER form of 14 parts
/// (country-type-number-period-period-activity-project, twice). Errors: serial.malformed.
Result<CarbonSerial> parseGoldStandardSerial(std::string_view text);

}  // namespace aurigraph::mapping
