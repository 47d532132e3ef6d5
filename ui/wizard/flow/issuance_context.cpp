#include "ui/wizard/flow/issuance_context.h"

#include <algorithm>

namespace aurigraph::issuance {
namespace {

template <class List, class Value, class Member>
auto* findIn(const List& list, const Value& value, Member member) {
  const auto at = std::ranges::find(list, value, member);
  return at == list.end() ? nullptr : &*at;
}

}  // namespace

const KnownRecord* IssuanceContext::record(const Digest& id) const {
  return findIn(records, id, &KnownRecord::id);
}
const KnownAsset* IssuanceContext::asset(AssetId id) const {
  return findIn(assets, id, &KnownAsset::id);
}
const KnownAsset* IssuanceContext::assetKeyed(const std::string& key) const {
  return findIn(assets, key, &KnownAsset::assetKey);
}

}  // namespace aurigraph::issuance
