#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>

#include "nodes/connectors/connector.h"
#include "nodes/link/certificate_authority.h"
#include "nodes/providers/simulator.h"

/// A provider simulator on a free loopback port with certificates of its own, and sources that know it.
namespace aurigraph::testing {

class SimulatedProviders {
 public:
  explicit SimulatedProviders(providers::SimulatorOptions options = {}) {
    const auto clock = connectors::systemEnvironment([] { return false; }).now();
    auto authority = link::CertificateAuthority::create("test", Digest{}, clock);
    if (!authority) throw std::runtime_error(authority.error().message);
    auto credentials = authority->issueServer("provider-simulator", {}, clock);
    if (!credentials) throw std::runtime_error(credentials.error().message);
    auto facts = link::readCertificate(credentials->certificatePem);
    if (!facts) throw std::runtime_error(facts.error().message);
    trustedPem_ = authority->certificatePem();
    pin_ = facts->pin;
    options.server.certificatePem = credentials->certificatePem;
    options.server.keyPem = credentials->keyPem;
    seed_ = options.seed;
    auto simulator = providers::Simulator::start(std::move(options));
    if (!simulator) throw std::runtime_error(simulator.error().message);
    simulator_ = std::move(*simulator);
  }

  providers::Simulator& simulator() { return *simulator_; }
  [[nodiscard]] const providers::DemoWorld& world() const { return simulator_->world(); }
  [[nodiscard]] const std::string& trustedPem() const { return trustedPem_; }

  [[nodiscard]] const Digest& pin() const { return pin_; }

  /// As a deployment would describe it: trusted, keyed, and pinned where the preset says so.
  [[nodiscard]] connectors::SourceConfig source(const std::string& provider) const {
    connectors::SourceConfig config;
    config.provider = provider;
    config.baseUrl = simulator_->baseUrl(provider);
    config.trustedPem = trustedPem_;
    if (rules::shippedPreset(provider).value().transport.pinnedKey) config.pins = {pin_};
    const auto all = providers::defaultCredentials(seed_);
    if (const auto own = all.find(provider); own != all.end())
      for (const auto& credential : own->second)
        config.credentials.emplace_back(credential.header, credential.value);
    return config;
  }

 private:
  std::string trustedPem_;
  Digest pin_;
  std::uint64_t seed_ = 1;
  std::unique_ptr<providers::Simulator> simulator_;
};

/// The system's clock and randomness, but no waiting: pauses are only counted.
struct NoWaiting {
  std::shared_ptr<std::atomic<int>> pauses = std::make_shared<std::atomic<int>>(0);
  [[nodiscard]] connectors::ConnectorEnvironment environment() const {
    auto out = connectors::systemEnvironment([] { return false; });
    out.pause = [pauses = pauses](Nanoseconds duration) {
      *pauses += duration.value > 0;
      return true;
    };
    return out;
  }
};

}  // namespace aurigraph::testing
