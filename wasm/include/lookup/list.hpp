#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/identifier.hpp"
#include "lookup/rare.hpp"

namespace lookup {

/// One published address. `text` is the address as published without its country code; `country` is the ISO 3166-1
/// alpha-2 code, or empty where the published one ends in none.
struct Address {
  std::string text;
  std::string country;

  bool operator==(const Address&) const = default;
};

/// What a listed party is, where its list says so: Treasury's lists do, the others do not.
enum class EntryKind : std::uint8_t { unknown, individual, entity, vessel, aircraft };

/// What is published of a person. Days are ISO 8601 where they are whole (`1956-09-13`), else as published (`1956`,
/// `circa 1963`, `1960 to 1962`); nationalities and citizenships are ISO 3166-1 alpha-2 codes.
struct PersonFacts {
  std::vector<std::string> dates_of_birth;
  std::vector<std::string> places_of_birth;
  std::vector<std::string> nationalities;
  std::vector<std::string> citizenships;

  bool operator==(const PersonFacts&) const = default;
};

/// What is published of a vessel, as published.
struct VesselFacts {
  std::string call_sign;
  std::string type;  ///< For example "Crude Oil Tanker".
  std::string gross_tonnage;
  std::string gross_registered_tonnage;
  std::string flag;  ///< A country's name.
  std::string owner;

  bool operator==(const VesselFacts&) const = default;
};

/// What few entries have besides.
struct EntryDetails {
  std::string title;     ///< Office or rank of a person.
  std::string remarks;   ///< As published, spaces collapsed.
  std::string end_date;  ///< ISO 8601 date on which a denial order ends, or empty.
  std::string
      standard_order;  ///< "Y" or "N": whether a denial order has the standard terms (15 CFR Part 764, Suppl. 1).
  std::vector<Identifier> ids;
  std::vector<std::string> source_urls;  ///< Pages that the entry names, save its list's own (`KnownList::page_url`).

  bool operator==(const EntryDetails&) const = default;
};

/// One row of a list: a party, or for a few rows an address that is itself listed.
struct Entry {
  std::string id;    ///< The publisher's `_id`; no other entry of the same list has it.
  std::string list;  ///< Code of the list the entry stands on, for example "EL".
  EntryKind kind = EntryKind::unknown;
  std::string published_name;  ///< Exactly as published.
  std::string name;            ///< The party's own name, read out of `published_name`.
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
  std::vector<std::string> programmes;  ///< Sanctions programmes as published, for example "SDGT", "E.O. 13382".
  Rare<EntryDetails> details;
  Rare<PersonFacts> person;
  Rare<VesselFacts> vessel;

  bool operator==(const Entry&) const = default;
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
  std::vector<ListInfo> lists;           ///< In the order of `known_lists()` when imported.
  std::vector<SharedText> requirements;  ///< Sorted by key.
  std::vector<SharedText> policies;      ///< Sorted by key.
  std::vector<Entry> entries;            ///< In the order of `stands_before`.
  std::string sha256;  ///< Of the snapshot it was loaded from, 64 hex digits; empty for a fresh import.
};

/// The list `code` among `lists`, or nullptr. The pointer lives as long as `lists` stays as it is.
[[nodiscard]] const ListInfo* find_info(const std::vector<ListInfo>& lists, std::string_view code);

/// The order of entries in a list: by list code, then published name, then id.
[[nodiscard]] bool stands_before(const Entry& a, const Entry& b);

/// The name of a kind in a snapshot, empty for `unknown`.
[[nodiscard]] std::string_view name_of(EntryKind kind);

/// The kind with that name in any case, as the `type` column has it ("Individual"); `unknown` for an empty one.
[[nodiscard]] std::optional<EntryKind> entry_kind(std::string_view name);

/// The name of most entries, which a snapshot leaves out: that of an individual in spoken order (`read_person_name`),
/// of all others as published.
[[nodiscard]] std::string usual_name(EntryKind kind, std::string_view published_name);

/// True for "Y" and "N".
[[nodiscard]] bool is_standard_order(std::string_view text);

/// True for an address that a page may make a link of: `https://…` or `http://…`.
[[nodiscard]] bool is_page_url(std::string_view text);

/// Number of names of an entry that a query can match: its name, the published name where it differs, aliases,
/// acronyms.
[[nodiscard]] std::size_t count_names(const Entry& entry);

/// The text under `key`, or an empty view. The view lives as long as `texts`.
[[nodiscard]] std::string_view shared_text(const std::vector<SharedText>& texts, std::string_view key);

}  // namespace lookup
