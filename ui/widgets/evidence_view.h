#pragma once

#include <QPlainTextEdit>
#include <QWidget>
#include <optional>

#include "ui/client/api_client.h"
#include "ui/widgets/evidence_text.h"

namespace aurigraph::ui {

class Chip;
class CopyField;
class PlainLabel;

/// Raw bytes of the evidence store: SHA-256 compared with the ledger's, made readable, one field marked.
/// Fetching, hashing and indenting are done off the UI thread; the newest call wins. Plain text, read-only,
/// left to right in every language. UI thread.
class EvidenceView : public QWidget {
  Q_OBJECT
 public:
  enum class State { kNothing, kFetching, kChecking, kMatches, kDiffers, kUnchecked, kUnavailable };

  explicit EvidenceView(QWidget* parent = nullptr);

  /// Fetches `/evidence/{digest}` and shows it with the field at `pointer` marked (see readEvidence).
  void fetch(ApiClient& api, const QString& digest, const QString& pointer = {});
  /// Bytes that are at hand. `digest`: 64 hex digits they must have; empty: shown as not checked.
  void show(const QByteArray& bytes, const QString& contentType, const QString& pointer,
            const QString& digest = {});
  using QWidget::show;
  /// Marks another field of the same bytes.
  void point(const QString& pointer);
  void clear();

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] const QString& digest() const { return digest_; }
  [[nodiscard]] const EvidenceText& shown() const { return shown_; }
  [[nodiscard]] QPlainTextEdit* textView() const { return view_; }

 Q_SIGNALS:
  void stateChanged(aurigraph::ui::EvidenceView::State state);

 private:
  void setState(State state);
  void read();
  void mark();

  Chip* verdict_;
  PlainLabel* form_;
  CopyField* digestField_;
  PlainLabel* says_;
  QPlainTextEdit* view_;
  State state_ = State::kNothing;
  QByteArray bytes_;
  QString contentType_;
  QString pointer_;
  QString digest_;
  EvidenceText shown_;
  std::optional<ApiError> error_;
  quint64 call_ = 0;  ///< Answers to older calls are dropped.
};

}  // namespace aurigraph::ui
