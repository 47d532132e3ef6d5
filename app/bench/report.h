#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/bench/histogram.h"
#include "app/bench/machine.h"

namespace aurigraph::bench {

/// Rows of text; the first one names the columns.
struct Table {
  std::string title;
  std::vector<std::vector<std::string>> rows;
};

/// What one benchmark found.
struct Report {
  std::string name;  ///< "consensus": the file's name and the key in JSON.
  std::string what;  ///< The conditions in one sentence: durable or not, signed or not, payload, hosts.
  boost::json::object json;  ///< Stable keys; programs rely on them.
  std::vector<Table> tables;
  std::vector<std::string> notes;  ///< What a reader must know: a peer that was not there, a caveat.
};

/// `{name, what, quick, machine, …report.json, notes}`.
[[nodiscard]] boost::json::object toJson(const Report& report, const Machine& machine, bool quick);
/// For the screen, plain words.
[[nodiscard]] std::string inWords(const Report& report);

// ---- numbers as people read them ----

[[nodiscard]] std::string grouped(std::uint64_t number);  ///< 12,345
[[nodiscard]] std::string perSecond(double rate);         ///< "12,345", below 100 with one decimal.
[[nodiscard]] std::string milliseconds(double ms);        ///< "0.412"; from 100 on without decimals.
/// `{p50, p99, p999, max}` in ms.
[[nodiscard]] boost::json::object percentiles(const Histogram& latencies);
/// The middle one; of an even number the lower middle, so that it is a run that happened.
[[nodiscard]] double median(std::span<const double> runs);

}  // namespace aurigraph::bench
