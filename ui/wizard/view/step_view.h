#pragma once

#include <QHash>
#include <QSet>
#include <QWidget>

#include "ui/wizard/view/issuance_run.h"
#include "ui/wizard/view/parts.h"

class QVBoxLayout;

namespace aurigraph::ui {

/// One step's content: shows the run's draft, puts what is typed back into it, and says what is wrong at the
/// field it is about — once the field was left, or the whole step was. UI thread.
class StepView : public ScrollBody {
  Q_OBJECT
 public:
  StepView(issuance::Step step, IssuanceRun& run, QWidget* parent = nullptr);

  [[nodiscard]] issuance::Step step() const { return step_; }
  /// The run changed.
  void update();
  /// The step was come to.
  virtual void entered() {}
  /// Also what is wrong with fields nobody was in yet.
  void showAllIssues();
  /// Puts the focus on a field of an issue ("serials[1].last"), or on the step's first; false: there is none.
  bool focusOn(const QString& field = {});
  /// The first field with an error.
  [[nodiscard]] QString firstError() const;

 Q_SIGNALS:
  void nextWanted();
  void issueFollowed(const QString& field);

 protected:
  /// Below heading and sentence.
  [[nodiscard]] QVBoxLayout& content() const { return *content_; }
  [[nodiscard]] IssuanceRun& run() const { return run_; }
  [[nodiscard]] const issuance::IssuanceFlow& flow() const { return run_.flow(); }
  [[nodiscard]] const issuance::Draft& draft() const { return run_.draft(); }
  virtual void fill() = 0;
  /// Issues of `field` are shown by `line`; leaving the editor shows them.
  void bind(const QString& field, QWidget* editor, IssueLine* line);
  void unbind(const QString& prefix);
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Bound {
    QWidget* editor = nullptr;
    IssueLine* line = nullptr;
  };
  void showIssues();

  issuance::Step step_;
  IssuanceRun& run_;
  QVBoxLayout* content_;
  IssueLine* general_;  ///< What belongs to no field of its own.
  QHash<QString, Bound> bound_;
  QStringList order_;
  QSet<QString> touched_;
  bool all_ = false;
};

}  // namespace aurigraph::ui
