#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "bundled_list.hpp"
#include "commands.hpp"
#include "line_reader.hpp"
#include "lookup/result_json.hpp"
#include "query_options.hpp"

namespace lookup {
namespace {

constexpr std::size_t lines_a_progress_note = 1000;

/// Asks every list and merges the answers in the order of `comes_before`. A word that any list could search is
/// searched.
Result<CheckResult> check_all(const std::vector<Screener>& screeners, const Query& query) {
  Result<CheckResult> merged = screeners.front().check(query);
  for (std::size_t i = 1; i < screeners.size() && merged.ok(); ++i) {
    Result<CheckResult> next = screeners[i].check(query);
    CheckResult sum = std::move(merged).value();
    CheckResult more = std::move(next).value();  // A query that one list takes, every list takes.
    sum.total += more.total;
    sum.took_ms += more.took_ms;
    sum.searched = sum.searched || more.searched;
    std::move(more.matches.begin(), more.matches.end(), std::back_inserter(sum.matches));
    std::stable_sort(sum.matches.begin(), sum.matches.end(),
                     [](const Match& a, const Match& b) { return comes_before(standing_of(a), standing_of(b)); });
    std::erase_if(sum.foreign_words, [&more](const std::string& word) {
      return std::find(more.foreign_words.begin(), more.foreign_words.end(), word) == more.foreign_words.end();
    });
    if (sum.matches.size() > query.max_matches)
      sum.matches.erase(sum.matches.begin() + static_cast<std::ptrdiff_t>(query.max_matches), sum.matches.end());
    merged = std::move(sum);
  }
  return merged;
}

Result<std::vector<Screener>> open_lists(const Arguments& arguments) {
  std::vector<std::string_view> paths{std::string_view{}};
  if (arguments.has("--list")) paths = arguments.options.at("--list");
  std::vector<Screener> screeners;
  for (const std::string_view path : paths) {
    Result<Screener> screener = open_list(path);
    if (!screener.ok()) return screener.error();
    screeners.push_back(std::move(screener).value());
  }
  return screeners;
}

/// Checks one line and prints its answer. True when it could be checked.
bool screen_line(const std::vector<Screener>& screeners, Query& query, const Line& line, bool& any_match) {
  query.name = line.text;
  const Result<CheckResult> result =
      line.is_whole ? check_all(screeners, query) : Result<CheckResult>{Error{ErrorCode::name_too_long, {}, {}, {}}};
  if (result.ok()) {
    any_match = any_match || result.value().total > 0;
    std::puts(to_screening_json(result.value()).c_str());
    return result.value().searched;
  }
  Error error = result.error();
  error.record = line.number;
  std::puts(to_screening_json(line.text, error).c_str());
  return false;
}

}  // namespace

int run_screen(std::span<const std::string_view> words) {
  static constexpr std::array<std::string_view, 4> with_value{"--country", "--min-score", "--max", "--list"};
  static constexpr std::array<std::string_view, 1> flags{"--jsonl"};
  static constexpr std::array<std::string_view, 1> repeatable{"--list"};
  const Result<Arguments> arguments = parse_arguments(words, with_value, flags, repeatable);
  if (!arguments.ok()) return report(arguments.error());
  if (arguments.value().positionals.size() > 1)
    return report({ErrorCode::usage, "screen takes one file, or reads standard input", {}, {}});
  Result<Query> options = query_from_options(arguments.value());
  if (!options.ok()) return report(options.error());
  Query query = std::move(options).value();
  const Result<std::vector<Screener>> screeners = open_lists(arguments.value());
  if (!screeners.ok()) return report(screeners.error());

  const std::string path{arguments.value().positionals.empty() ? "-" : arguments.value().positionals.front()};
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{path == "-" ? stdin : std::fopen(path.c_str(), "rb"),
                                                             &std::fclose};
  if (file == nullptr) return report({ErrorCode::file_unreadable, path, {}, {}});

  const bool show_progress = isatty(STDERR_FILENO) != 0;
  bool any_match = false;
  bool any_error = false;
  LineReader reader{file.get()};
  Line line;
  while (std::ferror(stdout) == 0 && reader.next(line)) {
    if (!screen_line(screeners.value(), query, line, any_match)) any_error = true;
    if (show_progress && line.number % lines_a_progress_note == 0)
      std::fprintf(stderr, "\r%zu names checked", line.number);
  }
  if (show_progress) std::fprintf(stderr, "\r%zu names checked\n", line.number);
  if (std::ferror(file.get()) != 0) return report({ErrorCode::file_unreadable, path, {}, {}});
  if (any_error) return finish_output(exit_error);
  return finish_output(any_match ? exit_matches : exit_no_match);
}

}  // namespace lookup
