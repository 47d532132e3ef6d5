#include "nodes/slim/source_book.h"

#include "core/base/time_text.h"

namespace aurigraph::slim {
namespace {

using ledger::ReasonCode;

constexpr std::int64_t kHourNanos = std::int64_t{3'600} * 1'000'000'000;

bool isPaused(const SourceWord& word, Nanoseconds now) {
  return word.paused && (!word.pausedUntil || now < *word.pausedUntil);
}

bool isFull(const SourceWord& word, Nanoseconds now) {
  return word.recordsInHour >= word.terms.recordsPerHour && word.hourSince &&
         now.value - word.hourSince->value < kHourNanos;
}

tl::unexpected<Error> asTheLedgerSays(ReasonCode why, const std::string& more = {}) {
  const auto reason = ledger::describe(why);
  return fail(reason.code, std::string(reason.message) + more, std::string(reason.remedy));
}

/// The ledger's own words, and for how long.
tl::unexpected<Error> whileItRests(ReasonCode why, const std::optional<SourceWord>& word) {
  const bool paused = why == ReasonCode::kSourcePaused;
  std::string words;
  if (paused && word && word->pausedUntil) words += " Until " + timeText(*word->pausedUntil) + ".";
  if (!paused && word && word->hourSince)
    words += " The next hour begins at " + timeText(Nanoseconds(word->hourSince->value + kHourNanos)) + ".";
  return asTheLedgerSays(why, words);
}

}  // namespace

void SourceBook::heard(std::string_view source, const std::optional<SourceWord>& word) {
  const std::lock_guard lock(mutex_);
  Entry& entry = entries_[std::string(source)];
  entry.heard = true;
  entry.word = word;
}

void SourceBook::refused(std::string_view source, ReasonCode why) {
  const std::lock_guard lock(mutex_);
  Entry& entry = entries_[std::string(source)];
  entry.restsUntil = Nanoseconds(now_().value + rest_.count());
  entry.refusedFor = why;
}

ReasonCode SourceBook::whyItRests(const Entry& entry) const {
  const Nanoseconds now = now_();
  if (entry.word && isPaused(*entry.word, now)) return ReasonCode::kSourcePaused;
  if (entry.word && isFull(*entry.word, now)) return ReasonCode::kSourceBudget;
  return now < entry.restsUntil ? entry.refusedFor : ReasonCode::kDone;
}

Result<wire::SourceTerms> SourceBook::believed(std::string_view source, std::string_view provider) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(source);
  if (found == entries_.end() || !found->second.heard)
    return fail("source.unheard",
                "No business node has told yet what the ledger believes of \"" + std::string(source) + "\".",
                "Restore the connection to the cluster; it is asked again by itself.");
  const Entry& entry = found->second;
  if (!entry.word) return asTheLedgerSays(ReasonCode::kSourceUnknown);
  if (entry.word->terms.provider != provider)
    return fail("source.other_provider",
                "The ledger adopted \"" + std::string(source) + "\" for answers of " +
                    entry.word->terms.provider + ", not of " + std::string(provider) + ".",
                "Give the source the name that it was adopted under.");
  if (const auto why = whyItRests(entry); why != ReasonCode::kDone) return whileItRests(why, entry.word);
  return entry.word->terms;
}

std::vector<std::string> SourceBook::resting() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> out;
  for (const auto& [name, entry] : entries_)
    if (whyItRests(entry) != ReasonCode::kDone) out.push_back(name);
  return out;
}

}  // namespace aurigraph::slim
