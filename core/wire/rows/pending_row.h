#pragma once

#include <array>
#include <tuple>

#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

enum class PendingState : std::uint8_t { kOpen = 1, kPosted = 2, kVoided = 3 };

/// A transfer that holds its amount until it is posted or voided.
struct PendingRow {
  static constexpr StateTable kTable{7};
  static constexpr std::string_view kName = "pendings";
  static constexpr bool kShownInProofs = false;
  static constexpr form::OneOf kStates{std::array{form::Named{PendingState::kOpen, "open"},
                                                  form::Named{PendingState::kPosted, "posted"},
                                                  form::Named{PendingState::kVoided, "voided"}}};

  std::uint64_t debit = 0;
  std::uint64_t credit = 0;
  U128 amount = 0;
  std::uint32_t token = 0;
  IdentityId author;
  std::uint32_t key = 0;  ///< Slot of the key that signed: sessions are a key's.
  PendingState state = PendingState::kOpen;
  SessionNumber session;  ///< With request and index: which operation it was.
  RequestNumber request;
  std::uint32_t index = 0;
  bool operator==(const PendingRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("debit", self.debit, form::Whole{UINT64_MAX});
    visit("credit", self.credit, form::Whole{UINT64_MAX});
    visit("amount", self.amount, form::Amount{"base units"});
    visit("token", self.token, form::Whole{UINT32_MAX});
    visit("author", self.author, form::Whole{UINT32_MAX});
    visit("key", self.key, form::Whole{UINT32_MAX});
    visit("state", self.state, kStates);
    visit("session", self.session, form::Whole{UINT64_MAX});
    visit("request", self.request, form::Whole{UINT64_MAX});
    visit("index", self.index, form::Whole{UINT32_MAX});
  }
  struct Indexes;
};

/// Key, session, request, index of the transfer that made it.
using PendingKey = std::tuple<std::uint32_t, SessionNumber, RequestNumber, std::uint32_t>;
[[nodiscard]] inline PendingKey operationOf(const PendingRow& row) {
  return {row.key, row.session, row.request, row.index};
}

struct PendingRow::Indexes {
  index::Unique<&operationOf> byOperation;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byOperation);
  }
};

}  // namespace aurigraph::wire
