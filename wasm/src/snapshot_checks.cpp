#include "snapshot_checks.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "lookup/calendar_date.hpp"
#include "lookup/published_address.hpp"
#include "lookup/shared_texts.hpp"
#include "numbered_words.hpp"
#include "sorting.hpp"
#include "text_limits.hpp"
#include "tier.hpp"

namespace lookup {
namespace {

/// Checks the entries one by one; the first thing wrong ends it.
class EntryCheck {
 public:
  explicit EntryCheck(const List& list)
      : list_(list), ids_of_lists_(list.lists.size(), NumberedWords{std::size_t{0}}) {}

  std::optional<Error> run() {
    for (record_ = 1; record_ <= list_.entries.size(); ++record_) {
      if (auto error = check(list_.entries[record_ - 1])) return error;
    }
    return std::nullopt;
  }

 private:
  Error failure(std::string_view field, std::string_view detail) const {
    return {ErrorCode::snapshot_field_invalid, std::string{detail}, record_, std::string{field}};
  }

  LOOKUP_OWN_FUNCTION std::optional<Error> check(const Entry& entry) {
    if (auto error = check_id(entry)) return error;
    if (auto error = check_order(entry)) return error;
    if (auto error = check_names(entry)) return error;
    if (auto error = check_repeats(entry)) return error;
    if (auto error = check_countries(entry)) return error;
    if (!entry.start_date.empty() && !is_calendar_date(entry.start_date)) {
      return failure("start_date", entry.start_date);
    }
    if (!entry.requirement.empty() && shared_text(list_.requirements, entry.requirement).empty()) {
      return failure("requirement", "no such key: " + entry.requirement);
    }
    if (!entry.policy.empty() && shared_text(list_.policies, entry.policy).empty()) {
      return failure("policy", "no such key: " + entry.policy);
    }
    if (auto error = check_footnotes(entry)) return error;
    return check_details(entry.details.get());
  }

  std::optional<Error> check_id(const Entry& entry) {
    const ListInfo* const list = find_info(list_.lists, entry.list);
    if (list == nullptr) return failure("list", "no such list: " + entry.list);
    auto& ids = ids_of_lists_[static_cast<std::size_t>(list - list_.lists.data())];
    if (ids.find(entry.id) != ids.size()) return failure("id", "stands twice: " + entry.id);
    ids.add(entry.id);
    return std::nullopt;
  }

  std::optional<Error> check_order(const Entry& entry) const {
    if (record_ == 1) return std::nullopt;
    const Entry& previous = list_.entries[record_ - 2];
    if (stands_before(previous, entry)) return std::nullopt;
    return failure("published_name", "not in order");
  }

  std::optional<Error> check_names(const Entry& entry) const {
    constexpr std::string_view detail = "no letter or digit";
    const auto has_none = [](const std::string& name) { return !has_letter_or_digit(name); };
    if (has_none(entry.published_name)) return failure("published_name", detail);
    if (has_none(entry.name)) return failure("name", detail);
    if (std::any_of(entry.aliases.begin(), entry.aliases.end(), has_none)) return failure("aliases", detail);
    if (std::any_of(entry.acronyms.begin(), entry.acronyms.end(), has_none)) return failure("acronyms", detail);
    return std::nullopt;
  }

  std::optional<Error> check_repeats(const Entry& entry) const {
    const PersonFacts& person = entry.person.get();
    const std::array<std::pair<std::string_view, const std::vector<std::string>*>, 10> arrays{
        {{"aliases", &entry.aliases},
         {"acronyms", &entry.acronyms},
         {"countries", &entry.countries},
         {"citations", &entry.citations},
         {"programmes", &entry.programmes},
         {"person.dates_of_birth", &person.dates_of_birth},
         {"person.places_of_birth", &person.places_of_birth},
         {"person.nationalities", &person.nationalities},
         {"person.citizenships", &person.citizenships},
         {"source_urls", &entry.details.get().source_urls}}};
    for (const auto& [field, values] : arrays) {
      if (values->size() < 2) continue;
      std::vector<std::string_view> sorted(values->begin(), values->end());
      sort_stably(sorted);
      const auto repeated = std::adjacent_find(sorted.begin(), sorted.end());
      if (repeated != sorted.end()) return failure(field, "stands twice: " + std::string{*repeated});
    }
    return std::nullopt;
  }

  std::optional<Error> check_countries(const Entry& entry) const {
    for (const std::string& country : entry.countries) {
      if (!has_country_form(country)) return failure("countries", country);
    }
    for (const Address& address : entry.addresses) {
      if (address.text.empty() && address.country.empty()) return failure("addresses", "empty");
      if (!address.country.empty() && !has_country_form(address.country)) {
        return failure("addresses.country", address.country);
      }
    }
    return std::nullopt;
  }

  std::optional<Error> check_footnotes(const Entry& entry) const {
    int previous = 0;
    for (const int footnote : entry.footnotes) {
      if (footnote <= previous || footnote > 5) return failure("footnotes", std::to_string(footnote));
      previous = footnote;
    }
    return std::nullopt;
  }

  std::optional<Error> check_details(const EntryDetails& details) const {
    if (!details.end_date.empty() && !is_calendar_date(details.end_date)) return failure("end_date", details.end_date);
    if (!details.standard_order.empty() && !is_standard_order(details.standard_order)) {
      return failure("standard_order", details.standard_order);
    }
    for (const std::string& url : details.source_urls) {
      if (!is_page_url(url)) return failure("source_urls", url);
    }
    return check_identifiers(details.ids);
  }

  std::optional<Error> check_identifiers(const std::vector<Identifier>& ids) const {
    for (const Identifier& identifier : ids) {
      if (!identifier.country.empty() && !has_country_form(identifier.country)) {
        return failure("ids.country", identifier.country);
      }
      for (const std::string& date : identifier.dates) {
        if (!is_calendar_date(date)) return failure("ids.dates", date);
      }
    }
    return std::nullopt;
  }

  const List& list_;
  std::vector<NumberedWords> ids_of_lists_;
  std::size_t record_ = 0;
};

Error failure(std::string field, std::string detail) {
  return {ErrorCode::snapshot_field_invalid, std::move(detail), std::nullopt, std::move(field)};
}

/// Capital letters, with hyphens between: `EL`, `NS-MBS`.
bool has_code_form(std::string_view code) {
  return !code.starts_with('-') && code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == std::string_view::npos;
}

std::optional<Error> check_infos(const List& list) {
  for (auto info = list.lists.begin(); info != list.lists.end(); ++info) {
    if (!has_code_form(info->code)) return failure("lists.code", info->code);
    if (!is_calendar_date(info->as_of)) return failure("lists.as_of", info->as_of);
    if (!is_page_url(info->source_url)) return failure("lists.source.url", info->source_url);
    if (std::any_of(list.lists.begin(), info, [&](const ListInfo& other) { return other.code == info->code; })) {
      return failure("lists.code", "stands twice: " + info->code);
    }
  }
  return std::nullopt;
}

std::optional<Error> check_texts(const std::vector<SharedText>& texts, char prefix, std::string_view field) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string& key = texts[i].key;
    if (!is_text_key(prefix, key)) return failure(std::string{field}, "not a key: " + key);
    if (i > 0 && texts[i - 1].key >= key) return failure(std::string{field}, "not in order: " + key);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> check_fields(const List& list) {
  if (auto error = check_infos(list)) return error;
  if (auto error = check_texts(list.requirements, 'r', "requirements")) return error;
  if (auto error = check_texts(list.policies, 'p', "policies")) return error;
  return EntryCheck{list}.run();
}

std::optional<Error> check_counts(const List& list) {
  for (const ListInfo& info : list.lists) {
    std::size_t entries = 0;
    std::size_t names = 0;
    for (const Entry& entry : list.entries) {
      if (entry.list != info.code) continue;
      ++entries;
      names += count_names(entry);
    }
    const auto compare = [&](std::string_view field, std::size_t said, std::size_t found) -> std::optional<Error> {
      if (said == found) return std::nullopt;
      return Error{ErrorCode::snapshot_wrong_count,
                   info.code + " says " + std::to_string(said) + " and holds " + std::to_string(found), std::nullopt,
                   "lists." + std::string{field}};
    };
    if (auto error = compare("entry_count", info.entry_count, entries)) return error;
    if (auto error = compare("name_count", info.name_count, names)) return error;
  }
  return std::nullopt;
}

}  // namespace lookup
