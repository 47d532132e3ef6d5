// Every ink of a text on every ground it is used on (ui/theme/style_sheet.cpp and the pages), WCAG 2.1
// §1.4.3; what is drawn but not read, §1.4.11.

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "ui/theme/theme.h"

namespace aurigraph::ui {
namespace {

constexpr double kText = 4.5;
constexpr double kDrawn = 3.0;

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}
double luminance(const QColor& color) {
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}
double contrast(const QColor& a, const QColor& b) {
  const double one = luminance(a);
  const double two = luminance(b);
  return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

struct Use {
  Ink ink;
  const char* name;
  std::vector<Ink> grounds;
};

const std::vector<Ink> kPlain = {Ink::kWindow, Ink::kSurface, Ink::kCard, Ink::kSunken};
const std::vector<Ink> kSofts = {Ink::kAccentSoft, Ink::kOkSoft,        Ink::kWarnSoft,    Ink::kFailSoft,
                                 Ink::kStaleSoft,  Ink::kSimulatedSoft, Ink::kTrainingSoft};

std::vector<Ink> together(std::vector<Ink> a, const std::vector<Ink>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

void expectReadable(const std::vector<Use>& uses, double least) {
  for (const auto kind : {Theme::Kind::kLight, Theme::Kind::kDark})
    for (const auto& use : uses)
      for (const Ink ground : use.grounds) {
        const QColor ink = Theme::color(use.ink, kind);
        const QColor under = Theme::color(ground, kind);
        EXPECT_GE(contrast(ink, under), least)
            << use.name << " " << ink.name().toStdString() << " on " << under.name().toStdString()
            << (kind == Theme::Kind::kLight ? ", light" : ", dark");
      }
}

TEST(Contrast, IsMeasuredAsWcagSaysIt) {
  EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 0.001);
  EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.01);
}

TEST(Contrast, EveryTextIsReadableOnEveryGroundItIsUsedOn) {
  const std::vector<Use> uses = {
      // Pages, cards, wells; banners and selected rows.
      {Ink::kText, "text", together(kPlain, kSofts)},
      {Ink::kMuted, "muted", together(kPlain, {Ink::kAccentSoft})},
      // Quiet buttons, the rail, the current tab; chips and the checked entry of the rail.
      {Ink::kAccent, "accent", together(kPlain, {Ink::kAccentSoft})},
      {Ink::kOnAccent, "on-accent", {Ink::kAccent}},
      // Words of a state: in tables and cards, in their chip; a danger button under the mouse.
      {Ink::kOk, "ok", together(kPlain, {Ink::kOkSoft})},
      {Ink::kWarn, "warn", together(kPlain, {Ink::kWarnSoft})},
      {Ink::kFail, "fail", together(kPlain, {Ink::kFailSoft})},
      {Ink::kStale, "stale", together(kPlain, {Ink::kStaleSoft})},
      {Ink::kSimulated, "simulated", together(kPlain, {Ink::kSimulatedSoft})},
      {Ink::kTraining, "training", together(kPlain, {Ink::kTrainingSoft})},
  };
  expectReadable(uses, kText);
}

TEST(Contrast, LinesOfChartsStandOut) {
  const std::vector<Ink> grounds = {Ink::kCard, Ink::kSunken};
  expectReadable({{Ink::kSeries1, "series 1", grounds},
                  {Ink::kSeries2, "series 2", grounds},
                  {Ink::kSeries3, "series 3", grounds},
                  {Ink::kSeries4, "series 4", grounds}},
                 kDrawn);
}

}  // namespace
}  // namespace aurigraph::ui
