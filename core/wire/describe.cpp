#include "core/wire/describe.h"

#include <optional>
#include <type_traits>

#include "core/base/decimal.h"
#include "core/base/time_text.h"
#include "core/wire/field_codec.h"

namespace aurigraph::wire {

namespace {

using Lines = std::vector<std::string>;

/// Visits fields in saying them: "supply: 1000 base units". What stands at its initial value and may be left
/// out is left out.
class FieldWords {
 public:
  /// `inside`: of a struct in one line, whose texts are quoted so that none can pass for another field.
  explicit FieldWords(Lines& out, bool inside = false) : out_(out), inside_(inside) {}

  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const Form& form) {
    out_.push_back(std::string(name) + ": " + said(value, form));
  }
  template <class T, class Item>
  void operator()(std::string_view name, const std::vector<T>& values, const form::List<Item>& list) {
    for (const T& value : values) (*this)(name, value, list.item);
  }
  template <class Enum, class Named>
  requires std::is_enum_v<Enum>
  void operator()(std::string_view name, const std::vector<Enum>& values, const form::List<Named>& list) {
    std::string out;
    for (const Enum value : values) out += (out.empty() ? "" : ", ") + said(value, list.item);
    out_.push_back(std::string(name) + ": " + (out.empty() ? "none" : out));
  }
  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const form::Defaulted<Form>& defaulted) {
    if (!(value == T{})) (*this)(name, value, defaulted.form);
  }
  // That none of these stands there says something, too.
  template <class Fixed>
  void operator()(std::string_view name, const std::vector<Fixed>& values,
                  const form::Defaulted<form::List<form::Hex>>& defaulted) {
    if (values.empty()) out_.push_back(std::string(name) + ": none");
    (*this)(name, values, defaulted.form);
  }
  template <class Enum, class Item, std::size_t kCount>
  void operator()(std::string_view name, Enum value,
                  const form::Defaulted<form::OneOf<Item, kCount>>& defaulted) {
    (*this)(name, value, defaulted.form);
  }
  template <class T, class Form>
  void operator()(std::string_view name, const std::optional<T>& value,
                  const form::Defaulted<form::Maybe<Form>>& defaulted) {
    (*this)(name, value, defaulted.form);
  }

 private:
  std::string said(const std::string& value, form::Text) const {
    std::string out;
    for (const char c : value) {
      if (c == '\n')
        out += "\n    ";  // a second line of a text is no line of ours
      else if (inside_ && (c == '"' || c == '\\'))
        out += std::string("\\") + c;
      else
        out += c;
    }
    return inside_ ? '"' + out + '"' : out;
  }
  static std::string said(const Bytes& value, form::Blob) { return std::to_string(value.size()) + " bytes"; }
  template <class Fixed>
  static std::string said(const Fixed& value, form::Hex) {
    return toHex(value.view());
  }
  template <class Integer>
  static std::string said(const Integer& value, form::Whole form) {
    return withUnit(digits(value), form.unit);
  }
  template <class Integer>
  static std::string said(const Integer& value, form::Signed form) {
    if constexpr (std::is_same_v<Integer, Nanoseconds>) return timeText(value);
    return withUnit(digits(value), form.unit);
  }
  template <class T, class Form>
  std::string said(const std::optional<T>& value, const form::Maybe<Form>& maybe) const {
    return value ? said(*value, maybe.form) : std::string("nobody");
  }
  static std::string said(U128 value, form::Amount form) { return withUnit(toText(value), form.unit); }
  template <class Enum, std::size_t kCount>
  static std::string said(Enum value, const form::OneOf<Enum, kCount>& form) {
    return std::string(form::nameIn(form, value));
  }
  static std::string said(RoleMask roles, form::Roles) {
    std::string out;
    for (unsigned bit = 0; bit < 32; ++bit) {
      if ((roles >> bit & 1U) == 0) continue;
      if (!out.empty()) out += ", ";
      out += bit < kRoleCount ? std::string(nameOf(static_cast<Role>(bit))) : "role " + std::to_string(bit);
    }
    return out;
  }
  template <class T>
  static std::string said(const T& value, form::Struct) {
    Lines parts;
    FieldWords words(parts, true);
    T::fields(value, words);
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
    return out;
  }

  template <class Integer>
  static std::string digits(const Integer& value) {
    if constexpr (requires { value.value; })
      return std::to_string(value.value);
    else
      return std::to_string(value);
  }
  static std::string withUnit(std::string text, std::string_view unit) {
    return unit.empty() ? text : text + " " + std::string(unit);
  }

  Lines& out_;
  bool inside_;
};

template <class Command>
std::string titleOf(const Command& command) {
  if constexpr (requires { command.sentence(); }) return command.sentence();
  std::string out(Command::kName);
  std::ranges::replace(out, '-', ' ');
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

/// The proposed command's own words: that is what people endorse.
std::optional<Lines> wordsOf(const Propose& proposal) {
  const auto command = decodeCommand(proposal.kind, proposal.payload);
  if (!command || !mayBeProposed(*command)) return std::nullopt;
  Lines out{"Propose, for others to endorse until block time " + timeText(approvedUntil(*command)) + ":"};
  for (std::string& line : describe(*command)) out.push_back(std::move(line));
  return out;
}

}  // namespace

std::vector<std::string> describe(const AnyCommand& command) {
  if (const auto* proposal = std::get_if<Propose>(&command))
    if (auto words = wordsOf(*proposal)) return std::move(*words);
  return std::visit(
      []<class Command>(const Command& concrete) {
        Lines out{titleOf(concrete)};
        FieldWords words(out);
        Command::fields(concrete, words);
        if constexpr (std::is_same_v<Command, AdoptSource>)
          if (concrete.terms.host.empty()) out.emplace_back("host: none proves itself");
        return out;
      },
      command);
}

std::vector<std::string> describe(const Transfer& transfer) {
  Lines out{"Transfer " + toText(transfer.amount) + " base units of token " + std::to_string(transfer.token) +
            " from account " + std::to_string(transfer.debit) + " to account " +
            std::to_string(transfer.credit)};
  if ((transfer.flags & kTransferPending) != 0) out.emplace_back("only held until posted or voided");
  if ((transfer.flags & kTransferPost) != 0) out.emplace_back("moves what was held");
  if ((transfer.flags & kTransferVoid) != 0) out.emplace_back("releases what was held");
  if ((transfer.flags & kTransferLinked) != 0) out.emplace_back("together with the next, or not at all");
  return out;
}

}  // namespace aurigraph::wire
