#pragma once

#include <QByteArray>
#include <QString>

namespace aurigraph::ui {

/// Raw bytes of a provider made readable, with the place of one field. Pure; any thread.
struct EvidenceText {
  enum class Form { kJson, kXml, kCsv, kText, kBytes };
  static constexpr qsizetype kMaxShown = 64'000;  ///< Characters: what a text view lays out in a blink.

  Form form = Form::kText;
  QString text;             ///< At most kMaxShown; control and direction characters as [U+202E].
  qsizetype markFrom = -1;  ///< Of the field in `text`; -1: no such field.
  qsizetype markLength = 0;
  bool cut = false;  ///< `text` is a part, the one around the field if there is one.

  [[nodiscard]] bool marked() const { return markFrom >= 0; }
  [[nodiscard]] QString markedText() const { return marked() ? text.mid(markFrom, markLength) : QString(); }
};

/// JSON and XML are indented, every literal as it came (no number is rounded, no member moved); what is no
/// such thing is shown as it is, bytes that are no text in hexadecimal. `contentType` may be empty.
/// `pointer`: an RFC 6901 pointer, or "row:12/col:Quantity" into a table; row 1 is the line of names.
[[nodiscard]] EvidenceText readEvidence(const QByteArray& bytes, const QString& contentType,
                                        const QString& pointer);

}  // namespace aurigraph::ui
