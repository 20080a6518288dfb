#include "import_command.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "arguments.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "list_files.hpp"
#include "lookup/calendar_date.hpp"
#include "lookup/error.hpp"
#include "lookup/import.hpp"
#include "lookup/import_checks.hpp"
#include "lookup/snapshot.hpp"

namespace lookup {
namespace {

/// One snapshot to write, and the lists in it.
struct ImportOutput {
  std::string path;
  ImportOptions options;
};

struct ImportRequest {
  std::string input;
  std::vector<ImportOutput> outputs;
  bool accept_fewer = false;
  bool accept_older = false;
};

/// A snapshot that is checked and not yet in its place.
struct CheckedSnapshot {
  std::string path;
  std::string bytes;
  List list;  ///< As it stands in `bytes`.
};

constexpr std::string_view all_but_the_entity_list = "others";

std::optional<Error> missing_argument(const Arguments& arguments) {
  // Which files need no date shows when they are read.
  if (!arguments.has("--as-of") && arguments.positionals.empty()) return usage_error("import needs --as-of");
  if (arguments.has("--as-of") && arguments.value("--as-of").empty()) return usage_error("import needs --as-of");
  if (arguments.has("--bundle")) {
    if (arguments.value("--bundle").empty()) return usage_error("--bundle needs a folder");
    if (arguments.has("--list") || arguments.has("-o")) return usage_error("--bundle says both lists and outputs");
  } else {
    for (const std::string_view option : {"--list", "-o"}) {
      if (arguments.value(option).empty()) return usage_error("import needs " + std::string{option});
    }
  }
  if (arguments.positionals.size() != 1) return usage_error("import needs one file");
  return std::nullopt;
}

/// `options` for every list but the Entity List, none of them passed over.
ImportOptions for_others(ImportOptions options) {
  options.list_codes = other_list_codes();
  options.all_known = true;
  return options;
}

std::vector<ImportOutput> outputs_of(const Arguments& arguments, ImportOptions options) {
  if (arguments.has("--bundle")) {
    const std::filesystem::path folder{arguments.value("--bundle")};
    return {{(folder / entity_list_file).string(), options},
            {(folder / other_lists_file).string(), for_others(options)}};
  }
  const std::vector<std::string_view>& codes = arguments.options.at("--list");
  const std::string output{arguments.value("-o")};
  if (codes.size() == 1 && codes.front() == all_but_the_entity_list) return {{output, for_others(std::move(options))}};
  options.list_codes.assign(codes.begin(), codes.end());
  return {{output, std::move(options)}};
}

Result<ImportRequest> read_request(std::span<const std::string_view> words) {
  static constexpr std::array<std::string_view, 6> with_value{"--as-of",        "--list",       "-o",
                                                              "--source-title", "--source-url", "--bundle"};
  static constexpr std::array<std::string_view, 2> flags{"--accept-fewer", "--accept-older"};
  static constexpr std::array<std::string_view, 1> repeatable{"--list"};
  const auto arguments = parse_arguments(words, with_value, flags, repeatable);
  if (!arguments.ok()) return arguments.error();
  if (auto error = missing_argument(arguments.value())) return *std::move(error);
  ImportOptions options;
  options.as_of = arguments.value().value("--as-of");
  options.source_title = arguments.value().value("--source-title", options.source_title);
  options.source_url = arguments.value().value("--source-url", options.source_url);
  if (options.source_title.empty() || options.source_url.empty()) return usage_error("the source cannot be empty");
  ImportRequest request;
  request.input = arguments.value().positionals.front();
  request.outputs = outputs_of(arguments.value(), std::move(options));
  request.accept_fewer = arguments.value().has("--accept-fewer");
  request.accept_older = arguments.value().has("--accept-older");
  return request;
}

/// What the snapshot at `path` says of its lists; nothing when no snapshot can be read there, and then says so.
std::vector<ListInfo> infos_in_place(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  const auto bytes = read_file(path);
  Result<List> list = bytes.ok() ? load_snapshot(bytes.value()) : Result<List>{bytes.error()};
  if (list.ok()) return std::move(list).value().lists;
  std::fprintf(stderr, "%s: the list in place could not be read, so the new one was not compared with it (%s)\n",
               path.c_str(), describe(list.error()).c_str());
  return {};
}

/// Whether the user has said that a list like this may take the place of the old one.
bool is_accepted(const Error& error, const ImportRequest& request) {
  return error.code == ErrorCode::list_older ? request.accept_older : request.accept_fewer;
}

Result<CheckedSnapshot> make_snapshot(std::string_view file, const ImportOutput& output, const ImportRequest& request) {
  const auto imported = import_file(file, output.options);
  if (!imported.ok()) return imported.error();
  std::string bytes = write_snapshot(imported.value());
  // Read back before the old file goes: what is put in its place can be loaded.
  auto list = load_snapshot(bytes);
  if (!list.ok()) return list.error();
  for (const Finding& finding : find_oddities(infos_in_place(output.path), list.value())) {
    auto error = error_of(finding);
    if (error && !is_accepted(*error, request)) return *std::move(error);
  }
  return CheckedSnapshot{output.path, std::move(bytes), std::move(list).value()};
}

/// The day that it is where the day begins first, 14 hours before UTC.
std::string last_today() {
  constexpr std::time_t hours = 14;
  const std::time_t now = std::time(nullptr) + hours * 3600;
  std::array<char, 11> day{};
  std::strftime(day.data(), day.size(), "%Y-%m-%d", std::gmtime(&now));
  return day.data();
}

/// An official file does not say its date, a snapshot does.
std::optional<Error> check_date_given(std::string_view file, const ImportRequest& request) {
  const bool is_snapshot = format_of(file) == FileFormat::snapshot;
  const bool has_date = !request.outputs.front().options.as_of.empty();
  if (is_snapshot && has_date) return usage_error("a snapshot has its own date: leave --as-of out");
  if (!is_snapshot && !has_date) return usage_error("import needs --as-of");
  // ISO 8601 dates sort as texts.
  if (is_calendar_date(request.outputs.front().options.as_of) && request.outputs.front().options.as_of > last_today())
    return usage_error("--as-of is a day that has not come yet");
  return std::nullopt;
}

/// Makes all snapshots, then puts them in their places together.
Result<std::vector<CheckedSnapshot>> import_lists(const ImportRequest& request) {
  std::error_code ignored;
  for (const ImportOutput& output : request.outputs) {
    if (std::filesystem::equivalent(request.input, output.path, ignored))
      return usage_error("the output would take the place of the input");
  }
  const auto file = read_file(request.input);
  if (!file.ok()) return file.error();
  if (auto error = check_date_given(file.value(), request)) return *std::move(error);
  std::vector<CheckedSnapshot> snapshots;
  for (const ImportOutput& output : request.outputs) {
    auto snapshot = make_snapshot(file.value(), output, request);
    if (!snapshot.ok()) return snapshot.error();
    snapshots.push_back(std::move(snapshot).value());
  }
  std::vector<FileToWrite> files;
  for (const CheckedSnapshot& snapshot : snapshots) files.push_back({snapshot.path, snapshot.bytes});
  if (auto error = write_files_atomically(files)) return *std::move(error);
  return snapshots;
}

void print_summary(const CheckedSnapshot& snapshot) {
  const List& list = snapshot.list;
  for (const ListInfo& info : list.lists)
    std::fprintf(stderr, "%s as of %s: %zu entries, %zu names\n", info.code.c_str(), info.as_of.c_str(),
                 info.entry_count, info.name_count);
  std::fprintf(stderr, "%s: %zu entries, %zu requirements, %zu policies, sha256 %s\n", snapshot.path.c_str(),
               list.entries.size(), list.requirements.size(), list.policies.size(), list.sha256.c_str());
}

}  // namespace

int run_import(std::span<const std::string_view> arguments) {
  const auto request = read_request(arguments);
  if (!request.ok()) return report(request.error());
  const auto snapshots = import_lists(request.value());
  if (!snapshots.ok()) return report(snapshots.error());
  for (const CheckedSnapshot& snapshot : snapshots.value()) print_summary(snapshot);
  return exit_no_match;
}

}  // namespace lookup
