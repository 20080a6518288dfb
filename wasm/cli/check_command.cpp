#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "commands.hpp"
#include "entry_print.hpp"
#include "lookup/plain_words.hpp"
#include "lookup/result_json.hpp"
#include "lookup/score.hpp"
#include "open_lists.hpp"
#include "query_options.hpp"

namespace lookup {
namespace {

std::string_view hint_note(HintAgreement hint) {
  if (hint == HintAgreement::agrees) return ": as asked";
  return hint == HintAgreement::differs ? ": not the one asked" : "";
}

/// "published name" for the member that is called published_name.
std::string in_words(MatchedKind kind) {
  std::string words{name_of(kind)};
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

void print_match(const Match& match) {
  const Entry& entry = *match.entry;
  std::printf("\n%6.2f   %s\n", match.score, one_line(entry.name).c_str());
  print_line("band", band_of(match.score));
  print_line("list", entry.list);
  print_line("kind", name_of(entry.kind));
  const std::vector<Reason>& reasons = match.why.reasons;
  // An address that agrees as a whole stands in the first reason.
  const bool is_said =
      match.matched_kind == MatchedKind::address && !reasons.empty() && reasons.front().name == match.matched_name;
  if (match.matched_name != entry.name && !is_said)
    print_line("matched", in_words(match.matched_kind) + " “" + std::string{match.matched_name} + "”");
  print_line("parent", entry.parent);
  for (const Reason& reason : reasons) print_line(&reason == &reasons.front() ? "why" : "", text_of(reason.phrase));
  print_line("country", joined(entry.countries).append(hint_note(match.country)));
  print_line("address", match.address == HintAgreement::differs ? std::string{"none like the one asked"}
                        : match.listed_address == match.matched_name
                            ? std::string{}
                            : std::string{match.listed_address}.append(hint_note(match.address)));
  print_line("born", joined(entry.person.get().dates_of_birth).append(hint_note(match.born)));
  print_rule(entry, *match.list);
  if (match.item) print_lines("item", texts_of(plain_words(*match.item)));
  print_sources(entry);
  for (const Match& other : match.also) {
    print_line("also on", other.entry->list + ": " + other.entry->name + " (" + other.entry->id + ")");
    print_line("", consequence_of(*other.entry, *other.list));
  }
}

/// Entries found by the address alone, below all matches.
void print_at_address(const CheckResult& result) {
  if (result.at_address.empty()) return;
  std::printf("\n%zu %sentr%s found by the address alone, which is weaker evidence than a name.\n",
              result.at_address_total, result.total > 0 ? "other " : "", result.at_address_total == 1 ? "y" : "ies");
  if (result.at_address.size() < result.at_address_total)
    std::printf("Showing the first %zu; --max shows more.\n", result.at_address.size());
  for (const Match& match : result.at_address) print_match(match);
}

void print_result(const CheckResult& result) {
  const std::string lists = lists_searched(result.lists);
  if (!result.foreign_words.empty())
    std::printf("Not searched, since no listed name is written in these letters: %s. Check the Latin spelling too.\n",
                one_line(joined(result.foreign_words)).c_str());
  if (!result.unsearched_numbers.empty())
    std::printf("Not looked up: %s. The lists that were searched give no numbers of persons, companies or ships.\n",
                one_line(joined(result.unsearched_numbers)).c_str());
  if (!result.searched && result.foreign_words.empty() && result.unsearched_numbers.empty())
    std::printf("Only a date was given, and no name.\n");
  if (!result.searched)
    std::printf(result.query.address.empty() ? "Nothing was checked.\n" : "The name was not checked.\n");
  else if (result.total == 0)
    std::printf("No match at or above %g in %s.\n", result.query.min_score, lists.c_str());
  else
    std::printf("%zu possible match%s at or above %g in %s.\n", result.total, result.total == 1 ? "" : "es",
                result.query.min_score, lists.c_str());
  if (result.matches.size() < result.total)
    std::printf("Showing the first %zu; --max shows more.\n", result.matches.size());
  for (const Match& match : result.matches) print_match(match);
  print_at_address(result);
  if (!result.matches.empty() || !result.at_address.empty())
    std::printf("\nA possible match is not yet the same party: compare address and country.\n");
}

}  // namespace

int run_check(std::span<const std::string_view> words) {
  static constexpr std::array<std::string_view, 1> flags{"--json"};
  const Result<Arguments> arguments = parse_arguments(words, query_options, flags, repeatable_query_options);
  if (!arguments.ok()) return report(arguments.error());
  if (arguments.value().positionals.size() != 1)
    return report({ErrorCode::usage, "check takes one name; put it in quotation marks", {}, {}});
  Result<Query> options = query_from_options(arguments.value());
  if (!options.ok()) return report(options.error());
  Query query = std::move(options).value();
  query.name = arguments.value().positionals.front();

  const Result<Screener> screener = open_lists(arguments.value());
  if (!screener.ok()) return report(screener.error());
  const Result<CheckResult> result = screener.value().check(query);
  if (!result.ok()) return report(result.error());
  if (arguments.value().has("--json"))
    std::printf("%s\n", to_json(result.value()).c_str());
  else
    print_result(result.value());
  if (!result.value().searched) return finish_output(exit_error);
  return finish_output(result.value().total == 0 ? exit_no_match : exit_matches);
}

}  // namespace lookup
