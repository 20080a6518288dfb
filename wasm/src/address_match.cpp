#include "lookup/address_match.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "lookup/edit_distance.hpp"
#include "lookup/score.hpp"
#include "lookup/sound_key.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

using enum AddressPartKind;

// What words lose that agree only nearly.
constexpr double other_reading_similarity = 0.97;
constexpr double joined_similarity = 0.95;
constexpr double sound_similarity = 0.9;
constexpr double typo_similarity = 0.8;
constexpr std::size_t shortest_compared = 4;         // Letters of a word that may agree by its sound.
constexpr std::size_t shortest_misspelt = 6;         // Letters of a word that may have a typo …
constexpr std::size_t shortest_misspelt_known = 9;   // … where another listed address has it as it is …
constexpr std::size_t shortest_misspelt_twice = 10;  // … and that may have two.
// Of a street's name, the share of its bits that must agree.
constexpr double street_share = 0.6;
// Bits of a building's name that stand for a street or a house number that one side leaves out.
constexpr double telling_bits = 7;
// What is left over counts in part: a city or a district hardly, since many leave it out.
constexpr double left_place = 0.08;
constexpr double left_word = 0.4;
constexpr double left_number = 0.3;
constexpr double least_cover = 0.45;
constexpr double least_cover_in_part = 0.7;  // … where a street or a number is not told.
// The range of scores of each level.
constexpr double same_from = 75;
constexpr double building_from = 60;
constexpr double score_range = 24;
constexpr double part_of_range_cost = 2;  // Points that a number within a range costs.

bool is_wordlike(const AddressPart& part) { return part.kind == word || part.kind == street || part.kind == place; }

std::u32string letters_of(std::string_view text) { return {text.begin(), text.end()}; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The sound of each word that may be compared by it; empty for all others.
std::vector<std::u32string> sounds_of(const std::vector<AddressPart>& parts) {
  std::vector<std::u32string> sounds;
  for (const AddressPart& part : parts)
    sounds.push_back(is_wordlike(part) && part.text.size() >= shortest_compared && is_ascii(part.text)
                         ? sound_key(letters_of(part.text))
                         : std::u32string{});
  return sounds;
}

/// How far two words agree, 0 to 1; `sounds_alike` says whether they have a sound and it is the same.
double similarity(const AddressPart& a, bool a_is_known, const AddressPart& b, bool sounds_alike) {
  if (a.text == b.text) return 1;
  if (a.is_ordinal || b.is_ordinal || a.is_direction || b.is_direction) return 0;
  for (const std::string& other : a.others)
    if (other == b.text) return other_reading_similarity;
  for (const std::string& other : b.others)
    if (other == a.text) return other_reading_similarity;
  const std::size_t length = std::min(a.text.size(), b.text.size());
  if (length < shortest_compared || !is_ascii(a.text) || !is_ascii(b.text)) return 0;
  if (sounds_alike) return sound_similarity;
  if (length < (a_is_known ? shortest_misspelt_known : shortest_misspelt)) return 0;
  const std::size_t budget = length >= shortest_misspelt_twice ? 2 : 1;
  return edit_distance(letters_of(a.text), letters_of(b.text), budget) <= budget ? typo_similarity : 0;
}

/// The first and last of the numbers that a part spans: "2-16" is 2 to 16, "1318-19" is 1318 to 1319; nothing for
/// letters.
struct Range {
  unsigned first = 0;
  unsigned last = 0;
  bool is_range = false;
};

std::optional<Range> range_of(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  const auto value = [](std::string_view digits) -> std::optional<unsigned> {
    if (digits.empty() || digits.size() > 6) return std::nullopt;
    unsigned number = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + static_cast<unsigned>(c - '0');
    }
    return number;
  };
  const std::optional<unsigned> first = value(text.substr(0, hyphen));
  if (!first) return std::nullopt;
  if (hyphen == text.npos) return Range{*first, *first, false};
  const std::string_view rest = text.substr(hyphen + 1);
  std::optional<unsigned> last = value(rest);
  if (!last) return std::nullopt;
  if (*last < *first && rest.size() < hyphen) {  // "1318-19"
    last = value(std::string{text.substr(0, hyphen - rest.size())}.append(rest));
    if (!last) return std::nullopt;
  }
  if (*last <= *first) return std::nullopt;
  return Range{*first, *last, true};
}

class Comparison {
 public:
  Comparison(const WeighedAddress& asked, const WeighedAddress& listed)
      : asked_(asked),
        listed_(listed),
        asked_sounds_(sounds_of(asked.parts)),
        listed_sounds_(sounds_of(listed.parts)),
        asked_shares_(asked.parts.size()),
        listed_shares_(listed.parts.size()) {}

  std::optional<AddressAgreement> run() {
    pair_words();
    if (!pair_streets() || !pair_numbers() || !places_agree()) return std::nullopt;
    const double cover = cover_of();
    if (cover < (number_agrees_ && street_agrees_ ? least_cover : least_cover_in_part)) return std::nullopt;
    const double from = level_ == AddressLevel::same ? same_from : building_from;
    const double value = from + score_range * cover - (part_of_range_ ? part_of_range_cost : 0);
    return AddressAgreement{level_, in_hundredths(value), std::move(pairs_), rooms_differ_, floors_differ_};
  }

 private:
  void pair(std::size_t asked, std::size_t listed, double share) {
    pairs_.push_back({static_cast<std::uint16_t>(asked), static_cast<std::uint16_t>(listed)});
    asked_shares_[asked] = std::max(asked_shares_[asked], share);
    listed_shares_[listed] = std::max(listed_shares_[listed], share);
  }

  void pair_words() {
    for (const double least : {1.0, 0.5}) {
      for (std::size_t i = 0; i < asked_.parts.size(); ++i) {
        if (!is_wordlike(asked_.parts[i]) || asked_shares_[i] > 0) continue;
        std::size_t best = listed_.parts.size();
        double most = 0;
        for (std::size_t j = 0; j < listed_.parts.size(); ++j) {
          if (!is_wordlike(listed_.parts[j]) || listed_shares_[j] > 0) continue;
          const bool sounds_alike = !asked_sounds_[i].empty() && asked_sounds_[i] == listed_sounds_[j];
          double value = similarity(asked_.parts[i], asked_.is_known[i], listed_.parts[j], sounds_alike);
          if (value < least) continue;
          // The same word may stand in the street and in the district.
          if ((asked_.parts[i].street > 0) != (listed_.parts[j].street > 0)) value -= 0.01;
          if (value > most) {
            most = value;
            best = j;
          }
        }
        if (best < listed_.parts.size()) pair(i, best, most + 0.01 > least && least == 1.0 ? 1.0 : most);
      }
    }
    pair_joined(asked_, listed_, asked_shares_, listed_shares_, true);
    pair_joined(listed_, asked_, listed_shares_, asked_shares_, false);
  }

  /// Two or three words of `many` that are one of `one`.
  void pair_joined(const WeighedAddress& many, const WeighedAddress& one, const std::vector<double>& many_shares,
                   const std::vector<double>& one_shares, bool many_asked) {
    for (std::size_t i = 0; i + 1 < many.parts.size(); ++i) {
      std::string together;
      for (std::size_t count = 1; count <= 3 && i + count <= many.parts.size(); ++count) {
        const std::size_t last = i + count - 1;
        if (!is_wordlike(many.parts[last]) || many_shares[last] > 0) break;
        together += many.parts[last].text;
        if (count == 1) continue;
        for (std::size_t j = 0; j < one.parts.size(); ++j) {
          const AddressPart& other = one.parts[j];
          const bool is_same = other.text == together ||
                               std::find(other.others.begin(), other.others.end(), together) != other.others.end();
          if (!is_wordlike(other) || one_shares[j] > 0 || !is_same) continue;
          for (std::size_t k = i; k <= last; ++k)
            many_asked ? pair(k, j, joined_similarity) : pair(j, k, joined_similarity);
          break;
        }
        if (many_shares[i] > 0) break;
      }
    }
  }

  // Streets.

  static std::uint16_t count_streets(const WeighedAddress& address) {
    std::uint16_t count = 0;
    for (const AddressPart& part : address.parts) count = std::max(count, part.street);
    return count;
  }

  /// What of a street's name is paired with a part for which `is_other` holds, of all its bits.
  template <typename Test>
  [[nodiscard]] double paired_share(bool asked, std::uint16_t number, Test is_other) const {
    const WeighedAddress& own = asked ? asked_ : listed_;
    const WeighedAddress& others = asked ? listed_ : asked_;
    double all = 0;
    double paired = 0;
    for (std::size_t i = 0; i < own.parts.size(); ++i) {
      const AddressPart& part = own.parts[i];
      if (part.kind != street || part.street != number || part.is_direction || part.is_ordinal) continue;
      all += own.weights[i];
      const bool is_paired = std::any_of(pairs_.begin(), pairs_.end(), [&](const AddressPair& pair) {
        return (asked ? pair.asked : pair.listed) == i && is_other(others.parts[asked ? pair.listed : pair.asked]);
      });
      if (is_paired) paired += own.weights[i];
    }
    return all > 0 ? paired / all : 0;
  }

  /// The parts of a street's name of one nature, in order.
  static std::vector<std::string_view> marks_of(const WeighedAddress& address, std::uint16_t number,
                                                bool AddressPart::*nature) {
    std::vector<std::string_view> marks;
    for (const AddressPart& part : address.parts)
      if (part.kind == street && part.street == number && part.*nature) marks.push_back(part.text);
    sort_stably(marks);
    return marks;
  }

  [[nodiscard]] bool are_one_street(std::uint16_t asked, std::uint16_t listed) const {
    const auto in_listed = [listed](const AddressPart& part) { return part.street == listed; };
    const auto in_asked = [asked](const AddressPart& part) { return part.street == asked; };
    const double asked_share = paired_share(true, asked, in_listed);
    const double listed_share = paired_share(false, listed, in_asked);
    if (std::max(asked_share, listed_share) < street_share || std::min(asked_share, listed_share) < street_share / 2)
      return false;
    if (marks_of(asked_, asked, &AddressPart::is_ordinal) != marks_of(listed_, listed, &AddressPart::is_ordinal))
      return false;
    const auto own = marks_of(asked_, asked, &AddressPart::is_direction);
    const auto other = marks_of(listed_, listed, &AddressPart::is_direction);
    return own.empty() || other.empty() || own == other;
  }

  /// False where both tell a street and none is the same. Else `street_agrees_` says whether one is.
  bool pair_streets() {
    const std::uint16_t own = count_streets(asked_);
    const std::uint16_t others = count_streets(listed_);
    for (std::uint16_t a = 1; a <= own; ++a) {
      for (std::uint16_t b = 1; b <= others; ++b) {
        if (!are_one_street(a, b)) continue;
        street_agrees_ = true;
        agreed_asked_ = a;
        agreed_listed_ = b;
        return true;
      }
    }
    const auto any = [](const AddressPart&) { return true; };
    // A street may go without its word: "Lenina 5", "25 Queensway".
    if (own == 0)
      for (std::uint16_t b = 1; b <= others; ++b)
        street_agrees_ = street_agrees_ || paired_share(false, b, any) >= 0.75;
    if (others == 0)
      for (std::uint16_t a = 1; a <= own; ++a) street_agrees_ = street_agrees_ || paired_share(true, a, any) >= 0.75;
    return own == 0 || others == 0;
  }

  // Numbers.

  [[nodiscard]] static std::vector<std::size_t> numbers(const WeighedAddress& address, AddressPartKind kind) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < address.parts.size(); ++i)
      if (address.parts[i].kind == kind && address.parts[i].begin >= address.begin) places.push_back(i);
    return places;
  }

  enum class Numbers : std::uint8_t { neither, one_side, agree, differ };

  /// Pairs the numbers of a kind; a number that does not say what it counts may be of it.
  Numbers pair_kind(AddressPartKind kind) {
    const std::vector<std::size_t> own = numbers(asked_, kind);
    const std::vector<std::size_t> others = numbers(listed_, kind);
    bool agree = pair_lists(own, others);
    if (!agree && kind != postal) {
      agree = pair_lists(own, numbers(listed_, number)) || pair_lists(numbers(asked_, number), others);
      if (!agree && own.empty() && others.empty() && kind == house)
        agree = pair_lists(numbers(asked_, number), numbers(listed_, number));
    }
    if (agree) return Numbers::agree;
    if (own.empty() && others.empty()) return Numbers::neither;
    return own.empty() || others.empty() ? Numbers::one_side : Numbers::differ;
  }

  bool pair_lists(const std::vector<std::size_t>& own, const std::vector<std::size_t>& others) {
    bool agree = false;
    for (const bool exact : {true, false}) {
      for (const std::size_t i : own) {
        for (const std::size_t j : others) {
          if (asked_shares_[i] > 0 || listed_shares_[j] > 0) continue;
          const bool is_same = asked_.parts[i].text == listed_.parts[j].text;
          if (exact ? !is_same : is_same || agree || !numbers_agree(asked_.parts[i], listed_.parts[j])) continue;
          part_of_range_ = part_of_range_ || !is_same;
          pair(i, j, is_same ? 1 : 0.9);
          agree = true;
        }
      }
    }
    return agree;
  }

  /// False where numbers speak against one building.
  bool pair_numbers() {
    const Numbers boxes = pair_kind(box);
    const Numbers houses = pair_kind(house);
    const Numbers buildings = pair_kind(building);
    const Numbers rooms = pair_kind(room);
    const Numbers floors = pair_kind(floor);
    pair_kind(postal);
    pair_kind(section);
    if (houses == Numbers::differ || buildings == Numbers::differ) return false;
    if (boxes == Numbers::differ && houses != Numbers::agree) return false;
    rooms_differ_ = rooms == Numbers::differ;
    floors_differ_ = floors == Numbers::differ && rooms != Numbers::agree;
    const bool rooms_same = rooms == Numbers::agree ||
                            (rooms == Numbers::neither && (floors == Numbers::agree || floors == Numbers::neither) &&
                             buildings != Numbers::one_side);
    level_ = rooms_same ? AddressLevel::same : AddressLevel::same_building;
    number_agrees_ = houses == Numbers::agree || boxes == Numbers::agree || rooms == Numbers::agree;
    if (street_agrees_ && houses == Numbers::agree) return true;
    if (boxes == Numbers::agree) return true;
    if (building_bits() < telling_bits) return false;
    // Without street or house the building's name alone must tell; a room of its own makes it surer.
    return street_agrees_ || number_agrees_ || (houses == Numbers::neither && rooms == Numbers::neither);
  }

  /// Bits of the paired words that are neither of a street nor a place.
  [[nodiscard]] double building_bits() const {
    double bits = 0;
    for (std::size_t i = 0; i < asked_.parts.size(); ++i)
      if (asked_.parts[i].kind == word && asked_shares_[i] > 0) bits += asked_.weights[i] * asked_shares_[i];
    return bits;
  }

  /// False where both tell places and none is the same, unless the building's name speaks for it.
  [[nodiscard]] bool places_agree() const {
    const auto tells = [](const WeighedAddress& address, const std::vector<double>& shares, bool paired) {
      for (std::size_t i = 0; i < address.parts.size(); ++i)
        if (address.parts[i].kind == place && (shares[i] > 0) == paired &&
            (paired || address.parts[i].begin >= address.begin))
          return true;
      return false;
    };
    if (tells(asked_, asked_shares_, true) || tells(listed_, listed_shares_, true)) return true;
    const bool both_tell = tells(asked_, asked_shares_, false) && tells(listed_, listed_shares_, false);
    return !both_tell || building_bits() >= telling_bits;
  }

  // The sum.

  static double left_over(const WeighedAddress& address, const std::vector<double>& shares) {
    double left = 0;
    for (std::size_t i = 0; i < address.parts.size(); ++i) {
      const AddressPart& part = address.parts[i];
      if (part.begin < address.begin || part.kind == generic) continue;
      const double share = part.kind == place || part.kind == postal ? left_place
                           : is_numbered(part.kind)                  ? left_number
                                                                     : left_word;
      left += share * address.weights[i] * (1 - shares[i]);
    }
    return left;
  }

  [[nodiscard]] double cover_of() const {
    double agreeing = 0;
    for (std::size_t i = 0; i < asked_.parts.size(); ++i) agreeing += asked_.weights[i] * asked_shares_[i];
    if (agreeing <= 0) return 0;
    double left = left_over(asked_, asked_shares_) + left_over(listed_, listed_shares_);
    if (agreed_asked_ > 0 && street_word(asked_, agreed_asked_) != street_word(listed_, agreed_listed_)) left += 1;
    return agreeing / (agreeing + left);
  }

  static std::string_view street_word(const WeighedAddress& address, std::uint16_t number) {
    for (const AddressPart& part : address.parts)
      if (part.kind == generic && part.street == number) return part.text;
    return {};
  }

  const WeighedAddress& asked_;
  const WeighedAddress& listed_;
  std::vector<std::u32string> asked_sounds_;
  std::vector<std::u32string> listed_sounds_;
  std::vector<double> asked_shares_;  // How far each part agrees with one of the other side.
  std::vector<double> listed_shares_;
  std::vector<AddressPair> pairs_;
  AddressLevel level_ = AddressLevel::same;
  std::uint16_t agreed_asked_ = 0;
  std::uint16_t agreed_listed_ = 0;
  bool street_agrees_ = false;
  bool number_agrees_ = false;
  bool rooms_differ_ = false;
  bool floors_differ_ = false;
  bool part_of_range_ = false;
};

}  // namespace

bool numbers_agree(const AddressPart& a, const AddressPart& b) {
  if (a.text == b.text) return true;
  const std::optional<Range> own = range_of(a.text);
  const std::optional<Range> other = range_of(b.text);
  if (!own || !other || own->is_range == other->is_range) return false;
  return own->first <= other->last && other->first <= own->last;
}

std::optional<AddressAgreement> compare(const WeighedAddress& asked, const WeighedAddress& listed) {
  return Comparison{asked, listed}.run();
}

}  // namespace lookup
