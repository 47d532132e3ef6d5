#pragma once

#include <QKeySequence>
#include <QList>
#include <QPointer>
#include <QWidget>

#include "ui/client/connection.h"
#include "ui/client/local_store.h"
#include "ui/pages/base/page_entry.h"
#include "ui/widgets/state_pane.h"

namespace aurigraph::ui {

/// One key of a page, for the shortcut sheet.
struct Shortcut {
  QKeySequence keys;
  QString what;
};

/// What the shell gives every page. Outlives the pages.
struct PageContext {
  LocalStore& store;
};

/// A page of the window: content in a StatePane, fed by a Connection. The shell owns it, gives it a
/// connection, and tells it when it is seen; a page that is not seen asks for nothing and draws nothing. UI
/// thread.
class Page : public QWidget {
  Q_OBJECT
 public:
  Page(PageEntry entry, PageContext context, QWidget* parent = nullptr);

  [[nodiscard]] const PageEntry& entry() const { return entry_; }
  [[nodiscard]] const QString& name() const { return entry_.id; }
  [[nodiscard]] QString title() const { return entry_.title(); }
  [[nodiscard]] virtual QList<Shortcut> shortcuts() const { return {}; }
  [[nodiscard]] StatePane& pane() const { return *pane_; }
  /// Pictures and tests: nothing is loading, empty, stale or failed.
  [[nodiscard]] virtual bool settled() const { return pane_->state().kind == PaneState::Kind::kReady; }
  /// Something would be lost: the sentence for the question on quitting; empty: nothing.
  [[nodiscard]] virtual QString unsaved() const { return {}; }
  /// Opens what belongs to `what` ("record", id) if the page shows such things.
  virtual bool open(const QString& what, const QString& id);
  void setConnection(Connection* connection);  ///< Null: none. The old one may be gone already.
  void setSeen(bool seen);

 Q_SIGNALS:
  /// Another page should show this: ("record", id), ("asset", id), ("review", id) …
  void openElsewhere(const QString& what, const QString& id);
  /// A line for the status bar and for whoever listens to the screen.
  void said(const QString& sentence);

 protected:
  /// Once, in the constructor of the page.
  void setContent(QWidget* content);
  [[nodiscard]] Connection* connection() const { return connection_; }
  [[nodiscard]] bool seen() const { return seen_; }
  [[nodiscard]] const PageContext& context() const { return context_; }
  /// Ask for everything again: on becoming visible, after a new connection, identity, gap, or retry.
  virtual void refresh() = 0;
  /// Events of the connection, only while seen.
  virtual void arrived(const EventBatch&) {}
  /// A new /query/status, only while seen.
  virtual void statusCame(const QJsonObject&) {}
  /// The connection changed or went: drop what belongs to the old one.
  virtual void forget() {}

 private:
  void ask();

  PageEntry entry_;
  PageContext context_;
  StatePane* pane_ = nullptr;
  QPointer<Connection> connection_;
  bool seen_ = false;
};

}  // namespace aurigraph::ui
