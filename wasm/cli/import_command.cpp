#include "import_command.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

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
  bool accept_fewer = false;
  bool accept_older = false;
};

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
  static constexpr std::array<std::string_view, 2> flags{"--accept-fewer", "--accept-older"};
  const auto arguments = parse_arguments(words, with_value, flags);
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
  request.accept_fewer = arguments.value().has("--accept-fewer");
  request.accept_older = arguments.value().has("--accept-older");
  if (options.source_title.empty() || options.source_url.empty()) return usage_error("the source cannot be empty");
  return request;
}

/// What the snapshot at `path` says of the list `code`, or nothing when no such snapshot can be read there.
std::optional<ListInfo> info_in_place(const std::string& path, std::string_view code) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return std::nullopt;
  const auto bytes = read_file(path);
  if (!bytes.ok()) return std::nullopt;
  const auto list = load_snapshot(bytes.value());
  if (!list.ok()) return std::nullopt;
  const std::vector<ListInfo>& infos = list.value().lists;
  const auto found =
      std::find_if(infos.begin(), infos.end(), [code](const ListInfo& info) { return info.code == code; });
  return found == infos.end() ? std::nullopt : std::optional{*found};
}

std::string summary_of(const ListInfo& info) {
  return std::to_string(info.entry_count) + " entries as of " + info.as_of;
}

/// Why `fresh` should not take the place of `old`, or nothing. A CSV file cut at the end of a record looks whole; only
/// its size beside the old list's tells.
std::optional<Error> suspicion(const ListInfo& fresh, const ListInfo& old, const ImportRequest& request) {
  const std::string detail = summary_of(fresh) + " in place of " + summary_of(old);
  if (!request.accept_older && fresh.as_of < old.as_of) return Error{ErrorCode::list_older, detail, std::nullopt, ""};
  if (!request.accept_fewer && fresh.entry_count * 10 < old.entry_count * 9)
    return Error{ErrorCode::list_shrank, detail, std::nullopt, ""};
  return std::nullopt;
}

/// Imports and writes; the list as it stands in the file written.
Result<List> import_file(const ImportRequest& request) {
  std::error_code ignored;
  if (std::filesystem::equivalent(request.input, request.output, ignored))
    return usage_error("the output would take the place of the input");
  auto csv = read_file(request.input);
  if (!csv.ok()) return csv.error();
  const auto imported = import_csv(csv.value(), request.options);
  if (!imported.ok()) return imported.error();
  const std::string snapshot = write_snapshot(imported.value());
  // Read back before the old file goes: what is put in its place can be loaded.
  auto list = load_snapshot(snapshot);
  if (!list.ok()) return list;
  if (const auto old = info_in_place(request.output, request.options.list_code)) {
    if (auto error = suspicion(list.value().lists.front(), *old, request)) return *std::move(error);
  }
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
