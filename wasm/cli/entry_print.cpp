#include "entry_print.hpp"

#include <cstdio>

#include "lookup/plain_words.hpp"

namespace lookup {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string one_line(std::string_view text) {
  std::string line{text};
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    // U+0080 to U+009F, which some terminals obey, are C2 80 to C2 9F in UTF-8.
    const bool is_c1 = i > 0 && static_cast<unsigned char>(line[i - 1]) == 0xC2 && byte >= 0x80 && byte <= 0x9F;
    if (is_c1) line[i - 1] = ' ';
    if (byte < 0x20 || byte == 0x7F || is_c1) line[i] = ' ';
  }
  return line;
}

void print_line(std::string_view label, std::string_view text) {
  if (!text.empty())
    std::printf("         %-10.*s %s\n", static_cast<int>(label.size()), label.data(), one_line(text).c_str());
}

void print_lines(std::string_view label, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) print_line(&line == &lines.front() ? label : "", line);
}

std::string_view consequence_of(const Entry& entry, const List& list) {
  const ListInfo* const info = find_info(list.lists, entry.list);
  return info == nullptr ? std::string_view{} : std::string_view{info->consequence};
}

void print_rule(const Entry& entry, const List& list) {
  print_line("means", consequence_of(entry, list));
  const std::string_view requirement = shared_text(list.requirements, entry.requirement);
  const std::string_view policy = shared_text(list.policies, entry.policy);
  print_line("licence", requirement);
  if (!requirement.empty()) print_lines("in words", texts_of(plain_words(read_licence_requirement(requirement))));
  print_line("policy", policy);
  if (!policy.empty()) print_lines("in words", texts_of(plain_words(read_licence_policy(policy))));
}

void print_sources(const Entry& entry) {
  print_line("under", joined(entry.programmes));
  print_line("cited", joined(entry.citations) + (entry.start_date.empty() ? "" : ", since " + entry.start_date));
}

std::string lists_searched(const std::vector<SearchedList>& lists) {
  std::string text;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const ListInfo& info = *lists[i].info;
    text.append(text.empty() ? "" : ", ").append(info.code);
    text.append(" (").append(std::to_string(info.entry_count)).append(" entries)");
    if (i + 1 == lists.size() || lists[i + 1].info->as_of != info.as_of) text.append(" as of ").append(info.as_of);
  }
  return text;
}

}  // namespace lookup
