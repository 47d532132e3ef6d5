#pragma once

#include <cstdint>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/limits.h"
#include "core/base/types.h"
#include "core/wire/fields.h"

namespace aurigraph::wire {

/// One operation that did not succeed. Words and parameters are rendered outside `apply`.
struct OperationFailure {
  std::uint16_t index = 0;       ///< In its batch.
  std::uint16_t code = 0;        ///< ledger::ReasonCode; never 0.
  std::uint64_t reasonMask = 0;  ///< Which of the token's rules said no; bit = position of the rule.
  bool operator==(const OperationFailure&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("index", self.index, form::Whole{UINT16_MAX});
    visit("code", self.code, form::Whole{UINT16_MAX});
    visit("reason_mask", self.reasonMask, form::Whole{UINT64_MAX});
  }
};

/// What `apply` says about one batch (DESIGN §2): a word for the whole batch, then a bitmap of what
/// succeeded with sorted sparse codes for what did not. A batch-level code other than 0 means that
/// nothing of it was executed, on every replica alike (bad signature, expired, replayed …).
struct BatchResult {
  std::uint16_t batchCode = 0;
  std::uint32_t count = 0;                 ///< Operations in the batch.
  std::vector<OperationFailure> failures;  ///< Sorted by index, unique. Empty when batchCode != 0.

  bool operator==(const BatchResult&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("batch_code", self.batchCode, form::Whole{UINT16_MAX});
    visit("count", self.count, form::Whole{limits::kMaxTransfersPerBatch});
    visit("failures", self.failures, form::List{limits::kMaxTransfersPerBatch, form::Struct{}});
  }
  [[nodiscard]] bool canonical() const;
  /// The operation's own code: 0 for done; the batch's code if nothing was executed.
  [[nodiscard]] std::uint16_t codeOf(std::uint32_t index) const;
};

/// `batchCode u16 | reserved u16 = 0 | count u32 | failures u32 | bitmap ceil(count/8) | failures × 12`.
/// The bitmap (1 = done, padding bits 0) is there only when batchCode is 0.
[[nodiscard]] Bytes encode(const BatchResult& result);
/// Errors: result.malformed (also when bitmap and failures disagree or are not sorted).
Result<BatchResult> decodeBatchResult(ByteView bytes);

}  // namespace aurigraph::wire
