// What a start tells: its stages, and the last word of a child.

#include <gtest/gtest.h>

#include <vector>

#include "nodes/cluster/last_word.h"
#include "nodes/cluster/stage_teller.h"

namespace aurigraph::cluster {
namespace {

using enum StartStage;

struct Told {
  std::vector<StartProgress> all;
  StageTeller teller{[this](const StartProgress& at) { all.push_back(at); }};

  [[nodiscard]] std::string text() const {
    std::string out;
    for (const auto& at : all)
      out += std::string(nameOf(at.stage)) + " " + std::to_string(at.done) + "/" + std::to_string(at.total) +
             "\n";
    return out;
  }
};

TEST(StageTeller, NothingIsToldAfterALaterStage) {
  Told told;
  told.teller.tell({kFolder, 0, 1});
  told.teller.tell({kFolder, 1, 1});
  told.teller.tell({kLeader, 1, 3});
  told.teller.tell({kLeader, 3, 3});
  told.teller.tell({kGateway, 0, 2});
  told.teller.tell({kLeader, 2, 3});  // one of them fell back
  told.teller.tell({kFolder, 0, 1});  // and a port was taken: planned anew
  told.teller.tell({kGateway, 2, 2});
  EXPECT_EQ(told.text(), "folder 0/1\nfolder 1/1\nleader 1/3\nleader 3/3\ngateway 0/2\ngateway 2/2\n");
}

TEST(StageTeller, EachIsEndedBeforeTheNextAndNeverGoesBack) {
  Told told;
  told.teller.tell({kNodes, 2, 4});
  told.teller.tell({kNodes, 1, 4});
  told.teller.tell({kLeader, 0, 3});
  told.teller.tell({kLeader, 3, 3});
  told.teller.tell({kLeader, 1, 3});
  told.teller.finish();
  told.teller.tell({kGateway, 0, 3});
  EXPECT_EQ(told.text(), "nodes 2/4\nnodes 2/4\nnodes 4/4\nleader 0/3\nleader 3/3\n");
}

TEST(LastWord, IsTheErrorAsItWas) {
  const Error why{"log.damaged", "The \"log\"\nis damaged.", "Keep it."};
  const auto read =
      parseLastWord("noise\n" + lastWord({"other", "b", "c"}) + lastWord(why) + "{\"code\": 1}\n[]\nhalf");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->code, why.code);
  EXPECT_EQ(read->message, why.message);
  EXPECT_EQ(read->remedy, why.remedy);
  EXPECT_FALSE(parseLastWord(""));
  EXPECT_FALSE(parseLastWord("{\"code\":\"\",\"message\":\"x\"}\n"));
  EXPECT_FALSE(parseLastWord(lastWord(why).substr(0, 20)));
}

}  // namespace
}  // namespace aurigraph::cluster
