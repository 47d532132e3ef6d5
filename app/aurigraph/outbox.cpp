#include "app/aurigraph/outbox.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <thread>
#include <variant>

#include "core/wire/commands.h"
#include "nodes/client/answers.h"
#include "nodes/files/files.h"

namespace aurigraph::cli {
namespace {

using client::numberIn;
using client::textIn;
using std::filesystem::path;

constexpr std::string_view kFormat = "aurigraph/order/1";
constexpr std::string_view kSuffix = ".json";
constexpr std::size_t kLeastIdDigits = 6;
constexpr std::chrono::milliseconds kLockPause{50};

std::error_code lastError() {
  return {errno, std::generic_category()};
}

tl::unexpected<Error> unwritable(const path& where, const std::error_code& error) {
  return fail("outbox.unwritable",
              "The order cannot be kept in " + where.string() + " (" + error.message() + ").",
              "Check the folder's owner, its mode and the free space.");
}

tl::unexpected<Error> damaged(const path& file) {
  return fail("outbox.damaged", file.string() + " should hold signed orders and cannot be read.",
              "Restore it, or move it away once you have made sure what became of the order.");
}

Status makeFolder(const path& folder) {
  std::error_code error;
  if (::mkdir(folder.c_str(), 0700) == 0)
    error = files::syncFolder(folder.parent_path());
  else if (errno != EEXIST)
    error = lastError();
  else if (std::filesystem::symlink_status(folder, error).type() != std::filesystem::file_type::directory)
    error = std::make_error_code(std::errc::not_a_directory);
  if (error) return unwritable(folder, error);
  return {};
}

// Under the author's lock.
Status writeDurably(const path& file, std::string_view content) {
  if (const auto error = files::replaceDurably(file, asBytes(content), files::kForOwner))
    return unwritable(file, error);
  return {};
}

std::string textOf(const KeptOrder& order) {
  boost::json::object out{{"format", kFormat},
                          {"batch", toHex(order.batch)},
                          {"words", order.words},
                          {"gateway", order.gateway},
                          {"kept_at", std::to_string(order.keptAt.value)}};
  if (order.settled)
    out["settled"] = {{"ending", nameOf(order.settled->ending)},
                      {"code", order.settled->code},
                      {"message", order.settled->message},
                      {"height", order.settled->height.value},
                      {"at", std::to_string(order.settled->at.value)},
                      {"told", order.settled->told}};
  return boost::json::serialize(out) + "\n";
}

std::optional<Ending> endingNamed(std::string_view name) {
  for (const auto each : {Ending::kExecuted, Ending::kRefused, Ending::kNever})
    if (nameOf(each) == name) return each;
  return std::nullopt;
}

Result<Settlement> settlementIn(const boost::json::value& value, const path& file) {
  const auto ending = endingNamed(textIn(value, "ending"));
  const auto height = numberIn(value, "height");
  const auto at = numberIn(value, "at");
  if (!ending || !height || !at) return damaged(file);
  const auto* told = value.get_object().if_contains("told");
  return Settlement{.ending = *ending,
                    .code = textIn(value, "code"),
                    .message = textIn(value, "message"),
                    .height = Height(*height),
                    .at = Nanoseconds(static_cast<std::int64_t>(*at)),
                    .told = told != nullptr && told->is_bool() && told->get_bool()};
}

Result<KeptOrder> readOrder(const path& file) {
  const auto content = files::readFile(file);
  if (!content) return damaged(file);
  boost::system::error_code code;
  const auto value = boost::json::parse({content->data(), content->size()}, code);
  if (code || textIn(value, "format") != kFormat) return damaged(file);
  auto batch = fromHex(textIn(value, "batch"));
  const auto keptAt = numberIn(value, "kept_at");
  if (!batch || !keptAt) return damaged(file);
  auto order = KeptOrder::of(std::move(*batch), textIn(value, "words"), textIn(value, "gateway"),
                             Nanoseconds(static_cast<std::int64_t>(*keptAt)));
  // The name is the digest: a file that says something else than it is called is not to be sent.
  if (!order || file.stem() != toHex(order->id().view())) return damaged(file);
  if (const auto* settled = value.get_object().if_contains("settled")) {
    auto read = settlementIn(*settled, file);
    if (!read) return propagate(read);
    order->settled = std::move(*read);
  }
  return order;
}

/// A folder that is not there holds none; one that cannot be read may hold some.
Result<std::vector<path>> orderFiles(const path& folder) {
  std::vector<path> out;
  std::error_code error;
  std::filesystem::directory_iterator at(folder, error);
  for (; !error && at != std::filesystem::directory_iterator(); at.increment(error))
    if (at->path().extension() == kSuffix) out.push_back(at->path());
  if (error && error != std::errc::no_such_file_or_directory) return damaged(folder);
  return out;
}

void sortByAge(std::vector<KeptOrder>& orders) {
  std::ranges::sort(orders, {}, [](const KeptOrder& each) { return each.keptAt.value; });
}

}  // namespace

std::string_view nameOf(Ending ending) {
  switch (ending) {
    case Ending::kExecuted:
      return "done";
    case Ending::kRefused:
      return "refused";
    case Ending::kNever:
      return "never";
  }
  return "never";
}

Result<KeptOrder> KeptOrder::of(Bytes batch, std::string words, std::string gateway, Nanoseconds keptAt) {
  const auto header = wire::parseBatch(batch);
  if (!header) return propagate(header);
  return KeptOrder{.batch = std::move(batch),
                   .header = *header,
                   .words = std::move(words),
                   .gateway = std::move(gateway),
                   .keptAt = keptAt,
                   .settled = std::nullopt};
}

bool KeptOrder::sameAs(const wire::BatchHeader& other) const {
  return header.author == other.author && header.genesis == other.genesis && header.lane == other.lane &&
         header.kind == other.kind && header.count == other.count && header.bodyRoot == other.bodyRoot;
}

std::vector<Digest> KeptOrder::reviewed() const {
  std::vector<Digest> out;
  if (header.kind != wire::BatchKind::kCommands) return out;
  const auto commands = wire::splitCommands(header.count, ByteView(batch).subspan(limits::kBatchHeaderBytes));
  if (!commands) return out;
  for (const auto& view : *commands) {
    const auto command = wire::decodeCommand(view.kind, view.payload);
    if (!command) continue;
    if (const auto* claim = std::get_if<wire::ClaimReview>(&*command)) out.push_back(claim->recordId);
    if (const auto* release = std::get_if<wire::ReleaseReview>(&*command)) out.push_back(release->recordId);
    if (const auto* decide = std::get_if<wire::DecideReview>(&*command)) out.push_back(decide->recordId);
  }
  return out;
}

OutboxLock::~OutboxLock() {
  if (file_ >= 0) ::close(file_);
}

path Outbox::fileOf(const Digest& id) const {
  return folder_ / (toHex(id.view()) + std::string(kSuffix));
}

Result<OutboxLock> Outbox::lock(const PublicKey& author, std::chrono::milliseconds timeout,
                                const std::function<void()>& onWait) const {
  if (auto made = makeFolder(folder_); !made) return propagate(made);
  const auto file = folder_ / (toHex(author.view()) + ".lock");
  const int opened = ::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (opened < 0) return unwritable(file, lastError());
  OutboxLock out(opened);
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  for (bool told = false; ::flock(opened, LOCK_EX | LOCK_NB) != 0;) {
    if (errno != EWOULDBLOCK && errno != EINTR) return unwritable(file, lastError());
    if (!std::exchange(told, true)) onWait();
    if (std::chrono::steady_clock::now() > deadline)
      return fail("outbox.locked", "Another aurigraph is still at work with this key; nothing was signed.",
                  "Let it finish, then give the order.");
    std::this_thread::sleep_for(kLockPause);
  }
  return out;
}

Status Outbox::keep(const KeptOrder& order) const {
  if (auto made = makeFolder(folder_); !made) return made;
  const auto file = fileOf(order.id());
  auto written = writeDurably(file, textOf(order));
  if (!written) ::unlink(file.c_str());  // renamed but not synced: what may be lost is not kept
  return written;
}

Status Outbox::settle(KeptOrder order, Settlement settlement) const {
  const auto file = fileOf(order.id());
  const Nanoseconds now = settlement.at;
  order.settled = std::move(settlement);
  if (auto written = writeDurably(file, textOf(order)); !written) return written;
  // From here on it is settled wherever it lies.
  const auto folder = folder_ / "settled";
  if (auto made = makeFolder(folder); !made) return made;
  if (::rename(file.c_str(), (folder / file.filename()).c_str()) != 0) return unwritable(folder, lastError());
  auto old = settled();
  std::erase_if(old, [&](const KeptOrder& each) { return each.settled->countsUntold(now); });
  for (std::size_t at = 0; at + kSettledKept < old.size(); ++at)
    ::unlink((folder / fileOf(old[at].id()).filename()).c_str());
  return {};
}

Status Outbox::markTold(KeptOrder order) const {
  if (!order.settled) return {};
  order.settled->told = true;
  const auto file = folder_ / "settled" / fileOf(order.id()).filename();
  const path beside = file.string() + std::string(files::kUnfinished);
  ::unlink(beside.c_str());
  auto error = files::createSynced(beside, asBytes(textOf(order)), files::kForOwner);
  // The last step, so that who is ended before the command was seen to end is told once more.
  if (!error) std::filesystem::rename(beside, file, error);
  if (error) return unwritable(file, error);
  return {};
}

Status Outbox::forget(const KeptOrder& order) const {
  const auto file = fileOf(order.id());
  const auto settled = folder_ / "settled" / file.filename();
  for (const auto& each : {file, settled})
    if (::unlink(each.c_str()) != 0 && errno != ENOENT) return unwritable(each, lastError());
  return {};
}

Result<std::vector<KeptOrder>> Outbox::open() const {
  std::vector<KeptOrder> out;
  const auto files = orderFiles(folder_);
  if (!files) return propagate(files);
  for (const auto& file : *files) {
    auto order = readOrder(file);
    std::error_code ignored;
    if (!order && !std::filesystem::exists(file, ignored)) continue;  // settled by another program just now
    if (!order) return propagate(order);
    if (!order->settled) out.push_back(std::move(*order));
  }
  sortByAge(out);
  return out;
}

std::vector<KeptOrder> Outbox::settled() const {
  std::vector<KeptOrder> out;
  for (const auto& folder : {folder_, folder_ / "settled"})
    for (const auto& file : orderFiles(folder).value_or(std::vector<path>()))
      if (auto order = readOrder(file); order && order->settled) out.push_back(std::move(*order));
  sortByAge(out);
  return out;
}

Result<KeptOrder> Outbox::find(std::string_view id) const {
  if (id.size() < kLeastIdDigits || id.find_first_not_of("0123456789abcdef") != std::string_view::npos)
    return fail("outbox.bad_id", "'" + std::string(id.substr(0, 80)) + "' is no order's id.",
                "Give at least the first " + std::to_string(kLeastIdDigits) +
                    " digits of one that aurigraph outbox list shows.");
  auto all = open();
  if (!all) return propagate(all);
  std::ranges::move(settled(), std::back_inserter(*all));
  std::optional<KeptOrder> found;
  for (auto& order : *all) {
    if (!toHex(order.id().view()).starts_with(id)) continue;
    if (found)
      return fail("outbox.ambiguous", "Several orders begin with " + std::string(id) + ".",
                  "Give more digits.");
    found = std::move(order);
  }
  if (!found)
    return fail("outbox.unknown", "No order here begins with " + std::string(id) + ".",
                "See aurigraph outbox list.");
  return std::move(*found);
}

}  // namespace aurigraph::cli
