// Open-Meteo weather and air quality (domain §2.5). Columns side by side: hourly.time[i] with hourly.X[i];
// units in a parallel object; times local, offset in utc_offset_seconds. Several places come as a list;
// several models put their name behind every series.

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "core/base/time_text.h"
#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

using json::Type;
using wire::RecordKind;

struct Variable {
  std::string_view source;
  std::string_view name;  ///< Canonical.
  Measure measure;
  std::string_view usualUnit;  ///< Where the answer names none: then the value counts as normalized.
  bool air = false;            ///< Only the air-quality API has it.
};

constexpr std::array kSteps = {
    Variable{"temperature_2m", "temp_c", Measure::kTemperature, "°C"},
    Variable{"relative_humidity_2m", "rh_pct", Measure::kShare, "%"},
    Variable{"relativehumidity_2m", "rh_pct", Measure::kShare, "%"},
    Variable{"dew_point_2m", "dewpoint_c", Measure::kTemperature, "°C"},
    Variable{"dewpoint_2m", "dewpoint_c", Measure::kTemperature, "°C"},
    Variable{"precipitation", "precip_mm", Measure::kPrecipitation, "mm"},
    Variable{"wind_speed_10m", "wind_ms", Measure::kSpeed, "km/h"},
    Variable{"windspeed_10m", "wind_ms", Measure::kSpeed, "km/h"},
    Variable{"wind_gusts_10m", "gust_ms", Measure::kSpeed, "km/h"},
    Variable{"windgusts_10m", "gust_ms", Measure::kSpeed, "km/h"},
    Variable{"wind_direction_10m", "wind_dir_deg", Measure::kAngle, "°"},
    Variable{"winddirection_10m", "wind_dir_deg", Measure::kAngle, "°"},
    Variable{"pressure_msl", "pressure_pa", Measure::kPressure, "hPa"},
    Variable{"surface_pressure", "surface_pressure_pa", Measure::kPressure, "hPa"},
    Variable{"visibility", "visibility_m", Measure::kLength, "m"},
    Variable{"cloud_cover", "cloud_pct", Measure::kShare, "%"},
    Variable{"weather_code", "weather_code", Measure::kIndex, ""},
    Variable{"weathercode", "weather_code", Measure::kIndex, ""},
    Variable{"uv_index", "uv_index", Measure::kIndex, ""},
    Variable{"pm10", "pm10", Measure::kConcentration, "μg/m³", true},
    Variable{"pm2_5", "pm2_5", Measure::kConcentration, "μg/m³", true},
    Variable{"carbon_monoxide", "co", Measure::kConcentration, "μg/m³", true},
    Variable{"nitrogen_dioxide", "no2", Measure::kConcentration, "μg/m³", true},
    Variable{"sulphur_dioxide", "so2", Measure::kConcentration, "μg/m³", true},
    Variable{"ozone", "o3", Measure::kConcentration, "μg/m³", true},
    Variable{"european_aqi", "european_aqi", Measure::kIndex, "", true},
    Variable{"us_aqi", "us_aqi", Measure::kIndex, "", true},
};

constexpr std::array kDays = {
    Variable{"temperature_2m_mean", "temp_c", Measure::kTemperature, "°C"},
    Variable{"temperature_2m_max", "temp_max_c", Measure::kTemperature, "°C"},
    Variable{"temperature_2m_min", "temp_min_c", Measure::kTemperature, "°C"},
    Variable{"precipitation_sum", "precip_mm", Measure::kPrecipitation, "mm"},
    Variable{"wind_speed_10m_max", "wind_ms", Measure::kSpeed, "km/h"},
    Variable{"windspeed_10m_max", "wind_ms", Measure::kSpeed, "km/h"},
    Variable{"wind_gusts_10m_max", "gust_ms", Measure::kSpeed, "km/h"},
    Variable{"windgusts_10m_max", "gust_ms", Measure::kSpeed, "km/h"},
    Variable{"wind_direction_10m_dominant", "wind_dir_deg", Measure::kAngle, "°"},
    Variable{"weather_code", "weather_code", Measure::kIndex, ""},
    Variable{"weathercode", "weather_code", Measure::kIndex, ""},
};

// The elder "current_weather" block has names of its own.
constexpr std::array kElderCurrent = {
    Variable{"temperature", "temp_c", Measure::kTemperature, "°C"},
    Variable{"windspeed", "wind_ms", Measure::kSpeed, "km/h"},
    Variable{"winddirection", "wind_dir_deg", Measure::kAngle, "°"},
    Variable{"weathercode", "weather_code", Measure::kIndex, ""},
};

constexpr std::array<std::string_view, 26> kModelFamilies = {
    "best_match",  "ecmwf",  "gfs",   "ncep",  "nbm",  "icon",   "dwd",        "gem", "cmc",
    "meteofrance", "arpege", "arome", "ukmo",  "jma",  "kma",    "cma",        "bom", "metno",
    "knmi",        "dmi",    "era5",  "cerra", "cams", "italia", "meteoswiss", "hrrr"};

/// "gfs_seamless" of "temperature_2m_gfs_seamless"; nothing when the series is another one ("…_max").
std::optional<std::string_view> modelOf(std::string_view series, std::string_view variable) {
  if (series.size() <= variable.size() + 1 || !series.starts_with(variable) || series[variable.size()] != '_')
    return std::nullopt;
  const auto rest = series.substr(variable.size() + 1);
  const bool known = std::any_of(kModelFamilies.begin(), kModelFamilies.end(),
                                 [&](std::string_view family) { return rest.starts_with(family); });
  return known ? std::optional(rest) : std::nullopt;
}

/// One block of an answer: where its series and units stand, and what a step of it means.
struct Block {
  JsonCursor data;
  JsonCursor units;
  std::span<const Variable> variables;
  std::int64_t stepSeconds = 0;
  bool days = false;
  bool columns = true;  ///< Lists over time; "current" holds single values.
};

class OpenMeteoMapping {
 public:
  explicit OpenMeteoMapping(const MapJob& job) : job_(job) {}

  Result<MappedAnswer> run(const JsonCursor& root) {
    if (root.is(Type::kArray)) {
      for (std::size_t i = 0; i < root.size(); ++i)
        if (const auto done = place(root.at(i)); !done) return tl::unexpected(done.error());
      return std::move(answer_);
    }
    if (const auto done = place(root); !done) return tl::unexpected(done.error());
    return std::move(answer_);
  }

 private:
  Status place(const JsonCursor& place) {
    if (!place.is(Type::kObject)) return unknownAnswer("a place is no object");
    if (place.has("error") && place.has("reason")) return providerError(place.at("reason").text());
    if (place.has("results") || (place.has("generationtime_ms") && !place.has("latitude")))
      return notThisCategory("results of a place-name search");
    if (!place.has("latitude") || !place.has("longitude"))
      return unknownAnswer("it names no latitude and longitude");
    const auto add = [&](std::string_view key, std::span<const Variable> variables, std::int64_t seconds,
                         bool days, bool columns) {
      if (!place.at(key).present()) return;
      block(place, {place.at(key), place.at(std::string(key) + "_units"), variables, seconds, days, columns});
    };
    add("current", kSteps, 900, false, false);
    add("current_weather", kElderCurrent, 3'600, false, false);
    add("minutely_15", kSteps, 900, false, true);
    add("hourly", kSteps, 3'600, false, true);
    add("daily", kDays, 86'400, true, true);
    return {};
  }

  void block(const JsonCursor& place, const Block& block) {
    if (!block.data.is(Type::kObject))
      return refuse(block.data.pointer(), "field.wrong_type", "Expected an object of series.");
    std::set<std::string> models;
    bool any = false;
    for (const json::Member& member : block.data.value()->members)
      for (const Variable& variable : block.variables) {
        if (member.key == variable.source) models.insert("");
        if (const auto model = modelOf(member.key, variable.source)) models.insert(std::string(*model));
        any = any || !models.empty();
      }
    if (!any) return;  // sunrise and the like: nothing of what a record holds
    const JsonCursor times = block.data.at("time");
    if (!block.columns) return step(place, block, "", times, std::nullopt);
    if (!times.is(Type::kArray))
      return refuse(times.pointer(), "field.missing", "The series have no list of times.");
    for (const std::string& model : models)
      for (std::size_t i = 0; i < times.size(); ++i) step(place, block, model, times.at(i), i);
  }

  void refuse(std::string_view pointer, std::string_view code, std::string words) {
    answer_.refused.push_back(
        {index_++, std::string(pointer), Error{code, std::move(words), "Treat the source as faulty."}});
  }

  /// Valid time in UTC, or the refusal's words.
  Result<Nanoseconds> validTime(const JsonCursor& place, const Block& block, const JsonCursor& time) const {
    if (time.is(Type::kNumber)) {
      const auto seconds = Decimal::parse(time.value()->text);
      const auto units = seconds ? toUnits(*seconds, 0) : Result<I128>(tl::unexpected(seconds.error()));
      if (!units || *units < 0 || *units > 7'000'000'000)
        return fail("time.out_of_range", "The time is no plausible count of seconds.",
                    "Treat the source as faulty.");
      return Nanoseconds(static_cast<std::int64_t>(*units) * kNanosPerSecond);
    }
    std::int64_t offset = 0;
    const JsonCursor said = place.at("utc_offset_seconds");
    if (said.present()) {
      const auto number = said.is(Type::kNumber)
                              ? Decimal::parse(said.value()->text)
                              : Result<Decimal>(fail("field.wrong_type", "utc_offset_seconds is no number."));
      const auto units = number ? toUnits(*number, 0) : Result<I128>(tl::unexpected(number.error()));
      if (!units || *units < -86'400 || *units > 86'400)
        return fail("time.out_of_range", "utc_offset_seconds is no offset from UTC.",
                    "Treat the source as faulty.");
      offset = static_cast<std::int64_t>(*units);
    }
    if (block.days) {
      const auto day = parseDate(time.text());
      return day ? Result<Nanoseconds>(Nanoseconds(day->value - offset * kNanosPerSecond)) : day;
    }
    return parseLocal(time.text(), offset);
  }

  RecordKind kindOf(const Block& block, Nanoseconds valid) const {
    for (const Variable& variable : block.variables)
      for (const json::Member& member : block.data.value()->members)
        if (variable.air && (member.key == variable.source || modelOf(member.key, variable.source)))
          return RecordKind::kWeatherAir;
    return valid > job_.context.retrievedAt ? RecordKind::kWeatherForecast : RecordKind::kWeatherModel;
  }

  void step(const JsonCursor& place, const Block& block, const std::string& model, const JsonCursor& time,
            std::optional<std::size_t> column) {
    const auto valid = validTime(place, block, time);
    const RecordKind kind = valid ? kindOf(block, *valid) : RecordKind::kWeatherModel;
    RecordBuilder item = job_.item(kind);
    if (!valid) item.refuse(time.pointer(), valid.error());
    item.set("time", valid ? *valid : Nanoseconds(0), time.pointer());
    item.number("lat", place.at("latitude"), "deg");
    item.number("lon", place.at("longitude"), "deg");
    item.demand("lat");  // the place and the key are made of both
    item.demand("lon");
    item.number("elev_m", place.at("elevation"), "m");
    const std::string declared(job_.declared("model"));
    const std::string name = !model.empty() ? model : declared.empty() ? "best_match" : declared;
    item.set("model", name, model.empty() ? "context" : block.data.pointer());
    item.set("interval_s", wire::Quantity{Decimal::of(block.stepSeconds), "s"}, "context");
    if (!column) item.number("interval_s", block.data.at("interval"), "s");
    const auto lat = item.quantity("lat");
    const auto lon = item.quantity("lon");
    if (lat && lon) {
      const std::string grid = lat->toText() + "," + lon->toText();
      item.set("place", grid, place.at("latitude").pointer());
      item.record().assetKey = "grid:" + grid + ":" + name;
    }
    bool unitsSaid = true;
    std::size_t readings = 0;
    std::string_view broken;  // the first pollutant that cannot be read
    for (const Variable& variable : block.variables) {
      if (kind != RecordKind::kWeatherAir) {
        unitsSaid &= value(item, block, variable, variable.name, model, column);
        continue;
      }
      unitsSaid &= value(item, block, variable, variable.name, model, column);
      const wire::Field* read = item.find(variable.name);
      if (read == nullptr) continue;
      if (item.isUnreadable(variable.name)) {
        if (broken.empty()) broken = variable.name;
        continue;
      }
      // Air: a list of pollutants and indices, each with its name. One of them is what the record needs;
      // those that cannot be read stay outside of it, under their own names.
      const std::string element = "readings[" + std::to_string(readings++) + "]";
      item.set(element + ".name", std::string(variable.name), std::string(read->pointer));
      item.rename(variable.name, element + ".value");
    }
    if (readings == 0) item.demand(broken);
    item.set("units_match", unitsSaid, block.units.pointer());
    if (const auto code = item.quantity("weather_code"))
      item.set("condition", "wmo " + code->toText(), item.find("weather_code")->pointer);
    if (kind == RecordKind::kWeatherForecast) {
      // The answer does not say when the model ran: it speaks of the moment in which it is asked.
      item.set("issued_at", job_.context.retrievedAt, "context");
      item.record().observedAt = job_.context.retrievedAt;
    } else if (valid) {
      item.record().observedAt = *valid;
    }
    std::move(item).finish(answer_, index_++);
  }

  /// False when the answer names no unit for a series that needs one: then the usual one is a guess.
  bool value(RecordBuilder& item, const Block& block, const Variable& variable, std::string_view name,
             const std::string& model, std::optional<std::size_t> column) {
    const std::string series = std::string(variable.source) + (model.empty() ? "" : "_" + model);
    const JsonCursor node = block.data.at(series);
    if (node.absent() || item.find(name) != nullptr) return true;
    const JsonCursor unit = block.units.at(series);
    const bool said = unit.is(Type::kString) || variable.measure == Measure::kIndex;
    if (column && node.present() && !node.is(Type::kArray)) {
      item.unreadable(name, node.pointer(), "field.wrong_type", "Expected a list, one value per time.");
      return said;
    }
    const JsonCursor cell = column && node.present() ? node.at(*column) : node;
    if (cell.absent()) {
      item.unreadable(name, cell.pointer(), "series.too_short",
                      "The series is shorter than its list of times.");
      return said;
    }
    item.measured(name, cell, unit.is(Type::kString) ? unit.text() : variable.usualUnit, variable.measure);
    if (!said && item.quantity(name)) item.doubt(name, wire::ParseQuality::kNormalized);
    return said;
  }

  const MapJob& job_;
  MappedAnswer answer_;
  std::size_t index_ = 0;
};

}  // namespace

Result<MappedAnswer> mapOpenMeteo(const MapJob& job, ByteView raw) {
  const auto document = json::Document::parse(raw);
  if (!document) return propagate(document);
  return OpenMeteoMapping(job).run(JsonCursor(&document->root(), ""));
}

}  // namespace aurigraph::mapping
