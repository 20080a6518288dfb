#include "lookup/han.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "lookup/han_number.hpp"
#include "lookup/han_reading.hpp"
#include "lookup/han_words.hpp"
#include "lookup/legal_forms.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

constexpr std::size_t longest_word = 24;

// What the pieces of a cut cost. A lone character between two known words is seldom a name. A known word of one
// character is more often a part of a name, unless it ends the whole (厂 "plant") or a place (市 "city").
constexpr int name_character_cost = 10;
constexpr int name_cost = 10;
constexpr int short_name_cost = 20;
constexpr int word_cost = 1;
constexpr int last_character_cost = 5;
constexpr int inner_character_cost = 12;
constexpr std::u32string_view place_endings = U"省市县";

/// How many characters a known word or number at the beginning of `rest` may take, longest first.
std::vector<std::size_t> known_lengths(std::u32string_view rest) {
  std::vector<std::size_t> lengths;
  const std::size_t number_length = read_han_number(rest).count;
  for (std::size_t count = std::min(rest.size(), longest_word); count > 0; --count) {
    const std::string text = to_utf8(rest.substr(0, count));
    if (count == number_length || find_legal_form(text).has_value() || is_han_word(text) ||
        !find_script_word(text).empty())
      lengths.push_back(count);
  }
  return lengths;
}

int cost_of_known(std::u32string_view rest, std::size_t count) {
  if (count > 1 || place_endings.find(rest.front()) != std::u32string_view::npos) return word_cost;
  return rest.size() == 1 ? last_character_cost : inner_character_cost;
}

struct Piece {
  std::size_t count = 0;
  bool is_known = false;
  int cost = 0;  // Of it and all that follow.
};

/// The cheapest cut of what begins at each place of a run; found from the end.
std::vector<Piece> cheapest_pieces(std::u32string_view run) {
  std::vector<Piece> pieces(run.size() + 1);
  for (std::size_t first = run.size(); first-- > 0;) {
    Piece& best = pieces[first];
    best.cost = std::numeric_limits<int>::max();
    const std::u32string_view rest = run.substr(first);
    for (const std::size_t count : known_lengths(rest)) {
      const int cost = cost_of_known(rest, count) + pieces[first + count].cost;
      if (cost < best.cost) best = {count, true, cost};
    }
    for (std::size_t count = rest.size(); count > 0; --count) {
      const int own = count == 1 ? short_name_cost : name_cost;
      const int cost = own + name_character_cost * static_cast<int>(count) + pieces[first + count].cost;
      if (cost < best.cost) best = {count, false, cost};
    }
  }
  return pieces;
}

/// English ordinals, which names use for low numbers ("Second Academy").
std::vector<ScriptAlternative> ordinal_alternatives(std::string_view digits) {
  static constexpr std::array<std::string_view, 13> ordinals{"",      "first",    "second",  "third",  "fourth",
                                                             "fifth", "sixth",    "seventh", "eighth", "ninth",
                                                             "tenth", "eleventh", "twelfth"};
  for (std::size_t i = 1; i < ordinals.size(); ++i)
    if (digits == std::to_string(i)) return {{0, 1, std::string{ordinals[i]}}};
  return {};
}

ScriptPart known_part(std::u32string_view run, std::size_t first, std::size_t count) {
  const std::string text = to_utf8(run.substr(first, count));
  if (find_legal_form(text).has_value()) return {first, count, ScriptPart::Kind::legal_form, text};
  if (is_han_word(text)) {
    HanRendering rendering = find_han_word(text);
    return {first, count, ScriptPart::Kind::translated, std::move(rendering.latin), std::move(rendering.alternatives)};
  }
  const std::string_view japanese = find_script_word(text);
  if (!japanese.empty()) return {first, count, ScriptPart::Kind::translated, std::string{japanese}};
  const HanNumber number = read_han_number(run.substr(first));
  return {first, count, ScriptPart::Kind::translated, number.digits, ordinal_alternatives(number.digits)};
}

ScriptPart name_part(std::u32string_view run, std::size_t first, std::size_t count) {
  const std::u32string_view name = run.substr(first, count);
  std::vector<std::string> spellings = han_spellings(name);
  ScriptPart part{first, count, ScriptPart::Kind::romanized, spellings.front()};
  for (std::size_t i = 1; i < spellings.size(); ++i) part.alternatives.push_back({0, 1, std::move(spellings[i])});
  // Where nothing else is written it may be a person.
  std::string turned = count == run.size() ? surname_last(name) : std::string{};
  if (!turned.empty()) part.alternatives.push_back({0, 1, std::move(turned)});
  return part;
}

}  // namespace

std::vector<ScriptPart> split_han(std::u32string_view run) {
  const std::vector<Piece> pieces = cheapest_pieces(run);
  std::vector<ScriptPart> parts;
  for (std::size_t first = 0; first < run.size(); first += pieces[first].count) {
    const Piece& piece = pieces[first];
    parts.push_back(piece.is_known ? known_part(run, first, piece.count) : name_part(run, first, piece.count));
  }
  // Of 市 "city" alone English would leave out everything.
  const bool is_silent = std::all_of(parts.begin(), parts.end(),
                                     [](const ScriptPart& part) { return part.latin.empty() || part.latin == "-"; });
  if (is_silent && !run.empty()) return {name_part(run, 0, run.size())};
  return parts;
}

}  // namespace lookup
