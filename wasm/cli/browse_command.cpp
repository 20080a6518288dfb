#include "browse_command.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "entry_print.hpp"
#include "lookup/catalogue_json.hpp"
#include "lookup/result_json.hpp"
#include "open_lists.hpp"

namespace lookup {
namespace {

constexpr int exit_done = 0;

constexpr std::array<std::string_view, 10> browse_options{"--country", "--from",  "--to",  "--notice", "--policy",
                                                          "--only",    "--order", "--max", "--skip",   "--list"};
constexpr std::array<std::string_view, 4> repeatable_browse_options{"--country", "--policy", "--only", "--list"};
constexpr std::array<std::string_view, 1> list_option{"--list"};
constexpr std::array<std::string_view, 1> json_flag{"--json"};

std::vector<std::string_view> values_of(const Arguments& arguments, std::string_view option) {
  const auto found = arguments.options.find(option);
  return found == arguments.options.end() ? std::vector<std::string_view>{} : found->second;
}

std::vector<std::string> texts_of(const Arguments& arguments, std::string_view option) {
  const std::vector<std::string_view> values = values_of(arguments, option);
  return {values.begin(), values.end()};
}

/// A whole number, or `otherwise` where the option is not given.
Result<std::size_t> whole_number_of(const Arguments& arguments, std::string_view option, std::size_t otherwise) {
  constexpr double most = 1e9;
  if (!arguments.has(option)) return otherwise;
  const Result<double> number = parse_number(arguments.value(option), option, ErrorCode::count_out_of_range);
  if (!number.ok()) return number.error();
  const bool is_whole = number.value() >= 0 && number.value() <= most && number.value() == std::floor(number.value());
  if (!is_whole)
    return Error{ErrorCode::count_out_of_range, std::string{arguments.value(option)}, {}, std::string{option}};
  return static_cast<std::size_t>(number.value());
}

Result<CatalogueFilter> filter_of(const Arguments& arguments) {
  CatalogueFilter filter;
  if (!arguments.positionals.empty()) filter.text = arguments.positionals.front();
  filter.lists = texts_of(arguments, "--only");
  filter.countries = texts_of(arguments, "--country");
  filter.from = arguments.value("--from");
  filter.to = arguments.value("--to");
  filter.notice = arguments.value("--notice");
  for (const std::string_view name : values_of(arguments, "--policy")) {
    const std::optional<ListedPolicy> policy = listed_policy(name);
    if (!policy) return usage_error("there is no kind of policy called " + std::string{name});
    filter.policies.push_back(*policy);
  }
  const std::optional<CatalogueOrder> order = catalogue_order(arguments.value("--order", "name"));
  if (!order) return usage_error("--order takes name, newest or oldest");
  filter.order = *order;
  const Result<std::size_t> count = whole_number_of(arguments, "--max", filter.count);
  if (!count.ok()) return count.error();
  filter.count = count.value();
  const Result<std::size_t> offset = whole_number_of(arguments, "--skip", 0);
  if (!offset.ok()) return offset.error();
  filter.offset = offset.value();
  return filter;
}

/// `2021-07-12  EL  CN, HK  Armyfly  (86 FR 36496)  232413ee…`
void print_short(const Entry& entry) {
  const std::string since = entry.start_date.empty() ? std::string{"no date   "} : entry.start_date;
  std::string line = since + "  " + entry.list + "  " + joined(entry.countries) + "  " + entry.name;
  if (!entry.citations.empty()) line.append("  (").append(joined(entry.citations)).append(")");
  std::printf("%s  %s\n", one_line(line).c_str(), one_line(entry.id).c_str());
}

void print_page(const CataloguePage& page, const CatalogueFilter& filter) {
  std::string lists;
  for (const auto& [code, count] : page.lists)
    if (count > 0) lists.append(lists.empty() ? ": " : ", ").append(code).append(" ").append(std::to_string(count));
  std::printf("%zu entr%s%s.\n", page.total, page.total == 1 ? "y" : "ies",
              filter.lists.empty() ? lists.c_str() : (" of " + joined(filter.lists)).c_str());
  const std::size_t last = filter.offset + page.entries.size();
  if (page.entries.empty() && page.total > 0)
    std::printf("None is left after the first %zu.\n", filter.offset);
  else if (page.entries.size() < page.total)
    std::printf("Showing %zu to %zu; --max and --skip show others.\n", filter.offset + 1, last);
  for (const Entry* const entry : page.entries) print_short(*entry);
}

void print_entry(const FoundEntry& found) {
  const Entry& entry = *found.entry;
  std::printf("%s\n", one_line(entry.name).c_str());
  print_line("list", entry.list + ": " + found.list.info->title + " as of " + found.list.info->as_of);
  print_line("id", entry.id);
  print_line("kind", name_of(entry.kind));
  print_line("published", entry.published_name == entry.name ? std::string{} : entry.published_name);
  print_line("parent", entry.parent);
  print_lines("alias", entry.aliases);
  print_line("country", joined(entry.countries));
  std::vector<std::string> addresses;
  for (const Address& address : entry.addresses)
    addresses.push_back(address.country.empty() ? address.text : address.text + ", " + address.country);
  print_lines("address", addresses);
  print_line("born", joined(entry.person.get().dates_of_birth));
  print_rule(entry, *found.snapshot);
  print_sources(entry);
  print_line("ends", entry.details.get().end_date);
  print_line("remarks", entry.details.get().remarks);
  print_lines("see", entry.details.get().source_urls);
}

}  // namespace

int run_browse(std::span<const std::string_view> words) {
  const Result<Arguments> arguments = parse_arguments(words, browse_options, json_flag, repeatable_browse_options);
  if (!arguments.ok()) return report(arguments.error());
  if (arguments.value().positionals.size() > 1)
    return report(usage_error("browse takes one text; put it in quotation marks"));
  const Result<CatalogueFilter> filter = filter_of(arguments.value());
  if (!filter.ok()) return report(filter.error());
  const Result<Screener> screener = open_lists(arguments.value());
  if (!screener.ok()) return report(screener.error());
  const Result<CataloguePage> page = Catalogue{screener.value().snapshots()}.browse(filter.value());
  if (!page.ok()) return report(page.error());
  if (arguments.value().has("--json"))
    std::printf("%s\n", to_json(page.value()).c_str());
  else
    print_page(page.value(), filter.value());
  return finish_output(exit_done);
}

int run_entry(std::span<const std::string_view> words) {
  const Result<Arguments> arguments = parse_arguments(words, list_option, json_flag, list_option);
  if (!arguments.ok()) return report(arguments.error());
  const std::vector<std::string_view>& asked = arguments.value().positionals;
  if (asked.size() != 2) return report(usage_error("entry takes the code of a list and the id of an entry"));
  const Result<Screener> screener = open_lists(arguments.value());
  if (!screener.ok()) return report(screener.error());
  const Result<FoundEntry> found = Catalogue{screener.value().snapshots()}.find_entry(asked[0], asked[1]);
  if (!found.ok()) return report(found.error());
  if (arguments.value().has("--json"))
    std::printf("%s\n", to_json(found.value()).c_str());
  else
    print_entry(found.value());
  return finish_output(exit_done);
}

}  // namespace lookup
