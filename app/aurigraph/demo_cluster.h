#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "nodes/client/client.h"

namespace aurigraph::cli {

/// What the demo breaks on purpose (`--break`), each at the place where it would break in life.
enum class Sabotage : std::uint8_t {
  kNone,
  kProvider,      ///< The title source answers 503 to everything.
  kReview,        ///< The decision is signed by the issuer, who is no reviewer.
  kSeal,          ///< Two of the three validators sign with keys that the genesis does not name.
  kConservation,  ///< The gateway lies about one balance.
};

struct DemoClusterOptions {
  std::uint64_t seed = 1;
  std::filesystem::path folder;  ///< Data, keys, certificates; made if missing.
  Sabotage sabotage = Sabotage::kNone;
  std::function<void(std::string_view)> progress;
};

/// The demo's cluster in this process: three validators, two business nodes, one slim node, and the
/// provider simulator over HTTPS. The story talks to it through its gateway only.
class DemoCluster {
 public:
  static Result<std::unique_ptr<DemoCluster>> start(DemoClusterOptions options);
  virtual ~DemoCluster() = default;  ///< Orderly stop.

  [[nodiscard]] virtual const Digest& genesis() const = 0;
  [[nodiscard]] virtual client::ClientOptions gateway() const = 0;
  /// Keys that the start wrote: "issuer", "compliance", "reviewer", "holder", "auditor", "slim".
  [[nodiscard]] virtual Result<crypto::SigningKey> key(std::string_view person) const = 0;
};

}  // namespace aurigraph::cli
