#include "ui/shell/help_boxes.h"

#include <QApplication>
#include <QCoreApplication>
#include <QMessageBox>

#include "ui/shell/rail.h"

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(Help)
};

void show(const QString& title, const QString& text, QWidget* window) {
  auto* box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::Close, window);
  box->setTextFormat(Qt::PlainText);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

}  // namespace

void showKeys(QWidget* window, const QList<Page*>& pages, const Page* shown) {
  QStringList lines;
  for (qsizetype at = 0; at < pages.size(); ++at)
    lines.append(Rail::keyOf(at).toString(QKeySequence::NativeText) + QLatin1Char('\t') + pages[at]->title());
  if (shown != nullptr) {
    lines.append(QString());
    for (const Shortcut& each : shown->shortcuts())
      lines.append(each.keys.toString(QKeySequence::NativeText) + QLatin1Char('\t') + each.what);
  }
  show(Words::tr("Keys"), lines.join(QLatin1Char('\n')), window);
}

void showAbout(QWidget* window) {
  const QString text = Words::tr(
                           "Aurigraph %1\n\nA final block is covered by signatures of a majority of "
                           "validators. That is evidence "
                           "against a validator that signs two histories; it does not make three nodes safe "
                           "against a majority of "
                           "stolen keys.")
                           .arg(QApplication::applicationVersion());
  show(Words::tr("About Aurigraph"), text, window);
}

}  // namespace aurigraph::ui
