#include "lookup/catalogue.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "lookup/calendar_date.hpp"
#include "lookup/citations.hpp"
#include "lookup/country.hpp"
#include "lookup/licence_requirement.hpp"
#include "lookup/list_register.hpp"
#include "lookup/unicode.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

constexpr unsigned bit_of(ListedPolicy policy) { return 1U << static_cast<unsigned>(policy); }

/// `PolicyKind` has the same order.
unsigned bits_of(const std::vector<PolicyPart>& parts) {
  unsigned bits = 0;
  for (const PolicyPart& part : parts) bits |= bit_of(static_cast<ListedPolicy>(part.kind));
  return bits;
}

unsigned policy_bits(std::string_view text) {
  const unsigned bits = bits_of(read_licence_policy(text).parts);
  return bits == 0 ? bit_of(ListedPolicy::unknown) : bits;
}

unsigned requirement_bits(std::string_view text) { return bits_of(read_licence_requirement(text).review); }

/// For each of a snapshot's texts, the policies in it.
std::vector<unsigned> bits_of_texts(const std::vector<SharedText>& texts, unsigned (*bits)(std::string_view)) {
  std::vector<unsigned> found;
  found.reserve(texts.size());
  for (const SharedText& text : texts) found.push_back(bits(text.text));
  return found;
}

unsigned bits_under(std::string_view key, const std::vector<SharedText>& texts, const std::vector<unsigned>& bits) {
  if (key.empty()) return 0;
  const auto found =
      std::lower_bound(texts.begin(), texts.end(), key,
                       [](const SharedText& text, std::string_view wanted) { return text.key < wanted; });
  return found == texts.end() || found->key != key ? 0 : bits[static_cast<std::size_t>(found - texts.begin())];
}

/// A name as it is looked up in a book: folded, without apostrophes and full stops, each gap one space.
std::string sort_key(const Entry& entry) {
  std::string key;
  for (const FoldedCharacter& character : fold(entry.name)) {
    if (character.kind == CharacterClass::joiner) continue;
    const bool is_gap = character.kind == CharacterClass::separator;
    if (is_gap && (key.empty() || key.back() == ' ')) continue;
    append_utf8(key, is_gap ? U' ' : character.code_point);
  }
  return key;
}

bool holds(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// A citation without spaces, stops and commas, in capitals: `86FR36496`, also of `86 F.R. 36,496` and of
/// `86 Fed. Reg. 36496`.
std::string squeezed(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ' && c != '.' && c != ',') kept += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  constexpr std::string_view longer = "FEDREG";
  if (const std::size_t begin = kept.find(longer); begin != kept.npos) kept.replace(begin, longer.size(), "FR");
  return kept;
}

bool cites(const Entry& entry, const std::string& squeezed_notice) {
  return std::any_of(entry.citations.begin(), entry.citations.end(),
                     [&](const std::string& citation) { return squeezed(citation) == squeezed_notice; });
}

/// For each entry of a snapshot, how many of the words begin a word of one of its names, as far as all before them do.
std::vector<std::uint16_t> words_begun(const NameIndex& index, std::size_t entries, const std::vector<Word>& words) {
  std::vector<std::uint16_t> begun(entries);
  for (std::uint16_t i = 0; i < words.size(); ++i) {
    const auto [first, last] = index.vocabulary().beginning_with(words[i].text);
    for (WordId word = first; word < last; ++word) {
      for (const Posting& posting : index.postings(word)) {
        std::uint16_t& count = begun[index.names()[posting.name].entry];
        if (posting.word_count == 1 && count == i) ++count;
      }
    }
  }
  return begun;
}

/// Whether the text is the entry's id, alone or behind its list: `EL/73df…`.
bool is_called(const Entry& entry, std::string_view text) {
  const std::size_t list = entry.list.size();
  if (text.size() > list && text[list] == '/' && text.starts_with(entry.list)) text.remove_prefix(list + 1);
  return text == entry.id;
}

/// Which entries of a snapshot hold the text that is asked for; empty for all of them.
std::vector<bool> entries_with(const SearchableSnapshot& snapshot, const std::string& text,
                               const std::vector<Word>& words) {
  std::vector<bool> found;
  if (text.empty()) return found;
  const std::vector<Entry>& entries = snapshot.names.list().entries;
  const std::vector<std::uint16_t> begun = words_begun(snapshot.names.index(), entries.size(), words);
  for (std::size_t i = 0; i < entries.size(); ++i)
    found.push_back(begun[i] == words.size() || is_called(entries[i], text));
  return found;
}

std::optional<Error> flaw_of_date(const std::string& date, const char* field) {
  if (date.empty() || is_calendar_date(date)) return std::nullopt;
  return Error{ErrorCode::date_invalid, date, {}, field};
}

/// Whether an entry has a country, also one whose code is not assigned (any more).
bool has_country(const Entry& entry, std::string_view code) {
  return std::any_of(entry.countries.begin(), entry.countries.end(),
                     [code](const std::string& own) { return assigned_code(own) == code; });
}

bool is_published(std::string_view country, const std::deque<SearchableSnapshot>& snapshots) {
  return std::any_of(snapshots.begin(), snapshots.end(), [country](const SearchableSnapshot& snapshot) {
    const std::vector<Entry>& entries = snapshot.names.list().entries;
    return std::any_of(entries.begin(), entries.end(),
                       [country](const Entry& entry) { return has_country(entry, country); });
  });
}

/// The filter with its countries in capitals, or why nothing can be shown for it.
Result<CatalogueFilter> validated(CatalogueFilter filter, const std::vector<SearchedList>& open,
                                  const std::deque<SearchableSnapshot>& snapshots) {
  if (open.empty()) return Error{ErrorCode::list_not_open, {}, {}, {}};
  for (const std::string& code : filter.lists) {
    const auto is_asked = [&code](const SearchedList& list) { return list.info->code == code; };
    if (std::none_of(open.begin(), open.end(), is_asked)) return list_not_there(code, "lists");
  }
  for (std::string& country : filter.countries) {
    country = country_code(std::move(country));
    if (!is_country_code(country) && !is_published(country, snapshots))
      return Error{ErrorCode::country_unknown, country, {}, "countries"};
  }
  if (auto error = flaw_of_date(filter.from, "from")) return *std::move(error);
  if (auto error = flaw_of_date(filter.to, "to")) return *std::move(error);
  if (!filter.to.empty() && filter.to < filter.from)
    return Error{ErrorCode::dates_reversed, filter.to + " is before " + filter.from, {}, "to"};
  if (auto error = flaw_of_optional(filter.text, "text")) return *std::move(error);
  if (filter.count < 1 || filter.count > maximum_page_entries)
    return Error{ErrorCode::count_out_of_range, "1 to " + std::to_string(maximum_page_entries), {}, "count"};
  return filter;
}

// What of a filter lets an entry through.
constexpr unsigned by_list = 1;
constexpr unsigned by_country = 2;
constexpr unsigned by_time = 4;
constexpr unsigned by_policy = 8;
constexpr unsigned by_all = by_list | by_country | by_time | by_policy;

/// A filter that is valid, ready to be held against each entry.
class ReadyFilter {
 public:
  ReadyFilter(const CatalogueFilter& filter, const std::deque<SearchableSnapshot>& snapshots,
              const std::vector<SearchedList>& lists)
      : filter_(filter), notice_(squeezed(filter.notice)) {
    const Tokens tokens = tokenize(filter.text);
    for (const SearchableSnapshot& snapshot : snapshots)
      with_text_.push_back(entries_with(snapshot, filter.text, tokens.words));
    for (const SearchedList& list : lists)
      lists_.push_back(filter.lists.empty() || holds(filter.lists, list.info->code));
    for (const ListedPolicy policy : filter.policies) policies_ |= bit_of(policy);
    if (filter.policies.empty()) policies_ = ~0U;
  }

  /// What lets the entry through; nothing where text or notice do not.
  [[nodiscard]] unsigned lets_through(const CatalogueItem& item, const Entry& entry) const {
    if (!filter_.text.empty() && !with_text_[item.snapshot][item.entry]) return 0;
    if (!notice_.empty() && !cites(entry, notice_)) return 0;
    return (lists_[item.list] ? by_list : 0U) | (is_in_country(entry) ? by_country : 0U) |
           (is_in_time(entry) ? by_time : 0U) | ((item.policies & policies_) != 0 ? by_policy : 0U);
  }

 private:
  [[nodiscard]] bool is_in_country(const Entry& entry) const {
    return filter_.countries.empty() ||
           std::any_of(entry.countries.begin(), entry.countries.end(),
                       [this](const std::string& code) { return holds(filter_.countries, assigned_code(code)); });
  }

  [[nodiscard]] bool is_in_time(const Entry& entry) const {
    if (filter_.from.empty() && filter_.to.empty()) return true;
    const std::string& date = entry.start_date;
    return !date.empty() && date >= filter_.from && (filter_.to.empty() || date <= filter_.to);
  }

  const CatalogueFilter& filter_;
  std::string notice_;
  std::vector<std::vector<bool>> with_text_;  // Of each snapshot, for each entry.
  std::vector<bool> lists_;
  unsigned policies_ = 0;
};

bool is_earlier(const Entry* a, const Entry* b) { return a->start_date < b->start_date; }

std::vector<std::string_view> notices_of(const Entry* const* first, const Entry* const* last) {
  std::vector<Counted<std::string_view>> counts;
  for (; first != last; ++first) {
    for (const std::string& citation : (*first)->citations) {
      if (!is_citation(citation) || !may_have_listed(citation, (*first)->start_date)) continue;
      const auto known =
          std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return one.of == citation; });
      if (known == counts.end())
        counts.push_back({citation, 1});
      else
        ++known->count;
    }
  }
  sort_stably(counts, [](const auto& a, const auto& b) { return a.count > b.count; });
  std::vector<std::string_view> notices;
  for (const auto& one : counts) notices.push_back(one.of);
  return notices;
}

/// `dated` are entries with a date, in any order.
std::vector<DateCount> count_dates(std::vector<const Entry*> dated) {
  sort_stably(dated, is_earlier);
  std::vector<DateCount> dates;
  for (std::size_t i = 0; i < dated.size();) {
    std::size_t end = i;
    while (end < dated.size() && dated[end]->start_date == dated[i]->start_date) ++end;
    dates.push_back({dated[i]->start_date, notices_of(&dated[i], dated.data() + end), end - i});
    i = end;
  }
  return dates;
}

/// The entries in the order of their dates, those without one last; equals keep their order.
std::vector<const Entry*> by_date(const std::vector<const Entry*>& entries, bool newest_first) {
  std::vector<const Entry*> sorted;
  for (const Entry* const entry : entries)
    if (!entry->start_date.empty()) sorted.push_back(entry);
  sort_stably(sorted, [newest_first](const Entry* a, const Entry* b) {
    return newest_first ? is_earlier(b, a) : is_earlier(a, b);
  });
  for (const Entry* const entry : entries)
    if (entry->start_date.empty()) sorted.push_back(entry);
  return sorted;
}

/// `found` in the order of names.
std::vector<const Entry*> page_of(std::vector<const Entry*> found, const CatalogueFilter& filter) {
  if (filter.order != CatalogueOrder::name) found = by_date(found, filter.order == CatalogueOrder::newest);
  const std::size_t begin = std::min(filter.offset, found.size());
  const std::size_t end = std::min(filter.count, found.size() - begin) + begin;
  return {found.begin() + static_cast<std::ptrdiff_t>(begin), found.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// Counts the countries of the entries.
void count_countries(const std::vector<const Entry*>& entries, CataloguePage& page) {
  constexpr std::size_t letters = 26;
  std::array<std::size_t, letters * letters> counts{};
  const auto count_of = [&counts](std::string_view code) -> std::size_t& {
    return counts[static_cast<std::size_t>(code[0] - 'A') * letters + static_cast<std::size_t>(code[1] - 'A')];
  };
  for (const Entry* const entry : entries) {
    if (entry->countries.empty()) ++page.without_country;
    for (const std::string& code : entry->countries) ++count_of(assigned_code(code));
  }
  for (const Entry* const entry : entries) {
    for (const std::string& code : entry->countries)
      if (const std::size_t count = std::exchange(count_of(assigned_code(code)), 0); count > 0)
        page.countries.push_back({assigned_code(code), count});
  }
  sort_stably(page.countries,
              [](const auto& a, const auto& b) { return a.count == b.count ? a.of < b.of : a.count > b.count; });
}

}  // namespace

std::string_view name_of(ListedPolicy policy) {
  if (policy == ListedPolicy::none_published) return "none_published";
  return policy == ListedPolicy::unknown ? "unknown" : name_of(static_cast<PolicyKind>(policy));
}

std::optional<ListedPolicy> listed_policy(std::string_view name) {
  for (std::size_t i = 0; i < listed_policy_count; ++i)
    if (const auto policy = static_cast<ListedPolicy>(i); name_of(policy) == name) return policy;
  return std::nullopt;
}

std::optional<CatalogueOrder> catalogue_order(std::string_view name) {
  static constexpr std::array<std::string_view, 3> names{"name", "newest", "oldest"};
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<CatalogueOrder>(i);
  return std::nullopt;
}

void Catalogue::arrange() {
  if (arranged_ == snapshots_.size()) return;
  arranged_ = snapshots_.size();
  lists_.clear();
  items_.clear();
  std::vector<std::string> keys;
  for (std::size_t number = 0; number < snapshots_.size(); ++number) {
    const List& list = snapshots_[number].names.list();
    const std::vector<unsigned> policies = bits_of_texts(list.policies, policy_bits);
    const std::vector<unsigned> requirements = bits_of_texts(list.requirements, requirement_bits);
    const std::size_t first_list = lists_.size();
    for (const ListInfo& info : list.lists) lists_.push_back({&info, list.sha256});
    for (std::uint32_t i = 0; i < list.entries.size(); ++i) {
      const Entry& entry = list.entries[i];
      const auto info = static_cast<std::size_t>(find_info(list.lists, entry.list) - list.lists.data());
      const unsigned bits = bits_under(entry.policy, list.policies, policies) |
                            bits_under(entry.requirement, list.requirements, requirements);
      items_.push_back({i, static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(first_list + info),
                        static_cast<std::uint8_t>(bits == 0 ? bit_of(ListedPolicy::none_published) : bits)});
      keys.push_back(sort_key(entry));
    }
  }
  const auto stands_before = [](const void* all, std::uint32_t a, std::uint32_t b) {
    const auto& of = *static_cast<const std::vector<std::string>*>(all);
    return of[a] < of[b];
  };
  std::vector<CatalogueItem> sorted;
  sorted.reserve(items_.size());
  for (const std::uint32_t place : stable_order(static_cast<std::uint32_t>(items_.size()), stands_before, &keys))
    sorted.push_back(items_[place]);
  items_ = std::move(sorted);
}

Result<CataloguePage> Catalogue::browse(const CatalogueFilter& filter) {
  arrange();
  const Result<CatalogueFilter> valid = validated(filter, lists_, snapshots_);
  if (!valid.ok()) return valid.error();
  const ReadyFilter ready{valid.value(), snapshots_, lists_};

  CataloguePage page;
  for (const SearchedList& list : lists_) page.lists.push_back({list.info->code, 0});
  std::array<std::size_t, listed_policy_count> of_policy{};
  std::vector<const Entry*> found;
  std::vector<const Entry*> in_any_country;
  std::vector<const Entry*> dated;
  for (const CatalogueItem& item : items_) {
    const Entry& entry = snapshots_[item.snapshot].names.list().entries[item.entry];
    const unsigned passed = ready.lets_through(item, entry);
    if ((passed | by_list) == by_all) ++page.lists[item.list].count;
    if ((passed | by_country) == by_all) in_any_country.push_back(&entry);
    if ((passed | by_time) == by_all && entry.start_date.empty()) ++page.undated;
    if ((passed | by_time) == by_all && !entry.start_date.empty()) dated.push_back(&entry);
    for (unsigned policy = 0; policy < listed_policy_count; ++policy)
      if ((passed | by_policy) == by_all) of_policy[policy] += unsigned{item.policies} >> policy & 1U;
    if (passed == by_all) found.push_back(&entry);
  }
  page.total = found.size();
  count_countries(in_any_country, page);
  page.dates = count_dates(std::move(dated));
  for (unsigned policy = 0; policy < listed_policy_count; ++policy)
    if (of_policy[policy] > 0) page.policies.push_back({static_cast<ListedPolicy>(policy), of_policy[policy]});
  page.entries = page_of(std::move(found), filter);
  return page;
}

Result<FoundEntry> Catalogue::find_entry(std::string_view code, std::string_view id) const {
  if (snapshots_.empty()) return Error{ErrorCode::list_not_open, {}, {}, {}};
  for (const SearchableSnapshot& snapshot : snapshots_) {
    const List& list = snapshot.names.list();
    const ListInfo* const info = find_info(list.lists, code);
    if (info == nullptr) continue;
    for (const Entry& entry : list.entries)
      if (entry.list == code && entry.id == id) return FoundEntry{&entry, &list, {info, list.sha256}};
    return Error{ErrorCode::entry_unknown, std::string{id}, {}, "id"};
  }
  return list_not_there(code, "list");
}

}  // namespace lookup
