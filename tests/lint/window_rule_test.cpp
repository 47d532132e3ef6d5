// What the window's sources must not say, read off their text (docs/architecture.md, ui/README.md).

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Source {
  std::string path;  ///< From the top.
  std::vector<std::string> lines;
};

/// Without comments; what stands in a string stays.
std::string withoutComments(const std::string& text) {
  std::string out;
  enum { kCode, kString, kCharacter, kLine, kBlock } state = kCode;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    switch (state) {
      case kCode:
        if (c == '/' && next == '/')
          state = kLine;
        else if (c == '/' && next == '*')
          state = kBlock;
        else if (c == '"')
          state = kString;
        // 1'000 is a number.
        else if (c == '\'' && (at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0))
          state = kCharacter;
        if (state == kCode || state == kString || state == kCharacter) out += c;
        break;
      case kString:
      case kCharacter:
        out += c;
        if (c == '\\')
          out += text[++at];
        else if (c == (state == kString ? '"' : '\''))
          state = kCode;
        break;
      case kLine:
        if (c == '\n') state = kCode, out += c;
        break;
      case kBlock:
        if (c == '\n') out += c;
        if (c == '*' && next == '/') state = kCode, ++at;
        break;
    }
  }
  return out;
}

std::vector<Source> sourcesOf(const std::vector<std::string>& folders) {
  const fs::path root = AURIGRAPH_SOURCE_DIR;
  std::vector<Source> out;
  for (const auto& folder : folders) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      std::ifstream file(entry.path());
      std::stringstream text;
      text << file.rdbuf();
      Source source{fs::relative(entry.path(), root).string(), {}};
      std::stringstream lines(withoutComments(text.str()));
      for (std::string line; std::getline(lines, line);) source.lines.push_back(line);
      out.push_back(std::move(source));
    }
  }
  return out;
}

using Allowed = std::function<bool(const std::string& path, const std::string& line)>;

void expectNowhere(const std::vector<Source>& sources, const std::regex& pattern, const char* why,
                   const Allowed& allowed = {}) {
  for (const auto& source : sources)
    for (std::size_t at = 0; at < source.lines.size(); ++at)
      if (std::regex_search(source.lines[at], pattern) &&
          !(allowed && allowed(source.path, source.lines[at])))
        ADD_FAILURE() << source.path << ":" << at + 1 << ": " << why << "\n  " << source.lines[at];
}

std::vector<Source> window() {
  auto out = sourcesOf({"ui"});
  EXPECT_GT(out.size(), 20U) << "no sources found: this test would prove nothing";
  return out;
}

TEST(WindowRule, TheRulesSeeWhatTheyForbid) {
  EXPECT_EQ(withoutComments("a // b\nc /* d */ \"// e\" 1'000 '\"' f"), "a \nc  \"// e\" 1'000 '\"' f");
}

// A label takes text that looks like markup for markup; PlainLabel does not.
TEST(WindowRule, TextOfOthersIsNeverTakenForMarkup) {
  const std::regex bare(
      R"(new QLabel\b|\bQLabel\s+[a-z_]\w*\s*[;({=]|:\s*public QLabel\b|make_unique<QLabel>)");
  const auto sources = sourcesOf({"ui/pages", "ui/wizard", "ui/shell", "ui/charts"});
  ASSERT_GT(sources.size(), 5U) << "no sources found: this test would prove nothing";
  expectNowhere(sources, bare, "use PlainLabel");
  expectNowhere(window(), std::regex(R"(Qt::(RichText|AutoText|MarkdownText)|setHtml\(|setMarkdown\()"),
                "text is shown as plain text");
}

// R-UI-3. A thread that is left may be waited for; the UI's own work may not be.
TEST(WindowRule, TheUiThreadNeverWaits) {
  const std::regex waiting(
      R"(\bwaitFor\w*\s*\(|\bQEventLoop\b|processEvents\s*\(|(->|\.)exec\s*\(|QThread::m?u?sleep\s*\(|sleep_for\s*\(|sleep_until\s*\(|Qt::BlockingQueuedConnection|QMessageBox::(question|information|warning|critical)\s*\(|QFileDialog::get\w+\s*\(|QInputDialog::get\w+\s*\()");
  expectNowhere(window(), waiting, "the UI thread does not wait",
                [](const std::string& path, const std::string& line) {
                  // The watchdog is a thread that measures the UI's; an SQL statement is executed on the
                  // store's own thread.
                  if (path == "ui/shell/watchdog.cpp") return line.find("sleep_for") != std::string::npos;
                  return std::regex_search(line, std::regex(R"((query|statement|sql)\w*(\.|->)exec\s*\()"));
                });
}

TEST(WindowRule, OnlyTheClientKnowsTheNetwork) {
  const std::regex network(
      R"(#\s*include\s*[<"](QtNetwork/)?(QNetwork\w*|QSsl\w*|QTcp\w*|QUdp\w*|QHost\w*|QLocalS\w*|QWebSocket\w*|QtNetwork)[>"])");
  expectNowhere(window(), network, "only ui/client speaks to the network",
                [](const std::string& path, const std::string&) { return path.starts_with("ui/client/"); });
}

// A helper that reads one value by its name was written five times before it had a home.
TEST(WindowRule, ValuesOfTheApiAreReadByTheOneReader) {
  expectNowhere(window(), std::regex(R"(\[QLatin1String\(\w+\)\]\.to(String|Integer|Int|Double)\()"),
                "use ui/client/json.h",
                [](const std::string& path, const std::string&) { return path == "ui/client/json.cpp"; });
}

// SQL, files and other long work have homes of their own; here are the words that people read.
TEST(WindowRule, EveryWordIsTranslated) {
  const std::regex said(
      R"(\b(setText|setWindowTitle|setToolTip|setStatusTip|setWhatsThis|setPlaceholderText|setAccessibleName|setAccessibleDescription|setTitle|setLabelText|addAction|addTab|addItem|showMessage|setNote)\s*\(\s*(QStringLiteral|QLatin1String|QString::fromLatin1|QString::fromUtf8|u)?\s*\(?\s*"[^"]*[A-Za-z]{2,})");
  // An address as an example is the same in every language.
  const Allowed address = [](const std::string&, const std::string& line) {
    return std::regex_search(line, std::regex(R"re("[^" ]*[.:/][^" ]*")re"));
  };
  expectNowhere(window(), said, "text for people goes through tr()", address);
  const std::regex made(
      R"(new (PlainLabel|Chip|CopyField|Card|QPushButton|QToolButton|QCheckBox|QRadioButton|QGroupBox|QAction)\s*\(\s*(QStringLiteral|QLatin1String)\s*\(\s*"[^"]*[A-Za-z]{2,})");
  expectNowhere(window(), made, "text for people goes through tr()");
}

}  // namespace
