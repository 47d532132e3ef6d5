#include "app/aurigraph/tidy_name.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "core/base/assert.h"
#include "core/wire/record_io.h"

namespace aurigraph::cli {
namespace {

std::string nfkc(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  const auto* form = icu::Normalizer2::getNFKCInstance(error);
  if (U_SUCCESS(error))
    form->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, error);
  AG_ASSERT(U_SUCCESS(error));  // ICU holds this form's data in its library, and text is UTF-8
  return out;
}

}  // namespace

std::string tidyName(std::string_view name) {
  if (!wire::isUtf8(name)) return std::string(name);
  std::string out;
  bool gap = false;
  for (const char c : nfkc(name)) {  // NFKC has made a blank of all that are wider or narrower
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank && gap && !out.empty()) out += ' ';
    if (!blank) out += c;
    gap = blank;
  }
  return out;
}

}  // namespace aurigraph::cli
