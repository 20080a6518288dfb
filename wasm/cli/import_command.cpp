#include "import_command.hpp"

#include <array>
#include <cstdio>
#include <optional>
#include <string>

#include "arguments.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "lookup/error.hpp"
#include "lookup/import.hpp"
#include "lookup/snapshot.hpp"

namespace lookup {
namespace {

struct ImportRequest {
  std::string input;
  std::string output;
  ImportOptions options;
};

Error usage_error(std::string detail) { return {ErrorCode::usage, std::move(detail), std::nullopt, ""}; }

std::optional<Error> missing_argument(const Arguments& arguments) {
  for (const std::string_view option : {"--as-of", "--list", "-o"}) {
    if (arguments.value(option).empty()) return usage_error("import needs " + std::string{option});
  }
  if (arguments.positionals.size() != 1) return usage_error("import needs one file");
  return std::nullopt;
}

Result<ImportRequest> read_request(std::span<const std::string_view> words) {
  static constexpr std::array<std::string_view, 5> with_value{"--as-of", "--list", "-o", "--source-title",
                                                              "--source-url"};
  const auto arguments = parse_arguments(words, with_value, {});
  if (!arguments.ok()) return arguments.error();
  if (auto error = missing_argument(arguments.value())) return *std::move(error);
  ImportRequest request;
  ImportOptions& options = request.options;
  request.input = arguments.value().positionals.front();
  request.output = arguments.value().value("-o");
  options.list_code = arguments.value().value("--list");
  options.as_of = arguments.value().value("--as-of");
  options.source_title = arguments.value().value("--source-title", options.source_title);
  options.source_url = arguments.value().value("--source-url", options.source_url);
  if (options.source_title.empty() || options.source_url.empty()) return usage_error("the source cannot be empty");
  return request;
}

/// Imports and writes; the list as it stands in the file written.
Result<List> import_file(const ImportRequest& request) {
  auto csv = read_file(request.input);
  if (!csv.ok()) return csv.error();
  const auto imported = import_csv(csv.value(), request.options);
  if (!imported.ok()) return imported.error();
  const std::string snapshot = write_snapshot(imported.value());
  // Read back before the old file goes: what is put in its place can be loaded.
  auto list = load_snapshot(snapshot);
  if (!list.ok()) return list;
  if (auto error = write_file_atomically(request.output, snapshot)) return *std::move(error);
  return list;
}

}  // namespace

int run_import(std::span<const std::string_view> arguments) {
  const auto request = read_request(arguments);
  if (!request.ok()) return report(request.error());
  const auto result = import_file(request.value());
  if (!result.ok()) return report(result.error());
  const List& list = result.value();
  const ListInfo& info = list.lists.front();
  std::fprintf(stderr, "%s as of %s: %zu entries, %zu names, %zu requirements, %zu policies, sha256 %s\n",
               info.code.c_str(), info.as_of.c_str(), info.entry_count, info.name_count, list.requirements.size(),
               list.policies.size(), list.sha256.c_str());
  return exit_no_match;
}

}  // namespace lookup
