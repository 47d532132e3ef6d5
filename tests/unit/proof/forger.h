#pragma once

#include <gtest/gtest.h>

#include <cstring>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "app/sim/people.h"
#include "core/base/byte_io.h"
#include "core/wire/batch.h"
#include "core/wire/block.h"
#include "core/wire/commands.h"
#include "core/wire/events/all.h"
#include "core/wire/genesis.h"
#include "core/wire/proof_bundle.h"
#include "core/wire/rows/all.h"

namespace aurigraph::test {

/// One valid bundle of a real ledger, and whoever would make another of it.
///
/// A property on four records (one accepted, one that a reviewer approved, and two that were rejected and
/// overridden: once by an order that carried the words of others, once by a proposal that they endorsed) was
/// registered, issued with an approval, and partly sold to holder(): the bundle proves that holding. Nothing
/// in it stands alone: each command is second in its batch, each batch second in its block, the identities
/// fill two pages, so every path has something in it.
///
/// Edits leave all hashes and signatures as they were. refit() makes them fit again with every key there is:
/// authors, approvers and validators in league. What only honest validators could have prevented is for the
/// verifier to find.
class Forger {
 public:
  Forger();

  wire::ProofBundle bundle;
  std::size_t acceptedAt = 0;    ///< Which of the records was accepted …
  std::size_t reviewedAt = 0;    ///< … which one a reviewer approved …
  std::size_t overriddenAt = 0;  ///< … which one was overridden by an order …
  std::size_t endorsedAt = 0;    ///< … and which one by a proposal.

  wire::OperationProof& accepted() { return acceptedRecord().submission; }
  wire::RecordProof& acceptedRecord() { return bundle.records.at(acceptedAt); }
  wire::OperationProof& reviewed() { return reviewedRecord().submission; }
  wire::RecordProof& reviewedRecord() { return bundle.records.at(reviewedAt); }
  wire::OperationProof& review() { return bundle.records.at(reviewedAt).review; }
  /// The records of the two overrides.
  wire::RecordProof& overridden() { return bundle.records.at(overriddenAt); }
  wire::RecordProof& endorsed() { return bundle.records.at(endorsedAt); }
  /// Every operation that the bundle shows.
  std::vector<wire::OperationProof*> operations();

  /// Fills the command in, whatever the operation was.
  static void replaceCommand(wire::OperationProof& operation, const wire::AnyCommand& command);
  template <class Command, class Change>
  static void editCommand(wire::OperationProof& operation, Change change) {
    auto command = std::get<Command>(commandOf(operation));
    change(command);
    replaceCommand(operation, command);
  }
  template <class Change>
  static void editBatch(wire::OperationProof& operation, Change change) {
    edit<wire::BatchHeader>(operation.batchHeader, change);
  }
  template <class Change>
  static void editBlock(wire::OperationProof& operation, Change change) {
    edit<wire::BlockHeader>(operation.blockHeader, change);
  }
  template <class Change>
  static void editEvent(wire::EventProof& proof, Change change) {
    auto event = wire::decodeEvent(proof.event).value();
    change(event);
    proof.event = encode(event);
  }
  /// What the validators said of the record's admission, and the context in which they scored it.
  template <class Change>
  static void editAdmitted(wire::RecordProof& record, Change change) {
    editEvent(record.admitted,
              [&](wire::Event& event) { change(std::get<wire::RecordAdmitted>(event.what)); });
  }
  template <class Change>
  static void editContext(wire::RecordProof& record, Change change) {
    editAdmitted(record, [&](wire::RecordAdmitted& admitted) {
      auto context = wire::decodeScoreInputs(admitted.context).value();
      change(context);
      admitted.context = wire::encode(context);
    });
  }
  /// A submission of this record instead, and that the validators admitted it in this context, as of the
  /// block's time, with the score and the band that it has there.
  static void admitInstead(wire::RecordProof& proof, const ScoredRecord& record);
  template <class Row, class Change>
  static void editRow(wire::RowProof& proof, Change change) {
    Row row = wire::decodeRow<Row>(proof.row).value();
    change(row);
    proof.row = encode(row);
  }
  /// Another beginning: everything that names the genesis names the new one, and approvals are given anew.
  template <class Change>
  void editGenesis(Change change) {
    auto genesis = wire::decodeGenesis(bundle.genesis).value();
    change(genesis);
    moveTo(genesis);
  }

  /// The command of an operation. Throws when there is none.
  static wire::AnyCommand commandOf(const wire::OperationProof& operation);
  /// Approved by exactly these for the author of the bundle's issue, with signatures that hold.
  void approve(wire::IssueToken& issue, std::vector<Person> approvers) const;
  /// The same for the author of the override by an order.
  void approve(wire::OverrideRecord& order, std::vector<Person> approvers);

  /// Signs the certificate's statement as it stands.
  void seal();
  /// Operations from their leaves to the certified history, rows to the certified state, and the seals.
  /// The token's row follows the issue's batch unless it was made to name another.
  void refit();

  /// What is verified: the bundle, or these bytes instead.
  Bytes damaged;
  [[nodiscard]] Bytes bytes() const { return damaged.empty() ? encode(bundle) : damaged; }

  /// The genesis that the reader of the proof trusts: that of the valid bundle.
  static const Digest& trusted();

 private:
  template <class Header, class Change>
  static void edit(Bytes& bytes, Change change) {
    Header header;
    std::memcpy(static_cast<void*>(&header), bytes.data(), sizeof(header));
    change(header);
    std::memcpy(bytes.data(), &header, sizeof(header));
  }
  void moveTo(const wire::Genesis& genesis);
  void refitOperation(wire::OperationProof& operation);
  void refitEvents(wire::RecordProof& record);
  void refitState();

  std::vector<Digest> history_;  ///< The leaf of each block.
};

}  // namespace aurigraph::test
