#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// One published address. `text` is the address as published without its country code; `country` is the ISO 3166-1
/// alpha-2 code, or empty where the published one ends in none.
struct Address {
  std::string text;
  std::string country;
};

/// One row of a list: a party, or for a few rows an address that is itself listed.
struct Entry {
  std::string id;              ///< The publisher's `_id`.
  std::string list;            ///< Code of the list the entry stands on, for example "EL".
  std::string published_name;  ///< Exactly as published.
  std::string name;            ///< The party's own name: `published_name` without a parent in front or a stray comma.
  std::string parent;          ///< The parent that the published name carries in front; empty for most.
  std::vector<std::string> aliases;
  std::vector<std::string> acronyms;   ///< Short names that the published names carry in brackets.
  std::vector<std::string> countries;  ///< ISO 3166-1 alpha-2, in order of first mention.
  std::vector<Address> addresses;
  std::vector<std::string> citations;  ///< Federal Register citations, for example "84 FR 54002".
  std::string start_date;              ///< ISO 8601 date, or empty where unknown.
  std::string requirement;             ///< Key into `List::requirements`; empty where none is published.
  std::string policy;                  ///< Key into `List::policies`; empty where none is published.
  std::vector<int> footnotes;          ///< Footnotes of Supplement No. 4 to 15 CFR Part 744 that the requirement names.
};

/// A text that many entries share, under a key made from the text itself so that it never shifts.
struct SharedText {
  std::string key;
  std::string text;
};

/// What is known of one list as a whole.
struct ListInfo {
  std::string code;  ///< For example "EL".
  std::string title;
  std::string authority;    ///< The agency that keeps it.
  std::string legal_basis;  ///< Where in the law it stands.
  std::string consequence;  ///< What a listing means, in one line.
  std::string as_of;        ///< ISO 8601 date of the publication.
  std::string source_title;
  std::string source_url;
  std::size_t entry_count = 0;
  std::size_t name_count = 0;  ///< Names, aliases and acronyms of all its entries.
};

/// A whole snapshot in memory.
struct List {
  std::vector<ListInfo> lists;
  std::vector<SharedText> requirements;  ///< Sorted by key.
  std::vector<SharedText> policies;      ///< Sorted by key.
  std::vector<Entry> entries;            ///< Sorted by published name, then id.
  std::string sha256;  ///< Of the snapshot it was loaded from, 64 hex digits; empty for a fresh import.
};

/// Number of names of an entry that a query can match: its name, the published name where it differs, aliases,
/// acronyms.
[[nodiscard]] std::size_t count_names(const Entry& entry);

/// The text under `key`, or an empty view. The view lives as long as `texts`.
[[nodiscard]] std::string_view shared_text(const std::vector<SharedText>& texts, std::string_view key);

}  // namespace lookup
