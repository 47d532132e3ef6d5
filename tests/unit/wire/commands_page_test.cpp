// docs/formats/commands.md lists every command with its fields, as they stand in its header.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>

#include "core/wire/commands.h"
#include "core/wire/field_codec.h"
#include "tests/support/field_page.h"

namespace aurigraph::wire {
namespace {

/// Visits fields in writing the properties of an OpenAPI schema, in one line.
class SchemaWriter {
 public:
  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const Form& form) {
    required_ += (required_.empty() ? "" : ", ") + std::string(name);
    add(name, said(value, form));
  }
  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const form::Defaulted<Form>& defaulted) {
    add(name, said(value, defaulted.form));
  }
  /// `kind`: of a command; empty: of a part of one.
  [[nodiscard]] std::string object(std::string_view kind = "") const {
    std::string required = required_;
    std::string properties = properties_;
    if (!kind.empty()) {
      required = "kind" + (required.empty() ? "" : ", " + required);
      properties = "kind: { type: string, enum: [" + std::string(kind) + "] }" +
                   (properties.empty() ? "" : ", " + properties);
    }
    return "{ type: object, additionalProperties: false, required: [" + required + "], properties: { " +
           properties + " } }";
  }

 private:
  void add(std::string_view name, const std::string& schema) {
    properties_ += (properties_.empty() ? "" : ", ") + std::string(name) + ": " + schema;
  }
  static std::string hex(std::size_t least, std::size_t most) {
    return "{ type: string, pattern: \"^([0-9a-f]{2}){" + std::to_string(least) +
           (least == most ? "" : "," + std::to_string(most)) + "}$\" }";
  }
  static std::string said(const std::string&, form::Text form) {
    return "{ type: string, maxLength: " + std::to_string(form.maxBytes) + " }";
  }
  static std::string said(const Bytes&, form::Blob form) { return hex(0, form.maxBytes); }
  template <class Fixed>
  static std::string said(const Fixed&, form::Hex) {
    return hex(Fixed::kSizeBytes, Fixed::kSizeBytes);
  }
  template <class Integer>
  static std::string said(const Integer&, form::Whole form) {
    if (form.most > UINT32_MAX) return "{ $ref: \"#/components/schemas/WholeNumber\" }";
    return "{ type: integer, minimum: 0, maximum: " + std::to_string(form.most) + " }";
  }
  template <class Integer>
  static std::string said(const Integer&, form::Signed form) {
    if (form.most > UINT32_MAX) return "{ $ref: \"#/components/schemas/WholeNumber\" }";
    return "{ type: integer, minimum: " + std::to_string(form.least) +
           ", maximum: " + std::to_string(form.most) + " }";
  }
  static std::string said(U128, form::Amount) { return "{ type: string, pattern: \"^[0-9]{1,39}$\" }"; }
  template <class Enum, std::size_t kCount>
  static std::string said(Enum, const form::OneOf<Enum, kCount>& form) {
    std::string out;
    for (const auto& one : form.names) out += (out.empty() ? "" : ", ") + std::string(one.name);
    return "{ type: string, enum: [" + out + "] }";
  }
  static std::string said(RoleMask, form::Roles) { return "{ type: array, items: { type: string } }"; }
  template <class T>
  static std::string said(const T& value, form::Struct) {
    SchemaWriter inner;
    T::fields(value, inner);
    return inner.object();
  }
  /// What need not be there may also be null.
  template <class T, class Form>
  static std::string said(const std::optional<T>&, const form::Maybe<Form>& form) {
    return "{ oneOf: [" + said(T{}, form.form) + ", { type: \"null\" }] }";
  }
  template <class T, class Item>
  static std::string said(const std::vector<T>&, const form::List<Item>& form) {
    return "{ type: array, maxItems: " + std::to_string(form.atMost) + ", items: " + said(T{}, form.item) +
           " }";
  }

  std::string required_;
  std::string properties_;
};

TEST(OpenApi, HasASchemaOfEveryCommand) {
  std::ifstream file(std::string(AURIGRAPH_SOURCE_DIR) + "/docs/openapi.yaml");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  std::size_t commands = 0;
  anyCommandKind([&]<class Command>(const Command& command) {
    SchemaWriter writer;
    Command::fields(command, writer);
    const std::string line = "        - " + writer.object(Command::kName) + "\n";
    EXPECT_NE(page.find(line), std::string::npos) << "schemas/Command lacks this line:\n" << line;
    ++commands;
    return false;
  });
  std::size_t listed = 0;
  for (std::size_t at = 0; (at = page.find("properties: { kind: ", at)) != std::string::npos; ++at) ++listed;
  EXPECT_EQ(listed, commands) << "schemas/Command has lines of no command";
}

TEST(CommandsPage, ListsEveryCommandWithItsFields) {
  std::ifstream file(std::string(AURIGRAPH_SOURCE_DIR) + "/docs/formats/commands.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  std::size_t rows = 0;
  anyCommandKind([&]<class Command>(const Command& command) {
    test::FieldPage writer;
    Command::fields(command, writer);
    std::ostringstream row;
    row << "| " << static_cast<std::uint16_t>(Command::kKind) << " | " << Command::kName << " | "
        << Command::kSince << " | " << writer.line() << " |\n";
    EXPECT_NE(page.find(row.str()), std::string::npos) << "the page lacks this line:\n" << row.str();
    ++rows;
    return false;
  });
  std::size_t listed = 0;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);)
    listed += line.size() > 2 && line.starts_with("| ") && line[2] >= '0' && line[2] <= '9';
  EXPECT_EQ(listed, rows) << "the page has lines of no command";
}

TEST(CommandsPage, SaysWhichBitIsWhichRole) {
  std::ifstream file(std::string(AURIGRAPH_SOURCE_DIR) + "/docs/formats/commands.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  std::string names;
  for (std::size_t bit = 0; bit < kRoleCount; ++bit)
    names += (names.empty() ? "" : ", ") + std::string(nameOf(static_cast<Role>(bit)));
  EXPECT_NE(page.find("Role bits, from the lowest: " + names + ".\n"), std::string::npos) << names;
}

TEST(Commands, NumbersAndNamesAreOfOneCommandOnlyAndAscend) {
  std::set<std::string_view> names;
  std::uint16_t last = 0;
  anyCommandKind([&]<class Command>(const Command&) {
    EXPECT_TRUE(names.insert(Command::kName).second) << Command::kName;
    EXPECT_GT(static_cast<std::uint16_t>(Command::kKind), last) << Command::kName;
    EXPECT_GE(Command::kSince, 1U) << Command::kName;
    last = static_cast<std::uint16_t>(Command::kKind);
    return false;
  });
}

}  // namespace
}  // namespace aurigraph::wire
