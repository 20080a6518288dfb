#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lookup {

/// Another spelling of a Chinese word in Latin letters.
struct ChineseSpelling {
  std::u32string text;
  bool is_single;  ///< One syllable, which many characters share.
};

/// How else a folded word that wholly consists of Chinese syllables may be spelt: a word in pinyin by Wade-Giles, as in
/// Taiwan and in older names (without its apostrophes and dots, `dongfang` is `tungfang`), one in Wade-Giles in pinyin
/// (`hsinhua` is `xinhua`; without the apostrophe `t` is t or d), and a syllable as Hong Kong spells it (`wong` is
/// `wang` or `huang`). A word that can be read as pinyin is taken for pinyin. Empty for other words and for a
/// single letter. Source: the conversion tables of pinyin and Wade-Giles; common Hong Kong spellings of names.
[[nodiscard]] std::vector<ChineseSpelling> other_chinese_spellings(std::u32string_view word);

/// True for a folded word that wholly consists of syllables of pinyin. There are some four hundred, so that two such
/// words a letter apart are more likely two names than one misspelt.
[[nodiscard]] bool is_pinyin(std::u32string_view word);

}  // namespace lookup
