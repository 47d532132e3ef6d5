#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QWidget>

namespace aurigraph::ui {

/// How a score came about, from `GET /query/records/{id}` (R-QA-2).
struct ScoreStory {
  struct Check {
    QString name;  ///< The API's word.
    int weightPpm = 0;
    int lostPpm = 0;
  };
  struct Cap {
    QString code;  ///< R, X, V, Z
    QString rule;
  };
  QList<Check> checks;
  QList<Cap> caps;  ///< Strictest first.
  int averagePpm = 0;
  int scorePpm = 0;
  QString band;

  [[nodiscard]] static ScoreStory of(const QJsonObject& record);
  [[nodiscard]] bool capBinds() const { return !caps.isEmpty() && scorePpm < averagePpm; }
};

/// From 1.00 down to the score: one step per check, what it took and what it could have taken, caps, and the
/// two bounds as lines. Up and Down choose a check. Grows to the right, in right-to-left layouts to the left.
/// Every number is also in the accessible description. UI thread.
class ScoreWaterfall : public QWidget {
  Q_OBJECT
 public:
  static constexpr int kAcceptPpm = 800'000;
  static constexpr int kReviewPpm = 600'000;

  explicit ScoreWaterfall(QWidget* parent = nullptr);

  void setStory(const ScoreStory& story);
  [[nodiscard]] const ScoreStory& story() const { return story_; }
  /// Index into checks; -1: none.
  [[nodiscard]] int chosen() const { return chosen_; }
  void choose(int check);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// By keyboard, mouse or choose().
  void checkChosen(int check);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Row;
  [[nodiscard]] QList<Row> rows() const;
  [[nodiscard]] int rowHeight() const;
  [[nodiscard]] int headHeight() const;
  [[nodiscard]] int checkAt(int y) const;
  [[nodiscard]] QString sentenceOf(int check) const;
  void describe();

  ScoreStory story_;
  int chosen_ = -1;
};

}  // namespace aurigraph::ui
