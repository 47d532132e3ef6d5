#include "ui/widgets/evidence_view.h"

#include <QHBoxLayout>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "core/crypto/sha256.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

/// Names of members stand out from values; nothing is said by it alone.
class Names final : public QSyntaxHighlighter {
 public:
  using QSyntaxHighlighter::QSyntaxHighlighter;
  void setJson(bool json) { json_ = json; }

 protected:
  void highlightBlock(const QString& line) override {
    if (!json_) return;
    const qsizetype from = line.indexOf(u'"');
    const qsizetype colon = line.indexOf(QLatin1String("\": "), from + 1);
    if (from < 0 || colon < 0 || !QStringView(line).first(from).trimmed().isEmpty()) return;
    QTextCharFormat name;
    name.setForeground(color(Ink::kAccent));
    setFormat(static_cast<int>(from), static_cast<int>(colon + 1 - from), name);
  }

 private:
  bool json_ = false;
};

struct Read {
  EvidenceText text;
  bool matches = false;
};

Read readAndCheck(const QByteArray& bytes, const QString& contentType, const QString& pointer,
                  const QString& digest) {
  Read out{readEvidence(bytes, contentType, pointer), false};
  if (!digest.isEmpty())
    out.matches =
        QString::fromLatin1(qtBytes(crypto::sha256(viewOf(bytes)).view()).toHex()) == digest.toLower();
  return out;
}

QString formText(EvidenceText::Form form) {
  switch (form) {
    case EvidenceText::Form::kJson:
      return QStringLiteral("JSON");
    case EvidenceText::Form::kXml:
      return QStringLiteral("XML");
    case EvidenceText::Form::kCsv:
      return QStringLiteral("CSV");
    case EvidenceText::Form::kText:
      //: Form of raw bytes
      return EvidenceView::tr("Text");
    case EvidenceText::Form::kBytes:
      //: Form of raw bytes: shown in hexadecimal
      return EvidenceView::tr("Binary");
  }
  return {};
}

}  // namespace

EvidenceView::EvidenceView(QWidget* parent)
    : QWidget(parent),
      verdict_(new Chip({}, nullptr, this)),
      form_(new PlainLabel({}, this)),
      digestField_(new CopyField(tr("Digest of the bytes (SHA-256)"), this)),
      says_(new PlainLabel({}, this)),
      view_(new QPlainTextEdit(this)) {
  setObjectName(QStringLiteral("evidenceView"));
  verdict_->setObjectName(QStringLiteral("evidenceVerdict"));
  says_->setObjectName(QStringLiteral("evidenceSays"));
  says_->look("muted").wrapped();
  form_->look("muted");
  view_->setObjectName(QStringLiteral("evidenceText"));
  view_->setAccessibleName(tr("Raw bytes as text"));
  view_->setReadOnly(true);
  view_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  view_->setTabChangesFocus(true);
  view_->setLineWrapMode(QPlainTextEdit::NoWrap);
  view_->setLayoutDirection(Qt::LeftToRight);
  view_->setFont(Theme::instance().monospaced());
  view_->document()->setDefaultTextOption(QTextOption(Qt::AlignLeft | Qt::AlignAbsolute));

  auto* head = new QHBoxLayout;
  head->addWidget(verdict_);
  head->addWidget(form_);
  head->addStretch();
  head->addWidget(digestField_);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addLayout(head);
  whole->addWidget(says_);
  whole->addWidget(view_, 1);

  auto* names = new Names(view_->document());
  names->setObjectName(QStringLiteral("evidenceNames"));
  connect(&Theme::instance(), &Theme::changed, this, [this, names] {
    names->rehighlight();
    mark();
  });
  clear();
}

void EvidenceView::fetch(ApiClient& api, const QString& digest, const QString& pointer) {
  if (digest == digest_ && !bytes_.isEmpty()) return point(pointer);
  clear();
  digest_ = digest;
  pointer_ = pointer;
  digestField_->setValue(digest);
  setState(State::kFetching);
  api.getBytes(QStringLiteral("/evidence/") + escaped(digest))
      .then(this, [this, call = call_](const Reply<QByteArray>& bytes) {
        if (call != call_) return;
        if (!bytes) {
          error_ = bytes.error();
          return setState(State::kUnavailable);
        }
        bytes_ = *bytes;
        read();
      });
}

void EvidenceView::show(const QByteArray& bytes, const QString& contentType, const QString& pointer,
                        const QString& digest) {
  clear();
  bytes_ = bytes;
  contentType_ = contentType;
  pointer_ = pointer;
  digest_ = digest;
  digestField_->setValue(digest);
  read();
}

void EvidenceView::point(const QString& pointer) {
  pointer_ = pointer;
  if (!bytes_.isEmpty()) read();
}

void EvidenceView::clear() {
  ++call_;
  bytes_.clear();
  contentType_.clear();
  pointer_.clear();
  digest_.clear();
  shown_ = {};
  error_.reset();
  digestField_->setValue({});
  view_->clear();
  setState(State::kNothing);
}

void EvidenceView::read() {
  const quint64 call = ++call_;
  if (state_ != State::kMatches && state_ != State::kDiffers) setState(State::kChecking);
  QtConcurrent::run(readAndCheck, bytes_, contentType_, pointer_, digest_)
      .then(this, [this, call](const Read& read) {
        if (call != call_) return;
        const bool same = view_->document()->characterCount() > 1 && shown_.text == read.text.text;
        shown_ = read.text;
        if (!same) {
          static_cast<Names*>(findChild<QSyntaxHighlighter*>(QStringLiteral("evidenceNames")))
              ->setJson(shown_.form == EvidenceText::Form::kJson);
          view_->setPlainText(shown_.text);
        }
        mark();
        if (digest_.isEmpty())
          setState(State::kUnchecked);
        else
          setState(read.matches ? State::kMatches : State::kDiffers);
      });
}

void EvidenceView::mark() {
  QList<QTextEdit::ExtraSelection> marks;
  if (shown_.marked()) {
    QTextEdit::ExtraSelection one;
    one.cursor = QTextCursor(view_->document());
    one.cursor.setPosition(static_cast<int>(shown_.markFrom));
    one.cursor.setPosition(static_cast<int>(shown_.markFrom + shown_.markLength), QTextCursor::KeepAnchor);
    one.format.setBackground(color(Ink::kWarnSoft));
    one.format.setForeground(color(Ink::kWarn));
    one.format.setFontWeight(QFont::Bold);
    one.format.setFontUnderline(true);
    QTextCursor at(view_->document());
    at.setPosition(static_cast<int>(shown_.markFrom));
    view_->setTextCursor(at);
    view_->centerCursor();
    marks.append(one);
  }
  view_->setExtraSelections(marks);
}

void EvidenceView::setState(State state) {
  state_ = state;
  QStringList says;
  const bool there = !bytes_.isEmpty();
  switch (state) {
    case State::kNothing:
      verdict_->set({}, nullptr);
      break;
    case State::kFetching:
      //: State of raw bytes
      verdict_->set(tr("… Fetching"), nullptr);
      break;
    case State::kChecking:
      //: State of raw bytes: their SHA-256 is being computed
      verdict_->set(tr("… Checking"), nullptr);
      break;
    case State::kMatches:
      //: The bytes have the SHA-256 that the ledger recorded
      verdict_->set(tr("✓ Matches the ledger"), "ok");
      break;
    case State::kDiffers:
      //: The bytes do not have the SHA-256 that the ledger recorded
      verdict_->set(tr("✕ Does not match the ledger"), "fail");
      says.append(
          tr("These are not the bytes that the ledger recorded. Do not rely on them; tell whoever runs "
             "the evidence store."));
      break;
    case State::kUnchecked:
      //: There is no SHA-256 to compare with
      verdict_->set(tr("Not checked"), "stale");
      break;
    case State::kUnavailable:
      //: The bytes could not be had
      verdict_->set(tr("! Not available"), "warn");
      if (error_) says.append(error_->message + QLatin1Char(' ') + error_->remedy);
      break;
  }
  if (there && !pointer_.isEmpty() && state != State::kChecking)
    says.append(shown_.marked()
                    ? tr("Marked: %1").arg(leftToRight(tame(pointer_)))
                    : tr("There is no field %1 in these bytes.").arg(leftToRight(tame(pointer_))));
  if (there && shown_.cut)
    says.append(tr("Only a part is shown: %1 characters of %2.")
                    .arg(countText(static_cast<double>(shown_.text.size())),
                         bytesText(static_cast<double>(bytes_.size()))));
  //: Form and size of raw bytes, like "JSON, 1.2 kB"
  form_->setText(there && state != State::kChecking
                     ? tr("%1, %2").arg(formText(shown_.form), bytesText(static_cast<double>(bytes_.size())))
                     : QString());
  says_->setText(says.join(u'\n'));
  says_->setVisible(!says.isEmpty());
  setTone(*says_, state == State::kDiffers ? "fail" : nullptr);
  view_->setAccessibleDescription(verdict_->text() + u' ' + says_->text());
  Q_EMIT stateChanged(state);
}

}  // namespace aurigraph::ui
