#include "app/console/wizard_walk.h"

#include <QAbstractButton>
#include <QFile>
#include <QJsonArray>
#include <QLineEdit>
#include <memory>

#include "core/wire/commands.h"

namespace aurigraph::console {
namespace {

constexpr int kStepMs = 8'000;
constexpr std::uint16_t kReason = 1;

/// A widget of the issuance page by its name; null while it is not shown.
template <class T>
T* shown(ui::MainWindow& window, const QString& name) {
  for (T* each : window.page(QStringLiteral("issuance"))->findChildren<T*>(name))
    if (each->isVisible()) return each;
  return nullptr;
}

bool press(ui::MainWindow& window, const QString& name) {
  auto* button = shown<QAbstractButton>(window, name);
  if (button == nullptr || !button->isEnabled()) return false;
  button->click();
  return true;
}

bool at(ui::MainWindow& window, const char* step) {
  return shown<QWidget>(window, QStringLiteral("step-") + QLatin1String(step)) != nullptr;
}

/// Somebody other than the submitter decides, with both keys on the ledger: claim and decision in one batch.
void approveValuation(ui::MainWindow& window, const std::shared_ptr<bool>& done) {
  window.connection()
      ->api()
      .list(QStringLiteral("/query/reviews"))
      .then(&window, [&window, done](const ui::Reply<QJsonArray>& items) {
        if (!items || window.connection() == nullptr || window.connection()->author() == nullptr) return;
        std::vector<wire::AnyCommand> commands;
        for (const auto& item : *items) {
          const auto record = item.toObject();
          const auto id = fixedFromHex<Digest>(ui::stdText(record[QLatin1String("id")].toString()));
          if (!id || record[QLatin1String("kind")].toString() != QLatin1String("valuation")) continue;
          wire::DecideReview decision;
          decision.recordId = *id;
          decision.decision = wire::ReviewDecision::kApprove;
          decision.reasonCode = kReason;
          decision.note = "The appraiser confirmed the figure in writing.";
          commands.emplace_back(wire::ClaimReview{*id});
          commands.emplace_back(decision);
          break;
        }
        if (commands.empty()) return;
        window.connection()
            ->author()
            ->send(std::move(commands), ui::Wait::kFinal)
            .then(&window, [done](const ui::Reply<ui::Sent>& sent) { *done = sent.has_value(); });
      });
}

QString passphraseIn(const QString& folder) {
  QFile file(folder + QStringLiteral("/passphrase.txt"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  return QString::fromUtf8(file.readLine()).trimmed();
}

}  // namespace

std::vector<CaptureStep> wizardWalk(ui::MainWindow& window) {
  std::vector<CaptureStep> steps;
  const auto identity = [&window](const char* name) {
    return window.connection()->identity().name == QLatin1String(name);
  };
  const auto step = [&](const char* picture, std::function<void()> act, std::function<bool()> stands) {
    steps.push_back({QLatin1String(picture), std::move(act), std::move(stands), kStepMs});
  };
  const auto next = [&window] { press(window, QStringLiteral("wizardNext")); };

  auto approved = std::make_shared<bool>(false);
  step(
      "", [&window] { window.signInAs(QStringLiteral("reviewer")); },
      [identity] { return identity("reviewer"); });
  step(
      "", [&window, approved] { approveValuation(window, approved); }, [approved] { return *approved; });
  step(
      "", [&window] { window.signInAs(QStringLiteral("issuer")); },
      [identity] { return identity("issuer"); });
  step(
      "", [&window] { window.showPage(QStringLiteral("issuance")); },
      [&window] { return window.page(QStringLiteral("issuance"))->settled(); });
  step(
      "wizard-1", [&window] { press(window, QStringLiteral("start-property")); },
      [&window] { return at(window, "template"); });
  step("", next, [&window] { return at(window, "asset"); });
  // Filled with the example as soon as the usable records have come.
  step("wizard-2", {}, [&window, filled = std::make_shared<bool>(false)] {
    if (!*filled) *filled = press(window, QStringLiteral("wizardExample"));
    return *filled && at(window, "asset");
  });
  step("wizard-3", next, [&window] { return at(window, "terms"); });
  step("wizard-4", next, [&window] { return at(window, "documents"); });
  step("", next, [&window] { return at(window, "approval"); });
  step(
      "", [&window] { press(window, QStringLiteral("registerAsset")); },
      [&window] { return shown<QLineEdit>(window, QStringLiteral("approverKey")) != nullptr; });
  step(
      "",
      [&window] {
        const QString folder = window.connection()->profile().keysFolder;
        if (auto* key = shown<QLineEdit>(window, QStringLiteral("approverKey")))
          key->setText(folder + QStringLiteral("/compliance.agkey"));
        if (auto* phrase = shown<QLineEdit>(window, QStringLiteral("approverPassphrase")))
          phrase->setText(passphraseIn(folder));
      },
      [&window, pressed = std::make_shared<bool>(false)] {
        // Enabled once the asset is registered.
        if (!*pressed) *pressed = press(window, QStringLiteral("approveHere"));
        return *pressed && shown<QWidget>(window, QStringLiteral("approval-0-remove")) != nullptr;
      });
  step("wizard-5", {}, [&window] { return at(window, "approval"); });
  step("wizard-6", next, [&window] { return at(window, "precheck"); });
  step("", {}, [&window, moved = std::make_shared<bool>(false)] {
    if (!*moved) *moved = press(window, QStringLiteral("wizardNext"));
    return *moved && at(window, "review");
  });
  step("wizard-7", {}, [&window] { return at(window, "review"); });
  step(
      "",
      [&window] {
        if (auto* read = shown<QAbstractButton>(window, QStringLiteral("haveRead"))) read->setChecked(true);
        press(window, QStringLiteral("signAndIssue"));
      },
      [&window] { return at(window, "submitted"); });
  step("wizard-8", {}, [&window] { return shown<QWidget>(window, QStringLiteral("showAsset")) != nullptr; });
  return steps;
}

}  // namespace aurigraph::console
