#pragma once

#include <tuple>
#include <type_traits>

#include "core/ledger/table.h"

namespace aurigraph::ledger {

/// A table of each row there is (core/wire/rows/all.h): everything that is state. They alone are hashed.
class Tables {
 public:
  template <class Row>
  [[nodiscard]] Table<Row>& of() {
    return std::get<Table<Row>>(tables_);
  }
  template <class Row>
  [[nodiscard]] const Table<Row>& of() const {
    return std::get<Table<Row>>(tables_);
  }

  /// All of them in the order of the state root.
  template <class Use>
  void each(Use use) {
    std::apply([&](auto&... table) { (use(table), ...); }, tables_);
  }
  template <class Use>
  void each(Use use) const {
    std::apply([&](const auto&... table) { (use(table), ...); }, tables_);
  }

 private:
  template <class>
  struct Of;
  template <class... Row>
  struct Of<std::tuple<Row...>> {
    using Type = std::tuple<Table<Row>...>;
  };
  Of<wire::AllRows>::Type tables_;
};

}  // namespace aurigraph::ledger
