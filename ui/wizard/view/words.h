#pragma once

#include <QString>

#include "ui/wizard/flow/issuance_flow.h"

/// The wizard's texts for people: keys of `wizard/flow` in the language of the window.
namespace aurigraph::ui {

[[nodiscard]] QString stepText(issuance::Step step);      ///< "Terms"
[[nodiscard]] QString stepHeading(issuance::Step step);   ///< "What is issued?"
[[nodiscard]] QString stepSentence(issuance::Step step);  ///< What to do there.
[[nodiscard]] QString markText(issuance::StepMark mark);  ///< "done", for whoever listens; may be empty.
[[nodiscard]] QString fieldText(const std::string& key);  ///< "Unit price"; serials and documents too.
[[nodiscard]] QString unitText(const std::string& unit);
/// Of a template's "issuance.help.…", "issuance.need.…", "issuance.document.…" or "issuance.policy.…".
[[nodiscard]] QString helpText(const std::string& key);
[[nodiscard]] QString templateSentence(const std::string& name);
[[nodiscard]] QString documentText(const std::string& type);  ///< "Deed"; an unknown one as it is.
/// The whole sentence, remote words tamed.
[[nodiscard]] QString issueText(const issuance::Issue& issue);
[[nodiscard]] QString summaryLabel(const issuance::SummaryLine& line);
/// Numbers grouped in the language's way, ids and texts as they are.
[[nodiscard]] QString summaryValue(const issuance::SummaryLine& line);
[[nodiscard]] QString trackerText(issuance::TrackerState state);
[[nodiscard]] const char* trackerTone(issuance::TrackerState state);

/// Whether there are words for it: for tests that no key stays without.
[[nodiscard]] bool hasIssueWords(const std::string& code);
[[nodiscard]] bool hasHelpWords(const std::string& key);
[[nodiscard]] bool hasFieldWords(const std::string& key);

}  // namespace aurigraph::ui
