#include "diff_command.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "arguments.hpp"
#include "commands.hpp"
#include "list_files.hpp"
#include "lookup/difference.hpp"
#include "lookup/difference_json.hpp"
#include "lookup/list_parts.hpp"
#include "lookup/list_register.hpp"

namespace lookup {
namespace {

constexpr std::string_view two_sides_needed = "diff needs two files or folders, the older first";

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::string side_of(const std::optional<ListInfo>& info) {
  if (!info) return "not there";
  std::string text = std::to_string(info->entry_count) + " entries";
  if (!info->as_of.empty()) text.append(" as of ").append(info->as_of);
  return text;
}

std::string line_of(const ListDifference& list) {
  std::string text = list.code;
  text.append(": ").append(side_of(list.before)).append(" -> ").append(side_of(list.after)).append(": ");
  for (std::size_t kind = 0; kind < change_kind_count; ++kind) {
    text.append(std::to_string(list.counts[kind])).append(" ");
    text.append(name_of(static_cast<ChangeKind>(kind))).append(", ");
  }
  return text.append(std::to_string(list.unchanged)).append(" unchanged\n");
}

std::string name_and_countries(const Entry& entry) {
  std::string text = entry.published_name;
  std::string countries;
  for (const std::string& country : entry.countries) countries.append(countries.empty() ? "" : ", ").append(country);
  if (!countries.empty()) text.append(" (").append(countries).append(")");
  return text;
}

/// Two lines where a text changed, none where it did not.
std::string texts_of(std::string_view what, std::string_view before, std::string_view after) {
  if (before == after) return "";
  std::string text = "    ";
  text.append(what).append(" before: ").append(before.empty() ? "none" : before).append("\n    ");
  return text.append(what).append(" now: ").append(after.empty() ? "none" : after).append("\n");
}

std::string lines_of(const Change& change) {
  const Entry& entry = change.after == nullptr ? *change.before : *change.after;
  const bool is_pair = change.before != nullptr && change.after != nullptr;
  const char sign = is_pair ? '~' : change.after == nullptr ? '-' : '+';
  std::string text{sign, ' '};
  text.append(entry.list).append(" ").append(name_and_countries(entry));
  if (change.kind == ChangeKind::renamed) text.append(", before: ").append(change.before->published_name);
  for (std::size_t i = 0; i < change.fields.size(); ++i)
    text.append(i == 0 ? " [" : ", ").append(change.fields[i]).append(i + 1 == change.fields.size() ? "]" : "");
  text += '\n';
  text.append(texts_of("requirement", change.requirement_before, change.requirement_after));
  return text.append(texts_of("policy", change.policy_before, change.policy_after));
}

/// The lists asked for out of both sides.
std::optional<Error> narrow(List& before, List& after, const std::vector<std::string_view>& wanted) {
  const std::vector<std::string> codes(wanted.begin(), wanted.end());
  for (const std::string& code : codes) {
    if (find_known_list(code) == nullptr) return Error{ErrorCode::list_unknown, code, std::nullopt, "list"};
  }
  before = take_lists(std::move(before), codes);
  after = take_lists(std::move(after), codes);
  if (!before.lists.empty() || !after.lists.empty()) return std::nullopt;
  std::string detail;
  for (const std::string& code : codes) detail.append(detail.empty() ? "" : ", ").append(code);
  return Error{ErrorCode::csv_list_absent, detail, std::nullopt, "list"};
}

}  // namespace

int run_diff(std::span<const std::string_view> words) {
  static constexpr std::array<std::string_view, 1> lists{"--list"};
  static constexpr std::array<std::string_view, 1> flags{"--json"};
  const auto arguments = parse_arguments(words, lists, flags, lists);
  if (!arguments.ok()) return report(arguments.error());
  const auto& sides = arguments.value().positionals;
  if (sides.size() != 2) return report(usage_error(std::string{two_sides_needed}));
  auto read_before = read_lists(std::string{sides[0]});
  if (!read_before.ok()) return report(read_before.error());
  auto read_after = read_lists(std::string{sides[1]});
  if (!read_after.ok()) return report(read_after.error());
  List before = std::move(read_before).value();
  List after = std::move(read_after).value();
  if (arguments.value().has("--list")) {
    if (auto error = narrow(before, after, arguments.value().options.at("--list"))) return report(*error);
  }
  const Difference difference = compare(before, after);
  if (arguments.value().has("--json")) {
    print(to_json(difference));
    print("\n");
  } else {
    for (const ListDifference& list : difference.lists) print(line_of(list));
    for (const Change& change : difference.changes) print(lines_of(change));
  }
  return finish_output(difference.changes.empty() ? exit_same : exit_differ);
}

}  // namespace lookup
