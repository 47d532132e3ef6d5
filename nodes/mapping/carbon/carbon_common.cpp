#include "nodes/mapping/carbon/carbon_common.h"

#include "core/base/time_text.h"

namespace aurigraph::mapping {
namespace {

using wire::RecordKind;

// As the registries' own exports write several certifications in one cell.
constexpr std::string_view kBetweenLabels = "; ";

wire::Quantity whole(std::uint64_t number, std::string_view unit) {
  return {Decimal{static_cast<I128>(number), 0}, std::string(unit)};
}

/// The ISO code when we know it; else the registry's own word, marked.
void country(RecordBuilder& item, const Cell& cell) {
  item.text("country", cell);
  const std::string name = item.textOf("country");
  if (name.empty()) return;
  if (const auto code = countryCode(name); !code.empty())
    item.set("country", std::string(code), cell.pointer);
  else
    item.doubt("country", wire::ParseQuality::kNormalized);
}

void setSerial(RecordBuilder& item, const CarbonSerial& serial, const std::string& pointer) {
  item.set("series", serial.series, pointer);
  item.set("first", whole(serial.first, ""), pointer);
  item.set("last", whole(serial.last, ""), pointer);
  if (!serial.project.empty()) item.set("serial_project", serial.project, pointer);
  if (!serial.country.empty()) item.set("serial_country", serial.country, pointer);
  if (!serial.scope.empty()) item.set("serial_scope", serial.scope, pointer);
  if (serial.vintageStart) item.set("serial_vintage_start", *serial.vintageStart, pointer);
  if (serial.vintageEnd) item.set("serial_vintage_end", *serial.vintageEnd, pointer);
  if (serial.vintageYear)
    item.set("serial_vintage_year", whole(static_cast<std::uint64_t>(*serial.vintageYear), ""), pointer);
}

/// A registry that names only a year means all of it; that is our reading, and the fields say so.
void vintageOfYear(RecordBuilder& item, const Cell& cell, const Result<CarbonSerial>& serial) {
  if (item.timeOf("vintage_start")) return;
  const std::string year = !cell.content.empty()           ? std::string(cell.content)
                           : serial && serial->vintageYear ? std::to_string(*serial->vintageYear)
                                                           : std::string{};
  const auto first = parseDate(year + "-01-01");
  const auto last = parseDate(year + "-12-31");
  if (!first || !last) return;
  const std::string& pointer = cell.content.empty() ? item.find("serial_raw")->pointer : cell.pointer;
  item.set("vintage_start", *first, pointer, wire::ParseQuality::kNormalized);
  if (!item.isUnreadable("vintage_end"))
    item.set("vintage_end", *last, pointer, wire::ParseQuality::kNormalized);
}

RecordBuilder block(const MapJob& job, const BlockCells& cells, const Result<CarbonSerial>& serial,
                    std::string_view state, RecordKind kind, const Status& row) {
  RecordBuilder item = job.item(kind);
  if (!row) item.refuse(cells.serial.pointer, row.error());
  const std::string_view unit = job.declared("unit");
  item.context("registry");
  item.text("serial_raw", cells.serial);
  if (serial)
    setSerial(item, *serial, cells.serial.pointer);
  else
    item.refuse(cells.serial.pointer, serial.error());
  item.identifier("project_id", cells.project);
  item.text("name", cells.name);
  item.text("methodology", cells.methodology);
  item.text("category", cells.category);
  country(item, cells.country);
  item.date("vintage_start", cells.vintageStart);
  item.date("vintage_end", cells.vintageEnd);
  item.date("issued_on", cells.issuedOn);
  if (item.ok()) vintageOfYear(item, cells.vintage, serial);
  item.number("quantity", cells.quantity, unit);
  item.number("total_vintage_qty", cells.vintageTotal, unit);
  item.textList("labels", cells.labels, kBetweenLabels);
  // What cannot be read leaves the state open: such a range is not called issued.
  if (cells.state.wrongType)
    item.unreadable("state", cells.state.pointer, "field.wrong_type",
                    "Whether the credits are issued or retired cannot be read.");
  item.set("state", std::string(state), cells.state.pointer);
  if (serial)
    item.record().assetKey = item.textOf("registry") + ":" + serial->series + ":" +
                             std::to_string(serial->first) + ":" + std::to_string(serial->last);
  // A registry speaks of the moment in which it is asked.
  item.record().observedAt = item.record().retrievedAt;
  return item;
}

}  // namespace

void addProject(const MapJob& job, const ProjectCells& cells, std::size_t index, const Status& row,
                MappedAnswer& answer) {
  RecordBuilder item = job.item(RecordKind::kCarbonProject);
  if (!row) item.refuse(cells.id.pointer, row.error());
  item.context("registry");
  item.identifier("project_id", cells.id);
  item.text("name", cells.name);
  item.text("proponent", cells.proponent);
  item.text("status", cells.status);
  item.text("category", cells.category);
  item.text("methodology", cells.methodology);
  country(item, cells.country);
  item.number("estimated_annual", cells.estimatedAnnual, job.declared("unit"));
  item.date("registered_on", cells.registeredOn);
  item.date("crediting_from", cells.creditingFrom);
  item.date("crediting_to", cells.creditingTo);
  if (!item.textOf("project_id").empty())
    item.record().assetKey = item.textOf("registry") + ":" + item.textOf("project_id");
  item.record().observedAt = item.record().retrievedAt;
  std::move(item).finish(answer, index);
}

void addBlock(const MapJob& job, const BlockCells& cells, const Result<CarbonSerial>& serial,
              std::string_view state, std::size_t index, const Status& row, MappedAnswer& answer) {
  const std::size_t refusedBefore = answer.refused.size();
  block(job, cells, serial, state, RecordKind::kCarbonBlock, row).finish(answer, index);
  if (state == "issued" || answer.refused.size() != refusedBefore) return;
  RecordBuilder item = block(job, cells, serial, state, RecordKind::kCarbonRetirement, row);
  item.date("date", cells.retiredOn);
  item.text("beneficiary", cells.beneficiary);
  item.text("reason", cells.reason);
  item.text("details", cells.details);
  if (const auto day = item.timeOf("date"))
    item.record().assetKey += ":" + std::string(cells.retiredOn.content);
  std::move(item).finish(answer, index);
}

}  // namespace aurigraph::mapping
