// Alpaca market data (domain §2.1). Short keys: t time, o h l c v bar, n trades, vw vwap, p price, s size,
// bp/bs/ap/as bid and ask, x exchange, i id, u update. `c` is the close in bars and conditions elsewhere.

#include <algorithm>
#include <array>

#include "core/base/time_text.h"
#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

using json::Type;

constexpr std::int64_t kSecondsPerDay = 86'400;

/// OCC symbol: root, yymmdd, C or P, strike in 1/1000 with eight digits: AAPL240126P00050000.
bool isOption(std::string_view symbol) {
  if (symbol.size() < 16 || symbol.size() > 21) return false;
  const auto tail = symbol.substr(symbol.size() - 15);
  return allDigits(tail.substr(0, 6)) && (tail[6] == 'C' || tail[6] == 'P') && allDigits(tail.substr(7));
}

/// "1Min", "15Min", "1Hour", "1Day", "1Week" in seconds; months have no fixed length.
std::optional<std::int64_t> timeframeSeconds(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  const auto count = digits == 0 || digits > 3 ? Result<U128>(0) : parseU128(text.substr(0, digits));
  if (!count || *count == 0) return std::nullopt;
  const auto unit = text.substr(digits);
  std::int64_t seconds = 0;
  if (unit == "Min" || unit == "T")
    seconds = 60;
  else if (unit == "Hour" || unit == "H")
    seconds = 3'600;
  else if (unit == "Day" || unit == "D")
    seconds = kSecondsPerDay;
  else if (unit == "Week" || unit == "W")
    seconds = 7 * kSecondsPerDay;
  else
    return std::nullopt;
  return seconds * static_cast<std::int64_t>(*count);
}

class AlpacaMapping {
 public:
  AlpacaMapping(const MapJob& job, const JsonCursor& root) : job_(job), root_(root) {}

  Result<MappedAnswer> run() {
    if (!root_.is(Type::kObject)) return unknownAnswer("a list at its top");
    if (root_.has("message") && !root_.has("symbol")) return providerError(root_.at("message").text());
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kOthers = {{
        {"corporate_actions", "corporate actions"},
        {"auctions", "auctions"},
        {"orderbooks", "order books"},
        {"news", "news"},
        {"most_actives", "a screener's most active symbols"},
        {"gainers", "a screener's movers"},
        {"assets", "a list of assets"},
        {"tradable", "the description of an asset"},
    }};
    for (const auto& [key, what] : kOthers)
      if (root_.has(key)) return notThisCategory(std::string(what));

    using Each = void (AlpacaMapping::*)(const JsonCursor&, std::string_view);
    static constexpr std::array<std::pair<std::string_view, Each>, 8> kLists = {{
        {"bars", &AlpacaMapping::bars},
        {"bar", &AlpacaMapping::bars},
        {"trades", &AlpacaMapping::trades},
        {"trade", &AlpacaMapping::trades},
        {"quotes", &AlpacaMapping::quotes},
        {"quote", &AlpacaMapping::quotes},
        {"snapshots", &AlpacaMapping::snapshots},
        {"snapshot", &AlpacaMapping::snapshots},
    }};
    for (const auto& [key, each] : kLists)
      if (root_.has(key)) {
        bySymbol(root_.at(key), each);
        return std::move(answer_);
      }
    if (isSnapshot(root_)) {
      snapshots(root_, root_.at("symbol").text());
      return std::move(answer_);
    }
    return topLevelSnapshots();
  }

 private:
  static bool isSnapshot(const JsonCursor& node) {
    return node.has("latestTrade") || node.has("latestQuote") || node.has("minuteBar") ||
           node.has("dailyBar") || node.has("prevDailyBar");
  }

  /// Stocks: {"AAPL": {latestTrade …}, "XYZ": null}; no snapshot at all is {}.
  Result<MappedAnswer> topLevelSnapshots() {
    for (const json::Member& member : root_.value()->members) {
      if (member.key == "next_page_token" || member.key == "currency") continue;
      const JsonCursor child = root_.at(member.key);
      if (child.present() && !isSnapshot(child))
        return unknownAnswer("neither bars, trades, quotes nor snapshots");
    }
    for (const json::Member& member : root_.value()->members)
      if (root_.at(member.key).is(Type::kObject)) snapshots(root_.at(member.key), member.key);
    return std::move(answer_);
  }

  /// {symbol: [..]}, {symbol: {..}}, [..] or {..} with the symbol beside it.
  template <class Each>
  void bySymbol(const JsonCursor& node, Each each) {
    if (!node.present()) return;
    const std::string_view single = root_.at("symbol").text();
    if (node.is(Type::kArray) || node.has("t") || isSnapshot(node)) return (this->*each)(node, single);
    if (!node.is(Type::kObject)) return wrongType(node);
    for (const json::Member& member : node.value()->members) {
      const JsonCursor child = node.at(member.key);
      if (child.present()) (this->*each)(child, member.key);
    }
  }

  void wrongType(const JsonCursor& node) {
    RecordBuilder item = job_.item(wire::RecordKind::kMarketTrade);
    item.refuse(node.pointer(), "field.wrong_type", "Expected an object or an array.",
                "Treat the source as faulty.");
    std::move(item).finish(answer_, index_++);
  }

  /// One or many; a null among them is no item.
  template <class One>
  void forEach(const JsonCursor& node, One one) {
    if (node.is(Type::kArray)) {
      for (std::size_t i = 0; i < node.size(); ++i)
        if (node.at(i).present()) one(node.at(i));
      return;
    }
    one(node);
  }

  /// What every market record has: whose, in which class and currency.
  RecordBuilder begin(wire::RecordKind kind, const JsonCursor& node, std::string_view symbol) {
    RecordBuilder item = job_.item(kind);
    if (!node.is(Type::kObject))
      item.refuse(node.pointer(), "field.wrong_type", "Expected an object.", "Treat the source as faulty.");
    const std::string from = root_.has("symbol") ? "/symbol" : node.pointer();
    if (symbol.empty() || symbol.size() > 32)
      item.refuse(from, "field.missing", "The symbol is missing or longer than 32 characters.",
                  "Ask for one symbol by name.");
    const bool crypto = symbol.find('/') != std::string_view::npos;
    item.set("symbol", std::string(symbol), from);
    const auto requested = job_.context.request.find("asset_class");
    const std::string assetClass = requested != job_.context.request.end() ? requested->second
                                   : crypto                                ? "crypto"
                                   : isOption(symbol)                      ? "option"
                                                      : std::string(job_.preset.constant("asset_class"));
    item.set("asset_class", assetClass, "context");
    if (crypto)
      item.set("ccy", std::string(symbol.substr(symbol.find('/') + 1)), node.pointer());
    else if (root_.at("currency").says())
      item.text("ccy", root_.at("currency"));
    else
      item.context("ccy");
    market(item, assetClass);
    item.record().assetKey = assetClass + ":" + std::string(symbol) + ":" + item.textOf("ccy");
    return item;
  }

  /// Feed, adjustment and market: the request's word, else what the preset says of that class. Coins are
  /// neither adjusted nor listed.
  void market(RecordBuilder& item, const std::string& assetClass) {
    for (const std::string_view name : {"feed", "adjustment", "mic"}) {
      const auto requested = job_.context.request.find(std::string(name));
      const std::string_view word = requested != job_.context.request.end()
                                        ? std::string_view(requested->second)
                                        : job_.preset.constant(std::string(name) + "." + assetClass);
      if (word == "-")
        item.set(name, wire::NoValue{wire::NullReason::kNotApplicable}, "context");
      else if (!word.empty())
        item.set(name, std::string(word), "context");
    }
  }

  void finish(RecordBuilder item) { std::move(item).finish(answer_, index_++); }

  void ohlc(RecordBuilder& item, const JsonCursor& bar) {
    const std::string ccy = item.textOf("ccy");
    item.number("o", bar.at("o"), ccy);
    item.number("h", bar.at("h"), ccy);
    item.number("l", bar.at("l"), ccy);
    item.number("c", bar.at("c"), ccy);
    item.number("volume", bar.at("v"), "");
    item.number("vwap", bar.at("vw"), ccy);
    item.number("trade_count", bar.at("n"), "");
  }

  void trade(RecordBuilder& item, const JsonCursor& trade) {
    item.number("last_px", trade.at("p"), item.textOf("ccy"));
    item.number("last_size", trade.at("s"), "");
    item.text("venue", trade.at("x"));
    item.textList("conditions", trade.at("c"), ",");
  }

  void quote(RecordBuilder& item, const JsonCursor& quote) {
    const std::string ccy = item.textOf("ccy");
    item.number("bid_px", quote.at("bp"), ccy);
    item.number("ask_px", quote.at("ap"), ccy);
    item.number("bid_sz", quote.at("bs"), "");
    item.number("ask_sz", quote.at("as"), "");
  }

  /// The item's own time, where it can be neither keyed nor aged without one.
  std::optional<Nanoseconds> timeOf(RecordBuilder& item, const JsonCursor& node) {
    item.time("time", node.at("t"));
    item.demand("time");
    if (!node.at("t").present())
      item.refuse(node.at("t").pointer(), "field.missing", "The time is missing.",
                  "Treat the source as faulty.");
    return item.timeOf("time");
  }

  void trades(const JsonCursor& node, std::string_view symbol) {
    forEach(node, [&](const JsonCursor& one) {
      RecordBuilder item = begin(wire::RecordKind::kMarketTrade, one, symbol);
      const std::string_view update = one.at("u").text();
      // A correction that cannot be read may be a withdrawal.
      if (one.at("u").present() && !one.at("u").is(Type::kString))
        item.refuse(one.at("u").pointer(), "field.wrong_type", "The correction of the trade is no text.",
                    "Treat the source as faulty.");
      if (update == "canceled" || update == "incorrect")
        item.refuse(one.at("u").pointer(), "trade.withdrawn",
                    "The exchange has withdrawn this trade (\"" + std::string(update) + "\").",
                    "Leave it out.");
      item.number("price", one.at("p"), item.textOf("ccy"));
      item.number("size", one.at("s"), "");
      item.text("venue", one.at("x"));
      // A list for stocks, one string for options. Empty entries are Alpaca's "regular".
      item.textList("conditions", one.at("c"), ",");
      tradeId(item, one.at("i"));
      // The id keys the trade; without one its time does.
      std::string id = item.textOf("trade_id");
      if (id.empty())
        timeOf(item, one);
      else
        item.time("time", one.at("t"));
      const auto at = item.timeOf("time");
      if (id.empty() && at) id = timeText(*at);
      item.record().assetKey += ":" + id;
      item.record().observedAt = at;
      finish(std::move(item));
    });
  }

  static void tradeId(RecordBuilder& item, const JsonCursor& id) {
    if (id.is(Type::kNumber))
      item.set("trade_id", std::string(id.value()->text), id.pointer());  // beyond 2^53: kept as digits
    else if (id.present())
      item.unreadable("trade_id", id.pointer(), "field.wrong_type", "Expected a number.");
  }

  void quotes(const JsonCursor& node, std::string_view symbol) {
    forEach(node, [&](const JsonCursor& one) {
      RecordBuilder item = begin(wire::RecordKind::kMarketQuote, one, symbol);
      const auto at = timeOf(item, one);
      quote(item, one);
      item.text("venue", one.at("bx"));
      if (at) item.record().assetKey += ":" + timeText(*at);
      item.record().observedAt = at;
      finish(std::move(item));
    });
  }

  void snapshots(const JsonCursor& node, std::string_view symbol) {
    RecordBuilder item = begin(wire::RecordKind::kMarketSnapshot, node, symbol);
    const JsonCursor latestTrade = node.at("latestTrade");
    trade(item, latestTrade);
    item.time("time", latestTrade.at("t"));
    item.record().observedAt = item.timeOf("time");
    quote(item, node.at("latestQuote"));
    ohlc(item, node.at("dailyBar"));
    item.time("session_start", node.at("dailyBar").at("t"));
    item.number("prev_close", node.at("prevDailyBar").at("c"), item.textOf("ccy"));
    finish(std::move(item));
  }

  void bars(const JsonCursor& node, std::string_view symbol) {
    const Timeframe frame = timeframeOf(node, symbol);
    forEach(node, [&](const JsonCursor& one) {
      RecordBuilder item = begin(wire::RecordKind::kMarketBar, one, symbol);
      const auto start = timeOf(item, one);
      ohlc(item, one);
      item.set("timeframe", wire::Quantity{Decimal::of(frame.seconds), "s"}, "context",
               frame.said ? wire::ParseQuality::kExact : wire::ParseQuality::kNormalized);
      item.record().assetKey += ":" + std::to_string(frame.seconds) + "s";
      if (start) {
        const Nanoseconds end(start->value + frame.seconds * kNanosPerSecond);
        // A bar that is still open speaks of the moment in which we asked.
        const bool open = end > job_.context.retrievedAt && *start <= job_.context.retrievedAt;
        item.record().observedAt = open ? job_.context.retrievedAt : end;
      }
      finish(std::move(item));
    });
  }

  struct Timeframe {
    std::int64_t seconds = 60;
    bool said = false;
  };

  /// The request knows; a file does not say: then the smallest step between bars, or midnight in New York.
  Timeframe timeframeOf(const JsonCursor& node, std::string_view symbol) const {
    if (const auto said = timeframeSeconds(job_.declared("timeframe"))) return {*said, true};
    std::vector<std::int64_t> starts;
    for (std::size_t i = 0; i < node.size(); ++i)
      if (const auto time = parseRfc3339(node.at(i).at("t").text()))
        starts.push_back(time->utc.value / kNanosPerSecond);
    if (!node.is(Type::kArray))
      if (const auto time = parseRfc3339(node.at("t").text()))
        starts.push_back(time->utc.value / kNanosPerSecond);
    std::sort(starts.begin(), starts.end());
    const bool stock = symbol.find('/') == std::string_view::npos;
    const bool daily = !starts.empty() && std::all_of(starts.begin(), starts.end(), [&](std::int64_t at) {
      const std::int64_t second = at % kSecondsPerDay;
      return second == 4 * 3'600 || second == 5 * 3'600 || (!stock && (second == 0 || second == 6 * 3'600));
    });
    if (daily) return {kSecondsPerDay, false};
    std::int64_t step = 0;
    for (std::size_t i = 1; i < starts.size(); ++i)
      if (const std::int64_t gap = starts[i] - starts[i - 1]; gap > 0)
        step = step == 0 ? gap : std::min(step, gap);
    return {step == 0 ? 60 : std::min(step, kSecondsPerDay), false};
  }

  const MapJob& job_;
  const JsonCursor& root_;
  MappedAnswer answer_;
  std::size_t index_ = 0;
};

}  // namespace

Result<MappedAnswer> mapAlpaca(const MapJob& job, ByteView raw) {
  const auto document = json::Document::parse(raw);
  if (!document) return propagate(document);
  // A list at the top is Alpaca's list of assets or of calendar days.
  if (document->root().is(Type::kArray)) return notThisCategory("a list of assets or calendar days");
  const JsonCursor root(&document->root(), "");
  return AlpacaMapping(job, root).run();
}

}  // namespace aurigraph::mapping
