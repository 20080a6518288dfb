#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// What stands in one place of a phrase: a passage of a text, or several.
struct PhraseValue {
  std::string_view place;  ///< The name between the braces of the phrase's wording.
  /// The passages. An empty one is too long to repeat and is left to the text as published.
  std::vector<std::string> passages;
  bool is_quoted;  ///< Whether they are words of the publication or the query, which stand in quotation marks.
};

/// A part of a sentence that is known by a key, so that it can be said in other languages too. Its wording in English
/// is one of `phrase_wordings`.
struct Phrase {
  std::string_view key;
  std::vector<PhraseValue> values;
};

/// A sentence: its phrases, one behind the other.
using Sentence = std::vector<Phrase>;

/// Keys and wordings of all phrases. Places are names in braces: `If {items} covers yours: `.
struct PhraseWording {
  std::string_view key;
  std::string_view text;
};
[[nodiscard]] std::span<const PhraseWording> phrase_wordings();

/// A value in quotation marks.
[[nodiscard]] PhraseValue quote(std::string_view place, std::vector<std::string> passages);

/// A value that stands as it is.
[[nodiscard]] PhraseValue state(std::string_view place, std::vector<std::string> passages);

/// In English.
[[nodiscard]] std::string text_of(const Phrase& phrase);
[[nodiscard]] std::string text_of(const Sentence& sentence);
[[nodiscard]] std::vector<std::string> texts_of(const std::vector<Sentence>& sentences);

}  // namespace lookup
