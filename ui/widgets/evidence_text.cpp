#include "ui/widgets/evidence_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>
#include <algorithm>

namespace aurigraph::ui {
namespace {

constexpr int kMaxDepth = 128;
constexpr qsizetype kIndent = 2;
constexpr qsizetype kBytesPerLine = 16;
constexpr qsizetype kMaxHexBytes = 8'192;

// Text of others must not move or hide what stands beside it.
bool hides(QChar c) {
  const ushort code = c.unicode();
  const bool direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
                         code == 0x200E || code == 0x200F || code == 0x061C;
  return direction || code == 0x2028 || code == 0x2029 ||
         (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t');
}

/// Text that grows, with its marked part.
struct Page {
  QString text;
  qsizetype markFrom = -1;
  qsizetype markLength = 0;

  void put(QStringView piece) {
    for (const QChar c : piece) put(c);
  }
  void put(QChar c) {
    if (hides(c))
      text += QStringLiteral("[U+%1]").arg(c.unicode(), 4, 16, QLatin1Char('0')).toUpper();
    else
      text += c;
  }
  void line(qsizetype depth) { text += u'\n' + QString(depth * kIndent, u' '); }
  void markFromHereOn(qsizetype from) {
    markFrom = from;
    markLength = text.size() - from;
  }
};

/// Indents JSON without taking it apart: what QJsonDocument would change (order, 40.00, long integers) stays.
class JsonIndenter {
 public:
  JsonIndenter(QStringView in, QString pointer) : in_(in), pointer_(std::move(pointer)) {}

  /// False: not JSON.
  bool run(Page& page) {
    skipBlanks();
    if (!value(page, 0)) return false;
    skipBlanks();
    return at_ == in_.size();
  }

 private:
  void skipBlanks() {
    while (at_ < in_.size() &&
           (in_[at_] == u' ' || in_[at_] == u'\n' || in_[at_] == u'\r' || in_[at_] == u'\t'))
      ++at_;
  }
  [[nodiscard]] QChar next() const { return at_ < in_.size() ? in_[at_] : QChar(); }

  bool value(Page& page, int depth) {
    if (depth > kMaxDepth) return false;
    if (next() == u'{') return members(page, depth, u'}');
    if (next() == u'[') return members(page, depth, u']');
    const QStringView token = next() == u'"' ? text() : word();
    page.put(token);
    return !token.isEmpty();
  }

  bool members(Page& page, int depth, QChar end) {
    const bool named = end == u'}';
    page.put(in_[at_++]);
    skipBlanks();
    qsizetype index = 0;
    while (next() != end) {
      if (index > 0) {
        if (next() != u',') return false;
        page.put(in_[at_++]);
        skipBlanks();
      }
      page.line(depth + 1);
      const qsizetype from = page.text.size();
      const qsizetype outer = path_.size();
      if (named) {
        const QStringView name = text();
        if (name.isEmpty()) return false;
        page.put(name);
        skipBlanks();
        if (next() != u':') return false;
        ++at_;
        page.put(u": ");
        skipBlanks();
        path_ += u'/' + step(name);
      } else {
        path_ += u'/' + QString::number(index);
      }
      if (!value(page, depth + 1)) return false;
      if (!pointer_.isEmpty() && path_ == pointer_) page.markFromHereOn(from);
      path_.truncate(outer);
      skipBlanks();
      ++index;
    }
    ++at_;
    if (index > 0) page.line(depth);
    page.put(end);
    return true;
  }

  QStringView text() {
    if (next() != u'"') return {};
    const qsizetype from = at_;
    for (++at_; at_ < in_.size(); ++at_) {
      if (in_[at_] == u'\\')
        ++at_;
      else if (in_[at_] == u'"')
        return in_.mid(from, ++at_ - from);
      else if (in_[at_] == u'\n')
        return {};
    }
    return {};
  }

  QStringView word() {
    const qsizetype from = at_;
    while (at_ < in_.size() &&
           (in_[at_].isLetterOrNumber() || in_[at_] == u'-' || in_[at_] == u'+' || in_[at_] == u'.'))
      ++at_;
    return in_.mid(from, at_ - from);
  }

  /// A member's name as a step of a pointer (RFC 6901 §4).
  static QString step(QStringView quoted) {
    QString name = quoted.mid(1, quoted.size() - 2).toString();
    if (name.contains(u'\\'))
      name = QJsonDocument::fromJson("[" + quoted.toUtf8() + "]").array().at(0).toString();
    return name.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
  }

  QStringView in_;
  QString pointer_;
  QString path_;
  qsizetype at_ = 0;
};

/// One tag a line, one step in per open element. Comments, CDATA and declarations stay whole.
void indentXml(QStringView in, Page& page) {
  static constexpr std::pair<QLatin1String, QLatin1String> kWhole[] = {
      {QLatin1String("<!--"), QLatin1String("-->")},
      {QLatin1String("<![CDATA["), QLatin1String("]]>")},
      {QLatin1String("<?"), QLatin1String("?>")}};
  qsizetype at = 0;
  qsizetype depth = 0;
  bool afterTag = false;  // Only blanks since the last tag: a line of its own may begin.
  while (at < in.size()) {
    if (in[at] != u'<') {
      qsizetype end = in.indexOf(u'<', at);
      if (end < 0) end = in.size();
      const QStringView content = in.mid(at, end - at).trimmed();
      afterTag = content.isEmpty();
      page.put(content);
      at = end;
      continue;
    }
    qsizetype end = in.indexOf(u'>', at);
    for (const auto& [begin, close] : kWhole)
      if (in.mid(at).startsWith(begin)) {
        end = in.indexOf(close, at);
        if (end >= 0) end += close.size() - 1;
        break;
      }
    if (end < 0) end = in.size() - 1;
    const QStringView tag = in.mid(at, end - at + 1);
    const bool closing = tag.startsWith(u"</");
    const bool opens = !closing && !tag.endsWith(u"/>") && !tag.startsWith(u"<!") && !tag.startsWith(u"<?");
    if (closing) depth = std::max<qsizetype>(0, depth - 1);
    if (afterTag || !closing)
      if (!page.text.isEmpty()) page.line(std::min<qsizetype>(depth, kMaxDepth));
    page.put(tag);
    if (opens) ++depth;
    afterTag = !opens;
    at = end + 1;
  }
}

/// Where the cells of one line are; quotes belong to their cell (RFC 4180).
QList<std::pair<qsizetype, qsizetype>> cellsOf(QStringView line) {
  QList<std::pair<qsizetype, qsizetype>> out;
  qsizetype from = 0;
  bool quoted = false;
  for (qsizetype at = 0; at <= line.size(); ++at) {
    if (at < line.size() && line[at] == u'"') quoted = !quoted;
    if (at < line.size() && (line[at] != u',' || quoted)) continue;
    out.append({from, at - from});
    from = at + 1;
  }
  return out;
}

QString nameOf(QStringView cell) {
  return cell.trimmed().toString().remove(u'"').trimmed().toLower();
}

/// `pointer` is "row:12/col:Quantity"; without such a column the whole line is marked.
void copyTable(QStringView in, const QString& pointer, Page& page) {
  const bool points = pointer.startsWith(QLatin1String("row:"));
  const qsizetype wanted = points ? pointer.mid(4).section(u'/', 0, 0).toLongLong() : 0;
  const QString column = pointer.section(QLatin1String("/col:"), 1, 1).toLower();
  qsizetype index = -1;
  qsizetype number = 0;
  for (const QStringView whole : in.split(u'\n')) {
    const QStringView line = whole.endsWith(u'\r') ? whole.chopped(1) : whole;
    if (number > 0) page.text += u'\n';
    ++number;
    const auto cells =
        number == 1 || number == wanted ? cellsOf(line) : QList<std::pair<qsizetype, qsizetype>>();
    if (number == 1)
      for (qsizetype i = 0; i < cells.size(); ++i)
        if (nameOf(line.mid(cells[i].first, cells[i].second)) == column) index = i;
    if (number != wanted) {
      page.put(line);
      continue;
    }
    const auto [from, length] =
        index >= 0 && index < cells.size() ? cells[index] : std::pair{qsizetype{0}, line.size()};
    page.put(line.first(from));
    const qsizetype mark = page.text.size();
    page.put(line.mid(from, length));
    page.markFromHereOn(mark);
    page.put(line.sliced(from + length));
  }
}

QString hexDump(const QByteArray& bytes) {
  QString out;
  for (qsizetype at = 0; at < std::min(bytes.size(), kMaxHexBytes); at += kBytesPerLine) {
    const QByteArray line = bytes.mid(at, kBytesPerLine);
    QString letters;
    for (const char c : line) letters += c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
    out += QStringLiteral("%1  %2  %3\n")
               .arg(at, 8, 16, QLatin1Char('0'))
               .arg(QString::fromLatin1(line.toHex(' ')), -3 * kBytesPerLine + 1)
               .arg(letters);
  }
  return out;
}

bool looksLikeTable(QStringView text) {
  const auto lines = text.first(std::min<qsizetype>(text.size(), 8'192)).split(u'\n');
  return lines.size() > 1 && lines[0].count(u',') >= 2 && lines[1].count(u',') >= 2;
}

/// The part round the mark if all is too much.
void cutTo(qsizetype most, Page&& page, EvidenceText& out) {
  qsizetype from = 0;
  if (page.text.size() > most && page.markFrom >= 0) {
    const qsizetype before = most / 4;
    if (page.markFrom > before) from = page.text.lastIndexOf(u'\n', page.markFrom - before) + 1;
    from = std::min(from, page.markFrom);
    if (page.markFrom - from > most / 2) from = page.markFrom - before;  // One line longer than all.
  }
  out.cut = page.text.size() > most;
  out.text = page.text.mid(from, most);
  if (page.markFrom < 0) return;
  out.markFrom = page.markFrom - from;
  out.markLength = std::min(page.markLength, out.text.size() - out.markFrom);
}

}  // namespace

EvidenceText readEvidence(const QByteArray& bytes, const QString& contentType, const QString& pointer) {
  using Form = EvidenceText::Form;
  EvidenceText out;
  QStringDecoder decode(QStringDecoder::Utf8);
  const QString text = decode(bytes);
  if (decode.hasError() || bytes.contains('\0')) {
    out.form = Form::kBytes;
    out.text = hexDump(bytes);
    out.cut = bytes.size() > kMaxHexBytes;
    return out;
  }
  const QStringView trimmed = QStringView(text).trimmed();
  Page page;
  if (trimmed.startsWith(u'{') || trimmed.startsWith(u'[') || contentType.contains(QLatin1String("json"))) {
    if (JsonIndenter(trimmed, pointer).run(page)) {
      out.form = Form::kJson;
      cutTo(EvidenceText::kMaxShown, std::move(page), out);
      return out;
    }
    page = {};
  }
  if (trimmed.startsWith(u'<')) {
    out.form = Form::kXml;
    indentXml(trimmed, page);
  } else if (contentType.contains(QLatin1String("csv")) || pointer.startsWith(QLatin1String("row:")) ||
             looksLikeTable(text)) {
    out.form = Form::kCsv;
    copyTable(text, pointer, page);
  } else {
    page.put(text);
  }
  cutTo(EvidenceText::kMaxShown, std::move(page), out);
  return out;
}

}  // namespace aurigraph::ui
