#include "nodes/http/http_client.h"

#include <curl/curl.h>
#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <mutex>

#include "core/base/decimal.h"

namespace aurigraph::http {
namespace {

constexpr std::size_t kMaxHeaderBytes = std::size_t{64} * 1024;
constexpr std::size_t kMaxIdleHandles = 8;
constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

Nanoseconds systemNow() {
  return Nanoseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count());
}

struct HandleCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, HandleCloser>;

struct ListCloser {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, ListCloser>;

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() &&
         (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n'))
    text.remove_suffix(1);
  return text;
}

std::optional<std::uint32_t> wholeSeconds(std::string_view text) {
  const auto value = parseU128(trimmed(text));
  if (!value || *value > 0x7fff'ffffU) return std::nullopt;
  return static_cast<std::uint32_t>(*value);
}

/// What libcurl's callbacks fill during one call.
struct Incoming {
  HttpAnswer answer;
  std::uint64_t maxBytes = 0;
  std::size_t headerBytes = 0;
  bool tooLarge = false;
};

std::size_t onBody(char* data, std::size_t, std::size_t size, void* user) {
  auto& in = *static_cast<Incoming*>(user);
  if (size > in.maxBytes - in.answer.body.size()) {
    in.tooLarge = true;
    return 0;
  }
  in.answer.body.insert(in.answer.body.end(), data, data + size);
  return size;
}

std::size_t onHeader(char* data, std::size_t, std::size_t size, void* user) {
  auto& in = *static_cast<Incoming*>(user);
  in.headerBytes += size;
  if (in.headerBytes > kMaxHeaderBytes) {
    in.tooLarge = true;
    return 0;
  }
  const std::string_view line(data, size);
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return size;
  const std::string name = lowered(line.substr(0, colon));
  const std::string_view value = trimmed(line.substr(colon + 1));
  HttpAnswer& answer = in.answer;
  if (name == "content-type")
    answer.contentType = lowered(trimmed(value.substr(0, value.find(';'))));
  else if (name == "etag")
    answer.etag = value;
  else if (name == "last-modified")
    answer.lastModified = value;
  else if (name == "x-aurigraph-origin")
    answer.origin = value;
  else if (name == "retry-after")
    answer.retryAfterSeconds = wholeSeconds(value);
  else if (name == "age")
    answer.ageSeconds = wholeSeconds(value);
  else if (name == "cache-control") {
    const auto at = lowered(value).find("max-age=");
    if (at != std::string::npos) {
      const auto digits = value.substr(at + 8);
      answer.maxAgeSeconds = wholeSeconds(digits.substr(0, digits.find_first_not_of("0123456789")));
    }
  } else if (name == "date") {
    const std::time_t when = curl_getdate(std::string(value).c_str(), nullptr);
    if (when > 0) answer.date = Nanoseconds(static_cast<std::int64_t>(when) * kNanosPerSecond);
  }
  return size;
}

int onProgress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return (*static_cast<const std::function<bool()>*>(user))() ? 1 : 0;
}

std::string pinList(const std::vector<Digest>& pins) {
  std::string out;
  for (const Digest& pin : pins) {
    char text[sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_ORIGINAL)];
    sodium_bin2base64(text, sizeof text, pin.bytes.data(), pin.bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    out += (out.empty() ? "sha256//" : ";sha256//") + std::string(text);
  }
  return out;
}

tl::unexpected<Error> failureOf(CURLcode code, const char* detail, const std::string& host) {
  const std::string why =
      std::string(curl_easy_strerror(code)) + (*detail != '\0' ? ": " + std::string(detail) : "");
  switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
      return fail("http.cancelled", "The call to " + host + " was given up.",
                  "Nothing: the node is stopping.");
    case CURLE_OPERATION_TIMEDOUT:
      return fail("http.timeout", host + " did not answer in time (" + why + ").",
                  "Wait for the next attempt, or raise the source's timeout.");
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
      return fail("http.pin_mismatch", host + " shows another key than the pinned one.",
                  "Find out whether the provider changed its key before you change the pin.");
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
      return fail("http.tls_failed", host + " could not prove who it is (" + why + ").",
                  "Check the host name and the trusted certificates of this source.");
    case CURLE_PARTIAL_FILE:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
      return fail("http.broken_answer", "The answer of " + host + " broke off (" + why + ").",
                  "Wait for the next attempt.");
    default:
      return fail("http.unreachable", host + " cannot be reached (" + why + ").",
                  "Check the network and the source's address.");
  }
}

}  // namespace

Nanoseconds ageOnArrival(const HttpAnswer& answer) {
  const std::int64_t delay = std::max<std::int64_t>(0, answer.receivedAt.value - answer.requestedAt.value);
  // Date is the start of its second: only whole seconds beyond it are known to have passed.
  std::int64_t apparent = answer.date ? answer.receivedAt.value - answer.date->value : 0;
  apparent = std::max<std::int64_t>(0, apparent - kNanosPerSecond);
  const std::int64_t corrected =
      answer.ageSeconds ? static_cast<std::int64_t>(*answer.ageSeconds) * kNanosPerSecond + delay : 0;
  return Nanoseconds(std::max(apparent, corrected));
}

struct HttpClient::State {
  HttpOptions options;
  std::string host;  // for messages
  std::string pins;
  std::mutex mutex;
  std::vector<Handle> idle;

  Handle take() {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        Handle handle = std::move(idle.back());
        idle.pop_back();
        return handle;
      }
    }
    return Handle(curl_easy_init());
  }
  void giveBack(Handle handle) {
    const std::lock_guard lock(mutex);
    if (idle.size() < kMaxIdleHandles) idle.push_back(std::move(handle));
  }
};

Result<std::unique_ptr<HttpClient>> HttpClient::create(HttpOptions options) {
  static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (kReady != CURLE_OK) return fail("http.unreachable", "libcurl cannot start.", "Reinstall libcurl.");
  constexpr std::string_view kScheme = "https://";
  const std::string_view url = options.baseUrl;
  const auto rest = url.substr(std::min(kScheme.size(), url.size()));
  const std::string_view authority = rest.substr(0, rest.find('/'));
  if (!url.starts_with(kScheme) || authority.empty() ||
      url.find_first_of("?#@ \r\n\\") != std::string_view::npos)
    return fail("http.bad_base_url", "\"" + options.baseUrl + "\" cannot be a source's address.",
                "Write https://host or https://host:port, with a path if needed.");
  auto state = std::make_unique<State>();
  state->host = std::string(authority);
  while (options.baseUrl.ends_with('/')) options.baseUrl.pop_back();
  state->pins = pinList(options.pins);
  state->options = std::move(options);
  return std::unique_ptr<HttpClient>(new HttpClient(std::move(state)));
}

HttpClient::HttpClient(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpClient::~HttpClient() = default;

Result<HttpAnswer> HttpClient::call(const HttpCall& call) {
  const HttpOptions& options = state_->options;
  const bool clean =
      std::all_of(call.path.begin(), call.path.end(), [](char c) { return c > ' ' && c < 0x7f; });
  if (!call.path.starts_with('/') || !clean || call.path.find("/../") != std::string::npos)
    return fail("http.bad_path", "\"" + call.path + "\" cannot be asked for.",
                "Begin with '/' and percent-encode what is not plain ASCII.");
  Handle handle = state_->take();
  if (!handle)
    return fail("http.unreachable", "No memory for another connection.", "Lower the number of sources.");
  CURL* curl = handle.get();
  curl_easy_reset(curl);

  Incoming in;
  in.maxBytes = options.maxAnswerBytes;
  const std::string url = options.baseUrl + call.path;
  HeaderList headers;
  const auto addHeader = [&](const std::string& line) {
    curl_slist* grown = curl_slist_append(headers.get(), line.c_str());
    if (grown == nullptr) return;
    (void)headers.release();
    headers.reset(grown);
  };
  for (const auto& [name, value] : options.headers) addHeader(name + ": " + value);
  if (!call.etag.empty()) addHeader("If-None-Match: " + call.etag);
  if (!call.body.empty()) addHeader("Content-Type: application/json");
  char detail[CURL_ERROR_SIZE] = "";

  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);  // another host would be outside of the allow-list
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!options.trustedPem.empty()) {
    curl_blob blob{const_cast<char*>(options.trustedPem.data()), options.trustedPem.size(), CURL_BLOB_NOCOPY};
    curl_easy_setopt(curl, CURLOPT_CAINFO_BLOB, &blob);
    curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
  }
  if (!state_->pins.empty()) curl_easy_setopt(curl, CURLOPT_PINNEDPUBLICKEY, state_->pins.c_str());
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connectTimeoutMs));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(options.totalTimeoutMs));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  if (!call.body.empty()) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.data());
  }
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, onBody);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &in);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, onHeader);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &in);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, detail);

  if (options.cancelled) {
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, onProgress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &options.cancelled);
  }

  in.answer.requestedAt = systemNow();
  const CURLcode code = curl_easy_perform(curl);
  in.answer.receivedAt = systemNow();
  if (in.tooLarge)
    return fail("http.too_large",
                "The answer of " + state_->host + " is larger than " +
                    std::to_string(options.maxAnswerBytes) + " bytes.",
                "Ask for smaller pages, or raise the source's limit.");
  if (code != CURLE_OK) return failureOf(code, detail, state_->host);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  in.answer.status = static_cast<unsigned>(status);
  in.answer.pinned = !state_->pins.empty();
  state_->giveBack(std::move(handle));
  return std::move(in.answer);
}

bool isTransient(const Error& error) {
  return error.code == "http.timeout" || error.code == "http.unreachable" ||
         error.code == "http.broken_answer";
}

}  // namespace aurigraph::http
