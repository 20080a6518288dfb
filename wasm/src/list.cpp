#include "lookup/list.hpp"

#include <algorithm>

namespace lookup {

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
