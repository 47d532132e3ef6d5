#include "ui/wizard/view/issuance_run.h"

#include <QDateTime>
#include <QJsonArray>
#include <QtConcurrent>

#include "core/crypto/keystore.h"
#include "ui/client/json.h"
#include "ui/wizard/view/command_json.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

using issuance::TrackerState;

constexpr int kFindEveryMs = 300;  ///< Lists trail the ledger by a moment.
constexpr int kMaxFinds = 60;
constexpr qint64 kNanosecondsPerMs = 1'000'000;
/// After this no batch of ours can be executed any more (Author signs for two minutes), with room for clocks.
constexpr qint64 kSurelyExpiredMs = 180'000;

ApiError errorOf(const Error& error) {
  issuance::Issue same;
  same.code = error.code;
  // In the window's language where a step says the same.
  if (hasIssueWords(same.code)) return {qtText(error.code), issueText(same), {}, 0, 0};
  return {qtText(error.code), qtText(error.message), qtText(error.remedy), 0, 0};
}

Digest digestOf(const QString& hex) {
  return fixedFromHex<Digest>(stdText(hex)).value_or(Digest{});
}

issuance::LedgerReason reasonOf(const ApiError& error) {
  return {stdText(error.code), stdText(error.message), stdText(error.remedy), {}};
}

}  // namespace

IssuanceRun::IssuanceRun(QString room, QString id, issuance::IssuanceFlow flow, qint64 savedMs,
                         LocalStore& store, QObject* parent)
    : QObject(parent),
      room_(std::move(room)),
      id_(std::move(id)),
      flow_(std::move(flow)),
      store_(store),
      savedMs_(savedMs) {
  saveTimer_.setSingleShot(true);
  saveTimer_.setInterval(kSaveAfterMs);
  connect(&saveTimer_, &QTimer::timeout, this, &IssuanceRun::save);
  timeTimer_.setInterval(kTellTimeMs);
  connect(&timeTimer_, &QTimer::timeout, this, &IssuanceRun::tellTime);
}

QString IssuanceRun::roomOf(const Digest& genesis, const PublicKey& author) {
  constexpr int kKeep = 16;  // Hex digits: enough to tell a handful of clusters and people apart.
  return QStringLiteral("issuance.draft.%1.%2")
      .arg(qtText(toHex(genesis.view())).left(kKeep), qtText(toHex(author.view())).left(kKeep));
}

void IssuanceRun::setConnection(Connection* connection) {
  connection_ = connection;
  work_ = Work::kNone;
  if (connection_)
    timeTimer_.start();
  else
    timeTimer_.stop();
  tellTime();
}

void IssuanceRun::setContext(const issuance::IssuanceContext& context) {
  flow_.setContext(context);
  tellTime();
  Q_EMIT changed();
}

/// The cluster's, as of now: what a context brings along is as old as its answers.
void IssuanceRun::tellTime() {
  if (!connection_) return;
  const bool ended = flow_.approvalEnded();
  flow_.setNow(Nanoseconds(connection_->clusterNow().toMSecsSinceEpoch() * kNanosecondsPerMs));
  if (flow_.approvalEnded() != ended) Q_EMIT changed();
}

// ---- the draft ----

void IssuanceRun::touched() {
  unsaved_ = true;
  saveTimer_.start();
  Q_EMIT changed();
}

bool IssuanceRun::edit(const std::function<Status(issuance::IssuanceFlow&)>& change) {
  const Status done = change(flow_);
  problem_.reset();
  if (!done) problem_ = errorOf(done.error());
  touched();
  return done.has_value();
}

bool IssuanceRun::next() {
  tellTime();
  const bool moved = flow_.next();
  if (moved) problem_.reset();
  touched();
  return moved;
}
bool IssuanceRun::back() {
  const bool moved = flow_.back();
  if (moved) problem_.reset();
  touched();
  return moved;
}
bool IssuanceRun::goTo(issuance::Step step) {
  tellTime();
  const bool moved = flow_.goTo(step);
  if (moved) problem_.reset();
  touched();
  return moved;
}
std::string IssuanceRun::follow(const issuance::Issue& issue) {
  const std::string field = flow_.follow(issue);
  problem_.reset();
  touched();
  return field;
}

void IssuanceRun::save() {
  if (unsaved_ && !forgotten_) keepThen({});
}

void IssuanceRun::keepThen(const std::function<void()>& then) {
  saveTimer_.stop();
  unsaved_ = false;
  const std::string json = issuance::toJson(draft());
  const QByteArray bytes(json.data(), static_cast<qsizetype>(json.size()));
  store_.put(room_, id_, bytes).then(this, [this, then](const Reply<bool>& kept) {
    if (kept) savedMs_ = QDateTime::currentMSecsSinceEpoch();
    if (!kept) problem_ = kept.error();
    Q_EMIT changed();
    // A disk that is full hinders nobody to go on; the sentence says what is lost on closing.
    if (then) then();
  });
}

void IssuanceRun::forget() {
  saveTimer_.stop();
  forgotten_ = true;
  (void)store_.remove(room_, id_);
}

void IssuanceRun::begin(Work work) {
  work_ = work;
  problem_.reset();
  Q_EMIT changed();
}

void IssuanceRun::end(std::optional<ApiError> problem) {
  work_ = Work::kNone;
  problem_ = std::move(problem);
  touched();
}

// ---- asking ----

void IssuanceRun::simulate(const QJsonObject& command, const std::function<void(Height, Reasons)>& then) {
  const QJsonObject body{{QStringLiteral("author"), qtText(toHex(flow_.context().author.view()))},
                         {QStringLiteral("commands"), QJsonArray{command}}};
  connection_->api()
      .post(QStringLiteral("/contract/simulate"), body)
      .then(this, [this, then](const Answer& answer) {
        if (!answer) return end(answer.error());
        Reasons reasons;
        const auto item = (*answer)[QLatin1String("items")].toArray().at(0).toObject();
        for (const auto& each : item[QLatin1String("reasons")].toArray()) {
          const auto reason = each.toObject();
          const auto part = [&](const char* name) { return stdText(textIn(reason, name)); };
          reasons.push_back({part("code"), part("message"), part("remedy"), part("parameter")});
        }
        then(Height(static_cast<std::uint64_t>((*answer)[QLatin1String("height")].toInteger())),
             std::move(reasons));
      });
}

void IssuanceRun::precheck() {
  if (!connection_ || work_ != Work::kNone) return;
  tellTime();
  if (const Status hold = flow_.approvalsHold(); !hold) return end(errorOf(hold.error()));
  const auto command = flow_.issueToken();
  if (!command) return end(errorOf(command.error()));
  begin(Work::kChecking);
  simulate(jsonOf(*command), [this, of = issuance::digestOf(*command)](Height height, Reasons reasons) {
    const Status taken = flow_.setPrecheck({of, height, std::move(reasons)});
    end(taken ? std::nullopt : std::optional(errorOf(taken.error())));
  });
}

// ---- registering ----

void IssuanceRun::registerAsset() {
  if (!connection_ || connection_->author() == nullptr || work_ != Work::kNone) return;
  const auto command = flow_.registerAsset();
  if (!command) return end(errorOf(command.error()));
  begin(Work::kRegistering);
  simulate(jsonOf(*command), [this, command = *command](Height, Reasons reasons) {
    const bool objected = !reasons.empty();
    if (const Status said = flow_.setObjections(std::move(reasons)); !said) return end(errorOf(said.error()));
    if (objected) return end();
    if (const Status begun = flow_.registrationSubmitted(); !begun) return end(errorOf(begun.error()));
    keepThen([this, command] { sendRegistration(command); });
  });
}

void IssuanceRun::sendRegistration(const wire::RegisterAsset& command) {
  if (!connection_ || connection_->author() == nullptr) return end();
  connection_->author()->send(command, Wait::kCommitted).then(this, [this](const Reply<Sent>& sent) {
    if (!sent) return failedToSend(sent.error());
    findAsset(sent->height, sent->batch, 0);
  });
}

void IssuanceRun::findAsset(quint64 height, const QString& batch, int tries) {
  if (!connection_) return end();
  const QString key = qtText(draft().assetKey);
  connection_->api()
      .get(QStringLiteral("/query/assets?key=") + escaped(key))
      .then(this, [this, height, batch, tries, key](const Answer& answer) {
        if (!answer && !answer.error().passing()) return end(answer.error());
        if (answer) {
          for (const auto& each : (*answer)[QLatin1String("items")].toArray()) {
            const auto item = each.toObject();
            if (item[QLatin1String("asset_key")].toString() != key) continue;
            const AssetId id(static_cast<std::uint64_t>(item[QLatin1String("id")].toInteger()));
            if (const Status done = flow_.registered(id, Height(height), digestOf(batch)); !done)
              return end(errorOf(done.error()));
            end();
            Q_EMIT moved();
            return;
          }
        }
        if (tries == kMaxFinds)
          return end(ApiError{QStringLiteral("issuance.not_listed"),
                              tr("The asset is registered, but the list of assets does not show it yet."),
                              tr("Ask again in a moment."), 0, 0});
        QTimer::singleShot(kFindEveryMs, this,
                           [this, height, batch, tries] { findAsset(height, batch, tries + 1); });
      });
}

// ---- approving ----

bool IssuanceRun::askAgain() {
  tellTime();
  const bool asked = edit([](issuance::IssuanceFlow& to) { return to.askForApproval(); });
  save();  // Before somebody signs it: answers to an end that is forgotten are for nothing.
  return asked;
}

std::optional<issuance::ApprovalRequest> IssuanceRun::request() {
  tellTime();
  if (!flow_.isAsked() && !askAgain()) return std::nullopt;
  auto request = flow_.approvalRequest();
  if (request) return std::move(*request);
  end(errorOf(request.error()));
  return std::nullopt;
}

Status IssuanceRun::takeApproval(const issuance::ApprovalAnswer& answer) {
  tellTime();
  const Status taken = flow_.addApproval(answer);
  end(taken ? std::nullopt : std::optional(errorOf(taken.error())));
  return taken;
}

void IssuanceRun::approveWith(const QByteArray& keyFile, const QString& passphrase) {
  if (work_ != Work::kNone) return;
  const auto wanted = request();
  if (!wanted) return;
  begin(Work::kApproving);
  using Approved = Result<issuance::ApprovalAnswer>;
  QtConcurrent::run([request = *wanted, keyFile, phrase = stdText(passphrase)]() -> Approved {
    const auto opened = crypto::openKey(viewOf(keyFile), phrase);
    if (!opened) return propagate(opened);
    return issuance::approve(request, opened->key);
  }).then(this, [this](const Approved& answer) {
    if (!answer) return end(errorOf(answer.error()));
    (void)takeApproval(*answer);
  });
}

void IssuanceRun::importApproval(const QByteArray& file) {
  const auto answer = issuance::approvalFromJson(asText(viewOf(file)));
  if (!answer) return end(errorOf(answer.error()));
  (void)takeApproval(*answer);
}

// ---- issuing ----

void IssuanceRun::issue() {
  if (!connection_ || connection_->author() == nullptr || work_ != Work::kNone) return;
  tellTime();
  const auto command = flow_.issueToken();
  if (!command) return end(errorOf(command.error()));
  if (const Status begun = flow_.issueSubmitted(); !begun) return end(errorOf(begun.error()));
  begin(Work::kIssuing);
  keepThen([this, command = *command] { sendIssue(command); });
}

void IssuanceRun::sendIssue(const wire::IssueToken& command) {
  if (!connection_ || connection_->author() == nullptr) return end();
  connection_->author()->send(command, Wait::kCommitted).then(this, [this](const Reply<Sent>& sent) {
    if (!sent) return failedToSend(sent.error());
    const Status done = flow_.committed(Height(sent->height), digestOf(sent->batch));
    if (!done) return end(errorOf(done.error()));
    end();
    Q_EMIT moved();
    ask();
  });
}

void IssuanceRun::failedToSend(const ApiError& error) {
  // Without an answer nobody knows yet; the register will say.
  if (error.passing()) return end(error);
  refuse({reasonOf(error)});
}

void IssuanceRun::refuse(Reasons why) {
  const Status done = flow_.refused(std::move(why));
  end(done ? std::nullopt : std::optional(errorOf(done.error())));
  Q_EMIT moved();
}

// ---- what became of it ----

void IssuanceRun::ask() {
  if (!connection_ || work_ != Work::kNone) return;
  switch (draft().tracker.state) {
    case TrackerState::kRegistering:
      return askAboutAsset();
    case TrackerState::kIssuing:
      return askAboutToken();
    case TrackerState::kCommitted:
      return askAboutCertificate();
    default:
      return;
  }
}

void IssuanceRun::askAboutAsset() {
  begin(Work::kAsking);
  const QString key = qtText(draft().assetKey);
  connection_->api()
      .get(QStringLiteral("/query/assets?key=") + escaped(key))
      .then(this, [this, key](const Answer& answer) {
        if (!answer) return end(answer.error());
        for (const auto& each : (*answer)[QLatin1String("items")].toArray()) {
          const auto item = each.toObject();
          if (item[QLatin1String("asset_key")].toString() != key) continue;
          const bool mine =
              connection_ && item[QLatin1String("issuer")].toInteger() == connection_->identity().id;
          if (!mine)
            return refuse({{"asset.exists", stdText(tr("Somebody else registered this asset.")), {}, {}}});
          const AssetId id(static_cast<std::uint64_t>(item[QLatin1String("id")].toInteger()));
          const Height height(
              static_cast<std::uint64_t>(item[QLatin1String("registered_height")].toInteger()));
          (void)flow_.registered(id, height);
          end();
          Q_EMIT moved();
          return;
        }
        notThere();
      });
}

void IssuanceRun::askAboutToken() {
  begin(Work::kAsking);
  const QString symbol = qtText(draft().term("symbol"));
  connection_->api()
      .get(QStringLiteral("/query/tokens/") + escaped(symbol))
      .then(this, [this](const Answer& answer) {
        if (!answer && answer.error().status == 404) return notThere();
        if (!answer) return end(answer.error());
        if (static_cast<std::uint64_t>((*answer)[QLatin1String("asset")].toInteger()) != draft().asset.value)
          return refuse({{"token.symbol_taken",
                          stdText(tr("Somebody else issued a token with this symbol.")),
                          {},
                          {}}});
        (void)flow_.committed(
            Height(static_cast<std::uint64_t>((*answer)[QLatin1String("issued_height")].toInteger())),
            digestOf((*answer)[QLatin1String("issue_batch")].toString()));
        end();
        Q_EMIT moved();
        ask();
      });
}

void IssuanceRun::notThere() {
  const qint64 waited = QDateTime::currentMSecsSinceEpoch() - savedMs_;
  if (savedMs_ != 0 && waited < kSurelyExpiredMs)
    return end(ApiError{QStringLiteral("issuance.not_there_yet"),
                        tr("The ledger does not have it yet; it may still be on its way."),
                        tr("Ask again in a few minutes. Nothing is sent twice."), 0, 0});
  refuse({{"issuance.never_arrived",
           stdText(tr("It never reached the ledger, and what was signed has expired.")),
           stdText(tr("Look it over and send it again.")),
           {}}});
}

void IssuanceRun::askAboutCertificate() {
  begin(Work::kAsking);
  connection_->api()
      .get(QStringLiteral("/query/certificates/latest"))
      .then(this, [this](const Answer& answer) {
        const bool none = !answer && answer.error().status == 404;
        if (!answer && !none) return end(answer.error());
        const auto height =
            none ? 0 : static_cast<std::uint64_t>((*answer)[QLatin1String("height")].toInteger());
        work_ = Work::kNone;
        if (height < draft().tracker.committedAt.value || height == 0) return Q_EMIT changed();
        (void)flow_.finalised(Height(height));
        end();
        Q_EMIT moved();
      });
}

}  // namespace aurigraph::ui
