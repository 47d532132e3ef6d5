#pragma once

#include <boost/json/value.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "nodes/client/client.h"
#include "nodes/client/https.h"

/// Reading what a gateway says: it is not ours, so nothing is believed before it was looked at.
namespace aurigraph::client {

/// A code of a server lives as long as the process: Error holds views of literals.
[[nodiscard]] std::string_view internCode(std::string_view code);

[[nodiscard]] Error problemOf(const HttpAnswer& answer);
[[nodiscard]] tl::unexpected<Error> badAnswer(std::string_view what);

/// The JSON of a good answer, the problem of a bad one.
Result<boost::json::value> jsonOf(const HttpAnswer& answer);

/// A whole number, also as decimal text.
[[nodiscard]] std::optional<std::uint64_t> numberIn(const boost::json::value& object, std::string_view name);
[[nodiscard]] std::string textIn(const boost::json::value& object, std::string_view name);
Result<std::uint64_t> firstItemNumber(const boost::json::value& list, std::string_view name);

[[nodiscard]] Error asError(const Refusal& refusal);
Result<BatchReply> batchReplyOf(const boost::json::value& answer);
Result<wire::ConsistencyPath> consistencyPathOf(const boost::json::value& answer);
Result<SignedIn> signedInOf(const boost::json::value& answer);

/// Server-sent events out of pieces of text.
class EventParser {
 public:
  /// False when `onEvent` answered false.
  bool feed(std::string_view text, const std::function<bool(const StreamEvent&)>& onEvent);

 private:
  std::string pending_;
};

}  // namespace aurigraph::client
