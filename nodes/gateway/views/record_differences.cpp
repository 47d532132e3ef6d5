#include "nodes/gateway/views/record_differences.h"

#include <set>

#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

std::string_view nameOf(FieldChange change) {
  switch (change) {
    case FieldChange::kSame:
      return "same";
    case FieldChange::kChanged:
      return "changed";
    case FieldChange::kAdded:
      return "added";
    case FieldChange::kRemoved:
      return "removed";
  }
  return {};
}

std::optional<std::string> inWords(const wire::FieldValue& value) {
  if (const auto* quantity = std::get_if<wire::Quantity>(&value))
    return quantity->unit.empty() ? quantity->value.toText()
                                  : quantity->value.toText() + " " + quantity->unit;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* time = std::get_if<Nanoseconds>(&value)) return timeText(*time, TimeForm::kMilliseconds);
  if (const auto* digest = std::get_if<Digest>(&value)) return hexOf(*digest);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return std::nullopt;
}

std::vector<FieldDifference> differencesOf(const wire::Record& before, const wire::Record& after) {
  std::set<std::string_view> names;
  for (const auto& field : before.fields) names.insert(field.name);
  for (const auto& field : after.fields) names.insert(field.name);
  const auto wordsIn = [](const wire::Record& record, std::string_view name) {
    const auto* field = record.find(name);
    return field == nullptr ? std::nullopt : inWords(field->value);
  };
  std::vector<FieldDifference> out;
  for (const auto name : names) {
    FieldDifference one{
        .field = std::string(name), .before = wordsIn(before, name), .after = wordsIn(after, name)};
    if (one.before && one.after)
      one.change = *one.before == *one.after ? FieldChange::kSame : FieldChange::kChanged;
    else if (one.before || one.after)
      one.change = one.after ? FieldChange::kAdded : FieldChange::kRemoved;
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace aurigraph::gateway
