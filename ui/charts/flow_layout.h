#pragma once

#include <QLayout>
#include <QList>

namespace aurigraph::ui {

/// Items one beside the other, as many as fit, then the next row; from the right in right-to-left layouts.
/// With a least column width the items share each row in equal columns, at most `mostColumns`.
class FlowLayout : public QLayout {
 public:
  explicit FlowLayout(QWidget* parent = nullptr);
  ~FlowLayout() override;

  /// Equal columns of at least this many pixels (take it from the font); height to spare is shared.
  void setColumns(int leastWidth, int mostColumns);

  void addItem(QLayoutItem* item) override { items_.append(item); }
  [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
  [[nodiscard]] QLayoutItem* itemAt(int index) const override { return items_.value(index); }
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  void setGeometry(const QRect& rect) override;
  [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
  [[nodiscard]] QSize minimumSize() const override;

 private:
  int place(const QRect& rect, bool really) const;
  int placeColumns(const QRect& rect, bool really) const;
  [[nodiscard]] int widthOf(int whole, int columns) const;
  int placeFreely(const QRect& rect, bool really) const;

  QList<QLayoutItem*> items_;
  int leastWidth_ = 0;
  int mostColumns_ = 0;
};

}  // namespace aurigraph::ui
