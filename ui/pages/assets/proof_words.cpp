#include "ui/pages/assets/proof_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "ui/client/api_client.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui::assets {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(Proof)
};

QString stateText(ProofStep::State state) {
  switch (state) {
    case ProofStep::State::kHolds:
      //: Result of checking a link of a proof
      return Words::tr("Holds");
    case ProofStep::State::kFails:
      return Words::tr("Does not hold");
    case ProofStep::State::kNotChecked:
      return Words::tr("Not checked");
  }
  return {};
}

/// Who holds what, in one sentence.
QString holdingText(const CheckedProof& checked) {
  const proof::Summary& summary = checked.report.summary;
  return Words::tr(
             "%1 holds %2 of %3 as of checkpoint %4, under the validators' signatures of block %5. "
             "Asset: %6. Data: %7, lowest score %8.")
      .arg(tame(qtText(summary.holder)), amountText(qtText(summary.balance), checked.decimals),
           leftToRight(tame(qtText(summary.token))))
      .arg(summary.checkpoint)
      .arg(summary.height)
      .arg(leftToRight(elidedMiddle(tame(qtText(summary.asset)), 48)), originText(qtText(summary.origin)),
           scoreText(summary.lowestScorePpm));
}

VerdictWords doneWords(const CheckedProof& checked) {
  switch (checked.report.verdict) {
    case proof::Verdict::kValid:
      return {"ok", "ok", Ink::kOk,
              Words::tr("Valid: all %n link(s) hold, and the cluster is the one you named.", nullptr,
                        static_cast<int>(checked.steps.size())),
              holdingText(checked)};
    case proof::Verdict::kUnknownCluster:
      return {"warn", "warn", Ink::kWarn,
              Words::tr("Consistent, but of an unknown cluster: this proves nothing to you yet."),
              Words::tr(
                  "The file is of the cluster with genesis %1, which you did not name. Anyone can make such "
                  "a file with keys of their own. Get the digest from somebody you trust and enter it "
                  "below.")
                  .arg(leftToRight(elidedMiddle(qtText(checked.report.summary.genesis), 20)))};
    case proof::Verdict::kInvalid:
      break;
  }
  const ProofStep* failed = checked.failed();
  return {"fail", "fail", Ink::kFail,
          failed == nullptr
              ? Words::tr("Invalid.")
              : Words::tr("Invalid: link %1, “%2”, does not hold.").arg(failed->number).arg(failed->title),
          Words::tr("Do not rely on this proof. What comes behind that link was not checked.")};
}

}  // namespace

VerdictWords verdictWords(const ProofFlow& flow) {
  switch (flow.stage()) {
    case ProofFlow::Stage::kIdle:
      return {nullptr, "proof", Ink::kMuted, Words::tr("No proof is open."),
              Words::tr("Drop a .rwaproof file here, or choose one. It needs no connection.")};
    case ProofFlow::Stage::kAsking:
      return {nullptr, "clock", Ink::kAccent, Words::tr("Asking the gateway for the proof …"),
              Words::tr("It waits until the validators have signed a state with this holding.")};
    case ProofFlow::Stage::kReading:
      return {nullptr, "clock", Ink::kAccent, Words::tr("Reading the file …"), {}};
    case ProofFlow::Stage::kChecking:
      return {nullptr, "clock", Ink::kAccent, Words::tr("Checking every link on this computer …"), {}};
    case ProofFlow::Stage::kDone:
      return doneWords(flow.result());
    case ProofFlow::Stage::kFailed:
      return {"fail", flow.error().forbidden() ? "lock" : "error", Ink::kFail,
              tame(flow.error().message, 400), tame(flow.error().remedy, 400)};
  }
  return {};
}

Row stepRow(const ProofStep& step) {
  const bool holds = step.state == ProofStep::State::kHolds;
  const bool fails = step.state == ProofStep::State::kFails;
  Row row;
  row.id = QString::number(step.number);
  row.cells = {{.text = QLocale().toString(step.number), .number = true},
               {.text = step.title},
               {.text = stateText(step.state),
                .tone = holds   ? "ok"
                        : fails ? "fail"
                                : "muted",
                .icon = holds   ? "ok"
                        : fails ? "fail"
                                : "clock"},
               {.text = step.found, .whole = step.found}};
  return row;
}

QString foundText(const ProofStep& step) {
  switch (step.state) {
    case ProofStep::State::kHolds:
      return Words::tr("Holds: %1").arg(step.found);
    case ProofStep::State::kFails:
      return Words::tr("Does not hold: %1 (%2)").arg(step.found, leftToRight(step.code));
    case ProofStep::State::kNotChecked:
      return Words::tr("Not checked: a link before it does not hold.");
  }
  return {};
}

QString verifyCommand(const QString& genesis, const QString& file) {
  static const QRegularExpression kPlain(QStringLiteral("^[A-Za-z0-9_./:+@%-]+$"));
  QString name = file.isEmpty() ? QStringLiteral("FILE.rwaproof") : file;
  if (!kPlain.match(name).hasMatch()) {
    name.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    name = QLatin1Char('\'') + name + QLatin1Char('\'');
  }
  // A name that looks like an option is a file all the same.
  if (name.startsWith(QLatin1Char('-'))) name.prepend(QLatin1String("./"));
  return genesis.isEmpty() ? QStringLiteral("aurigraph verify %1").arg(name)
                           : QStringLiteral("aurigraph verify --genesis %1 %2").arg(genesis, name);
}

}  // namespace aurigraph::ui::assets
