#pragma once

#include <string>
#include <utility>
#include <vector>

#include "lookup/list.hpp"

/// A list of made-up parties, for tests that need no real one. Ids are the positions, from "1".
inline lookup::List small_list(const std::vector<std::string>& names) {
  lookup::List list;
  list.lists.push_back({"EL", "Entity List", "BIS", "Part 744", "licence needed", "2026-07-31", "CSL",
                        "https://example.org", names.size(), names.size()});
  for (const std::string& name : names) {
    lookup::Entry entry;
    entry.id = std::to_string(list.entries.size() + 1);
    entry.list = "EL";
    entry.published_name = name;
    entry.name = name;
    list.entries.push_back(std::move(entry));
  }
  list.sha256 = std::string(64, 'a');
  return list;
}
