#include "lookup/address_parts.hpp"

#include <algorithm>

#include "address_lexemes.hpp"
#include "lookup/word_tables.hpp"

namespace lookup {
namespace {

using enum AddressPartKind;

constexpr std::size_t longest_street = 4;          // Words of a street's name.
constexpr std::size_t shortest_postal_digits = 5;  // A longer number that says nothing is a postal code.

AddressPartKind kind_counted(AddressSense sense) {
  switch (sense) {
    case AddressSense::room:
      return room;
    case AddressSense::floor:
      return floor;
    case AddressSense::building:
      return building;
    case AddressSense::house:
      return house;
    case AddressSense::box:
      return box;
    default:
      return section;
  }
}

bool counts(AddressSense sense) {
  return sense == AddressSense::room || sense == AddressSense::floor || sense == AddressSense::building ||
         sense == AddressSense::house || sense == AddressSense::box || sense == AddressSense::section;
}

/// Says what each lexeme is.
class Sorter {
 public:
  explicit Sorter(std::vector<AddressLexeme> lexemes) : lexemes_(std::move(lexemes)), parts_(lexemes_.size()) {
    for (std::size_t i = 0; i < lexemes_.size(); ++i) {
      const AddressLexeme& own = lexemes_[i];
      AddressPart& part = parts_[i];
      part.kind = own.is_number ? number : word;
      part.text = own.text;
      part.others = own.others;
      part.begin = own.begin;
      part.end = own.end;
      part.is_ordinal = own.is_ordinal;
      part.is_direction = own.meaning.sense == AddressSense::direction;
      part.follows_comma = own.gap == AddressGap::comma;
    }
  }

  std::vector<AddressPart> run() {
    for (std::size_t i = 0; i < lexemes_.size(); ++i) count_with(i);
    for (std::size_t i = 0; i < lexemes_.size(); ++i) find_street(i);
    for (std::size_t i = 0; i < lexemes_.size(); ++i) find_place(i);
    for (AddressPart& part : parts_)
      if (part.kind == number && part.text.size() >= shortest_postal_digits &&
          part.text.find_first_not_of("0123456789") == std::string::npos)
        part.kind = postal;
    return std::move(parts_);
  }

 private:
  [[nodiscard]] AddressSense sense(std::size_t i) const { return lexemes_[i].meaning.sense; }
  [[nodiscard]] bool joins(std::size_t i) const { return i < lexemes_.size() && lexemes_[i].gap != AddressGap::comma; }

  void make_generic(std::size_t i) {
    parts_[i].kind = generic;
    parts_[i].text = lexemes_[i].meaning.word;
  }

  /// Gives the number that the word at `i` counts its kind.
  void count_with(std::size_t i) {
    if (!counts(sense(i)) || parts_[i].kind != word) return;
    const AddressPartKind kind = kind_counted(sense(i));
    if (lexemes_[i].counts_before) {
      make_generic(i);
      const bool is_letter = i > 0 && parts_[i - 1].kind == word && lexemes_[i - 1].text.size() == 1;
      if (i > 0 && (parts_[i - 1].kind == number || is_letter)) parts_[i - 1].kind = kind;
      return;
    }
    const bool has_number_before = i > 0 && parts_[i - 1].kind == number && lexemes_[i].gap != AddressGap::comma;
    const bool has_number_after = joins(i + 1) && parts_[i + 1].kind == number && !parts_[i + 1].is_ordinal;
    const bool is_stuck = lexemes_[i].gap == AddressGap::none || lexemes_[i].gap == AddressGap::slash;
    if (kind == floor && has_number_before && (parts_[i - 1].is_ordinal || is_stuck || !has_number_after)) {
      make_generic(i);
      parts_[i - 1].kind = floor;
      return;
    }
    count_after(i, kind);
  }

  void count_after(std::size_t i, AddressPartKind kind) {
    // "Flat/RM 2309", "Office No. 11", "P.O. Box 5": words of one number.
    const auto goes_on = [this](std::size_t at) {
      return sense(at) == AddressSense::house || sense(at) == AddressSense::room || sense(at) == AddressSense::box;
    };
    std::size_t at = i + 1;
    while (joins(at) && parts_[at].kind == word && goes_on(at) && lexemes_[at].text.size() > 1) ++at;
    const bool takes_letter = kind == room || kind == building || kind == section;
    const bool is_letter = at < parts_.size() && parts_[at].kind == word && lexemes_[at].text.size() == 1;
    const bool has_number = joins(at) && parts_[at].kind == number && !parts_[at].is_ordinal;
    // "Str." and the like are streets unless a number follows a comma and them; "d" is a word unless a number follows.
    if (lexemes_[i].text.size() == 1 && !has_number) return;
    if (has_number || (joins(at) && takes_letter && is_letter)) {
      for (std::size_t j = i; j < at; ++j) make_generic(j);
      parts_[at].kind = kind;
    } else if (kind != section && kind != house) {
      make_generic(i);
    }
  }

  [[nodiscard]] bool is_name(std::size_t i) const {
    if (parts_[i].street != 0 || lexemes_[i].text.empty()) return false;
    if (parts_[i].kind == number) return parts_[i].is_ordinal;
    return parts_[i].kind == word && sense(i) != AddressSense::street && sense(i) != AddressSense::place;
  }

  [[nodiscard]] bool is_known_place(std::size_t i) const { return common_word_level(parts_[i].text) == place_level; }

  /// Names the street of the word at `i`.
  void find_street(std::size_t i) {
    if (sense(i) != AddressSense::street || parts_[i].kind != word) return;
    std::size_t first = i;
    bool has_name = false;
    const bool is_led = i > 0 && lexemes_[i].gap != AddressGap::comma && is_name(i - 1);
    const bool leads = (lexemes_[i].meaning.leads || !is_led) && joins(i + 1) && is_name(i + 1);
    if (lexemes_[i].text == "st" && leads) {
      parts_[i].text = "saint";
      return;
    }
    make_generic(i);
    ++streets_;
    if (leads) {
      std::size_t last = i + 1;
      for (; last < parts_.size() && last - i <= longest_street && joins(last) && is_name(last); ++last)
        name_street(last);
      parts_[i].street = streets_;
      take_house_number(i, last);
      return;
    }
    // "2-16 Fa Yuen, Street"
    const bool over_comma = i > 0 && lexemes_[i].gap == AddressGap::comma && !joins(i + 1) && is_name(i - 1);
    while (first > 0 && i - first < longest_street && is_name(first - 1) &&
           (first < i ? joins(first) : joins(first) || over_comma)) {
      if (has_name && (is_known_place(first - 1) || parts_[first - 1].is_ordinal)) break;
      --first;
      name_street(first);
      has_name = has_name || !(parts_[first].is_ordinal || parts_[first].is_direction);
    }
    if (first == i) {
      --streets_;
      return;
    }
    parts_[i].street = streets_;
    std::size_t last = i + 1;
    while (joins(last) && parts_[last].is_direction && parts_[last].street == 0) name_street(last++);
    take_house_number(first, last);
  }

  void name_street(std::size_t i) {
    parts_[i].kind = street;
    parts_[i].street = streets_;
  }

  /// The number that stands before or behind a street is a house's.
  void take_house_number(std::size_t first, std::size_t last) {
    const auto is_free = [this](std::size_t i) { return parts_[i].kind == number && !parts_[i].is_ordinal; };
    const bool before = first > 0 && is_free(first - 1);
    const bool after =
        last < parts_.size() && is_free(last) && (joins(last) || parts_[last].text.size() < shortest_postal_digits);
    if (before && (joins(first) || !(after && joins(last))))
      parts_[first - 1].kind = house;
    else if (after)
      parts_[last].kind = house;
  }

  void find_place(std::size_t i) {
    if (sense(i) == AddressSense::place && parts_[i].kind == word) {
      make_generic(i);
      if (i > 0 && joins(i) && parts_[i - 1].kind == word) parts_[i - 1].kind = place;
      return;
    }
    if (parts_[i].kind == word && is_known_place(i)) parts_[i].kind = place;
  }

  std::vector<AddressLexeme> lexemes_;
  std::vector<AddressPart> parts_;
  std::uint16_t streets_ = 0;
};

/// True for what hardly stands in a name: a street, a number that says what it counts.
bool is_telling(const AddressPart& part) {
  return part.kind == street || part.kind == house || part.kind == room || part.kind == floor ||
         part.kind == building || part.kind == box;
}

/// Whether the number at `at`, before any comma, is the name's own, as in "Institute No. 5, Building 2": nothing that
/// tells an address stands beside it, nor the street of its house behind the comma.
bool is_of_name(const std::vector<AddressPart>& parts, std::size_t at) {
  if (parts[at].kind != house) return false;
  int commas = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0 && parts[i].follows_comma) ++commas;
    if (i != at && (commas == 0 ? is_telling(parts[i]) : commas == 1 && parts[i].kind == street)) return false;
  }
  return true;
}

/// The first part that belongs to an address, rather than to a name before it; 0 where none stands before.
std::size_t first_of_address(const std::vector<AddressPart>& parts) {
  if (parts.empty() || is_numbered(parts.front().kind)) return 0;
  std::size_t segment = 0;  // The first part behind the last comma.
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].follows_comma) segment = i;
    if (!is_telling(parts[i]) || (segment == 0 && is_of_name(parts, i))) continue;
    if (segment > 0 || parts[i].kind == street) return segment;
    while (i > 0 && parts[i - 1].kind == generic) --i;
    return i;
  }
  return 0;
}

}  // namespace

std::vector<AddressPart> address_parts(std::string_view text) { return Sorter{address_lexemes(text)}.run(); }

bool look_like_address(const std::vector<AddressPart>& parts) {
  const auto has = [&parts](AddressPartKind kind) {
    return std::any_of(parts.begin(), parts.end(), [kind](const AddressPart& part) { return part.kind == kind; });
  };
  const int told = has(house) + has(building) + has(floor) + has(room);
  return has(box) || told > 1 || (has(street) && (told > 0 || has(number)));
}

bool may_be_address(const std::vector<AddressPart>& parts) {
  constexpr std::size_t fewest_parts = 4;
  constexpr std::ptrdiff_t fewest_numbers = 2;
  return parts.size() >= fewest_parts && std::count_if(parts.begin(), parts.end(), [](const AddressPart& part) {
                                           return is_numbered(part.kind) && !part.is_ordinal;
                                         }) >= fewest_numbers;
}

bool tell_place(const std::vector<AddressPart>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const AddressPart& part) {
    return part.kind == street || part.kind == house || part.kind == box;
  });
}

std::size_t address_begin(const std::vector<AddressPart>& parts) {
  const std::size_t first = first_of_address(parts);
  // A city may stand before all else, as in Russia.
  const bool has_name = std::any_of(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(first),
                                    [](const AddressPart& part) { return part.kind == word && part.text.size() > 1; });
  return has_name ? parts[first].begin : 0;
}

}  // namespace lookup
