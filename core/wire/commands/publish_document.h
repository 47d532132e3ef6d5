#pragma once

#include <string>

#include "core/wire/commands/register_asset.h"

namespace aurigraph::wire {

/// Tells a token's holders of a document: an annual report, a valuation, a notice. The ledger keeps its
/// digest for ever in the block, and when; whoever is given the document can compare. Author: the token's
/// issuer.
struct PublishDocument {
  static constexpr CommandKind kKind{22};
  static constexpr std::string_view kName = "publish-document";
  static constexpr std::uint16_t kSince = 1;

  TokenId token;
  std::string type;  ///< "annual-report", "valuation", "notice" …
  Digest sha256;
  bool operator==(const PublishDocument&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("token", self.token, form::Whole{UINT32_MAX});
    visit("type", self.type, form::Text{kMaxDocumentTypeBytes});
    visit("sha256", self.sha256, form::Hex{});
  }
};

}  // namespace aurigraph::wire
