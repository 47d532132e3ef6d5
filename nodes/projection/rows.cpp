#include "nodes/projection/rows.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "core/base/assert.h"
#include "nodes/json/field_writer.h"

namespace aurigraph::projection {

namespace {

class Extraction {
 public:
  explicit Extraction(const wire::Block& block) : block_(block) {}

  BlockRows run(const wire::BlockOutcome& outcome) {
    AG_ASSERT(outcome.results.size() == block_.batchCount());
    const auto& header = block_.header();
    rows_.block = {.height = header.height,
                   .hash = block_.hash(),
                   .time = header.time,
                   .term = header.term,
                   .batches = static_cast<std::uint32_t>(block_.batchCount()),
                   .operations = 0,
                   .failed = 0};
    for (std::size_t i = 0; i < outcome.results.size(); ++i) batch(i, outcome.results[i]);
    for (const wire::Event& event : outcome.events) {
      std::visit([this](const auto& what) { row(what); }, event.what);
      line(event);
    }
    line("block", {{"height", header.height.value},
                   {"hash", toHex(block_.hash().view())},
                   {"time", std::to_string(header.time.value)},
                   {"batches", rows_.block.batches},
                   {"operations", rows_.block.operations},
                   {"failed", rows_.block.failed}});
    return std::move(rows_);
  }

 private:
  void batch(std::size_t position, const wire::BatchResult& result) {
    const auto& header = block_.batch(position);
    rows_.block.operations += header.count;
    rows_.block.failed += result.batchCode != 0 ? header.count : result.failures.size();
    rows_.batches.push_back({.digest = header.digest(),
                             .height = block_.header().height,
                             .position = static_cast<std::uint32_t>(position),
                             .author = header.author,
                             .session = header.session,
                             .request = header.request,
                             .kind = header.kind,
                             .result = result});
  }

  // ---- rows of events ----

  // What no list shows is only told.

  template <class Event>
  void row(const Event&) {}

  void row(const wire::IdentityRegistered& event) {
    rows_.identities.push_back({.id = event.id,
                                .name = event.name,
                                .organisation = {},
                                .keys = {event.key},
                                .roles = event.roles,
                                .since = height(),
                                .blocked = {}});
  }

  void row(const wire::RolesChanged& event) {
    rows_.roles.push_back({event.id, event.roles, event.organisation});
  }

  void row(const wire::IdentityRecovered& event) {
    rows_.roles.push_back({event.id, event.roles, std::nullopt});
  }

  void row(const wire::KeyAdded& event) { rows_.keys.push_back({event.id, event.key}); }

  void row(const wire::KeyEnded& event) { rows_.endedKeys.push_back(event.key); }

  void row(const wire::IdentityBlocked& event) { rows_.blocked.push_back(event.id); }

  void row(const wire::AccountOpened& event) {
    rows_.accounts.push_back({event.identity, event.token, height()});
  }

  void row(const wire::RecordAdmitted& event) {
    rows_.records.push_back({.sequence = event.sequence,
                             .id = event.id,
                             .category = event.category,
                             .kind = event.kind,
                             .origin = event.origin,
                             .assetKey = event.assetKey,
                             .sourceId = event.source,
                             .score = event.score,
                             .band = event.band,
                             .decision = event.decision,
                             .submitter = event.submitter,
                             .admittedAt = block_.header().time,
                             .height = height()});
  }

  void row(const wire::ReviewDecided& event) {
    rows_.reviews.push_back(
        {event.record, event.reviewer, event.decision, event.reasonCode, block_.header().time});
  }

  void row(const wire::RecordOverridden& event) {
    rows_.reviews.push_back({event.record, event.by, wire::Decision::kOverridden, 0, block_.header().time});
  }

  void row(const wire::AssetRegistered& event) {
    rows_.assets.push_back({.id = event.id,
                            .assetKey = event.assetKey,
                            .name = event.name,
                            .assetTemplate = event.assetTemplate,
                            .issuer = event.issuer,
                            .token = TokenId(),
                            .registeredAt = height(),
                            .records = event.records});
  }

  void row(const wire::TokenIssued& event) {
    rows_.tokens.push_back({.id = event.id,
                            .symbol = event.symbol,
                            .name = event.name,
                            .asset = event.asset,
                            .issuer = event.issuer,
                            .decimals = event.decimals,
                            .supply = event.supply,
                            .issuedAt = height()});
  }

  // ---- the stream's lines ----

  void line(const wire::Event& event) {
    std::visit(
        [&]<class Each>(const Each& what) {
          boost::json::object data{{"event", Each::kName}};
          json::FieldWriter writer(data);
          writer("cause", event.cause, wire::form::Struct{});
          Each::fields(what, writer);
          // Up to 64 KiB that nobody reads line by line: it stays in the block, and beside the record.
          if constexpr (std::is_same_v<Each, wire::RecordAdmitted>) data.erase("context");
          line(Each::kTopic, data);
        },
        event.what);
  }

  void line(std::string_view topic, const boost::json::object& data) {
    rows_.events.push_back({.height = height(),
                            .index = static_cast<std::uint32_t>(rows_.events.size()),
                            .topic = std::string(topic),
                            .data = boost::json::serialize(data)});
  }

  [[nodiscard]] Height height() const { return block_.header().height; }

  const wire::Block& block_;
  BlockRows rows_;
};

}  // namespace

BlockRows rowsOf(const wire::Block& block, const wire::BlockOutcome& outcome) {
  return Extraction(block).run(outcome);
}

}  // namespace aurigraph::projection
