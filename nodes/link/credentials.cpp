#include "nodes/files/files.h"
#include "nodes/link/certificate_authority.h"

namespace aurigraph::link {

Result<Credentials> loadCredentials(const std::filesystem::path& folder, std::string_view name) {
  auto certificate = files::readFile(folder / (std::string(name) + ".pem"));
  if (!certificate) return propagate(certificate);
  auto key = files::readFile(folder / (std::string(name) + ".key"));
  if (!key) return propagate(key);
  return Credentials{std::move(*certificate), std::move(*key)};
}

Status saveCredentials(const Credentials& credentials, const std::filesystem::path& folder,
                       std::string_view name) {
  if (auto done =
          files::writeFile(folder / (std::string(name) + ".key"), credentials.keyPem, files::kForOwner);
      !done)
    return done;
  return files::writeFile(folder / (std::string(name) + ".pem"), credentials.certificatePem,
                          files::kForEveryone);
}

}  // namespace aurigraph::link
