#pragma once

// A consensus message as a scenario shows it: what it says, in a few words.

#include <string>

#include "core/consensus/messages.h"

namespace aurigraph::test {

class MessageText {
 public:
  static std::string of(const consensus::Message& message) {
    return std::visit(MessageText{}, message.body) + " (term " + number(message.term) + ")";
  }

  std::string operator()(const consensus::PreVoteRequest& it) const {
    return "pre-vote for term " + number(it.candidateTerm) + "? log ends at " +
           place(it.lastHeight, it.lastTerm);
  }
  std::string operator()(const consensus::PreVoteAnswer& it) const {
    return "pre-vote for term " + number(it.candidateTerm) + (it.granted ? ": yes" : ": no");
  }
  std::string operator()(const consensus::VoteRequest& it) const {
    return "vote? log ends at " + place(it.lastHeight, it.lastTerm) + (it.transfer ? ", asked to" : "");
  }
  std::string operator()(const consensus::VoteAnswer& it) const {
    return it.granted ? "vote: yes" : "vote: no";
  }
  std::string operator()(const consensus::Append& it) const {
    std::string out = it.blocks.empty() ? "heartbeat at " : "blocks after ";
    out += place(it.previousHeight, it.previousTerm);
    for (const wire::Block& block : it.blocks)
      out += " +" + place(block.header().height, block.header().term);
    out += " commit=" + number(it.commit);
    if (it.sealHeight != Height(0)) out += " seal=" + number(it.sealHeight) + "#" + number(it.sealRound);
    if (it.readRound != consensus::ReadRound(0)) out += " round=" + number(it.readRound);
    return out;
  }
  std::string operator()(const consensus::AppendAnswer& it) const {
    std::string out = it.accepted
                          ? "has " + number(it.height)
                          : "refuses " + number(it.height) + ", try " + place(it.hintHeight, it.hintTerm);
    if (it.readRound != consensus::ReadRound(0)) out += " round=" + number(it.readRound);
    return out;
  }
  std::string operator()(const consensus::TimeoutNow&) const { return "campaign now"; }
  std::string operator()(const consensus::ReadRequest& it) const { return "read " + number(it.token) + "?"; }
  std::string operator()(const consensus::ReadAnswer& it) const {
    return "read " + number(it.token) + (it.granted ? " at " + number(it.height) : " refused");
  }
  std::string operator()(const consensus::SealNotice&) const { return "seal"; }
  std::string operator()(const consensus::CertificateNotice&) const { return "certificate"; }

 private:
  template <class Number>
  static std::string number(Number number) {
    return std::to_string(number.value);
  }
  static std::string place(Height height, Term term) { return number(height) + "@" + number(term); }
};

}  // namespace aurigraph::test
