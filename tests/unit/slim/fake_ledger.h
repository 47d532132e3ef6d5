#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "core/crypto/sha256.h"
#include "core/ledger/past.h"
#include "core/ledger/reason.h"
#include "core/quality/score.h"
#include "core/wire/batch.h"
#include "core/wire/commands.h"
#include "nodes/slim/ledger_port.h"

namespace aurigraph::slim::testing {

/// A ledger that does with batches what the real one promises: signature and body root checked, sessions
/// counted, the same bytes answered alike, records scored in the context of its own tables. And it fails when
/// told to.
class FakeLedger {
 public:
  struct Records {
    std::vector<wire::SubmitRecord> applied;
    std::map<Digest, Ppm> scores;  ///< Of the applied ones, by record id.
    std::vector<wire::Anchor> anchors;
    int unreachable = 0;      ///< Submissions that came while it could not be reached.
    int evidenceRefused = 0;  ///< Pieces of evidence that it did not take.
    int turnedAway = 0;       ///< Records that it did not take of their source.
  };
  enum class Trouble { kNone, kUnreachable, kAnswerLost };

  FakeLedger(const Digest& genesis, quality::RuleSet rules) : genesis_(genesis) {
    state_.rules = std::move(rules);
  }

  /// As a genesis adopts it.
  void know(const wire::Fact& fact) {
    const std::lock_guard lock(mutex_);
    state_.of<wire::FactRow>().add({fact, 1, Height(0)});
  }

  /// The next `times` submissions fail so; -1: all.
  void trouble(Trouble kind, int times) {
    const std::lock_guard lock(mutex_);
    trouble_ = kind;
    troubleTimes_ = times;
  }
  /// As after an hour in which nobody used them: with them their answers are forgotten.
  void closeSessions() {
    const std::lock_guard lock(mutex_);
    sessions_.open.clear();
    answers_.clear();
  }
  /// From now on it knows these sources, and no others. Their records are counted anew.
  void adopt(const std::vector<wire::SourceTerms>& sources) {
    const std::lock_guard lock(mutex_);
    sources_.clear();
    for (const wire::SourceTerms& terms : sources) sources_[terms.name].terms = terms;
  }
  /// Changes the terms of one; its records are counted anew.
  void change(const std::string& source, const std::function<void(wire::SourceTerms&)>& terms) {
    const std::lock_guard lock(mutex_);
    SourceWord& word = sources_.at(source);
    terms(word.terms);
    word.recordsInHour = 0;
    word.hourSince.reset();
  }
  void forget(const std::string& source) {
    const std::lock_guard lock(mutex_);
    sources_.erase(source);
  }
  /// Until it is resumed.
  void pause(const std::string& source, bool paused = true) {
    const std::lock_guard lock(mutex_);
    sources_.at(source).paused = paused;
  }
  void evidenceFails(bool fails) {
    const std::lock_guard lock(mutex_);
    evidenceFails_ = fails;
  }
  Records records() {
    const std::lock_guard lock(mutex_);
    return records_;
  }
  std::map<Digest, Bytes> evidence() {
    const std::lock_guard lock(mutex_);
    return evidence_;
  }
  int submissions() {
    const std::lock_guard lock(mutex_);
    return submissions_;
  }
  std::vector<Digest> problems() {
    const std::lock_guard lock(mutex_);
    return namedBeforeStored_;
  }
  bool waitFor(const std::function<bool(const Records&)>& holds,
               std::chrono::milliseconds atMost = std::chrono::seconds(20)) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, atMost, [&] { return holds(records_); });
  }

  std::unique_ptr<LedgerPort> port() { return std::make_unique<Port>(*this); }

 private:
  class Port final : public LedgerPort {
   public:
    explicit Port(FakeLedger& ledger) : ledger_(ledger) {}
    Result<client::BatchReply> submit(ByteView batch) override { return ledger_.submit(batch); }
    Result<client::SessionsState> sessions(const PublicKey&) override { return ledger_.sessions(); }
    Result<std::optional<SourceWord>> source(std::string_view name) override { return ledger_.source(name); }
    Status putEvidence(const Digest& sha256, ByteView bytes) override {
      return ledger_.putEvidence(sha256, bytes);
    }

   private:
    FakeLedger& ledger_;
  };

  Result<client::BatchReply> submit(ByteView batch) {
    const std::lock_guard lock(mutex_);
    ++submissions_;
    const Trouble trouble = troubleTimes_ != 0 ? trouble_ : Trouble::kNone;
    if (troubleTimes_ > 0) --troubleTimes_;
    if (trouble == Trouble::kUnreachable) {
      ++records_.unreachable;
      changed_.notify_all();
      return fail("client.unreachable", "No answer.", "Wait.");
    }
    auto reply = execute(batch);
    changed_.notify_all();
    if (trouble == Trouble::kAnswerLost) return fail("client.timeout", "No answer in time.", "Ask again.");
    return reply;
  }

  Result<client::BatchReply> execute(ByteView batch) {
    const auto header = wire::parseBatch(batch);
    if (!header) return propagate(header);
    const ByteView body = batch.subspan(sizeof(wire::BatchHeader));
    if (const auto valid = wire::verifyBatch(*header, body); !valid) return propagate(valid);
    if (header->genesis != genesis_) return fail("batch.other_cluster", "Another cluster's.", "");
    if (const auto known = answers_.find(header->digest()); known != answers_.end()) return known->second;
    const auto open = sessions_.open.find(header->session);
    if (open == sessions_.open.end() && header->session <= sessions_.highest)
      return fail("session.closed", "An older session.", "");
    const RequestNumber last = open == sessions_.open.end() ? RequestNumber() : open->second;
    if (header->request != last.next()) return fail("session.gap_too_wide", "Not the next request.", "");
    sessions_.open[header->session] = header->request;
    sessions_.highest = std::max(sessions_.highest, header->session);
    client::BatchReply reply;
    reply.batch = header->digest();
    reply.height = Height(++height_);
    reply.count = header->count;
    std::uint32_t index = 0;
    const auto views = wire::splitCommands(header->count, body);
    if (!views) return propagate(views);
    for (const wire::CommandView& view : *views) {
      const auto command = wire::decodeCommand(view.kind, view.payload);
      const auto code = command ? apply(*command) : ledger::ReasonCode::kMalformed;
      if (code != ledger::ReasonCode::kDone)
        reply.failures.push_back({index, std::string(ledger::describe(code).code), "refused", ""});
      ++index;
    }
    answers_[reply.batch] = reply;
    return reply;
  }

  ledger::ReasonCode apply(const wire::AnyCommand& command) {
    if (const auto* anchor = std::get_if<wire::Anchor>(&command)) {
      if (!records_.anchors.empty() && anchor->from < records_.anchors.back().to)
        return ledger::ReasonCode::kAnchorOrder;
      records_.anchors.push_back(*anchor);
      return ledger::ReasonCode::kDone;
    }
    const auto& submit = std::get<wire::SubmitRecord>(command);
    const auto record = wire::decodeRecord(submit.record);
    if (!record) return ledger::ReasonCode::kRecordMalformed;
    if (!ids_.insert(record->id()).second) return ledger::ReasonCode::kRecordDuplicate;
    const auto found = sources_.find(record->sourceId);
    if (found == sources_.end()) return turnedAway(record->id(), ledger::ReasonCode::kSourceUnknown);
    SourceWord& word = found->second;
    if (word.paused) return turnedAway(record->id(), ledger::ReasonCode::kSourcePaused);
    if (!std::ranges::binary_search(word.terms.kinds, record->kind))
      return turnedAway(record->id(), ledger::ReasonCode::kSourceKind);
    if (word.recordsInHour >= word.terms.recordsPerHour)
      return turnedAway(record->id(), ledger::ReasonCode::kSourceBudget);
    for (const Digest& digest : {record->rawDigest, crypto::sha256(submit.record)})
      if (submit.evidenceCopies > 1 && !evidence_.contains(digest)) namedBeforeStored_.push_back(digest);
    const auto now = Nanoseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                     std::chrono::system_clock::now().time_since_epoch())
                                     .count());
    records_.applied.push_back(submit);
    records_.scores[record->id()] = scoreNow(*record, word.terms, now);
    ++word.recordsInHour;
    word.hourSince = now;
    return ledger::ReasonCode::kDone;
  }
  Ppm scoreNow(const wire::Record& record, const wire::SourceTerms& terms, Nanoseconds now) {
    ledger::LedgerPast past(state_);
    const auto inputs =
        quality::contextOf(record, wire::believedOf(record, terms), state_.rules, past, now).value();
    const auto result = quality::score(record, inputs, state_.rules);
    if (!quality::joinsSeries(inputs, result.band)) return result.score;
    auto& series = state_.of<wire::SeriesRow>();
    const std::uint64_t slot = ledger::seriesSlotOf(state_, record);
    auto more = ledger::withOneMore(slot == 0 ? wire::SeriesRow() : series.get(slot), record, result.band,
                                    state_.rules);
    if (slot == 0)
      series.add(std::move(more));
    else
      series.put(slot, std::move(more));
    return result.score;
  }
  /// It may come again.
  ledger::ReasonCode turnedAway(const Digest& recordId, ledger::ReasonCode why) {
    ids_.erase(recordId);
    ++records_.turnedAway;
    return why;
  }

  Result<std::optional<SourceWord>> source(std::string_view name) {
    const std::lock_guard lock(mutex_);
    const auto found = sources_.find(name);
    return found == sources_.end() ? std::nullopt : std::optional(found->second);
  }

  Result<client::SessionsState> sessions() {
    const std::lock_guard lock(mutex_);
    return sessions_;
  }

  Status putEvidence(const Digest& sha256, ByteView bytes) {
    const std::lock_guard lock(mutex_);
    if (evidenceFails_) {
      ++records_.evidenceRefused;
      changed_.notify_all();
      return fail("client.unreachable", "No answer.", "Wait.");
    }
    if (crypto::sha256(bytes) != sha256) return fail("evidence.digest_mismatch", "Not these bytes.", "");
    evidence_[sha256] = toBytes(bytes);
    return {};
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  Digest genesis_;
  ledger::State state_;  ///< Its rules, facts and series.
  Records records_;
  std::set<Digest> ids_;
  std::map<Digest, client::BatchReply> answers_;
  std::map<Digest, Bytes> evidence_;
  std::map<std::string, SourceWord, std::less<>> sources_;
  std::vector<Digest> namedBeforeStored_;
  client::SessionsState sessions_;
  std::uint64_t height_ = 0;
  Trouble trouble_ = Trouble::kNone;
  int troubleTimes_ = 0;
  int submissions_ = 0;
  bool evidenceFails_ = false;
};

}  // namespace aurigraph::slim::testing
