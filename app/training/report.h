#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace aurigraph::training {

/// One tokenized asset of the demo.
struct DemoAsset {
  std::string assetTemplate;  ///< property, carbon, batch
  std::string assetId;
  std::int32_t scorePpm = 0;  ///< The lowest of its records.
  std::string band;           ///< Of that record: ACCEPT or REVIEW.
  std::string decision;       ///< Of that record: AUTO or APPROVED.
  std::string token;
  std::string supply;
  std::uint64_t height = 0;  ///< Of the issue.
  std::string proof;         ///< Absolute path of the exported proof.
};

/// What the demo did and found; everything in it was measured or read from the cluster.
struct DemoReport {
  std::string genesis;
  std::string gateway;     ///< Address, for `--keep`.
  std::string failedStep;  ///< Empty: all is well.
  Error failure{};         ///< Why, if a step failed.
  std::uint32_t validators = 0, business = 0, slim = 0;
  std::uint32_t fetched = 0, accepted = 0, reviewed = 0, waiting = 0, rejected = 0;
  std::vector<DemoAsset> assets;
  std::vector<std::int64_t> finalityMicroseconds;  ///< From sending to the certificate, one per operation.
  std::uint32_t proofsVerified = 0, proofsFailed = 0;
  bool conservationOk = false;
  std::int64_t wallMilliseconds = 0;
  std::string folder;  ///< Proofs, keys and data.
};

}  // namespace aurigraph::training
