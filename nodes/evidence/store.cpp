#include "nodes/evidence/store.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <string>

#include "core/crypto/sha256.h"

namespace aurigraph::evidence {
namespace {

namespace fs = std::filesystem;

class File {
 public:
  File(const fs::path& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0640)) {}
  ~File() { close(); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] bool ok() const { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const { return descriptor_; }
  bool close() {
    const bool done = descriptor_ < 0 || ::close(descriptor_) == 0;
    descriptor_ = -1;
    return done;
  }

 private:
  int descriptor_;
};

bool writeAll(int descriptor, ByteView bytes) {
  while (!bytes.empty()) {
    const auto done = ::write(descriptor, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(done));
  }
  return true;
}

bool syncFolder(const fs::path& folder) {
  const File file(folder, O_RDONLY | O_DIRECTORY);
  return file.ok() && ::fsync(file.descriptor()) == 0;
}

tl::unexpected<Error> notWritten(const fs::path& path, int code) {
  return fail("evidence.not_written",
              "Evidence cannot be written to " + path.string() + ": " + std::strerror(code) + ".",
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
  if (fs::create_directories(inner, error); error) return notWritten(inner, error.value());
  // A file is there for good only when all folders above it know about it.
  if (!syncFolder(inner.parent_path()) || !syncFolder(folder)) return notWritten(inner, errno);

  const fs::path draft = temporary / (toHex(digest.view()) + "." + std::to_string(counter++));
  {
    File file(draft, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.ok() || !writeAll(file.descriptor(), bytes) || ::fsync(file.descriptor()) != 0 ||
        !file.close()) {
      const int code = errno;
      fs::remove(draft, error);
      return notWritten(draft, code);
    }
  }
  if (fs::rename(draft, target, error); error) return notWritten(target, error.value());
  if (!syncFolder(inner)) return notWritten(inner, errno);
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
  if (error || !syncFolder(folder))
    return fail("evidence.unusable_folder",
                "The folder " + folder.string() + " cannot be used: " + error.message() + ".",
                "Choose a folder that this user may write to.");
  return std::unique_ptr<EvidenceStore>(new EvidenceStore(std::move(state)));
}

EvidenceStore::EvidenceStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
EvidenceStore::~EvidenceStore() = default;

Result<Digest> EvidenceStore::put(ByteView bytes) {
  const Digest digest = crypto::sha256(bytes);
  if (const auto done = state_->write(digest, bytes); !done) return passOn(done);
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
  const File file(path, O_RDONLY);
  if (!file.ok())
    return fail("evidence.unknown",
                "There is no evidence of the digest " + toHex(sha256.view()) + " on this node.",
                "Ask another node.");
  std::error_code error;
  const auto size = fs::file_size(path, error);
  Bytes bytes(error || size > kMaxBytes ? 0 : size);
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto read = ::read(file.descriptor(), bytes.data() + at, bytes.size() - at);
    if (read < 0 && errno == EINTR) continue;
    if (read < 0)
      return fail("evidence.unreadable",
                  "Evidence cannot be read from " + path.string() + ": " + std::strerror(errno) + ".",
                  "Check the disk; ask another node meanwhile.");
    if (read == 0) break;
    at += static_cast<std::size_t>(read);
  }
  bytes.resize(at);
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
