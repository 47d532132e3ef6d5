#pragma once

#include "ui/wizard/view/step_view.h"

class QPushButton;
class QVBoxLayout;

namespace aurigraph::ui {

class PlainLabel;

/// Files by their digest.
class DocumentsStep final : public StepView {
  Q_OBJECT
 public:
  explicit DocumentsStep(IssuanceRun& run, QWidget* parent = nullptr);
  /// Reads and hashes off the UI thread, then adds them.
  void addFiles(const QStringList& paths);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void fill() override;
  void fillWanted();
  [[nodiscard]] QString nextType() const;

  QVBoxLayout* wanted_;
  QVBoxLayout* list_;
  PlainLabel* none_;
  QPushButton* add_;
  PlainLabel* problem_;
  std::vector<issuance::DraftDocument> shown_;
  int reading_ = 0;
};

}  // namespace aurigraph::ui
