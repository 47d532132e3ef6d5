// A county recorder's statements about parcels; the shape is ours (docs/providers.md, "county-title").
// One parcel gives a title statement and, as far as it has them, a valuation, a tax bill and sales.

#include <algorithm>
#include <array>

#include "nodes/mapping/property/property_common.h"
#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

using json::Type;
using wire::RecordKind;

class CountyTitleMapping {
 public:
  CountyTitleMapping(const MapJob& job, const JsonCursor& root) : job_(job), root_(root) {}

  Result<MappedAnswer> run() {
    if (!root_.is(Type::kObject)) return unknownAnswer("a list at its top");
    if (root_.has("error")) return providerError(root_.at("error").text());
    const JsonCursor parcels = root_.at("parcels");
    if (!parcels.is(Type::kArray) || !root_.at("county").is(Type::kObject))
      return unknownAnswer("it has no county or no parcels");
    for (std::size_t i = 0; i < parcels.size(); ++i) parcel(parcels.at(i), i);
    return std::move(answer_);
  }

 private:
  RecordBuilder begin(RecordKind kind, const JsonCursor& parcel) {
    RecordBuilder item = job_.item(kind);
    if (!parcel.is(Type::kObject))
      item.refuse(parcel.pointer(), "field.wrong_type", "Expected an object.", "Treat the source as faulty.");
    setParcel(item, job_.declared("country"), root_.at("county").at("fips"), parcel.at("apn"));
    item.date("statement_date", root_.at("statement_date"));
    item.record().publishedAt = item.timeOf("statement_date");
    return item;
  }

  std::string currencyOf(RecordBuilder& item, const JsonCursor& node) {
    item.context("ccy");
    if (node.at("currency").present()) item.text("ccy", node.at("currency"));
    return item.textOf("ccy");
  }

  void parcel(const JsonCursor& parcel, std::size_t index) {
    if (!parcel.is(Type::kObject)) {
      std::move(begin(RecordKind::kPropertyTitle, parcel)).finish(answer_, index);
      return;
    }
    if (parcel.at("address").present()) ground(parcel, index);
    if (parcel.at("title").present()) title(parcel, parcel.at("title"), index);
    if (parcel.at("valuation").present()) valuation(parcel, parcel.at("valuation"), index);
    if (parcel.at("tax").present()) tax(parcel, parcel.at("tax"), index);
    const JsonCursor sales = parcel.at("sales");
    for (std::size_t i = 0; i < sales.size(); ++i) sale(parcel, sales.at(i), index);
  }

  void describeAddress(RecordBuilder& item, const JsonCursor& parcel) {
    const JsonCursor address = parcel.at("address");
    item.text("address_line1", address.at("line1"));
    item.text("locality", address.at("locality"));
    item.text("region", address.at("region"));
    item.text("postal", address.at("postal"));
    if (!item.textOf("address_line1").empty())
      item.set("address",
               item.textOf("address_line1") + ", " + item.textOf("locality") + ", " + item.textOf("region") +
                   " " + item.textOf("postal"),
               address.pointer());
  }

  void describe(RecordBuilder& item, const JsonCursor& parcel) {
    describeAddress(item, parcel);
    item.text("address_match", parcel.at("address").at("match"));
    item.text("environmental", parcel.at("environmental"));
    item.numberText("lat", parcel.at("latitude"), "deg");
    item.numberText("lon", parcel.at("longitude"), "deg");
    item.text("property_type", parcel.at("property_type"));
    item.number("year_built", parcel.at("year_built"), "");
    setLot(item, parcel.at("lot_acres"), parcel.at("lot_ft2"));
    item.measured("living_m2", parcel.at("living_ft2"), "ft2", Measure::kArea);
    item.number("beds", parcel.at("beds"), "");
    item.number("baths", parcel.at("baths"), "");
    item.text("zoning", parcel.at("zoning"));
    item.text("flood_zone", parcel.at("flood_zone"));
  }

  void ground(const JsonCursor& parcel, std::size_t index) {
    RecordBuilder item = begin(RecordKind::kPropertyParcel, parcel);
    describe(item, parcel);
    item.demand("address_line1");  // the address, which a parcel requires, begins with it
    item.record().observedAt = item.record().publishedAt;
    std::move(item).finish(answer_, index);
  }

  void title(const JsonCursor& parcel, const JsonCursor& title, std::size_t index) {
    RecordBuilder item = begin(RecordKind::kPropertyTitle, parcel);
    setOwner(item, title.at("owner_name"));
    describeAddress(item, parcel);
    item.text("county", root_.at("county").at("name"));
    item.text("legal_description", title.at("legal_description"));
    item.text("book_page", title.at("book_page"));
    item.text("vesting", title.at("vesting"));
    item.text("deed_doc_no", title.at("document_number"));
    item.date("recorded_on", title.at("recorded_on"));
    item.text("status", title.at("status"));
    static constexpr std::array<std::string_view, 4> kStates = {"clear", "encumbered", "disputed",
                                                                "foreclosed"};
    const std::string status = item.textOf("status");
    if (!status.empty() && std::find(kStates.begin(), kStates.end(), status) == kStates.end())
      item.doubt("status", wire::ParseQuality::kFailed);
    liens(item, title.at("liens"));
    item.record().observedAt = item.record().publishedAt;
    std::move(item).finish(answer_, index);
  }

  /// How many and how much together; an empty list is a statement, too.
  void liens(RecordBuilder& item, const JsonCursor& liens) {
    if (!liens.present()) return;
    item.context("ccy");
    if (!liens.is(Type::kArray)) {
      for (const std::string_view name : {"liens_count", "liens_amount"})
        item.unreadable(name, liens.pointer(), "field.wrong_type", "The liens must be a list.");
      return;
    }
    item.set("liens_count", wire::Quantity{Decimal::of(static_cast<std::int64_t>(liens.size())), ""},
             liens.pointer());
    Decimal sum;
    for (std::size_t i = 0; i < liens.size(); ++i) {
      const JsonCursor amount = liens.at(i).at("amount");
      const auto number = numberOf(amount);
      const auto total = number ? add(sum, *number) : number;
      if (!total) return item.unreadable("liens_amount", amount.pointer(), total.error());
      sum = *total;
    }
    item.set("liens_amount", wire::Quantity{sum, item.textOf("ccy")}, liens.pointer());
  }

  static Result<Decimal> numberOf(const JsonCursor& node) {
    if (!node.is(Type::kNumber))
      return fail("field.wrong_type", "Expected a number.", "Treat the source as faulty.");
    const auto number = readNumber(node.value()->text);
    return number ? Result<Decimal>(number->value) : Result<Decimal>(propagate(number));
  }

  void valuation(const JsonCursor& parcel, const JsonCursor& valuation, std::size_t index) {
    RecordBuilder item = begin(RecordKind::kPropertyValuation, parcel);
    describe(item, parcel);
    const std::string ccy = currencyOf(item, valuation);
    item.text("method", valuation.at("method"));
    item.number("value", valuation.at("value"), ccy);
    item.number("low", valuation.at("low"), ccy);
    item.number("high", valuation.at("high"), ccy);
    item.number("score", valuation.at("score"), "");
    item.number("fsd", valuation.at("fsd"), "");
    item.date("as_of", valuation.at("as_of"));
    item.record().observedAt = item.timeOf("as_of");
    comparables(item, parcel.at("comparables"), ccy);
    std::move(item).finish(answer_, index);
  }

  /// The median price per m² of the comparable sales: a fact for P-C4, from this same answer. One comparable
  /// that cannot be read leaves none: a median of the others would be another one.
  void comparables(RecordBuilder& item, const JsonCursor& list, const std::string& ccy) {
    if (!list.present()) return;
    if (!list.is(Type::kArray))
      return item.unreadable("comps_count", list.pointer(), "field.wrong_type",
                             "The comparables must be a list.");
    std::vector<Decimal> prices;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const JsonCursor living = list.at(i).at("living_ft2");
      const JsonCursor price = list.at(i).at("price");
      if (!living.present() || !price.present()) continue;
      const auto feet = numberOf(living);
      const auto area = feet ? toCanonical(*feet, "ft2", Measure::kArea) : feet;
      if (!area) return item.unreadable("comps_count", living.pointer(), area.error());
      const auto paid = numberOf(price);
      if (!paid) return item.unreadable("comps_count", price.pointer(), paid.error());
      if (area->mantissa <= 0) continue;
      if (const auto each = divide(*paid, *area, 2)) prices.push_back(*each);
    }
    if (!item.ok() || prices.empty()) return;
    std::sort(prices.begin(), prices.end(),
              [](const Decimal& a, const Decimal& b) { return compare(a, b) < 0; });
    item.set("comps_count", wire::Quantity{Decimal::of(static_cast<std::int64_t>(prices.size())), ""},
             list.pointer());
    item.fact("comps_median_per_m2", wire::Quantity{prices[prices.size() / 2], ccy + "/m2"});
  }

  void tax(const JsonCursor& parcel, const JsonCursor& tax, std::size_t index) {
    RecordBuilder item = begin(RecordKind::kPropertyTax, parcel);
    const std::string ccy = currencyOf(item, tax);
    item.number("tax_year", tax.at("year"), "");
    item.number("tax_amount", tax.at("amount"), ccy);
    item.number("assessed_land", tax.at("assessed_land"), ccy);
    item.number("assessed_improvement", tax.at("assessed_improvement"), ccy);
    item.number("assessed_total", tax.at("assessed_total"), ccy);
    setLot(item, parcel.at("lot_acres"), parcel.at("lot_ft2"));
    item.record().observedAt = item.record().publishedAt;
    std::move(item).finish(answer_, index);
  }

  void sale(const JsonCursor& parcel, const JsonCursor& sale, std::size_t index) {
    RecordBuilder item = begin(RecordKind::kPropertySale, parcel);
    const std::string ccy = currencyOf(item, sale);
    item.number("price", sale.at("price"), ccy);
    item.date("date", sale.at("sold_on"));
    item.text("document_id", sale.at("document_number"));
    item.measured("living_m2", parcel.at("living_ft2"), "ft2", Measure::kArea);
    item.demand("document_id");
    if (!item.record().assetKey.empty()) item.record().assetKey += ":" + item.textOf("document_id");
    item.record().observedAt =
        item.record().publishedAt ? item.record().publishedAt : item.record().retrievedAt;
    std::move(item).finish(answer_, index);
  }

  const MapJob& job_;
  const JsonCursor& root_;
  MappedAnswer answer_;
};

}  // namespace

Result<MappedAnswer> mapCountyTitle(const MapJob& job, ByteView raw) {
  const auto document = json::Document::parse(raw);
  if (!document) return propagate(document);
  return CountyTitleMapping(job, JsonCursor(&document->root(), "")).run();
}

}  // namespace aurigraph::mapping
