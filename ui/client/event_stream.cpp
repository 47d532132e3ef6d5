#include "ui/client/event_stream.h"

#include <QTimer>

#include "ui/client/backoff.h"

namespace aurigraph::ui {

/// Lives on the stream's thread, with a transport of its own.
class EventStream::Worker : public QObject {
 public:
  Worker(EventStream& owner, Transport::Maker make, QByteArray bearer, EventPump& pump)
      : owner_(owner), make_(std::move(make)), bearer_(std::move(bearer)), pump_(pump) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &Worker::begin);
  }
  ~Worker() override { stream_.reset(); }

  void restart(const QByteArray& bearer) {
    bearer_ = bearer;
    begin();
  }

  void begin() {
    if (!transport_) transport_ = make_();
    again_.stop();
    HttpRequest request;
    request.path = QStringLiteral(
        "/api/v11/events?topics=block,certificate,leader,identity,asset,token,record,review,metric");
    request.bearer = bearer_;
    request.lastEventId = lastId_;
    parser_.reset();
    stream_ = transport_->open(request);
    connect(stream_.get(), &ByteStream::opened, this, [this] {
      backoff_.reset();
      Q_EMIT owner_.live();
    });
    connect(stream_.get(), &ByteStream::received, this, [this](const QByteArray& bytes) {
      parser_.feed(bytes, [this](RawEvent&& event) {
        if (!event.id.isEmpty()) lastId_ = event.id;
        pump_.put(std::move(event));
      });
    });
    connect(stream_.get(), &ByteStream::closed, this, [this](const HttpAnswer& why) {
      // Events that are no longer kept, or of another history: begin at the present and say so.
      if (why.status == 400 || why.status == 410) {
        lastId_.clear();
        pump_.putGap();
      }
      Q_EMIT owner_.lost(why.detail);
      again_.start(backoff_.nextMs());
    });
  }

 private:
  EventStream& owner_;
  Transport::Maker make_;
  std::unique_ptr<Transport> transport_;
  QByteArray bearer_;
  EventPump& pump_;
  QByteArray lastId_;
  EventParser parser_;
  std::unique_ptr<ByteStream> stream_;
  Backoff backoff_;
  QTimer again_{this};  ///< A child: moves to the thread with its worker.
};

EventStream::EventStream(const Transport& like, QByteArray bearer, EventPump& pump, QObject* parent)
    : QObject(parent), worker_(new Worker(*this, like.again(), std::move(bearer), pump)) {
  thread_.setObjectName(QStringLiteral("events"));
  worker_->moveToThread(&thread_);
  connect(&thread_, &QThread::started, worker_, [worker = worker_] { worker->begin(); });
  connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
  thread_.start();
}

void EventStream::setBearer(const QByteArray& bearer) {
  QMetaObject::invokeMethod(worker_, [worker = worker_, bearer] { worker->restart(bearer); });
}

void EventStream::end() {
  connect(&thread_, &QThread::finished, this, &EventStream::ended);
  thread_.quit();
}

EventStream::~EventStream() {
  thread_.quit();
  thread_.wait();
}

}  // namespace aurigraph::ui
