// US National Weather Service (domain §2.5): observations of stations, forecasts by period, raw grids by
// interval. Quantities are {value, unitCode, qualityControl}; codes carry a prefix or not ("wmoUnit:degC",
// "qc:V").

#include <algorithm>
#include <array>

#include "core/base/time_text.h"
#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

using json::Type;
using wire::RecordKind;

struct Variable {
  std::string_view source;
  std::string_view name;
  Measure measure;
};

constexpr std::array kObserved = {
    Variable{"temperature", "temp_c", Measure::kTemperature},
    Variable{"dewpoint", "dewpoint_c", Measure::kTemperature},
    Variable{"relativeHumidity", "rh_pct", Measure::kShare},
    Variable{"windSpeed", "wind_ms", Measure::kSpeed},
    Variable{"windGust", "gust_ms", Measure::kSpeed},
    Variable{"windDirection", "wind_dir_deg", Measure::kAngle},
    Variable{"seaLevelPressure", "pressure_pa", Measure::kPressure},
    Variable{"barometricPressure", "station_pressure_pa", Measure::kPressure},
    Variable{"visibility", "visibility_m", Measure::kLength},
    Variable{"precipitationLastHour", "precip_mm", Measure::kPrecipitation},
};

constexpr std::array kGrid = {
    Variable{"temperature", "temp_c", Measure::kTemperature},
    Variable{"dewpoint", "dewpoint_c", Measure::kTemperature},
    Variable{"relativeHumidity", "rh_pct", Measure::kShare},
    Variable{"windSpeed", "wind_ms", Measure::kSpeed},
    Variable{"windGust", "gust_ms", Measure::kSpeed},
    Variable{"windDirection", "wind_dir_deg", Measure::kAngle},
    Variable{"quantitativePrecipitation", "precip_mm", Measure::kPrecipitation},
};

constexpr std::array<std::string_view, 16> kCompass = {"N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE",
                                                       "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"};

// A week and a day in hours, with room; bounds the search for overlapping intervals.
constexpr std::size_t kMaxGridSteps = 1'000;

std::string_view afterLast(std::string_view text, char separator) {
  const auto at = text.rfind(separator);
  return at == std::string_view::npos ? text : text.substr(at + 1);
}

class NwsMapping {
 public:
  explicit NwsMapping(const MapJob& job) : job_(job) {}

  Result<MappedAnswer> run(const JsonCursor& root) {
    if (!root.is(Type::kObject)) return unknownAnswer("a list at its top");
    if (root.has("status") && root.has("title") && !root.has("properties"))
      return providerError(root.at("detail").present() ? root.at("detail").text() : root.at("title").text());
    const JsonCursor features = root.at("features");
    if (features.is(Type::kArray)) {
      for (std::size_t i = 0; i < features.size(); ++i)
        if (const auto done = feature(features.at(i)); !done) return tl::unexpected(done.error());
      return std::move(answer_);
    }
    // With "Accept: application/ld+json" the properties stand at the top.
    if (const auto done = feature(root); !done) return tl::unexpected(done.error());
    return std::move(answer_);
  }

 private:
  Status feature(const JsonCursor& feature) {
    const JsonCursor properties = feature.at("properties").present() ? feature.at("properties") : feature;
    if (!properties.is(Type::kObject)) return unknownAnswer("a feature without properties");
    const std::string_view type = properties.at("@type").text();
    if (type == "wx:Alert" || properties.has("areaDesc")) return notThisCategory("weather alerts");
    if (properties.has("stationIdentifier")) return notThisCategory("a list of stations");
    if (type == "wx:Point" || properties.has("forecastGridData") || properties.has("relativeLocation"))
      return notThisCategory("the description of a point (its grid, office and zones)");
    if (properties.at("periods").is(Type::kArray)) return periods(feature, properties);
    if (type == "wx:Gridpoint" || properties.at("temperature").at("values").is(Type::kArray))
      return grid(feature, properties);
    if (properties.has("timestamp")) return observation(feature, properties);
    if (type == "wx:Zone" || properties.has("observationStations"))
      return notThisCategory("the description of a zone");
    return unknownAnswer("neither an observation nor a forecast");
  }

  /// unitCode decides; a null value stays null whatever its quality code says.
  void quantity(RecordBuilder& item, const JsonCursor& node, const Variable& variable) {
    if (node.absent()) return;
    if (!node.is(Type::kObject)) {
      if (node.present())
        item.unreadable(variable.name, node.pointer(), "field.wrong_type",
                        "Expected a quantity {value, unitCode}.");
      return;
    }
    if (!node.has("value"))
      return item.unreadable(variable.name, node.pointer(), "field.missing", "The quantity has no value.");
    const JsonCursor value = node.at("value");
    const JsonCursor unit = node.at("unitCode").present() ? node.at("unitCode") : node.at("uom");
    if (value.present() && !unit.is(Type::kString))
      return item.unreadable(variable.name, unit.pointer(), "field.missing", "The quantity names no unit.");
    item.measured(variable.name, value, unit.text(), variable.measure);
    if (item.quantity(variable.name)) item.set("units_match", true, unit.pointer());
    const JsonCursor quality = node.at("qualityControl");
    const std::string grade = std::string(variable.name) + ".qc";
    if (const auto code = afterLast(quality.text(), ':'); !code.empty()) {
      item.set(grade, std::string(code), quality.pointer());
    } else if (quality.present() && !quality.is(Type::kString)) {
      // The source says something about its value, and we cannot tell that it is good.
      item.unreadable(grade, quality.pointer(), "field.wrong_type", "Expected a text.");
      if (item.quantity(variable.name)) item.doubt(variable.name, wire::ParseQuality::kNormalized);
    }
  }

  Status observation(const JsonCursor& feature, const JsonCursor& properties) {
    RecordBuilder item = job_.item(RecordKind::kWeatherObservation);
    const std::string station(afterLast(properties.at("station").text(), '/'));
    if (station.empty())
      item.refuse(properties.at("station").pointer(), "field.missing", "The station is missing.",
                  "Treat the source as faulty.");
    item.set("place", station, properties.at("station").pointer());
    item.record().assetKey = "station:" + station;
    if (!properties.at("timestamp").present())
      item.refuse(properties.at("timestamp").pointer(), "field.missing", "The time is missing.",
                  "Treat the source as faulty.");
    item.time("time", properties.at("timestamp"));
    item.record().observedAt = item.timeOf("time");
    // GeoJSON: longitude first.
    const JsonCursor point = feature.at("geometry").at("coordinates");
    if (feature.at("geometry").at("type").text() == "Point") {
      item.number("lon", point.at(0), "deg");
      item.number("lat", point.at(1), "deg");
    }
    quantity(item, properties.at("elevation"), {"elevation", "elev_m", Measure::kLength});
    if (const auto words = properties.at("textDescription"); words.says()) item.text("condition", words);
    for (const Variable& variable : kObserved) quantity(item, properties.at(variable.source), variable);
    // The rain is that of the last hour, also when it is null.
    if (!properties.at("precipitationLastHour").absent())
      item.set("interval_s", wire::Quantity{Decimal::of(3'600), "s"}, "context");
    std::move(item).finish(answer_, index_++);
    return {};
  }

  /// What both forecasts share: where, by whom, issued when.
  void beginForecast(RecordBuilder& item, const JsonCursor& feature, const JsonCursor& properties) {
    item.set("model", std::string("nws"), "context");
    item.time("issued_at",
              properties.at("updateTime").present() ? properties.at("updateTime") : properties.at("updated"));
    item.demand("issued_at");
    item.record().publishedAt = item.timeOf("issued_at");
    item.record().observedAt =
        item.timeOf("issued_at") ? item.timeOf("issued_at") : item.record().retrievedAt;
    quantity(item, properties.at("elevation"), {"elevation", "elev_m", Measure::kLength});
    centre(item, feature.at("geometry"));
    const JsonCursor gridId = properties.at("gridId");
    if (gridId.present() && !gridId.is(Type::kString))
      item.unreadable("place", gridId.pointer(), "field.wrong_type", "Expected a text.");
    for (const JsonCursor& part : {properties.at("gridX"), properties.at("gridY")})
      if (part.present() && scalar(part).empty())
        item.unreadable("place", part.pointer(), "field.wrong_type", "Expected a text or a number.");
    std::string place;
    if (gridId.is(Type::kString))
      place = std::string(gridId.text()) + "/" + std::string(scalar(properties.at("gridX"))) + "," +
              std::string(scalar(properties.at("gridY")));
    else if (item.quantity("lat") && item.quantity("lon"))
      place = item.quantity("lat")->toText() + "," + item.quantity("lon")->toText();
    if (place.empty()) {
      item.demand("lat");
      item.demand("lon");
      return;
    }
    item.set("place", place, gridId.present() ? gridId.pointer() : feature.at("geometry").pointer());
    item.record().assetKey = "grid:" + place + ":nws";
    if (const auto issued = item.timeOf("issued_at")) item.record().assetKey += ":" + timeText(*issued);
  }

  /// 2019 wrote "74", later answers 74.
  static std::string_view scalar(const JsonCursor& node) {
    return node.is(Type::kString) || node.is(Type::kNumber) ? node.value()->text : std::string_view{};
  }

  /// The point of the geometry, or the middle of its polygon's extent.
  void centre(RecordBuilder& item, const JsonCursor& geometry) {
    const JsonCursor parts = geometry.at("geometries");
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (parts.at(i).at("type").text() == "Point") return point(item, parts.at(i).at("coordinates"));
    if (geometry.at("type").text() == "Point") return point(item, geometry.at("coordinates"));
    const JsonCursor polygon = parts.size() > 0 ? parts.at(0) : geometry;
    if (polygon.at("type").text() != "Polygon") return;
    const JsonCursor ring = polygon.at("coordinates").at(0);
    extent(item, "lon", ring, 0);
    extent(item, "lat", ring, 1);
  }

  static void point(RecordBuilder& item, const JsonCursor& coordinates) {
    item.number("lon", coordinates.at(0), "deg");
    item.number("lat", coordinates.at(1), "deg");
  }

  static void extent(RecordBuilder& item, std::string_view name, const JsonCursor& ring, std::size_t axis) {
    std::optional<Decimal> least;
    std::optional<Decimal> most;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const JsonCursor node = ring.at(i).at(axis);
      const auto number = node.is(Type::kNumber)
                              ? readNumber(node.value()->text)
                              : Result<ReadNumber>(fail("field.wrong_type", "A coordinate is no number.",
                                                        "Treat the source as faulty."));
      if (!number) return item.unreadable(name, node.pointer(), number.error());
      if (!least || compare(number->value, *least) < 0) least = number->value;
      if (!most || compare(number->value, *most) > 0) most = number->value;
    }
    if (!least) return;
    const auto sum = add(*least, *most);
    const auto middle = sum ? divide(*sum, Decimal::of(2), 7) : sum;
    if (middle) item.set(name, wire::Quantity{*middle, "deg"}, ring.pointer());
  }

  Status periods(const JsonCursor& feature, const JsonCursor& properties) {
    const JsonCursor list = properties.at("periods");
    for (std::size_t i = 0; i < list.size(); ++i) {
      const JsonCursor period = list.at(i);
      RecordBuilder item = job_.item(RecordKind::kWeatherForecast);
      if (!period.is(Type::kObject))
        item.refuse(period.pointer(), "field.wrong_type", "Expected an object.",
                    "Treat the source as faulty.");
      beginForecast(item, feature, properties);
      item.time("time", period.at("startTime"));
      item.time("time_end", period.at("endTime"));
      const auto from = item.timeOf("time");
      const auto to = item.timeOf("time_end");
      if (item.ok() && !from)
        item.refuse(period.at("startTime").pointer(), "field.missing", "The period has no beginning.",
                    "Treat the source as faulty.");
      if (from && to && *to > *from)
        item.set("interval_s", wire::Quantity{Decimal::of((to->value - from->value) / kNanosPerSecond), "s"},
                 period.at("endTime").pointer());
      const JsonCursor temperature = period.at("temperature");
      if (temperature.is(Type::kObject))
        quantity(item, temperature, kObserved[0]);
      else
        item.measured("temp_c", temperature, period.at("temperatureUnit").text(), Measure::kTemperature);
      quantity(item, period.at("dewpoint"), kObserved[1]);
      quantity(item, period.at("relativeHumidity"), kObserved[2]);
      quantity(item, period.at("probabilityOfPrecipitation"),
               {"probabilityOfPrecipitation", "precip_prob_pct", Measure::kShare});
      if (const auto words = period.at("shortForecast"); words.says()) item.text("condition", words);
      if (item.quantity("temp_c")) item.set("units_match", true, period.at("temperatureUnit").pointer());
      wind(item, period);
      std::move(item).finish(answer_, index_++);
    }
    return {};
  }

  /// "10 mph", "0 to 10 mph": the upper figure is the wind, the lower one is kept beside it.
  void wind(RecordBuilder& item, const JsonCursor& period) {
    const JsonCursor speed = period.at("windSpeed");
    if (speed.is(Type::kObject)) {
      quantity(item, speed, kObserved[3]);
    } else if (speed.is(Type::kString) && !speed.text().empty()) {
      const auto text = speed.text();
      const auto space = text.rfind(' ');
      const auto to = text.find(" to ");
      const auto unit = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
      const auto low = to == std::string_view::npos ? text.substr(0, space) : text.substr(0, to);
      const auto high = to == std::string_view::npos ? low : text.substr(to + 4, space - to - 4);
      windBound(item, "wind_min_ms", speed, low, unit);
      windBound(item, "wind_ms", speed, high, unit);
    } else if (speed.present() && !speed.is(Type::kString)) {
      item.unreadable("wind_ms", speed.pointer(), "field.wrong_type",
                      "The wind must be a text or a quantity.");
    }
    const JsonCursor direction = period.at("windDirection");
    const auto found = std::find(kCompass.begin(), kCompass.end(), direction.text());
    if (found != kCompass.end())
      item.set("wind_dir_deg", wire::Quantity{Decimal::of((found - kCompass.begin()) * 225, 1), "deg"},
               direction.pointer());
    else if (direction.says())
      item.unreadable("wind_dir_deg", direction.pointer(), "field.unknown_value",
                      "\"" + std::string(direction.text().substr(0, 32)) + "\" is no point of the compass.");
  }

  static void windBound(RecordBuilder& item, std::string_view name, const JsonCursor& node,
                        std::string_view digits, std::string_view unit) {
    const auto number = Decimal::parse(digits);
    const auto speed = number ? toCanonical(*number, unit, Measure::kSpeed) : number;
    if (!speed) return item.unreadable(name, node.pointer(), speed.error());
    item.set(name, wire::Quantity{*speed, "m/s"}, node.pointer());
  }

  /// One series of a raw grid, read once.
  struct Series {
    const Variable* variable;
    JsonCursor node;
    std::vector<std::pair<Interval, std::size_t>> intervals;
  };

  /// One record per interval of the temperature; other values from the interval that covers its beginning.
  /// Rain is a sum over its own interval and taken only where that is the same one.
  Status grid(const JsonCursor& feature, const JsonCursor& properties) {
    std::vector<Series> all;
    for (const Variable& variable : kGrid) {
      Series series{&variable, properties.at(variable.source), {}};
      const JsonCursor values = series.node.at("values");
      if (values.size() > kMaxGridSteps)
        return unknownAnswer("a series of " + std::to_string(values.size()) + " intervals");
      for (std::size_t i = 0; i < values.size(); ++i)
        if (const auto interval = parseInterval(values.at(i).at("validTime").text()))
          series.intervals.emplace_back(*interval, i);
      all.push_back(std::move(series));
    }
    const JsonCursor steps = properties.at("temperature").at("values");
    for (std::size_t i = 0; i < steps.size(); ++i) {
      RecordBuilder item = job_.item(RecordKind::kWeatherForecast);
      beginForecast(item, feature, properties);
      const JsonCursor when = steps.at(i).at("validTime");
      const auto interval = parseInterval(when.text());
      if (interval) {
        item.set("time", interval->from, when.pointer());
        item.set("interval_s", wire::Quantity{Decimal::of(interval->seconds), "s"}, when.pointer());
        for (const Series& series : all) gridValue(item, series, *interval);
        if (item.quantity("temp_c"))
          item.set("units_match", true, properties.at("temperature").at("uom").pointer());
      } else {
        item.refuse(when.pointer(), interval.error());
      }
      std::move(item).finish(answer_, index_++);
    }
    return {};
  }

  static void gridValue(RecordBuilder& item, const Series& series, const Interval& wanted) {
    if (const JsonCursor values = series.node.at("values"); values.present() && !values.is(Type::kArray))
      return item.unreadable(series.variable->name, values.pointer(), "field.wrong_type",
                             "Expected a list, one value per interval.");
    for (const auto& [interval, index] : series.intervals) {
      const std::int64_t end = interval.from.value + interval.seconds * kNanosPerSecond;
      const bool same = interval.from == wanted.from && interval.seconds == wanted.seconds;
      const bool covers = interval.from <= wanted.from && wanted.from.value < end;
      const Variable& variable = *series.variable;
      if (variable.measure == Measure::kPrecipitation ? !same : !covers) continue;
      const JsonCursor unit = series.node.at("uom");
      if (!unit.is(Type::kString))
        return item.unreadable(variable.name, unit.pointer(), "field.missing", "The series names no unit.");
      return item.measured(variable.name, series.node.at("values").at(index).at("value"), unit.text(),
                           variable.measure);
    }
  }

  const MapJob& job_;
  MappedAnswer answer_;
  std::size_t index_ = 0;
};

}  // namespace

Result<MappedAnswer> mapNws(const MapJob& job, ByteView raw) {
  const auto document = json::Document::parse(raw);
  if (!document) return propagate(document);
  return NwsMapping(job).run(JsonCursor(&document->root(), ""));
}

}  // namespace aurigraph::mapping
