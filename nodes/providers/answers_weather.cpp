// Open-Meteo: GET /v1/forecast?latitude&longitude&current=…. NWS: GET /stations/{id}/observations/latest.

#include "nodes/providers/answers.h"

namespace aurigraph::providers {
namespace {

constexpr std::string_view kOpenMeteo = R"json({
  "latitude": {{lat}}, "longitude": {{lon}}, "generationtime_ms": 0.0569820, "utc_offset_seconds": 0, "timezone": "GMT",
  "timezone_abbreviation": "GMT", "elevation": 1609.0,
  "current_units": {"time": "iso8601", "interval": "seconds", "temperature_2m": "{{tunit}}", "relative_humidity_2m": "%", "dew_point_2m": "{{tunit}}",
    "precipitation": "mm", "wind_speed_10m": "km/h", "wind_direction_10m": "\u00b0", "wind_gusts_10m": "km/h", "pressure_msl": "hPa"},
  "current": {"time": "{{time}}", "interval": 900, "temperature_2m": {{temp}}, "relative_humidity_2m": 55, "dew_point_2m": {{dew}},
    "precipitation": 0.00, "wind_speed_10m": 9.4, "wind_direction_10m": 210, "wind_gusts_10m": {{gust}}, "pressure_msl": 1016.2}
})json";

constexpr std::string_view kNws = R"json({
  "@context": ["https://geojson.org/geojson-ld/geojson-context.jsonld", {"@version": "1.1", "wx": "https://api.weather.gov/ontology#"}],
  "id": "https://api.weather.gov/stations/{{station}}/observations/{{time}}", "type": "Feature",
  "geometry": {"type": "Point", "coordinates": [-104.66, 39.85]},
  "properties": {
    "@id": "https://api.weather.gov/stations/{{station}}/observations/{{time}}", "@type": "wx:ObservationStation",
    "elevation": {"unitCode": "wmoUnit:m", "value": 1656}, "station": "https://api.weather.gov/stations/{{station}}",
    "timestamp": "{{time}}", "rawMessage": "", "textDescription": "Clear", "presentWeather": [],
    "temperature": {"unitCode": "wmoUnit:{{tunit}}", "value": {{temp}}, "qualityControl": "V"},
    "dewpoint": {"unitCode": "wmoUnit:{{tunit}}", "value": {{dew}}, "qualityControl": "V"},
    "windDirection": {"unitCode": "wmoUnit:degree_(angle)",
                           "value" : 210, "qualityControl" : "V"
}
, "windSpeed" : {"unitCode" : "wmoUnit:km_h-1", "value" : 9.36, "qualityControl" : "V"},
                "windGust" : {"unitCode" : "wmoUnit:km_h-1", "value" : {{gust}}, "qualityControl" : "V"},
                             "barometricPressure"
    : {"unitCode" : "wmoUnit:Pa", "value" : 101600, "qualityControl" : "V"},
      "seaLevelPressure" : {"unitCode" : "wmoUnit:Pa", "value" : 101620, "qualityControl" : "V"},
                           "visibility" : {"unitCode" : "wmoUnit:m", "value" : 16090, "qualityControl" : "C"},
                                          "precipitationLastHour"
    : {"unitCode" : "wmoUnit:mm", "value" : 0, "qualityControl" : "V"},
      "relativeHumidity" : {
  "unitCode" : "wmoUnit:percent", "value" : 55.1, "qualityControl" : "V"
}
}
})json";

constexpr std::int64_t kQuietForSeconds = std::int64_t{100} * 60;

struct Air {
  std::string temperature, dewpoint, gust;
};

/// Around 18 °C, with the dewpoint that 55 % humidity has there.
Air airOf(const Ask& ask) {
  const std::uint64_t tenths = draw(ask.seed, "temperature", 175, 185);
  const auto tenthText = [](std::uint64_t value) {
    return std::to_string(value / 10) + "." + std::to_string(value % 10);
  };
  return {tenthText(tenths), tenthText(ask.has(Fault::kContradictory) ? tenths + 90 : tenths - 91),
          ask.has(Fault::kContradictory) ? "3.1" : "17.6"};
}

Nanoseconds quarterHour(Nanoseconds time) {
  return Nanoseconds(time.value - time.value % (900 * std::int64_t{1'000'000'000}));
}

}  // namespace

HttpReply answerOpenMeteo(const Ask& ask) {
  if (ask.route != "/v1/forecast") return notFound("Not Found");
  const auto latitude = ask.request.parameter("latitude");
  const auto longitude = ask.request.parameter("longitude");
  const auto isNumber = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("-.0123456789") == std::string_view::npos;
  };
  if (!isNumber(latitude) || !isNumber(longitude)) {
    HttpReply reply = json(
        R"({"error": true, "reason": "Parameter 'latitude' and 'longitude' must have the same number of elements"})");
    reply.status = 400;
    return reply;
  }
  const Air air = airOf(ask);
  return json(filled(kOpenMeteo, {{"lat", std::string(latitude)},
                                  {"lon", std::string(longitude)},
                                  {"time", timeText(quarterHour(ask.now), TimeForm::kSeconds).substr(0, 16)},
                                  {"tunit", ask.has(Fault::kWrongUnits) ? "K" : "°C"},
                                  {"temp", air.temperature},
                                  {"dew", air.dewpoint},
                                  {"gust", air.gust}}));
}

HttpReply answerNws(const Ask& ask) {
  const auto station = between(ask.route, "/stations/", "/observations/latest");
  const bool quiet = station == ask.world.quietStation;
  if (station != ask.world.station && !quiet) return notFound("Station not found");
  const Air air = airOf(ask);
  const Nanoseconds last = quiet ? before(ask.now, kQuietForSeconds) : ask.now;
  const Nanoseconds at = Nanoseconds(last.value - last.value % (300 * std::int64_t{1'000'000'000}));
  std::string time = timeText(at, TimeForm::kSeconds);
  time.replace(time.size() - 1, 1, "+00:00");
  HttpReply reply = json(filled(kNws, {{"station", std::string(station)},
                                       {"time", time},
                                       {"tunit", ask.has(Fault::kWrongUnits) ? "furlong" : "degC"},
                                       {"temp", air.temperature},
                                       {"dew", air.dewpoint},
                                       {"gust", air.gust}}));
  reply.contentType = "application/geo+json";
  reply.headers = {{"Cache-Control", "public, max-age=280, s-maxage=120"}};
  return reply;
}

}  // namespace aurigraph::providers
