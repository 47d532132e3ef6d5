#pragma once

#include "ui/wizard/view/step_view.h"

class QComboBox;
class QLineEdit;
class QTableWidget;
class QVBoxLayout;

namespace aurigraph::ui {

class PlainLabel;

/// An asset key, its name and the records that speak for it.
class AssetStep final : public StepView {
  Q_OBJECT
 public:
  explicit AssetStep(IssuanceRun& run, QWidget* parent = nullptr);

 private:
  void fill() override;
  void fillKeys();
  void fillRecords();
  void fillNeeds();
  void choose(const QString& key);

  QComboBox* key_;
  QLineEdit* name_;
  QTableWidget* records_;
  PlainLabel* hint_;
  QVBoxLayout* needs_;
  QWidget* recordsCard_;
  QList<Digest> shown_;
  QStringList keys_;
  bool filling_ = false;
};

}  // namespace aurigraph::ui
