#include "lookup/list_register.hpp"

#include <algorithm>
#include <array>

#include "lookup/acronyms.hpp"

namespace lookup {
namespace {

constexpr auto lists = std::to_array<KnownList>({
    {"EL", "EL", "Entity List", "Bureau of Industry and Security, U.S. Department of Commerce",
     "15 CFR 744.11, 744.16 and Supplement No. 4 to Part 744",
     "A licence is needed to export, reexport or transfer (in-country) to this party the items that its entry names; "
     "no licence exception may be used unless the entry allows it."},
});

}  // namespace

std::span<const KnownList> known_lists() { return lists; }

const KnownList* find_known_list(std::string_view code) {
  const auto found =
      std::find_if(lists.begin(), lists.end(), [code](const KnownList& list) { return list.code == code; });
  return found == lists.end() ? nullptr : &*found;
}

std::string_view published_code(std::string_view source) {
  const auto brackets = find_brackets(source);
  return brackets.empty() ? std::string_view{} : brackets.front().inside;
}

}  // namespace lookup
