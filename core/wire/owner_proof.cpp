#include "core/wire/owner_proof.h"

#include <algorithm>

#include "core/base/byte_io.h"

namespace aurigraph::wire {
namespace {

constexpr unsigned kSlotBits = 48;  // of a handle

tl::unexpected<Error> malformed() {
  return fail("owner.malformed", "The proof of an account's owner cannot be read.",
              "Ask the node for it again; a copy may be truncated.");
}

}  // namespace

Bytes encode(const CertifiedOwner& proof) {
  const OwnerProof& owner = proof.owner;
  ByteWriter writer;
  writer.integer(CertifiedOwner::kMagic).integer(CertifiedOwner::kFormat).integer(std::uint16_t{0});
  writer.integer(owner.checkpoint).integer(owner.slot).integer(owner.token).integer(owner.holder);
  writer.fixed(owner.privatePart);
  write(writer, owner.path);
  writer.blob(encode(proof.certificate));
  return writer.take();
}

Result<CertifiedOwner> decodeCertifiedOwner(ByteView bytes) {
  ByteReader reader(bytes);
  if (reader.integer<std::uint32_t>() != CertifiedOwner::kMagic ||
      reader.integer<std::uint16_t>() != CertifiedOwner::kFormat || reader.integer<std::uint16_t>() != 0)
    return malformed();
  CertifiedOwner out;
  out.owner.checkpoint = reader.integer<Height>();
  out.owner.slot = reader.integer<std::uint64_t>();
  out.owner.token = reader.integer<TokenId>();
  out.owner.holder = reader.integer<IdentityId>();
  out.owner.privatePart = reader.fixed<Digest>();
  out.owner.path = readStatePath(reader);
  const ByteView certificate = reader.blob(kMaxCertificateBytes);
  if (!reader.finished() || (out.owner.slot >> kSlotBits) != 0) return malformed();
  auto decoded = decodeCertificate(certificate);
  if (!decoded) return propagate(decoded);
  out.certificate = std::move(*decoded);
  if (!std::ranges::equal(encode(out), bytes)) return malformed();
  return out;
}

}  // namespace aurigraph::wire
