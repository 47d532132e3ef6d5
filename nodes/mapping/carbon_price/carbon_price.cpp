// A public page of carbon prices; the shape is ours (docs/providers.md, "carbon-price"). One quote, one
// record.

#include <algorithm>
#include <array>

#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

using json::Type;

void quote(const MapJob& job, const JsonCursor& root, const JsonCursor& node, std::size_t index,
           MappedAnswer& answer) {
  RecordBuilder item = job.item(wire::RecordKind::kCarbonPrice);
  if (!node.is(Type::kObject))
    item.refuse(node.pointer(), "field.wrong_type", "Expected an object.", "Treat the source as faulty.");
  item.text("venue", node.at("venue").present() ? node.at("venue") : root.at("venue"));
  item.text("project_class", node.at("project_class"));
  item.text("registry", node.at("registry"));
  item.text("project_id", node.at("project_id"));
  item.number("vintage", cellOf(node.at("vintage")), "");
  item.text("country", node.at("country"));
  item.text("methodology", node.at("methodology"));
  item.text("ccy", node.at("currency"));
  item.text("unit", node.at("unit"));
  // One credit is one tonne, whichever of its names the page uses; another unit stays as it is: CP-3 judges
  // it.
  static constexpr std::array<std::string_view, 4> kPerTonne = {"t", "tCO2e", "tonne", "per_tonne"};
  if (std::find(kPerTonne.begin(), kPerTonne.end(), item.textOf("unit")) != kPerTonne.end())
    item.set("unit", std::string("t"), node.at("unit").pointer());
  // "USD/t"; without a unit the price is just money.
  const std::string per = item.textOf("ccy") + (item.textOf("unit").empty() ? "" : "/" + item.textOf("unit"));
  item.number("price", cellOf(node.at("price")), per);
  item.number("bid", cellOf(node.at("bid")), per);
  item.number("ask", cellOf(node.at("ask")), per);
  item.number("volume", cellOf(node.at("volume")), "t");
  item.number("day_low", cellOf(node.at("day_low")), per);
  item.number("day_high", cellOf(node.at("day_high")), per);
  item.number("open_interest", cellOf(node.at("open_interest")), "t");
  item.number("trade_count", cellOf(node.at("trade_count")), "");
  item.text("basis", node.at("basis"));
  item.time("time", node.at("time"));
  item.record().observedAt = item.timeOf("time");
  const std::string key =
      item.textOf("project_class") + ":" + item.textOf("venue") + ":" + item.textOf("ccy");
  if (!item.textOf("project_class").empty() && !item.textOf("venue").empty()) item.record().assetKey = key;
  std::move(item).finish(answer, index);
}

}  // namespace

Result<MappedAnswer> mapCarbonPrice(const MapJob& job, ByteView raw) {
  const auto document = json::Document::parse(raw);
  if (!document) return propagate(document);
  const JsonCursor root(&document->root(), "");
  const JsonCursor quotes = root.at("quotes");
  if (root.at("error").is(Type::kString)) return providerError(root.at("error").text());
  if (!quotes.is(Type::kArray)) return unknownAnswer("it has no list of quotes");
  MappedAnswer answer;
  for (std::size_t i = 0; i < quotes.size(); ++i) quote(job, root, quotes.at(i), i, answer);
  return answer;
}

}  // namespace aurigraph::mapping
