#include "nodes/evidence/store.h"

#include <atomic>
#include <string>

#include "core/crypto/sha256.h"
#include "nodes/files/files.h"

namespace aurigraph::evidence {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> notWritten(const fs::path& path, const std::error_code& why) {
  return fail("evidence.not_written",
              "Evidence cannot be written to " + path.string() + ": " + why.message() + ".",
              "Make room on the disk or correct the folder's permissions.");
}

}  // namespace

struct EvidenceStore::State {
  fs::path folder;
  fs::path temporary;
  std::atomic<std::uint64_t> counter{0};
  std::atomic<std::uint64_t> storedBytes{0};

  [[nodiscard]] fs::path pathOf(const Digest& digest) const {
    const std::string name = toHex(digest.view());
    return folder / name.substr(0, 2) / name.substr(2, 2) / (name + ".bin");
  }
  Status write(const Digest& digest, ByteView bytes);
};

Status EvidenceStore::State::write(const Digest& digest, ByteView bytes) {
  if (bytes.size() > kMaxBytes)
    return fail("evidence.too_large",
                "Evidence of " + std::to_string(bytes.size()) + " bytes is more than the limit of " +
                    std::to_string(kMaxBytes) + ".",
                "Ask the source for smaller answers.");
  const fs::path target = pathOf(digest);
  std::error_code error;
  if (fs::file_size(target, error) == bytes.size() && !error) return {};
  const fs::path inner = target.parent_path();
  if (fs::create_directories(inner, error); error) return notWritten(inner, error);
  // A file is there for good only when all folders above it know about it.
  for (const auto& above : {inner.parent_path(), folder})
    if (error = files::syncFolder(above); error) return notWritten(above, error);
  const fs::path draft = temporary / (toHex(digest.view()) + "." + std::to_string(counter++));
  if (error = files::createSynced(draft, bytes, files::kForGroup); error) return notWritten(draft, error);
  if (fs::rename(draft, target, error); error) return notWritten(target, error);
  if (error = files::syncFolder(inner); error) return notWritten(inner, error);
  storedBytes += bytes.size();
  return {};
}

Result<std::unique_ptr<EvidenceStore>> EvidenceStore::open(const fs::path& folder) {
  auto state = std::make_unique<State>();
  state->folder = folder;
  state->temporary = folder / "tmp";
  std::error_code error;
  fs::remove_all(state->temporary, error);
  if (!error) fs::create_directories(state->temporary, error);
  if (!error) error = files::syncFolder(folder);
  if (error)
    return fail("evidence.unusable_folder",
                "The folder " + folder.string() + " cannot be used: " + error.message() + ".",
                "Choose a folder that this user may write to.");
  return std::unique_ptr<EvidenceStore>(new EvidenceStore(std::move(state)));
}

EvidenceStore::EvidenceStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
EvidenceStore::~EvidenceStore() = default;

Result<Digest> EvidenceStore::put(ByteView bytes) {
  const Digest digest = crypto::sha256(bytes);
  if (const auto done = state_->write(digest, bytes); !done) return propagate(done);
  return digest;
}

Status EvidenceStore::putAs(const Digest& sha256, ByteView bytes) {
  if (crypto::sha256(bytes) != sha256)
    return fail("evidence.digest_mismatch",
                "The bytes are not those of the digest " + toHex(sha256.view()) + ".",
                "Send the bytes under their own SHA-256.");
  return state_->write(sha256, bytes);
}

Result<Bytes> EvidenceStore::get(const Digest& sha256) {
  const fs::path path = state_->pathOf(sha256);
  std::error_code error;
  if (!fs::exists(path, error))
    return fail("evidence.unknown",
                "There is no evidence of the digest " + toHex(sha256.view()) + " on this node.",
                "Ask another node.");
  const auto content = files::readFile(path, kMaxBytes);
  if (!content && content.error().code != "file.too_large")
    return fail("evidence.unreadable", content.error().message,
                "Check the disk; ask another node meanwhile.");
  Bytes bytes;
  if (content) bytes.assign(asBytes(*content).begin(), asBytes(*content).end());
  if (crypto::sha256(bytes) == sha256) return bytes;
  fs::rename(path, fs::path(path).replace_extension(".damaged"), error);
  return fail("evidence.damaged", "The file of the digest " + toHex(sha256.view()) + " has other content.",
              "Fetch it from another node; the damaged file is kept beside it.");
}

bool EvidenceStore::has(const Digest& sha256) const {
  std::error_code error;
  return fs::is_regular_file(state_->pathOf(sha256), error);
}

std::uint64_t EvidenceStore::storedBytes() const {
  return state_->storedBytes;
}

}  // namespace aurigraph::evidence
