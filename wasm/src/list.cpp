#include "lookup/list.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "lookup/published_name.hpp"

namespace lookup {
namespace {

constexpr std::array<std::string_view, 5> kind_names{"", "individual", "entity", "vessel", "aircraft"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

const ListInfo* find_info(const std::vector<ListInfo>& lists, std::string_view code) {
  const auto found =
      std::find_if(lists.begin(), lists.end(), [code](const ListInfo& info) { return info.code == code; });
  return found == lists.end() ? nullptr : &*found;
}

bool stands_before(const Entry& a, const Entry& b) {
  return std::tie(a.list, a.published_name, a.id) < std::tie(b.list, b.published_name, b.id);
}

std::string_view name_of(EntryKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<EntryKind> entry_kind(std::string_view name) {
  const auto found = std::find_if(kind_names.begin(), kind_names.end(), [&](std::string_view kind) {
    return std::equal(kind.begin(), kind.end(), name.begin(), name.end(), [](char a, char b) { return a == lower(b); });
  });
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<EntryKind>(found - kind_names.begin());
}

std::string usual_name(EntryKind kind, std::string_view published_name) {
  return kind == EntryKind::individual ? read_person_name(published_name) : std::string{published_name};
}

bool is_standard_order(std::string_view text) { return text == "Y" || text == "N"; }

bool is_page_url(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

std::size_t count_names(const Entry& entry) {
  const std::size_t own = entry.name == entry.published_name ? 1 : 2;
  return own + entry.aliases.size() + entry.acronyms.size();
}

std::string_view shared_text(const std::vector<SharedText>& texts, std::string_view key) {
  const auto found =
      std::lower_bound(texts.begin(), texts.end(), key,
                       [](const SharedText& text, std::string_view wanted) { return text.key < wanted; });
  return found != texts.end() && found->key == key ? std::string_view{found->text} : std::string_view{};
}

}  // namespace lookup
