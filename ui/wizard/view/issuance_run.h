#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <optional>

#include "ui/client/connection.h"
#include "ui/client/local_store.h"
#include "ui/wizard/flow/issuance_flow.h"

namespace aurigraph::ui {

/// One issue under way: its flow, which it tells the cluster's time, kept in the local store at each edit,
/// its questions to the ledger, its two signed commands and what became of them. Goes on without a view. UI
/// thread.
class IssuanceRun : public QObject {
  Q_OBJECT
 public:
  static constexpr int kSaveAfterMs = 250;    ///< Typing is saved when it pauses.
  static constexpr int kTellTimeMs = 30'000;  ///< Approvals end while nobody does anything.

  enum class Work { kNone, kChecking, kRegistering, kApproving, kIssuing, kAsking };

  /// `savedMs`: when the draft was kept last; 0: new.
  IssuanceRun(QString room, QString id, issuance::IssuanceFlow flow, qint64 savedMs, LocalStore& store,
              QObject* parent = nullptr);

  /// Where the drafts of one person on one cluster are kept.
  [[nodiscard]] static QString roomOf(const Digest& genesis, const PublicKey& author);

  [[nodiscard]] const QString& id() const { return id_; }
  [[nodiscard]] const issuance::IssuanceFlow& flow() const { return flow_; }
  [[nodiscard]] const issuance::Draft& draft() const { return flow_.draft(); }
  [[nodiscard]] qint64 savedMs() const { return savedMs_; }
  [[nodiscard]] Work work() const { return work_; }
  /// What went wrong with the last thing asked for; none once something new is asked for.
  [[nodiscard]] const std::optional<ApiError>& problem() const { return problem_; }
  /// Nobody has put anything into it yet: not worth keeping.
  [[nodiscard]] bool untouched() const { return draft() == issuance::Draft{}; }

  void setConnection(Connection* connection);
  void setContext(const issuance::IssuanceContext& context);

  /// Changes the draft and keeps it. Nothing changes where the flow refuses; then problem() says why.
  bool edit(const std::function<Status(issuance::IssuanceFlow&)>& change);
  bool next();
  bool back();
  bool goTo(issuance::Step step);
  std::string follow(const issuance::Issue& issue);
  /// Writes what is not yet kept.
  void save();
  void forget();  ///< Out of the store.

  // ---- asks and signs, each without waiting ----

  /// Asks the ledger about the registration; without an objection signs and sends it.
  void registerAsset();
  /// What others are asked to approve; a new request where there is none, or its time is over. Nothing:
  /// problem() says why.
  std::optional<issuance::ApprovalRequest> request();
  /// A new one at any rate: it has another end, and what was approved before does not count for it.
  bool askAgain();
  /// Approves with another person's sealed key on this computer. Key and passphrase are forgotten at once.
  void approveWith(const QByteArray& keyFile, const QString& passphrase);
  /// Takes the answer of an approver at another computer.
  void importApproval(const QByteArray& file);
  void precheck();
  /// Signs and sends the issue; only from the review.
  void issue();
  /// What became of something under way: after a restart, a lost answer, a new certificate.
  void ask();

 Q_SIGNALS:
  void changed();
  /// Registered, committed, final, refused.
  void moved();

 private:
  using Reasons = std::vector<issuance::LedgerReason>;
  void begin(Work work);
  void end(std::optional<ApiError> problem = std::nullopt);
  void touched();
  void tellTime();
  void simulate(const QJsonObject& command, const std::function<void(Height, Reasons)>& then);
  void keepThen(const std::function<void()>& then);
  void sendRegistration(const wire::RegisterAsset& command);
  void findAsset(quint64 height, const QString& batch, int tries);
  void sendIssue(const wire::IssueToken& command);
  void failedToSend(const ApiError& error);
  void askAboutAsset();
  void askAboutToken();
  void askAboutCertificate();
  void notThere();
  void refuse(Reasons why);
  Status takeApproval(const issuance::ApprovalAnswer& answer);

  QString room_;
  QString id_;
  issuance::IssuanceFlow flow_;
  LocalStore& store_;
  QPointer<Connection> connection_;
  qint64 savedMs_ = 0;
  QTimer saveTimer_;
  QTimer timeTimer_;
  bool unsaved_ = false;
  bool forgotten_ = false;  ///< Discarded: whatever still comes back is not kept.
  Work work_ = Work::kNone;
  std::optional<ApiError> problem_;
};

}  // namespace aurigraph::ui
