// `aurigraph order`: every command of the ledger, its flags made from the command's own fields. `aurigraph
// approve`: another person's word for such a command, by the same flags.

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <map>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/keys.h"
#include "app/aurigraph/order.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"
#include "app/aurigraph/tidy_name.h"
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
};

struct Options {
  CommonOptions common;
  SigningOptions signing;
  std::map<std::string, Flag, std::less<>> flags;  ///< By the field's name.
};

constexpr std::string_view kApprovals = "approvals";

/// Visits fields in adding a flag for each. For who approves: for each but the approvals.
class FlagAdder {
 public:
  FlagAdder(CLI::App& command, Options& options, bool approving = false)
      : command_(command), options_(options), approving_(approving) {}

  template <class T, class Form>
  void operator()(std::string_view name, const T&, const Form& form) {
    add<T>(name, form)->required();
  }
  template <class T, class Form>
  void operator()(std::string_view name, const T&, const wire::form::Defaulted<Form>& defaulted) {
    if (!approving_ || name != kApprovals) add<T>(name, defaulted.form);
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
    return added;
  }

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
  bool approving_;
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

/// Approvals stand ascending by approver: who collected them need not know. What is no approval comes first,
/// for the reader to find.
Flag inOrder(Flag approvals) {
  const auto approverIn = [](const std::string& word) -> PublicKey {
    const auto document = json::Document::parse(asBytes(word));
    const json::Value* approver = document ? document->root().find("approver") : nullptr;
    if (approver == nullptr) return {};
    return fixedFromHex<PublicKey>(approver->text).value_or(PublicKey{});
  };
  std::ranges::stable_sort(approvals.words, {}, approverIn);
  return approvals;
}

/// As it was typed, but in the form that the ledger takes: names as it writes them, approvals in their order.
/// What is signed is shown first.
Flag asTaken(std::string_view kind, std::string_view name, Flag flag) {
  const bool isName = (kind == wire::RegisterIdentity::kName && name == "name") ||
                      (kind == wire::GrantRoles::kName && name == "organisation");
  if (isName)
    for (std::string& word : flag.words) word = tidyName(word);
  return name == kApprovals ? inOrder(std::move(flag)) : flag;
}

/// What the flags say, read by the very reader that the gateway reads with.
Result<wire::AnyCommand> commandOf(std::string_view kind, const Options& options) {
  std::string text = "{\"kind\":\"" + std::string(kind) + "\"";
  for (const auto& [name, flag] : options.flags) {
    if (flag.words.empty()) continue;
    const auto value = jsonOf(name, asTaken(kind, name, flag));
    if (!value) return propagate(value);
    text += ",\"" + name + "\":" + *value;
  }
  const auto document = json::Document::parse(asBytes(text + "}"));
  if (!document)
    return fail("order.bad_text", "The flags' words are no plain text (UTF-8).", "Write them anew.");
  return gateway::commandFromJson(document->root(), "");
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
  const auto command = commandOf(kind, options);
  if (!command) return failed(command.error());
  const auto profile = Profile::load(options.common.folder());
  if (!profile) return failed(profile.error());
  const auto key = openKeyFile(profile->folder, options.signing.key, options.signing.passphraseFile);
  if (!key) return failed(key.error());
  if (auto agreed =
          confirm(linesOf(*command, *key, {"for the cluster of genesis " + toHex(profile->genesis.view())}),
                  options.signing.yes, Signing::kApproval);
      !agreed)
    return failed(agreed.error());
  const Digest digest = wire::approvalDigest(profile->genesis, *command);
  const boost::json::object approval{{"approver", toHex(key->key.publicKey().view())},
                                     {"signature", toHex(key->key.sign(digest).view())}};
  std::cout << boost::json::serialize(approval) << "\n";
  if (!options.common.json)
    std::cerr << "This line is the approval. Hand it to whoever gives the order: aurigraph order " << kind
              << "\nwith the same flags, and --approvals 'THE LINE'. It is good for nothing else.\n";
  return kDone;
}

/// A subcommand for one kind of command, its flags made from its fields; `approving`: of the approver.
template <class Command>
void addKind(CLI::App& group, const Command& empty, bool approving, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* one =
      group.add_subcommand(std::string(Command::kName), wire::describe(wire::AnyCommand(empty)).front());
  FlagAdder adder(*one, *options, approving);
  Command::fields(empty, adder);
  // A field may be called "key".
  addSigningOptions(*one, options->signing, "--sign-with");
  addCommonOptions(*one, options->common);
  one->footer("A list's flag is given once for each item. Fields and bounds: docs/formats/commands.md.");
  one->callback([options, approving, &exitCode] {
    exitCode = approving ? approve(Command::kName, *options) : order(Command::kName, *options);
  });
}

}  // namespace

void addApproveCommand(CLI::App& app, int& exitCode) {
  auto* command = app.add_subcommand("approve", "Approve what somebody else is about to order");
  command->require_subcommand(1);
  command->footer(
      "Example: aurigraph approve grant-roles --key 5f…e1 --roles reviewer --change 1 --sign-with "
      "administrator-2\n"
      "Say yourself what you approve, by the same flags as the order; the printed line goes to who gives "
      "it.\n"
      "Who gives an order that needs several repeats --approvals, in any order.");
  wire::anyCommandKind([&]<class Command>(const Command& empty) {
    if constexpr (wire::TakesApprovals<Command>) addKind(*command, empty, true, exitCode);
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
    addKind(*command, empty, false, exitCode);
    return false;
  });
}

}  // namespace aurigraph::cli
