#pragma once

#include "ui/wizard/view/step_view.h"

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace aurigraph::ui {

class PlainLabel;

/// Symbol, supply, price, lock-up, serials, limits: whatever the template asks.
class TermsStep final : public StepView {
  Q_OBJECT
 public:
  explicit TermsStep(IssuanceRun& run, QWidget* parent = nullptr);

 private:
  void fill() override;
  void build(const issuance::IssuanceTemplate& from);
  void fillSerials();
  void addBlocks();
  void sayOffer();
  void sayPolicies(const issuance::IssuanceTemplate& from);

  struct SerialRow {
    QLineEdit* registry;
    QLineEdit* series;
    QLineEdit* first;
    QLineEdit* last;
  };
  QString built_;
  QVBoxLayout* body_;
  QHash<QString, QLineEdit*> editors_;
  QVBoxLayout* serials_ = nullptr;
  QList<SerialRow> rows_;
  PlainLabel* total_ = nullptr;
  PlainLabel* offer_ = nullptr;
  QList<QPushButton*> serialButtons_;
};

}  // namespace aurigraph::ui
