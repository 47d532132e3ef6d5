#include "core/wire/batch_result.h"

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/base/limits.h"
#include "core/wire/sorted.h"

namespace aurigraph::wire {

std::uint16_t BatchResult::codeOf(std::uint32_t index) const {
  if (batchCode != 0) return batchCode;
  const auto at = std::lower_bound(failures.begin(), failures.end(), index,
                                   [](const OperationFailure& f, std::uint32_t i) { return f.index < i; });
  return at != failures.end() && at->index == index ? at->code : std::uint16_t{0};
}

bool BatchResult::canonical() const {
  if (count > limits::kMaxTransfersPerBatch || (batchCode != 0 && !failures.empty())) return false;
  const auto bad = [this](const OperationFailure& failure) {
    return failure.code == 0 || failure.index >= count;
  };
  return std::ranges::none_of(failures, bad) && strictlySorted(failures, &OperationFailure::index);
}

Bytes encode(const BatchResult& result) {
  ByteWriter writer;
  writer.integer(result.batchCode).integer(std::uint16_t{0}).integer(result.count);
  writer.integer(static_cast<std::uint32_t>(result.failures.size()));
  if (result.batchCode == 0) {
    Bytes bitmap((result.count + 7) / 8, 0xFF);
    if (result.count % 8 != 0) bitmap.back() = static_cast<std::uint8_t>((1U << (result.count % 8)) - 1U);
    for (const auto& failure : result.failures)
      bitmap[failure.index / 8] =
          static_cast<std::uint8_t>(bitmap[failure.index / 8] & ~(1U << (failure.index % 8)));
    writer.raw(bitmap);
  }
  for (const auto& failure : result.failures)
    writer.integer(failure.index).integer(failure.code).integer(failure.reasonMask);
  return writer.take();
}

Result<BatchResult> decodeBatchResult(ByteView bytes) {
  constexpr std::size_t kFailureBytes = 12;
  ByteReader reader(bytes);
  BatchResult result;
  result.batchCode = reader.integer<std::uint16_t>();
  const auto reserved = reader.integer<std::uint16_t>();
  result.count = reader.integer<std::uint32_t>();
  const auto failures = reader.count(kFailureBytes);
  if (reserved != 0 || result.count > limits::kMaxTransfersPerBatch) reader.markBad();
  if (reader.ok() && result.batchCode == 0) reader.raw((result.count + 7) / 8);
  for (std::uint32_t at = 0; at < failures && reader.ok(); ++at) {
    OperationFailure failure;
    failure.index = reader.integer<std::uint16_t>();
    failure.code = reader.integer<std::uint16_t>();
    failure.reasonMask = reader.integer<std::uint64_t>();
    result.failures.push_back(failure);
  }
  // Canonical: encoding again must give the same bytes, which also checks the bitmap.
  if (!reader.finished() || !result.canonical() || !std::ranges::equal(encode(result), bytes))
    return fail("result.malformed", "A batch's result cannot be read.",
                "Fetch it again; if it stays, report the node.");
  return result;
}

}  // namespace aurigraph::wire
