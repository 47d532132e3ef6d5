#include "core/wire/commands.h"

#include <algorithm>
#include <tuple>

#include "core/base/byte_io.h"
#include "core/base/limits.h"
#include "core/crypto/sha256.h"
#include "core/wire/text.h"

namespace aurigraph::wire {
namespace {

/// Strictly ascending by `key`: sorted and without repetition.
template <class Item, class Key>
bool strictlySorted(const std::vector<Item>& items, Key key) {
  return std::adjacent_find(items.begin(), items.end(),
                            [&](const Item& a, const Item& b) { return !(key(a) < key(b)); }) == items.end();
}

// ---- one pair of functions per command, in the order of CommandKind ----

void write(ByteWriter& out, const RegisterIdentity& command) {
  out.text(command.name).fixed(command.key).integer(command.roles);
}
void read(ByteReader& in, RegisterIdentity& command) {
  command.name = readCleanText(in, kMaxNameBytes);
  command.key = in.fixed<PublicKey>();
  command.roles = in.integer<RoleMask>();
  if ((command.roles & ~kKnownRoles) != 0) in.markBad();
}

void write(ByteWriter& out, const OpenAccount& command) {
  out.integer(command.identity).integer(command.token);
}
void read(ByteReader& in, OpenAccount& command) {
  command.identity = in.integer<IdentityId>();
  command.token = in.integer<TokenId>();
}

void write(ByteWriter& out, const SubmitRecord& command) {
  out.blob(command.record).blob(command.inputs).fixed(command.ruleSet).integer(command.claimedScore);
  out.fixed(command.explanation).integer(command.evidenceCopies);
}
void read(ByteReader& in, SubmitRecord& command) {
  command.record = toBytes(in.blob(limits::kMaxCommandPayloadBytes));
  command.inputs = toBytes(in.blob(limits::kMaxCommandPayloadBytes));
  command.ruleSet = in.fixed<Digest>();
  command.claimedScore = in.integer<Ppm>();
  command.explanation = in.fixed<Digest>();
  command.evidenceCopies = in.integer<std::uint8_t>();
}

void write(ByteWriter& out, const ClaimReview& command) {
  out.fixed(command.recordId);
}
void read(ByteReader& in, ClaimReview& command) {
  command.recordId = in.fixed<Digest>();
}

void write(ByteWriter& out, const DecideReview& command) {
  out.fixed(command.recordId).integer(static_cast<std::uint8_t>(command.decision));
  out.integer(command.reasonCode).text(command.note);
}
void read(ByteReader& in, DecideReview& command) {
  command.recordId = in.fixed<Digest>();
  const auto decision = in.integer<std::uint8_t>();
  if (decision != static_cast<std::uint8_t>(ReviewDecision::kApprove) &&
      decision != static_cast<std::uint8_t>(ReviewDecision::kReject))
    in.markBad();
  command.decision = static_cast<ReviewDecision>(decision);
  command.reasonCode = in.integer<std::uint16_t>();
  command.note = readCleanText(in, kMaxNoteBytes);
}

void write(ByteWriter& out, const ReleaseReview& command) {
  out.fixed(command.recordId);
}
void read(ByteReader& in, ReleaseReview& command) {
  command.recordId = in.fixed<Digest>();
}

void write(ByteWriter& out, const RegisterAsset& command) {
  out.integer(static_cast<std::uint8_t>(command.assetTemplate)).text(command.assetKey).text(command.name);
  out.integer(static_cast<std::uint32_t>(command.recordIds.size()));
  for (const Digest& id : command.recordIds) out.fixed(id);
  out.integer(static_cast<std::uint32_t>(command.documents.size()));
  for (const Document& document : command.documents) out.text(document.type).fixed(document.sha256);
}
void read(ByteReader& in, RegisterAsset& command) {
  const auto assetTemplate = in.integer<std::uint8_t>();
  if (assetTemplate < static_cast<std::uint8_t>(AssetTemplate::kProperty) ||
      assetTemplate > static_cast<std::uint8_t>(AssetTemplate::kBatch))
    in.markBad();
  command.assetTemplate = static_cast<AssetTemplate>(assetTemplate);
  command.assetKey = readCleanText(in, kMaxAssetKeyBytes);
  command.name = readCleanText(in, kMaxAssetNameBytes);
  const auto records = in.count(Digest::kSizeBytes);
  if (records > kMaxRecordsPerAsset) in.markBad();
  for (std::uint32_t at = 0; at < records && in.ok(); ++at) command.recordIds.push_back(in.fixed<Digest>());
  if (!strictlySorted(command.recordIds, [](const Digest& id) { return id; })) in.markBad();
  const auto documents = in.count(4 + Digest::kSizeBytes);
  if (documents > kMaxDocumentsPerAsset) in.markBad();
  for (std::uint32_t at = 0; at < documents && in.ok(); ++at) {
    Document document;
    document.type = readCleanText(in, kMaxDocumentTypeBytes);
    document.sha256 = in.fixed<Digest>();
    command.documents.push_back(std::move(document));
  }
}

void write(ByteWriter& out, const IssueToken& command) {
  out.integer(command.asset).text(command.symbol).text(command.name).integer(command.decimals);
  out.integer(command.supply).integer(command.unitPriceMinor).text(command.currency);
  out.integer(command.lockUpSeconds);
  out.integer(static_cast<std::uint32_t>(command.serials.size()));
  for (const SerialRange& range : command.serials)
    out.text(range.registry).text(range.series).integer(range.first).integer(range.last);
  out.integer(command.minMilliCelsius).integer(command.maxMilliCelsius);
  out.integer(static_cast<std::uint32_t>(command.approvals.size()));
  for (const Approval& approval : command.approvals) out.fixed(approval.approver).fixed(approval.signature);
}
void read(ByteReader& in, IssueToken& command) {
  command.asset = in.integer<AssetId>();
  command.symbol = readCleanText(in, kMaxSymbolBytes);
  command.name = readCleanText(in, kMaxAssetNameBytes);
  command.decimals = in.integer<std::uint8_t>();
  command.supply = in.integer<U128>();
  command.unitPriceMinor = in.integer<std::uint64_t>();
  command.currency = readCleanText(in, kCurrencyBytes);
  command.lockUpSeconds = in.integer<std::int64_t>();
  const auto serials = in.count(4 + 4 + 8 + 8);
  if (serials > kMaxSerialRanges) in.markBad();
  for (std::uint32_t at = 0; at < serials && in.ok(); ++at) {
    SerialRange range;
    range.registry = readCleanText(in, kMaxSerialPartBytes);
    range.series = readCleanText(in, kMaxSerialPartBytes);
    range.first = in.integer<std::uint64_t>();
    range.last = in.integer<std::uint64_t>();
    if (range.first > range.last) in.markBad();
    command.serials.push_back(std::move(range));
  }
  if (!sortedAndDisjoint(command.serials)) in.markBad();
  command.minMilliCelsius = in.integer<std::int32_t>();
  command.maxMilliCelsius = in.integer<std::int32_t>();
  const auto approvals = in.count(PublicKey::kSizeBytes + Signature::kSizeBytes);
  if (approvals > limits::kMaxApprovals) in.markBad();
  for (std::uint32_t at = 0; at < approvals && in.ok(); ++at) {
    Approval approval;
    approval.approver = in.fixed<PublicKey>();
    approval.signature = in.fixed<Signature>();
    command.approvals.push_back(approval);
  }
  if (!strictlySorted(command.approvals, [](const Approval& approval) { return approval.approver; }))
    in.markBad();
}

void write(ByteWriter& out, const Anchor& command) {
  out.integer(command.from).integer(command.to).integer(command.leafCount).fixed(command.root);
}
void read(ByteReader& in, Anchor& command) {
  command.from = in.integer<Nanoseconds>();
  command.to = in.integer<Nanoseconds>();
  command.leafCount = in.integer<std::uint32_t>();
  command.root = in.fixed<Digest>();
}

template <class Command>
Result<AnyCommand> decodeAs(ByteView payload) {
  ByteReader reader(payload);
  Command command;
  read(reader, command);
  if (!reader.finished())
    return fail("command.malformed",
                "The payload is no canonical " + std::string(nameOf(kindOf(Command{}))) + " command.",
                "Encode it as docs/formats/commands.md says, or with the client library.");
  return AnyCommand(std::move(command));
}

}  // namespace

bool sortedAndDisjoint(const std::vector<SerialRange>& serials) {
  return std::adjacent_find(serials.begin(), serials.end(), [](const SerialRange& a, const SerialRange& b) {
           const auto order = std::tie(a.registry, a.series) <=> std::tie(b.registry, b.series);
           return order > 0 || (order == 0 && a.last >= b.first);
         }) == serials.end();
}

CommandKind kindOf(const AnyCommand& command) {
  constexpr CommandKind kKinds[] = {
      CommandKind::kRegisterIdentity, CommandKind::kOpenAccount,  CommandKind::kSubmitRecord,
      CommandKind::kClaimReview,      CommandKind::kDecideReview, CommandKind::kReleaseReview,
      CommandKind::kRegisterAsset,    CommandKind::kIssueToken,   CommandKind::kAnchor};
  static_assert(std::size(kKinds) == std::variant_size_v<AnyCommand>);
  return kKinds[command.index()];
}

Bytes encodePayload(const AnyCommand& command) {
  ByteWriter writer;
  std::visit([&](const auto& concrete) { write(writer, concrete); }, command);
  return writer.take();
}

Result<AnyCommand> decodeCommand(std::uint16_t kind, ByteView payload) {
  switch (static_cast<CommandKind>(kind)) {
    case CommandKind::kRegisterIdentity:
      return decodeAs<RegisterIdentity>(payload);
    case CommandKind::kOpenAccount:
      return decodeAs<OpenAccount>(payload);
    case CommandKind::kSubmitRecord:
      return decodeAs<SubmitRecord>(payload);
    case CommandKind::kClaimReview:
      return decodeAs<ClaimReview>(payload);
    case CommandKind::kDecideReview:
      return decodeAs<DecideReview>(payload);
    case CommandKind::kReleaseReview:
      return decodeAs<ReleaseReview>(payload);
    case CommandKind::kRegisterAsset:
      return decodeAs<RegisterAsset>(payload);
    case CommandKind::kIssueToken:
      return decodeAs<IssueToken>(payload);
    case CommandKind::kAnchor:
      return decodeAs<Anchor>(payload);
  }
  return fail("command.unknown_kind", "Commands of kind " + std::to_string(kind) + " are not known.",
              "Use a client of this cluster's version.");
}

Digest approvalDigest(const Digest& genesis, const IssueToken& issue) {
  IssueToken bare = issue;
  bare.approvals.clear();
  ByteWriter kind;
  kind.integer(static_cast<std::uint16_t>(CommandKind::kIssueToken));
  return crypto::taggedHash("aurigraph/approval/1",
                            {genesis.view(), kind.bytes(), encodePayload(AnyCommand(std::move(bare)))});
}

std::string_view nameOf(CommandKind kind) {
  switch (kind) {
    case CommandKind::kRegisterIdentity:
      return "register-identity";
    case CommandKind::kOpenAccount:
      return "open-account";
    case CommandKind::kSubmitRecord:
      return "submit-record";
    case CommandKind::kClaimReview:
      return "claim-review";
    case CommandKind::kDecideReview:
      return "decide-review";
    case CommandKind::kReleaseReview:
      return "release-review";
    case CommandKind::kRegisterAsset:
      return "register-asset";
    case CommandKind::kIssueToken:
      return "issue-token";
    case CommandKind::kAnchor:
      return "anchor";
  }
  return "unknown";
}

}  // namespace aurigraph::wire
