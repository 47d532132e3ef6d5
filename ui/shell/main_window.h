#pragma once

#include <QMainWindow>
#include <memory>

#include "ui/client/connection.h"
#include "ui/client/local_store.h"
#include "ui/pages/base/page.h"
#include "ui/pages/connect/cluster_host.h"
#include "ui/shell/page_list.h"

class QStackedWidget;

namespace aurigraph::ui {

class HeaderBar;
class HistoryGuard;
class PlainLabel;
class Rail;
class SignInDialog;
class StartPage;

/// The window: start page or, with a connection, header, rail, pages and status bar. Owns connection and
/// pages. Quitting asks about what is unsaved and lets an embedded cluster drain. UI thread.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  /// `host` may be null: then clusters cannot be started here. `store` outlives the window.
  MainWindow(ClusterHost* host, LocalStore& store, const QList<PageEntry>& pages = allPages(),
             QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Opens a connection; `transport` for tests, null for the network.
  void connectTo(const ClusterProfile& profile, std::unique_ptr<Transport> transport = nullptr);
  /// With the key of one of the embedded cluster's people.
  void signInAs(const QString& person);
  void leave();  ///< Ends the connection; back to the start page.

  [[nodiscard]] Connection* connection() const { return connection_.get(); }
  [[nodiscard]] StartPage* startPage() const { return start_; }
  [[nodiscard]] const QList<Page*>& pages() const { return pages_; }
  [[nodiscard]] Page* page(const QString& name) const;
  [[nodiscard]] Page* currentPage() const;
  void showPage(const QString& name);

  /// Language codes we have texts for; the first is the source's.
  static const QStringList& languages();

 Q_SIGNALS:
  /// The connection is live and, where it could be, somebody is signed in.
  void usable();
  void languageWanted(const QString& code);

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  void addPages(const QList<PageEntry>& entries);
  void makeMenus();
  void makeStatusBar();
  void open(const QString& what, const QString& id);
  void showIdentityMenu();
  void followConnection();
  /// On the next turn: whoever found the reason is not cut off under its own feet.
  void leaveBecause(const ApiError& why);
  void showStatus();
  void setTheme(bool dark);
  void restore();
  void remember();
  /// Now, or after a question when something would be lost.
  void askThen(const QString& title, const QString& word, const std::function<void()>& act);
  void finishClosing();

  ClusterHost* host_;
  LocalStore& store_;
  std::unique_ptr<Connection> connection_;
  HistoryGuard* history_;
  QStackedWidget* outer_;  ///< Start page, or the pages with header and rail.
  StartPage* start_;
  HeaderBar* header_;
  Rail* rail_;
  QStackedWidget* stack_;
  QList<Page*> pages_;
  PlainLabel* height_;
  PlainLabel* rate_;
  PlainLabel* finality_;
  QString firstPerson_;
  bool entered_ = false;  ///< This connection's cluster was reached: the pages have it.
  bool closing_ = false;
  bool closed_ = false;
};

}  // namespace aurigraph::ui
