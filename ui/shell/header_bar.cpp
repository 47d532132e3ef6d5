#include "ui/shell/header_bar.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStylePainter>
#include <algorithm>

#include "ui/models/readings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

constexpr qint64 kSkewWorthSayingMs = 2'000;

/// Gives way where the header is narrow: chips are never cut. Whole in the tooltip.
class NameLabel final : public PlainLabel {
 public:
  using PlainLabel::PlainLabel;
  [[nodiscard]] QSize minimumSizeHint() const override {
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * 8), sizeHint().height()};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QStylePainter painter(this);
    painter.drawItemText(contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(),
                         fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()),
                         foregroundRole());
  }
};

}  // namespace

HeaderBar::HeaderBar(QWidget* parent)
    : QFrame(parent),
      logo_(new PlainLabel({}, this)),
      name_(new NameLabel({}, this)),
      mode_(new Chip({}, nullptr, this)),
      simulated_(new Chip({}, "simulated", this)),
      pinned_(new Chip({}, "warn", this)),
      health_(new Chip({}, nullptr, this)),
      sentence_(new PlainLabel({}, this)),
      identity_(new QPushButton(this)) {
  setObjectName(QStringLiteral("header"));
  setLook(*this, "bar");
  name_->setFont(Theme::instance().subheading());
  name_->setObjectName(QStringLiteral("clusterName"));
  mode_->setObjectName(QStringLiteral("modeChip"));
  simulated_->setObjectName(QStringLiteral("simulatedChip"));
  pinned_->setObjectName(QStringLiteral("pinnedChip"));
  health_->setObjectName(QStringLiteral("healthChip"));
  sentence_->setObjectName(QStringLiteral("linkSentence"));
  sentence_->look("muted");
  sentence_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  identity_->setObjectName(QStringLiteral("identity"));
  setLook(*identity_, "quiet");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 8, 14, 8);
  row->setSpacing(10);
  row->addWidget(logo_);
  row->addWidget(name_);
  for (Chip* each : {mode_, simulated_, pinned_, health_}) row->addWidget(each);
  row->addWidget(sentence_, 1);
  row->addWidget(identity_);
  const auto paint = [this] {
    logo_->setPixmap(Theme::instance().icon(QStringLiteral("logo"), Ink::kAccent).pixmap(28, 28));
    identity_->setIcon(Theme::instance().icon(QStringLiteral("person"), Ink::kAccent));
  };
  connect(&Theme::instance(), &Theme::changed, this, paint);
  paint();
  tick_.setInterval(1'000);
  connect(&tick_, &QTimer::timeout, this, &HeaderBar::showLink);
}

void HeaderBar::setConnection(Connection* connection) {
  if (connection_) connection_->disconnect(this);
  connection_ = connection;
  setVisible(connection != nullptr);
  if (connection == nullptr) {
    tick_.stop();
    return;
  }
  using enum ClusterProfile::Mode;
  switch (connection->profile().mode) {
    case kEmbedded:
      //: The cluster runs inside this program
      mode_->set(tr("EMBEDDED"), "accent");
      break;
    case kRemote:
      //: The cluster runs on servers
      mode_->set(tr("REMOTE"), "accent");
      break;
    case kTraining:
      //: A cluster to practise on
      mode_->set(tr("TRAINING"), "training");
      break;
  }
  connect(connection, &Connection::linkChanged, this, &HeaderBar::showLink);
  connect(connection, &Connection::statusChanged, this, &HeaderBar::showStatus);
  connect(connection, &Connection::identityChanged, this, &HeaderBar::showIdentity);
  tick_.start();
  showStatus();
  showLink();
  showIdentity();
}

void HeaderBar::showStatus() {
  if (!connection_) return;
  const ClusterReading cluster = readStatus(connection_->status());
  name_->setText(tame(cluster.cluster.isEmpty() ? connection_->profile().name : cluster.cluster, 40));
  //: Everything in this cluster may come from a simulator
  name_->setToolTip(plainTip(name_->text()));
  simulated_->set(connection_->simulated() ? tr("SIMULATED") : QString(), "simulated");
  pinned_->set(connection_->genesisPinned() ? QString() : tr("GENESIS NOT CHECKED"), "warn");
  pinned_->setToolTip(tr("You gave no genesis digest, so nothing tells this cluster from another one."));
  const auto down = static_cast<int>(std::ranges::count(cluster.nodes, false, &NodeReading::healthy));
  const int healthy = static_cast<int>(cluster.nodes.size()) - down;
  if (!connection_->live()) return;
  //: The connection to the cluster stands; it says nothing about its nodes
  if (cluster.nodes.isEmpty()) return health_->set(tr("Connected"), "ok");
  if (down == 0)
    health_->set(QStringLiteral("\u2713 ") + tr("%n node(s) healthy", nullptr, healthy), "ok");
  else
    health_->set(QStringLiteral("! ") + tr("%n node(s) down", nullptr, down), "warn");
}

void HeaderBar::showLink() {
  if (!connection_) return;
  const Link& link = connection_->link();
  const QDateTime now = QDateTime::currentDateTime();
  using enum Link::State;
  switch (link.state) {
    case kConnecting:
      health_->set(tr("Connecting"), "stale");
      sentence_->setText({});
      break;
    case kLive: {
      showStatus();
      const qint64 skew = connection_->clockOffsetMs();
      sentence_->setText(
          std::abs(skew) > kSkewWorthSayingMs
              ? tr("This computer's clock differs by %1 from the cluster's; times count by the "
                   "cluster's.")
                    .arg(durationText(std::abs(skew)))
              : QString());
      break;
    }
    case kStale:
      health_->set(tr("Not answering"), "stale");
      sentence_->setText(tr("No answer since %1.").arg(timeText(link.lastAnswer)));
      break;
    case kReconnecting: {
      health_->set(tr("Connection lost"), "fail");
      const QString since = link.lastAnswer.isValid() ? timeText(link.lastAnswer) : QStringLiteral("—");
      const qint64 wait = link.retryAt ? std::max<qint64>(0, now.msecsTo(*link.retryAt)) : 0;
      sentence_->setText(tr("No connection since %1; next try in %2.").arg(since, durationText(wait)));
      break;
    }
    case kFailed:
      health_->set(tr("Stopped"), "fail");
      sentence_->setText(link.error ? tame(link.error->message) : QString());
      break;
  }
  // Where the window is narrow the sentence is cut; here it is whole.
  QStringList whole = {sentence_->text()};
  if (link.error) whole.append(tame(link.error->message + QLatin1Char(' ') + link.error->remedy, 400));
  whole.removeAll(QString());
  sentence_->setToolTip(plainTip(whole.join(QLatin1Char('\n'))));
}

void HeaderBar::showIdentity() {
  if (!connection_) return;
  const Identity& who = connection_->identity();
  if (!who.signedIn()) {
    identity_->setText(tr("Not signed in"));
    identity_->setAccessibleName(tr("Nobody is signed in. Press to sign in."));
    return;
  }
  QStringList roles;
  for (const QString& role : who.roles) roles.append(roleText(role));
  identity_->setText(withoutMnemonic(tame(who.name, 24)));
  identity_->setToolTip(plainTip(tame(who.name, 40) + QLatin1Char('\n') + roles.join(QStringLiteral(", "))));
  identity_->setAccessibleName(
      tr("Signed in as %1: %2").arg(tame(who.name, 40), roles.join(QStringLiteral(", "))));
}

}  // namespace aurigraph::ui
