// `aurigraph order`: every command of the ledger, its flags made from the command's own fields. `aurigraph
// approve`: another person's word for such a command, by the same flags; `aurigraph propose`: it waits for
// such words on the ledger.

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <iostream>
#include <map>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/keys.h"
#include "app/aurigraph/order.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "app/aurigraph/tidy_name.h"
#include "core/base/time_text.h"
#include "core/wire/describe.h"
#include "core/wire/fields.h"
#include "nodes/gateway/views/command_json.h"

namespace aurigraph::cli {
namespace {

/// How the words of a flag become JSON.
enum class Shape : std::uint8_t { kText, kTexts, kObjects };

struct Flag {
  Shape shape = Shape::kText;
  std::vector<std::string> words;
  std::vector<std::string_view> names = {};  ///< Of a list of names: all there are, as they ascend.
};

struct Options {
  CommonOptions common;
  SigningOptions signing;
  std::map<std::string, Flag, std::less<>> flags;  ///< By the field's name.
  std::vector<std::string> approvals;              ///< What `approve` printed for each approver.
  std::string author;                              ///< Who will give the order.
  std::string until;                               ///< RFC 3339; empty: kApprovalDays.
};

/// What the flags are for.
enum class Purpose : std::uint8_t { kOrder, kApprove, kPropose };

constexpr std::string_view kApprovals = "approvals";
// Until the second midnight (UTC): people who approve on one day agree on the end without a word.
constexpr std::chrono::days kApprovalDays{2};

/// Visits fields in adding a flag for each but the approvals.
class FlagAdder {
 public:
  FlagAdder(CLI::App& command, Options& options) : command_(command), options_(options) {}

  template <class T, class Form>
  void operator()(std::string_view name, const T&, const Form& form) {
    add<T>(name, form)->required();
  }
  template <class T, class Form>
  void operator()(std::string_view name, const T&, const wire::form::Defaulted<Form>& defaulted) {
    if constexpr (!std::is_same_v<T, wire::Approvals>) add<T>(name, defaulted.form);
  }

 private:
  template <class T, class Form>
  CLI::Option* add(std::string_view name, const Form& form) {
    Flag& flag = options_.flags[std::string(name)];
    flag.shape = shapeOf(form);
    std::string option = "--" + std::string(name);
    std::ranges::replace(option, '_', '-');
    auto* added = command_.add_option(option, flag.words, helpOf<T>(form));
    if (flag.shape == Shape::kText) added->expected(1);
    // Else CLI11 takes a word in brackets for a list, and what is signed is not what was typed.
    added->allow_extra_args(false);
    splitAtCommas(*added, flag, form);
    return added;
  }

  /// Only where no item can hold a comma: in names and in hex.
  static void splitAtCommas(CLI::Option&, Flag&, const auto&) {}
  template <class Enum, std::size_t kCount>
  static void splitAtCommas(CLI::Option& option, Flag& flag,
                            const wire::form::List<wire::form::OneOf<Enum, kCount>>& form) {
    option.delimiter(',');
    for (const auto& one : form.item.names) flag.names.push_back(one.name);
  }
  static void splitAtCommas(CLI::Option& option, Flag&, const wire::form::List<wire::form::Hex>&) {
    option.delimiter(',');
  }
  static void splitAtCommas(CLI::Option& option, Flag&, wire::form::Roles) { option.delimiter(','); }

  static Shape shapeOf(const auto&) { return Shape::kText; }
  static Shape shapeOf(wire::form::Roles) { return Shape::kTexts; }
  template <class Item>
  static Shape shapeOf(const wire::form::List<Item>&) {
    return std::is_same_v<Item, wire::form::Struct> ? Shape::kObjects : Shape::kTexts;
  }

  template <class T>
  static std::string helpOf(wire::form::Text form) {
    return "Text of at most " + std::to_string(form.maxBytes) + " bytes";
  }
  template <class T>
  static std::string helpOf(wire::form::Blob) {
    return "Bytes in hex";
  }
  template <class T>
  static std::string helpOf(wire::form::Hex) {
    return std::to_string(2 * T::kSizeBytes) + " hex digits";
  }
  template <class T>
  static std::string helpOf(wire::form::Whole form) {
    return "Whole number from 0 to " + std::to_string(form.most) + withUnit(form.unit);
  }
  template <class T>
  static std::string helpOf(wire::form::Signed form) {
    return "Whole number from " + std::to_string(form.least) + " to " + std::to_string(form.most) +
           withUnit(form.unit);
  }
  template <class T>
  static std::string helpOf(wire::form::Amount form) {
    return "Whole amount" + withUnit(form.unit);
  }
  template <class T, class Enum, std::size_t kCount>
  static std::string helpOf(const wire::form::OneOf<Enum, kCount>& form) {
    std::string out = "One of";
    for (const auto& one : form.names)
      out += (&one == form.names.data() ? " " : ", ") + std::string(one.name);
    return out;
  }
  template <class T>
  static std::string helpOf(wire::form::Roles) {
    return "Name of a role, as administrator, holder, slim-node";
  }
  template <class T, class Form>
  static std::string helpOf(const wire::form::Maybe<Form>& form) {
    return helpOf<typename T::value_type>(form.form);
  }
  template <class T, class Item>
  static std::string helpOf(const wire::form::List<Item>& form) {
    const std::string most = "At most " + std::to_string(form.atMost) + ": ";
    if constexpr (std::is_same_v<Item, wire::form::Struct>)
      return most + "one JSON object, as in docs/formats/commands.md";
    else
      return most + helpOf<typename T::value_type>(form.item);
  }
  static std::string withUnit(std::string_view unit) {
    return unit.empty() ? std::string() : ", in " + std::string(unit);
  }

  CLI::App& command_;
  Options& options_;
};

/// One word that must be an object, as it stands: what it says twice, or says wrongly, is for the reader to
/// find.
Status checkObject(const std::string& name, const std::string& word) {
  const auto document = json::Document::parse(asBytes(word));
  if (document && document->root().is(json::Type::kObject)) return {};
  return fail("order.bad_json",
              "'" + name + "' takes one JSON object each time, not " + oneLine({word.substr(0, 60)}) +
                  (document ? "." : ": " + document.error().message),
              "Its members: docs/formats/commands.md. Give the flag again for another one.");
}

Result<std::string> jsonOf(const std::string& name, const Flag& flag) {
  const auto quoted = [](const std::string& word) {
    return boost::json::serialize(boost::json::string(word));
  };
  if (flag.shape == Shape::kText) return quoted(flag.words.front());
  std::string out;
  for (const auto& word : flag.words) {
    if (flag.shape == Shape::kObjects)
      if (auto checked = checkObject(name, word); !checked) return propagate(checked);
    out += (out.empty() ? "" : ",") + (flag.shape == Shape::kObjects ? word : quoted(word));
  }
  return "[" + out + "]";
}

/// As it was typed, but names in the form that the ledger takes, and in the order where the ledger wants one.
/// What is signed is shown first.
Flag asTaken(std::string_view kind, std::string_view name, Flag flag) {
  const bool isName = (kind == wire::RegisterIdentity::kName && name == "name") ||
                      (kind == wire::GrantRoles::kName && name == "organisation");
  if (isName)
    for (std::string& word : flag.words) word = tidyName(word);
  if (!flag.names.empty())
    std::ranges::stable_sort(flag.words, {},
                             [&](const std::string& word) { return std::ranges::find(flag.names, word); });
  if (kind == wire::AdoptSource::kName && name == "pins") std::ranges::sort(flag.words);
  return flag;
}

/// What the flags say, read by the very reader that the gateway reads with. `approvals`: an object, or
/// nothing.
Result<wire::AnyCommand> parsed(std::string_view kind, const Options& options, const std::string& approvals) {
  std::string text = "{\"kind\":\"" + std::string(kind) + "\"";
  for (const auto& [name, flag] : options.flags) {
    if (flag.words.empty()) continue;
    const auto value = jsonOf(name, asTaken(kind, name, flag));
    if (!value) return propagate(value);
    text += ",\"" + name + "\":" + *value;
  }
  if (!approvals.empty()) {
    if (auto checked = checkObject(std::string(kApprovals), approvals); !checked) return propagate(checked);
    text += ",\"" + std::string(kApprovals) + "\":" + approvals;
  }
  const auto document = json::Document::parse(asBytes(text + "}"));
  if (!document)
    return fail("order.bad_text", "The flags' words are no plain text (UTF-8).", "Write them anew.");
  return gateway::commandFromJson(document->root(), "");
}

/// The words of several people, each as it was printed for one, are those of one command.
Status addWords(wire::AnyCommand& into, const wire::AnyCommand& from) {
  return std::visit(
      [&]<class Command>(Command& command) -> Status {
        if constexpr (wire::TakesApprovals<Command>) {
          const wire::Approvals& more = std::get<Command>(from).approvals;
          if (more.until != command.approvals.until)
            return fail("order.other_end", "The approvals are not good until the same time.",
                        "Have both given with the same --until.");
          auto& given = command.approvals.given;
          given.insert(given.end(), more.given.begin(), more.given.end());
          std::ranges::stable_sort(given, {}, &wire::Approval::approver);
          if (!wire::strictlySorted(given, &wire::Approval::approver))
            return fail("order.same_approver", "Two of the approvals are of the same key.",
                        "Give each once.");
        }
        return {};
      },
      into);
}

Result<wire::AnyCommand> commandOf(std::string_view kind, const Options& options) {
  auto out = parsed(kind, options, options.approvals.empty() ? std::string() : options.approvals.front());
  for (std::size_t at = 1; out && at < options.approvals.size(); ++at) {
    const auto more = parsed(kind, options, options.approvals[at]);
    if (!more) return propagate(more);
    if (auto added = addWords(*out, *more); !added) return propagate(added);
  }
  return out;
}

/// When the words end, as typed or by default.
Result<Nanoseconds> endOf(const Options& options) {
  if (options.until.empty()) {
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return Nanoseconds(std::chrono::nanoseconds((day + kApprovalDays).time_since_epoch()).count());
  }
  const auto time = parseRfc3339(options.until);
  if (!time) return propagate(time);
  const auto left =
      std::chrono::nanoseconds(time->utc.value) - std::chrono::system_clock::now().time_since_epoch();
  if (left <= std::chrono::nanoseconds(0))
    return fail("order.end_passed", "The words would have ended already.", "Choose a later --until.");
  if (left > std::chrono::hours(wire::kApprovalHours))
    return fail("order.end_too_late", "The words would be good for more than 72 hours.",
                "Choose an earlier --until.");
  return time->utc;
}

Result<wire::AnyCommand> endingCommand(std::string_view kind, const Options& options) {
  auto command = commandOf(kind, options);
  if (!command) return command;
  const auto end = endOf(options);
  if (!end) return propagate(end);
  std::visit(
      [&]<class Command>(Command& each) {
        if constexpr (wire::TakesApprovals<Command>) each.approvals.until = *end;
      },
      *command);
  return command;
}

int order(std::string_view kind, const Options& options) {
  const auto command = commandOf(kind, options);
  if (!command) return report(command.error(), options.common.json, kUsage);
  return atOrderDesk(options.common, options.signing, [&](Session&, OrderDesk& desk) {
    const auto lines = linesOf(*command, desk.key());
    return desk.tell(desk.give(*command, oneLine(wire::describe(*command)), &lines), "Done.");
  });
}

/// Needs no connection: what is approved stands in the flags, and for which cluster in the profile.
int approve(std::string_view kind, const Options& options) {
  const auto failed = [&](const Error& why) { return report(why, options.common.json, kUsage); };
  const auto command = endingCommand(kind, options);
  if (!command) return failed(command.error());
  const auto author = fixedFromHex<PublicKey>(options.author);
  if (!author) return failed(author.error());
  const auto profile = Profile::load(options.common.folder());
  if (!profile) return failed(profile.error());
  const auto key = openKeyFile(profile->folder, options.signing.key, options.signing.passphraseFile);
  if (!key) return failed(key.error());
  const Nanoseconds until = wire::approvedUntil(*command);
  if (auto agreed = confirm(linesOf(*command, *key,
                                    {"ordered by the key " + options.author, "until " + timeText(until),
                                     "for the cluster of genesis " + toHex(profile->genesis.view())}),
                            options.signing.yes, Signing::kApproval);
      !agreed)
    return failed(agreed.error());
  const Digest digest = wire::approvalDigest(profile->genesis, *author, *command);
  const boost::json::object approval{
      {"until", std::to_string(until.value)},
      {"given", boost::json::array{boost::json::object{{"approver", toHex(key->key.publicKey().view())},
                                                       {"signature", toHex(key->key.sign(digest).view())}}}}};
  std::cout << boost::json::serialize(approval) << "\n";
  if (!options.common.json)
    std::cerr << "This line is the approval, good for one order until " << timeText(until)
              << ". Hand it to the author:\naurigraph order " << kind
              << " with the same flags, and --approvals 'THE LINE'.\n";
  return kDone;
}

int propose(std::string_view kind, const Options& options) {
  const auto command = endingCommand(kind, options);
  if (!command) return report(command.error(), options.common.json, kUsage);
  const wire::AnyCommand proposal =
      wire::Propose{static_cast<std::uint16_t>(wire::kindOf(*command)), wire::encodePayload(*command)};
  return atOrderDesk(options.common, options.signing, [&](Session& session, OrderDesk& desk) {
    const auto lines = linesOf(proposal, desk.key());
    const Digest id = wire::approvalDigest(session.profile.genesis, desk.key().key.publicKey(), *command);
    return desk.tell(desk.give(proposal, oneLine(wire::describe(proposal)), &lines),
                     "Proposed: " + toHex(id.view()) + "\nOthers endorse it: aurigraph proposal endorse " +
                         toHex(id.view()) + "\nThe proposal is on the ledger.",
                     {{"proposal", toHex(id.view())}});
  });
}

/// A subcommand for one kind of command, its flags made from its fields.
template <class Command>
void addKind(CLI::App& group, const Command& empty, Purpose purpose, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* one =
      group.add_subcommand(std::string(Command::kName), wire::describe(wire::AnyCommand(empty)).front());
  FlagAdder adder(*one, *options);
  Command::fields(empty, adder);
  if (wire::TakesApprovals<Command> && purpose == Purpose::kOrder)
    one->add_option("--approvals", options->approvals,
                    "A line that aurigraph approve printed; again for another approver's")
        ->allow_extra_args(false);
  if (purpose == Purpose::kApprove)
    one->add_option("--author", options->author, "The key of whoever gives the order, in hex")->required();
  if (purpose != Purpose::kOrder)
    one->add_option("--until", options->until,
                    "When the words end, as 2026-12-31T12:00:00Z, at most 72 hours away; without it, at the "
                    "second midnight (UTC)");
  // A field may be called "key".
  addSigningOptions(*one, options->signing, "--sign-with");
  addCommonOptions(*one, options->common);
  one->footer(
      "A list's flag is given once for each item; names and hex may also stand in one word with commas.\n"
      "Fields and bounds: docs/formats/commands.md.");
  one->callback([options, purpose, &exitCode] {
    constexpr std::string_view kKind = Command::kName;
    exitCode = purpose == Purpose::kApprove   ? approve(kKind, *options)
               : purpose == Purpose::kPropose ? propose(kKind, *options)
                                              : order(kKind, *options);
  });
}

}  // namespace

void addApproveCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("approve", "Approve what somebody else is about to order");
  command->require_subcommand(1);
  command->footer(
      "Example: aurigraph approve grant-roles --key 5f…e1 --roles reviewer --author 9a…07 --sign-with "
      "administrator-2\n"
      "Say yourself what you approve, by the same flags as the order; the printed line goes to who gives "
      "it.\n"
      "Who gives an order that needs several repeats --approvals, in any order. Who can reach the cluster\n"
      "may endorse a proposal instead: aurigraph propose, aurigraph proposal.");
  wire::anyCommandKind([&]<class Command>(const Command& empty) {
    if constexpr (wire::TakesApprovals<Command>) addKind(*command, empty, Purpose::kApprove, exitCode);
    return false;
  });
}

void addProposeCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("propose", "Put a command on the ledger that needs others' words");
  command->require_subcommand(1);
  command->footer(
      "Example: aurigraph propose grant-roles --key 5f…e1 --roles reviewer\n"
      "The flags are those of the order. It is executed as yours when the last word that it needs has come.");
  wire::anyCommandKind([&]<class Command>(const Command& empty) {
    if (wire::mayBeProposed(empty)) addKind(*command, empty, Purpose::kPropose, exitCode);
    return false;
  });
}

void addOrderCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("order", "Any command of the ledger, by its fields");
  command->require_subcommand(1);
  command->footer(
      "Example: aurigraph order open-account --identity 7 --token 1\n"
      "What is signed is shown and kept before it is sent. Exit code 4: the outcome is unknown; aurigraph\n"
      "outbox resume asks for it and sends the same bytes.");
  wire::anyCommandKind([&]<class Command>(const Command& empty) {
    addKind(*command, empty, Purpose::kOrder, exitCode);
    return false;
  });
}

}  // namespace aurigraph::cli
