// Files of the certificate authority: written whole, secrets for their owner only.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "nodes/link/certificate_authority.h"

namespace aurigraph::link {
namespace {

constexpr std::uintmax_t kMaxFileBytes = 16 * 1024 * 1024;  // PEM and genesis files are far smaller

tl::unexpected<Error> unwritable(const std::filesystem::path& path, int error) {
  return fail("file.unwritable", "Cannot write " + path.string() + ": " + std::strerror(error) + ".",
              "Check the folder's owner, its mode and the free space.");
}

bool writeAll(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Status writeFile(const std::filesystem::path& path, std::string_view content, bool secret) {
  std::error_code ignored;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), ignored);
  const std::filesystem::path temporary = path.string() + ".new";
  ::unlink(temporary.c_str());
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, secret ? 0600 : 0644);
  if (file < 0) return unwritable(path, errno);
  const bool written = writeAll(file, content) && ::fsync(file) == 0;
  const int error = errno;
  ::close(file);
  if (!written || ::rename(temporary.c_str(), path.c_str()) != 0) {
    const int why = written ? errno : error;
    ::unlink(temporary.c_str());
    return unwritable(path, why);
  }
  return {};
}

Result<std::string> readFile(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error || size > kMaxFileBytes)
    return fail("file.unreadable",
                "Cannot read " + path.string() + ": " + (error ? error.message() : "it is too large") + ".",
                "Check the path and the file's mode.");
  std::ifstream file(path, std::ios::binary);
  std::string content(size, '\0');
  if (!file.read(content.data(), static_cast<std::streamsize>(size)) && size != 0)
    return fail("file.unreadable", "Cannot read " + path.string() + ".", "Check the file's mode.");
  return content;
}

Result<Credentials> loadCredentials(const std::filesystem::path& folder, std::string_view name) {
  auto certificate = readFile(folder / (std::string(name) + ".pem"));
  if (!certificate) return passOn(certificate);
  auto key = readFile(folder / (std::string(name) + ".key"));
  if (!key) return passOn(key);
  return Credentials{std::move(*certificate), std::move(*key)};
}

Status saveCredentials(const Credentials& credentials, const std::filesystem::path& folder,
                       std::string_view name) {
  if (auto done = writeFile(folder / (std::string(name) + ".key"), credentials.keyPem, true); !done)
    return done;
  return writeFile(folder / (std::string(name) + ".pem"), credentials.certificatePem, false);
}

}  // namespace aurigraph::link
