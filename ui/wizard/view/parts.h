#pragma once

#include <QFrame>
#include <QString>

#include "ui/wizard/flow/issue.h"

class QGridLayout;
class QLineEdit;
class QVBoxLayout;

namespace aurigraph::ui {

class PlainLabel;

/// Content of a scroll area that is never squeezed: as high as its wrapped words need at its width.
class ScrollBody : public QWidget {
  Q_OBJECT
 public:
  explicit ScrollBody(QWidget* parent = nullptr);

 protected:
  bool event(QEvent* event) override;
};

/// A box of a step: title, sentence, content below.
class Card : public QFrame {
  Q_OBJECT
 public:
  explicit Card(const QString& title, const QString& sentence = {}, QWidget* parent = nullptr);
  [[nodiscard]] QVBoxLayout& body() const { return *body_; }

 private:
  QVBoxLayout* body_;
};

/// What is wrong with a field: icon and words, never colour alone; takes no room while nothing is.
class IssueLine : public QWidget {
  Q_OBJECT
 public:
  explicit IssueLine(QWidget* parent = nullptr);
  void show(const issuance::Issues& issues);
  [[nodiscard]] QString text() const;

 private:
  void paint();

  PlainLabel* sign_;
  PlainLabel* words_;
  bool error_ = false;
};

/// Label (its buddy), editor, unit, help, and what is wrong, one below the other.
class FieldRow : public QWidget {
  Q_OBJECT
 public:
  FieldRow(const QString& label, QWidget* editor, const QString& help, const QString& unit = {},
           QWidget* parent = nullptr);
  [[nodiscard]] QWidget* editor() const { return editor_; }
  [[nodiscard]] IssueLine* line() const { return line_; }

 private:
  QWidget* editor_;
  IssueLine* line_;
};

/// A one-line editor with its object name; values that are no words stay left-to-right.
[[nodiscard]] QLineEdit* makeEditor(const QString& name, bool leftToRightAlways, QWidget* parent);
/// Label and value rows, values selectable, ids monospaced.
void addSummary(QGridLayout& to, const std::vector<std::pair<QString, QString>>& lines, QWidget* parent);
void clear(QLayout& layout);

}  // namespace aurigraph::ui
