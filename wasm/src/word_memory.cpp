#include "word_memory.hpp"

namespace lookup {

std::span<const std::uint32_t> WordMemory::recall(const std::vector<Word>& words) {
  recalled_.clear();
  for (const Word& word : words) recalled_.push_back(recall(word.text));
  return recalled_;
}

std::uint32_t WordMemory::recall(std::u32string_view word) {
  const std::uint32_t number = words_.add(word);
  if (number < remembered_.size()) return number;
  RememberedWord& known = remembered_.emplace_back();
  known.spelled_at_edge = spelled_legal_words(word, true);
  known.spelled = word.size() > longest_misread_at_edge ? known.spelled_at_edge : spelled_legal_words(word, false);
  known.sounded = sounded_legal_words(word);
  // At the edge of a name a word may be more than inside it.
  known.may_begin_form = may_begin_legal_form(known.spelled_at_edge) || may_begin_legal_form(known.sounded);
  known.may_be_ten = may_be_ten(word);
  known.number = spelled_number(word);
  return number;
}

}  // namespace lookup
