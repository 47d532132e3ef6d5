// Verra registry (domain §2.3): JSON of its search pages, or CSV exports of projects and of credits (VCUs).

#include "nodes/mapping/carbon/carbon_common.h"
#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

using json::Type;

/// A range is retired only when its retirement date is filled; the flag alone says nothing.
std::string_view stateOf(const Cell& retiredOn, const Cell& reason) {
  if (retiredOn.absent || retiredOn.null || isSentinel(retiredOn.content)) return "issued";
  return lowered(reason.content).find("cancel") != std::string::npos ? "cancelled" : "retired";
}

Result<CarbonSerial> serialOf(const Cell& cell) {
  if (cell.absent || cell.null)
    return fail("field.missing", "The serial numbers are missing.",
                "Ask for the row with its serial numbers.");
  return parseVerraSerial(cell.content);
}

void blockOfJson(const MapJob& job, const JsonCursor& row, std::size_t index, MappedAnswer& answer) {
  BlockCells cells;
  cells.serial = cellOf(row.at("serialNumbers"));
  cells.project = cellOf(row.at("resourceIdentifier"));
  cells.name = cellOf(row.at("resourceName"));
  cells.methodology = cellOf(row.at("protocol"));
  cells.category = cellOf(row.at("protocolCategory"));
  cells.country = cellOf(row.at("country"));
  cells.vintageStart = cellOf(row.at("vintageStart"));
  cells.vintageEnd = cellOf(row.at("vintageEnd"));
  cells.issuedOn = cellOf(row.at("issuanceDate"));
  cells.quantity = cellOf(row.at("quantity"));
  cells.vintageTotal = cellOf(row.at("totalVintageQuantity"));
  cells.labels = cellOf(row.at("additionalCertifications"));
  cells.retiredOn = cellOf(row.at("retireOrCancelDate"));
  cells.state = cells.retiredOn;
  cells.beneficiary = cellOf(row.at("retirementBeneficiary"));
  cells.reason = cellOf(row.at("retirementReason"));
  cells.details = cellOf(row.at("retirementDetails"));
  addBlock(job, cells, serialOf(cells.serial), stateOf(cells.retiredOn, cells.reason), index, Status{},
           answer);
}

void projectOfJson(const MapJob& job, const JsonCursor& row, std::size_t index, MappedAnswer& answer) {
  ProjectCells cells;
  cells.id = cellOf(row.at("resourceIdentifier"));
  cells.name = cellOf(row.at("resourceName"));
  cells.proponent = cellOf(row.at("proponent"));
  cells.status = cellOf(row.at("resourceStatus").present() ? row.at("resourceStatus") : row.at("status"));
  cells.category = cellOf(row.at("protocolCategory"));
  cells.methodology = cellOf(row.at("protocol"));
  cells.country = cellOf(row.at("country"));
  cells.estimatedAnnual = cellOf(row.at("estAnnualEmissionReductions"));
  cells.registeredOn = cellOf(row.at("registrationDate"));
  cells.creditingFrom = cellOf(row.at("creditingPeriodStartDate"));
  cells.creditingTo = cellOf(row.at("creditingPeriodEndDate"));
  addProject(job, cells, index, Status{}, answer);
}

Result<MappedAnswer> mapJson(const MapJob& job, ByteView raw) {
  const auto document = json::Document::parse(raw);
  if (!document) return propagate(document);
  const JsonCursor root(&document->root(), "");
  const JsonCursor rows = root.is(Type::kArray) ? root : root.at("value");
  if (!rows.is(Type::kArray)) {
    for (const std::string_view key : {"error", "message"})
      if (root.at(key).is(Type::kString)) return providerError(root.at(key).text());
    return unknownAnswer("it has no list named value");
  }
  MappedAnswer answer;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const JsonCursor row = rows.at(i);
    const bool credits = row.has("serialNumbers") || row.has("quantity") || row.has("issuanceDate");
    if (row.is(Type::kObject) && !credits && row.has("resourceIdentifier")) {
      projectOfJson(job, row, i, answer);
    } else if (row.is(Type::kObject) && credits) {
      blockOfJson(job, row, i, answer);
    } else {
      answer.refused.push_back({i, row.pointer(),
                                Error{"field.wrong_type", "The row is neither a project nor credits.",
                                      "Ask the registry for one of both."}});
    }
  }
  return answer;
}

void blockOfCsv(const MapJob& job, const Table& table, std::size_t row, MappedAnswer& answer) {
  BlockCells cells;
  const auto cell = [&](std::string_view column) { return table.cell(row, column); };
  cells.serial = cell("Serial Number");
  cells.project = cell("ID");
  cells.name = cell("Name");
  cells.methodology = cell("Methodology");
  cells.category = cell("Project Type");
  cells.country = cell("Country/Area");
  cells.vintageStart = cell("Vintage Start");
  cells.vintageEnd = cell("Vintage End");
  cells.issuedOn = cell("Issuance Date");
  cells.quantity = cell("Quantity Issued");
  cells.vintageTotal = cell("Total Vintage Quantity");
  cells.labels = cell("Additional Certifications");
  cells.retiredOn = cell("Retirement/Cancellation Date");
  cells.state = cells.retiredOn;
  cells.beneficiary = cell("Retirement Beneficiary");
  cells.reason = table.has("Retirement Reason") ? cell("Retirement Reason") : cell("Reason");
  cells.details = table.has("Retirement Details") ? cell("Retirement Details") : cell("Details");
  addBlock(job, cells, serialOf(cells.serial), stateOf(cells.retiredOn, cells.reason), row,
           table.checkRow(row), answer);
}

void projectOfCsv(const MapJob& job, const Table& table, std::size_t row, MappedAnswer& answer) {
  ProjectCells cells;
  const auto cell = [&](std::string_view column) { return table.cell(row, column); };
  cells.id = cell("ID");
  cells.name = cell("Name");
  cells.proponent = cell("Proponent");
  cells.status = cell("Status");
  cells.category = cell("Project Type");
  cells.methodology = cell("Methodology");
  cells.country = cell("Country/Area");
  cells.estimatedAnnual = cell("Estimated Annual Emission Reductions");
  cells.registeredOn = cell("Project Registration Date");
  cells.creditingFrom = cell("Crediting Period Start Date");
  cells.creditingTo = cell("Crediting Period End Date");
  addProject(job, cells, row, table.checkRow(row), answer);
}

Result<MappedAnswer> mapCsv(const MapJob& job, ByteView raw) {
  auto rows = parseCsv(raw);
  if (!rows) return propagate(rows);
  const auto table = Table::withHeader(std::move(*rows));
  if (!table) return propagate(table);
  const bool blocks = table->has("Serial Number") && table->has("Quantity Issued");
  const bool projects = table->has("ID") && table->has("Status") && table->has("Country/Area");
  if (!blocks && !projects) return unknownAnswer("its header is that of neither projects nor credits");
  MappedAnswer answer;
  for (std::size_t row = 0; row < table->size(); ++row)
    blocks ? blockOfCsv(job, *table, row, answer) : projectOfCsv(job, *table, row, answer);
  return answer;
}

}  // namespace

Result<MappedAnswer> mapVerra(const MapJob& job, ByteView raw) {
  return looksLikeJson(raw) ? mapJson(job, raw) : mapCsv(job, raw);
}

}  // namespace aurigraph::mapping
