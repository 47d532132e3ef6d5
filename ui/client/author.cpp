#include "ui/client/author.h"

#include <QDateTime>
#include <QJsonArray>
#include <QPromise>
#include <QRandomGenerator>
#include <QTimer>
#include <algorithm>
#include <functional>

#include "core/wire/batch.h"
#include "core/wire/session_number.h"
#include "ui/client/backoff.h"

namespace aurigraph::ui {
namespace {

constexpr qint64 kValidMs = 120'000;
constexpr int kMaxSessions = 3;  ///< One may be closed, or taken by another program, meanwhile.
constexpr int kMaxRepeats = 5;   ///< Of the same bytes, when the answer got lost.

bool wantsNewSession(const QString& code) {
  return code.startsWith(QLatin1String("session."));
}

}  // namespace

struct Author::Job {
  std::function<Bytes(const wire::BatchDraft&)> signer;
  OnSigned onSigned;
  Wait wait = Wait::kCommitted;
  QPromise<Reply<Sent>> promise;
  QByteArray bytes;
  int sessions = 0;
  int repeats = 0;
  Backoff backoff;
};

Author::Author(ApiClient& api, crypto::SigningKey key, const Digest& genesis, QObject* parent)
    : QObject(parent), api_(api), key_(std::move(key)), genesis_(genesis) {}

QFuture<Reply<Sent>> Author::send(std::vector<wire::AnyCommand> commands, Wait wait, OnSigned onSigned) {
  auto job = std::make_shared<Job>();
  std::vector<wire::Command> encoded;
  for (const auto& command : commands)
    encoded.push_back({static_cast<std::uint16_t>(wire::kindOf(command)), wire::encodePayload(command)});
  job->signer = [this, encoded = std::move(encoded)](const wire::BatchDraft& draft) {
    return wire::signCommands(draft, encoded, key_);
  };
  job->onSigned = std::move(onSigned);
  job->wait = wait;
  job->promise.start();
  auto future = job->promise.future();
  enqueue(std::move(job));
  return future;
}

QFuture<Reply<Sent>> Author::transfer(const wire::Transfer& transfer, Wait wait) {
  auto job = std::make_shared<Job>();
  job->signer = [this, transfer](const wire::BatchDraft& draft) {
    return wire::signTransfers(draft, std::span<const wire::Transfer>(&transfer, 1), key_);
  };
  job->wait = wait;
  job->promise.start();
  auto future = job->promise.future();
  enqueue(std::move(job));
  return future;
}

void Author::enqueue(std::shared_ptr<Job> job) {
  jobs_.push_back(std::move(job));
  if (!busy_) next();
}

void Author::next() {
  busy_ = !jobs_.empty();
  if (!busy_) return;
  const auto job = jobs_.front();
  jobs_.pop_front();
  if (session_ == 0)
    openSession(job);
  else
    sign(job);
}

void Author::openSession(const std::shared_ptr<Job>& job) {
  ++job->sessions;
  const QString key = QString::fromLatin1(qtBytes(key_.publicKey().view()).toHex());
  api_.get(QStringLiteral("/query/sessions/") + key).then(this, [this, job](const Answer& answer) {
    if (!answer) return finish(job, tl::unexpected(answer.error()));
    const auto known = static_cast<quint64>((*answer)[QLatin1String("highest_session")].toInteger());
    const Nanoseconds clock(QDateTime::currentMSecsSinceEpoch() * 1'000'000);
    const SessionNumber highest(std::max(known, opened_));
    session_ = opened_ = wire::freshSession(highest, clock, QRandomGenerator::global()->generate()).value;
    nextRequest_ = 1;
    sign(job);
  });
}

void Author::sign(const std::shared_ptr<Job>& job) {
  wire::BatchDraft draft;
  draft.genesis = genesis_;
  draft.session = SessionNumber(session_);
  draft.request = RequestNumber(nextRequest_);
  const qint64 validUntilMs = QDateTime::currentMSecsSinceEpoch() + kValidMs;
  draft.validUntil = Nanoseconds(validUntilMs * 1'000'000);
  job->bytes = qtBytes(job->signer(draft));
  if (job->onSigned)
    if (const auto header = wire::parseBatchHeader(viewOf(job->bytes).first(sizeof(wire::BatchHeader))))
      job->onSigned(QString::fromLatin1(qtBytes(header->digest().view()).toHex()),
                    QDateTime::fromMSecsSinceEpoch(validUntilMs));
  job->repeats = 0;
  submit(job);
}

void Author::submit(const std::shared_ptr<Job>& job) {
  api_.submit(job->bytes, job->wait).then(this, [this, job](const Answer& answer) { answered(job, answer); });
}

void Author::answered(const std::shared_ptr<Job>& job, const Answer& answer) {
  if (!answer) {
    const ApiError& error = answer.error();
    if (wantsNewSession(error.code) && job->repeats == 0 && job->sessions < kMaxSessions)
      return openSession(job);
    if (error.passing() && job->repeats < kMaxRepeats) {
      ++job->repeats;
      const int wait = std::max(error.retryAfterSeconds * 1'000, job->backoff.nextMs());
      QTimer::singleShot(wait, this, [this, job] { submit(job); });
      return;
    }
    session_ = 0;  // Whether the number was used is not known; a session of its own cannot be wrong.
    return finish(job, tl::unexpected(error));
  }
  auto sent = sentIn(*answer);
  if (answer->contains(QLatin1String("refused"))) {
    session_ = 0;
    if (!sent && wantsNewSession(sent.error().code) && job->repeats == 0 && job->sessions < kMaxSessions)
      return openSession(job);
  } else {
    ++nextRequest_;
  }
  finish(job, std::move(sent));
}

Reply<Sent> sentIn(const QJsonObject& outcome) {
  if (!outcome[QLatin1String("failures")].isArray() || !outcome[QLatin1String("height")].isDouble())
    return tl::unexpected(unreadableAnswer(200));
  const auto failures = outcome[QLatin1String("failures")].toArray();
  const auto refused = outcome[QLatin1String("refused")];
  if (!refused.isUndefined() || !failures.isEmpty()) {
    const auto why = (refused.isUndefined() ? failures.at(0) : refused).toObject();
    return tl::unexpected(ApiError{why[QLatin1String("code")].toString(),
                                   why[QLatin1String("message")].toString(),
                                   why[QLatin1String("remedy")].toString(), 200, 0});
  }
  return Sent{outcome[QLatin1String("batch")].toString(),
              static_cast<quint64>(outcome[QLatin1String("height")].toInteger()),
              outcome[QLatin1String("final")].toBool()};
}

void Author::finish(const std::shared_ptr<Job>& job, Reply<Sent> reply) {
  job->promise.addResult(std::move(reply));
  job->promise.finish();
  next();
}

}  // namespace aurigraph::ui
