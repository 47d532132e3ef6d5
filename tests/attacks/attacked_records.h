#pragma once

// Records that an attacker makes, and what the ledger made of them.

#include <algorithm>

#include "tests/attacks/attacked_cluster.h"

namespace aurigraph::attacks {

/// What the ledger says of a record that it took.
struct Admitted {
  std::int64_t score = 0;
  std::string band;
  std::string origin;
  std::string decision;
  wire::ScoreInputs inputs;
};

class RecordAttack : public Attack {
 protected:
  void SetUp() override {
    ASSERT_NO_FATAL_FAILURE(Attack::SetUp());
    now_ = wallNow();
    reader_ = attacked().gateway();
    ASSERT_TRUE(reader_->signIn(attacked().person("auditor"), attacked().genesis()));
  }

  /// Before the test began: what is to be compared is equally old.
  [[nodiscard]] Nanoseconds before(std::chrono::nanoseconds time) const {
    return Nanoseconds(now_.value - time.count());
  }
  /// The owner in whose name titles must stand, as the genesis knows it.
  static Digest rightOwner() {
    return fixedFromHex<Digest>(attacked().folder().genesis.facts.front().value).value();
  }

  /// As a registry answers: all proven but a signature, said an hour before it was read.
  [[nodiscard]] wire::Record titleOf(std::string assetKey, const Digest& owner) const {
    wire::Record out;
    out.category = wire::Category::kProperty;
    out.kind = wire::RecordKind::kPropertyTitle;
    out.origin = wire::Origin::kSimulated;
    out.tier = wire::SourceTier::kRegistryOfRecord;
    out.assetKey = std::move(assetKey);
    out.sourceId = "test";
    out.connectorVersion = "1";
    out.retrievedAt = before(1s);
    out.observedAt = before(1h);
    out.rawDigest.bytes.fill(1);
    out.fields = {test::textField("apn", "1-23-456"),
                  test::textField("country", "US"),
                  test::textField("fips", "06075"),
                  {"owner_name_hash", owner, wire::ParseQuality::kExact, ""},
                  {"recorded_on", before(24h * 365), wire::ParseQuality::kExact, ""},
                  test::textField("status", "clear")};
    out.fetch.transport.allowedHostOverTls = true;
    out.fetch.transport.pinnedKey = true;
    out.fetch.transport.authenticatedSession = true;
    return out;
  }
  /// As the poor source answers, and as it says itself.
  [[nodiscard]] wire::Record poorTitleOf(std::string assetKey, const Digest& owner) const {
    wire::Record out = titleOf(std::move(assetKey), owner);
    out.sourceId = "poor";
    out.tier = wire::SourceTier::kScraped;
    out.fetch.transport = {};
    return out;
  }
  /// The same, and of the best way there is.
  static wire::Record boasting(wire::Record record) {
    record.origin = wire::Origin::kReal;
    record.tier = wire::SourceTier::kRegistryOfRecord;
    record.fetch.transport.allowedHostOverTls = true;
    record.fetch.transport.pinnedKey = true;
    record.fetch.transport.authenticatedSession = true;
    record.fetch.transport.payloadSigned = true;
    return record;
  }
  static wire::SubmitRecord submitting(const wire::Record& record) { return {wire::encode(record), 2}; }

  /// By the slim node, in one batch: scored at the same time. What the ledger says of each.
  std::vector<Admitted> admit(const std::vector<wire::Record>& records) {
    std::vector<wire::AnyCommand> commands;
    for (const auto& each : records) commands.emplace_back(submitting(each));
    EXPECT_EQ(codeOf(send(signedBy(attacked().slimKey(), commands))), "done");
    std::vector<Admitted> out;
    for (const auto& each : records) out.push_back(admitted(each.id()));
    return out;
  }
  Admitted admit(const wire::Record& record) { return admit(std::vector{record}).front(); }

  Admitted admitted(const Digest& id) {
    const boost::json::object view = viewOf(id);
    Admitted out;
    if (!view.contains("inputs")) {
      ADD_FAILURE() << "the record's context is in no block";
      return out;
    }
    const auto text = [&](const char* name) { return std::string(view.at(name).as_string()); };
    out.score = view.at("score_ppm").to_number<std::int64_t>();
    out.band = text("band");
    out.origin = text("origin");
    out.decision = text("decision");
    const auto inputs = wire::decodeScoreInputs(fromHex(text("inputs")).value());
    if (inputs)
      out.inputs = *inputs;
    else
      ADD_FAILURE() << inputs.error().message;
    return out;
  }
  std::string codeOfReading(const Digest& id) {
    const auto view = reader_->get(pathOf(id));
    return view ? "done" : std::string(view.error().code);
  }

 private:
  static std::string pathOf(const Digest& id) { return "/query/records/" + toHex(id.view()); }
  /// Blocks may trail the ledger by a moment; so long its context is missing.
  boost::json::object viewOf(const Digest& id) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    for (;;) {
      const auto view = reader_->get(pathOf(id));
      if (view && view->as_object().contains("inputs")) return view->as_object();
      if (std::chrono::steady_clock::now() > deadline)
        return view ? view->as_object() : boost::json::object();
      std::this_thread::sleep_for(10ms);
    }
  }

  Nanoseconds now_;
  std::unique_ptr<client::ApiClient> reader_;
};

}  // namespace aurigraph::attacks
