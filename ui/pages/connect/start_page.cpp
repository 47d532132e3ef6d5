#include "ui/pages/connect/start_page.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/pages/connect/profile_store.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

constexpr int kColumnCharacters = 92;
constexpr qint64 kMaxPemBytes = 64 * 1024;
constexpr int kDefaultPort = 8443;

/// One of the big choices: sign, title, one sentence.
QPushButton* makeChoice(const QString& name, const QString& icon, const QString& title, const QString& text,
                        QWidget* parent) {
  auto* button = new QPushButton(parent);
  button->setObjectName(name);
  setLook(*button, "choice");
  button->setAccessibleName(title);
  button->setAccessibleDescription(text);
  auto* row = new QHBoxLayout(button);
  row->setContentsMargins(18, 16, 18, 16);
  row->setSpacing(18);
  auto* sign = new PlainLabel({}, button);
  const auto paint = [sign, icon] {
    sign->setPixmap(Theme::instance().icon(icon, Ink::kAccent).pixmap(36, 36));
  };
  paint();
  QObject::connect(&Theme::instance(), &Theme::changed, sign, paint);
  row->addWidget(sign);
  auto* words = new QVBoxLayout;
  words->setSpacing(4);
  auto* head = new PlainLabel(title, button);
  head->setFont(Theme::instance().subheading());
  words->addWidget(head);
  auto* body = new PlainLabel(text, button);
  body->look("muted").wrapped();
  words->addWidget(body);
  row->addLayout(words, 1);
  for (QWidget* each :
       {static_cast<QWidget*>(sign), static_cast<QWidget*>(head), static_cast<QWidget*>(body)})
    each->setAttribute(Qt::WA_TransparentForMouseEvents);
  button->setMinimumHeight(button->fontMetrics().height() * 6);
  return button;
}

QVBoxLayout* column(QWidget* of) {
  auto* outer = new QVBoxLayout(of);
  outer->addStretch(1);
  auto* inner = new QWidget(of);
  inner->setFixedWidth(of->fontMetrics().averageCharWidth() * kColumnCharacters);
  outer->addWidget(inner, 0, Qt::AlignHCenter);
  outer->addStretch(2);
  auto* layout = new QVBoxLayout(inner);
  layout->setSpacing(12);
  return layout;
}

PlainLabel* heading(const QString& text, QWidget* parent) {
  auto* label = new PlainLabel(text, parent);
  label->setFont(Theme::instance().heading());
  label->wrapped();
  return label;
}

QSpinBox* number(int least, int most, int value, const QString& name, QWidget* parent) {
  auto* box = new QSpinBox(parent);
  box->setObjectName(name);
  box->setRange(least, most);
  box->setValue(value);
  box->setFocusPolicy(Qt::StrongFocus);
  return box;
}

QString defaultFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QLatin1String("/cluster");
}

}  // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent), stack_(new QStackedWidget(this)) {
  // In the body: they set members that are declared after them.
  choices_ = makeChoices();
  startForm_ = makeStartForm();
  connectForm_ = makeConnectForm();
  progress_ = makeProgress();
  setObjectName(QStringLiteral("start"));
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(stack_);
  for (QWidget* each : {choices_, startForm_, connectForm_, progress_}) stack_->addWidget(each);
  tick_.setInterval(1'000);
  connect(&tick_, &QTimer::timeout, this,
          [this] { elapsed_->setText(tr("%1 so far").arg(durationText(since_.elapsed()))); });
  // Return presses what has the focus, as Space does.
  for (QPushButton* each : findChildren<QPushButton*>()) each->setAutoDefault(true);
  showChoices();
}

QWidget* StartPage::makeChoices() {
  auto* page = new QWidget(this);
  auto* layout = column(page);
  auto* logo = new PlainLabel({}, page);
  const auto paint = [logo] {
    logo->setPixmap(Theme::instance().icon(QStringLiteral("logo"), Ink::kAccent).pixmap(56, 56));
  };
  paint();
  connect(&Theme::instance(), &Theme::changed, logo, paint);
  layout->addWidget(logo);
  layout->addWidget(heading(tr("Welcome to Aurigraph"), page));
  auto* words = new PlainLabel(
      tr("Real-world assets become tokens on a replicated ledger: every record is checked, doubtful ones are "
         "decided by people, and everything can be proven afterwards. Where do you want to work?"),
      page);
  words->look("muted").wrapped();
  layout->addWidget(words);

  failure_ = new QFrame(page);
  setLook(*failure_, "banner");
  setTone(*failure_, "fail");
  auto* failed = new QVBoxLayout(failure_);
  failureText_ = new PlainLabel({}, failure_);
  failureText_->wrapped();
  failureCode_ = new PlainLabel({}, failure_);
  failureCode_->look("muted").setTextInteractionFlags(Qt::TextSelectableByMouse);
  failed->addWidget(failureText_);
  failed->addWidget(failureCode_);
  layout->addWidget(failure_);
  layout->addSpacing(8);

  auto* here =
      makeChoice(QStringLiteral("chooseStart"), QStringLiteral("cluster"), tr("Start a cluster here"),
                 tr("Validators, business and slim nodes inside this program, with your data kept "
                    "on this computer. Nothing else needs to be installed."),
                 page);
  auto* training =
      makeChoice(QStringLiteral("chooseTraining"), QStringLiteral("training"), tr("Train on a cluster"),
                 tr("A cluster with demo data to try everything on: reviews that wait, assets, tokens and "
                    "proofs. All of it is SIMULATED and thrown away when you quit."),
                 page);
  auto* remote =
      makeChoice(QStringLiteral("chooseConnect"), QStringLiteral("server"), tr("Connect to a cluster"),
                 tr("A cluster that runs on servers. You need its address and its certificate file, "
                    "and should know its genesis digest."),
                 page);
  for (QPushButton* each : {here, training, remote}) layout->addWidget(each);
  connect(here, &QPushButton::clicked, this, [this] { showForm(startForm_, validators_); });
  connect(training, &QPushButton::clicked, this, [this] {
    StartChoice choice;
    choice.training = true;
    begin(choice);
  });
  connect(remote, &QPushButton::clicked, this, [this] {
    fillProfiles();
    showForm(connectForm_, address_);
  });
  return page;
}

QWidget* StartPage::makeStartForm() {
  auto* page = new QWidget(this);
  auto* layout = column(page);
  layout->addWidget(heading(tr("Start a cluster here"), page));
  auto* form = new QFormLayout;
  form->setVerticalSpacing(10);
  validators_ = number(1, 9, 3, QStringLiteral("validators"), page);
  business_ = number(1, 10, 2, QStringLiteral("business"), page);
  slim_ = number(0, 4, 1, QStringLiteral("slim"), page);
  form->addRow(tr("&Validators"), validators_);
  tolerance_ = new PlainLabel({}, page);
  tolerance_->look("muted").wrapped();
  form->addRow({}, tolerance_);
  form->addRow(tr("&Business nodes"), business_);
  form->addRow(tr("S&lim nodes"), slim_);
  keep_ = new QCheckBox(tr("&Keep its data between runs"), page);
  keep_->setObjectName(QStringLiteral("keep"));
  keep_->setChecked(true);
  form->addRow({}, keep_);
  auto* place = new QHBoxLayout;
  folder_ = new QLineEdit(QDir::toNativeSeparators(defaultFolder()), page);
  folder_->setObjectName(QStringLiteral("folder"));
  folder_->setLayoutDirection(Qt::LeftToRight);
  auto* browse = new QPushButton(tr("Browse …"), page);
  browse->setObjectName(QStringLiteral("browseFolder"));
  place->addWidget(folder_, 1);
  place->addWidget(browse);
  form->addRow(tr("&Folder"), place);
  if (auto* label = qobject_cast<QLabel*>(form->labelForField(place))) label->setBuddy(folder_);
  layout->addLayout(form);
  auto* mark = new PlainLabel(
      tr("Its data comes from the built-in provider simulator and is marked SIMULATED for ever."), page);
  mark->look("muted").wrapped();
  layout->addWidget(mark);
  auto* buttons = new QHBoxLayout;
  auto* back = new QPushButton(tr("Back"), page);
  back->setObjectName(QStringLiteral("startBack"));
  auto* go = new QPushButton(tr("Start the cluster"), page);
  go->setObjectName(QStringLiteral("startGo"));
  setLook(*go, "primary");
  buttons->addWidget(back);
  buttons->addStretch();
  buttons->addWidget(go);
  layout->addSpacing(8);
  layout->addLayout(buttons);

  const auto tell = [this] {
    const int voters = validators_->value();
    // An even count tolerates no more than the odd one below it (R-SCALE-4).
    tolerance_->setText(tr("Goes on with %n validator(s) down.", nullptr, (voters - 1) / 2));
  };
  connect(validators_, &QSpinBox::valueChanged, this, tell);
  tell();
  connect(keep_, &QCheckBox::toggled, this, [this, browse](bool kept) {
    folder_->setEnabled(kept);
    browse->setEnabled(kept);
  });
  connect(browse, &QPushButton::clicked, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Folder of the cluster"), folder_->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, folder_, &QLineEdit::setText);
    dialog->open();
  });
  connect(back, &QPushButton::clicked, this, &StartPage::showChoices);
  connect(go, &QPushButton::clicked, this, [this] {
    StartChoice choice;
    choice.validators = validators_->value();
    choice.business = business_->value();
    choice.slim = slim_->value();
    if (keep_->isChecked()) choice.folder = QDir::fromNativeSeparators(folder_->text().trimmed());
    begin(choice);
  });
  return page;
}

QWidget* StartPage::makeConnectForm() {
  auto* page = new QWidget(this);
  auto* layout = column(page);
  layout->addWidget(heading(tr("Connect to a cluster"), page));
  profiles_ = new QListWidget(page);
  profiles_->setObjectName(QStringLiteral("profiles"));
  profiles_->setAccessibleName(tr("Clusters you have used"));
  profiles_->setMaximumHeight(profiles_->fontMetrics().height() * 6);
  layout->addWidget(profiles_);
  auto* form = new QFormLayout;
  form->setVerticalSpacing(10);
  address_ = new QLineEdit(page);
  address_->setObjectName(QStringLiteral("address"));
  address_->setPlaceholderText(QStringLiteral("cluster.example.org:8443"));
  address_->setLayoutDirection(Qt::LeftToRight);
  form->addRow(tr("&Address"), address_);
  auto* place = new QHBoxLayout;
  authority_ = new QLineEdit(page);
  authority_->setObjectName(QStringLiteral("authority"));
  authority_->setLayoutDirection(Qt::LeftToRight);
  auto* browse = new QPushButton(tr("Browse …"), page);
  browse->setObjectName(QStringLiteral("browseAuthority"));
  place->addWidget(authority_, 1);
  place->addWidget(browse);
  form->addRow(tr("&Certificate file"), place);
  if (auto* label = qobject_cast<QLabel*>(form->labelForField(place))) label->setBuddy(authority_);
  genesis_ = new QLineEdit(page);
  genesis_->setObjectName(QStringLiteral("genesis"));
  genesis_->setFont(Theme::instance().monospaced());
  genesis_->setMaxLength(64);
  genesis_->setLayoutDirection(Qt::LeftToRight);
  genesis_->setPlaceholderText(tr("64 hex digits, from whoever runs the cluster"));
  form->addRow(tr("&Genesis digest"), genesis_);
  layout->addLayout(form);
  auto* why =
      new PlainLabel(tr("The certificate file says which servers to believe; no other certificate is. "
                        "The genesis digest says which ledger it is: without it, this window shows what "
                        "it is told and marks the cluster as not checked."),
                     page);
  why->look("muted").wrapped();
  layout->addWidget(why);
  connectProblem_ = new PlainLabel({}, page);
  connectProblem_->setObjectName(QStringLiteral("connectProblem"));
  connectProblem_->tone("fail").wrapped();
  connectProblem_->hide();
  layout->addWidget(connectProblem_);
  auto* buttons = new QHBoxLayout;
  auto* back = new QPushButton(tr("Back"), page);
  back->setObjectName(QStringLiteral("connectBack"));
  auto* go = new QPushButton(tr("Connect"), page);
  go->setObjectName(QStringLiteral("connectGo"));
  setLook(*go, "primary");
  buttons->addWidget(back);
  buttons->addStretch();
  buttons->addWidget(go);
  layout->addSpacing(8);
  layout->addLayout(buttons);

  connect(profiles_, &QListWidget::currentRowChanged, this, [this](int row) {
    const auto all = ProfileStore::all();
    if (row < 0 || row >= all.size()) return;
    address_->setText(QStringLiteral("%1:%2").arg(all[row].endpoint.host).arg(all[row].endpoint.port));
    authority_->setText({});
    authority_->setPlaceholderText(tr("Kept from last time"));
    authorityPem_ = all[row].endpoint.authorityPem;
    genesis_->setText(all[row].genesis);
  });
  connect(browse, &QPushButton::clicked, this, [this] {
    auto* dialog =
        new QFileDialog(this, tr("Certificate of the cluster"), {}, tr("Certificates (*.pem *.crt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, authority_, &QLineEdit::setText);
    dialog->open();
  });
  connect(back, &QPushButton::clicked, this, &StartPage::showChoices);
  connect(go, &QPushButton::clicked, this, &StartPage::tryConnect);
  for (QLineEdit* each : {address_, authority_, genesis_})
    connect(each, &QLineEdit::returnPressed, this, &StartPage::tryConnect);
  return page;
}

QWidget* StartPage::makeProgress() {
  auto* page = new QWidget(this);
  auto* layout = column(page);
  progressTitle_ = heading({}, page);
  layout->addWidget(progressTitle_);
  stages_ = new QVBoxLayout;
  stages_->setSpacing(6);
  layout->addLayout(stages_);
  bar_ = new QProgressBar(page);
  bar_->setObjectName(QStringLiteral("startProgress"));
  bar_->setAccessibleName(tr("Progress of the start"));
  layout->addWidget(bar_);
  auto* row = new QHBoxLayout;
  elapsed_ = new PlainLabel({}, page);
  elapsed_->look("muted");
  cancel_ = new QPushButton(tr("Cancel"), page);
  cancel_->setObjectName(QStringLiteral("cancelStart"));
  row->addWidget(elapsed_);
  row->addStretch();
  row->addWidget(cancel_);
  layout->addLayout(row);
  connect(cancel_, &QPushButton::clicked, this, [this] {
    cancel_->setEnabled(false);
    cancel_->setText(tr("Cancelling …"));
    Q_EMIT cancelWanted();
  });
  return page;
}

void StartPage::showForm(QWidget* form, QWidget* first) {
  stack_->setCurrentWidget(form);
  first->setFocus();
}

void StartPage::showChoices() {
  tick_.stop();
  failure_->hide();
  stack_->setCurrentWidget(choices_);
}

void StartPage::begin(const StartChoice& choice) {
  progressTitle_->setText(choice.training ? tr("Starting a training cluster") : tr("Starting your cluster"));
  showStage({tr("Preparing"), 0, 0});
  Q_EMIT startWanted(choice);
}

void StartPage::showStage(const StartStage& stage) {
  if (stack_->currentWidget() != progress_) {
    qDeleteAll(shownStages_);
    shownStages_.clear();
    since_.start();
    tick_.start();
    elapsed_->setText({});
    cancel_->setEnabled(true);
    cancel_->setText(tr("Cancel"));
    stack_->setCurrentWidget(progress_);
    cancel_->setFocus();
  }
  for (PlainLabel* each : std::as_const(shownStages_)) {
    each->tone("ok");
    if (!each->text().startsWith(QChar(0x2713))) each->setText(QChar(0x2713) + each->text().mid(1));
  }
  auto* line = new PlainLabel(QChar(0x2022) + QStringLiteral("  ") + stage.words, progress_);
  shownStages_.append(line);
  stages_->addWidget(line);
  bar_->setRange(0, stage.total);
  bar_->setValue(stage.done);
}

void StartPage::showConnecting(const ClusterProfile& profile) {
  if (stack_->currentWidget() == progress_) return showStage({tr("Opening the window's connection"), 0, 0});
  progressTitle_->setText(tr("Connecting to %1").arg(tame(profile.name)));
  showStage({tr("Asking which cluster it is"), 0, 0});
}

void StartPage::showFailure(const ApiError& error) {
  tick_.stop();
  failureText_->setText(error.message + QLatin1Char(' ') + error.remedy);
  failureCode_->setText(leftToRight(error.code));
  failure_->show();
  stack_->setCurrentWidget(choices_);
}

void StartPage::fillProfiles() {
  profiles_->clear();
  for (const ClusterProfile& each : ProfileStore::all())
    profiles_->addItem(tame(each.name) + QStringLiteral("  ") +
                       leftToRight(QStringLiteral("%1:%2").arg(each.endpoint.host).arg(each.endpoint.port)));
  profiles_->setVisible(profiles_->count() != 0);
}

void StartPage::readAuthority() {
  if (authority_->text().isEmpty()) return;
  // A small local file: read at once.
  QFile file(authority_->text());
  authorityPem_ = file.open(QIODevice::ReadOnly) ? file.read(kMaxPemBytes) : QByteArray();
}

void StartPage::tryConnect() {
  readAuthority();
  QString problem;
  QString text = address_->text().trimmed();
  text.remove(QLatin1String("https://"));
  const QUrl url = QUrl::fromUserInput(QStringLiteral("https://") + text);
  const QString digest = genesis_->text().trimmed().toLower();
  if (text.isEmpty() || !url.isValid() || url.host().isEmpty())
    problem =
        tr("Type the cluster's address: a name or number, and a port if it is not %1.").arg(kDefaultPort);
  else if (!holdsCertificate(authorityPem_))
    problem =
        tr("The certificate file holds no certificate. Ask whoever runs the cluster for its root "
           "certificate (a .pem file).");
  else if (!digest.isEmpty() && !fixedFromHex<Digest>(stdText(digest)))
    problem = tr("The genesis digest has 64 digits from 0 to 9 and a to f.");
  connectProblem_->setText(problem);
  connectProblem_->setVisible(!problem.isEmpty());
  if (!problem.isEmpty()) return;
  ClusterProfile profile;
  profile.mode = ClusterProfile::Mode::kRemote;
  profile.endpoint.host = url.host();
  profile.endpoint.port = static_cast<quint16>(url.port(kDefaultPort));
  profile.endpoint.authorityPem = authorityPem_;
  profile.genesis = digest;
  profile.name = url.host();
  Q_EMIT connectWanted(profile);
}

}  // namespace aurigraph::ui
