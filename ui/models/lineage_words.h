#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

/// `GET /query/records/{id}/lineage` in words. Pure.
namespace aurigraph::ui {

struct Fact {
  enum class Kind { kText, kDigest, kQuote };
  QString label;
  QString value;  ///< Tamed; of a digest the 64 digits.
  Kind kind = Kind::kText;
};

struct LineageStep {
  enum class State { kDone, kWaiting, kRefused };
  QString name;  ///< The API's word: "fetched".
  QString title;
  State state = State::kDone;
  QDateTime at;   ///< Null: not known.
  QString since;  ///< "0.4 s after the step before"; empty: not known.
  QString by;
  QList<Fact> facts;
  QJsonObject given;

  [[nodiscard]] QString stateWord() const;
  [[nodiscard]] QString stateSign() const;  ///< "✓", "…", "✕"
  [[nodiscard]] const char* tone() const;
  [[nodiscard]] QString sentence() const;  ///< For who listens.
};

/// What the waiting step needs, and where it is done.
struct LineageDoor {
  QString label;  ///< Of the button; empty: nobody can do anything but wait.
  QString what;   ///< openElsewhere
  QString id;
};

[[nodiscard]] QList<LineageStep> stepsOf(const QJsonObject& lineage);
/// `record`: hex id.
[[nodiscard]] LineageDoor doorOf(const QJsonObject& lineage);
/// "0.4 s", "12 s", "4 min".
[[nodiscard]] QString gapText(qint64 milliseconds);

}  // namespace aurigraph::ui
