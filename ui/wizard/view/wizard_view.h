#pragma once

#include <QFrame>
#include <QWidget>

#include "ui/wizard/view/issuance_run.h"

class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace aurigraph::ui {

class PlainLabel;
class StepView;

/// The wizard in the page: steps at the side with their marks, the current one's content, the way back and
/// forth below. One view shows one run and goes with it. UI thread.
class WizardView : public QWidget {
  Q_OBJECT
 public:
  explicit WizardView(IssuanceRun& run, QWidget* parent = nullptr);

  [[nodiscard]] IssuanceRun& run() const { return run_; }
  [[nodiscard]] StepView* step(issuance::Step step) const { return steps_[static_cast<std::size_t>(step)]; }
  /// Puts the focus where one goes on.
  void focusStep();
  /// Whom the review names as signer.
  void setSigner(const QString& name);

 Q_SIGNALS:
  void closeWanted();    ///< The draft is kept.
  void discardWanted();  ///< Confirmed.
  void assetWanted(quint64 id);
  void anotherWanted();

 private:
  QWidget* makeSide();
  QWidget* makeBottom();
  void refresh();
  void showStep();
  void showMarks();
  void orderTabs();
  void tryNext();
  void fillExample();
  void sayProblem();
  void saySaved();

  IssuanceRun& run_;
  std::array<StepView*, issuance::kStepCount> steps_{};
  std::array<QPushButton*, issuance::kStepCount> marks_{};
  QStackedWidget* stack_;
  QFrame* problem_;
  PlainLabel* problemText_;
  PlainLabel* problemCode_;
  PlainLabel* saved_;
  QFrame* discardBand_;
  QPushButton* discard_ = nullptr;
  QPushButton* close_ = nullptr;
  QPushButton* example_ = nullptr;
  QPushButton* back_ = nullptr;
  QPushButton* next_ = nullptr;
  std::optional<issuance::Step> shown_;
  QList<QWidget*> tabs_;
  std::size_t approvals_ = 0;  ///< As shown last.
};

}  // namespace aurigraph::ui
