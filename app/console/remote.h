#pragma once

#include <optional>

#include "ui/shell/main_window.h"

namespace aurigraph::console {

/// `--connect` and what belongs to it, as typed.
struct RemoteArguments {
  QString address;
  QString authorityFile;
  QString genesis;
  QString keyFile;  ///< Empty: nobody signs in.
  QString passphraseFile;
};

struct Remote {
  ui::ClusterProfile profile;
  QByteArray sealedKey;
  std::string passphrase;
};

/// Errors: console.bad_address, console.bad_authority, console.bad_genesis, file.unreadable.
ui::Reply<Remote> remoteOf(const RemoteArguments& arguments);

/// Connects, and signs in once the cluster answers; usable() of the window follows.
void connectTo(ui::MainWindow& window, const Remote& remote);

}  // namespace aurigraph::console
