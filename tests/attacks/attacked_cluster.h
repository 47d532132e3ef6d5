#pragma once

// A small real cluster, and whoever speaks to it over TLS with whatever keys he has.

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "app/sim/people.h"
#include "core/wire/batch.h"
#include "core/wire/session_number.h"
#include "nodes/client/author.h"
#include "nodes/client/client.h"
#include "nodes/cluster/cluster.h"
#include "nodes/files/files.h"
#include "nodes/telemetry/log.h"
#include "tests/integration/own_ports.h"

namespace aurigraph::attacks {

using namespace std::chrono_literals;

inline constexpr auto kPatience = 60s;

inline Nanoseconds wallNow() {
  return Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / 1ns);
}
inline Nanoseconds wallIn(std::chrono::nanoseconds time) {
  return Nanoseconds(wallNow().value + time.count());
}

/// Believed in nothing: an open page of no host that proves itself.
inline wire::SourceTerms poorSource() {
  wire::SourceTerms terms = test::testSource(true, "poor");
  terms.tier = wire::SourceTier::kScraped;
  terms.host.clear();
  terms.pins.clear();
  terms.session = wire::SourceSession::kNone;
  return terms;
}

/// One validator, one business node, one slim node without polls, in this process. Adopted are the source
/// "test", believed in all but a signature, and "poor".
class AttackedCluster {
 public:
  /// Empty `ruleSets`: the shipped ones. Throws what a start refuses with.
  explicit AttackedCluster(std::vector<Bytes> ruleSets)
      : folder_(std::filesystem::path(testing::TempDir()) / ("attacks-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(folder_);
    cluster::ClusterConfig config;
    config.folder = folder_;
    config.ports = cluster::ownPorts();
    config.validators = 1;
    config.business = 1;
    config.slim = 1;
    config.providers = false;
    cluster::ClusterOptions options;
    options.crashable = false;
    options.ruleSets = std::move(ruleSets);
    options.sources = {test::testSource(), poorSource()};
    options.logger = [logs = folder_ / "logs"](const std::string& name) {
      std::filesystem::create_directories(logs);
      return telemetry::makeLogger({.node = name, .level = "info", .file = logs / (name + ".log")});
    };
    auto started = cluster::Cluster::start(config, std::move(options));
    if (!started) throw std::runtime_error(started.error().message);
    running_ = std::move(*started);
    if (const auto ready = running_->waitReady(kPatience); !ready)
      throw std::runtime_error(ready.error().message);
  }
  ~AttackedCluster() {
    running_.reset();
    if (testing::UnitTest::GetInstance()->Failed())
      std::cerr << "The cluster's files are kept in " << folder_ << "\n";
    else
      std::filesystem::remove_all(folder_);
  }
  AttackedCluster(const AttackedCluster&) = delete;
  AttackedCluster& operator=(const AttackedCluster&) = delete;

  [[nodiscard]] const cluster::ClusterFolder& folder() const { return running_->folder(); }
  [[nodiscard]] const Digest& genesis() const { return folder().digest; }
  [[nodiscard]] std::unique_ptr<client::ApiClient> gateway() const {
    client::ClientOptions options;
    options.port = running_->plan().gatewayPort();
    options.trustedPem = files::readFile(folder().layout.authority()).value();
    options.timeout = 30s;
    return client::ApiClient::create(options).value();
  }
  [[nodiscard]] crypto::SigningKey person(std::string_view name) const {
    return cluster::openPerson(folder().layout, name).value();
  }
  [[nodiscard]] crypto::SigningKey slimKey() const {
    return cluster::loadNodeKey(folder().layout.node("slim-1")).value();
  }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<cluster::Cluster> running_;
};

/// What became of a batch, in a word: "done", or the stable code of the first refusal, wherever that was.
inline std::string codeOf(const Result<client::BatchReply>& reply) {
  if (!reply) return std::string(reply.error().code);
  const Status status = client::asStatus(*reply);
  return status ? "done" : std::string(status.error().code);
}

inline std::vector<wire::Command> encoded(const std::vector<wire::AnyCommand>& commands) {
  std::vector<wire::Command> out;
  for (const auto& each : commands)
    out.push_back({static_cast<std::uint16_t>(wire::kindOf(each)), wire::encodePayload(each)});
  return out;
}

/// The cluster is started once for the tests of a suite.
class Attack : public testing::Test {
 protected:
  static void SetUpTestSuite() { begin({}); }
  static void TearDownTestSuite() { cluster_.reset(); }
  static void begin(std::vector<Bytes> ruleSets) {
    cluster_ = std::make_unique<AttackedCluster>(std::move(ruleSets));
  }
  void SetUp() override {
    ASSERT_NE(cluster_, nullptr) << "the cluster did not start";
    api_ = cluster_->gateway();
  }

  static const AttackedCluster& attacked() { return *cluster_; }
  client::ApiClient& api() { return *api_; }

  /// The first request of a session that nobody used.
  static wire::BatchDraft draft() {
    static std::uint64_t drawn = 0;
    return {.genesis = attacked().genesis(),
            .lane = Lane(0),
            .session = wire::freshSession(SessionNumber(), wallNow(), ++drawn),
            .request = RequestNumber(1),
            .validUntil = wallIn(2min)};
  }
  static Bytes signedBy(const crypto::SigningKey& key, const std::vector<wire::AnyCommand>& commands) {
    return wire::signCommands(draft(), encoded(commands), key);
  }
  Result<client::BatchReply> send(ByteView batch) { return api().submit(batch, client::Wait::kCommitted); }
  std::string codeWhen(const crypto::SigningKey& key, const wire::AnyCommand& command) {
    return codeOf(send(signedBy(key, {command})));
  }

  /// Of nobody's name and key, both new each time.
  static wire::RegisterIdentity stranger() {
    const auto number = ++strangers_;
    return {"stranger-" + std::to_string(number), test::keyNumber(number).publicKey(), 0};
  }
  /// The key of the stranger who was made last.
  static crypto::SigningKey lastStrangersKey() { return test::keyNumber(strangers_); }

 private:
  inline static std::unique_ptr<AttackedCluster> cluster_;
  inline static std::uint8_t strangers_ = 0;
  std::unique_ptr<client::ApiClient> api_;
};

}  // namespace aurigraph::attacks
