#include "lookup/list_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "lookup/list_register.hpp"
#include "lookup/shared_texts.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

using Texts = std::vector<SharedText>;

/// Puts in the place of the keys of `entries` the texts themselves.
void spell_out(std::vector<Entry>& entries, std::string Entry::*member, const Texts& texts) {
  for (Entry& entry : entries) entry.*member = shared_text(texts, entry.*member);
}

/// Puts keys in the place of texts, and gives the texts.
Texts share(std::vector<Entry>& entries, std::string Entry::*member, char prefix) {
  std::map<std::string_view, std::string_view> keys;
  for (const Entry& entry : entries) {
    if (!(entry.*member).empty()) keys.emplace(entry.*member, "");
  }
  std::vector<std::string> texts;
  texts.reserve(keys.size());
  for (const auto& [text, key] : keys) texts.emplace_back(text);
  Texts shared = key_texts(prefix, std::move(texts));
  keys.clear();
  for (const SharedText& text : shared) keys.emplace(text.text, text.key);
  for (Entry& entry : entries) {
    if (!(entry.*member).empty()) entry.*member = keys.at(entry.*member);
  }
  return shared;
}

void spell_out(List& list) {
  spell_out(list.entries, &Entry::requirement, list.requirements);
  spell_out(list.entries, &Entry::policy, list.policies);
}

void share(List& list) {
  list.requirements = share(list.entries, &Entry::requirement, 'r');
  list.policies = share(list.entries, &Entry::policy, 'p');
  list.sha256.clear();
}

std::size_t place_of(const ListInfo& info) {
  const auto known = known_lists();
  return static_cast<std::size_t>(
      std::find_if(known.begin(), known.end(), [&](const KnownList& list) { return list.code == info.code; }) -
      known.begin());
}

}  // namespace

std::pair<List, List> split_lists(List list, const std::vector<std::string>& codes) {
  const auto is_wanted = [&](const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  };
  spell_out(list);
  std::pair<List, List> parts;
  for (ListInfo& info : list.lists) {
    List& part = is_wanted(info.code) ? parts.first : parts.second;
    part.lists.push_back(std::move(info));
  }
  for (Entry& entry : list.entries) {
    List& part = is_wanted(entry.list) ? parts.first : parts.second;
    part.entries.push_back(std::move(entry));
  }
  share(parts.first);
  share(parts.second);
  return parts;
}

List take_lists(List list, const std::vector<std::string>& codes) { return split_lists(std::move(list), codes).first; }

Result<List> join_lists(std::vector<List> parts) {
  List joined;
  for (List& part : parts) {
    for (ListInfo& info : part.lists) {
      const bool is_twice = std::any_of(joined.lists.begin(), joined.lists.end(),
                                        [&](const ListInfo& other) { return other.code == info.code; });
      if (is_twice)
        return Error{ErrorCode::snapshot_field_invalid, "stands in two files: " + info.code, std::nullopt,
                     "lists.code"};
      joined.lists.push_back(std::move(info));
    }
    spell_out(part);
    joined.entries.insert(joined.entries.end(), std::make_move_iterator(part.entries.begin()),
                          std::make_move_iterator(part.entries.end()));
  }
  sort_stably(joined.lists, [](const ListInfo& a, const ListInfo& b) { return place_of(a) < place_of(b); });
  sort_stably(joined.entries, stands_before);
  share(joined);
  return joined;
}

}  // namespace lookup
