#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "nodes/providers/simulator.h"

namespace aurigraph::providers {

/// One question that is asked of a source again and again.
struct Question {
  std::string source;  ///< Its name: "attom", "carrier".
  std::string path;
  std::string body;  ///< Not empty: POST.
  std::chrono::milliseconds every{0};
  std::chrono::milliseconds first{0};  ///< From the start to the first time.
};

/// What is asked of the simulated world: the questions of the demo's story, and those whose answers a
/// reviewer has to judge.
[[nodiscard]] std::vector<Question> demoQuestions(const DemoWorld& world);

}  // namespace aurigraph::providers
