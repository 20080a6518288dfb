#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "../../wasm/src/ascii_words.hpp"
#include "../../wasm/src/word_memory.hpp"
#include "bundled.hpp"
#include "lookup/legal_forms.hpp"
#include "lookup/name_index.hpp"
#include "lookup/tokens.hpp"

using lookup::Tokens;
using lookup::WordMemory;

namespace {

/// All that taking a name apart gives, as text.
std::string described(const Tokens& tokens) {
  std::string text = std::to_string(tokens.identity);
  for (const lookup::Word& word : tokens.words) {
    for (const char32_t letter : word.text) text += ' ' + std::to_string(static_cast<std::uint32_t>(letter));
    for (const std::uint32_t number :
         {word.begin, word.end, std::uint32_t{word.is_number}, std::uint32_t{word.is_ordinal},
          std::uint32_t{word.is_spelled}, std::uint32_t{word.is_legal_form}, std::uint32_t{word.is_hyphenated}})
      text += ',' + std::to_string(number);
  }
  for (const lookup::LegalFormUse& use : tokens.legal_forms)
    text +=
        ';' + std::to_string(use.form) + ':' + std::to_string(use.first_word) + '+' + std::to_string(use.word_count);
  return text;
}

}  // namespace

TEST_CASE("a name is taken apart alike with what is known from others and by itself, as ASCII and as any text") {
  const lookup::List list = bundled_list();
  WordMemory memory;
  std::size_t ascii = 0;
  for (const lookup::Entry& entry : list.entries) {
    std::vector<std::string> names = entry.aliases;
    names.push_back(entry.published_name);
    for (const std::string& name : names) {
      WordMemory own;
      INFO(name);
      const std::string taken_apart = described(lookup::tokenize_without_phrases(name, memory));
      CHECK(taken_apart == described(lookup::tokenize_without_phrases(name, own)));
      if (!lookup::is_all_ascii(name)) continue;
      ++ascii;
      // A blank that is not of ASCII sends the text through Unicode, and is of no word.
      CHECK(taken_apart == described(lookup::tokenize_without_phrases(name + "\u00a0", memory)));
    }
  }
  CHECK(ascii > 1000);
}

TEST_CASE("ASCII is split alike by itself and through Unicode") {
  for (const std::string name : {"",
                                 "'",
                                 "a'",
                                 "'a",
                                 "O'Neil",
                                 "O''Neil",
                                 "a.b",
                                 "a-'b",
                                 "Xi'an 12th",
                                 "`a`b",
                                 "\x01"
                                 "a\x7f"
                                 "b",
                                 "C919 A/S",
                                 "a' b",
                                 "13-th",
                                 "13 th",
                                 "L.L.C.",
                                 "X Y Z",
                                 "twenty-third 31st Institute",
                                 "000 Orbita",
                                 "A0 Zarya",
                                 "Lirnited Co"}) {
    WordMemory memory;
    INFO(name);
    CHECK(described(lookup::tokenize_without_phrases(name, memory)) ==
          described(lookup::tokenize_without_phrases(name + "\u00a0", memory)));
  }
}

TEST_CASE("a word is remembered as it is found by itself") {
  WordMemory memory;
  for (int round = 0; round < 2; ++round)
    for (const char32_t* const text :
         {U"ltd", U"obshchestvo", U"orbita", U"000", U"lirnited", U"twenty", U"xii", U"общество"}) {
      const lookup::RememberedWord& word = memory[memory.recall(text)];
      CHECK(word.spelled.size() == lookup::spelled_legal_words(text, false).size());
      CHECK(word.spelled_at_edge.size() == lookup::spelled_legal_words(text, true).size());
      CHECK(word.sounded.size() == lookup::sounded_legal_words(text).size());
      CHECK(word.number.value == lookup::spelled_number(text).value);
      CHECK(word.may_be_ten == lookup::may_be_ten(text));
    }
  CHECK(memory[memory.recall(U"ltd")].may_begin_form);
  CHECK(memory[memory.recall(U"000")].may_begin_form);
  CHECK_FALSE(memory[memory.recall(U"orbita")].may_begin_form);
}
