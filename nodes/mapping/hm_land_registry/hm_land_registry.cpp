// HM Land Registry, price paid data (Open Government Licence v3.0): one sale per row, whole pounds, no header
// in the report builder's files; its columns differ from those of the bulk files, which begin with an id in
// braces.

#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

const std::vector<std::string> kReport = {
    "unique_id",      "price_paid",  "deed_date", "postcode", "property_type",
    "new_build",      "estate_type", "saon",      "paon",     "street",
    "locality",       "town",        "district",  "county",   "transaction_category",
    "linked_data_uri"};
const std::vector<std::string> kBulk = {
    "unique_id",    "price_paid",  "deed_date", "postcode", "property_type",
    "new_build",    "estate_type", "paon",      "saon",     "street",
    "locality",     "town",        "district",  "county",   "transaction_category",
    "record_status"};

/// The text when it is one of the codes; other codes stay as they are and are marked.
void code(RecordBuilder& item, std::string_view name, const Cell& cell, std::string_view known) {
  item.text(name, cell);
  const std::string value = item.textOf(name);
  if (!value.empty() && (value.size() != 1 || known.find(value) == std::string_view::npos))
    item.doubt(name, wire::ParseQuality::kFailed);
}

void sale(const MapJob& job, const Table& table, std::size_t row, MappedAnswer& answer) {
  RecordBuilder item = job.item(wire::RecordKind::kPropertySale);
  if (const auto whole = table.checkRow(row); !whole) item.refuse(table.pointer(row), whole.error());
  const Cell status = table.cell(row, "record_status");
  if (status.content == "D")
    item.refuse(status.pointer, "sale.withdrawn", "The registry has deleted this sale.", "Leave it out.");
  item.context("country");
  item.context("ccy");
  item.text("document_id", table.cell(row, "unique_id"));
  item.demand("document_id");
  item.number("price", table.cell(row, "price_paid"), item.textOf("ccy"));
  item.date("date", table.cell(row, "deed_date"));
  item.text("postal", table.cell(row, "postcode"));
  item.text("paon", table.cell(row, "paon"));
  const Cell saon = table.cell(row, "saon");
  item.text("saon", saon);
  // Most houses have no second name; its absence says nothing.
  if (saon.null) item.set("saon", wire::NoValue{wire::NullReason::kNotApplicable}, saon.pointer);
  item.text("street", table.cell(row, "street"));
  const Cell fresh = table.cell(row, "new_build");
  if (fresh.content == "Y" || fresh.content == "N")
    item.set("new_build", fresh.content == "Y", fresh.pointer);
  else if (!fresh.null)
    item.unreadable("new_build", fresh.pointer, "field.unknown_value", "New build is neither Y nor N.");
  item.text("locality", table.cell(row, "town"));
  item.text("region", table.cell(row, "county"));
  code(item, "property_type", table.cell(row, "property_type"), "DSTFO");
  code(item, "transaction_type", table.cell(row, "transaction_category"), "AB");
  code(item, "estate_type", table.cell(row, "estate_type"), "FLU");
  // As people write it: "FLAT 2, 11 GLEBE TERRACE, NEWCASTLE UPON TYNE, NE12 7JS".
  std::string address = item.textOf("saon");
  for (const auto& [name, before] :
       {std::pair("paon", ", "), {"street", " "}, {"locality", ", "}, {"postal", ", "}})
    if (const std::string part = item.textOf(name); !part.empty())
      address += (address.empty() ? "" : before) + part;
  if (!address.empty()) item.set("address", address, table.pointer(row));
  const std::string id = item.textOf("document_id");
  if (item.ok() && !id.empty() && !item.textOf("postal").empty())
    item.record().assetKey = item.textOf("country") + "-" + item.textOf("postal") + "-" +
                             item.textOf("paon") + "-" + item.textOf("saon") + ":" + id;
  // The registry prints no publication date into a row: what it says, it says when asked.
  item.record().observedAt = item.record().retrievedAt;
  std::move(item).finish(answer, row);
}

}  // namespace

Result<MappedAnswer> mapHmLandRegistry(const MapJob& job, ByteView raw) {
  auto rows = parseCsv(raw);
  if (!rows) return propagate(rows);
  MappedAnswer answer;
  if (rows->empty()) return answer;
  const auto& first = rows->front().cells;
  const bool header =
      lowered(trimmed(first.front())) == "unique_id" || lowered(trimmed(first.front())) == "unique id";
  if (!header && first.size() != kReport.size())
    return unknownAnswer("its first row has " + std::to_string(first.size()) + " cells, not 16");
  const bool bulk = !header && first.front().starts_with('{');
  if (header) {
    if (!std::equal(first.begin(), first.end(), kReport.begin(), kReport.end(),
                    [](const std::string& a, const std::string& b) { return lowered(trimmed(a)) == b; }))
      return unknownAnswer("its header is not that of price paid data");
    rows->erase(rows->begin());
  }
  const Table table = Table::withColumns(std::move(*rows), bulk ? kBulk : kReport);
  for (std::size_t row = 0; row < table.size(); ++row) sale(job, table, row, answer);
  return answer;
}

}  // namespace aurigraph::mapping
