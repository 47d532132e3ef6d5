#include "nodes/runtime/disk.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "core/base/limits.h"
#include "nodes/runtime/clocks.h"

namespace aurigraph::runtime {
namespace {

constexpr std::size_t kPage = limits::kBufferHeaderBytes;
constexpr std::size_t kChunkBytes = std::size_t{1} * 1024 * 1024;     // of reads and of zeros
constexpr std::size_t kMaxHeldBytes = std::size_t{64} * 1024 * 1024;  // then it is written back early
constexpr std::size_t kMaxIovecs = 512;                               // below IOV_MAX
constexpr std::uint64_t kMaxReadBytes = std::uint64_t{256} * 1024 * 1024;
constexpr const char* kProbeName = ".direct-io-probe";

IoStatus statusOf(int error) {
  if (error == ENOENT) return IoStatus::kNotFound;
  if (error == ENOSPC || error == EDQUOT) return IoStatus::kNoSpace;
  return IoStatus::kFailed;
}

bool pageAligned(std::uint64_t value) {
  return value % kPage == 0;
}
bool pageAligned(const void* memory) {
  return reinterpret_cast<std::uintptr_t>(memory) % kPage == 0;
}

/// The bytes of a part. A buffer is one piece of memory: header page, then body space.
ByteView bytesOf(const WritePart& part) {
  if (!part.buffer) return ByteView(part.bytes);
  AG_ASSERT(part.offset + part.sizeBytes <=
            limits::kBufferHeaderBytes + bodyCapacity(part.buffer.bufferClass()));
  return {part.buffer.header().data() + part.offset, part.sizeBytes};
}

}  // namespace

void Disk::FreeAligned::operator()(std::uint8_t* memory) const {
  std::free(memory);
}

Disk::Disk(std::filesystem::path folder, bool crashable, std::string threadName)
    : folder_(std::move(folder)), crashable_(crashable), threadName_(std::move(threadName)) {}

Disk::~Disk() {
  finish();
}

Status Disk::open() {
  const auto unusable = [&](const std::string& why) {
    return fail("disk.unusable", "The data folder " + folder_.string() + " cannot be used: " + why + ".",
                "Choose a folder on a local disk that this user may write.");
  };
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) return unusable(error.message());
  // First: whoever has it may be writing.
  auto lock = FolderLock::take(folder_);
  if (!lock) return propagate(lock);
  const auto probe = pathOf(kProbeName);
  const int plain = ::open(probe.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (plain < 0) return unusable(std::generic_category().message(errno));
  ::close(plain);
  const int direct = ::open(probe.c_str(), O_RDWR | O_DIRECT | O_CLOEXEC);
  if (direct >= 0) {
    std::uint8_t* page = scratch(kPage);
    std::memset(page, 0, kPage);
    directIo_ = ::pwrite(direct, page, kPage, 0) == static_cast<ssize_t>(kPage);
    ::close(direct);
  }
  ::unlink(probe.c_str());
  lock_ = std::move(*lock);
  guard_ = std::make_unique<decltype(guard_)::element_type>(queue_.get_executor());
  thread_ = std::thread([this] {
    pthread_setname_np(pthread_self(), ("disk " + threadName_).substr(0, 15).c_str());
    queue_.run();
  });
  return {};
}

void Disk::submit(ActorId actor, FileId file, IoOp op, Token token, Done done) {
  boost::asio::post(queue_, [this, actor, file, op = std::move(op), token, done = std::move(done)]() mutable {
    if (crashed_.load(std::memory_order_acquire)) return;
    const std::uint64_t before = threadCpuNanoseconds();
    IoDone result = carryOut(actor, file, op);
    result.token = token;
    op = IoClose{};  // gives the buffers back before anybody hears of it
    operations_.fetch_add(1, std::memory_order_relaxed);
    cpu_.fetch_add(threadCpuNanoseconds() - before, std::memory_order_relaxed);
    if (!crashed_.load(std::memory_order_acquire)) done(std::move(result));
  });
}

void Disk::finish() {
  if (!thread_.joinable()) return;
  boost::asio::post(queue_, [this] {
    if (crashed_.load(std::memory_order_acquire)) return;
    for (auto& [key, file] : files_) (void)writeBack(file);
  });
  endThread();
}

void Disk::crash() {
  crashed_.store(true, std::memory_order_release);
  endThread();
}

void Disk::endThread() {
  if (!thread_.joinable()) return;
  guard_.reset();
  thread_.join();
  for (auto& [key, file] : files_) ::close(file.descriptor);
  files_.clear();
  held_.clear();
  lock_.release();
}

IoDone Disk::carryOut(ActorId actor, FileId id, IoOp& op) {
  IoDone done;
  if (auto* opening = std::get_if<IoOpen>(&op)) {
    done.status = openFile(actor, id, *opening, done.sizeBytes);
    return done;
  }
  if (auto* renaming = std::get_if<IoRename>(&op)) {
    done.status = renameFile(*renaming);
    return done;
  }
  if (auto* removing = std::get_if<IoRemove>(&op)) {
    done.status = removeFile(removing->name);
    return done;
  }
  if (std::holds_alternative<IoList>(op)) {
    done.status = list(done.bytes);
    return done;
  }
  const auto found = files_.find({actor, id});
  if (found == files_.end()) {
    done.status = IoStatus::kNotFound;
    return done;
  }
  File& file = found->second;
  if (auto* writing = std::get_if<IoWrite>(&op)) {
    done.status = write(file, *writing);
  } else if (std::holds_alternative<IoSync>(op)) {
    done.status = sync(file);
  } else if (auto* reading = std::get_if<IoRead>(&op)) {
    done.status = read(file, *reading, done.bytes);
  } else if (auto* allocating = std::get_if<IoAllocate>(&op)) {
    done.status = allocate(file, allocating->sizeBytes);
  } else if (std::holds_alternative<IoClose>(op)) {
    done.status = writeBack(file);
    ::close(file.descriptor);
    files_.erase(found);
  }
  return done;
}

IoStatus Disk::openFile(ActorId actor, FileId id, const IoOpen& op, std::uint64_t& sizeBytes) {
  const auto path = pathOf(op.name);
  const bool existed = ::access(path.c_str(), F_OK) == 0;
  const int flags = O_RDWR | O_CLOEXEC | (op.create ? O_CREAT : 0);
  int descriptor = directIo_ ? ::open(path.c_str(), flags | O_DIRECT, 0600) : -1;
  const bool direct = descriptor >= 0;
  if (!direct) descriptor = ::open(path.c_str(), flags, 0600);
  if (descriptor < 0) return statusOf(errno);
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0) {
    ::close(descriptor);
    return IoStatus::kFailed;
  }
  sizeBytes = static_cast<std::uint64_t>(facts.st_size);
  if (const auto held = held_.find(op.name); held != held_.end())
    for (const HeldWrite& write : held->second.writes)
      sizeBytes = std::max(sizeBytes, write.at + write.bytes.size());
  const auto [place, isNew] = files_.try_emplace({actor, id});
  if (!isNew) ::close(place->second.descriptor);
  place->second = File{descriptor, op.name, direct, true};
  return existed ? IoStatus::kDone : syncFolder();
}

IoStatus Disk::write(File& file, IoWrite& op) {
  std::vector<ByteView> parts;
  parts.reserve(op.parts.size());
  std::size_t sizeBytes = 0;
  for (const WritePart& part : op.parts) {
    parts.push_back(bytesOf(part));
    sizeBytes += parts.back().size();
  }
  bytes_.fetch_add(sizeBytes, std::memory_order_relaxed);
  if (!crashable_) {
    return writeNow(file, op.at, parts, op.sync);
  }
  HeldWrite held{op.at, {}};
  held.bytes.reserve(sizeBytes);
  for (const ByteView part : parts) held.bytes.insert(held.bytes.end(), part.begin(), part.end());
  Held& all = held_[file.name];
  all.sizeBytes += sizeBytes;
  all.writes.push_back(std::move(held));
  if (op.sync) return sync(file);
  return all.sizeBytes > kMaxHeldBytes ? writeBack(file) : IoStatus::kDone;
}

IoStatus Disk::writeBack(File& file) {
  const auto held = held_.find(file.name);
  if (held == held_.end()) return IoStatus::kDone;
  const Held writes = std::move(held->second);
  held_.erase(held);
  for (const HeldWrite& write : writes.writes)
    if (const IoStatus status = writeNow(file, write.at, {ByteView(write.bytes)}, false);
        status != IoStatus::kDone)
      return status;
  return IoStatus::kDone;
}

IoStatus Disk::sync(File& file) {
  if (const IoStatus status = writeBack(file); status != IoStatus::kDone) return status;
  return ::fdatasync(file.descriptor) == 0 ? IoStatus::kDone : statusOf(errno);
}

/// `durable`: when done. In one call where it can be: a write that the device makes durable by itself costs
/// less than a write and a flush after it.
IoStatus Disk::writeNow(File& file, std::uint64_t at, const std::vector<ByteView>& parts, bool durable) {
  const bool whole = pageAligned(at) && std::all_of(parts.begin(), parts.end(), [](ByteView part) {
                       return pageAligned(std::uint64_t{part.size()});
                     });
  if (file.direct && !whole) {
    const int flags = ::fcntl(file.descriptor, F_GETFL);
    if (flags < 0 || ::fcntl(file.descriptor, F_SETFL, flags & ~O_DIRECT) != 0) return IoStatus::kFailed;
    file.direct = false;
  }
  std::size_t toCopy = 0;
  if (file.direct)
    for (const ByteView part : parts)
      if (!pageAligned(part.data())) toCopy += part.size();
  std::uint8_t* copy = toCopy == 0 ? nullptr : scratch(toCopy);
  std::vector<iovec> pieces;
  pieces.reserve(parts.size());
  for (const ByteView part : parts) {
    if (part.empty()) continue;
    const std::uint8_t* from = part.data();
    if (file.direct && !pageAligned(from)) {
      std::memcpy(copy, from, part.size());
      from = copy;
      copy += part.size();
    }
    pieces.push_back({const_cast<std::uint8_t*>(from), part.size()});
  }
  bool atOnce = durable && file.durableWrites && !pieces.empty() && pieces.size() <= kMaxIovecs;
  std::size_t next = 0;
  while (next < pieces.size()) {
    const auto count = static_cast<int>(std::min(pieces.size() - next, kMaxIovecs));
    const ssize_t written = ::pwritev2(file.descriptor, pieces.data() + next, count, static_cast<off_t>(at),
                                       atOnce ? RWF_DSYNC : 0);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EOPNOTSUPP && atOnce) {
      atOnce = file.durableWrites = false;
      continue;
    }
    if (written <= 0) return written < 0 ? statusOf(errno) : IoStatus::kFailed;
    at += static_cast<std::uint64_t>(written);
    auto left = static_cast<std::size_t>(written);
    while (left > 0 && left >= pieces[next].iov_len) left -= pieces[next++].iov_len;
    if (left > 0) {
      pieces[next].iov_base = static_cast<std::uint8_t*>(pieces[next].iov_base) + left;
      pieces[next].iov_len -= left;
    }
  }
  if (durable && !atOnce) return ::fdatasync(file.descriptor) == 0 ? IoStatus::kDone : statusOf(errno);
  return IoStatus::kDone;
}

IoStatus Disk::read(File& file, const IoRead& op, Bytes& out) {
  if (op.sizeBytes > kMaxReadBytes) return IoStatus::kFailed;
  out.reserve(op.sizeBytes);
  std::uint8_t* chunk = scratch(kChunkBytes);
  const std::uint64_t end = op.at + op.sizeBytes;
  std::uint64_t at = op.at / kPage * kPage;  // whole pages also for files without O_DIRECT: one way
  while (at < end) {
    const std::size_t wanted = std::min<std::uint64_t>(kChunkBytes, (end - at + kPage - 1) / kPage * kPage);
    const ssize_t got = ::pread(file.descriptor, chunk, wanted, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return statusOf(errno);
    if (got == 0) break;
    const std::uint64_t from = std::max(at, op.at);
    const std::uint64_t to = std::min(at + static_cast<std::uint64_t>(got), end);
    if (to > from) out.insert(out.end(), chunk + (from - at), chunk + (to - at));
    at += static_cast<std::uint64_t>(got);
    if (!pageAligned(at)) break;  // the end of the file
  }
  const auto held = held_.find(file.name);
  if (held == held_.end()) return IoStatus::kDone;
  for (const HeldWrite& write : held->second.writes) {
    const std::uint64_t from = std::max(write.at, op.at);
    const std::uint64_t to = std::min(write.at + write.bytes.size(), end);
    if (from >= to) continue;
    if (out.size() < to - op.at) out.resize(to - op.at);
    std::memcpy(out.data() + (from - op.at), write.bytes.data() + (from - write.at), to - from);
  }
  return IoStatus::kDone;
}

IoStatus Disk::allocate(File& file, std::uint64_t sizeBytes) {
  struct stat facts {};
  if (::fstat(file.descriptor, &facts) != 0) return statusOf(errno);
  auto at = static_cast<std::uint64_t>(facts.st_size);
  if (at >= sizeBytes) return IoStatus::kDone;
  // Space first, so that a full disk says so before half is written; file systems without it just write.
  const int error =
      ::posix_fallocate(file.descriptor, static_cast<off_t>(at), static_cast<off_t>(sizeBytes - at));
  if (error == ENOSPC || error == EDQUOT) return IoStatus::kNoSpace;
  std::uint8_t* zeros = scratch(kChunkBytes);
  std::memset(zeros, 0, kChunkBytes);
  while (at < sizeBytes) {
    const std::size_t size = std::min<std::uint64_t>(kChunkBytes, sizeBytes - at);
    if (const IoStatus status = writeNow(file, at, {ByteView(zeros, size)}, false); status != IoStatus::kDone)
      return status;
    at += size;
  }
  return IoStatus::kDone;
}

IoStatus Disk::renameFile(const IoRename& op) {
  if (::rename(pathOf(op.from).c_str(), pathOf(op.to).c_str()) != 0) return statusOf(errno);
  held_.erase(op.to);
  if (auto moved = held_.extract(op.from)) {
    moved.key() = op.to;
    held_.insert(std::move(moved));
  }
  for (auto& [key, file] : files_)
    if (file.name == op.from) file.name = op.to;
  return syncFolder();
}

IoStatus Disk::removeFile(const std::string& name) {
  if (::unlink(pathOf(name).c_str()) != 0 && errno != ENOENT) return statusOf(errno);
  held_.erase(name);
  return syncFolder();
}

IoStatus Disk::list(Bytes& out) const {
  std::error_code error;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, error))
    if (const auto name = entry.path().filename(); name != FolderLock::kFileName)  // ours, not the actors'
      names.push_back(name.string());
  if (error) return IoStatus::kFailed;
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    out.insert(out.end(), name.begin(), name.end());
    out.push_back('\n');
  }
  return IoStatus::kDone;
}

IoStatus Disk::syncFolder() const {
  const int descriptor = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return statusOf(errno);
  const bool done = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return done ? IoStatus::kDone : IoStatus::kFailed;
}

std::filesystem::path Disk::pathOf(const std::string& name) const {
  AG_ASSERT(!name.empty() && name.find('/') == std::string::npos && name != "." && name != "..");
  return folder_ / name;
}

std::uint8_t* Disk::scratch(std::size_t sizeBytes) {
  if (scratchBytes_ < sizeBytes) {
    const std::size_t rounded = (sizeBytes + kPage - 1) / kPage * kPage;
    scratch_.reset(static_cast<std::uint8_t*>(std::aligned_alloc(kPage, rounded)));
    AG_ASSERT(scratch_ != nullptr);
    scratchBytes_ = rounded;
  }
  return scratch_.get();
}

}  // namespace aurigraph::runtime
