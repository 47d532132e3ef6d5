#include "nodes/json/json.h"

#include <simdjson.h>

#include <algorithm>

namespace aurigraph::json {

namespace ondemand = simdjson::ondemand;

struct Document::State {
  simdjson::padded_string text;
  ondemand::parser parser;  // owns the unescaped strings
  Value root;
  std::size_t nodes = 0;
};

namespace {

tl::unexpected<Error> malformed(std::string_view what) {
  return fail("json.malformed", "The answer is not valid JSON: " + std::string(what) + ".",
              "Fetch it again; if it stays so, the provider or something on the way has changed it.");
}

tl::unexpected<Error> malformed(simdjson::error_code error) {
  return malformed(simdjson::error_message(error));
}

/// RFC 8259 §6.
bool isNumber(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t first = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at - first;
  };
  if (at < text.size() && text[at] == '-') ++at;
  const std::size_t whole = at;
  const std::size_t count = digits();
  if (count == 0 || (count > 1 && text[whole] == '0')) return false;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    if (digits() == 0) return false;
  }
  return at == text.size();
}

std::string_view trimmed(std::string_view token) {
  while (!token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' ||
                            token.back() == '\t' || token.back() == '\0'))
    token.remove_suffix(1);
  return token;
}

/// null, true, false, a number, or something JSON does not know.
Value scalar(std::string_view token) {
  Value out;
  out.text = trimmed(token);
  if (out.text == "null")
    out.type = Type::kNull;
  else if (out.text == "true" || out.text == "false") {
    out.type = Type::kBool;
    out.boolean = out.text == "true";
  } else
    out.type = isNumber(out.text) ? Type::kNumber : Type::kInvalid;
  return out;
}

class Reader {
 public:
  explicit Reader(std::size_t& nodes) : nodes_(nodes) {}

  template <class OnDemand>
  Result<Value> read(OnDemand&& source, std::size_t depth) {
    if (depth > kMaxDepth)
      return fail("json.too_deep",
                  "The answer is nested deeper than " + std::to_string(kMaxDepth) + " levels.",
                  "No known answer is; treat the source as faulty.");
    if (++nodes_ > kMaxNodes)
      return fail("json.too_many_values",
                  "The answer holds more than " + std::to_string(kMaxNodes) + " values.",
                  "Ask for a smaller page.");
    ondemand::json_type type{};
    // A token that begins like nothing JSON knows ends up here with an error; its text tells.
    if (source.type().get(type)) return unknown(source);
    if (type == ondemand::json_type::array) return array(source, depth);
    if (type == ondemand::json_type::object) return object(source, depth);
    if (type == ondemand::json_type::string) {
      Value out;
      out.type = Type::kString;
      if (const auto error = source.get_string().get(out.text)) return malformed(error);
      return out;
    }
    return unknown(source);
  }

 private:
  template <class OnDemand>
  Result<Value> unknown(OnDemand& source) {
    std::string_view token;
    if (const auto error = tokenOf(source, token)) return malformed(error);
    Value out = scalar(token);
    // "nan" or "+1" stands where a value belongs; a bracket or nothing does not.
    if (out.type == Type::kInvalid &&
        (out.text.empty() || std::string_view("{}[],:\"").find(out.text[0]) != std::string_view::npos))
      return malformed("a value is missing or unreadable");
    return out;
  }

  static simdjson::error_code tokenOf(ondemand::value& source, std::string_view& token) {
    token = source.raw_json_token();
    return simdjson::SUCCESS;
  }
  static simdjson::error_code tokenOf(ondemand::document& source, std::string_view& token) {
    return source.raw_json_token().get(token);
  }

  template <class OnDemand>
  Result<Value> array(OnDemand& source, std::size_t depth) {
    Value out;
    out.type = Type::kArray;
    ondemand::array items;
    if (const auto error = source.get_array().get(items)) return malformed(error);
    for (auto item : items) {
      ondemand::value value;
      if (const auto error = std::move(item).get(value)) return malformed(error);
      auto read_ = read(value, depth + 1);
      if (!read_) return read_;
      out.items.push_back(std::move(*read_));
    }
    return out;
  }

  template <class OnDemand>
  Result<Value> object(OnDemand& source, std::size_t depth) {
    Value out;
    out.type = Type::kObject;
    ondemand::object fields;
    if (const auto error = source.get_object().get(fields)) return malformed(error);
    for (auto entry : fields) {
      ondemand::field field;
      if (const auto error = std::move(entry).get(field)) return malformed(error);
      Member member;
      if (const auto error = field.unescaped_key().get(member.key)) return malformed(error);
      if (member.key.size() > kMaxKeyBytes) return malformed("a key is longer than 256 bytes");
      auto value = read(field.value(), depth + 1);
      if (!value) return value;
      member.value = std::move(*value);
      out.members.push_back(std::move(member));
    }
    // Two values under one name: which one counts is anybody's guess, so neither does. Sorted, not hashed:
    // whoever chooses the keys would choose such as hash alike.
    std::vector<std::string_view> keys(out.members.size());
    std::ranges::transform(out.members, keys.begin(), &Member::key);
    std::ranges::sort(keys);
    if (const auto twice = std::ranges::adjacent_find(keys); twice != keys.end())
      return fail("json.duplicate_key", "The key \"" + std::string(*twice) + "\" stands twice in one object.",
                  "Treat the source as faulty.");
    return out;
  }

  std::size_t& nodes_;
};

}  // namespace

const Value* Value::find(std::string_view key) const {
  for (const Member& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

const Value& Document::root() const {
  return state_->root;
}

Result<Document> Document::parse(ByteView raw) {
  if (raw.size() > kMaxBytes)
    return fail("json.too_large",
                "The answer has " + std::to_string(raw.size()) + " bytes, more than " +
                    std::to_string(kMaxBytes) + ".",
                "Ask for a smaller page.");
  std::string_view text = asText(raw);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos)
    return fail("json.not_json", "The answer is empty.", "Fetch it again.");
  if (text[first] != '{' && text[first] != '[')
    return fail("json.not_json",
                text[first] == '<' ? "The answer is a page (HTML or XML), not JSON."
                                   : "The answer is neither a JSON object nor an array.",
                "Check the address and the key: providers answer unknown ones with a page and status 200.");
  auto state = std::make_unique<State>();
  state->text = simdjson::padded_string(text);
  ondemand::document document;
  if (const auto error = state->parser.iterate(state->text).get(document)) return malformed(error);
  auto root = Reader(state->nodes).read(document, 1);
  if (!root) return propagate(root);
  const char* rest = nullptr;
  if (!document.current_location().get(rest)) return malformed("something follows after its end");
  state->root = std::move(*root);
  return Document(std::move(state));
}

std::string_view nameOf(Type type) {
  switch (type) {
    case Type::kNull:
      return "null";
    case Type::kBool:
      return "boolean";
    case Type::kNumber:
      return "number";
    case Type::kString:
      return "string";
    case Type::kArray:
      return "array";
    case Type::kObject:
      return "object";
    case Type::kInvalid:
      return "token unknown to JSON";
  }
  return "value";
}

}  // namespace aurigraph::json
