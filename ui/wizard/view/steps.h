#pragma once

#include "ui/wizard/view/step_view.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace aurigraph::ui {

class CopyField;
class KeyForm;
class Chip;
class PlainLabel;

/// Which kind of issue.
class TemplateStep final : public StepView {
  Q_OBJECT
 public:
  explicit TemplateStep(IssuanceRun& run, QWidget* parent = nullptr);

 private:
  void fill() override;
  QButtonGroup* choices_;
};

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

/// Registration, then another person's agreement: with their key here, or by file.
class ApprovalStep final : public StepView {
  Q_OBJECT
 public:
  explicit ApprovalStep(IssuanceRun& run, QWidget* parent = nullptr);
  void exportTo(const QString& path);
  void importFrom(const QString& path);

 private:
  void fill() override;
  void fillRegistration();
  void fillApprovals();

  PlainLabel* registered_;
  QGridLayout* summary_;
  QPushButton* register_;
  QWidget* approvalCard_;
  CopyField* digest_;
  KeyForm* key_;
  QPushButton* export_;
  QPushButton* import_;
  PlainLabel* fileSaid_;
  QVBoxLayout* approvals_;
};

/// What the ledger would answer.
class PrecheckStep final : public StepView {
  Q_OBJECT
 public:
  explicit PrecheckStep(IssuanceRun& run, QWidget* parent = nullptr);
  void entered() override;

 private:
  void fill() override;
  void addRow(const issuance::Issue& issue);

  QFrame* banner_;
  PlainLabel* verdict_;
  QVBoxLayout* list_;
  QPushButton* again_;
};

/// Everything in words, its digest, and the signature.
class ReviewStep final : public StepView {
  Q_OBJECT
 public:
  explicit ReviewStep(IssuanceRun& run, QWidget* parent = nullptr);
  void entered() override;
  void setSigner(const QString& name);

 private:
  void fill() override;

  QVBoxLayout* lines_;
  CopyField* digest_;
  CopyField* approved_;
  QCheckBox* read_;
  PlainLabel* signer_;
  QPushButton* sign_;
  std::string shown_;
};

/// From sent to final.
class SubmittedStep final : public StepView {
  Q_OBJECT
 public:
  explicit SubmittedStep(IssuanceRun& run, QWidget* parent = nullptr);

 Q_SIGNALS:
  void assetWanted(quint64 id);
  void anotherWanted();

 private:
  void fill() override;

  QFrame* banner_;
  PlainLabel* headline_;
  QGridLayout* stages_;
  QVBoxLayout* reasons_;
  CopyField* batch_;
  QPushButton* ask_;
  QPushButton* show_;
  QPushButton* another_;
};

}  // namespace aurigraph::ui
