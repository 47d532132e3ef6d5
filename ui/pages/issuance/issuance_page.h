#pragma once

#include <QList>

#include "ui/pages/base/page.h"
#include "ui/wizard/view/issuance_run.h"
#include "ui/wizard/view/ledger_facts.h"

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace aurigraph::ui {

class ApproveView;
class PlainLabel;
class WizardView;

/// Issuing tokens: start, drafts, submitted ones with how far they are, the wizard, approving by file.
class IssuancePage : public Page {
  Q_OBJECT
 public:
  explicit IssuancePage(PageContext context, QWidget* parent = nullptr);
  ~IssuancePage() override;

  [[nodiscard]] QList<Shortcut> shortcuts() const override;
  [[nodiscard]] QString unsaved() const override;
  /// ("issue", draft id): continues it.
  bool open(const QString& what, const QString& id) override;

  /// Begins a new draft; with a template name, on it.
  void startNew(const QString& templateName = {});
  void openRun(const QString& id);
  void showList();
  void showApprove();
  [[nodiscard]] WizardView* wizard() const { return wizard_; }
  [[nodiscard]] ApproveView* approving() const { return approve_; }
  [[nodiscard]] const QList<IssuanceRun*>& runs() const { return runs_; }

 protected:
  void refresh() override;
  void arrived(const EventBatch& batch) override;
  void forget() override;

 private:
  QWidget* makeList();
  [[nodiscard]] QString room() const;  ///< Of whoever is signed in.
  void loadDrafts();
  void takeDrafts(const QList<LocalStore::Entry>& entries);
  IssuanceRun* addRun(const QString& id, issuance::IssuanceFlow flow, qint64 savedMs);
  void removeRun(IssuanceRun* run);
  void fillList();
  QWidget* makeRow(IssuanceRun* run);
  void closeWizard();
  void feedFacts();
  void askWhatIsUnderWay();

  QStackedWidget* stack_;
  QWidget* list_ = nullptr;
  PlainLabel* may_ = nullptr;
  QList<QPushButton*> starts_;
  QVBoxLayout* drafts_ = nullptr;
  QVBoxLayout* submitted_ = nullptr;
  PlainLabel* noDrafts_ = nullptr;
  PlainLabel* noSubmitted_ = nullptr;
  PlainLabel* damaged_ = nullptr;
  WizardView* wizard_ = nullptr;
  ApproveView* approve_;
  LedgerFacts facts_;
  QList<IssuanceRun*> runs_;
  bool loaded_ = false;
  int unreadable_ = 0;
  QString reopen_;  ///< The draft that was open when the connection's identity changed.
};

}  // namespace aurigraph::ui
