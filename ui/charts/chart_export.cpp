#include "ui/charts/chart_export.h"

#include <QBuffer>
#include <QDateTime>
#include <QFileDialog>
#include <QSaveFile>
#include <QtConcurrent>

namespace aurigraph::ui {
namespace {

QString save(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
    return file.errorString();
  return {};
}

}  // namespace

QString csvCell(const QString& text) {
  QString cell = text;
  if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell[0])) cell.prepend(QLatin1Char('\''));
  static const QString kQuoted = QStringLiteral(",\"\n\r");
  for (const QChar c : kQuoted)
    if (cell.contains(c))
      return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
  return cell;
}

QByteArray csvOf(const Chart& chart, const Shown& shown) {
  QStringList row{QStringLiteral("time"), QStringLiteral("unix_seconds")};
  for (const ChartLine& line : chart.lines) row.append(csvCell(line.name));
  QByteArray out = row.join(QLatin1Char(',')).toUtf8() + "\r\n";
  for (int index = 0; index < shown.count; ++index) {
    const qint64 second = shown.secondOf(index);
    out += QDateTime::fromSecsSinceEpoch(second, Qt::UTC).toString(Qt::ISODate).toUtf8() + ',' +
           QByteArray::number(second);
    for (const auto& line : shown.lines) {
      out += ',';
      if (line[index].heard == RingSeries::Heard::kValue)
        out += QByteArray::number(line[index].value, 'g', 12);
    }
    out += "\r\n";
  }
  return out;
}

AskFile fileDialog() {
  return [](QWidget* parent, const QString& suggested, const QString& filter,
            std::function<void(const QString&)> then) {
    auto* dialog = new QFileDialog(parent, {}, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggested);
    dialog->setDefaultSuffix(suggested.section(QLatin1Char('.'), -1));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(then));
    dialog->open();
  };
}

QFuture<QString> writeBytes(const QString& path, const QByteArray& bytes) {
  return QtConcurrent::run([path, bytes] { return save(path, bytes); });
}

QFuture<QString> writePicture(const QString& path, const QImage& picture) {
  return QtConcurrent::run([path, picture]() -> QString {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG")) return QStringLiteral("PNG");
    return save(path, buffer.data());
  });
}

}  // namespace aurigraph::ui
