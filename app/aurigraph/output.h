#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace aurigraph::cli {

/// Says on stderr what happened and what to do (as one JSON object on stdout with `json`), and returns
/// `exitCode` for the command to leave behind.
int report(const Error& error, bool json, int exitCode = 1);

/// One JSON document on stdout, with a line end.
void printJson(const boost::json::value& value);

/// One line of progress on stderr that the next one overwrites; nothing unless stderr is a terminal.
class Progress {
 public:
  Progress();
  ~Progress();  ///< Clears the line.
  void say(std::string_view line);

 private:
  bool terminal_ = false;
  bool dirty_ = false;
};

/// "VER-19   30,000" style columns: pads every column to its widest cell, two blanks between.
std::string table(const std::vector<std::vector<std::string>>& rows);

}  // namespace aurigraph::cli
