#include "core/wire/seal.h"

#include <algorithm>
#include <string>

#include "core/base/byte_io.h"
#include "core/base/limits.h"
#include "core/crypto/sha256.h"

namespace aurigraph::wire {
namespace {

void write(ByteWriter& writer, const SealStatement& statement) {
  writer.integer(SealStatement::kFormat).integer(statement.lane).integer(std::uint32_t{0});
  writer.fixed(statement.genesis).fixed(statement.voterSet).integer(statement.height);
  writer.fixed(statement.historyRoot).integer(statement.checkpointHeight).fixed(statement.stateRoot);
  writer.integer(std::uint64_t{0});
}

SealStatement readStatement(ByteReader& reader) {
  SealStatement out;
  if (reader.integer<std::uint16_t>() != SealStatement::kFormat) reader.markBad();
  out.lane = reader.integer<Lane>();
  if (reader.integer<std::uint32_t>() != 0) reader.markBad();
  out.genesis = reader.fixed<Digest>();
  out.voterSet = reader.fixed<Digest>();
  out.height = reader.integer<Height>();
  out.historyRoot = reader.fixed<Digest>();
  out.checkpointHeight = reader.integer<Height>();
  out.stateRoot = reader.fixed<Digest>();
  if (reader.integer<std::uint64_t>() != 0) reader.markBad();
  return out;
}

}  // namespace

Digest VoterSet::digest() const {
  ByteWriter writer;
  for (const Voter& voter : voters) writer.integer(voter.node).fixed(voter.key);
  return crypto::taggedHash("aurigraph/voters/1", {writer.bytes()});
}

const Voter* VoterSet::find(NodeId node) const {
  const auto at = std::ranges::find(voters, node, &Voter::node);
  return at == voters.end() ? nullptr : &*at;
}

Digest SealStatement::signingDigest() const {
  return crypto::taggedHash("aurigraph/seal/1", {encode(*this)});
}

Bytes encode(const SealStatement& statement) {
  ByteWriter writer;
  write(writer, statement);
  return writer.take();
}

Result<SealStatement> decodeSealStatement(ByteView bytes) {
  ByteReader reader(bytes);
  const SealStatement out = readStatement(reader);
  if (!reader.finished())
    return fail("seal.malformed", "A seal's statement cannot be read.", "Fetch it again.");
  return out;
}

Bytes encode(const Seal& seal) {
  ByteWriter writer;
  write(writer, seal.statement);
  writer.integer(seal.voter).integer(std::uint32_t{0}).fixed(seal.signature);
  return writer.take();
}

Result<Seal> decodeSeal(ByteView bytes) {
  ByteReader reader(bytes);
  Seal out;
  out.statement = readStatement(reader);
  out.voter = reader.integer<NodeId>();
  if (reader.integer<std::uint32_t>() != 0) reader.markBad();
  out.signature = reader.fixed<Signature>();
  if (!reader.finished())
    return fail("seal.malformed", "A seal cannot be read.", "The sender is faulty; see the node's log.");
  return out;
}

Bytes encode(const Certificate& certificate) {
  ByteWriter writer;
  write(writer, certificate.statement);
  writer.integer(static_cast<std::uint32_t>(certificate.votes.size())).integer(std::uint32_t{0});
  for (const auto& vote : certificate.votes)
    writer.integer(vote.voter).integer(std::uint32_t{0}).fixed(vote.signature);
  return writer.take();
}

Result<Certificate> decodeCertificate(ByteView bytes) {
  constexpr std::size_t kVoteBytes = 72;
  ByteReader reader(bytes);
  Certificate out;
  out.statement = readStatement(reader);
  const auto votes = reader.count(kVoteBytes);
  if (reader.integer<std::uint32_t>() != 0 || votes > limits::kMaxValidators) reader.markBad();
  for (std::uint32_t at = 0; at < votes && reader.ok(); ++at) {
    Certificate::Vote vote;
    vote.voter = reader.integer<NodeId>();
    if (reader.integer<std::uint32_t>() != 0) reader.markBad();
    vote.signature = reader.fixed<Signature>();
    if (!out.votes.empty() && out.votes.back().voter >= vote.voter) reader.markBad();
    out.votes.push_back(vote);
  }
  if (!reader.finished())
    return fail("certificate.malformed", "A certificate cannot be read.", "Fetch it again.");
  return out;
}

Status checkVotes(const Certificate& certificate, const VoterSet& voters) {
  if (certificate.statement.voterSet != voters.digest())
    return fail("certificate.wrong_voters", "The certificate names another set of validators.",
                "Check it with the voter set of its height.");
  NodeId before;
  for (const auto& vote : certificate.votes) {
    if (voters.find(vote.voter) == nullptr || vote.voter <= before)
      return fail(
          "certificate.unknown_voter",
          "Node " + std::to_string(vote.voter.value) + " is no validator of this set, or is named twice.",
          "Do not trust this certificate.");
    before = vote.voter;
  }
  if (certificate.votes.size() < voters.majority())
    return fail("certificate.too_few_seals",
                "The certificate has " + std::to_string(certificate.votes.size()) +
                    " seals, a majority needs " + std::to_string(voters.majority()) + ".",
                "Wait until more validators have sealed.");
  return {};
}

Status verify(const Certificate& certificate, const VoterSet& voters) {
  if (auto status = checkVotes(certificate, voters); !status) return status;
  const Digest digest = certificate.statement.signingDigest();
  for (const auto& vote : certificate.votes)
    if (!crypto::verify(voters.find(vote.voter)->key, digest, vote.signature))
      return fail("certificate.bad_signature",
                  "The seal of node " + std::to_string(vote.voter.value) + " does not fit the statement.",
                  "Do not trust this certificate.");
  return {};
}

}  // namespace aurigraph::wire
