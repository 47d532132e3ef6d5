// What a gateway writes of a source comes back as it was; what is odd is refused.

#include "nodes/client/field_reader.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "core/wire/source_terms.h"
#include "nodes/json/field_writer.h"

namespace aurigraph::client {
namespace {

wire::SourceTerms terms() {
  wire::SourceTerms out;
  out.name = "county-title";
  out.provider = "county-title";
  out.kinds = {wire::RecordKind::kPropertyValuation, wire::RecordKind::kPropertyTitle};
  out.tier = wire::SourceTier::kRegistryOfRecord;
  out.host = "recorder.example.gov";
  out.pins = {Digest{}};
  out.session = wire::SourceSession::kCredential;
  out.signer = PublicKey{};
  out.recordsPerHour = 4'000'000'000;
  return out;
}

boost::json::object written(const wire::SourceTerms& from) {
  boost::json::object out;
  json::FieldWriter writer(out);
  wire::SourceTerms::fields(from, writer);
  // As a client gets it.
  return boost::json::parse(boost::json::serialize(out)).as_object();
}

bool reads(const boost::json::object& from, wire::SourceTerms* into = nullptr) {
  wire::SourceTerms out;
  FieldReader reader(from);
  wire::SourceTerms::fields(out, reader);
  if (into != nullptr) *into = out;
  return reader.ok();
}

TEST(FieldReader, GivesBackWhatWasWritten) {
  for (auto sent : {terms(), wire::SourceTerms{}}) {
    wire::SourceTerms read;
    EXPECT_TRUE(reads(written(sent), &read));
    EXPECT_EQ(read, sent);
  }
  auto more = written(terms());
  more["version"] = 2;
  EXPECT_TRUE(reads(more)) << "a newer gateway may say more";
}

TEST(FieldReader, RefusesWhatHasAnotherForm) {
  for (const auto& [member, odd] :
       {std::pair{"name", "7"}, std::pair{"kinds", R"(["gossip"])"}, std::pair{"kinds", "{}"},
        std::pair{"tier", R"("best")"}, std::pair{"pins", R"(["5f"])"}, std::pair{"signer", R"("no key")"},
        std::pair{"records_per_hour", "-1"}, std::pair{"records_per_hour", "4294967296"},
        std::pair{"records_per_hour", R"("10")"}}) {
    auto changed = written(terms());
    changed[member] = boost::json::parse(odd);
    EXPECT_FALSE(reads(changed)) << member << " " << odd;
  }
  auto less = written(terms());
  less.erase("tier");
  EXPECT_FALSE(reads(less));
  less = written(terms());
  less.erase("signer");
  EXPECT_TRUE(reads(less)) << "may be left out";
}

}  // namespace
}  // namespace aurigraph::client
