#include "app/console/remote.h"

#include <QFile>
#include <QSslCertificate>
#include <QUrl>
#include <QtConcurrent>
#include <cstdio>

#include "core/crypto/keystore.h"

namespace aurigraph::console {
namespace {

constexpr qint64 kMaxFileBytes = 64 * 1024;
constexpr int kDefaultPort = 8443;

ui::Reply<QByteArray> contentOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return tl::unexpected(ui::ApiError{QStringLiteral("file.unreadable"),
                                       QStringLiteral("%1 cannot be read.").arg(path),
                                       QStringLiteral("Check the name and its permissions."), 0, 0});
  return file.read(kMaxFileBytes);
}

tl::unexpected<ui::ApiError> refuse(const char* code, const char* message, const char* remedy) {
  return tl::unexpected(ui::ApiError{QString::fromLatin1(code), QString::fromLatin1(message),
                                     QString::fromLatin1(remedy), 0, 0});
}

}  // namespace

ui::Reply<Remote> remoteOf(const RemoteArguments& arguments) {
  const QUrl url(QStringLiteral("https://") + arguments.address);
  if (!url.isValid() || url.host().isEmpty())
    return refuse("console.bad_address", "The address is not HOST:PORT.",
                  "Give --connect like 10.0.0.5:8443.");
  const auto pem = contentOf(arguments.authorityFile);
  if (!pem) return tl::unexpected(pem.error());
  if (QSslCertificate::fromData(*pem, QSsl::Pem).isEmpty())
    return refuse("console.bad_authority", "--authority holds no certificate.",
                  "Give the cluster's root certificate, a .pem file.");
  if (!arguments.genesis.isEmpty() && !fixedFromHex<Digest>(ui::stdText(arguments.genesis)))
    return refuse("console.bad_genesis", "--genesis is no digest.",
                  "It has 64 digits from 0 to 9 and a to f.");
  Remote out;
  out.profile.mode = ui::ClusterProfile::Mode::kRemote;
  out.profile.name = url.host();
  out.profile.endpoint.host = url.host();
  out.profile.endpoint.port = static_cast<quint16>(url.port(kDefaultPort));
  out.profile.endpoint.authorityPem = *pem;
  out.profile.genesis = arguments.genesis;
  if (arguments.keyFile.isEmpty()) return out;
  const auto sealed = contentOf(arguments.keyFile);
  if (!sealed) return tl::unexpected(sealed.error());
  const auto phrase = contentOf(arguments.passphraseFile);
  if (!phrase) return tl::unexpected(phrase.error());
  out.sealedKey = *sealed;
  out.passphrase = phrase->split('\n').front().trimmed().toStdString();
  return out;
}

void connectTo(ui::MainWindow& window, const Remote& remote) {
  window.connectTo(remote.profile);
  if (remote.sealedKey.isEmpty()) return;
  // Once: a later reconnect keeps who is signed in.
  QObject::connect(window.connection(), &ui::Connection::linkChanged, &window,
                   [&window, remote, begun = false](const ui::Link& link) mutable {
                     if (link.state != ui::Link::State::kLive || std::exchange(begun, true)) return;
                     QtConcurrent::run([remote] {
                       return crypto::openKey(ui::viewOf(remote.sealedKey), remote.passphrase);
                     }).then(&window, [&window](const Result<crypto::OpenedKey>& opened) {
                       if (!opened) {
                         std::fprintf(stderr, "%s\n", opened.error().message.c_str());
                         return;
                       }
                       if (window.connection() != nullptr)
                         window.connection()
                             ->signIn(opened->key)
                             .then(&window, [&window](const ui::Reply<ui::Identity>& who) {
                               if (!who) std::fprintf(stderr, "%s\n", qPrintable(who.error().message));
                               Q_EMIT window.usable();
                             });
                     });
                   });
}

}  // namespace aurigraph::console
