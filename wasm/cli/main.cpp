#include <cstdio>
#include <string_view>
#include <vector>

#include "browse_command.hpp"
#include "commands.hpp"
#include "diff_command.hpp"
#include "import_command.hpp"

namespace {

constexpr std::string_view help = R"(entity-lookup: is this party on a United States export list?

  entity-lookup check "NAME" [QUESTION] [--json]
      Checks one name.
  entity-lookup screen [QUESTION] [--jsonl] [INPUT]
      Checks one name a line, from INPUT or standard input; prints one JSON object a line.
      QUESTION is [--address TEXT] [--country CC] [--born DATE] [--item ECCN] [--only LIST]... [--kind KIND]...
      [--min-score N] [--max N] [--list FILE]... LIST is a list's code, such as EL; KIND is individual, entity, vessel or
      aircraft; address, country and date of birth move the order and hide nothing; an address may also stand in NAME,
      and parties found by it alone stand apart; --item says what the entry says of that classification.
  entity-lookup browse [TEXT] [--country CC]... [--from DATE] [--to DATE] [--notice "86 FR 36496"] [--policy KIND]...
                       [--only LIST]... [--order name|newest|oldest] [--max N] [--skip N] [--list FILE]... [--json]
      Lists the entries of which all that is given is true; TEXT is the beginnings of words of a name, or an id. DATE is
      YYYY-MM-DD; KIND is denial, presumption_of_denial, case_by_case, presumption_of_approval, per_section, unknown or
      none_published. --json counts them by list, country, date and policy too.
  entity-lookup entry LIST ID [--list FILE]... [--json]
      Shows one entry whole.
  entity-lookup diff OLD NEW [--list LIST]... [--json]
      Says what a newer file changes: by list how many entries, then each that was added, removed, renamed or changed.
      Each side is the official CSV or JSON file, a snapshot, or a folder with entity-list.json and other-lists.json.
  entity-lookup import FILE --as-of YYYY-MM-DD (--list LIST... -o OUTPUT | --bundle FOLDER)
                       [--accept-fewer] [--accept-older] [--source-title TEXT] [--source-url URL]
      Turns the official CSV or JSON file into snapshots that the other commands and the page read; a snapshot as FILE
      has its own date. LIST is a list's code, such as EL, or "others" for all but EL; --bundle writes entity-list.json
      and other-lists.json into FOLDER. A list that is there already is not replaced by one with less than nine tenths
      of its entries, or of an earlier date, unless you accept it.
  entity-lookup --version | --help

Exit status: 0 no match, 1 matches, 2 error or a name that was not checked; parties found by an address alone are no
match: with them and nothing else it is 0, and what is printed says so, in at_address of JSON. Of diff: 0 no difference,
1 differences, 2 error; of browse and entry: 0, or 2 error. Without --list FILE, check, screen, browse and entry take
entity-list.json and other-lists.json beside the program.
A match is a possible match, not yet the same party; no match is not permission to ship. This is not legal advice.
)";

}  // namespace

namespace lookup {

int report(const Error& error) {
  const std::string_view code = phrase_of(error.code).name;
  std::fprintf(stderr, "entity-lookup: %s [%.*s]\n", describe(error).c_str(), static_cast<int>(code.size()),
               code.data());
  if (error.code == ErrorCode::usage) std::fprintf(stderr, "Try 'entity-lookup --help'.\n");
  return exit_error;
}

bool flush_output() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

int finish_output(int status) {
  return flush_output() ? status : report({ErrorCode::file_unwritable, "standard output", {}, {}});
}

}  // namespace lookup

namespace {

int print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  return lookup::finish_output(0);
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string_view> arguments(words + 1, words + count);
  const std::string_view command = arguments.empty() ? std::string_view{} : arguments.front();
  const std::span<const std::string_view> rest = std::span{arguments}.subspan(arguments.empty() ? 0 : 1);
  const bool asks_help = rest.size() == 1 && (rest.front() == "--help" || rest.front() == "-h");
  if (command == "--help" || command == "-h" || asks_help) return print(help);
  if (command == "check") return lookup::run_check(rest);
  if (command == "screen") return lookup::run_screen(rest);
  if (command == "browse") return lookup::run_browse(rest);
  if (command == "entry") return lookup::run_entry(rest);
  if (command == "diff") return lookup::run_diff(rest);
  if (command == "import") return lookup::run_import(rest);
  if (command == "--version") return print("entity-lookup " LOOKUP_VERSION "\n");
  return lookup::report({lookup::ErrorCode::usage,
                         command.empty() ? "no command given" : "there is no command " + std::string{command},
                         {},
                         {}});
}
