// aurigraph-console: the window. An embedded cluster or a remote one, through the same API.

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>
#include <cstdio>

#include "app/console/capture.h"
#include "app/console/embedded_host.h"
#include "app/console/remote.h"
#include "ui/client/local_store.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

using namespace aurigraph;

namespace {

/// Texts of ours and of Qt's own dialogs; the direction before any widget exists.
void speak(QApplication& app, const QString& language) {
  static QTranslator ours;
  static QTranslator qts;
  QLocale locale(language);
  if (language == QLatin1String("en")) locale = QLocale(QLocale::English, QLocale::UnitedStates);
  // Amounts, digests and serials have European digits in every language; so have all other numbers then.
  if (language == QLatin1String("ar")) locale = QLocale(QLocale::Arabic, QLocale::UnitedArabEmirates);
  QLocale::setDefault(locale);
  if (ours.load(QStringLiteral(":/i18n/console_%1.qm").arg(language))) QApplication::installTranslator(&ours);
  if (qts.load(QStringLiteral("qtbase_%1").arg(language), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QApplication::installTranslator(&qts);
  app.setLayoutDirection(locale.textDirection());
}

QString chosenLanguage(const QString& asked) {
  const QStringList& known = ui::MainWindow::languages();
  if (known.contains(asked)) return asked;
  QString kept = QSettings().value(QStringLiteral("language")).toString();
  if (known.contains(kept)) return kept;
  QString system = QLocale::system().name().left(2);
  return known.contains(system) ? system : known.front();
}

int refuse(const QString& sentence) {
  std::fprintf(stderr, "%s\n", qPrintable(sentence));
  return 2;
}

}  // namespace

int main(int count, char** arguments) {
  QApplication::setApplicationName(QStringLiteral("aurigraph-console"));
  QApplication::setOrganizationName(QStringLiteral("Aurigraph"));
  QApplication::setApplicationVersion(QStringLiteral(AURIGRAPH_VERSION));
  QApplication app(count, arguments);

  QCommandLineParser parser;
  parser.setApplicationDescription(QStringLiteral("The Aurigraph console."));
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption capture(
      QStringLiteral("capture"),
      QStringLiteral("Start a training cluster, save a picture of every page into DIR, and end."),
      QStringLiteral("DIR"));
  const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light or dark."),
                                 QStringLiteral("NAME"));
  const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("en, de or ar."),
                                    QStringLiteral("CODE"));
  const QCommandLineOption pages(QStringLiteral("pages"),
                                 QStringLiteral("With --capture: only these, by comma."),
                                 QStringLiteral("NAMES"));
  const QCommandLineOption address(QStringLiteral("connect"), QStringLiteral("Connect to this gateway."),
                                   QStringLiteral("HOST:PORT"));
  const QCommandLineOption authority(QStringLiteral("authority"),
                                     QStringLiteral("The cluster's root certificate, PEM."),
                                     QStringLiteral("FILE"));
  const QCommandLineOption genesis(QStringLiteral("genesis"),
                                   QStringLiteral("Its genesis digest, 64 hex digits."),
                                   QStringLiteral("DIGEST"));
  const QCommandLineOption key(QStringLiteral("key"), QStringLiteral("Sign in with this sealed key …"),
                               QStringLiteral("FILE"));
  const QCommandLineOption passphrase(QStringLiteral("passphrase-file"),
                                      QStringLiteral("… whose passphrase is the first line of this file."),
                                      QStringLiteral("FILE"));
  parser.addOptions({capture, theme, language, pages, address, authority, genesis, key, passphrase});
  parser.process(app);
  if (parser.isSet(language) && !ui::MainWindow::languages().contains(parser.value(language)))
    return refuse(QStringLiteral("There is no language '%1'; use en, de or ar.").arg(parser.value(language)));
  const QString look = parser.value(theme);
  if (parser.isSet(theme) && look != QLatin1String("light") && look != QLatin1String("dark"))
    return refuse(QStringLiteral("There is no theme '%1'; use light or dark.").arg(look));

  // Pictures depend on nothing that this user has chosen before.
  const bool capturing = parser.isSet(capture);
  if (capturing) QStandardPaths::setTestModeEnabled(true);
  if (capturing) QSettings().clear();
  const QString code =
      capturing && !parser.isSet(language) ? QStringLiteral("en") : chosenLanguage(parser.value(language));
  speak(app, code);
  if (QFontDatabase::families().contains(QStringLiteral("Noto Sans")))
    QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
  const bool dark =
      parser.isSet(theme)
          ? look == QLatin1String("dark")
          : QSettings()
                .value(QStringLiteral("dark"), QApplication::palette().window().color().lightness() < 128)
                .toBool();
  ui::Theme::instance().apply(dark ? ui::Theme::Kind::kDark : ui::Theme::Kind::kLight);

  ui::LocalStore store(capturing ? QString()
                                 : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                                       QStringLiteral("/drafts.sqlite"));
  console::EmbeddedHost host;
  ui::MainWindow window(&host, store);
  std::function<void()> connectNow;
  if (parser.isSet(address)) {
    const auto wanted =
        console::remoteOf({parser.value(address), parser.value(authority), parser.value(genesis),
                           parser.value(key), parser.value(passphrase)});
    if (!wanted) return refuse(wanted.error().message + QLatin1Char(' ') + wanted.error().remedy);
    connectNow = [&window, remote = *wanted] { console::connectTo(window, remote); };
  }
  if (capturing)
    return console::capture(
        window, host,
        {parser.value(capture), parser.value(pages).split(QLatin1Char(','), Qt::SkipEmptyParts), connectNow});

  QObject::connect(&window, &ui::MainWindow::languageWanted, &window, [&window](const QString& wanted) {
    QSettings().setValue(QStringLiteral("language"), wanted);
    auto* box = new QMessageBox(QMessageBox::Information, ui::MainWindow::tr("Language"),
                                ui::MainWindow::tr("The language changes when you start the console again."),
                                QMessageBox::Ok, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
  });
  window.show();
  if (connectNow) connectNow();
  return QApplication::exec();
}
