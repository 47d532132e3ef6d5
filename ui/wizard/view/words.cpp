#include "ui/wizard/view/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <span>

#include "ui/client/api_client.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(IssuanceWords)
};

struct Entry {
  const char* key;
  const char* words;
  std::initializer_list<const char*> parameters = {};  ///< %1, %2 … in this order.
};

constexpr auto kContext = "IssuanceWords";

const Entry kIssues[] = {
    {"template.missing", QT_TRANSLATE_NOOP("IssuanceWords", "Choose what you want to issue.")},
    {"field.missing", QT_TRANSLATE_NOOP("IssuanceWords", "This is needed.")},
    {"field.not_one_line", QT_TRANSLATE_NOOP("IssuanceWords", "This must be one line with something in it.")},
    {"field.too_long", QT_TRANSLATE_NOOP("IssuanceWords", "This is too long: at most %1 bytes."), {"max"}},
    {"field.no_number",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "This is no number. Write digits, with a point before decimals: 1234.50.")},
    {"field.no_whole_number", QT_TRANSLATE_NOOP("IssuanceWords", "This is no whole number.")},
    {"symbol.form", QT_TRANSLATE_NOOP("IssuanceWords", "Only capital letters A to Z, digits and hyphens.")},
    {"symbol.taken",
     QT_TRANSLATE_NOOP("IssuanceWords", "There is a token with the symbol %1 already."),
     {"symbol"}},
    {"decimals.range", QT_TRANSLATE_NOOP("IssuanceWords", "A whole number from 0 to %1."), {"max"}},
    {"supply.not_whole",
     QT_TRANSLATE_NOOP("IssuanceWords", "The supply has more decimals than the token, which has %1."),
     {"decimals"}},
    {"supply.range",
     QT_TRANSLATE_NOOP(
         "IssuanceWords",
         "The supply must be greater than zero and less than 2 to the power of 96 base units.")},
    {"price.missing",
     QT_TRANSLATE_NOOP("IssuanceWords", "A currency needs a price; leave both empty to state none.")},
    {"price.range", QT_TRANSLATE_NOOP("IssuanceWords",
                                      "The price must be greater than zero; leave it empty to state none.")},
    {"price.too_fine",
     QT_TRANSLATE_NOOP("IssuanceWords", "%2 has %1 decimals; the price has more."),
     {"digits", "currency"}},
    {"currency.form", QT_TRANSLATE_NOOP("IssuanceWords", "Three capital letters, for example USD.")},
    {"currency.missing", QT_TRANSLATE_NOOP("IssuanceWords", "A price needs its currency.")},
    {"lock_up.negative", QT_TRANSLATE_NOOP("IssuanceWords", "A lock-up cannot be negative.")},
    {"lock_up.too_long", QT_TRANSLATE_NOOP("IssuanceWords", "At most %1 days."), {"max"}},
    {"celsius.too_fine",
     QT_TRANSLATE_NOOP("IssuanceWords", "Thousandths of a degree are the finest there is.")},
    {"celsius.range", QT_TRANSLATE_NOOP("IssuanceWords", "This temperature does not exist.")},
    {"celsius.order",
     QT_TRANSLATE_NOOP("IssuanceWords", "The highest temperature must be above the lowest.")},
    {"serials.missing", QT_TRANSLATE_NOOP("IssuanceWords", "Add the serial numbers that become tokens.")},
    {"serials.too_many", QT_TRANSLATE_NOOP("IssuanceWords", "At most %1 ranges."), {"max"}},
    {"serials.order", QT_TRANSLATE_NOOP("IssuanceWords", "The last number comes before the first.")},
    {"serials.overlap",
     QT_TRANSLATE_NOOP("IssuanceWords", "These numbers are in the range %1 to %2 already."),
     {"first", "last"}},
    {"serials.not_in_block",
     QT_TRANSLATE_NOOP("IssuanceWords", "None of the chosen credit blocks issued these numbers.")},
    {"serials.count_differs",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "The serial ranges hold %1 credits, the supply is %2. Each token is one credit."),
     {"serials", "supply"}},
    {"records.missing", QT_TRANSLATE_NOOP("IssuanceWords", "A usable record is missing: %1."), {"help"}},
    {"records.unknown",
     QT_TRANSLATE_NOOP("IssuanceWords", "The cluster does not know a chosen record any more.")},
    {"records.wrong_category",
     QT_TRANSLATE_NOOP("IssuanceWords", "A chosen record (%1) is not of this template's kind."),
     {"kind"}},
    {"records.not_usable",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "A chosen record (%1) is neither accepted nor approved, or its approval has ended."),
     {"kind"}},
    {"records.other_asset",
     QT_TRANSLATE_NOOP("IssuanceWords", "A chosen record (%1) is about another asset."),
     {"kind"}},
    {"records.in_use",
     QT_TRANSLATE_NOOP("IssuanceWords", "A chosen record (%1) speaks for a registered asset already."),
     {"kind"}},
    {"records.too_many", QT_TRANSLATE_NOOP("IssuanceWords", "At most %1 records."), {"max"}},
    {"asset.exists",
     QT_TRANSLATE_NOOP(
         "IssuanceWords",
         "An asset with this key is registered already. Choose it from the list to issue on it.")},
    {"asset.other_template",
     QT_TRANSLATE_NOOP("IssuanceWords", "This asset was registered with another template.")},
    {"asset.not_mine", QT_TRANSLATE_NOOP("IssuanceWords", "Somebody else registered this asset.")},
    {"asset.has_token", QT_TRANSLATE_NOOP("IssuanceWords", "This asset has its token already.")},
    {"asset.not_registered", QT_TRANSLATE_NOOP("IssuanceWords", "The asset is not on the register yet.")},
    {"documents.missing", QT_TRANSLATE_NOOP("IssuanceWords", "A document is missing: %1."), {"type"}},
    {"documents.too_many", QT_TRANSLATE_NOOP("IssuanceWords", "At most %1 documents."), {"max"}},
    {"documents.no_digest", QT_TRANSLATE_NOOP("IssuanceWords", "The file was not read yet.")},
    {"documents.empty", QT_TRANSLATE_NOOP("IssuanceWords", "The file %1 is empty."), {"name"}},
    {"documents.twice",
     QT_TRANSLATE_NOOP("IssuanceWords", "The same file is in the list twice: %1."),
     {"name"}},
    {"approval.missing", QT_TRANSLATE_NOOP("IssuanceWords", "Nobody has approved this issue yet.")},
    {"approval.own", QT_TRANSLATE_NOOP("IssuanceWords", "You cannot approve your own issue.")},
    {"approval.other_terms",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "This approval was given for other terms. Have the issue approved again.")},
    {"approval.other_author",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "This approval is good for somebody else's issue. Have your own request approved.")},
    {"approval.other_request",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "This approval is of another request than the newest, with another end. Export the "
                       "newest request and have that approved.")},
    {"approval.ended",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "The time until which the request was good has passed. Ask again, and have the new "
                       "request approved.")},
    {"precheck.missing", QT_TRANSLATE_NOOP("IssuanceWords", "The ledger has not been asked yet.")},
    {"precheck.outdated",
     QT_TRANSLATE_NOOP("IssuanceWords", "Something was changed since the ledger was asked. Ask it again.")},
    {"policy.record_age",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "The record (%1) is %2 days old; this example policy wants at most %3."),
     {"kind", "days", "max"}},
    {"policy.offer_over_value",
     QT_TRANSLATE_NOOP(
         "IssuanceWords",
         "All units at this price are %1 %3, more than %4 % of the valuation of %2 %3 that this example "
         "policy "
         "allows."),
     {"offer", "value", "currency", "percent"}},
    {"policy.document_size",
     QT_TRANSLATE_NOOP("IssuanceWords", "The file %1 is larger than the %2 MB of this example policy."),
     {"name", "max"}},
};

const Entry kFields[] = {
    {"template", QT_TRANSLATE_NOOP("IssuanceWords", "Template")},
    {"asset_key", QT_TRANSLATE_NOOP("IssuanceWords", "Asset key")},
    {"asset_name", QT_TRANSLATE_NOOP("IssuanceWords", "Asset name")},
    {"records", QT_TRANSLATE_NOOP("IssuanceWords", "Records")},
    {"symbol", QT_TRANSLATE_NOOP("IssuanceWords", "Symbol")},
    {"name", QT_TRANSLATE_NOOP("IssuanceWords", "Name")},
    {"decimals", QT_TRANSLATE_NOOP("IssuanceWords", "Decimals")},
    {"supply", QT_TRANSLATE_NOOP("IssuanceWords", "Supply")},
    {"unit_price", QT_TRANSLATE_NOOP("IssuanceWords", "Price of one token")},
    {"currency", QT_TRANSLATE_NOOP("IssuanceWords", "Currency")},
    {"lock_up_days", QT_TRANSLATE_NOOP("IssuanceWords", "Lock-up")},
    {"serials", QT_TRANSLATE_NOOP("IssuanceWords", "Serial numbers")},
    {"registry", QT_TRANSLATE_NOOP("IssuanceWords", "Registry")},
    {"series", QT_TRANSLATE_NOOP("IssuanceWords", "Series")},
    {"first", QT_TRANSLATE_NOOP("IssuanceWords", "First number")},
    {"last", QT_TRANSLATE_NOOP("IssuanceWords", "Last number")},
    {"min_celsius", QT_TRANSLATE_NOOP("IssuanceWords", "Lowest temperature")},
    {"max_celsius", QT_TRANSLATE_NOOP("IssuanceWords", "Highest temperature")},
    {"documents", QT_TRANSLATE_NOOP("IssuanceWords", "Documents")},
    {"type", QT_TRANSLATE_NOOP("IssuanceWords", "Type")},
    {"registration", QT_TRANSLATE_NOOP("IssuanceWords", "Registration")},
    {"approval", QT_TRANSLATE_NOOP("IssuanceWords", "Approval")},
    {"request", QT_TRANSLATE_NOOP("IssuanceWords", "Approval request")},
};

const Entry kHelp[] = {
    {"issuance.help.symbol",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "Up to 12 capital letters, digits and hyphens; nobody else can use it again.")},
    {"issuance.help.name", QT_TRANSLATE_NOOP("IssuanceWords", "What holders read, up to 64 bytes.")},
    {"issuance.help.decimals",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "How far one token can be divided: 0 for whole ones only, 8 at most.")},
    {"issuance.help.supply",
     QT_TRANSLATE_NOOP("IssuanceWords", "How many tokens are issued, all at once and to your own account.")},
    {"issuance.help.supply_tonnes",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "Whole tonnes of CO₂; each token is one credit with its serial number.")},
    {"issuance.help.unit_price",
     QT_TRANSLATE_NOOP("IssuanceWords", "What one token is offered for. Empty: no price is stated.")},
    {"issuance.help.currency",
     QT_TRANSLATE_NOOP("IssuanceWords", "Three letters of ISO 4217, for example USD.")},
    {"issuance.help.lock_up_days",
     QT_TRANSLATE_NOOP(
         "IssuanceWords",
         "For how long a holder cannot pass on what they bought. Your own first sale is free of it.")},
    {"issuance.help.serials",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "The registry's own numbers, first and last included, out of the chosen block.")},
    {"issuance.help.min_celsius",
     QT_TRANSLATE_NOOP("IssuanceWords", "The contract's lower limit of the shipment.")},
    {"issuance.help.max_celsius",
     QT_TRANSLATE_NOOP("IssuanceWords", "The contract's upper limit of the shipment.")},
    {"issuance.need.title", QT_TRANSLATE_NOOP("IssuanceWords", "Title of the property")},
    {"issuance.need.valuation", QT_TRANSLATE_NOOP("IssuanceWords", "Valuation of the property")},
    {"issuance.need.project", QT_TRANSLATE_NOOP("IssuanceWords", "Registry entry of the carbon project")},
    {"issuance.need.block", QT_TRANSLATE_NOOP("IssuanceWords", "Issued block of credits")},
    {"issuance.need.price", QT_TRANSLATE_NOOP("IssuanceWords", "Market price of such credits")},
    {"issuance.need.event", QT_TRANSLATE_NOOP("IssuanceWords", "Event of the shipment")},
    {"issuance.need.sensor", QT_TRANSLATE_NOOP("IssuanceWords", "Sensor readings of the shipment")},
    {"issuance.document.deed", QT_TRANSLATE_NOOP("IssuanceWords", "The registered deed")},
    {"issuance.document.appraisal",
     QT_TRANSLATE_NOOP("IssuanceWords", "The appraiser's report behind the valuation")},
    {"issuance.document.lien_search", QT_TRANSLATE_NOOP("IssuanceWords", "The search for encumbrances")},
    {"issuance.document.insurance", QT_TRANSLATE_NOOP("IssuanceWords", "The insurance policy")},
    {"issuance.document.project_design", QT_TRANSLATE_NOOP("IssuanceWords", "The project design document")},
    {"issuance.document.verification_report", QT_TRANSLATE_NOOP("IssuanceWords", "The verifier's report")},
    {"issuance.document.immobilisation",
     QT_TRANSLATE_NOOP("IssuanceWords", "The registry's word that the credits are immobilised")},
    {"issuance.document.bill_of_lading", QT_TRANSLATE_NOOP("IssuanceWords", "The carrier's bill of lading")},
    {"issuance.document.quality_release",
     QT_TRANSLATE_NOOP("IssuanceWords", "The qualified person's release")},
    {"issuance.document.logger_calibration",
     QT_TRANSLATE_NOOP("IssuanceWords", "The temperature logger's calibration")},
    {"issuance.policy.appraisal_age",
     QT_TRANSLATE_NOOP("IssuanceWords", "The valuation is not older than %1 days.")},
    {"issuance.policy.offer_within_value",
     QT_TRANSLATE_NOOP("IssuanceWords", "All units at their price stay within %1 % of the valuation.")},
    {"issuance.policy.document_size",
     QT_TRANSLATE_NOOP("IssuanceWords", "No document is larger than %1 MB.")},
    {"issuance.policy.block_age",
     QT_TRANSLATE_NOOP("IssuanceWords", "The block was read from its registry within %1 days.")},
    {"issuance.policy.sensor_age",
     QT_TRANSLATE_NOOP("IssuanceWords", "The readings are not older than %1 days.")},
};

/// The ledger's reasons that this page has its own words for; all others speak for themselves.
const Entry kReasons[] = {
    {"approval.related",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "Of you and who approved, one registered another on the ledger in the last 24 hours, "
                       "or somebody registered two of you. Ask another person, or wait.")},
    {"approval.same_organisation",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "Nobody who is known to work for another organisation than you has approved this "
                       "issue. Ask such a person; administrators say on the ledger who works where.")},
    {"approval.twice",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "Two of the approvals are of the same person, with two keys. Remove one of them; if "
                       "another is needed, ask another person.")},
    {"approval.ended",
     QT_TRANSLATE_NOOP(
         "IssuanceWords",
         "The approvals had ended when the ledger looked at them. Ask again: a new request has a "
         "later end.")},
    {"approval.too_long",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "The approvals would be good for longer than the 72 hours that the ledger takes. Ask "
                       "again: a new request has an end that fits.")},
    {"approval.used",
     QT_TRANSLATE_NOOP("IssuanceWords",
                       "The ledger has used the approvals of this very request already. Ask again: a new "
                       "request has another end.")},
};

const Entry kDocuments[] = {
    {"deed", QT_TRANSLATE_NOOP("IssuanceWords", "Deed")},
    {"appraisal", QT_TRANSLATE_NOOP("IssuanceWords", "Appraisal")},
    {"lien-search", QT_TRANSLATE_NOOP("IssuanceWords", "Lien search")},
    {"insurance", QT_TRANSLATE_NOOP("IssuanceWords", "Insurance")},
    {"project-design", QT_TRANSLATE_NOOP("IssuanceWords", "Project design")},
    {"verification-report", QT_TRANSLATE_NOOP("IssuanceWords", "Verification report")},
    {"immobilisation", QT_TRANSLATE_NOOP("IssuanceWords", "Immobilisation")},
    {"bill-of-lading", QT_TRANSLATE_NOOP("IssuanceWords", "Bill of lading")},
    {"quality-release", QT_TRANSLATE_NOOP("IssuanceWords", "Quality release")},
    {"logger-calibration", QT_TRANSLATE_NOOP("IssuanceWords", "Logger calibration")},
};

const Entry kSummary[] = {
    {"asset_number", QT_TRANSLATE_NOOP("IssuanceWords", "Asset number")},
    {"symbol", QT_TRANSLATE_NOOP("IssuanceWords", "Symbol")},
    {"name", QT_TRANSLATE_NOOP("IssuanceWords", "Name of the token")},
    {"supply", QT_TRANSLATE_NOOP("IssuanceWords", "Supply")},
    {"decimals", QT_TRANSLATE_NOOP("IssuanceWords", "Decimals")},
    {"unit_price", QT_TRANSLATE_NOOP("IssuanceWords", "Price of one token")},
    {"lock_up_days", QT_TRANSLATE_NOOP("IssuanceWords", "Lock-up in days")},
    {"lock_up_seconds", QT_TRANSLATE_NOOP("IssuanceWords", "Lock-up in seconds")},
    {"serials", QT_TRANSLATE_NOOP("IssuanceWords", "Serial numbers")},
    {"min_celsius", QT_TRANSLATE_NOOP("IssuanceWords", "Lowest temperature in °C")},
    {"max_celsius", QT_TRANSLATE_NOOP("IssuanceWords", "Highest temperature in °C")},
    {"cluster", QT_TRANSLATE_NOOP("IssuanceWords", "Genesis digest of the cluster")},
    {"author", QT_TRANSLATE_NOOP("IssuanceWords", "Ordered by key")},
    {"currency", QT_TRANSLATE_NOOP("IssuanceWords", "Currency")},
    {"approved_until", QT_TRANSLATE_NOOP("IssuanceWords", "Approvals are good until")},
    {"approver", QT_TRANSLATE_NOOP("IssuanceWords", "Approved by key")},
    {"template", QT_TRANSLATE_NOOP("IssuanceWords", "Template")},
    {"asset_key", QT_TRANSLATE_NOOP("IssuanceWords", "Asset key")},
    {"asset_name", QT_TRANSLATE_NOOP("IssuanceWords", "Asset name")},
    {"record", QT_TRANSLATE_NOOP("IssuanceWords", "Record")},
    {"document", QT_TRANSLATE_NOOP("IssuanceWords", "Document")},
};

const Entry* find(std::span<const Entry> table, std::string_view key) {
  for (const Entry& entry : table)
    if (key == entry.key) return &entry;
  return nullptr;
}

QString say(std::span<const Entry> table, std::string_view key) {
  const Entry* entry = find(table, key);
  return entry == nullptr ? tame(qtText(key)) : QCoreApplication::translate(kContext, entry->words);
}

/// A parameter as people read it: known words translated, numbers grouped, all else tamed.
QString parameterText(const std::string& name, const std::string& value) {
  if (name == "help") return helpText(value);
  if (name == "type") return documentText(value);
  if (name == "kind") return kindText(qtText(value));
  if (name == "offer" || name == "value" || name == "serials" || name == "supply")
    return leftToRight(amountText(qtText(value), 0));
  return leftToRight(tame(qtText(value), 80));
}

/// "1234567.50" with the language's groups and point, however long.
QString decimalText(const QString& plain) {
  const qsizetype point = plain.indexOf(QLatin1Char('.'));
  if (point < 0) return amountText(plain, 0);
  const int decimals = static_cast<int>(plain.size() - point - 1);
  return amountText(QString(plain).remove(point, 1), decimals);
}

constexpr std::string_view kSummaryPrefix = "issuance.summary.";

std::string_view tailOf(const issuance::SummaryLine& line) {
  return std::string_view(line.key).substr(kSummaryPrefix.size());
}

}  // namespace

QString stepText(issuance::Step step) {
  switch (step) {
    case issuance::Step::kTemplate:
      //: Step of the issuance wizard.
      return Words::tr("Template");
    case issuance::Step::kAsset:
      //: Step of the issuance wizard.
      return Words::tr("Asset");
    case issuance::Step::kTerms:
      //: Step of the issuance wizard: price, supply …
      return Words::tr("Terms");
    case issuance::Step::kDocuments:
      //: Step of the issuance wizard.
      return Words::tr("Documents");
    case issuance::Step::kApproval:
      //: Step of the issuance wizard: another person agrees.
      return Words::tr("Approval");
    case issuance::Step::kPrecheck:
      //: Step of the issuance wizard: the ledger is asked before anything is signed.
      return Words::tr("Pre-check");
    case issuance::Step::kReview:
      //: Step of the issuance wizard: reading everything once more and signing.
      return Words::tr("Review and sign");
    case issuance::Step::kSubmitted:
      //: Step of the issuance wizard: following what was sent.
      return Words::tr("Submitted");
  }
  return {};
}

QString stepHeading(issuance::Step step) {
  switch (step) {
    case issuance::Step::kTemplate:
      return Words::tr("What do you want to issue?");
    case issuance::Step::kAsset:
      return Words::tr("Which asset stands behind it?");
    case issuance::Step::kTerms:
      return Words::tr("What are its terms?");
    case issuance::Step::kDocuments:
      return Words::tr("Which documents belong to it?");
    case issuance::Step::kApproval:
      return Words::tr("Register the asset, then have the issue approved");
    case issuance::Step::kPrecheck:
      return Words::tr("What would the ledger say?");
    case issuance::Step::kReview:
      return Words::tr("Read it once more, then sign");
    case issuance::Step::kSubmitted:
      return Words::tr("Where your issue is");
  }
  return {};
}

QString stepSentence(issuance::Step step) {
  switch (step) {
    case issuance::Step::kTemplate:
      return Words::tr("A template says which records, terms and documents an issue of its kind has.");
    case issuance::Step::kAsset:
      return Words::tr(
          "An asset is carried by records that the machine accepted or a reviewer approved. Choose its key; "
          "the "
          "newest usable records are suggested.");
    case issuance::Step::kTerms:
      return Words::tr("They are part of the token for ever. The whole supply goes to your own account.");
    case issuance::Step::kDocuments:
      return Words::tr(
          "Files stay with you. Only their SHA-256 goes on the ledger, so that anybody can tell later "
          "whether a "
          "file is the one that was meant.");
    case issuance::Step::kApproval:
      return Words::tr(
          "Registering gives the asset its number. Another person then agrees to exactly these terms; "
          "changing "
          "them afterwards needs a new approval.");
    case issuance::Step::kPrecheck:
      return Words::tr("The same rules as at the real issue, asked without writing anything.");
    case issuance::Step::kReview:
      return Words::tr("These lines are made from the bytes that you sign. An issue cannot be taken back.");
    case issuance::Step::kSubmitted:
      return Words::tr("You can leave this page; the issue goes on and is found in the list.");
  }
  return {};
}

QString markText(issuance::StepMark mark) {
  switch (mark) {
    case issuance::StepMark::kOpen:
      return Words::tr("not reached yet");
    case issuance::StepMark::kCurrent:
      return Words::tr("current step");
    case issuance::StepMark::kDone:
      return Words::tr("done");
    case issuance::StepMark::kError:
      return Words::tr("needs attention");
    case issuance::StepMark::kSkipped:
      return Words::tr("not needed");
  }
  return {};
}

QString fieldText(const std::string& key) {
  return say(kFields, key);
}

QString unitText(const std::string& unit) {
  if (unit == "days") return Words::tr("days");
  if (unit == "tonnes") return Words::tr("tonnes");
  if (unit == "units") return Words::tr("tokens");
  if (unit == "celsius") return Words::tr("°C");
  return {};
}

QString helpText(const std::string& key) {
  return say(kHelp, key);
}

QString templateSentence(const std::string& name) {
  if (name == "property")
    return Words::tr(
        "A whole property as fractional units. Needs a title and a valuation of the same parcel.");
  if (name == "carbon")
    return Words::tr("Credits of one project, each unit one tonne with its own serial number.");
  if (name == "batch")
    return Words::tr("A shipment that moves and expires as one batch, within limits of temperature.");
  return {};
}

QString documentText(const std::string& type) {
  return say(kDocuments, type);
}

QString issueText(const issuance::Issue& issue) {
  if (issue.messageKey == "issuance.ledger") {
    if (const Entry* known = find(kReasons, issue.code))
      return QCoreApplication::translate(kContext, known->words);
    const QString message = tame(qtText(issue.parameter("message")));
    const QString remedy = tame(qtText(issue.parameter("remedy")));
    return remedy.isEmpty() ? message : message + QLatin1Char(' ') + remedy;
  }
  const Entry* entry = find(kIssues, issue.code);
  if (entry == nullptr) return tame(qtText(issue.code));
  QString out = QCoreApplication::translate(kContext, entry->words);
  QStringList values;
  for (const char* name : entry->parameters) values << parameterText(name, issue.parameter(name));
  // One after another would replace a "%2" that came in with the first.
  switch (values.size()) {
    case 0:
      return out;
    case 1:
      return out.arg(values[0]);
    case 2:
      return out.arg(values[0], values[1]);
    case 3:
      return out.arg(values[0], values[1], values[2]);
    default:
      return out.arg(values[0], values[1], values[2], values[3]);
  }
}

QString summaryLabel(const issuance::SummaryLine& line) {
  return say(kSummary, tailOf(line));
}

QString summaryValue(const issuance::SummaryLine& line) {
  const std::string_view key = tailOf(line);
  const QString value = qtText(line.value);
  if (key == "supply" || key == "lock_up_days" || key == "lock_up_seconds") return decimalText(value);
  if (key == "template") return templateText(value);
  if (key == "approved_until") {
    const QDateTime at = QDateTime::fromString(value, Qt::ISODateWithMs);
    //: A time as here, and the same in UTC
    return Words::tr("%1 (%2)").arg(dateTimeText(at), leftToRight(value));
  }
  if (key == "unit_price") {
    const qsizetype space = value.indexOf(QLatin1Char(' '));
    return leftToRight(decimalText(value.left(space)) + value.mid(space));
  }
  return tame(value);
}

QString trackerText(issuance::TrackerState state) {
  switch (state) {
    case issuance::TrackerState::kNone:
      return Words::tr("Draft");
    case issuance::TrackerState::kRegistering:
      return Words::tr("Registering");
    case issuance::TrackerState::kRegistered:
      return Words::tr("Asset registered");
    case issuance::TrackerState::kIssuing:
      return Words::tr("Issuing");
    case issuance::TrackerState::kCommitted:
      return Words::tr("Committed");
    case issuance::TrackerState::kFinal:
      return Words::tr("Final");
    case issuance::TrackerState::kRefused:
      return Words::tr("Refused");
  }
  return {};
}

const char* trackerTone(issuance::TrackerState state) {
  switch (state) {
    case issuance::TrackerState::kFinal:
      return "ok";
    case issuance::TrackerState::kRefused:
      return "fail";
    case issuance::TrackerState::kNone:
      return nullptr;
    default:
      return "accent";
  }
}

bool hasIssueWords(const std::string& code) {
  return find(kIssues, code) != nullptr;
}
bool hasHelpWords(const std::string& key) {
  return find(kHelp, key) != nullptr;
}
bool hasFieldWords(const std::string& key) {
  return find(kFields, key) != nullptr;
}

}  // namespace aurigraph::ui
