#pragma once

#include <span>
#include <string_view>

#include "tests/unit/proof/forger.h"

namespace aurigraph::proof::testing {

/// One change of the valid bundle and where the verifier must stop.
struct Forgery {
  std::string_view code;
  /// Of the link that does not hold. "accepted: …", "reviewed: …", "overridden: …" and "endorsed: …" stand
  /// for the records, whose order is that of their ids.
  std::string_view link;
  std::string_view how;
  void (*forge)(test::Forger&);
};

/// Where the file itself, the cluster's beginning or the certificate was changed.
std::span<const Forgery> forgeriesOfBundle();
/// An operation on its way from the author to the history.
std::span<const Forgery> forgeriesOfOperations();
/// Records, their submitters and reviews.
std::span<const Forgery> forgeriesOfRecords();
/// What the validators said when they admitted a record: its score, and the context of it.
std::span<const Forgery> forgeriesOfAdmissions();
/// Records that were rejected, and their overrides.
std::span<const Forgery> forgeriesOfOverrides();
/// Registration, issue and approvals.
std::span<const Forgery> forgeriesOfIssue();
/// Rows of the certified state.
std::span<const Forgery> forgeriesOfHolding();

}  // namespace aurigraph::proof::testing
