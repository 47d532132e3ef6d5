// Alpaca market data v2: GET /v2/stocks/{symbol}/snapshot, GET /v2/stocks/{symbol}/bars.

#include "nodes/providers/answers.h"

namespace aurigraph::providers {
namespace {

/// One symbol's day, in hundredths of a dollar.
struct Day {
  std::uint64_t open, high, low, last, previousClose, volume, trades, average;
};

Day dayOf(const Ask& ask, std::string_view symbol) {
  const std::uint64_t last = draw(ask.seed, symbol, 5'000, 60'000);
  const std::uint64_t step = last / 200;  // half a percent
  Day day{last - step,
          last + step,
          last - 2 * step,
          last,
          last - step / 2,
          draw(ask.seed, std::string(symbol) + "volume", 1'000'000, 20'000'000),
          0,
          0};
  day.trades = day.volume / 90 + 1;
  day.average = (day.high + day.low) / 2;
  if (ask.has(Fault::kContradictory)) std::swap(day.high, day.low);
  return day;
}

std::string bar(const Day& day, Nanoseconds start) {
  return filled(R"({"t":"{{t}}","o":{{o}},"h":{{h}},"l":{{l}},"c":{{c}},"v":{{v}},"n":{{n}},"vw":{{vw}}})",
                {{"t", timeText(start, TimeForm::kSeconds)},
                 {"o", centsText(day.open)},
                 {"h", centsText(day.high)},
                 {"l", centsText(day.low)},
                 {"c", centsText(day.last)},
                 {"v", std::to_string(day.volume)},
                 {"n", std::to_string(day.trades)},
                 {"vw", centsText(day.average)}});
}

Nanoseconds startOf(Nanoseconds time, std::int64_t seconds) {
  const std::int64_t step = seconds * 1'000'000'000;
  return Nanoseconds(time.value - time.value % step);
}

HttpReply snapshot(const Ask& ask, std::string_view symbol) {
  const Day day = dayOf(ask, symbol);
  Day yesterday = day;
  yesterday.last = day.previousClose;
  const Nanoseconds at = Nanoseconds(ask.now.value - 350'000'000);
  return json(filled(
      R"({"symbol":"{{symbol}}",{{currency}}"latestTrade":{"t":"{{t}}","x":"V","p":{{p}},"s":{{s}},"c":["@"],"i":{{i}},"z":"B"},)"
      R"("latestQuote":{"t":"{{t}}","ax":"V","ap":{{ap}},"as":{{as}},"bx":"V","bp":{{bp}},"bs":{{bs}},"c":["R"],"z":"B"},)"
      R"("minuteBar":{{minute}},"dailyBar":{{day}},"prevDailyBar":{{yesterday}}})",
      {{"symbol", std::string(symbol)},
       {"currency", ask.has(Fault::kWrongUnits) ? "\"currency\":\"XTS\"," : ""},
       {"t", timeText(at, TimeForm::kNanoseconds)},
       {"p", centsText(day.last)},
       {"s", std::to_string(draw(ask.seed, "size", 1, 400))},
       {"i", std::to_string(52'983'525'000'000 + draw(ask.seed, "trade", 0, 999'999))},
       {"ap", centsText(day.last + 1)},
       {"as", "3"},
       {"bp", centsText(day.last - 1)},
       {"bs", "4"},
       {"minute", bar(day, startOf(at, 60))},
       {"day", bar(day, startOf(at, 86'400))},
       {"yesterday", bar(yesterday, before(startOf(at, 86'400), 86'400))}}));
}

/// A snapshot put together wrongly: no quote, a last trade and an average above the day's high, a volume
/// without trades.
HttpReply oddSnapshot(const Ask& ask, std::string_view symbol) {
  Day day = dayOf(ask, symbol);
  const std::uint64_t above = day.high + day.last / 20;
  day.average = above;
  day.trades = 0;
  const Nanoseconds at = Nanoseconds(ask.now.value - 350'000'000);
  return json(filled(
      R"({"symbol":"{{symbol}}","latestTrade":{"t":"{{t}}","x":"V","p":{{p}},"s":100,"c":["@"],"i":1,"z":"B"},)"
      R"("dailyBar":{{day}}})",
      {{"symbol", std::string(symbol)},
       {"t", timeText(at, TimeForm::kNanoseconds)},
       {"p", centsText(above)},
       {"day", bar(day, startOf(at, 86'400))}}));
}

HttpReply bars(const Ask& ask, std::string_view symbol) {
  const Day day = dayOf(ask, symbol);
  std::vector<std::string> items;
  for (int back = 5; back >= 1; --back) items.push_back(bar(day, before(startOf(ask.now, 60), 60 * back)));
  return json(R"({"bars":[)" + list(ask, items) + R"(],"symbol":")" + std::string(symbol) +
              R"(","next_page_token":null})");
}

}  // namespace

HttpReply answerAlpaca(const Ask& ask) {
  if (const auto symbol = between(ask.route, "/v2/stocks/", "/snapshot"); !symbol.empty())
    return symbol == ask.world.oddSymbol ? oddSnapshot(ask, symbol) : snapshot(ask, symbol);
  if (const auto symbol = between(ask.route, "/v2/stocks/", "/bars"); !symbol.empty())
    return bars(ask, symbol);
  return notFound("endpoint not found.");
}

}  // namespace aurigraph::providers
