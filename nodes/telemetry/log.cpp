#include "nodes/telemetry/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <cstdint>
#include <string_view>

namespace aurigraph::telemetry {

namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{16} * 1024 * 1024;
constexpr std::size_t kKeptFiles = 5;

void appendEscaped(std::string_view text, spdlog::memory_buf_t& out) {
  static constexpr char kDigits[] = "0123456789abcdef";
  const auto put = [&](std::string_view piece) { out.append(piece.data(), piece.data() + piece.size()); };
  for (const char raw : text) {
    const auto byte = static_cast<std::uint8_t>(raw);
    if (raw == '"' || raw == '\\') {
      const char pair[] = {'\\', raw};
      put({pair, 2});
    } else if (raw == '\n') {
      put("\\n");
    } else if (byte < 0x20 || byte == 0x7F) {
      const char code[] = {'\\', 'u', '0', '0', kDigits[byte >> 4], kDigits[byte & 15]};
      put({code, 6});
    } else {
      out.push_back(raw);
    }
  }
}

/// %* in the pattern: the message, escaped.
class EscapedMessage : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
    appendEscaped({message.payload.data(), message.payload.size()}, out);
  }
  [[nodiscard]] std::unique_ptr<custom_flag_formatter> clone() const override {
    return std::make_unique<EscapedMessage>();
  }
};

std::string escaped(std::string_view text) {
  spdlog::memory_buf_t buffer;
  appendEscaped(text, buffer);
  std::string out(buffer.data(), buffer.size());
  // A per cent sign would be read as a flag of the pattern.
  for (std::size_t at = 0; (at = out.find('%', at)) != std::string::npos; at += 2) out.insert(at, "%");
  return out;
}

}  // namespace

std::shared_ptr<spdlog::logger> makeLogger(const LogOptions& options, spdlog::sink_ptr sink) {
  auto logger = std::make_shared<spdlog::logger>(options.node, std::move(sink));
  auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
  formatter->add_flag<EscapedMessage>('*');
  formatter->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l","node":")" + escaped(options.node) +
                         R"(","thread":%t,"message":"%*"})");
  logger->set_formatter(std::move(formatter));
  logger->set_level(spdlog::level::from_str(options.level));
  logger->flush_on(spdlog::level::warn);
  return logger;
}

std::shared_ptr<spdlog::logger> makeLogger(const LogOptions& options) {
  if (options.file.empty()) return makeLogger(options, std::make_shared<spdlog::sinks::stderr_sink_mt>());
  return makeLogger(options, std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                                 options.file.string(), kMaxFileBytes, kKeptFiles));
}

}  // namespace aurigraph::telemetry
