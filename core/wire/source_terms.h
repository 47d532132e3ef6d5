#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/wire/fields.h"
#include "core/wire/record.h"
#include "core/wire/sorted.h"

namespace aurigraph::wire {

inline constexpr std::size_t kMaxSourceNameBytes = 64;
inline constexpr std::size_t kMaxHostBytes = 253;
inline constexpr std::size_t kMaxPins = 4;

/// Whether its answers are given to us as to somebody it knows.
enum class SourceSession : std::uint8_t { kNone = 0, kCredential = 1 };
inline constexpr form::OneOf kSourceSessions{std::array{
    form::Named{SourceSession::kNone, "none"}, form::Named{SourceSession::kCredential, "credential"}}};

/// Lower-case letters, digits and single hyphens between them: none needs quotes.
[[nodiscard]] bool isSourceName(const std::string& name);

/// What is believed of a source, at most (R-TRUST-1): whatever a record of it says of its own way lowers this
/// and never raises it.
struct SourceTerms {
  std::string name;               ///< As records name it: "county-title".
  std::string provider;           ///< Whose answers it gives: the mapping that reads them.
  std::vector<RecordKind> kinds;  ///< That it may speak of; ascending, each once.
  SourceTier tier = SourceTier::kScraped;
  Origin origin = Origin::kReal;  ///< kReal or kSimulated.
  std::string host;               ///< That is asked over TLS; empty: no host proves itself.
  std::vector<Digest> pins;       ///< SHA-256 of the keys the host may show; ascending. Empty: any key.
  SourceSession session = SourceSession::kNone;
  std::optional<PublicKey> signer;   ///< Who signs what it says.
  std::uint32_t recordsPerHour = 0;  ///< The ledger takes no more of it in an hour of block time.
  bool operator==(const SourceTerms&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("name", self.name, form::Text{kMaxSourceNameBytes});
    visit("provider", self.provider, form::Text{kMaxSourceNameBytes});
    visit("kinds", self.kinds, form::List{kRecordKinds.names.size(), kRecordKinds});
    visit("tier", self.tier, kSourceTiers);
    visit("origin", self.origin, kOrigins);
    visit("host", self.host, form::Defaulted{form::Text{kMaxHostBytes}});
    visit("pins", self.pins, form::Defaulted{form::List{kMaxPins, form::Hex{}}});
    visit("session", self.session, form::Defaulted{kSourceSessions});
    visit("signer", self.signer, form::Defaulted{form::Maybe{form::Hex{}}});
    visit("records_per_hour", self.recordsPerHour, form::Whole{UINT32_MAX});
  }
  [[nodiscard]] bool canonical() const { return strictlySorted(kinds) && strictlySorted(pins); }
};

/// Whether the terms say something that could be true: names, some kind, a possible origin, pins only of a
/// host, some record in an hour.
[[nodiscard]] bool areSound(const SourceTerms& terms);

/// How a record came here, as far as it is believed.
struct Believed {
  Origin origin = Origin::kReal;
  SourceTier tier = SourceTier::kScraped;
  TransportFacts transport;
  bool operator==(const Believed&) const = default;
};
/// What the record says of itself, lowered to what its source's terms allow (R-TRUST-1).
[[nodiscard]] Believed believedOf(const Record& record, const SourceTerms& terms);
/// What the record says of itself: of a file, whose source nobody adopted.
[[nodiscard]] Believed asStated(const Record& record);
/// Simulated is weaker than replayed, replayed than real.
[[nodiscard]] Origin weakerOf(Origin one, Origin another);

}  // namespace aurigraph::wire
