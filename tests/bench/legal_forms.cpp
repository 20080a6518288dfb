// Reads spellings of legal forms, one a line, and writes for each the class that the core gives the whole of it. Writes
// "parts" where it takes it for several forms, and "-" where a word is left over.

#include <algorithm>
#include <iostream>
#include <string>

#include "lookup/tokens.hpp"
#include "lookup/word_tables.hpp"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const lookup::Tokens tokens = lookup::tokenize(line);
    const bool is_covered = !tokens.words.empty() && std::all_of(tokens.words.begin(), tokens.words.end(),
                                                                 [](const auto& word) { return word.is_legal_form; });
    const bool is_whole = is_covered && tokens.legal_forms.size() == 1;
    std::cout << (is_whole ? lookup::legal_form_name(tokens.legal_forms[0].form) : is_covered ? "parts" : "-") << '\n';
  }
}
