#pragma once

#include <QFrame>
#include <optional>

#include "ui/client/connection.h"

class QPushButton;

namespace aurigraph::ui {

class PlainLabel;

/// "What needs you": by what the signed-in identity may do.
class NeedsCard : public QFrame {
  Q_OBJECT
 public:
  explicit NeedsCard(QWidget* parent = nullptr);

  struct Reviews {
    int open = 0;
    int mine = 0;
    int late = 0;
  };
  /// `reviews`: empty while they are not known.
  void say(const Identity& identity, std::optional<Reviews> reviews);

 Q_SIGNALS:
  void reviewWanted();
  void issueWanted();

 private:
  void dress();
  PlainLabel* sign_;
  PlainLabel* first_;
  PlainLabel* second_;
  QPushButton* review_;
  QPushButton* issue_;
  bool late_ = false;
};

}  // namespace aurigraph::ui
