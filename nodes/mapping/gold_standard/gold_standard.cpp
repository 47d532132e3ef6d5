// Gold Standard impact registry (domain §2.3): JSON arrays without envelope, or CSV exports. The number in a
// serial
// ("GS7755") is the registry's GSID, which the JSON calls sustaincert_id.

#include "nodes/mapping/carbon/carbon_common.h"
#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

using json::Type;

Result<CarbonSerial> serialOf(const Cell& cell) {
  if (cell.absent || cell.null)
    return fail("field.missing", "The serial number is missing.", "Ask for the row with its serial number.");
  return parseGoldStandardSerial(cell.content);
}

/// ISSUED, RETIRED, CANCELLED as "issued" …; nothing when it is another word.
std::optional<std::string_view> stateOf(std::string_view status) {
  const std::string word = lowered(status);
  if (word == "issued") return "issued";
  if (word == "retired") return "retired";
  if (word == "cancelled" || word == "canceled") return "cancelled";
  return std::nullopt;
}

void add(const MapJob& job, BlockCells cells, const Cell& status, std::size_t index, const Status& row,
         MappedAnswer& answer) {
  const auto state = stateOf(status.content);
  if (!state) {
    answer.refused.push_back({index, status.pointer,
                              Error{"field.unknown_value",
                                    "The status \"" + std::string(status.content.substr(0, 64)) +
                                        "\" is neither ISSUED, RETIRED nor CANCELLED.",
                                    "Extend the mapping if the registry has a new one."}});
    return;
  }
  cells.state = status;
  addBlock(job, cells, serialOf(cells.serial), *state, index, row, answer);
}

/// project.id, or the GSID when the serial is written with that one.
Cell projectOf(const JsonCursor& project, const Cell& serial) {
  const auto parsed = serialOf(serial);
  const Cell gsid = cellOf(project.at("sustaincert_id"));
  if (gsid.wrongType) return gsid;  // not the other number in its place
  if (parsed && !gsid.absent && gsid.content == parsed->project) return gsid;
  return cellOf(project.at("id"));
}

void credit(const MapJob& job, const JsonCursor& row, std::size_t index, MappedAnswer& answer) {
  const JsonCursor project = row.at("project");
  BlockCells cells;
  cells.serial = cellOf(row.at("serial_number"));
  cells.project = projectOf(project, cells.serial);
  cells.name = cellOf(project.at("name"));
  cells.methodology = cellOf(project.at("methodology"));
  cells.category = cellOf(project.at("type"));
  cells.country =
      cellOf(project.at("country_code").present() ? project.at("country_code") : project.at("country"));
  cells.vintage = cellOf(row.at("vintage"));
  cells.vintageStart = cellOf(row.at("monitoring_period_start_date"));
  cells.vintageEnd = cellOf(row.at("monitoring_period_end_date"));
  cells.issuedOn = cellOf(row.at("certified_date"));
  cells.quantity = cellOf(row.at("number_of_credits"));
  cells.labels = cellOf(row.at("product").at("abbreviation"));
  cells.retiredOn = cellOf(row.at("retirement_date"));
  cells.beneficiary = cellOf(row.at("note"));
  cells.reason = cellOf(row.at("retirement_use_case"));
  add(job, std::move(cells), cellOf(row.at("status")), index, Status{}, answer);
}

void project(const MapJob& job, const JsonCursor& row, std::size_t index, MappedAnswer& answer) {
  ProjectCells cells;
  cells.id = cellOf(row.at("sustaincert_id").present() ? row.at("sustaincert_id") : row.at("id"));
  cells.name = cellOf(row.at("name"));
  cells.proponent = cellOf(row.at("project_developer"));
  cells.status = cellOf(row.at("status"));
  cells.category = cellOf(row.at("type"));
  cells.methodology = cellOf(row.at("methodology"));
  cells.country = cellOf(row.at("country_code").present() ? row.at("country_code") : row.at("country"));
  cells.estimatedAnnual = cellOf(row.at("estimated_annual_credits"));
  cells.creditingFrom = cellOf(row.at("crediting_period_start_date"));
  cells.creditingTo = cellOf(row.at("crediting_period_end_date"));
  addProject(job, cells, index, Status{}, answer);
}

Result<MappedAnswer> mapJson(const MapJob& job, ByteView raw) {
  const auto document = json::Document::parse(raw);
  if (!document) return propagate(document);
  const JsonCursor root(&document->root(), "");
  MappedAnswer answer;
  const auto one = [&](const JsonCursor& row, std::size_t index) {
    if (row.is(Type::kObject) && row.has("serial_number"))
      credit(job, row, index, answer);
    else if (row.is(Type::kObject) && row.has("status") && row.has("name"))
      project(job, row, index, answer);
    else
      answer.refused.push_back({index, row.pointer(),
                                Error{"field.wrong_type", "The row is neither a project nor credits.",
                                      "Ask the registry for one of both."}});
  };
  if (root.is(Type::kArray)) {
    for (std::size_t i = 0; i < root.size(); ++i) one(root.at(i), i);
    return answer;
  }
  if (root.has("serial_number") || (root.has("name") && root.has("status") && root.has("id"))) {
    one(root, 0);
    return answer;
  }
  for (const std::string_view key : {"message", "error"})
    if (root.at(key).is(Type::kString)) return providerError(root.at(key).text());
  return unknownAnswer("it is neither a list nor a project nor credits");
}

void creditOfCsv(const MapJob& job, const Table& table, std::size_t row, MappedAnswer& answer) {
  BlockCells cells;
  const auto either = [&](std::string_view a, std::string_view b) {
    return table.cell(row, table.has(a) ? a : b);
  };
  cells.serial = table.cell(row, "Serial Number");
  cells.project = table.cell(row, "GSID");
  cells.name = table.cell(row, "Project Name");
  cells.methodology = table.cell(row, "Methodology");
  cells.category = table.cell(row, "Project Type");
  cells.country = table.cell(row, "Country");
  cells.vintage = table.cell(row, "Vintage");
  cells.vintageStart = table.cell(row, "Monitoring Period Start Date");
  cells.vintageEnd = table.cell(row, "Monitoring Period End Date");
  cells.issuedOn = either("Issuance Date", "Certified Date");
  cells.quantity = either("Quantity", "Number of Credits");
  cells.labels = either("Product Type", "Product");
  cells.retiredOn = table.cell(row, "Retirement Date");
  cells.beneficiary = either("Beneficiary", "Note");
  cells.reason = either("Retirement Reason", "Use Case");
  add(job, std::move(cells), either("Status", "Credit Status"), row, table.checkRow(row), answer);
}

void projectOfCsv(const MapJob& job, const Table& table, std::size_t row, MappedAnswer& answer) {
  ProjectCells cells;
  cells.id = table.cell(row, "GSID");
  cells.name = table.cell(row, "Project Name");
  cells.proponent = table.cell(row, "Project Developer Name");
  cells.status = table.cell(row, "Status");
  cells.category = table.cell(row, "Project Type");
  cells.methodology = table.cell(row, "Methodology");
  cells.country = table.cell(row, "Country");
  cells.estimatedAnnual = table.cell(row, "Estimated Annual Credits");
  addProject(job, cells, row, table.checkRow(row), answer);
}

Result<MappedAnswer> mapCsv(const MapJob& job, ByteView raw) {
  auto rows = parseCsv(raw);
  if (!rows) return propagate(rows);
  const auto table = Table::withHeader(std::move(*rows));
  if (!table) return propagate(table);
  const bool credits = table->has("Serial Number");
  if (!table->has("GSID")) return unknownAnswer("its header has no GSID");
  MappedAnswer answer;
  for (std::size_t row = 0; row < table->size(); ++row)
    credits ? creditOfCsv(job, *table, row, answer) : projectOfCsv(job, *table, row, answer);
  return answer;
}

}  // namespace

Result<MappedAnswer> mapGoldStandard(const MapJob& job, ByteView raw) {
  return looksLikeJson(raw) ? mapJson(job, raw) : mapCsv(job, raw);
}

}  // namespace aurigraph::mapping
