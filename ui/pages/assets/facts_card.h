#pragma once

#include <QFrame>
#include <QList>
#include <QString>

#include "ui/widgets/labels.h"

class QGridLayout;
class QVBoxLayout;

namespace aurigraph::ui::assets {

/// Where a value comes from; said on everything that the page shows.
enum class Source { kNone, kReported, kVerified };
/// "Reported by the gateway" or "Verified on this computer"; `detail`: the tooltip.
void setSource(Chip& chip, Source source, const QString& detail = {});
[[nodiscard]] QString sourceText(Source source);

struct Fact {
  enum class Kind { kText, kCopy, kChip };
  QString label;
  QString value;  ///< Of others: tamed by the card.
  Kind kind = Kind::kText;
  const char* tone = nullptr;
  bool operator==(const Fact&) const = default;
};

/// A box with a title, where its values come from, and labelled values or anything below.
class Card : public QFrame {
  Q_OBJECT
 public:
  explicit Card(const QString& title, QWidget* parent = nullptr);

  void setSource(Source source, const QString& detail = {}) { assets::setSource(*source_, source, detail); }
  [[nodiscard]] Chip& source() { return *source_; }
  /// Left alone when equal, so that focus stays.
  void setFacts(const QList<Fact>& facts);
  /// A sentence in place of what is not there: not allowed, none, not yet; empty: hidden.
  void setNote(const QString& sentence);
  [[nodiscard]] QString note() const { return note_->text(); }
  [[nodiscard]] QVBoxLayout& body() { return *body_; }

 private:
  Chip* source_;
  PlainLabel* note_;
  QVBoxLayout* body_;
  QWidget* grid_ = nullptr;
  QList<Fact> facts_;
};

}  // namespace aurigraph::ui::assets
