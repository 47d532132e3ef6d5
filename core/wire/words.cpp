#include "core/wire/words.h"

#include "core/base/decimal.h"
#include "core/wire/record.h"

namespace aurigraph::wire {

namespace {

using Lines = std::vector<std::string>;

std::string hex(const auto& value) {
  return toHex(value.view());
}
std::string number(auto id) {
  return std::to_string(id.value);
}

std::string rolesText(RoleMask roles) {
  std::string out;
  for (unsigned bit = 0; bit < 32; ++bit) {
    if ((roles >> bit & 1U) == 0) continue;
    if (!out.empty()) out += ", ";
    out += bit <= static_cast<unsigned>(Role::kCustodian) ? std::string(nameOf(static_cast<Role>(bit)))
                                                          : "role " + std::to_string(bit);
  }
  return out.empty() ? "none" : out;
}

std::string templateText(AssetTemplate assetTemplate) {
  switch (assetTemplate) {
    case AssetTemplate::kProperty:
      return "property";
    case AssetTemplate::kCarbon:
      return "carbon credits";
    case AssetTemplate::kBatch:
      return "shipment batch";
  }
  return "unknown";
}

std::string scaled(U128 units, std::uint8_t decimals) {
  auto digits = toText(units);
  if (decimals == 0) return digits;
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  return digits.insert(digits.size() - decimals, ".");
}

struct Words {
  Lines operator()(const RegisterIdentity& c) const {
    return {"Register identity '" + c.name + "'", "key " + hex(c.key), "roles: " + rolesText(c.roles)};
  }
  Lines operator()(const OpenAccount& c) const {
    return {"Open an account of identity " + number(c.identity) + " in token " + number(c.token)};
  }
  Lines operator()(const SubmitRecord& c) const {
    Lines out{"Submit a record with score " + std::to_string(c.claimedScore.value) + " ppm"};
    if (const auto record = decodeRecord(c.record))
      out.push_back(std::string(nameOf(record->category)) + " / " + std::string(nameOf(record->kind)) +
                    " of '" + record->assetKey + "' from " + record->sourceId + ", " +
                    std::string(nameOf(record->origin)) + ", id " + hex(record->id()));
    else
      out.emplace_back("the record cannot be decoded");
    out.push_back("rule set " + hex(c.ruleSet));
    out.push_back("explanation " + hex(c.explanation) + ", evidence on " + std::to_string(c.evidenceCopies) +
                  " node(s)");
    return out;
  }
  Lines operator()(const ClaimReview& c) const { return {"Claim the review of record " + hex(c.recordId)}; }
  Lines operator()(const DecideReview& c) const {
    return {std::string(c.decision == ReviewDecision::kApprove ? "Approve" : "Reject") + " record " +
                hex(c.recordId),
            "reason code " + std::to_string(c.reasonCode), "note: " + c.note};
  }
  Lines operator()(const ReleaseReview& c) const {
    return {"Give back the claim on the review of record " + hex(c.recordId)};
  }
  Lines operator()(const RegisterAsset& c) const {
    Lines out{"Register the asset '" + c.name + "' (" + templateText(c.assetTemplate) + "), key '" +
              c.assetKey + "'"};
    for (const auto& id : c.recordIds) out.push_back("record " + hex(id));
    for (const auto& document : c.documents)
      out.push_back("document '" + document.type + "' " + hex(document.sha256));
    return out;
  }
  Lines operator()(const IssueToken& c) const {
    Lines out{"Issue " + scaled(c.supply, c.decimals) + " of token " + c.symbol + " ('" + c.name +
              "') for asset " + number(c.asset)};
    if (!c.currency.empty())
      out.push_back("unit price " + std::to_string(c.unitPriceMinor) + " minor units of " + c.currency);
    if (c.lockUpSeconds != 0)
      out.push_back("lock-up " + std::to_string(c.lockUpSeconds) + " s from acquisition");
    for (const auto& range : c.serials)
      out.push_back("serials " + range.registry + " " + range.series + " " + std::to_string(range.first) +
                    " to " + std::to_string(range.last));
    if (c.minMilliCelsius != 0 || c.maxMilliCelsius != 0)
      out.push_back("temperature " + std::to_string(c.minMilliCelsius) + " to " +
                    std::to_string(c.maxMilliCelsius) + " thousandths of a degree Celsius");
    for (const auto& approval : c.approvals) out.push_back("approved by " + hex(approval.approver));
    return out;
  }
  Lines operator()(const Anchor& c) const {
    return {"Anchor " + std::to_string(c.leafCount) + " data events under root " + hex(c.root)};
  }
};

}  // namespace

std::vector<std::string> describe(const AnyCommand& command) {
  return std::visit(Words{}, command);
}

std::vector<std::string> describe(const Transfer& transfer) {
  Lines out{"Transfer " + toText(transfer.amount) + " base units of token " + std::to_string(transfer.token) +
            " from account " + std::to_string(transfer.debit) + " to account " +
            std::to_string(transfer.credit)};
  if ((transfer.flags & kTransferPending) != 0) out.emplace_back("only held until posted or voided");
  if ((transfer.flags & kTransferPost) != 0) out.emplace_back("moves what was held");
  if ((transfer.flags & kTransferVoid) != 0) out.emplace_back("releases what was held");
  if ((transfer.flags & kTransferLinked) != 0) out.emplace_back("together with the next, or not at all");
  return out;
}

}  // namespace aurigraph::wire
