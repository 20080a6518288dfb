#include "lookup/identifier_index.hpp"

#include <algorithm>
#include <array>

#include "lookup/country.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

constexpr std::size_t shortest = 4;     // "UDQB", a call sign.
constexpr std::size_t longest = 64;     // The hash of a digital currency's address.
constexpr std::size_t longest_run = 4;  // Words that an identifier may be parted into: "78 865 882".
constexpr std::size_t fewest_digits = 3;
constexpr std::size_t most_words = 3;    // More in a published number make it a remark.
constexpr std::string_view imo = "IMO";  // The International Maritime Organization's ship number has it in front.
constexpr std::string_view call_sign = "Call sign";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A letter or digit of ASCII in capitals, or 0.
char capital(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
  return is_digit(c) || (c >= 'A' && c <= 'Z') ? c : '\0';
}

/// Letters and digits alone, in capitals.
std::string key_of(std::string_view text) {
  std::string key;
  for (const char c : text)
    if (const char kept = capital(c); kept != '\0') key += kept;
  return key;
}

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

/// Kinds whose value describes a party and is shared by many, though it has digits.
bool describes(std::string_view kind) {
  static constexpr std::array<std::string_view, 5> words{"Date", "Model", "Directive", "Information", "information"};
  return std::any_of(words.begin(), words.end(),
                     [kind](std::string_view word) { return kind.find(word) != kind.npos; });
}

/// Kinds whose value identifies without any digit.
bool may_lack_digits(std::string_view kind) {
  static constexpr std::array<std::string_view, 5> kinds{"SWIFT/BIC", "Website", "Email Address",
                                                         "Aircraft Tail Number", call_sign};
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool is_short(std::string_view number) {
  return std::count(number.begin(), number.end(), ' ') < static_cast<std::ptrdiff_t>(most_words);
}

/// The key of a ship's number without "IMO", all else as it is.
std::string_view without_imo(std::string_view key) {
  const bool is_ship = key.starts_with(imo) && count_digits(key) == key.size() - imo.size();
  return key.substr(is_ship ? imo.size() : 0);
}

/// A number without the place behind it, in brackets or as a country's code: "22839" of "22839 (Jalisco)", "002389" of
/// "002389 CN"; empty where it has none, or where too few digits are left to identify.
std::string_view without_place(std::string_view number) {
  const std::size_t last = number.ends_with(')') ? number.rfind('(') : number.rfind(' ');
  if (last == number.npos || (!number.ends_with(')') && !is_country_code(number.substr(last + 1)))) return {};
  const std::string_view bare = number.substr(0, last);
  return count_digits(bare) >= fewest_digits ? bare : std::string_view{};
}

/// A word of a query, in bytes.
struct Span {
  std::size_t begin;
  std::size_t end;
};

/// What stands between blanks, commas, semicolons, colons, brackets and number signs.
std::vector<Span> words_of(std::string_view text) {
  static constexpr std::string_view partings = " \t\r\n,;:()[]#";
  std::vector<Span> words;
  for (std::size_t at = text.find_first_not_of(partings); at != text.npos; at = text.find_first_not_of(partings, at)) {
    const std::size_t end = std::min(text.find_first_of(partings, at), text.size());
    words.push_back({at, end});
    at = end;
  }
  return words;
}

/// A word that says what kind of number follows it: "Passport", "No.", "IMO".
bool names_kind(std::string_view word, std::string_view kind) {
  static constexpr std::array<std::string_view, 6> labels{"IMO", "NO", "NR", "NUMBER", "ID", "NUM"};
  const std::string key = key_of(word);
  if (key.empty() || std::find(labels.begin(), labels.end(), key) != labels.end()) return true;
  for (const Span& span : words_of(kind))
    if (key_of(kind.substr(span.begin, span.end - span.begin)) == key) return true;
  return false;
}

}  // namespace

IdentifierIndex::IdentifierIndex(const List& list) {
  for (std::uint32_t i = 0; i < list.entries.size(); ++i) {
    const Entry& entry = list.entries[i];
    const std::size_t before = uses_.size();
    for (const Identifier& id : entry.details.get().ids)
      if (!describes(id.kind)) {
        if (count_digits(id.number) >= fewest_digits || may_lack_digits(id.kind)) add(i, id.number, id.number, id.kind);
        add(i, without_place(id.number), id.number, id.kind);
      }
    const std::string_view sign = entry.vessel.get().call_sign;
    add(i, sign, sign, call_sign);
    if (uses_.size() > before && !has_code(entry.list)) codes_.push_back(entry.list);
  }
}

bool IdentifierIndex::has_code(std::string_view code) const {
  return std::find(codes_.begin(), codes_.end(), code) != codes_.end();
}

bool IdentifierIndex::covers(const std::vector<std::string>& codes) const {
  if (codes.empty()) return !codes_.empty();
  return std::any_of(codes.begin(), codes.end(), [this](const std::string& code) { return has_code(code); });
}

void IdentifierIndex::add(std::uint32_t entry, std::string_view sought, std::string_view number,
                          std::string_view kind) {
  if (!is_short(sought)) return;
  const std::string key = key_of(sought);
  const std::string_view bare = without_imo(key);
  if (bare.size() >= shortest && bare.size() <= longest) uses_[std::string{bare}].push_back({entry, number, kind});
}

std::vector<IdentifierHit> IdentifierIndex::find(std::string_view text) const {
  std::vector<IdentifierHit> hits;
  if (uses_.empty()) return hits;
  const std::vector<Span> words = words_of(text);
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::string key;
    for (std::size_t last = first; last < std::min(first + longest_run, words.size()); ++last) {
      key += key_of(text.substr(words[last].begin, words[last].end - words[last].begin));
      const std::string_view bare = without_imo(key);
      const auto found = uses_.find(std::string{bare});
      if (found == uses_.end()) continue;
      for (const Use& use : found->second) {
        bool is_whole = true;
        for (std::size_t i = 0; i < words.size(); ++i)
          if (i < first || i > last)
            is_whole = is_whole && names_kind(text.substr(words[i].begin, words[i].end - words[i].begin), use.kind);
        if (!is_whole && bare.size() <= longest_ambiguous) continue;
        hits.push_back({use.entry, use.number, use.kind, {words[first].begin, words[last].end}, is_whole});
      }
    }
  }
  // Of several in one entry the one that is the whole query first.
  sort_stably(hits, [](const IdentifierHit& a, const IdentifierHit& b) {
    return a.entry != b.entry ? a.entry < b.entry : a.is_whole > b.is_whole;
  });
  hits.erase(std::unique(hits.begin(), hits.end(),
                         [](const IdentifierHit& a, const IdentifierHit& b) { return a.entry == b.entry; }),
             hits.end());
  return hits;
}

Explanation explain(std::string_view query_text, const IdentifierHit& hit) {
  std::string typed{query_text.substr(hit.query_mark.begin, hit.query_mark.end - hit.query_mark.begin)};
  Reason published = reason("identifier", std::move(typed), std::string{hit.number});
  published.phrase.values.push_back(state("kind", {std::string{hit.kind}}));
  return {{hit.query_mark}, {{0, hit.number.size()}}, {std::move(published)}};
}

}  // namespace lookup
