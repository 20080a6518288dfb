#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string>

#include "commands.hpp"
#include "line_reader.hpp"
#include "lookup/result_json.hpp"
#include "open_lists.hpp"
#include "query_options.hpp"

namespace lookup {
namespace {

constexpr std::size_t lines_a_progress_note = 1000;

/// Checks one line and prints its answer. True when it could be checked.
bool screen_line(const Screener& screener, Query& query, const Line& line, bool& any_match) {
  query.name = line.text;
  const Result<CheckResult> result =
      line.is_whole ? screener.check(query) : Result<CheckResult>{Error{ErrorCode::name_too_long, {}, {}, {}}};
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
  static constexpr std::array<std::string_view, 1> flags{"--jsonl"};
  const Result<Arguments> arguments = parse_arguments(words, query_options, flags, repeatable_query_options);
  if (!arguments.ok()) return report(arguments.error());
  if (arguments.value().positionals.size() > 1)
    return report({ErrorCode::usage, "screen takes one file, or reads standard input", {}, {}});
  Result<Query> options = query_from_options(arguments.value());
  if (!options.ok()) return report(options.error());
  Query query = std::move(options).value();
  const Result<Screener> screener = open_lists(arguments.value());
  if (!screener.ok()) return report(screener.error());

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
    if (!screen_line(screener.value(), query, line, any_match)) any_error = true;
    if (show_progress && line.number % lines_a_progress_note == 0)
      std::fprintf(stderr, "\r%zu names checked", line.number);
  }
  if (show_progress) std::fprintf(stderr, "\r%zu names checked\n", line.number);
  if (std::ferror(file.get()) != 0) return report({ErrorCode::file_unreadable, path, {}, {}});
  if (any_error) return finish_output(exit_error);
  return finish_output(any_match ? exit_matches : exit_no_match);
}

}  // namespace lookup
