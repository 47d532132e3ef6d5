#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>
#include <optional>
#include <string>

#include "ui/client/connection.h"
#include "ui/wizard/flow/issuance_context.h"

namespace aurigraph::ui {

/// What the cluster knows that drafts are checked against: the usable records of one category, the asset
/// register, the symbols. Asked for as a whole, so that a draft never sees half of it. UI thread.
class LedgerFacts : public QObject {
  Q_OBJECT
 public:
  static constexpr int kMaxRecords = 400;  ///< Newest first; older ones are found by their asset's key.
  static constexpr int kMaxDetails = 48;   ///< Records of which fields are needed, asked one by one.
  static constexpr int kSettleMs = 2'000;  ///< Events come in bursts.

  explicit LedgerFacts(QObject* parent = nullptr);

  void setConnection(Connection* connection);
  /// Of this category from now on: "property". Asks at once.
  void want(const std::string& category);
  void refresh();
  /// Something on the ledger changed; asks in a moment.
  void refreshSoon();

  [[nodiscard]] const issuance::IssuanceContext& known() const { return known_; }
  [[nodiscard]] bool loaded() const { return loaded_; }
  [[nodiscard]] const std::optional<ApiError>& problem() const { return problem_; }

 Q_SIGNALS:
  void changed();

 private:
  struct Round;
  void finish(const std::shared_ptr<Round>& round);
  void askDetails(const std::shared_ptr<Round>& round);
  void failed(const std::shared_ptr<Round>& round, const ApiError& error);

  QPointer<Connection> connection_;
  std::string category_;
  issuance::IssuanceContext known_;
  QHash<QString, QJsonObject> details_;  ///< Fields of a record never change.
  std::shared_ptr<Round> round_;
  std::optional<ApiError> problem_;
  bool loaded_ = false;
  QTimer soon_;
};

}  // namespace aurigraph::ui
