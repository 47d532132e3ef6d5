#pragma once

#include <string>
#include <string_view>

/// Names of identities: which are some, and which two a person could take for one.
///
/// Whoever reads "issuer" must not be shown "lssuer", "ISSUER" or an "issuer" with a Cyrillic letter in it as
/// somebody else. So a name is kept under three keys, and is taken when one of them is: two names with one
/// foldedOf() are the same word in other letters, two names with one looksOf() are other words that look the
/// same, and looksOf(foldedOf()) is both at once. Everything here is part of the protocol (name_table.h): no
/// locale, no library of the machine.
namespace aurigraph::wire {

/// UTF-8 of characters that Unicode recommends for identifiers (UTS #39, Identifier_Status=Allowed) or that
/// ASCII prints: each is its own NFKC form, none is invisible or turns the direction. Blanks stand single and
/// inside. A combining mark has something to stand on, and with at most three others (UTS #39 §5.4), counted
/// in NFD. The length is the caller's matter.
[[nodiscard]] bool isIdentityName(std::string_view name);

/// The name in small letters, decomposed: "José", "JOSÉ" and "José" in six characters are one. Full case
/// folding (Unicode §3.13, D145) in NFD. What is no identity name comes back as it is.
[[nodiscard]] std::string foldedOf(std::string_view name);

/// What a glance sees: the skeleton of UTS #39 §4, and beyond it
/// - capitals are small letters, and i, l, 1 and | are one;
/// - blank, '-', '_' and '.' are one joint, however many stand there, and none at the ends;
/// - a mark twice is once, and the dot above an i is the letter's own.
/// looksOf(looksOf(name)) == looksOf(name). What is no identity name comes back as it is. Never shown:
/// it may be up to seven times as long as the name.
[[nodiscard]] std::string looksOf(std::string_view name);

/// Whether somebody could take one for the other: they have one of the three keys in common.
[[nodiscard]] bool readAlike(std::string_view one, std::string_view another);

}  // namespace aurigraph::wire
