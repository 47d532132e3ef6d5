#include "nodes/cluster/last_word.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "nodes/client/answers.h"

namespace aurigraph::cluster {
namespace {

std::optional<std::string> textIn(const boost::json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return std::string(value->as_string());
}

}  // namespace

std::string lastWord(const Error& why) {
  return boost::json::serialize(
             boost::json::object{{"code", why.code}, {"message", why.message}, {"remedy", why.remedy}}) +
         "\n";
}

std::optional<Error> parseLastWord(std::string_view said) {
  std::optional<Error> out;
  for (std::size_t end = 0; (end = said.find('\n')) != said.npos; said.remove_prefix(end + 1)) {
    boost::system::error_code error;
    const auto value = boost::json::parse(said.substr(0, end), error);
    if (error || !value.is_object()) continue;
    const auto& object = value.as_object();
    const auto code = textIn(object, "code");
    const auto message = textIn(object, "message");
    if (!code || code->empty() || !message) continue;
    out = Error{client::internCode(*code), *message, textIn(object, "remedy").value_or("")};
  }
  return out;
}

}  // namespace aurigraph::cluster
