#pragma once

#include <QWidget>

#include "ui/models/row_model.h"
#include "ui/pages/assets/proof_flow.h"
#include "ui/widgets/labels.h"

class QFrame;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace aurigraph::ui::assets {

class Card;

/// A proof, link by link: verdict in words, each link with what it means and what was found, its digests and
/// bytes, whom it was checked against, what it does not prove, and how to check it without this program.
class ProofView : public QWidget {
  Q_OBJECT
 public:
  explicit ProofView(ProofFlow& flow, QWidget* parent = nullptr);

  /// The digest that the connection was pinned to; empty: none. Fills the field until a person types.
  void setPinned(const QString& genesis);
  /// Where the shown proof lies now, for the command line.
  void setSavedAs(const QString& file);
  [[nodiscard]] QString command() const;

 Q_SIGNALS:
  void saveWanted();
  void openWanted();

 private:
  QWidget* makeVerdict();
  QWidget* makeSteps();
  QWidget* makeBelow();
  void follow();
  void showVerdict();
  void showSteps();
  void showStep(int row);
  void showCommand();
  void genesisTyped();

  ProofFlow& flow_;
  QFrame* verdict_ = nullptr;
  PlainLabel* sign_ = nullptr;
  PlainLabel* verdictTitle_ = nullptr;
  PlainLabel* verdictText_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QPushButton* cancel_ = nullptr;
  QPushButton* save_ = nullptr;
  QPushButton* open_ = nullptr;
  QTableView* table_ = nullptr;
  RowModel* model_ = nullptr;
  QList<ProofStep> shown_;
  PlainLabel* stepTitle_ = nullptr;
  PlainLabel* stepSays_ = nullptr;
  PlainLabel* stepFound_ = nullptr;
  QPlainTextEdit* bytes_ = nullptr;
  QLineEdit* genesis_ = nullptr;
  PlainLabel* genesisNote_ = nullptr;
  PlainLabel* command_ = nullptr;
  QString pinned_;
  bool typed_ = false;
  QString savedAs_;
};

}  // namespace aurigraph::ui::assets
