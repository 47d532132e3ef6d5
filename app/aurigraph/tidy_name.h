#pragma once

#include <string>
#include <string_view>

namespace aurigraph::cli {

/// An identity's name, as a person types or pastes it, in the form in which the ledger takes names
/// (wire::isIdentityName): NFKC, no blanks (spaces, tabs, line ends) around it, inside one at a time. Nothing
/// is left out silently but blanks: what the ledger does not take stays, for the ledger to refuse. What is no
/// UTF-8 comes back as it is.
[[nodiscard]] std::string tidyName(std::string_view name);

}  // namespace aurigraph::cli
