#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <functional>

#include "ui/client/transport.h"

namespace aurigraph::ui {

/// A gateway made of recorded answers, for tests and pictures: everything the window asks is answered from
/// memory, on the next turn of the event loop. Shared by all transports that came from again().
class RecordedGateway {
 public:
  /// Reads `FOLDER/answers.json`: {"GET /query/status": {"status": 200, "body": {…}}, …}; a body of
  /// {"file": "name"} is that file's bytes. False: unreadable.
  bool load(const QString& folder);

  void answer(const QByteArray& method, const QString& path, const QJsonObject& body, int status = 200);
  void answerBytes(const QByteArray& method, const QString& path, const QByteArray& body, int status = 200);
  /// Instead of an answer: the request is given to `handle`. Path without query matches any query.
  void handle(const QByteArray& method, const QString& path,
              std::function<HttpAnswer(const HttpRequest&)> handler);
  /// Every request fails so until kNone is set again.
  void fail(HttpAnswer::Failure failure);
  /// Answers to requests wait until release(); for states that are loading.
  void hold(bool held);

  /// Puts text into every open event stream.
  void push(const QByteArray& topic, const QJsonObject& data, const QByteArray& id = {});

  [[nodiscard]] std::unique_ptr<Transport> transport();
  /// All requests so far, oldest first.
  [[nodiscard]] QList<HttpRequest> requests() const;

  struct State;
  RecordedGateway();
  ~RecordedGateway();

 private:
  std::shared_ptr<State> state_;
};

}  // namespace aurigraph::ui
