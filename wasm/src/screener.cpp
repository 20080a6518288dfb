#include "lookup/screener.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

#include "lookup/list_register.hpp"
#include "lookup/same_party.hpp"
#include "lookup/set_aside.hpp"
#include "search.hpp"

namespace lookup {
namespace {

double shift_of(HintAgreement hint, double shift) {
  if (hint == HintAgreement::agrees) return shift;
  return hint == HintAgreement::differs ? -shift : 0;
}

double place_of(const Standing& standing) {
  // What matched by its address has that in its score.
  const HintAgreement address =
      standing.matched_kind == MatchedKind::address ? HintAgreement::unknown : standing.address;
  return standing.score + shift_of(standing.country, country_shift) + shift_of(standing.born, birth_shift) +
         shift_of(address, address_shift);
}

/// The lists that are asked for, and the numbers of the snapshots that hold them; or which of them is not there.
struct Chosen {
  std::vector<SearchedList> lists;
  std::vector<std::size_t> snapshots;
};

Result<Chosen> choose_lists(const std::deque<SearchableSnapshot>& snapshots, const std::vector<std::string>& asked) {
  if (snapshots.empty()) return Error{ErrorCode::list_not_open, {}, {}, {}};
  Chosen chosen;
  for (std::size_t i = 0; i < snapshots.size(); ++i) {
    const List& list = snapshots[i].names.list();
    const std::size_t before = chosen.lists.size();
    for (const ListInfo& info : list.lists)
      if (asked.empty() || std::find(asked.begin(), asked.end(), info.code) != asked.end())
        chosen.lists.push_back({&info, list.sha256});
    if (chosen.lists.size() > before) chosen.snapshots.push_back(i);
  }
  for (const std::string& code : asked) {
    const bool is_open = std::any_of(chosen.lists.begin(), chosen.lists.end(),
                                     [&code](const SearchedList& list) { return list.info->code == code; });
    if (!is_open) return list_not_there(code, "lists");
  }
  return chosen;
}

/// The listings found, by party. What one list has in several rows it means as several.
std::vector<std::vector<std::size_t>> parties_among(const Search& search, const std::vector<Found>& found,
                                                    bool several_lists) {
  std::vector<std::vector<std::size_t>> parties;
  if (several_lists) {
    std::vector<PartyTraits> traits;
    for (const Found& one : found) traits.push_back(search.traits(one));
    return group_by_party(traits);
  }
  for (std::size_t i = 0; i < found.size(); ++i) parties.push_back({i});
  return parties;
}

bool overlap(const Mark& a, const Mark& b) { return a.begin < b.end && b.begin < a.end; }

/// The numbers of persons, companies and ships in the query that agree with nothing found, as an aircraft's mark may.
std::vector<std::string> unsearched_numbers(const Search& search, const CheckResult& result) {
  std::vector<std::string> numbers;
  for (const Mark& number : search.numbers()) {
    const auto agrees = [&number](const Match& match) {
      const std::vector<Mark>& marks = match.why.query_marks;
      return std::any_of(marks.begin(), marks.end(), [&number](const Mark& mark) { return overlap(mark, number); });
    };
    // Marks of an address that was asked apart are of that.
    const bool is_of_address =
        result.query.address.empty() && std::any_of(result.at_address.begin(), result.at_address.end(), agrees);
    if (!is_of_address && std::none_of(result.matches.begin(), result.matches.end(), agrees))
      numbers.push_back(result.query.name.substr(number.begin, number.end - number.begin));
  }
  return numbers;
}

/// The words of the query that no name and no number of the lists could be held against.
std::vector<bool> idle_words(bool has_identifiers, const Tokens& tokens, std::vector<bool> foreign) {
  if (has_identifiers) return foreign;
  if (const auto kept = without_numbers_aside(tokens.words))
    for (std::size_t i = 0; i < foreign.size(); ++i) foreign[i] = foreign[i] || !(*kept)[i];
  return foreign;
}

/// False where words are idle and what is left of the name is at most legal forms and numbers.
bool was_searched(const Tokens& tokens, const std::vector<bool>& idle) {
  if (std::find(idle.begin(), idle.end(), true) == idle.end()) return true;
  for (std::size_t i = 0; i < idle.size(); ++i)
    if (!idle[i] && !tokens.words[i].is_legal_form && !tokens.words[i].is_number) return true;
  return false;
}

}  // namespace

std::string_view name_of(MatchedKind kind) {
  return kind == MatchedKind::identifier ? "identifier" : name_of(static_cast<NameKind>(kind));
}

bool comes_before(const Standing& a, const Standing& b) {
  const double place_a = place_of(a);
  const double place_b = place_of(b);
  if (place_a != place_b) return place_a > place_b;
  if (a.snapshot != b.snapshot) return a.snapshot < b.snapshot;
  if (a.matched_kind != b.matched_kind) return a.matched_kind < b.matched_kind;
  const int rank_a = rank_of(a.entry->list);
  const int rank_b = rank_of(b.entry->list);
  if (rank_a != rank_b) return rank_a < rank_b;
  return std::tie(a.entry->published_name, a.entry->list, a.entry->id) <
         std::tie(b.entry->published_name, b.entry->list, b.entry->id);
}

void Screener::add(List list) { snapshots_.emplace_back(std::move(list)); }

Result<CheckResult> Screener::check(const Query& asked) const {
  const auto started = std::chrono::steady_clock::now();
  Result<Query> valid = validated(asked);
  if (!valid.ok()) return valid.error();
  CheckResult result;
  result.query = std::move(valid).value();
  Result<Chosen> chosen = choose_lists(snapshots_, result.query.lists);
  if (!chosen.ok()) return chosen.error();
  result.lists = chosen.value().lists;

  const Tokens tokens = tokenize(result.query.name);
  const Search search{snapshots_, chosen.value().snapshots, result.query, tokens};
  const Findings found = search.run();
  const std::vector<std::vector<std::size_t>> parties = parties_among(search, found.named, result.lists.size() > 1);
  result.total = parties.size();
  for (std::size_t i = 0; i < std::min(parties.size(), result.query.max_matches); ++i) {
    result.matches.push_back(search.match_of(found.named[parties[i].front()]));
    for (std::size_t j = 1; j < parties[i].size(); ++j)
      result.matches.back().also.push_back(search.match_of(found.named[parties[i][j]]));
  }
  result.at_address_total = found.at_address.size();
  for (std::size_t i = 0; i < std::min(found.at_address.size(), result.query.max_matches); ++i)
    result.at_address.push_back(search.match_of(found.at_address[i]));

  const std::vector<bool> foreign = search.foreign_words();
  for (std::size_t i = 0; i < foreign.size(); ++i)
    if (const Word& word = tokens.words[i]; foreign[i])
      result.foreign_words.push_back(result.query.name.substr(word.begin, word.end - word.begin));
  const bool has_identifiers = search.has_identifiers();
  if (!has_identifiers) result.unsearched_numbers = unsearched_numbers(search, result);
  result.searched = !result.matches.empty() || was_searched(tokens, idle_words(has_identifiers, tokens, foreign));
  result.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
  return result;
}

}  // namespace lookup
