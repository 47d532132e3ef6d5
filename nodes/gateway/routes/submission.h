#pragma once

#include "nodes/gateway/context.h"

/// The way of signed bytes into the ledger, shared by the routes that take them.
namespace aurigraph::gateway {

constexpr std::size_t kMaxBatchBytes = limits::kBatchHeaderBytes + limits::kBufferBodyBytes;

/// `wait`: true for final, false for committed. Errors: request.bad_wait.
Result<bool> waitForFinal(const Request& request);

/// Admits header ‖ body within its author's limit, and answers with its outcome. The same bytes again give
/// the first outcome again. Who waits for *final* in vain is answered with what is known: committed, and a
/// note finality.not_known_yet.
Task<Response> submitBytes(Context& context, Bytes batch, bool final);

}  // namespace aurigraph::gateway
