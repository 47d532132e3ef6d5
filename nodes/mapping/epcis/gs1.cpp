#include "nodes/mapping/epcis/gs1.h"

#include <array>

#include "nodes/mapping/record_builder.h"

namespace aurigraph::mapping {
namespace {

/// urn:epc:id:<scheme>:<company prefix>.<reference>…: prefix and reference together have a fixed length; the
/// check digit is left out in this form.
struct Scheme {
  std::string_view name;
  std::size_t digits;
};
constexpr std::array kSchemes = {
    Scheme{"sgtin", 13}, Scheme{"lgtin", 13}, Scheme{"sscc", 17}, Scheme{"sgln", 12}, Scheme{"pgln", 12},
    Scheme{"grai", 12},  Scheme{"gdti", 12},  Scheme{"sgcn", 12}, Scheme{"gsrn", 17}, Scheme{"gsrnp", 17},
    Scheme{"gsin", 16},  Scheme{"itip", 13},  Scheme{"upui", 13},
};

/// Digital Link: application identifier in the path, then its value. Length 0: no check digit to look at.
struct Key {
  std::string_view ai;
  std::string_view name;
  std::size_t digits;
};
constexpr std::array kKeys = {
    Key{"00", "sscc", 18},    Key{"01", "gtin", 14},   Key{"414", "gln", 13},   Key{"417", "party", 13},
    Key{"8017", "gsrnp", 18}, Key{"8018", "gsrn", 18}, Key{"8003", "grai", 14}, Key{"253", "gdti", 13},
};

Gs1Form checkUrn(std::string_view rest) {
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos) return Gs1Form::kBroken;
  const auto name = rest.substr(0, colon);
  auto body = rest.substr(colon + 1);
  for (const Scheme& scheme : kSchemes) {
    if (scheme.name != name) continue;
    const auto dot = body.find('.');
    if (dot == std::string_view::npos) return Gs1Form::kBroken;
    const auto prefix = body.substr(0, dot);
    body.remove_prefix(dot + 1);
    const auto reference = body.substr(0, body.find('.'));
    const bool numeric = allDigits(prefix) && (reference.empty() || allDigits(reference));
    const bool lengths =
        prefix.size() >= 6 && prefix.size() <= 12 && prefix.size() + reference.size() == scheme.digits;
    return numeric && lengths ? Gs1Form::kValid : Gs1Form::kBroken;
  }
  return Gs1Form::kForeign;
}

Gs1Form checkLink(std::string_view path) {
  path = path.substr(0, path.find_first_of("?#"));
  // The first segment that names a key decides: what follows qualifies it (21 serial, 10 lot, 254 extension).
  while (!path.empty()) {
    const auto slash = path.find('/');
    const auto segment = path.substr(0, slash);
    if (slash == std::string_view::npos) return Gs1Form::kForeign;
    path.remove_prefix(slash + 1);
    for (const Key& key : kKeys) {
      if (segment != key.ai && segment != key.name) continue;
      auto digits = path.substr(0, path.find('/'));
      // A GRAI or GDTI goes on with a serial behind its check digit.
      if ((key.ai == "8003" || key.ai == "253") && digits.size() > key.digits)
        digits = digits.substr(0, key.digits);
      if (key.ai == "01" && (digits.size() == 8 || digits.size() == 12 || digits.size() == 13))
        return allDigits(digits) && hasCheckDigit(digits) ? Gs1Form::kValid : Gs1Form::kBroken;
      return digits.size() == key.digits && allDigits(digits) && hasCheckDigit(digits) ? Gs1Form::kValid
                                                                                       : Gs1Form::kBroken;
    }
  }
  return Gs1Form::kForeign;
}

}  // namespace

bool hasCheckDigit(std::string_view digits) {
  if (digits.size() < 2) return false;
  int sum = 0;
  for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
    const int weight = (digits.size() - 1 - i) % 2 == 1 ? 3 : 1;
    sum += weight * (digits[i] - '0');
  }
  return (10 - sum % 10) % 10 == digits.back() - '0';
}

Gs1Form checkGs1(std::string_view id) {
  for (const std::string_view urn : {"urn:epc:id:", "urn:epc:class:"})
    if (id.starts_with(urn)) return checkUrn(id.substr(urn.size()));
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!id.starts_with(scheme)) continue;
    const auto slash = id.find('/', scheme.size());
    return slash == std::string_view::npos ? Gs1Form::kForeign : checkLink(id.substr(slash + 1));
  }
  return Gs1Form::kForeign;
}

std::string cbvName(std::string_view text, std::string_view prefix) {
  for (const std::string_view before : {"cbv:", "https://ref.gs1.org/cbv/", "https://ns.gs1.org/cbv/"}) {
    const std::string whole = std::string(before) + std::string(prefix);
    if (text.starts_with(whole)) return std::string(text.substr(whole.size()));
  }
  if (text.starts_with("urn:epcglobal:cbv:")) return std::string(text.substr(text.rfind(':') + 1));
  return std::string(text);
}

std::string gs1Name(std::string_view text) {
  for (const std::string_view before : {"gs1:", "https://gs1.org/voc/", "https://ref.gs1.org/voc/"})
    if (text.starts_with(before)) return std::string(text.substr(before.size()));
  return std::string(text);
}

}  // namespace aurigraph::mapping
