#include "tests/fuzz/seeds.h"

#include <algorithm>

#include "app/sim/people.h"
#include "core/base/byte_io.h"
#include "core/consensus/messages.h"
#include "core/wire/batch.h"
#include "core/wire/batch_result.h"
#include "core/wire/block.h"
#include "core/wire/outcome.h"
#include "core/wire/owner_proof.h"
#include "core/wire/proof_bundle.h"
#include "core/wire/rows/all.h"
#include "tests/support/commands.h"

namespace aurigraph::fuzz {
namespace {

void addCommands(std::vector<Seed>& out) {
  for (const wire::AnyCommand& command : test::oneOfEachCommand()) {
    ByteWriter writer;
    writer.integer(static_cast<std::uint16_t>(kindOf(command))).raw(encodePayload(command));
    out.push_back({"command", writer.take()});
  }
}

/// Without a signature: the target counts on nobody having one.
std::vector<Bytes> batches() {
  std::vector<wire::Command> commands;
  for (const wire::AnyCommand& command : test::oneOfEachCommand())
    commands.push_back({static_cast<std::uint16_t>(kindOf(command)), encodePayload(command)});
  wire::BatchDraft draft;
  draft.session = SessionNumber(1);
  draft.request = RequestNumber(2);
  draft.validUntil = Nanoseconds(3);
  Bytes ofCommands = wire::draftCommands(draft, commands, {});

  std::vector<wire::Transfer> transfers(17);  // more than one leaf of the body's tree
  for (std::size_t at = 0; at < transfers.size(); ++at) transfers[at].amount = at + 1;
  Bytes ofTransfers = wire::signTransfers(draft, transfers, test::keyNumber(1));
  std::fill_n(ofTransfers.begin() + offsetof(wire::BatchHeader, signature), Signature::kSizeBytes,
              std::uint8_t{0});
  return {ofCommands, ofTransfers};
}

Bytes block(const std::vector<Bytes>& batches) {
  wire::BlockBuilder builder(allocateBuffer(BufferClass::kSmall));
  for (const Bytes& batch : batches)
    builder.add(wire::parseBatch(batch).value(), ByteView(batch).subspan(sizeof(wire::BatchHeader)));
  wire::BlockHeader header;
  header.height = Height(5);
  header.term = Term(2);
  header.time = Nanoseconds(7);
  const wire::Block built = builder.finish(header);
  const BufferRef& buffer = built.buffer();
  Bytes out = toBytes(buffer.header());
  out.insert(out.end(), buffer.body().begin(), buffer.body().end());
  return out;
}

void addMessages(std::vector<Seed>& out, const wire::Certificate& certificate) {
  using namespace consensus;
  wire::Seal seal;
  seal.voter = NodeId(2);
  const std::vector<MessageBody> bodies = {
      PreVoteRequest{Term(10), Height(7), Term(8)},
      PreVoteAnswer{Term(10), true},
      VoteRequest{Height(7), Term(8), true},
      VoteAnswer{true, Nanoseconds(17)},
      Append{Height(7), Term(3), Height(6), Height(5), SealRound(4), ReadRound(2), {}},
      AppendAnswer{true, Height(7), Height(6), Term(5), ReadRound(4), Height(3), Height(2), Nanoseconds(11),
                   Protocol(2)},
      TimeoutNow{},
      ReadRequest{ReadToken(77)},
      ReadAnswer{ReadToken(77), Height(5), true},
      SealNotice{seal},
      CertificateNotice{certificate}};
  for (const MessageBody& body : bodies)
    out.push_back({"message", encode(Message{clusterTagOf(Digest{}), Lane(0), NodeId(2), Term(9), body})});
}

wire::ScoreInputs scoreInputs() {
  wire::ScoreInputs inputs;
  inputs.tier = wire::SourceTier::kPublicApi;
  inputs.transport.allowedHostOverTls = true;
  inputs.references = {{"a", wire::ReferenceOutcome::kResolved}, {"b", wire::ReferenceOutcome::kDangling}};
  inputs.facts = {{"median_30d", wire::Quantity{Decimal::of(30), "USD"}}};
  inputs.history = {{"price", {Decimal::of(1), Decimal::of(25, 1)}}};
  inputs.erroredChecks = {"range"};
  return inputs;
}

wire::Record record() {
  wire::Record out;
  out.assetKey = "US:06037:1";
  out.fields = {{"absent", wire::NoValue{wire::NullReason::kSentinel}, wire::ParseQuality::kExact, "/x"},
                {"flag", true, wire::ParseQuality::kExact, "/flag"},
                {"owner", Digest{}, wire::ParseQuality::kExact, ""},
                {"price", wire::Quantity{Decimal::of(5), "USD"}, wire::ParseQuality::kExact, "/a"},
                {"text", std::string("text"), wire::ParseQuality::kNormalized, "/b"},
                {"time", Nanoseconds(11), wire::ParseQuality::kExact, "/time"}};
  out.fetch.transport.pinnedKey = true;
  out.fetch.facts = {{"comps_median_per_m2", wire::Quantity{Decimal::of(30), "USD"}}};
  return out;
}

void addRowsAndEvents(std::vector<Seed>& out) {
  wire::eachRowKind([&]<class Row>(const Row&) { out.push_back({"row", encode(test::sampleOf<Row>())}); });
  std::vector<wire::Event> events;
  wire::anyEventKind([&]<class Each>(const Each&) {
    events.push_back({{wire::CauseKind::kCommand, 1, 2}, test::sampleOf<Each>()});
    return false;
  });
  for (const wire::Event& event : events) out.push_back({"event", encode(event)});
  wire::BatchResult result;
  result.count = 9;
  result.failures = {{2, 7, 1}, {8, 9, 0}};
  out.push_back({"block outcome", encode(wire::outcomeOf({result}, events))});
}

wire::ProofBundle bundle(const wire::Genesis& genesis, const wire::Certificate& certificate) {
  wire::ProofBundle out;
  out.genesis = encode(genesis);
  out.records.resize(2);
  for (auto& record : out.records) {
    record.reviewed = true;
    record.admitted = wire::EventProof{{4, 5}, 2, 3, {Digest()}};
  }
  out.records[1].overridden = wire::EventProof{{1, 2, 3}, 1, 4, {Digest(), Digest()}};
  for (auto* operation : {&out.registration, &out.issue, &out.records[0].submission, &out.records[0].review,
                          &out.records[1].submission, &out.records[1].review}) {
    operation->batchHeader.resize(limits::kBatchHeaderBytes);
    operation->blockHeader.resize(limits::kBlockHeaderBytes);
    operation->bodyPath.resize(1);
  }
  out.certificate = certificate;
  return out;
}

}  // namespace

std::vector<Seed> seeds() {
  const wire::Genesis genesis = test::testGenesis();
  wire::Certificate certificate;
  certificate.votes = {{NodeId(1), {}}, {NodeId(2), {}}};
  wire::BatchResult result;
  result.count = 9;
  result.failures = {{2, 7, 1}, {8, 9, 0}};

  std::vector<Seed> out = {{"batch result", encode(result)},
                           {"seal statement", encode(wire::SealStatement{})},
                           {"seal", encode(wire::Seal{})},
                           {"certificate", encode(certificate)},
                           {"genesis", encode(genesis)},
                           {"record", encode(record())},
                           {"score inputs", encode(scoreInputs())},
                           {"rule set", quality::encode(test::testRules())},
                           {"proof bundle", encode(bundle(genesis, certificate))},
                           {"owner proof", encode(wire::CertifiedOwner{{}, certificate})}};
  addRowsAndEvents(out);
  addCommands(out);
  const auto valid = batches();
  for (const Bytes& batch : valid) out.push_back({"batch", batch});
  out.push_back({"block", block({})});
  out.push_back({"block", block(valid)});
  addMessages(out, certificate);
  return out;
}

}  // namespace aurigraph::fuzz
