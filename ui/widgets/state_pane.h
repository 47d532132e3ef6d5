#pragma once

#include <QDateTime>
#include <QFrame>
#include <QStackedWidget>
#include <QWidget>
#include <functional>
#include <optional>

#include "ui/client/api_error.h"
#include "ui/client/connection.h"

class QPushButton;
class QVBoxLayout;

namespace aurigraph::ui {

class PlainLabel;

/// What a page shows instead of, or above, its content.
struct PaneState {
  enum class Kind {
    kReady,      ///< The content, nothing else.
    kLoading,    ///< Shown only after 300 ms, so that quick answers do not flicker.
    kEmpty,      ///< There is nothing: why, and what to do about it.
    kStale,      ///< The content, with a band: values are from then.
    kOffline,    ///< No content yet, and no connection.
    kForbidden,  ///< Who may see it.
    kError,      ///< What happened, what to do, retry.
  };
  Kind kind = Kind::kLoading;
  QString title;   ///< kEmpty, kForbidden: one sentence.
  QString text;    ///< Why, and what next.
  QString action;  ///< kEmpty: words of the one button; empty: none.
  std::optional<ApiError> error;
  QDateTime since;
};

/// The wrapper round every page's content: loading, empty and why, stale, offline, forbidden, error with
/// retry. Keyboard focus stays where it was when content comes back. UI thread.
class StatePane : public QWidget {
  Q_OBJECT
 public:
  explicit StatePane(QWidget* content, QWidget* parent = nullptr);

  void show(const PaneState& state);
  void ready() {
    show({.kind = PaneState::Kind::kReady, .title = {}, .text = {}, .action = {}, .error = {}, .since = {}});
  }
  void loading() {
    show(
        {.kind = PaneState::Kind::kLoading, .title = {}, .text = {}, .action = {}, .error = {}, .since = {}});
  }
  void empty(const QString& title, const QString& text, const QString& action = {});
  /// Forbidden or error, by its status.
  void failed(const ApiError& error);
  /// Follows the connection: stale and offline are the same on every page.
  void follow(const Link& link);

  [[nodiscard]] const PaneState& state() const { return state_; }
  [[nodiscard]] QWidget* content() const { return content_; }

 Q_SIGNALS:
  void retry();
  void actionWanted();

 private:
  void arrange();

  QWidget* content_;
  QFrame* band_;
  PlainLabel* bandText_;
  QStackedWidget* stack_;
  QWidget* message_;
  PlainLabel* icon_;
  PlainLabel* title_;
  PlainLabel* text_;
  PlainLabel* details_;
  QPushButton* button_;
  PaneState state_;
  std::optional<Link> lostLink_;
  QTimer delay_;
};

}  // namespace aurigraph::ui
