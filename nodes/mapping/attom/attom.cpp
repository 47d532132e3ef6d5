// ATTOM property API (domain §2.2). Keys change their capitals by endpoint, so they are looked up without.
// One property gives a parcel and, as far as it has them, a valuation, a tax bill and sales.

#include "nodes/mapping/property/property_common.h"
#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

using json::Type;
using wire::RecordKind;

class AttomMapping {
 public:
  AttomMapping(const MapJob& job, const JsonCursor& root) : job_(job), root_(root) {}

  Result<MappedAnswer> run() {
    if (!root_.is(Type::kObject)) return unknownAnswer("a list at its top");
    const JsonCursor status = root_.like("status");
    const JsonCursor properties = root_.like("property");
    if (!properties.present()) {
      for (const std::string_view other :
           {"community", "poi", "school", "schools", "area", "transportationnoise", "salestrends"})
        if (root_.like(other).present())
          return notThisCategory("an answer about " + std::string(other) + ", no property");
      if (!status.present()) return unknownAnswer("neither a status nor a property");
      const std::string_view words = status.like("msg").text();
      if (lowered(words) == "successwithoutresult") return std::move(answer_);
      return providerError(words);
    }
    if (!properties.is(Type::kArray)) return unknownAnswer("its property is no list");
    for (std::size_t i = 0; i < properties.size(); ++i) property(properties.at(i), i);
    return std::move(answer_);
  }

 private:
  RecordBuilder begin(RecordKind kind, const JsonCursor& property) {
    RecordBuilder item = job_.item(kind);
    if (!property.is(Type::kObject))
      item.refuse(property.pointer(), "field.wrong_type", "Expected an object.",
                  "Treat the source as faulty.");
    const JsonCursor identifier = property.like("identifier");
    std::string_view country = property.like("address").like("country").text();
    if (country.empty()) country = "US";  // ATTOM covers the United States only
    if (const JsonCursor said = property.like("address").like("country");
        said.present() && !said.is(Type::kString))
      item.unreadable("country", said.pointer(), "field.wrong_type", "Expected a text.");
    setParcel(item, country, identifier.like("fips"), identifier.like("apn"));
    // "Id" is the provider's own number; it finds the same parcel again.
    item.number("source_parcel_id", identifier.like("attomId"), "");
    const JsonCursor vintage = property.like("vintage");
    item.date("published_on", vintage.like("pubDate"));
    item.record().publishedAt = item.timeOf("published_on");
    return item;
  }

  void property(const JsonCursor& property, std::size_t index) {
    const JsonCursor avm = property.like("avm");
    const JsonCursor assessment = property.like("assessment");
    const bool hasSale = property.like("sale").like("amount").like("saleamt").present();
    parcel(property, index);
    if (avm.like("amount").like("value").present()) valuation(property, avm, index);
    const JsonCursor values = property.like("avmHistory");
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values.at(i).like("amount").like("value").present()) valuation(property, values.at(i), index);
    if (assessment.like("tax").like("taxamt").present()) tax(property, assessment, index);
    const JsonCursor assessments = property.like("assessmentHistory");
    for (std::size_t i = 0; i < assessments.size(); ++i)
      if (assessments.at(i).like("tax").like("taxamt").present()) tax(property, assessments.at(i), index);
    if (hasSale) sale(property, property.like("sale"), index);
    const JsonCursor sales = property.like("saleHistory");
    for (std::size_t i = 0; i < sales.size(); ++i)
      if (sales.at(i).like("amount").like("saleamt").present()) sale(property, sales.at(i), index);
  }

  void address(RecordBuilder& item, const JsonCursor& property) {
    const JsonCursor address = property.like("address");
    item.text("address", address.like("oneLine"));
    item.text("address_line1", address.like("line1"));
    item.text("locality", address.like("locality"));
    item.text("address_match", address.like("matchCode"));
    item.text("region", address.like("countrySubd"));
    item.text("postal", address.like("postal1"));
    const JsonCursor location = property.like("location");
    item.numberText("lat", location.like("latitude"), "deg");
    item.numberText("lon", location.like("longitude"), "deg");
  }

  void building(RecordBuilder& item, const JsonCursor& property) {
    const JsonCursor summary = property.like("summary");
    item.text("property_type", summary.like("propertyType").present() ? summary.like("propertyType")
                                                                      : summary.like("proptype"));
    item.number("year_built", summary.like("yearbuilt"), "");
    const JsonCursor lot = property.like("lot");
    setLot(item, lot.like("lotsize1"), lot.like("lotsize2"));
    item.text("zoning",
              lot.like("siteZoningIdent").present() ? lot.like("siteZoningIdent") : lot.like("zoningType"));
    const JsonCursor size = property.like("building").like("size");
    item.measured("living_m2", size.like("livingsize"), "ft2", Measure::kArea);
    const JsonCursor rooms = property.like("building").like("rooms");
    item.number("beds", rooms.like("beds"), "");
    item.number("baths", rooms.like("bathstotal"), "");
  }

  void parcel(const JsonCursor& property, std::size_t index) {
    RecordBuilder item = begin(RecordKind::kPropertyParcel, property);
    address(item, property);
    building(item, property);
    const JsonCursor owner = property.like("assessment").like("owner").present()
                                 ? property.like("assessment").like("owner")
                                 : property.like("owner");
    setOwner(item, owner.like("owner1").like("fullName"));
    item.record().observedAt = item.record().publishedAt;
    std::move(item).finish(answer_, index);
  }

  void valuation(const JsonCursor& property, const JsonCursor& avm, std::size_t index) {
    RecordBuilder item = begin(RecordKind::kPropertyValuation, property);
    address(item, property);
    building(item, property);
    const std::string ccy(job_.declared("ccy"));
    item.set("ccy", ccy, "context");
    item.set("method", std::string("avm"), avm.pointer());
    const JsonCursor amount = avm.like("amount");
    item.number("value", amount.like("value"), ccy);
    item.number("low", amount.like("low"), ccy);
    item.number("high", amount.like("high"), ccy);
    item.number("score", amount.like("scr"), "");
    const JsonCursor fsd = avm.like("AVMModel").like("FSDscore").present()
                               ? avm.like("AVMModel").like("FSDscore")
                               : amount.like("fsd");
    item.number("fsd", fsd, "");
    item.date("as_of", avm.like("eventDate"));
    item.record().observedAt = item.timeOf("as_of");
    std::move(item).finish(answer_, index);
  }

  void tax(const JsonCursor& property, const JsonCursor& assessment, std::size_t index) {
    RecordBuilder item = begin(RecordKind::kPropertyTax, property);
    const std::string ccy(job_.declared("ccy"));
    item.set("ccy", ccy, "context");
    const JsonCursor tax = assessment.like("tax");
    item.number("tax_year", tax.like("taxyear"), "");
    item.number("tax_amount", tax.like("taxamt"), ccy);
    const JsonCursor assessed = assessment.like("assessed");
    item.number("assessed_land", assessed.like("assdlandvalue"), ccy);
    item.number("assessed_improvement", assessed.like("assdimprvalue"), ccy);
    item.number("assessed_total", assessed.like("assdttlvalue"), ccy);
    const JsonCursor market = assessment.like("market");
    item.number("market_total", market.like("mktttlvalue"), ccy);
    const JsonCursor lot = property.like("lot");
    setLot(item, lot.like("lotsize1"), lot.like("lotsize2"));
    item.record().observedAt = item.record().publishedAt;
    std::move(item).finish(answer_, index);
  }

  void sale(const JsonCursor& property, const JsonCursor& sale, std::size_t index) {
    RecordBuilder item = begin(RecordKind::kPropertySale, property);
    const std::string ccy(job_.declared("ccy"));
    item.set("ccy", ccy, "context");
    item.text("address", property.like("address").like("oneLine"));
    item.text("property_type", property.like("summary").like("propertyType"));
    const JsonCursor amount = sale.like("amount");
    item.number("price", amount.like("saleamt"), ccy);
    const JsonCursor day =
        sale.like("saleTransDate").present() ? sale.like("saleTransDate") : sale.like("saleSearchDate");
    item.date("date", day);
    item.date("recorded_on", amount.like("salerecdate"));
    item.text("document_id", amount.like("saledocnum"));
    item.text("transaction_type", amount.like("saletranstype"));
    item.measured("living_m2", property.like("building").like("size").like("livingsize"), "ft2",
                  Measure::kArea);
    item.demand("document_id");
    std::string id = item.textOf("document_id");
    if (id.empty()) id = std::string(day.text());
    if (!item.record().assetKey.empty()) item.record().assetKey += ":" + id;
    item.record().observedAt =
        item.record().publishedAt ? item.record().publishedAt : item.record().retrievedAt;
    std::move(item).finish(answer_, index);
  }

  const MapJob& job_;
  const JsonCursor& root_;
  MappedAnswer answer_;
};

}  // namespace

Result<MappedAnswer> mapAttom(const MapJob& job, ByteView raw) {
  const auto document = json::Document::parse(raw);
  if (!document) return propagate(document);
  return AttomMapping(job, JsonCursor(&document->root(), "")).run();
}

}  // namespace aurigraph::mapping
