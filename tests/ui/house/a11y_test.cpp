// Whoever looks for faults must find those that are there: tests/ui/support/a11y.h.

#include <gmock/gmock.h>

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "tests/ui/support/a11y.h"

namespace aurigraph::ui::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

struct Form : QWidget {
  QVBoxLayout* column = new QVBoxLayout(this);
  QLineEdit* name = new QLineEdit;
  QPushButton* save = new QPushButton(QStringLiteral("&Save"));

  Form() {
    setObjectName(QStringLiteral("form"));
    auto* label = new QLabel(QStringLiteral("&Name"));
    label->setBuddy(name);
    for (QWidget* each :
         {static_cast<QWidget*>(label), static_cast<QWidget*>(name), static_cast<QWidget*>(save)})
      column->addWidget(each);
  }
  template <class W>
  W& add(W* widget, const char* objectName) {
    widget->setObjectName(QLatin1String(objectName));
    column->addWidget(widget);
    return *widget;
  }
  Findings findings() {
    show();
    return a11yFindings(*this);
  }
};

TEST(A11y, AFormWithBuddiesIsFine) {
  EXPECT_THAT(Form().findings(), IsEmpty());
}

TEST(A11y, FindsWhatHasNoName) {
  Form form;
  form.add(new QToolButton, "iconOnly").setFocusPolicy(Qt::StrongFocus);
  EXPECT_THAT(form.findings(),
              Contains(HasSubstr("no accessible name: QToolButton 'iconOnly' \"\" in 'form'")));
}

TEST(A11y, FindsLettersThatTwoClaim) {
  Form form;
  form.add(new QPushButton(QStringLiteral("&Next")), "next");
  EXPECT_THAT(form.findings(), Contains(HasSubstr("Alt+N is claimed by")));
}

TEST(A11y, FindsATextThatKeepsTab) {
  Form form;
  auto& text = form.add(new QPlainTextEdit, "note");
  text.setAccessibleName(QStringLiteral("Note"));
  EXPECT_THAT(form.findings(), Contains(HasSubstr("Tab does not leave QPlainTextEdit 'note'")));
  text.setTabChangesFocus(true);
  EXPECT_THAT(form.findings(), IsEmpty());
}

TEST(A11y, FindsATableThatKeepsTab) {
  Form form;
  auto& table = form.add(new QTableWidget(2, 2), "table");
  table.setAccessibleName(QStringLiteral("Table"));
  table.setCurrentCell(0, 0);
  EXPECT_THAT(form.findings(), Contains(HasSubstr("'table'")));
  table.setTabKeyNavigation(false);
  EXPECT_THAT(form.findings(), IsEmpty());
}

/// Sends the focus back to where it came from.
class Bouncing : public QPushButton {
 public:
  Bouncing(QWidget* before) : QPushButton(QStringLiteral("Bounce")), before_(before) {}

 protected:
  void focusInEvent(QFocusEvent*) override { before_->setFocus(); }

 private:
  QWidget* before_;
};

TEST(A11y, FindsWhatTabNeverReaches) {
  Form form;
  form.add(new Bouncing(form.save), "bounce");
  form.add(new QPushButton(QStringLiteral("Behind")), "behind");
  EXPECT_THAT(form.findings(), testing::Not(IsEmpty()));
}

TEST(A11y, JudgesOnlyWhatIsShown) {
  Form form;
  form.add(new QToolButton, "iconOnly").setFocusPolicy(Qt::StrongFocus);
  form.findChild<QToolButton*>()->hide();
  EXPECT_THAT(form.findings(), IsEmpty());
}

}  // namespace
}  // namespace aurigraph::ui::test
