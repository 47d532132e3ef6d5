#pragma once

#include <string>

#include "core/wire/commands/register_asset.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// A token's issuer has published a document for its holders.
struct DocumentPublished {
  static constexpr EventKind kKind{11};
  static constexpr std::string_view kName = "document-published";
  static constexpr std::string_view kTopic = "token";
  static constexpr Audience kAudience = Audience::kEverybody;

  TokenId token;
  IdentityId issuer;
  std::string type;  ///< "annual-report", "valuation", "notice" …
  Digest sha256;
  bool operator==(const DocumentPublished&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("token", self.token, form::Whole{UINT32_MAX});
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("type", self.type, form::Text{kMaxDocumentTypeBytes});
    visit("sha256", self.sha256, form::Hex{});
  }
};

}  // namespace aurigraph::wire
