#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "app/aurigraph/profile.h"
#include "core/wire/seal.h"

/// What this profile has seen certified, and that each cluster goes on from it (docs/decisions/091). Of each
/// cluster the last certificate lies in `<profile>/history/<genesis>.json`. No certificate is remembered, and
/// none is called a fork, that the genesis's validators have not signed.
namespace aurigraph::cli {

/// The certificate remembered of a cluster; nothing: none yet. Errors: history.damaged.
Result<std::optional<wire::Certificate>> lastSeen(const std::filesystem::path& profileFolder,
                                                  const Digest& genesis);

/// Compares a certificate of the profile's cluster with the one remembered and remembers the later one. What
/// cannot be compared just now (a node that lags, no answer, a folder that cannot be written) is said on
/// stderr and nothing is changed. Errors: client.history_forked, client.history_unproven (both certificates
/// and the gateway's answer are kept in a file, which the remedy names), history.damaged,
/// client.other_genesis, certificate.*.
Status checkHistory(const Profile& profile, client::ApiClient& api, const wire::Certificate& shown);

/// The same with the newest certificate of the profile's gateway; without one there is nothing to compare.
Status checkHistory(const Profile& profile, client::ApiClient& api);

/// For whoever is about to sign: the gateway has come as far as what this profile saw certified. One that
/// stays behind lags, or its cluster was rolled back, and what is executed there would stand beside what was
/// final. Waits up to `atMost` for it. Errors: client.gateway_behind, history.damaged; a gateway that shows
/// no certificate is left to checkHistory().
Status caughtUp(const Profile& profile, client::ApiClient& api, std::chrono::milliseconds atMost);

}  // namespace aurigraph::cli
