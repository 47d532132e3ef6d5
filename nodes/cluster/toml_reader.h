#pragma once

#include <toml++/toml.h>
#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

/// Reads settings off TOML: types and ranges are checked, unknown names refused. Remembers the first
/// complaint; internal to this folder.
namespace aurigraph::cluster {

inline tl::unexpected<Error> unreadable(std::string what) {
  return fail("config.unreadable", std::move(what), "Compare the file with docs/formats/cluster.md.");
}

/// Errors: config.unreadable.
inline Result<toml::table> parseToml(std::string_view text) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    return unreadable("The file is no TOML: " + std::string(error.description()) + " in line " +
                      std::to_string(error.source().begin.line) + ".");
  }
}

class TomlReader {
 public:
  explicit TomlReader(const toml::table& table, std::string place = {})
      : table_(table), place_(std::move(place)) {}

  /// Names that may stand in this table.
  void allow(std::initializer_list<std::string_view> names) {
    for (const auto& [key, value] : table_)
      if (std::ranges::find(names, key.str()) == names.end()) complain(key.str(), "is unknown");
  }
  void text(std::string_view name, std::string& out) {
    take<std::string>(name, "must be a text", [&](std::string value) { out = std::move(value); });
  }
  void flag(std::string_view name, bool& out) {
    take<bool>(name, "must be true or false", [&](bool value) { out = value; });
  }
  template <class Integer>
  void number(std::string_view name, Integer& out) {
    take<std::int64_t>(name, "must be a whole number", [&](std::int64_t value) {
      if (value < 0 || static_cast<std::uint64_t>(value) > std::numeric_limits<Integer>::max())
        complain(name, "is out of range");
      else
        out = static_cast<Integer>(value);
    });
  }
  /// A table of this name, or null.
  const toml::table* inner(std::string_view name) {
    const toml::node* node = table_.get(name);
    if (node == nullptr) return nullptr;
    if (node->as_table() == nullptr) complain(name, "must be a table");
    return node->as_table();
  }
  const toml::array* list(std::string_view name) {
    const toml::node* node = table_.get(name);
    if (node == nullptr) return nullptr;
    if (node->as_array() == nullptr) complain(name, "must be a list");
    return node->as_array();
  }
  void complain(std::string_view name, std::string_view what) {
    if (complaint_.empty()) complaint_ = "\"" + place_ + std::string(name) + "\" " + std::string(what) + ".";
  }
  void adopt(const TomlReader& inner) {
    if (complaint_.empty()) complaint_ = inner.complaint_;
  }
  [[nodiscard]] Status status() const {
    if (!complaint_.empty()) return unreadable(complaint_);
    return {};
  }

 private:
  template <class T, class Use>
  void take(std::string_view name, std::string_view otherwise, Use use) {
    const toml::node* node = table_.get(name);
    if (node == nullptr) return;
    if (auto value = node->value_exact<T>())
      use(std::move(*value));
    else
      complain(name, otherwise);
  }
  const toml::table& table_;
  std::string place_;
  std::string complaint_;
};

}  // namespace aurigraph::cluster
