#include "lookup/item_description.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "clause_reader.hpp"

namespace lookup {
namespace {

/// Words that name or join classifications and add no condition.
constexpr auto naming_words = std::to_array<std::string_view>(
    {"all",  "and",   "any",   "as",      "ccl",      "classified", "described", "designated", "ear",
     "eccn", "eccns", "for",   "in",      "include",  "item",       "items",     "listed",     "not",
     "on",   "or",    "other", "subject", "subjects", "that",       "the",       "to",         "under"});

bool is_naming_word(std::string_view word) {
  return std::find(naming_words.begin(), naming_words.end(), word) != naming_words.end();
}

/// What one part of a description says.
struct Description {
  bool all_items = false;
  bool control_list = false;
  bool negated = false;      ///< It takes in all items but those named.
  bool conditional = false;  ///< Its words say more than classifications do.
  std::vector<Classification> named;
  std::string categories;  ///< First digits of categories of the Commerce Control List.
};

class DescriptionReader {
 public:
  explicit DescriptionReader(std::string_view text) : reader_(text) {}

  Description read() {
    description_.all_items = reader_.done() || reader_.at("all items") || reader_.at("any item") ||
                             reader_.at("all other items") || reader_.at("any items");
    while (!reader_.done()) read_word();
    if (description_.control_list) description_.all_items = false;
    return std::move(description_);
  }

 private:
  void read_word() {
    if (reader_.skip("note to eccn")) {
      reader_.move_to(reader_.next().end);
      description_.conditional = true;
    } else if (reader_.skip("commerce control list") || reader_.skip("ccl")) {
      description_.control_list = true;
    } else if (reader_.skip("category")) {
      description_.categories += reader_.next().spelling.substr(0, 1);
      description_.conditional = true;
    } else if (!read_classification() && !read_further_paragraph()) {
      const std::string word = reader_.next().spelling;
      description_.negated = description_.negated || word == "not";
      description_.conditional = description_.conditional || !is_naming_word(word);
      reader_.move_to(reader_.next().end);
    }
  }

  bool read_classification() {
    const ClauseWord word = reader_.next();
    const auto classification = parse_classification(word.spelling);
    if (!classification.ok()) return false;
    description_.named.push_back(classification.value());
    reader_.move_to(word.end);
    return true;
  }

  /// `.c`, `f.1.b.2`, `.k to .p` after an ECCN.
  bool read_further_paragraph() {
    const ClauseWord word = reader_.next();
    if (description_.named.empty() || is_ear99(description_.named.back()) || !is_paragraph(word)) return false;
    Classification further{description_.named.back().number, read_paragraphs(word.spelling)};
    if (further.paragraphs.empty()) return false;
    description_.named.push_back(further);
    reader_.move_to(word.end);
    read_range_after(further);
    return true;
  }

  [[nodiscard]] bool is_paragraph(const ClauseWord& word) const {
    const bool after_dot = word.begin > 0 && reader_.text()[word.begin - 1] == '.';
    return after_dot || word.spelling.find('.') == 1;
  }

  void read_range_after(Classification paragraph) {
    ClauseReader ahead = reader_;
    if (!ahead.skip("to")) return;
    const ClauseWord last = ahead.next();
    std::string& letter = paragraph.paragraphs.back();
    if (!is_paragraph(last) || last.spelling.size() != 1 || letter.size() != 1 || last.spelling < letter) return;
    while (letter < last.spelling) {
      ++letter[0];
      description_.named.push_back(paragraph);
    }
    ahead.move_to(last.end);
    reader_ = ahead;
  }

  ClauseReader reader_;
  Description description_;
};

Fit fit_to_named(const Description& description, const Classification& item) {
  Fit best = Fit::none;
  for (const Classification& named : description.named) {
    if (is_within(item, named)) return description.conditional ? Fit::in_part : Fit::precisely;
    if (is_within(named, item)) best = Fit::in_part;
  }
  return best;
}

Fit fit_to_all_but_named(const Description& description, const Classification& item) {
  Fit fit = description.conditional ? Fit::in_part : Fit::precisely;
  for (const Classification& named : description.named) {
    if (is_within(item, named)) return Fit::none;
    if (is_within(named, item)) fit = Fit::in_part;
  }
  return fit;
}

Fit fit_of(const Description& description, const Classification& item) {
  if (description.negated && !description.named.empty()) return fit_to_all_but_named(description, item);
  Fit best = fit_to_named(description, item);
  if (description.categories.find(item.number[0]) != std::string::npos) best = std::max(best, Fit::in_part);
  if (description.all_items || (description.control_list && !is_ear99(item))) {
    if (description.conditional) return Fit::in_part;
    return best == Fit::precisely ? best : Fit::generally;
  }
  const bool in_words_alone = description.named.empty() && !description.control_list;
  if (best == Fit::none && (in_words_alone || !description.categories.empty())) return Fit::by_words;
  return best;
}

}  // namespace

std::string_view name_of(Fit fit) {
  switch (fit) {
    case Fit::none:
      return "none";
    case Fit::by_words:
      return "by_words";
    case Fit::generally:
      return "generally";
    case Fit::in_part:
      return "in_part";
    default:
      return "precisely";
  }
}

std::vector<Classification> read_classifications(std::string_view description) {
  return DescriptionReader{description}.read().named;
}

Fit fit(std::string_view description, const Classification& item) {
  constexpr std::string_view joint = " and for ";
  Fit best = Fit::none;
  for (std::size_t begin = 0; begin <= description.size();) {
    const std::size_t end = std::min(description.find(joint, begin), description.size());
    best = std::max(best, fit_of(DescriptionReader{description.substr(begin, end - begin)}.read(), item));
    begin = end + joint.size();
  }
  return best;
}

}  // namespace lookup
