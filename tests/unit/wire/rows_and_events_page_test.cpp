// docs/formats/state.md lists every row, docs/formats/events.md every event, as they stand in their headers.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "core/wire/events/all.h"
#include "core/wire/rows/all.h"
#include "tests/support/field_page.h"
#include "tests/support/field_sample.h"

namespace aurigraph::wire {
namespace {

std::string page(const std::string& name) {
  std::ifstream file(std::string(AURIGRAPH_SOURCE_DIR) + "/docs/formats/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t numberedLines(const std::string& text) {
  std::size_t out = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    out += line.size() > 2 && line.starts_with("| ") && line[2] >= '0' && line[2] <= '9';
  return out;
}

template <class T>
std::string fieldsOf() {
  test::FieldPage writer;
  const T fresh{};
  T::fields(fresh, writer);
  return writer.line();
}

TEST(StatePage, ListsEveryRowWithItsFields) {
  const std::string text = page("state.md");
  std::size_t rows = 0;
  eachRowKind([&]<class Row>(const Row&) {
    const std::string line = "| " + std::to_string(static_cast<unsigned>(Row::kTable)) + " | " +
                             std::string(Row::kName) + " | " + fieldsOf<Row>() + " |\n";
    EXPECT_NE(text.find(line), std::string::npos) << "the page lacks this line:\n" << line;
    ++rows;
  });
  EXPECT_EQ(numberedLines(text), rows) << "the page has lines of no row";
}

TEST(EventsPage, ListsEveryEventWithItsFields) {
  const std::string text = page("events.md");
  std::size_t events = 0;
  anyEventKind([&]<class Each>(const Each&) {
    const std::string line = "| " + std::to_string(static_cast<unsigned>(Each::kKind)) + " | " +
                             std::string(Each::kName) + " | " + std::string(Each::kTopic) + " | " +
                             fieldsOf<Each>() + " |\n";
    EXPECT_NE(text.find(line), std::string::npos) << "the page lacks this line:\n" << line;
    ++events;
    return false;
  });
  EXPECT_EQ(numberedLines(text), events) << "the page has lines of no event";
}

TEST(Events, ATopicIsShownToOneAudience) {
  std::map<std::string_view, Audience> known;
  anyEventKind([&]<class Each>(const Each&) {
    EXPECT_EQ(known.emplace(Each::kTopic, Each::kAudience).first->second, Each::kAudience) << Each::kName;
    return false;
  });
}

TEST(Events, EachHasOneEncodingAndAKindOfItsOwn) {
  unsigned last = 0;
  anyEventKind([&]<class Each>(const Each&) {
    EXPECT_GT(static_cast<unsigned>(Each::kKind), last) << Each::kName;
    last = static_cast<unsigned>(Each::kKind);
    const Event event{{CauseKind::kCommand, 3, 4}, test::sampleOf<Each>()};
    const Bytes bytes = encode(event);
    const auto back = decodeEvent(bytes);
    EXPECT_TRUE(back && *back == event) << Each::kName;
    for (std::size_t size = 0; size < bytes.size(); ++size)
      EXPECT_EQ(decodeEvent(ByteView(bytes).first(size)).error().code, "event.malformed") << size;
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      Bytes changed = bytes;
      changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
      const auto decoded = decodeEvent(changed);
      EXPECT_TRUE(!decoded || encode(*decoded) == changed) << Each::kName << ", bit " << bit;
    }
    return false;
  });
}

}  // namespace
}  // namespace aurigraph::wire
