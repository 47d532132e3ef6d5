// What a person types becomes the name that the ledger takes.

#include "app/aurigraph/tidy_name.h"

#include <gtest/gtest.h>

#include "core/wire/name.h"

namespace aurigraph::cli {
namespace {

TEST(TidyName, IsTheFormThatTheLedgerTakes) {
  for (const auto& [typed, name] : {std::pair("Ann", "Ann"),
                                    {"  Ann  Lee\t", "Ann Lee"},
                                    {"Ann\u00A0Lee\n", "Ann Lee"},
                                    {"Ann\u2003\u3000Lee", "Ann Lee"},
                                    {"\u3000株式会社\u3000", "株式会社"},
                                    {"Jose\u0301", "José"},
                                    {"Ａｎｎ　Ｌｅｅ", "Ann Lee"},
                                    {"ｶﾌﾞ", "カブ"},
                                    {"oﬃce", "office"},
                                    {"한국", "한국"},
                                    {"\u1112\u1161\u11AB", "한"},
                                    {"O'Brien & Sons (UK) Ltd.", "O'Brien & Sons (UK) Ltd."}}) {
    EXPECT_EQ(tidyName(typed), name);
    EXPECT_EQ(tidyName(name), name);
    EXPECT_TRUE(wire::isIdentityName(tidyName(typed))) << typed;
  }
}

TEST(TidyName, LeavesToTheLedgerWhatItRefuses) {
  for (const char* typed : {"", "Ann\u200B", "\u202EAnn", "Ann\x01", "\xFF", "Ann \xC0\xAF", "🙂"}) {
    EXPECT_EQ(tidyName(typed), typed);
    EXPECT_FALSE(wire::isIdentityName(tidyName(typed)));
  }
  EXPECT_EQ(tidyName(" \t\u3000"), "");
}

}  // namespace
}  // namespace aurigraph::cli
