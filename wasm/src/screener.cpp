#include "lookup/screener.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <unordered_map>

#include "lookup/alignment.hpp"
#include "lookup/candidates.hpp"
#include "lookup/country.hpp"
#include "lookup/reading.hpp"
#include "lookup/score.hpp"
#include "lookup/unicode.hpp"
#include "text_limits.hpp"

namespace lookup {
namespace {

/// The query with its country in capitals, or why it cannot be asked.
Result<Query> validate(Query query) {
  if (!is_utf8(query.name) || has_control_character(query.name)) return Error{ErrorCode::name_not_utf8, {}, {}, "name"};
  const std::size_t characters = count_code_points(query.name);
  if (characters > maximum_name_characters)
    return Error{ErrorCode::name_too_long,
                 std::to_string(characters) + " characters, at most " + std::to_string(maximum_name_characters),
                 {},
                 "name"};
  const bool blank =
      std::all_of(query.name.begin(), query.name.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
  if (blank) return Error{ErrorCode::name_missing, {}, {}, "name"};
  if (!has_letter_or_digit(query.name)) return Error{ErrorCode::name_without_letters, {}, {}, "name"};
  for (char& letter : query.country)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  if (!query.country.empty() && !is_country_code(query.country))
    return Error{ErrorCode::country_unknown, query.country, {}, "country"};
  if (!(query.min_score >= 0 && query.min_score <= 100))
    return Error{ErrorCode::score_out_of_range, {}, {}, "min_score"};
  if (query.max_matches < 1 || query.max_matches > maximum_matches)
    return Error{ErrorCode::count_out_of_range, "1 to " + std::to_string(maximum_matches), {}, "max_matches"};
  return query;
}

CountryAgreement compare_country(const std::string& asked, const Entry& entry) {
  if (asked.empty()) return CountryAgreement::not_asked;
  if (entry.countries.empty()) return CountryAgreement::unknown;
  const bool found = std::find(entry.countries.begin(), entry.countries.end(), asked) != entry.countries.end();
  return found ? CountryAgreement::agrees : CountryAgreement::differs;
}

double shift_of(CountryAgreement country) {
  if (country == CountryAgreement::agrees) return country_shift;
  return country == CountryAgreement::differs ? -country_shift : 0;
}

/// What the query holds beside a reading of it counts this much as left over.
constexpr double beside_doubt = 0.136;

/// The readings of the query, looked up; the whole comes first.
std::vector<PreparedQuery> prepare_readings(const NameIndex& index, std::string_view text, const Tokens& tokens) {
  std::vector<PreparedQuery> prepared{prepare(index, tokens)};
  const std::vector<WeighedWord> weighed = prepared.front().weighed;
  for (const std::vector<bool>& keep : readings(text, tokens)) {
    double beside = 0;
    for (std::size_t i = 0; i < keep.size(); ++i)
      if (!keep[i]) beside += weighed[i].lacking;
    prepared.push_back(prepare(index, select(tokens, keep)));
    prepared.back().is_part = true;
    prepared.back().beside_weight = beside_doubt * beside;
  }
  return prepared;
}

/// The best name of one entry.
struct ScoredEntry {
  std::uint32_t name;
  std::size_t reading;  ///< In which it was found.
  double score;
  CountryAgreement country;
};

/// The best name of each entry, over all readings of a query.
class EntryScores {
 public:
  EntryScores(const List& list, const NameIndex& index, const Query& query)
      : list_(list), index_(index), query_(query) {}

  /// Scores every name that can reach the minimum score in this reading.
  void add(const PreparedQuery& reading, std::size_t number) {
    for (const Candidate& candidate : find_candidates(index_, reading)) {
      // Identity is not bound by weight.
      const bool is_identical = !reading.is_part && index_.sums()[candidate.name].identity == reading.sums.identity;
      if (!is_identical && score_bound(candidate.bounds) < query_.min_score) continue;
      const IndexedName& name = index_.names()[candidate.name];
      align(reading, name, room_, alignment_);
      const double ceiling = alignment_.identical ? 100 : score_bound(bounds_with_leftovers(alignment_));
      if (ceiling < query_.min_score) continue;
      pair_leftovers(reading, name, room_, alignment_);
      const double value = std::min(ceiling, score(alignment_));
      if (value > 0 && value >= query_.min_score) keep_best(candidate.name, number, value);
    }
  }

  [[nodiscard]] std::vector<ScoredEntry> take() { return std::move(entries_); }

 private:
  void keep_best(std::uint32_t number, std::size_t reading, double value) {
    const std::uint32_t entry = index_.names()[number].entry;
    const auto [place, is_new] = place_of_entry_.try_emplace(entry, entries_.size());
    if (is_new) {
      entries_.push_back({number, reading, value, compare_country(query_.country, list_.entries[entry])});
      return;
    }
    ScoredEntry& best = entries_[place->second];
    // Names of an entry come in order of preference, and readings too: an equal score does not displace an earlier one.
    if (value <= best.score) return;
    best.name = number;
    best.reading = reading;
    best.score = value;
  }

  const List& list_;
  const NameIndex& index_;
  const Query& query_;
  std::unordered_map<std::uint32_t, std::size_t> place_of_entry_;
  std::vector<ScoredEntry> entries_;
  AlignmentRoom room_;
  Alignment alignment_;
};

/// Whether no listed name is written in the letters of a word. A legal form is known by its class, whatever its
/// letters.
bool is_foreign(const NameIndex& index, const Word& word) {
  return !word.is_legal_form && !word.is_number && !index.vocabulary().knows_letters_of(word.text);
}

std::vector<std::string> foreign_words(const NameIndex& index, const Query& query, const Tokens& tokens) {
  std::vector<std::string> words;
  for (const Word& word : tokens.words)
    if (is_foreign(index, word)) words.push_back(query.name.substr(word.begin, word.end - word.begin));
  return words;
}

/// False where words are foreign and what is left of the name is at most legal forms and numbers.
bool was_searched(const NameIndex& index, const Tokens& tokens) {
  const bool any_foreign = std::any_of(tokens.words.begin(), tokens.words.end(),
                                       [&index](const Word& word) { return is_foreign(index, word); });
  return !any_foreign || std::any_of(tokens.words.begin(), tokens.words.end(), [&index](const Word& word) {
    return !is_foreign(index, word) && !word.is_legal_form && !word.is_number;
  });
}

}  // namespace

bool comes_before(const Standing& a, const Standing& b) {
  const double place_a = a.score + shift_of(a.country);
  const double place_b = b.score + shift_of(b.country);
  if (place_a != place_b) return place_a > place_b;
  return std::tie(a.matched_kind, a.entry->published_name, a.entry->id) <
         std::tie(b.matched_kind, b.entry->published_name, b.entry->id);
}

Screener::Screener(List list) : list_(std::make_unique<const List>(std::move(list))), index_(*list_) {}

Result<CheckResult> Screener::check(const Query& asked) const {
  const auto started = std::chrono::steady_clock::now();
  Result<Query> valid = validate(asked);
  if (!valid.ok()) return valid.error();
  CheckResult result;
  result.query = std::move(valid).value();

  const Tokens tokens = tokenize(result.query.name);
  const std::vector<PreparedQuery> prepared = prepare_readings(index_, result.query.name, tokens);
  EntryScores scores{*list_, index_, result.query};
  for (std::size_t i = 0; i < prepared.size(); ++i) scores.add(prepared[i], i);
  std::vector<ScoredEntry> entries = scores.take();
  result.total = entries.size();
  result.foreign_words = foreign_words(index_, result.query, tokens);
  result.searched = was_searched(index_, tokens);

  const auto standing = [this](const ScoredEntry& scored) {
    const IndexedName& name = index_.names()[scored.name];
    return Standing{scored.score, scored.country, name.kind, &list_->entries[name.entry]};
  };
  const std::size_t shown = std::min(entries.size(), result.query.max_matches);
  std::partial_sort(
      entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(shown), entries.end(),
      [&standing](const ScoredEntry& a, const ScoredEntry& b) { return comes_before(standing(a), standing(b)); });
  entries.resize(shown);

  for (const ScoredEntry& scored : entries) {
    const IndexedName& name = index_.names()[scored.name];
    const PreparedQuery& reading = prepared[scored.reading];
    Alignment alignment = align(reading, name);
    pair_leftovers(reading, name, alignment);
    result.matches.push_back({&list_->entries[name.entry], name.kind, name.text, scored.score, scored.country,
                              query_marks(reading, alignment), name_marks(name, alignment),
                              explain(result.query.name, reading, name, alignment)});
    if (scored.reading > 0)
      result.matches.back().reasons.push_back(explain_beside(result.query.name, tokens, reading.tokens));
  }
  result.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
  return result;
}

}  // namespace lookup
