#pragma once

#include <QDateTime>
#include <QString>

/// How the window says numbers, times and names; QLocale's forms, whole sentences by tr().
namespace aurigraph::ui {

/// Keeps ids, digests and amounts in their order inside right-to-left text (U+2066 … U+2069).
[[nodiscard]] QString leftToRight(const QString& text);
/// A name of unknown script inside a sentence: its direction does not move what stands beside it (U+2068).
[[nodiscard]] QString isolated(const QString& text);
/// "a3f9c2…71be": `keep` characters in all.
[[nodiscard]] QString elidedMiddle(const QString& text, int keep = 16);
/// Without control and bidirectional-override characters, at most `atMost` long: for text of others.
[[nodiscard]] QString tame(const QString& text, int atMost = 200);
/// For a tooltip, which takes what looks like markup for markup: text of others is shown as it is.
[[nodiscard]] QString plainTip(const QString& text);
/// For a button, which takes "&" for its letter behind Alt.
[[nodiscard]] QString withoutMnemonic(QString text);

/// Text of others for a tool tip, which would take it for markup.
[[nodiscard]] QString toolTipText(const QString& text);

/// 740,000 ppm → "0.74"; never rounded up over a bound: 799,999 → "0.7999".
[[nodiscard]] QString scoreText(int ppm);
/// "12,345"; from a million on "1.2 M".
[[nodiscard]] QString countText(double value);
[[nodiscard]] QString bytesText(double bytes);  ///< "312 MB"
[[nodiscard]] QString percentText(double percent);
/// Base units with `decimals` digits behind the point, grouped.
[[nodiscard]] QString amountText(const QString& baseUnits, int decimals);

[[nodiscard]] QString durationText(qint64 milliseconds);      ///< "4 min", "2 h 10 min"; not negative.
[[nodiscard]] QString millisecondsText(double milliseconds);  ///< "0.8 ms", "12 ms", "1.4 s"
/// "2 minutes ago", "in 4 min" seen from `now`.
[[nodiscard]] QString agoText(const QDateTime& then, const QDateTime& now);
[[nodiscard]] QString timeText(const QDateTime& time);      ///< With seconds, local.
[[nodiscard]] QString dateTimeText(const QDateTime& time);  ///< Date and time, local.
[[nodiscard]] QDateTime fromMilliseconds(qint64 milliseconds);

/// The API's words as people say them; an unknown word is shown as it is.
[[nodiscard]] QString categoryText(const QString& word);  ///< "carbon" → "Carbon"
[[nodiscard]] QString kindText(const QString& word);      ///< "price" → "Price"
[[nodiscard]] QString bandText(const QString& word);      ///< "REVIEW" → "For review"
[[nodiscard]] QString decisionText(const QString& word);
[[nodiscard]] QString checkText(const QString& word);  ///< "completeness" → "Completeness"
[[nodiscard]] QString templateText(const QString& word);
[[nodiscard]] QString originText(const QString& word);  ///< "SIMULATED"
[[nodiscard]] QString roleText(const QString& word);
[[nodiscard]] QString nodeKindText(const QString& word);
/// Tone of a band or decision for chips; null: none.
[[nodiscard]] const char* bandTone(const QString& word);
[[nodiscard]] const char* decisionTone(const QString& word);

}  // namespace aurigraph::ui
