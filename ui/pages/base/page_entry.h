#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

namespace aurigraph::ui {

class Page;
struct PageContext;

/// What a page shows beside how it opens: `--capture` asks the gateway for `ask` and opens its first item, as
/// another page would with Page::open(what, id).
struct PageScene {
  QString picture;  ///< Name of its file: "asset-detail".
  QString ask;      ///< "/query/assets?limit=1": answers with `items`.
  QString what;
  QString (*idOf)(const QJsonObject& item);
};

/// All that the window, `--capture` and the tests know of a page: the last thing of its folder
/// (ui/pages/<id>/entry.h). Rail, keys, pictures and the accessibility walk are made from the list of entries
/// (ui/shell/page_list.h).
struct PageEntry {
  QString id;          ///< Stable, for object names, pictures and settings: "overview"; its folder's name.
  QString (*title)();  ///< In the language of the window.
  QString icon;        ///< resources/icons
  /// Roles of docs/roles.md that work with it, the one that sees most first. Nobody is refused the page: what
  /// somebody may not do there, the page says. A training cluster has a person named after the first.
  QStringList roles;
  std::function<Page*(const PageContext& context, QWidget* parent)> make;
  QList<PageScene> scenes = {};
  /// What it shows begins with the cluster, like a chart: its picture is taken last.
  bool growsWithTime = false;
};

}  // namespace aurigraph::ui
