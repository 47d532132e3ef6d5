#include "core/wire/outcome.h"

#include "core/base/byte_io.h"

namespace aurigraph::wire {
namespace {

constexpr std::size_t kMaxItemBytes = std::size_t{1} * 1024 * 1024;

Digest rootOf(const std::vector<BatchResult>& results) {
  crypto::MerkleFrontier tree;
  for (const BatchResult& result : results) tree.append(crypto::leafHash(encode(result)));
  return tree.root();
}

template <class Item>
void write(ByteWriter& out, const std::vector<Item>& items) {
  out.integer(static_cast<std::uint32_t>(items.size()));
  for (const Item& item : items) out.blob(encode(item));
}

template <class Item>
Status read(ByteReader& in, Result<Item> (*decode)(ByteView), std::vector<Item>& items) {
  const auto count = in.count(sizeof(std::uint32_t));
  for (std::uint32_t at = 0; at < count && in.ok(); ++at) {
    auto item = decode(in.blob(kMaxItemBytes));
    if (!item) return propagate(item);
    items.push_back(std::move(*item));
  }
  return {};
}

}  // namespace

void EventLog::add(Event event) {
  const Bytes bytes = encode(event);
  tree_.append(crypto::leafHash(bytes));
  bytes_ += bytes.size();
  events_.push_back(std::move(event));
}

BlockOutcome EventLog::with(std::vector<BatchResult> results) && {
  const Digest root = rootOf(results);
  return {std::move(results), std::move(events_), root, tree_.root(), bytes_};
}

BlockOutcome outcomeOf(std::vector<BatchResult> results, std::vector<Event> events) {
  EventLog log;
  for (Event& event : events) log.add(std::move(event));
  return std::move(log).with(std::move(results));
}

Digest historyLeaf(const Digest& blockHash, const Digest& resultsRoot, const Digest& eventsRoot) {
  ByteWriter data;
  data.fixed(blockHash).fixed(resultsRoot).fixed(eventsRoot);
  return crypto::leafHash(data.bytes());
}

Bytes encode(const BlockOutcome& outcome) {
  ByteWriter out;
  write(out, outcome.results);
  write(out, outcome.events);
  return out.take();
}

Result<BlockOutcome> decodeOutcome(ByteView bytes) {
  ByteReader in(bytes);
  std::vector<BatchResult> results;
  std::vector<Event> events;
  if (auto status = read(in, decodeBatchResult, results); !status) return propagate(status);
  if (auto status = read(in, decodeEvent, events); !status) return propagate(status);
  if (!in.finished())
    return fail("result.malformed", "What a block made cannot be read.",
                "Fetch it again; if it stays, report the node.");
  return outcomeOf(std::move(results), std::move(events));
}

std::size_t sizeBytes(const BlockOutcome& outcome) {
  std::size_t sum = sizeof(outcome);
  for (const BatchResult& result : outcome.results)
    sum += sizeof(result) + result.failures.capacity() * sizeof(OperationFailure);
  return sum + outcome.events.size() * sizeof(Event) + outcome.eventsBytes;
}

}  // namespace aurigraph::wire
