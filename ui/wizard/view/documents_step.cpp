#include "ui/wizard/view/documents_step.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

/// A file that is being written for ever must not keep a thread for ever.
constexpr qint64 kMaxFileBytes = 4LL * 1024 * 1024 * 1024;

struct ReadFile {
  QString name;
  Digest sha256;
  quint64 sizeBytes = 0;
  QString problem;  ///< Empty: read.
};

ReadFile readWhole(const QString& path) {
  ReadFile out;
  out.name = QFileInfo(path).fileName();
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxFileBytes) {
    out.problem = file.isOpen() ? QString() : file.errorString();
    if (out.problem.isEmpty()) out.problem = DocumentsStep::tr("it is too large");
    return out;
  }
  QCryptographicHash hash(QCryptographicHash::Sha256);
  if (!hash.addData(&file)) {
    out.problem = file.errorString();
    return out;
  }
  out.sizeBytes = static_cast<quint64>(file.size());
  const QByteArray digest = hash.result();
  std::ranges::copy(viewOf(digest), out.sha256.bytes.begin());
  return out;
}

}  // namespace

DocumentsStep::DocumentsStep(IssuanceRun& run, QWidget* parent)
    : StepView(issuance::Step::kDocuments, run, parent), wanted_(new QVBoxLayout), list_(new QVBoxLayout) {
  setAcceptDrops(true);
  auto* wanted = new Card(tr("What this template wants"), {}, this);
  wanted_->setSpacing(4);
  wanted->body().addLayout(wanted_);
  content().addWidget(wanted);
  auto* card = new Card(tr("Your documents"), tr("Drop files here, or add them."), this);
  none_ = new PlainLabel(tr("No document yet."), card);
  none_->look("muted");
  card->body().addWidget(none_);
  list_->setSpacing(8);
  card->body().addLayout(list_);
  auto* line = new IssueLine(card);
  card->body().addWidget(line);
  problem_ = new PlainLabel({}, card);
  problem_->setObjectName(QStringLiteral("documentProblem"));
  problem_->tone("fail").wrapped();
  problem_->hide();
  card->body().addWidget(problem_);
  auto* buttons = new QHBoxLayout;
  add_ = new QPushButton(tr("Add files …"), card);
  add_->setObjectName(QStringLiteral("documentAdd"));
  buttons->addWidget(add_);
  buttons->addStretch();
  card->body().addLayout(buttons);
  content().addWidget(card);
  content().addStretch();
  bind(QStringLiteral("documents"), add_, line);
  connect(add_, &QPushButton::clicked, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Documents of the asset"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &DocumentsStep::addFiles);
    dialog->open();
  });
}

void DocumentsStep::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls() && !flow().isLocked(step())) event->acceptProposedAction();
}

void DocumentsStep::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  addFiles(paths);
}

QString DocumentsStep::nextType() const {
  const auto* from = flow().chosenTemplate();
  if (from == nullptr) return {};
  for (const auto& wanted : from->documents)
    if (std::ranges::find(draft().documents, wanted.type, &issuance::DraftDocument::type) ==
        draft().documents.end())
      return qtText(wanted.type);
  return {};
}

void DocumentsStep::addFiles(const QStringList& paths) {
  problem_->hide();
  for (const QString& path : paths) {
    ++reading_;
    QtConcurrent::run(readWhole, path).then(this, [this](const ReadFile& file) {
      --reading_;
      if (!file.problem.isEmpty()) {
        problem_->setText(tr("The file %1 could not be read: %2.").arg(tame(file.name), tame(file.problem)));
        problem_->show();
      } else {
        (void)run().edit([&](issuance::IssuanceFlow& to) {
          return to.addDocument({stdText(nextType()), stdText(file.name), file.sha256, file.sizeBytes});
        });
      }
      fill();
    });
  }
  fill();
}

void DocumentsStep::fill() {
  const bool locked = flow().isLocked(step());
  add_->setEnabled(!locked && reading_ == 0);
  add_->setText(reading_ == 0 ? tr("Add files …") : tr("Reading …"));
  none_->setVisible(draft().documents.empty());
  fillWanted();
  // Rows are made anew when the list is another one, not when a type is chosen in it.
  const auto sameFiles = [](const auto& a, const auto& b) {
    return a.name == b.name && a.sha256 == b.sha256;
  };
  const bool same = std::ranges::equal(shown_, draft().documents, sameFiles);
  shown_ = draft().documents;
  if (same && list_->count() == static_cast<int>(shown_.size())) return;
  unbind(QStringLiteral("documents["));
  clear(*list_);
  for (std::size_t at = 0; at < shown_.size(); ++at) {
    const auto& document = shown_[at];
    const QString name = tame(qtText(document.name));
    auto* holder = new QFrame(this);
    setLook(*holder, "sunken");
    auto* column = new QVBoxLayout(holder);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    auto* type = new QComboBox(holder);
    type->setObjectName(QStringLiteral("document-%1-type").arg(at));
    type->setAccessibleName(tr("Type of %1").arg(name));
    type->setFocusPolicy(Qt::StrongFocus);
    if (flow().chosenTemplate() != nullptr)
      for (const auto& wanted : flow().chosenTemplate()->documents)
        type->addItem(documentText(wanted.type), qtText(wanted.type));
    for (const char* other : {"other"}) type->addItem(tr("Other document"), QLatin1String(other));
    if (type->findData(qtText(document.type)) < 0 && !document.type.empty())
      type->addItem(tame(qtText(document.type)), qtText(document.type));
    type->setCurrentIndex(type->findData(qtText(document.type)));
    type->setEnabled(!locked);
    row->addWidget(type);
    auto* file = new PlainLabel(name, holder);
    row->addWidget(file, 1);
    auto* size = new PlainLabel(bytesText(static_cast<double>(document.sizeBytes)), holder);
    size->look("muted");
    row->addWidget(size);
    auto* digest = new CopyField(tr("SHA-256 of %1").arg(name), holder);
    digest->setValue(qtText(toHex(document.sha256.view())));
    row->addWidget(digest);
    auto* remove = new QPushButton(tr("Remove"), holder);
    remove->setObjectName(QStringLiteral("document-%1-remove").arg(at));
    remove->setAccessibleName(tr("Remove %1").arg(name));
    setLook(*remove, "quiet");
    remove->setEnabled(!locked);
    row->addWidget(remove);
    column->addLayout(row);
    for (const char* part : {"type", "name", "sha256"}) {
      auto* line = new IssueLine(holder);
      column->addWidget(line);
      bind(QStringLiteral("documents[%1].%2").arg(at).arg(QLatin1String(part)), type, line);
    }
    list_->addWidget(holder);
    connect(type, &QComboBox::activated, this, [this, at, type] {
      if (at >= draft().documents.size()) return;
      issuance::DraftDocument changed = draft().documents[at];
      changed.type = stdText(type->currentData().toString());
      (void)run().edit([&](issuance::IssuanceFlow& to) { return to.setDocument(at, changed); });
    });
    connect(remove, &QPushButton::clicked, this, [this, at] {
      (void)run().edit([&](issuance::IssuanceFlow& to) { return to.removeDocument(at); });
      focusOn();
    });
  }
}

void DocumentsStep::fillWanted() {
  clear(*wanted_);
  if (flow().chosenTemplate() == nullptr) return;
  for (const auto& wanted : flow().chosenTemplate()->documents) {
    const bool there = std::ranges::find(draft().documents, wanted.type, &issuance::DraftDocument::type) !=
                       draft().documents.end();
    const QString what = documentText(wanted.type) + QStringLiteral(" — ") + helpText(wanted.help);
    QString text = tr("○ %1").arg(what);
    if (there)
      text = tr("✓ %1").arg(what);
    else if (!wanted.required)
      text = tr("○ %1 (optional)").arg(what);
    auto* label = new PlainLabel(text, this);
    label->wrapped();
    if (there)
      label->tone("ok");
    else
      label->look("muted");
    wanted_->addWidget(label);
  }
}

}  // namespace aurigraph::ui
