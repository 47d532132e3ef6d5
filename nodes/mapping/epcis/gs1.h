#pragma once

#include <string>
#include <string_view>

/// GS1 identifiers as EPCIS writes them: EPC URIs and Digital Links (GS1 General Specifications §7.9, CBV 2.0
/// §8).
namespace aurigraph::mapping {

enum class Gs1Form {
  kValid,    ///< Lengths and check digit are right.
  kForeign,  ///< No GS1 key that we check: any URI may name a thing.
  kBroken,   ///< A GS1 key with a wrong length or check digit.
};

Gs1Form checkGs1(std::string_view id);

/// Modulo 10 with weights 3 and 1 from the right; the last digit is the check digit. Digits only.
bool hasCheckDigit(std::string_view digits);

/// "receiving" of "receiving", "cbv:BizStep-receiving", "https://ref.gs1.org/cbv/BizStep-receiving" and
/// "urn:epcglobal:cbv:bizstep:receiving"; other URIs stay as they are. `prefix` is "BizStep-" or "Disp-".
std::string cbvName(std::string_view text, std::string_view prefix);

/// "Temperature" of "gs1:Temperature", "https://gs1.org/voc/Temperature"; other prefixes stay.
std::string gs1Name(std::string_view text);

}  // namespace aurigraph::mapping
